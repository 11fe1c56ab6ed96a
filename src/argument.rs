//! Arguments: what a message may be given at run time, and of which type.
//!
//! Content declares them for the parts made from it; elsewhere a comment may:
//! `#   $count (count, 1..31) - days until the event`. What is not declared is not guessed here.

use std::ops::RangeInclusive;

use fixed_decimal::Decimal;

/// A value that a part takes.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Without `$`.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// The integers it can take, where that is known.
    pub range: Option<RangeInclusive<u32>>,
    /// The values it is given in what is published now.
    pub values: Vec<Decimal>,
}

/// The type of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number from 0.
    Count,
    /// Any number.
    Number,
    /// A share, shown times 100.
    Percent,
    /// A day or a moment.
    Date,
    /// Words.
    Text,
    /// One of a few words.
    Choice(Vec<String>),
}

impl Kind {
    /// The word a comment uses for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Date => "date",
            Self::Text => "text",
            Self::Choice(_) => "choice",
        }
    }

    /// Whether plural rules can be asked about it.
    pub fn is_numeric(&self) -> bool {
        matches!(self, Self::Count | Self::Number | Self::Percent)
    }
}

impl Argument {
    /// An argument of which only the type is known.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), kind, range: None, values: Vec::new() }
    }

    /// Its line in a comment: `  $value (count) - such as 100`.
    pub fn comment(&self) -> String {
        let kind = match &self.kind {
            Kind::Choice(choices) => format!("choice: {}", choices.join(", ")),
            kind => kind.word().to_owned(),
        };
        let examples: Vec<String> = self.values.iter().take(2).map(ToString::to_string).collect();
        match examples.is_empty() {
            true => format!("  ${} ({kind})", self.name),
            false => format!("  ${} ({kind}) - such as {}", self.name, examples.join(" or ")),
        }
    }
}

/// Reads the arguments that a comment's lines declare. Lines of other forms are passed over.
///
/// Mozilla's `$name (Number) - …` and `$name {String} …` are understood as well; a type that is
/// not known leaves the argument undeclared.
pub fn in_comment<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Argument> {
    lines.into_iter().filter_map(declaration).collect()
}

fn declaration(line: &str) -> Option<Argument> {
    let line = line.trim_start_matches([' ', '*', '-', '\t']);
    let rest = line.strip_prefix('$')?;
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    let rest = rest.trim_start().strip_prefix(['(', '{'])?;
    let kind = rest.split([')', '}']).next()?.trim();
    let (kind, detail) = match kind.split_once([':', ',']) {
        Some((kind, detail)) => (kind.trim(), detail.trim()),
        None => (kind, ""),
    };
    let choices = || detail.split([',', '|']).map(|choice| choice.trim().to_owned()).collect();
    let kind = match kind.to_ascii_lowercase().as_str() {
        "count" | "integer" | "int" => Kind::Count,
        "number" | "float" => Kind::Number,
        "percent" | "percentage" => Kind::Percent,
        "date" | "datetime" | "time" => Kind::Date,
        "text" | "string" => Kind::Text,
        "choice" | "enum" if !detail.is_empty() => Kind::Choice(choices()),
        _ => return None,
    };
    let range = detail.split_once("..").and_then(|(low, high)| {
        Some(low.trim().parse().ok()?..=high.trim().trim_start_matches('=').parse().ok()?)
    });
    Some(Argument { range, ..Argument::new(name, kind) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_declare_arguments_in_the_forms_found_in_projects() {
        let declared = in_comment([
            "Variables:",
            "  $count (count, 1..31) - days",
            "  $name (String): who",
            "$audience (choice: child, adult) - who is reading",
            "  $other - nothing said of its type",
        ]);
        let words: Vec<_> = declared
            .iter()
            .map(|argument| (argument.name.as_str(), argument.kind.word()))
            .collect();
        assert_eq!(words, [("count", "count"), ("name", "text"), ("audience", "choice")]);
        assert_eq!(declared[0].range, Some(1..=31));
        assert_eq!(declared[2].kind, Kind::Choice(vec!["child".to_owned(), "adult".to_owned()]));
    }
}
