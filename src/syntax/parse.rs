//! Reading a resource: parsing, spans, and what went wrong in words.

use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser::{ErrorKind, ParserError};

use super::convert::Converter;
use super::depth::{Excess, excesses, starts_entry};
use super::{Body, Entry, Junk, Resource, plain};
use crate::text::{BOM, Span};

/// Reads a whole file. Never fails: what cannot be read becomes [`Junk`].
pub fn parse(text: &str) -> Resource {
    let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let mut entries = Vec::new();
    let mut at = start;
    for mut excess in excesses(text) {
        parse_stretch(text, at..excess.range.start, &mut entries);
        at = excess.range.end;
        excess.range.start = excess.range.start.max(start);
        entries.push(excessive_entry(text, excess));
    }
    parse_stretch(text, at..text.len(), &mut entries);
    tile(text, &mut entries);
    Resource::new(entries, text)
}

fn parse_stretch(text: &str, range: Range<usize>, entries: &mut Vec<Entry>) {
    match sound_entries(text, range.clone()) {
        Some(sound) => entries.extend(sound),
        None => parse_whole(text, range, entries),
    }
}

/// The entries of a stretch in which nothing is broken, read one by one; `None` if anything is, for
/// that may swallow what stands behind it.
fn sound_entries(text: &str, range: Range<usize>) -> Option<Vec<Entry>> {
    let text = &text[..range.end];
    let bytes = text.as_bytes();
    if memchr::memchr(b'\r', &bytes[range.start..]).is_some() {
        return None;
    }
    let mut entries = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if bytes[at] == b'\n' {
            at += 1;
        } else if let Some((entry, next)) = plain::message(text, at) {
            entries.push(entry);
            at = next;
        } else {
            let end = end_of_entry(bytes, at);
            let tree = fluent_syntax::parser::parse(&text[at..end]).ok()?;
            let converter = Converter::new(text, end);
            entries.extend(tree.body.into_iter().map(|entry| converter.entry(entry)));
            at = end;
        }
    }
    Some(entries)
}

/// Behind a sound message and all that stands before it from the start of a line on.
fn end_of_entry(bytes: &[u8], start: usize) -> usize {
    let (mut line, mut has_message) = (start, false);
    while line < bytes.len() {
        if starts_entry(&bytes[line..]) {
            if has_message {
                return line;
            }
            has_message = bytes[line] != b'#';
        }
        line = memchr::memchr(b'\n', &bytes[line..]).map_or(bytes.len(), |end| line + end + 1);
    }
    bytes.len()
}

fn parse_whole(text: &str, range: Range<usize>, entries: &mut Vec<Entry>) {
    let stretch = &text[range.clone()];
    let (tree, errors) = match fluent_syntax::parser::parse(stretch) {
        Ok(tree) => (tree, Vec::new()),
        Err((tree, errors)) => (tree, errors),
    };
    let converter = Converter::new(text, range.end);
    let mut errors = errors.into_iter();
    entries.reserve(tree.body.len());
    for entry in tree.body {
        let entry = match entry {
            ast::Entry::Junk { content } => junk(&converter, content, errors.next(), range.start),
            other => converter.entry(other),
        };
        entries.push(entry);
    }
}

/// Stretches each entry to the start of the next, so that they cover the file.
fn tile(text: &str, entries: &mut [Entry]) {
    let mut end = text.len();
    for entry in entries.iter_mut().rev() {
        entry.span = Span::new(entry.core.start as usize, end);
        let trimmed = text[entry.core.start as usize..end].trim_end_matches(['\n', '\r', ' ']);
        entry.core =
            Span::new(entry.core.start as usize, entry.core.start as usize + trimmed.len());
        end = entry.core.start as usize;
    }
    if let Some(first) = entries.first_mut() {
        first.span.start = 0;
    }
}

/// The start of the line that `offset` lies in.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..offset]).map_or(0, |newline| newline + 1)
}

fn junk(
    converter: &Converter<'_>,
    content: &str,
    error: Option<ParserError>,
    offset: usize,
) -> Entry {
    let core = converter.span(content);
    let (at, expected) = match error {
        Some(error) => {
            let at = (error.pos.start + offset).clamp(core.start as usize, core.end as usize);
            (at, expectation(&error.kind, content))
        }
        None => (core.start as usize, "expected a message, a term or a comment".to_owned()),
    };
    let at = place_of_error(converter.text(), core, at);
    let swallowed = swallowed_id(content, core);
    let junk = Junk { at, expected, id: leading_id(content, core), swallowed, too_deep: false };
    Entry { span: core, core, body: Body::Junk(junk) }
}

fn excessive_entry(text: &str, Excess { range, limit }: Excess) -> Entry {
    let core = Span::new(range.start, range.end);
    let brace = text[range.clone()].find(['{', '.']).map_or(range.start, |at| range.start + at);
    let junk = Junk {
        at: Span::new(brace, brace + 1),
        expected: limit.to_string(),
        id: leading_id(&text[range], core),
        swallowed: None,
        too_deep: true,
    };
    Entry { span: core, core, body: Body::Junk(junk) }
}

/// The character at which the parser gave up. At the end of a line or behind the junk, the end of
/// the text before it; at the indentation of a line, its first character.
fn place_of_error(text: &str, junk: Span, at: usize) -> Span {
    let content = junk.of(text);
    let first = junk.start as usize + content.len() - content.trim_start().len();
    let last = first + content.trim().len();
    let mut at = at.clamp(first, last);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    match text[at..last].chars().next() {
        Some(c) if !c.is_whitespace() => Span::new(at, at + c.len_utf8()),
        _ => {
            let end = first + text[first..at].trim_end().len();
            let start = text[first..end].chars().next_back().map_or(end, |c| end - c.len_utf8());
            Span::new(start, end)
        }
    }
}

fn leading_id(content: &str, core: Span) -> Option<Span> {
    let dash = usize::from(content.starts_with('-'));
    let name = &content[dash..];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let length = dash + name.find(|c| !word(c)).unwrap_or(name.len());
    Some(Span::new(core.start as usize, core.start as usize + length))
}

/// The first entry that starts on a later line of the junk and is lost with it.
fn swallowed_id(content: &str, core: Span) -> Option<Span> {
    let lines = memchr::memchr_iter(b'\n', content.as_bytes()).map(|newline| newline + 1);
    let starts = lines.filter(|&line| starts_entry(&content.as_bytes()[line..]));
    let at = starts.into_iter().find(|&line| !content[line..].starts_with('#'))?;
    leading_id(&content[at..], Span::at(core.start as usize + at))
}

/// What the parser's error means to somebody who writes messages.
pub(super) fn expectation(kind: &ErrorKind, content: &str) -> String {
    let words: &str = match kind {
        ErrorKind::ExpectedToken('=') => "expected `=` after the identifier",
        ErrorKind::ExpectedToken('}') => "expected `}` to close the placeable",
        ErrorKind::ExpectedToken(']') => "expected `]` to close the variant key",
        ErrorKind::ExpectedToken(')') => "expected `)` to close the call",
        ErrorKind::ExpectedToken('"') => "expected `\"` to close the string",
        ErrorKind::ExpectedToken(' ') => "expected a space after `#`",
        ErrorKind::ExpectedToken(token) => return format!("expected `{token}`"),
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => {
            return match content.starts_with(char::is_whitespace) {
                true => "expected an attribute `.name = value`, or text that belongs to the message above".to_owned(),
                false => "expected an identifier, which starts with a letter a to z".to_owned(),
            };
        }
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => "expected a digit",
        ErrorKind::ExpectedCharRange { .. } => "expected a line break after `->`",
        ErrorKind::ExpectedMessageField { .. } => "expected a value or an attribute",
        ErrorKind::ExpectedTermField { .. } => "expected a value: a term always has one",
        ErrorKind::ForbiddenCallee => "function names are written in capitals, such as `NUMBER`",
        ErrorKind::MissingDefaultVariant => "expected a default variant, marked `*[…]`",
        ErrorKind::MissingValue => "expected a value",
        ErrorKind::MultipleDefaultVariants => "only one variant can be the default `*[…]`",
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            "a message cannot be a selector; use a variable"
        }
        ErrorKind::TermReferenceAsSelector => {
            "a term cannot be a selector; use one of its attributes, `-term.attribute`"
        }
        ErrorKind::TermAttributeAsPlaceable => {
            "a term's attribute can only be a selector, it cannot be shown"
        }
        ErrorKind::UnterminatedStringLiteral => "expected `\"` to close the string on its line",
        ErrorKind::PositionalArgumentFollowsNamed => "positional arguments stand before named ones",
        ErrorKind::DuplicatedNamedArgument(name) => {
            return format!("the argument `{name}` stands twice");
        }
        ErrorKind::UnknownEscapeSequence(_) => {
            r#"unknown escape: only `\"`, `\\`, `\uXXXX` and `\UXXXXXX` exist"#
        }
        ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            r"expected four hexadecimal digits after `\u`, six after `\U`"
        }
        ErrorKind::UnbalancedClosingBrace => {
            r#"`}` has no opening brace; write `{"}"}` to show one"#
        }
        ErrorKind::ExpectedInlineExpression => {
            r#"expected `$variable`, `message`, `-term`, a number, "text" or a FUNCTION()"#
        }
        ErrorKind::ExpectedSimpleExpressionAsSelector => {
            "expected a variable, a function or a term's attribute as selector"
        }
        ErrorKind::ExpectedLiteral => "expected a number or a \"text\" as the argument's value",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::syntax::{Element, Expression, MAX_DEPTH, MAX_SIZE};

    fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
        let piece = prop_oneof![20 => sample::select(SOUND), 1 => sample::select(BROKEN)];
        vec(piece, 0..20)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 5000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn entries_are_the_same_one_by_one_and_all_at_once(pieces in pieces()) {
            let text = pieces.concat();
            let mut whole = Vec::new();
            parse_whole(&text, 0..text.len(), &mut whole);
            if let Some(sound) = sound_entries(&text, 0..text.len()) {
                prop_assert_eq!(format!("{sound:?}"), format!("{whole:?}"), "{:?}", text);
            }
        }
    }

    /// What decides where entries begin and end, and is never broken by itself.
    const SOUND: &[&str] = &[
        "a = b\n",
        "b=c  \n",
        "c-1_x = d # e\n",
        "d = é\u{A0}\n",
        "-t = u\n",
        "    .x = y\n",
        "    more\n",
        "f = { $x }\n",
        "# c\n",
        "#\n",
        "#  d\n",
        "## g\n",
        "### r\n",
        "\n",
        "  \n",
        "g = { $n ->\n  [one] h\n *[other] i\n}\n",
        "i = { -t }. \n",
        "j = {  $x  } y { -t }{k}  \n",
        "k = { l.m }{ N() } {\"\"}\n",
        "-u = {K}{ -t(a: 1) } \n",
    ];

    /// What may be.
    const BROKEN: &[&str] = &[
        "a = b",
        "e =\n",
        ".y = z\n",
        "{ $n }\n",
        "} \n",
        "[x]\n",
        "* y\n",
        "#x\n",
        "#",
        " ",
        "\t\n",
        "\r\n",
        "h = {\n",
        "m = x } y\n",
        "n = { $ }\n",
        "o = { }\n",
        "p = { x y }\n",
        "q = { -t.v }\n",
        "-r = \n",
        "s = { { $x } }\n",
    ];

    fn cores(text: &str) -> Vec<&str> {
        parse(text).entries.iter().map(|entry| entry.core.of(text)).collect()
    }

    #[test]
    fn entries_tile_the_file_and_cores_leave_out_blank_lines() {
        let text = "\u{FEFF}\n### file\n\n# about a\na = b\n    .c = d\n\n\n-t = { $x }\nbad = {\nlast = e\n";
        let resource = parse(text);
        let mut end = 0;
        for entry in &resource.entries {
            assert_eq!(entry.span.start, end);
            end = entry.span.end;
        }
        assert_eq!(end as usize, text.len());
        assert_eq!(
            cores(text),
            ["### file", "# about a\na = b\n    .c = d", "-t = { $x }", "bad = {\nlast = e"]
        );
    }

    #[test]
    fn a_comment_cut_off_at_the_end_keeps_its_place() {
        assert_eq!(cores("a = b\n#"), ["a = b", "#"]);
        assert_eq!(cores("##"), ["##"]);
    }

    #[test]
    fn spans_take_in_sigils_quotes_braces_and_parentheses() {
        let text =
            "a = x { NUMBER($n, style: \"percent\") } { \"q\" }{ -t.x ->\n *[b] { -u(c: 1) }\n} y";
        let resource = parse(text);
        let message = resource.message(0).expect("a message");
        let pattern = message.value.as_ref().expect("a value");
        let spans: Vec<&str> = pattern.elements.iter().map(|e| e.span().of(text)).collect();
        assert_eq!(
            spans,
            [
                "x ",
                "{ NUMBER($n, style: \"percent\") }",
                " ",
                "{ \"q\" }",
                "{ -t.x ->\n *[b] { -u(c: 1) }\n}",
                " y"
            ]
        );
        let Element::Placeable(select) = &pattern.elements[4] else { unreachable!() };
        let Expression::Select(select) = &select.expression else { unreachable!() };
        assert_eq!(select.selector_span.of(text), "-t.x");
        assert_eq!(select.variants[0].pattern.span.of(text), "{ -u(c: 1) }");
    }

    #[test]
    fn nesting_past_the_limit_is_junk_and_the_rest_is_read() {
        let deep = "{".repeat(1_000_000);
        let text = format!("a = b\ndeep = {deep}\nlast = c\n");
        let resource = parse(&text);
        assert_eq!(resource.entries.len(), 3);
        assert!(matches!(&resource.entries[1].body, Body::Junk(junk) if junk.too_deep));
        assert_eq!(resource.entries[2].core.of(&text), "last = c");
    }

    #[test]
    fn entries_of_too_many_pieces_are_junk_and_the_rest_is_read() {
        let many = |piece: &str| piece.repeat(MAX_SIZE + 1);
        let attributes = format!("x\n{}", many("    .a = b\n"));
        let arguments = format!("{{ NUMBER({}1) }}", many("1,"));
        let variants = format!("{{ $n ->\n{} *[o] x\n}}", many(" [a] x\n"));
        for large in [many("{\"\"}"), attributes, arguments, variants] {
            let text = format!("a = b\nlarge = {large}\nlast = c\n");
            let resource = parse(&text);
            let junk = resource.entries.iter().map(|entry| match &entry.body {
                Body::Junk(junk) => Some(junk.expected.as_str()),
                _ => None,
            });
            let expected = Some("has more than 5000 placeables, variants and attributes");
            assert_eq!(junk.collect::<Vec<_>>(), [None, expected, None]);
        }
    }

    #[test]
    fn long_texts_are_no_excess() {
        let text = format!("a = {}\n", "so on, and so on. [1] (2), ".repeat(10_000));
        assert!(matches!(parse(&text).entries[0].body, Body::Message(_)));
    }

    #[test]
    fn nesting_up_to_the_limit_is_read() {
        let select = |inner: String| format!("{{ $n ->\n *[other] {inner}\n}}");
        let deep = (0..MAX_DEPTH).fold("x".to_owned(), |inner, _| select(inner));
        let resource = parse(&format!("a = {deep}\n"));
        assert!(matches!(resource.entries[0].body, Body::Message(_)));
    }

    #[test]
    fn junk_says_what_was_expected_and_what_is_lost_with_it() {
        let text = "a = b\nbroken = {\nc = d\n";
        let Body::Junk(junk) = &parse(text).entries[1].body else { unreachable!() };
        assert_eq!(junk.swallowed.map(|id| id.of(text)), Some("c"));
        let text = "a = b\nbroken = { $n\nc = d\n";
        let Body::Junk(junk) = &parse(text).entries[1].body else { unreachable!() };
        assert_eq!(junk.expected, "expected `}` to close the placeable");
        assert_eq!(junk.id.map(|id| id.of(text).to_owned()).as_deref(), Some("broken"));
    }
}
