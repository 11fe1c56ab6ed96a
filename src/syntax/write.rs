//! Writing Fluent: a pattern or a comment as the lines of a resource.
//!
//! The serializer of `fluent-syntax` decides the layout; what it leaves to its caller (text that
//! would be misread at the start of a line, braces meant literally) is decided here.

use fluent_syntax::ast;

use super::{Element, Entry, Pattern, segments};

/// Why a pattern's source is not a pattern.
#[derive(Debug)]
pub struct PatternError {
    /// Offset in the source, at which to point.
    pub at: usize,
    /// Lower case, no full stop.
    pub message: String,
}

/// A message as a resource shows it, ending in a line break.
///
/// `comment` may be empty. `pattern` is a pattern's source: text whose line breaks are meant, and
/// placeables. A line of text may begin with any character.
///
/// # Errors
/// Where the source is not a pattern.
pub fn message(id: &str, comment: &[String], pattern: &str) -> Result<String, PatternError> {
    let snippet = Snippet::new(pattern)?;
    let read = super::parse(&snippet.text);
    if let Some(junk) = read.entries.iter().find_map(Entry::junk) {
        let at = snippet.source_offset(junk.at.start as usize);
        return Err(PatternError { at, message: junk.expected.clone() });
    }
    let (Ok(mut resource) | Err((mut resource, _))) =
        fluent_syntax::parser::parse(snippet.text.as_str());
    let [ast::Entry::Message(message)] = resource.body.as_mut_slice() else {
        return Err(PatternError { at: 0, message: "expected a value".to_owned() });
    };
    message.id.name = id;
    if !comment.is_empty() {
        let content = comment.iter().map(String::as_str).collect();
        message.comment = Some(ast::Comment { content });
    }
    Ok(fluent_syntax::serializer::serialize(&resource))
}

/// A pattern's source by itself, for comparison and for records: texts as they are, placeables as
/// they are written, each line of them without its indentation and runs of white space folded.
///
/// [`alone`] makes a message of it again, with the same text, references and variants.
pub fn flatten(text: &str, pattern: &Pattern) -> String {
    let mut flat = String::new();
    for element in &pattern.elements {
        match element {
            Element::Text(span) => flat.push_str(span.of(text)),
            Element::Placeable(placeable) => {
                let lines = placeable.span.of(text).lines().map(|line| {
                    let words: Vec<&str> = line.split_whitespace().collect();
                    words.join(" ")
                });
                let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
                flat.push_str(&lines.join("\n "));
            }
        }
    }
    flat
}

/// A pattern's source as people edit it: like [`flatten`], with its placeables as they are written,
/// but for the indentation that their lines share.
pub fn editable(text: &str, pattern: &Pattern) -> String {
    let mut source = String::new();
    for element in &pattern.elements {
        match element {
            Element::Text(span) => source.push_str(span.of(text)),
            Element::Placeable(placeable) => source.push_str(&outdented(placeable.span.of(text))),
        }
    }
    source
}

/// Lines without the indentation that all but the first share.
fn outdented(written: &str) -> String {
    let indents = written.lines().skip(1).filter(|line| !line.trim().is_empty());
    let indent = indents.map(|line| line.len() - line.trim_start_matches(' ').len()).min();
    let lines = written.lines().enumerate().map(|(index, line)| match index {
        0 => line,
        _ => line.get(indent.unwrap_or(0)..).unwrap_or_default(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A pattern's source as it stands behind the `=` of a message or, with `is_attribute`, of an
/// attribute: on the same line, or on lines of its own.
///
/// # Errors
/// Where the source is not a pattern.
pub fn value(pattern: &str, is_attribute: bool) -> Result<String, PatternError> {
    let written = message("x", &[], pattern)?;
    let value = written.strip_prefix("x =").unwrap_or(&written).trim_end_matches('\n');
    let lines = value.split('\n').enumerate().map(|(index, line)| match index {
        _ if line.trim_matches([' ', '\r']).is_empty() => String::new(),
        0 => line.to_owned(),
        _ if is_attribute => format!("{INDENT}{line}"),
        _ => line.to_owned(),
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// A resource of one message, whose value is a pattern's source.
///
/// # Errors
/// Where a brace has no partner.
pub fn alone(pattern: &str) -> Result<String, PatternError> {
    Snippet::new(pattern).map(|snippet| snippet.text)
}

/// Text as a pattern that shows exactly that text: braces become string literals.
pub fn escape_text(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' => pattern.push_str(r#"{"{"}"#),
            '}' => pattern.push_str(r#"{"}"}"#),
            _ => pattern.push(c),
        }
    }
    pattern
}

/// Whether a word can be a message id (production `Identifier`).
pub fn is_identifier(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// A pattern's source made into a message the parser reads as it is meant.
struct Snippet {
    text: String,
    /// (offset in `text`, offset in the source) wherever the two part company, in order.
    map: Vec<(usize, usize)>,
}

const HEAD: &str = "x = ";
const INDENT: &str = "    ";

impl Snippet {
    fn new(pattern: &str) -> Result<Self, PatternError> {
        let mut snippet = Self { text: HEAD.to_owned(), map: Vec::new() };
        let is_multiline = pattern.contains('\n');
        let segments = segments(pattern).map_err(|at| PatternError {
            at,
            message: match pattern.as_bytes()[at] {
                b'{' => r#"`{` is never closed; write `{"{"}` to show one"#.to_owned(),
                _ => r#"`}` has no opening brace; write `{"}"}` to show one"#.to_owned(),
            },
        })?;
        for segment in segments {
            let source = &pattern[segment.range.clone()];
            match segment.is_placeable {
                true => snippet.push_placeable(source, segment.range.start),
                false => snippet.push_text(source, segment.range.start, is_multiline),
            }
        }
        Ok(snippet)
    }

    fn push(&mut self, source: &str, offset: usize) {
        self.map.push((self.text.len(), offset));
        self.text.push_str(source);
    }

    /// Lines of a text in a variant must be indented; whoever types them need not know.
    fn push_placeable(&mut self, source: &str, mut offset: usize) {
        for (index, line) in source.split('\n').enumerate() {
            if index > 0 {
                self.text.push('\n');
                self.text.push_str(INDENT);
            }
            self.push(line, offset);
            offset += line.len() + 1;
        }
    }

    fn push_text(&mut self, source: &str, mut offset: usize, is_multiline: bool) {
        for (index, line) in source.split('\n').enumerate() {
            if index > 0 {
                self.text.push('\n');
                self.text.push_str(INDENT);
            }
            let starts_line = index > 0 || offset == 0;
            let rest =
                line.strip_prefix(['[', '*', '.', ' ']).filter(|_| starts_line && is_multiline);
            match rest {
                Some(rest) => {
                    let misread = &line[..line.len() - rest.len()];
                    self.push(&format!("{{\"{misread}\"}}"), offset);
                    self.push(rest, offset + misread.len());
                }
                None => self.push(line, offset),
            }
            offset += line.len() + 1;
        }
    }

    fn source_offset(&self, at: usize) -> usize {
        let index = self.map.partition_point(|(start, _)| *start <= at);
        match index.checked_sub(1).map(|index| self.map[index]) {
            Some((start, source)) => source + (at - start),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pattern: &str) -> String {
        message("id", &[], pattern).expect("a pattern")
    }

    #[test]
    fn lines_that_fluent_would_misread_are_escaped() {
        assert_eq!(written("a\\\n[b]"), "id =\n    a\\\n    { \"[\" }b]\n");
        assert_eq!(written("*a*\\\n.b"), "id =\n    { \"*\" }a*\\\n    { \".\" }b\n");
        assert_eq!(written("[a] link"), "id = [a] link\n");
        // A tab is text to Fluent, also where nothing else stands in the line.
        assert_eq!(value("a\n\t\nb", false).expect("a pattern"), "\n    a\n    \t\n    b");
    }

    #[test]
    fn a_flattened_pattern_reads_back_with_its_variants() {
        let text = "x =\n    a\n    { $n   ->\n        [one]  [b]  c\n            d [e]\n       *[f] {g}\n    }\n";
        let resource = crate::syntax::parse(text);
        let value = resource.message(0).and_then(|message| message.value.as_ref());
        let flat = flatten(text, value.expect("a value"));
        assert_eq!(flat, "a\n{ $n ->\n [one] [b] c\n d [e]\n *[f] {g}\n }");
        let again = alone(&flat).expect("a pattern");
        let resource = crate::syntax::parse(&again);
        let value = resource.message(0).and_then(|message| message.value.as_ref());
        let value = value.expect("a value");
        assert_eq!(flatten(&again, value), flat);
    }

    #[test]
    fn a_pattern_reads_back_as_it_was_given_to_somebody_to_edit() {
        let text = "x =\n    a\n    { $n ->\n        [one]  b  { \"  \" }\n            c\n       *[f] {g}\n    }\n";
        let resource = crate::syntax::parse(text);
        let value = resource.message(0).and_then(|message| message.value.as_ref());
        let shown = editable(text, value.expect("a value"));
        let lines = "a\n{ $n ->\n    [one]  b  { \"  \" }\n        c\n   *[f] {g}\n}";
        assert_eq!(shown, lines);
        assert_eq!(
            written(&shown),
            "id =\n    a\n    { $n ->\n        [one]\n            b  { \"  \" }\n            c\n       *[f] { g }\n    }\n"
        );
    }

    #[test]
    fn lines_in_a_variant_need_no_indentation() {
        let typed = "{ $n ->\n[one] a\nb\n*[other] c\n}";
        let lines =
            "\n    { $n ->\n        [one]\n            a\n            b\n       *[other] c\n    }";
        assert_eq!(value(typed, false).expect("a pattern"), lines);
        assert_eq!(
            value("a\n\n[b]", true).expect("a pattern"),
            "\n        a\n\n        { \"[\" }b]"
        );
    }

    #[test]
    fn a_broken_pattern_is_pointed_at() {
        let error = message("id", &[], "Hello { $name").expect_err("broken");
        assert_eq!(error.at, 6);
        let error = message("id", &[], "Hello { $ } you").expect_err("broken");
        assert_eq!(error.at, 8);
    }
}
