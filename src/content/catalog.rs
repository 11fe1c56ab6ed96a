//! The source catalog: the Fluent file that holds an item's parts for its translators.

use std::collections::BTreeMap;

use super::{Library, Part};
use crate::limit;
use crate::syntax::{self, PatternError};

/// What the first comment of every generated catalog says.
pub const GENERATED: &str = "made by `isogloss sync`: edit that file, not this one";

/// A resource as content wants it.
#[derive(Debug, PartialEq, Eq)]
pub struct Catalog {
    /// Its name, such as `stories/forest.ftl`.
    pub resource: String,
    /// The content file it is made from.
    pub content: String,
    /// All of it, in Fluent syntax.
    pub text: String,
}

impl Catalog {
    /// Whether a file holds just this. How its lines end does not count: git may change that.
    pub fn is_held_by(&self, file: &str) -> bool {
        self.text == file || (file.contains('\r') && self.text == file.replace("\r\n", "\n"))
    }
}

/// The catalogs of all content, by resource. A file without parts has none.
pub fn catalogs(library: &Library) -> Vec<Catalog> {
    let mut by_resource: BTreeMap<&str, Catalog> = BTreeMap::new();
    for item in library.items.iter().filter(|item| !item.parts.is_empty()) {
        let catalog = by_resource.entry(&item.resource).or_insert_with(|| Catalog {
            resource: item.resource.to_string(),
            content: item.source.path.to_string(),
            text: format!("### From {}, {GENERATED}.\n", item.source.path),
        });
        for part in &item.parts {
            catalog.text.push('\n');
            // A pattern that is none was reported when it was read.
            catalog.text.push_str(&message(part).unwrap_or_default());
        }
    }
    by_resource.into_values().collect()
}

fn message(part: &Part) -> Result<String, PatternError> {
    let mut comment = vec![part.comment.clone()];
    comment.retain(|line| !line.is_empty());
    comment.extend(part.max.map(limit::comment));
    if !part.arguments.is_empty() {
        comment.push("Variables:".to_owned());
        comment.extend(part.arguments.iter().map(crate::argument::Argument::comment));
    }
    syntax::write_message(&part.id, &comment, &part.pattern.text)
}

/// A pattern as it will be read back from the catalog, flattened.
pub(super) fn flattened(pattern: &str) -> Result<String, PatternError> {
    if pattern.is_empty() {
        return Ok(String::new());
    }
    let text = syntax::write_message("x", &[], pattern)?;
    let resource = syntax::parse(&text);
    let value = resource.message(0).and_then(|message| message.value.as_ref());
    Ok(value.map(|value| syntax::flatten(&text, value)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_pattern_reads_back_as_it_was() {
        for pattern in [
            "a { $b } c",
            "[a](b)",
            "x\\\n*y*\\\n[z]",
            "{\"{\"}",
            "{ $n ->\n [a] [b]\n *[c] d\n } e",
        ] {
            let once = flattened(pattern).expect("a pattern");
            assert_eq!(flattened(&once).expect("a pattern"), once);
        }
        let select = "{ $n ->\n [one] a\n *[other] b\n} c";
        assert_eq!(flattened(select).expect("a pattern"), "{ $n ->\n [one] a\n *[other] b\n } c");
    }
}
