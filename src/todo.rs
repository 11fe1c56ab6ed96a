//! What is left to do in a locale, in the order in which a reader meets it: what is missing, what is
//! stale and how its source changed, what was found.
//!
//! How it is shown, and how a filled-in table comes back, is decided elsewhere.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::change::{Change, Fingerprint};
use crate::coverage::{PartState, State, states};
use crate::diagnostic::Diagnostic;
use crate::project::{Catalog, Found, Project};
use crate::provenance::{Sources, Stale, Standing, part_name};
use crate::resolve::Chain;
use crate::syntax::{Body, editable};

/// What is left to do in a locale.
#[derive(Debug)]
pub struct Todo {
    /// The source's code.
    pub source: String,
    /// The locale's code.
    pub locale: String,
    /// Parts that are missing or broken, that are stale, or that something was found about: in page
    /// order.
    pub parts: Vec<Left>,
    /// What was found beside what is missing or stale, in page order.
    pub findings: Vec<Diagnostic>,
    /// Parts that are translated, nobody knows from what.
    pub unknown: usize,
}

/// A part of which something is left to do.
#[derive(Debug)]
pub struct Left {
    /// The resource.
    pub resource: String,
    /// The file of the locale, which may not be there yet.
    pub path: String,
    /// `id`, or `-id` for a term.
    pub message: String,
    /// The attribute, if it is one.
    pub attribute: Option<String>,
    /// Where a reader meets it: the item of content, or the group of messages. May be empty.
    pub place: String,
    /// Its state.
    pub state: State,
    /// The translator's comment, if there is one.
    pub comment: String,
    /// Words of the source.
    pub words: usize,
    /// The source, for people to edit.
    pub source: String,
    /// Stands for the source as it is today.
    pub fingerprint: Fingerprint,
    /// What the source said when the translation was made, if it changed and that is known.
    pub was: Option<String>,
    /// The same beside what it says now: `Every [-kid-]{+child+} counts`.
    pub diff: Option<String>,
    /// The translation, for people to edit.
    pub translation: Option<String>,
    /// What was found about it.
    pub findings: Vec<String>,
}

impl Left {
    /// `id`, `-id` or `id.attribute`.
    pub fn name(&self) -> String {
        part_name(&self.message, self.attribute.as_deref()).into_owned()
    }

    /// Whether readers see nothing of it in the locale.
    pub fn is_missing(&self) -> bool {
        matches!(self.state, State::Missing | State::Invalid)
    }

    /// How its source changed, if it did.
    pub fn change(&self) -> Option<Change> {
        match self.state {
            State::Stale(change) => Some(change),
            _ => None,
        }
    }

    /// `missing`, or `stale: wording`.
    pub fn state(&self) -> String {
        match self.change() {
            Some(change) => format!("{}: {}", self.state.word(), change.word()),
            None => self.state.word().to_owned(),
        }
    }
}

impl Todo {
    /// What is missing or broken.
    pub fn missing(&self) -> impl Iterator<Item = &Left> + Clone {
        self.parts.iter().filter(|part| part.is_missing())
    }

    /// What is stale.
    pub fn stale(&self) -> impl Iterator<Item = &Left> + Clone {
        self.parts.iter().filter(|part| part.change().is_some())
    }

    /// What is neither, but something was found about it.
    pub fn doubtful(&self) -> impl Iterator<Item = &Left> + Clone {
        self.parts.iter().filter(|part| !part.is_missing() && part.change().is_none())
    }
}

/// How many parts, and how many words of the source they have.
pub fn sizes<'a>(parts: impl Iterator<Item = &'a Left>) -> (usize, usize) {
    parts.fold((0, 0), |(parts, words), part| (parts + 1, words + part.words))
}

/// The columns of the table that a translator fills in, named as in its first row.
pub mod column {
    /// The locale's code.
    pub const LOCALE: &str = "locale";
    /// The resource, the same in every locale.
    pub const RESOURCE: &str = "resource";
    /// `id`, `-id` or `id.attribute`.
    pub const ID: &str = "id";
    /// Where a reader meets it.
    pub const PLACE: &str = "place";
    /// The state, with the kind of change.
    pub const STATE: &str = "state";
    /// Words of the source.
    pub const WORDS: &str = "words";
    /// What the author says to translators.
    pub const COMMENT: &str = "comment";
    /// What was found about the translation.
    pub const FINDINGS: &str = "findings";
    /// How the source changed, word by word.
    pub const CHANGED: &str = "changed";
    /// What the source said before.
    pub const BEFORE: &str = "source before";
    /// What the source says.
    pub const SOURCE: &str = "source";
    /// The translation as it is.
    pub const PRESENT: &str = "present translation";
    /// The translation as it is to be: to be filled in.
    pub const TRANSLATION: &str = "translation";
    /// Why the present translation is right beside the source: to be filled in instead.
    pub const STILL_RIGHT: &str = "still right because";
    /// Stands for what the source says.
    pub const MADE_FROM: &str = "made from";
}

/// See [`says_no_more`].
const SAID: [&str; 6] = [
    "below-required-coverage",
    "missing-attribute",
    "missing-message",
    "missing-resource",
    "missing-value",
    "stale-translation",
];

/// Whether the findings of a rule say no more than that a part is missing or stale.
pub fn says_no_more(rule: &str) -> bool {
    SAID.contains(&rule)
}

/// What is left to do in a target, given everything that was found.
pub fn todo(project: &Project, catalog: &Catalog, findings: Vec<Diagnostic>) -> Todo {
    let chain = Chain::new(project, catalog);
    let code = &catalog.locale().code;
    let mut findings = findings;
    findings.retain(|finding| finding.locale.as_ref() == Some(code) && !says_no_more(finding.rule));
    let order = page_order(project);
    let place = |id: &str| order.get(id.trim_start_matches('-')).copied().unwrap_or(usize::MAX);
    findings.sort_by_key(|finding| {
        // What is wrong with a whole file comes last.
        (finding.id.is_none(), finding.id.as_deref().map_or(usize::MAX, place))
    });
    let mut told: HashMap<(&str, Cow<'_, str>), Vec<String>> = HashMap::new();
    for finding in &findings {
        let (Some(resource), Some(message)) = (&finding.resource, &finding.id) else {
            continue;
        };
        let name = part_name(message, finding.attribute.as_deref());
        told.entry((resource, name)).or_default().push(finding.message.to_string());
    }
    let mut all = states(&chain);
    all.sort_by_key(|part| place(part.source.name()));
    let today;
    let sources = match &chain.basis.sources {
        Some(sources) => sources,
        None => {
            today = Sources::today(&project.origin);
            &today
        }
    };
    let mut parts = Vec::new();
    for part in &all {
        let name = part_name(part.source.name(), part.attribute);
        let findings = told.remove(&(&*part.source.resource.name, name)).unwrap_or_default();
        let is_open = matches!(part.state, State::Missing | State::Invalid | State::Stale(_));
        if is_open || !findings.is_empty() {
            parts.extend(left(&chain, sources, part, findings));
        }
    }
    Todo {
        source: project.source.locale().code.to_string(),
        locale: code.to_string(),
        unknown: all.iter().filter(|part| part.state == State::Unknown).count(),
        parts,
        findings,
    }
}

/// The place of each message of content on the pages.
fn page_order(project: &Project) -> HashMap<&str, usize> {
    let mut order = HashMap::new();
    for item in project.content.in_page_order() {
        for part in &item.parts {
            let next = order.len();
            order.entry(part.id.as_str()).or_insert(next);
        }
    }
    order
}

fn left(
    chain: &Chain<'_>,
    sources: &Sources<'_>,
    part: &PartState<'_>,
    findings: Vec<String>,
) -> Option<Left> {
    let (source, catalog) = (part.source, chain.links[0].catalog);
    let text = source.resource.text();
    let resource = &*source.resource.name;
    let name = part_name(source.name(), part.attribute);
    let path = match catalog.resource(resource) {
        Some(resource) => resource.file.path.to_string(),
        None => chain.origin.own_path(&catalog.locale().code, resource),
    };
    let own = catalog.in_resource(resource, source.message.is_term, source.message.id.of(text));
    let own = own.and_then(|own| Some((own.resource.text(), own.pattern(part.attribute)?)));
    let stale: Option<Stale<'_>> = match own.map(|(_, pattern)| chain.standing(pattern)) {
        Some(Standing::Stale(stale)) => Some(stale),
        _ => None,
    };
    let comment = source.message.comment.iter().flat_map(|comment| &comment.lines);
    Some(Left {
        resource: resource.to_owned(),
        path,
        message: source.name().to_owned(),
        attribute: part.attribute.map(str::to_owned),
        place: place_of(chain, source),
        state: part.state,
        comment: comment.map(|line| line.of(text)).collect::<Vec<_>>().join("\n"),
        words: part.words,
        source: editable(text, source.pattern(part.attribute)?),
        fingerprint: sources.get(resource, &name)?.now,
        was: stale.and_then(|stale| stale.was).map(str::to_owned),
        diff: stale.and_then(|stale| sources.diff(resource, &name, &stale)),
        translation: own.map(|(text, pattern)| editable(text, pattern)),
        findings,
    })
}

/// The item that a message of content belongs to, or the group that a message stands in.
fn place_of(chain: &Chain<'_>, source: Found<'_>) -> String {
    let (resource, id) = (source.resource, source.name());
    let items = chain.origin.content.items.iter();
    let mut items = items.filter(|item| item.resource == resource.name);
    if let Some(item) = items.find(|item| item.parts.iter().any(|part| part.id == id)) {
        return item.name();
    }
    let before = resource.tree.entries[..source.entry].iter().rev();
    let group = before.into_iter().find_map(|entry| match &entry.body {
        Body::Comment(comment) if comment.level == 2 => Some(&comment.lines),
        _ => None,
    });
    let line = group.and_then(|lines| lines.first());
    line.map(|line| line.of(resource.text()).trim().to_owned()).unwrap_or_default()
}
