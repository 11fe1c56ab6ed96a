//! Fluent resources as a tree of byte spans.
//!
//! Every node says exactly where it stands, so that findings point and edits cut. The tree owns no
//! text: a span is read through the `SourceText` it belongs to. Nothing here knows what a message
//! means, or in which locale it stands.
//!
//! The grammar is Fluent 1.0; where a doc comment names a production, it is one of its EBNF.

mod junk;
mod literal;
#[cfg(test)]
mod oracle;
mod parse;
mod pattern;
mod scan;
mod visit;
mod write;

pub use literal::unescape;
pub use parse::{MAX_DEPTH, MAX_SIZE, parse};
pub use scan::{Segment, segments};
pub use visit::{Reference, walk_references, walk_selects};
pub use write::{
    PatternError, alone, editable, escape_text, flatten, is_identifier, message as write_message,
    value as write_value,
};

use std::ops::{Deref, DerefMut};

use crate::text::Span;

/// One `.ftl` file: entries that tile it, in order.
#[derive(Debug, Default)]
pub struct Resource {
    /// Entries in file order. Their `span`s tile the file from 0 to its end.
    pub entries: Vec<Entry>,
    /// Whether any of them is junk.
    pub has_junk: bool,
    /// The names that junk starts with or swallows, sorted.
    broken: Vec<Span>,
    /// The entries in which git put lines around the sides of a conflict.
    conflicts: Vec<u32>,
}

/// Something that stands in a resource by itself.
#[derive(Debug)]
pub struct Entry {
    /// From its first byte (attached comment included) to the next entry's first byte.
    pub span: Span,
    /// Without the blank lines behind it.
    pub core: Span,
    /// What it is.
    pub body: Body,
}

impl Entry {
    /// Why it could not be read, if it could not.
    pub fn junk(&self) -> Option<&Junk> {
        match &self.body {
            Body::Junk(junk) => Some(junk),
            Body::Message(_) | Body::Comment(_) => None,
        }
    }

    /// The lines that git puts around the sides of a conflict, where they could not be read.
    pub fn conflict_markers(&self, text: &str) -> Vec<Span> {
        let Body::Junk(_) = self.body else { return Vec::new() };
        let mut markers = Vec::new();
        let mut start = self.core.start as usize;
        for line in self.core.of(text).split_inclusive('\n') {
            if CONFLICT_MARKERS.iter().any(|marker| line.starts_with(marker)) {
                markers.push(Span::new(start, start + line.trim_end().len()));
            }
            start += line.len();
        }
        markers
    }
}

/// How the lines start that git puts around the sides of a conflict, the opening one first.
pub const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The kinds of entries.
#[derive(Debug)]
pub enum Body {
    /// A message or a term.
    Message(Message),
    /// A comment that belongs to no entry.
    Comment(Comment),
    /// What the parser could not read.
    Junk(Junk),
}

/// A message, or a term: the same but for where it may be used.
#[derive(Debug)]
pub struct Message {
    /// Whether it is a term, written `-id`.
    pub is_term: bool,
    /// The identifier, without a term's `-`.
    pub id: Span,
    /// The comment attached to it.
    pub comment: Option<Comment>,
    /// Its value; a message may have only attributes, a term always has a value.
    pub value: Option<Pattern>,
    /// In file order; an id may stand twice.
    pub attributes: Vec<Attribute>,
    /// Indexes of the attributes sorted by id, where there are too many to look through.
    sorted: Vec<u32>,
}

/// How many attributes are looked through one by one.
const FEW: usize = 16;

impl Message {
    /// The span of `id` or `-id` as it is written.
    pub fn name(&self) -> Span {
        Span { start: self.id.start - u32::from(self.is_term), end: self.id.end }
    }

    /// The pattern of the value (`None`) or of an attribute.
    pub fn pattern(&self, text: &str, attribute: Option<&str>) -> Option<&Pattern> {
        match attribute {
            None => self.value.as_ref(),
            Some(name) => self.attribute(text, name).map(|attribute| &attribute.pattern),
        }
    }

    /// An attribute by name. Of two, the first wins, as in fluent-rs (in fluent.js the last does).
    pub fn attribute(&self, text: &str, name: &str) -> Option<&Attribute> {
        if self.sorted.is_empty() {
            return self.attributes.iter().find(|attribute| attribute.id.of(text) == name);
        }
        let id = |index: u32| self.attributes[index as usize].id.of(text);
        let first = self.sorted.partition_point(|&index| id(index) < name);
        let index = *self.sorted.get(first).filter(|&&index| id(index) == name)?;
        self.attributes.get(index as usize)
    }
}

/// The order of attributes by id, and in the file where ids are equal; empty where they are few.
fn sorted(attributes: &[Attribute], text: &str) -> Vec<u32> {
    if attributes.len() <= FEW {
        return Vec::new();
    }
    let mut sorted: Vec<u32> = (0..attributes.len() as u32).collect();
    sorted.sort_by_key(|&index| attributes[index as usize].id.of(text));
    sorted
}

/// An attribute: `.id = pattern`.
#[derive(Debug)]
pub struct Attribute {
    /// The identifier, without the dot.
    pub id: Span,
    /// Never empty.
    pub pattern: Pattern,
}

/// A comment of one to three `#`.
#[derive(Debug)]
pub struct Comment {
    /// 1 attached or free-standing, 2 for a group, 3 for the resource.
    pub level: u8,
    /// The text of each line, without its `#`s and the space behind them.
    pub lines: Vec<Span>,
}

impl Comment {
    /// From the first `#` to the end of the last line.
    pub fn span(&self, text: &str) -> Span {
        let first = self.lines.first().map_or(0, |line| line.start as usize);
        let last = self.lines.last().map_or(0, |line| line.end as usize);
        Span::new(parse::line_start(text, first), last)
    }
}

/// What could not be read, and why.
#[derive(Debug)]
pub struct Junk {
    /// Where the parser gave up.
    pub at: Span,
    /// What it expected there: lower case, no full stop.
    pub expected: String,
    /// The identifier the broken entry starts with, if it starts with one, `-` included.
    pub id: Option<Span>,
    /// The identifier of the first entry that is lost with it.
    pub swallowed: Option<Span>,
    /// Whether it was cut off because it passes [`MAX_DEPTH`] or [`MAX_SIZE`].
    pub too_deep: bool,
}

/// A pattern: text and placeables, never empty.
#[derive(Debug)]
pub struct Pattern {
    /// From its first to behind its last element.
    pub span: Span,
    /// Text is split by lines: each continuation line starts a new element.
    pub elements: Elements,
}

/// The elements of a pattern, as a slice. Most patterns are one line of text, which needs no list.
#[derive(Debug)]
pub struct Elements(Listed);

#[derive(Debug)]
enum Listed {
    One(Element),
    Several(Vec<Element>),
}

impl FromIterator<Element> for Elements {
    fn from_iter<I: IntoIterator<Item = Element>>(elements: I) -> Self {
        let mut elements = elements.into_iter();
        let (first, second) = (elements.next(), elements.next());
        Self(match (first, second) {
            (Some(only), None) => Listed::One(only),
            (first, second) => {
                let all = first.into_iter().chain(second).chain(elements);
                Listed::Several(all.collect())
            }
        })
    }
}

impl Deref for Elements {
    type Target = [Element];

    fn deref(&self) -> &[Element] {
        match &self.0 {
            Listed::One(element) => std::slice::from_ref(element),
            Listed::Several(elements) => elements,
        }
    }
}

impl DerefMut for Elements {
    fn deref_mut(&mut self) -> &mut [Element] {
        match &mut self.0 {
            Listed::One(element) => std::slice::from_mut(element),
            Listed::Several(elements) => elements,
        }
    }
}

impl<'a> IntoIterator for &'a Elements {
    type Item = &'a Element;
    type IntoIter = std::slice::Iter<'a, Element>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Pattern {
    /// Whether it is text and nothing else.
    pub fn is_text(&self) -> bool {
        self.elements.iter().all(|element| matches!(element, Element::Text(_)))
    }
}

/// A part of a pattern.
#[derive(Debug)]
pub enum Element {
    /// A stretch of text as displayed, indentation already taken off.
    Text(Span),
    /// `{ … }`.
    Placeable(Placeable),
}

/// An expression in braces.
#[derive(Debug)]
pub struct Placeable {
    /// Braces included.
    pub span: Span,
    /// What stands between them.
    pub expression: Expression,
}

/// What may stand in a placeable, be a selector or an argument.
#[derive(Debug)]
pub enum Expression {
    /// `"…"`: the span lies between the quotes; escapes are still in it.
    String(Span),
    /// `-3.14`.
    Number(Span),
    /// `$name`: the span is the name without `$`.
    Variable(Span),
    /// `id` or `id.attribute`.
    Message {
        /// The message's id.
        id: Span,
        /// The attribute's.
        attribute: Option<Span>,
    },
    /// `-id`, `-id.attribute` (as a selector), `-id(case: "genitive")`.
    Term {
        /// The term's id, without `-`.
        id: Span,
        /// The attribute's.
        attribute: Option<Span>,
        /// Empty without parentheses.
        arguments: Arguments,
    },
    /// `NUMBER($n, style: "percent")`.
    Function {
        /// The function's name.
        id: Span,
        /// What it is called with.
        arguments: Arguments,
    },
    /// `{ … }` within a placeable.
    Placeable(Box<Placeable>),
    /// `selector -> [key] … *[other] …`.
    Select(Box<Select>),
}

/// The arguments of a call. Few expressions have any, so that all are small without.
#[derive(Debug, Default)]
pub struct Arguments(Option<Box<ArgumentLists>>);

/// Arguments by kind.
#[derive(Debug, Default)]
pub struct ArgumentLists {
    /// In order.
    pub positional: Vec<Expression>,
    /// Name and literal.
    pub named: Vec<(Span, Expression)>,
}

impl Deref for Arguments {
    type Target = ArgumentLists;

    fn deref(&self) -> &ArgumentLists {
        static NONE: ArgumentLists = ArgumentLists { positional: Vec::new(), named: Vec::new() };
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Arguments {
    fn deref_mut(&mut self) -> &mut ArgumentLists {
        self.0.get_or_insert_default()
    }
}

impl ArgumentLists {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.positional.is_empty() && self.named.is_empty()
    }
}

/// A select expression.
#[derive(Debug)]
pub struct Select {
    /// What is selected by.
    pub selector: Expression,
    /// Where the selector stands, for findings.
    pub selector_span: Span,
    /// In file order; exactly one is the default.
    pub variants: Vec<Variant>,
}

impl Select {
    /// The variant taken when no key matches.
    pub fn default(&self) -> &Variant {
        self.variants.iter().find(|variant| variant.is_default).unwrap_or(&self.variants[0])
    }
}

/// A variant: `[key] pattern`.
#[derive(Debug)]
pub struct Variant {
    /// The key, without brackets.
    pub key: Key,
    /// Marked with `*`.
    pub is_default: bool,
    /// Never empty.
    pub pattern: Pattern,
}

/// A variant's key.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// A word: a plural category or a choice.
    Name(Span),
    /// A number literal.
    Number(Span),
}

impl Key {
    /// Where the key stands, without brackets.
    pub fn span(self) -> Span {
        match self {
            Self::Name(span) | Self::Number(span) => span,
        }
    }
}

/// Where a node of a tree lies in memory, which tells it from every other of the project.
pub fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

impl Resource {
    fn new(entries: Vec<Entry>, text: &str) -> Self {
        let junk = entries.iter().filter_map(Entry::junk);
        let mut broken: Vec<Span> =
            junk.clone().flat_map(|junk| junk.id.into_iter().chain(junk.swallowed)).collect();
        broken.sort_by_key(|name| name.of(text));
        let is_conflict = |entry: &Entry| !entry.conflict_markers(text).is_empty();
        let conflicts = (0..entries.len()).filter(|&index| is_conflict(&entries[index]));
        let conflicts = conflicts.map(|index| index as u32).collect();
        let has_junk = junk.count() > 0;
        Self { entries, has_junk, broken, conflicts }
    }

    /// Whether an entry that could not be read begins like this message or term, or swallows it.
    pub fn is_broken(&self, text: &str, name: &str) -> bool {
        self.broken.binary_search_by_key(&name, |broken| broken.of(text)).is_ok()
    }

    /// Whether an entry of this range holds the side of a merge conflict.
    pub fn has_conflict(&self, entries: std::ops::Range<usize>) -> bool {
        let next = self.conflicts.partition_point(|&index| (index as usize) < entries.start);
        self.conflicts.get(next).is_some_and(|&index| (index as usize) < entries.end)
    }

    /// Messages and terms in file order, each with its entry.
    pub fn messages(&self) -> impl DoubleEndedIterator<Item = (usize, &Message)> {
        self.messages_from(0)
    }

    /// Those from an entry on.
    pub fn messages_from(
        &self,
        entry: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, &Message)> {
        self.entries.iter().enumerate().skip(entry).filter_map(|(index, entry)| match &entry.body {
            Body::Message(message) => Some((index, message)),
            _ => None,
        })
    }

    /// The message or term of an entry.
    pub fn message(&self, entry: usize) -> Option<&Message> {
        match &self.entries.get(entry)?.body {
            Body::Message(message) => Some(message),
            _ => None,
        }
    }
}
