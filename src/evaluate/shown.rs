//! What a variant path shows, as text that rules can read and point into.

use std::ops::Range;

use crate::text::Span;

/// Stands in a text where something is shown that only running it would tell: a variable, a term.
pub const HOLE: char = '\u{FFFC}';

/// A text that knows where in a file each stretch of it stands.
#[derive(Clone, Debug)]
pub(super) enum Shown<'a> {
    /// A stretch of the file as it stands, and its offset.
    Plain(&'a str, u32),
    /// Put together from stretches: where each starts in the text, and where it stands.
    Joined(String, Vec<(u32, Span)>),
}

impl Default for Shown<'_> {
    fn default() -> Self {
        Self::Plain("", 0)
    }
}

impl<'a> Shown<'a> {
    /// Nothing yet, with room for so many bytes in so many stretches.
    pub(super) fn with_room(bytes: usize, stretches: usize) -> Self {
        Self::Joined(String::with_capacity(bytes), Vec::with_capacity(stretches))
    }

    /// Adds a stretch of the file.
    pub(super) fn push(&mut self, text: &'a str, offset: u32) {
        match self {
            Self::Plain("", _) => *self = Self::Plain(text, offset),
            _ => self.push_made(text, Span::new(offset as usize, offset as usize + text.len())),
        }
    }

    /// Adds text that stands for a span of the file without being written so.
    pub(super) fn push_made(&mut self, text: &str, span: Span) {
        if let Self::Plain(first, offset) = *self {
            let start = offset as usize;
            let stretches = match first {
                "" => Vec::new(),
                _ => vec![(0, Span::new(start, start + first.len()))],
            };
            let mut joined = String::with_capacity(2 * (first.len() + text.len()));
            joined.push_str(first);
            *self = Self::Joined(joined, stretches);
        }
        if let Self::Joined(joined, stretches) = self {
            stretches.push((joined.len() as u32, span));
            joined.push_str(text);
        }
    }

    pub(super) fn text(&self) -> &str {
        match self {
            Self::Plain(text, _) => text,
            Self::Joined(text, _) => text,
        }
    }

    /// Where a range of the text stands. What is not written so stands as a whole.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start);
        if range.is_empty() {
            return Span { start: start.start, end: start.start };
        }
        // The last byte, not the one behind it, which may be of another stretch.
        Span { start: start.start, end: self.place(range.end - 1).end }
    }

    /// The byte of the file that a byte of the text is, or the span it stands for.
    fn place(&self, at: usize) -> Span {
        let (stretches, text) = match self {
            Self::Plain(_, offset) => return byte(*offset as usize + at),
            Self::Joined(text, stretches) => (stretches, text),
        };
        let index = stretches.partition_point(|(start, _)| *start as usize <= at);
        let Some((start, span)) = index.checked_sub(1).map(|index| stretches[index]) else {
            return Span::at(0);
        };
        let end = stretches.get(index).map_or(text.len(), |(start, _)| *start as usize);
        let is_as_written = end - start as usize == span.range().len();
        match is_as_written {
            true => byte(span.start as usize + (at - start as usize)),
            false => span,
        }
    }
}

fn byte(at: usize) -> Span {
    Span::new(at, at + 1)
}

#[cfg(test)]
mod tests {
    use crate::evaluate::paths;
    use crate::syntax;

    fn shown(pattern: &str) -> Vec<(String, String)> {
        let text = format!("a = {pattern}\n");
        let resource = syntax::parse(&text);
        let value = resource.message(0).and_then(|message| message.value.as_ref());
        let paths = paths(&text, value.expect("a value"));
        let places = paths.iter().map(|path| {
            let whole = path.span(0..path.text().len());
            (path.text().to_owned(), whole.of(&text).to_owned())
        });
        places.collect()
    }

    #[test]
    fn literals_are_written_out_and_the_rest_is_a_hole() {
        let one = |text: &str, place: &str| vec![(text.to_owned(), place.to_owned())];
        assert_eq!(shown("Hello { $name }!"), one("Hello \u{FFFC}!", "Hello { $name }!"));
        assert_eq!(shown("{ \"a\\u0020\" }b{ 1 }"), one("a b1", "a\\u0020\" }b{ 1"));
        assert_eq!(shown("{ $n ->\n *[x] y\n }z"), one("yz", "y\n }z"));
    }
}
