//! Reading a part: its pattern, and the markup in its texts, into meaning and interface.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::Language;
use super::fold::Folded;
use crate::locale::quantity::{Quantity, quantities};
use crate::locale::written::digit;
use crate::markup::{self, INSERTED, Piece};
use crate::syntax::{Arguments, Element, Expression, Key, Pattern, Select, flatten, unescape};
use crate::text::Span;

/// What a part was read as.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Words and marks in order, folded.
    pub(super) meaning: String,
    /// What the text shares with programs, each thing once.
    pub(super) interface: BTreeSet<String>,
}

/// Attributes whose values are read by people.
const WORDED: [&str; 8] = [
    "abbr",
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "label",
    "placeholder",
    "title",
];

/// Reads a pattern of a file whose text is given.
pub(super) fn of_pattern(
    file: &str,
    pattern: &Pattern,
    is_markdown: bool,
    language: &Language,
) -> Reading {
    let mut reader = Reader::new(file, is_markdown, language);
    reader.pattern(pattern, true);
    reader.done()
}

/// Reads a text that has no placeables.
pub(super) fn of_text(text: &str, is_markdown: bool, language: &Language) -> Reading {
    let mut reader = Reader::new("", is_markdown, language);
    reader.level(text, &[], true);
    reader.done()
}

struct Reader<'a> {
    file: &'a str,
    is_markdown: bool,
    language: &'a Language,
    folded: Folded,
    interface: BTreeSet<String>,
}

/// What is put into a text, in order, and what of it has been met.
struct Inserted<'p> {
    expressions: &'p [&'p Expression],
    /// Whether the last of them ends the part.
    is_last: bool,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, is_markdown: bool, language: &'a Language) -> Self {
        let folded = Folded::new(language.casing);
        Self { file, is_markdown, language, folded, interface: BTreeSet::new() }
    }

    fn done(self) -> Reading {
        Reading { meaning: self.folded.done(), interface: self.interface }
    }

    /// A pattern: its own level of text, with whatever has variants put in.
    fn pattern(&mut self, pattern: &Pattern, is_last: bool) {
        let mut text = String::new();
        let mut expressions = Vec::new();
        for element in &pattern.elements {
            match element {
                Element::Text(span) => text.push_str(span.of(self.file)),
                Element::Placeable(placeable) => {
                    let mut expression = &placeable.expression;
                    while let Expression::Placeable(inner) = expression {
                        expression = &inner.expression;
                    }
                    match expression {
                        Expression::String(span) => text.push_str(&unescape(span.of(self.file))),
                        Expression::Number(span) => text.push_str(span.of(self.file)),
                        _ => {
                            text.push(INSERTED);
                            expressions.push(expression);
                        }
                    }
                }
            }
        }
        self.level(&text, &expressions, is_last);
    }

    fn level(&mut self, text: &str, expressions: &[&Expression], is_last: bool) {
        let ends_inserted = is_last && text.trim_end().ends_with(INSERTED);
        let mut inserted = Inserted { expressions, is_last: ends_inserted };
        markup::pieces(text, self.is_markdown, |piece| self.piece(piece, &mut inserted));
        // Whatever stood where no piece shows it.
        while !inserted.expressions.is_empty() {
            self.insert(&mut inserted);
        }
        if is_last {
            self.folded.drop_stop();
        }
    }

    fn piece(&mut self, piece: Piece, inserted: &mut Inserted<'_>) {
        match piece {
            Piece::Text(text) => self.text(&text, inserted),
            Piece::Code(code) => {
                let code = self.resolved(&code, inserted);
                self.folded.word(&format!("`{}", code.trim()));
            }
            Piece::Start(name, attributes) => self.tag(&name, &attributes, inserted),
            Piece::End(name) => self.folded.mark(&format!("</{name}>")),
            Piece::Marked(mark) => self.folded.mark(mark),
            Piece::Unmarked(None) => self.folded.mark("]"),
            Piece::Unmarked(Some((address, title))) => {
                let address = self.resolved(&address, inserted);
                self.folded.mark(&format!("]({address})"));
                self.interface.insert(format!("link {address}"));
                self.text(&title, inserted);
            }
            Piece::Break => self.folded.mark("\\"),
        }
    }

    fn tag(&mut self, name: &str, attributes: &[(String, String)], inserted: &mut Inserted<'_>) {
        let mut shared: Vec<String> = Vec::new();
        let mut worded: Vec<(&str, &str)> = Vec::new();
        for (name, value) in attributes {
            match WORDED.contains(&name.as_str()) {
                true => {
                    shared.push(name.clone());
                    worded.push((name, value));
                }
                false => {
                    let value = self.resolved(value, inserted);
                    shared.push(format!("{name}={}", value.trim()));
                }
            }
        }
        shared.sort();
        let tag = format!("<{name} {}>", shared.join(" "));
        self.folded.mark(&tag);
        self.interface.insert(tag);
        worded.sort_unstable();
        for (name, value) in worded {
            self.folded.mark(name);
            self.text(value, inserted);
            self.folded.mark("=");
        }
    }

    /// Text with addresses, numbers and what is put in.
    fn text(&mut self, text: &str, inserted: &mut Inserted<'_>) {
        let text = &*super::fold::normal(text);
        let mut at = 0;
        for (range, special) in specials(text, self.language) {
            self.plain(text, at..range.start, inserted);
            at = range.end;
            match special {
                Special::Address => {
                    let address = self.resolved(&text[range], inserted);
                    self.folded.word(&address);
                    self.interface.insert(format!("link {address}"));
                }
                Special::Number(number) => {
                    let values: Vec<String> =
                        number.likeliest().iter().map(ToString::to_string).collect();
                    let value = values.join("+");
                    let digits: String = text[range].chars().filter_map(figure).collect();
                    self.folded.number(&format!("#{value} {digits}"));
                    self.interface.insert(format!("#{value}"));
                }
            }
        }
        self.plain(text, at..text.len(), inserted);
    }

    fn plain(&mut self, text: &str, range: Range<usize>, inserted: &mut Inserted<'_>) {
        let mut at = range.start;
        for (found, mark) in text[range.clone()].match_indices(INSERTED) {
            self.folded.text(text, at..range.start + found);
            at = range.start + found + mark.len();
            self.insert(inserted);
        }
        self.folded.text(text, at..range.end);
    }

    fn insert(&mut self, inserted: &mut Inserted<'_>) {
        let Some((first, rest)) = inserted.expressions.split_first() else { return };
        inserted.expressions = rest;
        match first {
            Expression::Select(select) => self.select(select, rest.is_empty() && inserted.is_last),
            expression => {
                let name = self.name(expression);
                self.folded.word(&name);
                self.interface.insert(name);
            }
        }
    }

    fn select(&mut self, select: &Select, is_last: bool) {
        let file = self.file;
        let mut variants: Vec<_> = select
            .variants
            .iter()
            .map(|variant| {
                let default = if variant.is_default { "*" } else { "" };
                (format!("{default}[{}]", variant.key.span().of(file)), variant)
            })
            .collect();
        // A number may match a key of either kind: then the first one is taken.
        let is_number = |key: Key| matches!(key, Key::Number(_));
        let numbers = variants.iter().filter(|(_, variant)| is_number(variant.key)).count();
        if numbers == 0 || numbers == variants.len() {
            variants.sort_by(|(one, _), (two, _)| one.cmp(two));
        }
        let keys: Vec<&str> = variants.iter().map(|(key, _)| key.as_str()).collect();
        let name = format!("{} -> {}", self.name(&select.selector), keys.join(" "));
        let start = self.folded.open(&name);
        for (key, variant) in &variants {
            self.folded.variant(key, start);
            self.pattern(&variant.pattern, is_last);
        }
        self.folded.close();
        self.interface.insert(name);
    }

    /// A text of the interface, with the names of what is put in.
    fn resolved(&mut self, text: &str, inserted: &mut Inserted<'_>) -> String {
        let mut parts = text.split(INSERTED);
        let mut resolved = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            if let Some((first, rest)) = inserted.expressions.split_first() {
                inserted.expressions = rest;
                let name = self.name(first);
                resolved.push_str(&name);
                self.interface.insert(name);
            }
            resolved.push_str(part);
        }
        resolved
    }

    /// An expression, however it is written.
    fn name(&self, expression: &Expression) -> String {
        let file = self.file;
        let attribute = |attribute: &Option<Span>| {
            attribute.map_or_else(String::new, |attribute| format!(".{}", attribute.of(file)))
        };
        match expression {
            Expression::String(span) => format!("\"{}\"", unescape(span.of(file))),
            Expression::Number(span) => span.of(file).to_owned(),
            Expression::Variable(name) => format!("${}", name.of(file)),
            Expression::Message { id, attribute: name } => {
                format!("{}{}", id.of(file), attribute(name))
            }
            Expression::Term { id, attribute: name, arguments } => {
                let call = if arguments.is_empty() { String::new() } else { self.call(arguments) };
                format!("-{}{}{call}", id.of(file), attribute(name))
            }
            Expression::Function { id, arguments } => {
                format!("{}{}", id.of(file), self.call(arguments))
            }
            Expression::Placeable(inner) => self.name(&inner.expression),
            // Only where a text of the interface holds one, such as an address.
            Expression::Select(select) => {
                let variants = select.variants.iter().map(|variant| {
                    let default = if variant.is_default { "*" } else { "" };
                    let text = flatten(file, &variant.pattern);
                    format!(" {default}[{}] {text}", variant.key.span().of(file))
                });
                format!("{} ->{}", self.name(&select.selector), variants.collect::<String>())
            }
        }
    }

    fn call(&self, arguments: &Arguments) -> String {
        let positional = arguments.positional.iter().map(|argument| self.name(argument));
        let mut named: Vec<String> = arguments
            .named
            .iter()
            .map(|(name, value)| format!("{}: {}", name.of(self.file), self.name(value)))
            .collect();
        named.sort();
        format!("({})", positional.chain(named).collect::<Vec<_>>().join(", "))
    }
}

/// What is not a word in a text without tags.
enum Special {
    Address,
    Number(Quantity),
}

/// Addresses and numbers in order, none within another.
fn specials(text: &str, language: &Language) -> Vec<(Range<usize>, Special)> {
    let mut addresses: Vec<Range<usize>> = Vec::new();
    if text.contains(['/', '.', '@']) {
        let links = markup::links(text).chain(markup::emails(text));
        addresses.extend(links.map(|link| link.range));
        addresses.sort_by_key(|range| range.start);
        let mut end = 0;
        addresses.retain(|range| {
            range.start >= end && {
                end = range.end;
                true
            }
        });
    }
    let mut specials: Vec<_> = quantities(&without(text, &addresses), &language.written)
        .into_iter()
        .map(|number| (number.range.clone(), Special::Number(number)))
        .collect();
    specials.extend(addresses.into_iter().map(|range| (range, Special::Address)));
    specials.sort_by_key(|(range, _)| range.start);
    specials
}

/// A text with spaces in place of some stretches.
fn without<'t>(text: &'t str, stretches: &[Range<usize>]) -> Cow<'t, str> {
    if stretches.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut blank = String::with_capacity(text.len());
    for range in stretches {
        blank.push_str(&text[blank.len()..range.start]);
        blank.extend(std::iter::repeat_n(' ', range.len()));
    }
    blank.push_str(&text[blank.len()..]);
    Cow::Owned(blank)
}

fn figure(c: char) -> Option<char> {
    digit(c).map(|value| char::from(b'0' + value))
}
