//! What a kind means beyond its fields: figures add up, quotes have a language, diagrams lead
//! forward, references lead somewhere.

use fixed_decimal::Decimal;

use super::{Item, Library, Publish, RULE, Reference, Value};
use crate::argument::{Argument, Kind as ArgumentKind};
use crate::config::{Content, Kind, Role};
use crate::diagnostic::{Diagnostic, Place};
use crate::format::Day;
use crate::table::Problems;
use crate::text::{Mapped, nearest};

const BOUNDS: [&str; 4] = ["exact", "more-than", "at-least", "about"];

/// Checks one item by itself.
pub(super) fn check(item: &Item, kind: &Kind, problems: &mut Problems) {
    match kind.role {
        Role::Plain | Role::Indicator => {}
        Role::Figure => figure(item, problems),
        Role::Testimonial => testimonial(item, problems),
        Role::Diagram => diagram(item, problems),
    }
}

/// Whether an item may be shown: published, and with consent where its kind asks for it.
///
/// `today` is the day the build is made for.
pub fn is_shown(item: &Item, today: Day) -> bool {
    let published = match item.publish {
        Publish::Always => true,
        Publish::Never => false,
        Publish::From(day) => day <= today,
    };
    let given = match item.field("consent").and_then(|consent| consent.get("given")) {
        Some(Value::Boolean(given)) => Some(*given),
        _ => None,
    };
    // Somebody's words need a consent that can be read; silence is none.
    let consent = given.unwrap_or(item.role != Role::Testimonial);
    published && consent
}

fn figure(item: &Item, problems: &mut Problems) {
    let value = item.field("value");
    match (value, item.word("status")) {
        (Some(_), Some(status)) => {
            let message = format!("a figure has a value or a status, not both (`{status}`)");
            problems.push(item.span, message, None);
        }
        (None, None) => {
            let help =
                "give it a `value`, or a `status`: unknown, not-collected, announced".to_owned();
            problems.push(item.span, "a figure needs a value or a status", Some(help));
        }
        _ => {}
    }
    let Some(breakdowns) = item.field("breakdown") else { return };
    for breakdown in breakdowns.list() {
        let (Some(Value::Plain(dimension)), Some(Value::Counts(cells))) =
            (breakdown.get("dimension"), breakdown.get("cells"))
        else {
            continue;
        };
        let sum = cells
            .iter()
            .map(|(_, count)| integer(count))
            .try_fold(0_i64, |sum, count| sum.checked_add(count?));
        let total = match value {
            Some(Value::Number(total)) => integer(total),
            _ => None,
        };
        let complete = matches!(breakdown.get("complete"), Some(Value::Boolean(true)));
        let (Some(sum), Some(total)) = (sum, total) else { continue };
        if complete && sum != total {
            let message =
                format!("the breakdown by {} adds up to {sum}, not to {total}", dimension.text);
            let help = "correct a cell or the value, or say `complete = false`".to_owned();
            problems.push(dimension.span(), message, Some(help));
        } else if sum > total {
            let message =
                format!("the breakdown by {} adds up to {sum}, more than {total}", dimension.text);
            problems.push(dimension.span(), message, None);
        }
    }
}

fn integer(number: &Decimal) -> Option<i64> {
    number.to_string().parse().ok()
}

fn testimonial(item: &Item, problems: &mut Problems) {
    if item.word("form") == Some("quote") && item.field("language").is_none() {
        let help = "add `language = \"es\"`, the language it was said or written in".to_owned();
        problems.push(item.span, "a quote needs the language of its words", Some(help));
    }
}

fn diagram(item: &Item, problems: &mut Problems) {
    let plain = |record: &'_ Value, field: &str| match record.get(field) {
        Some(Value::Plain(word)) => Some(word.clone()),
        _ => None,
    };
    let list = |field: &str| item.field(field).map(Value::list).unwrap_or_default();
    let stages: Vec<Mapped> = list("stage").iter().filter_map(|stage| plain(stage, "id")).collect();
    let mut nodes: Vec<(Mapped, Option<usize>)> = Vec::new();
    for node in list("node") {
        let (Some(id), Some(stage)) = (plain(node, "id"), plain(node, "stage")) else { continue };
        let place = stages.iter().position(|known| known.text == stage.text);
        if place.is_none() {
            unknown(&stage, "stage", &stages, problems);
        }
        nodes.push((id, place));
    }
    let ids: Vec<Mapped> = nodes.iter().map(|(id, _)| id.clone()).collect();
    for edge in list("edge") {
        let (Some(from), Some(to)) = (plain(edge, "from"), plain(edge, "to")) else { continue };
        let mut ends = [None, None];
        for (end, id) in ends.iter_mut().zip([&from, &to]) {
            match nodes.iter().find(|(known, _)| known.text == id.text) {
                Some((_, stage)) => *end = *stage,
                None => unknown(id, "node", &ids, problems),
            }
        }
        if let [Some(first), Some(second)] = ends
            && first >= second
        {
            let message =
                format!("this edge leads backwards, from `{}` to `{}`", from.text, to.text);
            let help = "an edge leads from an earlier stage to a later one".to_owned();
            problems.push(to.span(), message, Some(help));
        }
    }
}

fn unknown(id: &Mapped, what: &str, known: &[Mapped], problems: &mut Problems) {
    let help = nearest(&id.text, known.iter().map(|id| id.text.as_str()))
        .map(|meant| format!("did you mean `{meant}`?"));
    problems.push(id.span(), format!("there is no {what} `{}`", id.text), help);
}

/// Tells each indicator's sentence which arguments it gets, and the values published for it.
pub(super) fn declare_values(library: &mut Library) {
    let mut declared = Vec::new();
    for (index, item) in library.items.iter().enumerate() {
        if item.role != Role::Indicator {
            continue;
        }
        let Some(Value::Text(sentence)) = item.field("sentence") else { continue };
        let kind = match item.word("value-type") {
            Some("count") => ArgumentKind::Count,
            Some("percent") => ArgumentKind::Percent,
            _ => ArgumentKind::Number,
        };
        let mut value = Argument::new("value", kind);
        value.values = published_values(library, &item.kind, &item.id).cloned().collect();
        let mut arguments = vec![value];
        if item.parts[*sentence].pattern.text.contains("$bound") {
            let bounds = BOUNDS.map(str::to_owned).to_vec();
            arguments.push(Argument::new("bound", ArgumentKind::Choice(bounds)));
        }
        declared.push((index, *sentence, arguments));
    }
    for (index, part, arguments) in declared {
        library.items[index].parts[part].arguments = arguments;
    }
}

/// The values of all figures that give an indicator one, in order of their files.
pub fn published_values<'a>(
    library: &'a Library,
    kind: &'a str,
    id: &'a str,
) -> impl Iterator<Item = &'a Decimal> {
    library.items.iter().filter_map(move |item| match item.field("indicator") {
        Some(Value::Reference(reference))
            if reference.kind == kind && reference.id.as_deref() == Some(id) =>
        {
            match item.field("value") {
                Some(Value::Number(value)) => Some(value),
                _ => None,
            }
        }
        _ => None,
    })
}

/// Checks that every reference leads to an item, or to a kind.
pub(super) fn check_references(
    library: &Library,
    content: &Content,
    findings: &mut Vec<Diagnostic>,
) {
    for item in &library.items {
        for (_, value) in &item.fields {
            check_value(value, item, library, content, findings);
        }
        findings.extend(unheard_bound(item, library));
    }
}

/// A bound that the sentence does not say would be read as an exact figure.
fn unheard_bound(item: &Item, library: &Library) -> Option<Diagnostic> {
    let Some(Value::Choice { word: bound, .. }) = item.field("bound") else { return None };
    let Some(Value::Reference(reference)) = item.field("indicator") else { return None };
    let indicator = library.item(&reference.kind, reference.id.as_deref()?)?;
    let Some(Value::Text(sentence)) = indicator.field("sentence") else { return None };
    let says_bound = indicator.parts[*sentence].arguments.iter().any(|a| a.name == "bound");
    if bound.text == BOUNDS[0] || says_bound {
        return None;
    }
    let message = format!("the sentence of `{}` does not say `{}`", indicator.id, bound.text);
    let place = Place::new(&indicator.source, indicator.parts[*sentence].pattern.span());
    Some(
        Diagnostic::new(RULE, Place::new(&item.source, bound.span()), message)
            .help("select by `$bound` in it, or readers take the figure to be exact")
            .relate(place, "this sentence"),
    )
}

fn check_value(
    value: &Value,
    item: &Item,
    library: &Library,
    content: &Content,
    findings: &mut Vec<Diagnostic>,
) {
    match value {
        Value::Reference(reference) => {
            findings.extend(check_reference(reference, item, library, content));
        }
        Value::List(values) => {
            values.iter().for_each(|value| check_value(value, item, library, content, findings));
        }
        Value::Record(fields) => fields
            .iter()
            .for_each(|(_, value)| check_value(value, item, library, content, findings)),
        _ => {}
    }
}

fn check_reference(
    reference: &Reference,
    item: &Item,
    library: &Library,
    content: &Content,
) -> Option<Diagnostic> {
    let place = || Place::new(&item.source, reference.span);
    if !content.kinds.contains_key(&reference.kind) {
        let message = format!("there is no kind `{}`", reference.kind);
        let help = nearest(&reference.kind, content.kinds.keys().map(String::as_str))
            .map(|meant| format!("did you mean `{meant}`?"));
        return Some(Diagnostic::new(RULE, place(), message).help_if(help));
    }
    let id = reference.id.as_deref()?;
    if library.item(&reference.kind, id).is_some() || library.incomplete.contains(&reference.kind) {
        return None;
    }
    let message = format!("there is no {} `{id}`", reference.kind);
    let help = nearest(id, library.of_kind(&reference.kind).map(|item| item.id.as_str()))
        .map(|meant| format!("did you mean `{meant}`?"));
    Some(Diagnostic::new(RULE, place(), message).help_if(help))
}
