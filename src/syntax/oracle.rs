//! What `fluent-syntax` makes of a resource, held against what is made of it here.
//!
//! Its tree of slices becomes a tree of spans: an offset is pointer minus pointer.

use fluent_syntax::ast;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample;
use proptest::test_runner::RngSeed;

use super::junk::{Fault, junk};
use super::parse::{line_start, tile};
use super::{
    Arguments, Attribute, Body, Comment, Element, Elements, Entry, Expression, Key, Message,
    Pattern, Placeable, Select, Variant,
};
use crate::text::Span;

/// The words in which a fault is told are this project's own.
const WORDS: &str = "";

/// The entries that `fluent-syntax` reads, and what it cannot read.
fn entries(text: &str) -> Vec<Entry> {
    let (tree, errors) = match fluent_syntax::parser::parse(text) {
        Ok(tree) => (tree, Vec::new()),
        Err((tree, errors)) => (tree, errors),
    };
    let converter = Converter { text, base: text.as_ptr() as usize };
    let mut errors = errors.into_iter();
    let mut entries = Vec::new();
    for entry in tree.body {
        entries.push(match entry {
            ast::Entry::Junk { content } => {
                let span = converter.span(content);
                let error = errors.next().expect("an error for each junk");
                let core = Span::at(span.start as usize);
                let body = Body::Junk(junk(text, span, &Fault::at(error.pos.start, WORDS)));
                Entry { span: core, core, body }
            }
            entry => converter.entry(entry),
        });
    }
    tile(text, &mut entries);
    entries
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_is_what_fluent_syntax_reads(pieces in vec(sample::select(PIECES), 0..20)) {
        let mut text = pieces.concat();
        text.push_str("z = z");
        let mut read = super::parse(&text).entries;
        for entry in &mut read {
            if let Body::Junk(junk) = &mut entry.body {
                junk.expected = WORDS.to_owned();
            }
        }
        prop_assert_eq!(format!("{read:?}"), format!("{:?}", entries(&text)), "{:?}", text);
    }
}

const PIECES: &[&str] = &[
    "a = b\n",
    "b=c  \n",
    "c-1_x = d # e\n",
    "d = é\u{A0}\n",
    "-t = u\n",
    "e =\n",
    "-r = \n",
    "f = ",
    "-u =",
    "    .x = y\n",
    "  .x=\n",
    ".y = z\n",
    "    .z = ",
    "    more\n",
    "  less\n",
    "      most { $x }\n",
    "  { $x } ",
    "# c\n",
    "#\n",
    "#  d\n",
    "## g\n",
    "### r\n",
    "#### s\n",
    "#x\n",
    "\n",
    "\n\n",
    "  \n",
    " ",
    "\r\n",
    "\r",
    "\t",
    "é",
    "{ $n ->\n",
    "{ $n->\r\n",
    "{ N($n, a: 1) ->\n",
    "{ -t.v ->\n",
    "{ 1 ->\n",
    "{ \"s\" ->\n",
    "{ m ->\n",
    "{ -t ->\n",
    "{ { $x } ->\n",
    "{ m.v ->\n",
    "  [one] h\n",
    " *[other] i\n",
    "[ 1.5 ]\n",
    "*[-1] x",
    " [a] ",
    "}\n",
    " }",
    "} \n",
    "{ $x }",
    "{$x}",
    "{  $x  }",
    "{\n $x\n }",
    "{ m }",
    "{ m.v }",
    "{ -t }",
    "{ -t.v }",
    "{ -t(a: 1) }",
    "{ -t (a: \"b\", ) }",
    "{ N() }",
    "{ NUM-1_X($a, -t, 1, { m }, { n -> ",
    "{ N(a: 1, a: 2) }",
    "{ N(a: 1, b) }",
    "{ N(a: -1) }",
    "{ N($a $b) }",
    "{ n() }",
    "{ N(",
    "{\"\"}",
    "{ \"\\u00e9\\\\\\\"\" }",
    "{ \"\\u00e\" }",
    "{ \"\\U01F600\" }",
    "{ \"\\x\" }",
    "{ \"s",
    "\"",
    "{ 3 }",
    "{ -3.14 }",
    "{ 3. }",
    "{ - }",
    "{ { $x } }",
    "{ { -t.v } }",
    "{ }",
    "{",
    "}",
    "{ $ }",
    "{ $x $y }",
    "(",
    ")",
    "->",
    "=",
    "a",
    "-",
    "$",
];

/// Turns nodes that are slices of one text into nodes with spans in it.
struct Converter<'s> {
    text: &'s str,
    base: usize,
}

impl<'s> Converter<'s> {
    /// Where a slice of the text lies in it.
    fn span(&self, slice: &str) -> Span {
        let start = slice.as_ptr() as usize - self.base;
        Span::new(start, start + slice.len())
    }

    /// An entry other than junk. Its `span` and the end of its `core` are set when entries are
    /// laid side by side.
    fn entry(&self, entry: ast::Entry<&'s str>) -> Entry {
        match entry {
            ast::Entry::Message(message) => {
                self.message(false, &message.id, message.comment, message.value, message.attributes)
            }
            ast::Entry::Term(term) => {
                self.message(true, &term.id, term.comment, Some(term.value), term.attributes)
            }
            ast::Entry::Comment(comment) => self.free_comment(1, &comment),
            ast::Entry::GroupComment(comment) => self.free_comment(2, &comment),
            ast::Entry::ResourceComment(comment) => self.free_comment(3, &comment),
            ast::Entry::Junk { content } => {
                self.free_comment(0, &ast::Comment { content: vec![content] })
            }
        }
    }

    fn message(
        &self,
        is_term: bool,
        id: &ast::Identifier<&'s str>,
        comment: Option<ast::Comment<&'s str>>,
        value: Option<ast::Pattern<&'s str>>,
        attributes: Vec<ast::Attribute<&'s str>>,
    ) -> Entry {
        let comment = comment.map(|comment| self.comment(1, &comment));
        let id = self.span(id.name);
        let first = comment.as_ref().and_then(|comment| comment.lines.first()).unwrap_or(&id);
        let core = Span::at(line_start(self.text, first.start as usize));
        let attributes: Vec<Attribute> = attributes
            .into_iter()
            .map(|attribute| Attribute {
                id: self.span(attribute.id.name),
                pattern: self.pattern(attribute.value),
            })
            .collect();
        let value = value.map(|value| self.pattern(value));
        let sorted = super::sorted(&attributes, self.text);
        let message = Message { is_term, id, comment, value, attributes, sorted };
        Entry { span: core, core, body: Body::Message(message) }
    }

    fn free_comment(&self, level: u8, comment: &ast::Comment<&'s str>) -> Entry {
        let comment = self.comment(level, comment);
        let core = Span::at(comment.span(self.text).start as usize);
        Entry { span: core, core, body: Body::Comment(comment) }
    }

    fn comment(&self, level: u8, comment: &ast::Comment<&'s str>) -> Comment {
        Comment { level, lines: comment.content.iter().map(|line| self.span(line)).collect() }
    }

    fn pattern(&self, pattern: ast::Pattern<&'s str>) -> Pattern {
        let elements: Elements =
            pattern.elements.into_iter().map(|element| self.element(element)).collect();
        let span = match (elements.first(), elements.last()) {
            (Some(first), Some(last)) => first.span().to(last.span()),
            _ => Span::default(),
        };
        Pattern { span, elements }
    }

    fn element(&self, element: ast::PatternElement<&'s str>) -> Element {
        match element {
            ast::PatternElement::TextElement { value } => Element::Text(self.span(value)),
            ast::PatternElement::Placeable { expression } => {
                Element::Placeable(self.placeable(expression))
            }
        }
    }

    fn placeable(&self, expression: ast::Expression<&'s str>) -> Placeable {
        let (expression, inner) = match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => self.select(selector, variants),
        };
        let bytes = self.text.as_bytes();
        let open = bytes[..inner.start as usize].iter().rposition(|&b| b == b'{').unwrap_or(0);
        let close = self.behind(inner.end as usize, b'}');
        Placeable { span: Span::new(open, close), expression }
    }

    fn select(
        &self,
        selector: ast::InlineExpression<&'s str>,
        variants: Vec<ast::Variant<&'s str>>,
    ) -> (Expression, Span) {
        let (selector, selector_span) = self.inline(selector);
        let variants: Vec<Variant> = variants
            .into_iter()
            .map(|variant| Variant {
                key: match variant.key {
                    ast::VariantKey::Identifier { name } => Key::Name(self.span(name)),
                    ast::VariantKey::NumberLiteral { value } => Key::Number(self.span(value)),
                },
                is_default: variant.default,
                pattern: self.pattern(variant.value),
            })
            .collect();
        let end = variants.last().map_or(selector_span, |variant| variant.pattern.span);
        let span = selector_span.to(end);
        (Expression::Select(Box::new(Select { selector, selector_span, variants })), span)
    }

    /// An inline expression and the span it takes, sigils, quotes and parentheses included.
    fn inline(&self, inline: ast::InlineExpression<&'s str>) -> (Expression, Span) {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let span = self.span(value);
                (Expression::String(span), Span { start: span.start - 1, end: span.end + 1 })
            }
            ast::InlineExpression::NumberLiteral { value } => {
                let span = self.span(value);
                (Expression::Number(span), span)
            }
            ast::InlineExpression::VariableReference { id } => {
                let span = self.span(id.name);
                (Expression::Variable(span), Span { start: span.start - 1, end: span.end })
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                let id = self.span(id.name);
                let attribute = attribute.map(|attribute| self.span(attribute.name));
                (Expression::Message { id, attribute }, id.to(attribute.unwrap_or(id)))
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let id = self.span(id.name);
                let attribute = attribute.map(|attribute| self.span(attribute.name));
                let mut span = id.to(attribute.unwrap_or(id));
                span.start -= 1;
                let arguments = match arguments {
                    Some(arguments) => self.arguments(arguments, &mut span),
                    None => Arguments::default(),
                };
                (Expression::Term { id, attribute, arguments }, span)
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                let id = self.span(id.name);
                let mut span = id;
                let arguments = self.arguments(arguments, &mut span);
                (Expression::Function { id, arguments }, span)
            }
            ast::InlineExpression::Placeable { expression } => {
                let placeable = self.placeable(*expression);
                let span = placeable.span;
                (Expression::Placeable(Box::new(placeable)), span)
            }
        }
    }

    /// Stretches `call` to behind the closing parenthesis.
    fn arguments(&self, arguments: ast::CallArguments<&'s str>, call: &mut Span) -> Arguments {
        let mut end = self.behind(call.end as usize, b'(');
        let mut positional = Vec::with_capacity(arguments.positional.len());
        for argument in arguments.positional {
            let (argument, span) = self.inline(argument);
            end = end.max(span.end as usize);
            positional.push(argument);
        }
        let mut named = Vec::with_capacity(arguments.named.len());
        for argument in arguments.named {
            let (value, span) = self.inline(argument.value);
            end = end.max(span.end as usize);
            named.push((self.span(argument.name.name), value));
        }
        call.end = Span::at(self.behind(end, b')')).end;
        let mut all = Arguments::default();
        if !positional.is_empty() || !named.is_empty() {
            (all.positional, all.named) = (positional, named);
        }
        all
    }

    /// Behind the first `byte` at or after `from`; only blanks and commas stand between.
    fn behind(&self, from: usize, byte: u8) -> usize {
        memchr::memchr(byte, &self.text.as_bytes()[from..]).map_or(from, |found| from + found + 1)
    }
}
