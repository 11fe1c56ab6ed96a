//! Numbers that a translation writes otherwise than its source, and those that it writes where the
//! source has a variable.

use std::ops::Range;

use fixed_decimal::Decimal;

use super::view::{PartView, path_shows, selected, shown_variables};
use crate::argument::{Argument, Kind};
use crate::evaluate::Path;
use crate::locale::quantity::{self, Numbers, Quantity, Side, Value, differ};
use crate::locale::written::Features;
use crate::markup::unmarked;
use crate::syntax::Key;

/// The numbers in which a path differs from its source.
#[derive(Debug)]
pub(super) struct Difference {
    /// What every path of the source says and this one does not, as the source writes it.
    pub(super) lost: Vec<String>,
    /// What this path says and none of the source does.
    pub(super) added: Vec<Quantity>,
}

/// Whether a part or its source may say any number in figures. Cheap.
pub(super) fn may_differ(part: &PartView<'_>) -> bool {
    part.original.is_some() && part.may_have(Features::DIGIT) && !part.is_setting()
}

/// The numbers in which a path differs from every path of the source.
pub(super) fn difference(part: &PartView<'_>, path: &Path<'_>) -> Option<Difference> {
    let is_markdown = part.is_markdown();
    let own = Numbers::new(unmarked(path.text(), is_markdown));
    let target = Side { numbers: &own, written: part.facts().written() };
    let written = part.entry.locale.source_facts().written();
    let original = part.original?;
    let mut told: Option<Difference> = None;
    for numbers in original.numbers(is_markdown).iter().take(part.original_paths().len()) {
        if is_size(&numbers.text) {
            return None;
        }
        let found = differ(Side { numbers, written }, target)?;
        let lost = lost_texts(&numbers.text, &found);
        let is_reworded = lost.len() < found.lost.len();
        let added = if is_reworded { Vec::new() } else { found.added };
        told = Some(match told {
            None => Difference { lost, added },
            Some(mut told) => {
                told.lost.retain(|number| lost.contains(number));
                told.added.retain(|number| added.contains(number));
                told
            }
        });
    }
    let mut told = told?;
    told.added.retain(|number| !is_said_by_key(part, path, number));
    (!told.lost.is_empty() || !told.added.is_empty()).then_some(told)
}

/// Whether a text is a size of a style sheet, which every locale may set as it needs: `40em`.
fn is_size(text: &str) -> bool {
    let unit = text.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    matches!(unit, "ch" | "em" | "ex" | "px" | "rem" | "vh" | "vw")
}

/// What is lost, as the source writes it. Nothing where the translation says it by another word:
/// then it has no other number, but perhaps a one or two (`24 hours`, `1 day`; `14 days`, `2 weeks`).
fn lost_texts(source: &str, found: &quantity::Difference) -> Vec<String> {
    let is_few = |number: &Quantity| [1, 2].into_iter().any(|few| number.may_be(Value::from(few)));
    let says_other = !found.added.iter().all(is_few);
    let lost = found.lost.iter().map(|number| &number.range).filter(|range| {
        let (number, behind) = (&source[range.start..range.end], &source[range.end..]);
        let is_in_words = has_other_words(number, behind) || is_ordinal(number, behind);
        !is_of_round(&source[..range.start]) && (says_other || !is_in_words)
    });
    lost.map(|range| source[range.clone()].to_owned()).collect()
}

/// What English counts and others have a word for: seven days are a week, and a third party is one
/// that has no part in it.
const OTHER_WORDS: [(&str, &[&str]); 11] = [
    ("3", &["party", "parties"]),
    ("6", &["month"]),
    ("7", &["day"]),
    ("12", &["month"]),
    ("14", &["day"]),
    ("24", &["hour"]),
    ("30", &["day"]),
    ("31", &["day"]),
    ("48", &["hour"]),
    ("60", &["minute", "second"]),
    ("365", &["day"]),
];

/// Whether a number says how many are left in a contest: `round of 16`. Other languages count its
/// matches, by words or fractions.
fn is_of_round(before: &str) -> bool {
    const ROUND: &str = "round of ";
    let start = before.len().checked_sub(ROUND.len()).and_then(|start| before.get(start..));
    start.is_some_and(|end| end.eq_ignore_ascii_case(ROUND))
}

/// Whether a number says which one in a row it is: `100th` is a word of its own in most languages.
fn is_ordinal(number: &str, behind: &str) -> bool {
    let is_end = |text: &str| matches!(text, "st" | "nd" | "rd" | "th");
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    is_end(&number[digits.len()..]) || is_end(&behind[..letters])
}

/// Whether others may say a number by another word, given what stands behind it in English.
fn has_other_words(number: &str, behind: &str) -> bool {
    let number = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let behind = behind.strip_prefix("rd").unwrap_or(behind);
    let behind = behind.trim_start_matches([' ', '-', '\u{A0}', '\u{2011}']);
    let known = OTHER_WORDS.iter().find(|(known, _)| *known == number);
    let is_next = |word: &&str| {
        behind.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    known.is_some_and(|(_, words)| words.iter().any(is_next))
}

/// Whether a path was chosen for just this number: `[3] three`, or the dual of Arabic.
fn is_said_by_key(part: &PartView<'_>, path: &Path<'_>, number: &Quantity) -> bool {
    path.choices.iter().any(|choice| {
        let key = choice.key();
        let name = key.span().of(part.text());
        match key {
            Key::Number(_) => name.parse().is_ok_and(|value| number.may_be(value)),
            Key::Name(_) => name == "two" && number.may_be(Value::from(2)),
        }
    })
}

/// A number that stands where the source has a variable.
#[derive(Debug)]
pub(super) struct Typed {
    /// In the text of the path.
    pub(super) range: Range<usize>,
    /// The variable, without `$`.
    pub(super) variable: String,
    /// Whether the variable has this value in what is published now.
    pub(super) is_published: bool,
}

/// The first number of a path that the source does not have, where it has a number's variable
/// instead: one that the path does not show, or one whose published value this is.
pub(super) fn typed(part: &PartView<'_>, path: &Path<'_>) -> Option<Typed> {
    if !may_differ(part) {
        return None;
    }
    let in_source = variables(part);
    if in_source.is_empty() {
        return None;
    }
    let added = difference(part, path)?.added;
    let arguments = part.arguments();
    let is_figure = |it: &&Argument| is_number(it) && in_source.contains(&it.name.as_str());
    let arguments: Vec<&Argument> = arguments.iter().filter(is_figure).collect();
    let typed = |number: &Quantity, argument: &Argument, is_published| Typed {
        range: number.range.clone(),
        variable: argument.name.clone(),
        is_published,
    };
    let pairs = || added.iter().flat_map(|number| arguments.iter().map(move |it| (number, *it)));
    let mut published = pairs().filter(|(number, argument)| is_published(argument, number));
    let mut missing = pairs().filter(|(_, argument)| lacks(part, path, &argument.name));
    published
        .next()
        .map(|(number, argument)| typed(number, argument, true))
        .or_else(|| missing.next().map(|(number, argument)| typed(number, argument, false)))
}

/// Whether a path was chosen for one value of a variable, which says it without showing it.
fn is_pinned(part: &PartView<'_>, path: &Path<'_>, variable: &str) -> bool {
    path.choices.iter().any(|choice| {
        matches!(choice.key(), Key::Number(_))
            && selected(&choice.select.selector, part.text())
                .is_some_and(|(name, _)| name == variable)
    })
}

/// Whether a number that is published for a variable stands in a path that does not show it.
pub(super) fn is_typed(part: &PartView<'_>, path: &Path<'_>, variable: &str) -> bool {
    typed(part, path).is_some_and(|typed| typed.is_published && typed.variable == variable)
}

fn is_number(argument: &Argument) -> bool {
    argument.kind.is_numeric() || !argument.values.is_empty()
}

/// Whether a path leaves out a variable that the source shows somewhere, and is not for one value of
/// it: `missing-variable` or `number-lost-in-form` tells of it.
pub(super) fn lacks_variable(part: &PartView<'_>, path: &Path<'_>) -> bool {
    variables(part).iter().any(|name| lacks(part, path, name))
}

fn lacks(part: &PartView<'_>, path: &Path<'_>, variable: &str) -> bool {
    !path_shows(path, part.text(), variable) && !is_pinned(part, path, variable)
}

/// The variables that the source shows on any path.
fn variables<'a>(part: &PartView<'a>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let Some(original) = part.original else { return names };
    for (expression, _) in original.paths.iter().flat_map(|path| &path.placeables) {
        shown_variables(expression, original.text, &mut names);
    }
    names
}

fn is_published(argument: &Argument, number: &Quantity) -> bool {
    argument.values.iter().filter_map(value).any(|value| {
        number.may_be(value)
            || (argument.kind == Kind::Percent && number.may_be(value.times_power_of_ten(2)))
    })
}

fn value(decimal: &Decimal) -> Option<Value> {
    decimal.to_string().parse().ok()
}
