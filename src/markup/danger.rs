//! What an attribute can do besides saying something: run code, or bring a document of its own.

use super::html::{Attribute, decoded};
use super::link::dangerous_scheme;

/// What an attribute does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Danger {
    /// Runs code when something happens: `onclick`.
    Event,
    /// Loads or runs something from within a style.
    Style,
    /// Leads to code: `javascript:`.
    Code,
    /// Holds a document, or leads to one that is written out: `srcdoc`, `data:`.
    Document,
}

/// What an attribute does, if it is dangerous.
pub fn danger_of(attribute: &Attribute<'_>) -> Option<Danger> {
    let (name, value) = (attribute.name.to_ascii_lowercase(), attribute.value?);
    // `one=` is no event.
    if name.starts_with("on") && name.len() >= SHORTEST_EVENT {
        return Some(Danger::Event);
    }
    if name == "srcdoc" {
        return Some(Danger::Document);
    }
    if name == "style" {
        let style = decoded(value).to_ascii_lowercase();
        // A backslash may hide any of the others.
        let calls = ["url(", "expression(", "@import", "\\"];
        return calls.iter().any(|call| style.contains(call)).then_some(Danger::Style);
    }
    let scheme = dangerous_scheme(value).filter(|_| ADDRESSES.contains(&name.as_str()))?;
    Some(if scheme == "data" { Danger::Document } else { Danger::Code })
}

/// The length of `oncut`.
const SHORTEST_EVENT: usize = 5;

/// Attributes whose value is an address.
const ADDRESSES: [&str; 14] = [
    "action",
    "background",
    "cite",
    "codebase",
    "data",
    "dynsrc",
    "formaction",
    "href",
    "longdesc",
    "lowsrc",
    "manifest",
    "poster",
    "src",
    "xlink:href",
];

#[cfg(test)]
mod tests {
    use super::super::html::tags;
    use super::*;

    fn danger(tag: &str) -> Option<Danger> {
        tags(tag).next()?.attributes().find_map(|attribute| danger_of(&attribute))
    }

    #[test]
    fn an_attribute_is_judged_by_what_it_does() {
        assert_eq!(danger("<a OnClick=x>"), Some(Danger::Event));
        assert_eq!(danger("<a href='javascript:x'>"), Some(Danger::Code));
        assert_eq!(danger("<iframe srcdoc=x>"), Some(Danger::Document));
        assert_eq!(danger("<i style='a: URL (x); b: url(y)'>"), Some(Danger::Style));
        assert_eq!(danger("<a one=1 title='javascript: why' href='/x' style='color: red'>"), None);
    }
}
