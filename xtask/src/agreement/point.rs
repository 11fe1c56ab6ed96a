//! One defect as both sides can name it: what kind, in which file, at which message.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use serde_json::Value;

use crate::corpus::Corpus;
use crate::entries;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Missing,
    Obsolete,
    Reference,
    Plural,
    UnknownVariable,
    MissingVariable,
    Undefined,
}

pub(super) const KINDS: [Kind; 7] = [
    Kind::Missing,
    Kind::Obsolete,
    Kind::Reference,
    Kind::Plural,
    Kind::UnknownVariable,
    Kind::MissingVariable,
    Kind::Undefined,
];

impl Kind {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Missing => "missing messages",
            Self::Obsolete => "obsolete messages",
            Self::Reference => "changed references",
            Self::Plural => "missing plural forms",
            Self::UnknownVariable => "unknown variables",
            Self::MissingVariable => "missing variables",
            Self::Undefined => "undefined references",
        }
    }

    /// The list that holds defects of this kind.
    fn list(self) -> &'static str {
        match self {
            Self::Missing | Self::Obsolete | Self::Reference | Self::Plural => "compare-locales",
            Self::UnknownVariable | Self::MissingVariable => "variables",
            Self::Undefined => "dangling",
        }
    }

    fn of_rule(rule: &str) -> Option<Self> {
        Some(match rule {
            "missing-resource" | "missing-message" | "missing-attribute" | "missing-value" => {
                Self::Missing
            }
            "obsolete-resource" | "obsolete-message" | "obsolete-attribute" | "obsolete-value" => {
                Self::Obsolete
            }
            "changed-reference" => Self::Reference,
            "missing-plural-form" => Self::Plural,
            "unknown-variable" => Self::UnknownVariable,
            "missing-variable" => Self::MissingVariable,
            "undefined-reference" => Self::Undefined,
            _ => return None,
        })
    }

    fn of_row(kind: &str) -> Option<Self> {
        Some(match kind {
            "missing" | "missing_file" => Self::Missing,
            "obsolete" | "obsolete_file" => Self::Obsolete,
            "missing_ref" | "obsolete_ref" => Self::Reference,
            "missing_plural" => Self::Plural,
            "unknown_variable" => Self::UnknownVariable,
            "missing_variable" => Self::MissingVariable,
            _ => return None,
        })
    }
}

/// A defect at its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    pub(super) kind: Kind,
    pub(super) locale: String,
    /// The translation's file, whether it exists or not.
    pub(super) file: String,
    /// The message, or the term with its `-`.
    pub(super) id: String,
    /// The variable, the reference or the plural category; empty where the kind has none.
    pub(super) what: String,
}

impl Point {
    pub(super) fn name(&self) -> String {
        match self.what.as_str() {
            "" => format!("`{}`", self.id),
            what => format!("`{}` (`{what}`)", self.id),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.kind.words(), self.file, self.name())
    }
}

/// What others listed of a project, and the kinds that they looked for.
pub(super) fn listed(
    corpus: &Corpus,
    folder: &Path,
) -> Result<(BTreeSet<Kind>, BTreeSet<Point>), String> {
    let (mut kinds, mut points) = (BTreeSet::new(), BTreeSet::new());
    for list in ["compare-locales", "variables", "dangling"] {
        let Some(rows) = corpus.rows(list)? else { continue };
        kinds.extend(KINDS.into_iter().filter(|kind| kind.list() == list));
        for row in rows {
            points.extend(listed_in_row(corpus, folder, &row)?);
        }
    }
    Ok((kinds, points))
}

fn listed_in_row(corpus: &Corpus, folder: &Path, row: &Value) -> Result<Vec<Point>, String> {
    let word = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let kind = match row["kind"].as_str() {
        None => Kind::Undefined,
        Some(kind) => Kind::of_row(kind).ok_or_else(|| format!("no kind: {row}"))?,
    };
    let point = |id: String, what: String| Point {
        kind,
        locale: word("locale"),
        file: word("file"),
        id,
        what,
    };
    let id = match row["attr"].as_str() {
        Some(attribute) => format!("{}.{attribute}", word("id")),
        None => word("id"),
    };
    Ok(match kind {
        Kind::Missing | Kind::Obsolete if id.is_empty() => {
            let file = corpus.source_of(&word("file"), &word("locale"));
            whole(&folder.join(file), row["entities"].as_u64(), &point)?
        }
        Kind::Missing | Kind::Obsolete => vec![point(id, String::new())],
        Kind::Reference | Kind::Undefined => vec![point(id, word("ref"))],
        Kind::UnknownVariable | Kind::MissingVariable => vec![point(id, word("var"))],
        Kind::Plural => {
            let categories = row["categories"].as_array().into_iter().flatten();
            let categories = categories.filter_map(Value::as_str);
            categories.map(|category| point(id.clone(), category.to_owned())).collect()
        }
    })
}

/// The findings of Isogloss of the kinds that are compared.
pub(super) fn found(
    corpus: &Corpus,
    folder: &Path,
    findings: &[Value],
) -> Result<BTreeSet<Point>, String> {
    let mut points = BTreeSet::new();
    for finding in findings {
        let rule = finding["rule"].as_str().unwrap_or_default();
        if let Some(kind) = Kind::of_rule(rule) {
            points.extend(found_by(kind, corpus, folder, finding)?);
        }
    }
    Ok(points)
}

fn found_by(
    kind: Kind,
    corpus: &Corpus,
    folder: &Path,
    finding: &Value,
) -> Result<Vec<Point>, String> {
    let word = |key: &str| finding[key].as_str().unwrap_or_default();
    let locale = word("locale").to_owned();
    let file = corpus.file(word("resource"), &locale);
    let point = |id: String, what: String| Point {
        kind,
        locale: locale.clone(),
        file: file.clone(),
        id,
        what,
    };
    let id = match finding["attribute"].as_str() {
        Some(attribute) => format!("{}.{attribute}", word("message_id")),
        None => word("message_id").to_owned(),
    };
    Ok(match kind {
        Kind::Missing | Kind::Obsolete if id.is_empty() => {
            let parts = finding["data"]["parts"].as_str().and_then(|parts| parts.parse().ok());
            whole(&folder.join(word("path")), parts, &point)?
        }
        Kind::Missing | Kind::Obsolete => vec![point(id, String::new())],
        Kind::Plural => {
            vec![point(id, finding["data"]["category"].as_str().unwrap_or_default().to_owned())]
        }
        Kind::Reference | Kind::Undefined => {
            vec![point(id, quoted(word("message")).next_back().unwrap_or_default().to_owned())]
        }
        Kind::UnknownVariable | Kind::MissingVariable => {
            let variable = quoted(word("message")).find_map(|name| name.strip_prefix('$'));
            vec![point(id, variable.unwrap_or_default().to_owned())]
        }
    })
}

/// A point for each message of a file that stands for all of them; fails where their number is not
/// the one that was told.
fn whole(
    file: &Path,
    told: Option<u64>,
    point: &impl Fn(String, String) -> Point,
) -> Result<Vec<Point>, String> {
    let names = entries::read(file)?.names();
    if told.is_some_and(|told| told != names.len() as u64) {
        let count = names.len();
        return Err(format!("{}: {count} messages, but {told:?} were told", file.display()));
    }
    Ok(names.into_iter().map(|name| point(name, String::new())).collect())
}

/// The names that a message of Isogloss puts in backticks.
fn quoted(message: &str) -> impl DoubleEndedIterator<Item = &str> {
    let mut pieces: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    pieces.retain(|piece| !piece.is_empty());
    pieces.into_iter()
}
