//! Reading a pattern: its text and what stands in braces.

use super::junk::{Fault, Reason};
use super::parse::Parser;
use super::{Arguments, Element, Elements, Expression, Key, Pattern, Placeable, Select, Variant};
use crate::text::Span;

/// How far the lines of a pattern that show something are indented.
#[derive(Default)]
struct Indents {
    /// All of them, at least; `None` if no line starts with text.
    common: Option<usize>,
    /// One of them, at most.
    deepest: usize,
}

impl Parser<'_> {
    /// Production `Pattern`; `None` if nothing is shown. What is behind it starts a line.
    pub(super) fn pattern(&mut self) -> Result<Option<Pattern>, Fault> {
        self.skip_blanks();
        let mut starts_line = self.take_line_end();
        if starts_line {
            self.skip_blank_lines();
        }
        let first = self.elements.len();
        // Behind the last element that shows something.
        let mut shown = first;
        let mut indents = Indents::default();
        while let Some(next) = self.peek() {
            if next == b'{' {
                if starts_line {
                    indents.common = Some(0);
                }
                let placeable = self.placeable()?;
                self.elements.push(Element::Placeable(placeable));
                shown = self.elements.len();
                starts_line = false;
                continue;
            }
            let line = self.at;
            if starts_line {
                self.skip_blanks();
                if self.is_behind_pattern(line) {
                    break;
                }
            }
            let (text, ends_line) = self.text()?;
            let written = &self.bytes[text.range()];
            let is_blank = written.iter().all(|byte| matches!(byte, b' ' | b'\n'));
            let is_kept = !starts_line || !is_blank || written.ends_with(b"\n");
            if is_kept && !written.is_empty() {
                self.elements.push(Element::Text(text));
                if !is_blank {
                    shown = self.elements.len();
                }
                if starts_line {
                    indents.add(text.start as usize - line, is_blank);
                }
            }
            starts_line = ends_line;
        }
        self.elements.truncate(shown);
        let mut elements: Elements = self.elements.drain(first..).collect();
        indents.restore(self.bytes, &mut elements);
        if let Some(Element::Text(span)) = elements.last_mut() {
            let text = span.of(self.text).trim_end_matches([' ', '\r', '\n']);
            span.end = span.start + text.len() as u32;
        }
        let (Some(first), Some(last)) = (elements.first(), elements.last()) else {
            return Ok(None);
        };
        Ok(Some(Pattern { span: first.span().to(last.span()), elements }))
    }

    /// Whether a line does not go on with the pattern. If not, nothing of it is read.
    fn is_behind_pattern(&mut self, line: usize) -> bool {
        let is_over = match self.peek() {
            None => return true,
            Some(next) if self.at == line => !matches!(next, b'\r' | b'\n'),
            Some(next) => matches!(next, b'.' | b'}' | b'[' | b'*'),
        };
        if is_over {
            self.at = line;
        }
        is_over
    }

    /// Text up to a brace or to the end of its line, and which of the two. A line feed belongs to
    /// the text; with a carriage return before it, it is a text of its own.
    fn text(&mut self) -> Result<(Span, bool), Fault> {
        let start = self.at;
        let found = memchr::memchr3(b'\n', b'{', b'}', &self.bytes[start..]);
        self.at = found.map_or(self.bytes.len(), |length| start + length);
        let mut end = self.at;
        match self.peek() {
            Some(b'}') => Err(self.fault(r#"`}` has no opening brace; write `{"}"}` to show one"#)),
            Some(b'\n') => {
                match self.bytes[start..end].ends_with(b"\r") {
                    true => end -= 1,
                    false => (self.at, end) = (end + 1, end + 1),
                }
                Ok((Span::new(start, end), true))
            }
            _ => Ok((Span::new(start, end), false)),
        }
    }

    /// Production `inline_placeable` or `block_placeable`.
    fn placeable(&mut self) -> Result<Placeable, Fault> {
        let start = self.at;
        self.at += 1;
        self.count()?;
        let expression = self.within(|parser| {
            parser.skip_blank();
            let expression = parser.expression()?;
            parser.expect(b'}', "expected `}` to close the placeable")?;
            Ok(expression)
        })?;
        Ok(Placeable { span: Span::new(start, self.at), expression })
    }

    /// Productions `InlineExpression` and `SelectExpression`, and the blank behind them.
    fn expression(&mut self) -> Result<Expression, Fault> {
        let start = self.at;
        let expression = self.inline()?;
        let selector_span = Span::new(start, self.at);
        self.skip_blank();
        if !self.bytes[self.at..].starts_with(b"->") {
            return match expression {
                Expression::Term { attribute: Some(_), .. } => {
                    Err(self.fault("a term's attribute can only be a selector, it cannot be shown"))
                }
                shown => Ok(shown),
            };
        }
        if let Some(words) = no_selector(&expression) {
            return Err(self.fault(words));
        }
        self.at += 2;
        self.skip_blanks();
        if !self.take_line_end() {
            return Err(self.fault("expected a line break after `->`"));
        }
        self.skip_blank();
        let variants = self.variants()?;
        Ok(Expression::Select(Box::new(Select { selector: expression, selector_span, variants })))
    }

    /// Production `variant_list`.
    fn variants(&mut self) -> Result<Vec<Variant>, Fault> {
        let mut variants = Vec::with_capacity(2);
        let mut has_default = false;
        loop {
            let is_default = self.take(b'*');
            if is_default && has_default {
                return Err(self.fault("only one variant can be the default `*[…]`"));
            }
            has_default |= is_default;
            if !self.take(b'[') {
                return match (is_default, has_default) {
                    (true, _) => Err(self.fault("expected a key `[…]` behind `*`")),
                    (_, false) => Err(self.fault("expected a default variant, marked `*[…]`")),
                    (_, true) => Ok(variants),
                };
            }
            self.count()?;
            let key = self.key()?;
            let pattern = self.pattern()?.ok_or_else(|| self.fault("expected a value"))?;
            variants.push(Variant { key, is_default, pattern });
            self.skip_blank();
        }
    }

    /// Production `VariantKey`, behind its bracket.
    fn key(&mut self) -> Result<Key, Fault> {
        self.skip_blank();
        let key = match self.peek() {
            Some(b'0'..=b'9' | b'-') => Key::Number(self.number()?),
            _ => Key::Name(self.identifier()?),
        };
        self.skip_blank();
        self.expect(b']', "expected `]` to close the variant key")?;
        Ok(key)
    }

    /// Production `InlineExpression`.
    fn inline(&mut self) -> Result<Expression, Fault> {
        Ok(match self.peek() {
            Some(b'"') => Expression::String(self.string()?),
            Some(b'0'..=b'9') => Expression::Number(self.number()?),
            Some(b'$') => {
                self.at += 1;
                Expression::Variable(self.identifier()?)
            }
            Some(b'-') => match self.bytes.get(self.at + 1) {
                Some(byte) if byte.is_ascii_alphabetic() => self.term()?,
                _ => Expression::Number(self.number()?),
            },
            Some(b'{') => Expression::Placeable(Box::new(self.placeable()?)),
            Some(byte) if byte.is_ascii_alphabetic() => self.message_or_function()?,
            _ => {
                return Err(self.fault(
                    r#"expected `$variable`, `message`, `-term`, a number, "text" or a FUNCTION()"#,
                ));
            }
        })
    }

    /// Production `TermReference`.
    fn term(&mut self) -> Result<Expression, Fault> {
        self.at += 1;
        let id = self.identifier()?;
        let attribute = self.accessor()?;
        let arguments = self.arguments()?.unwrap_or_default();
        Ok(Expression::Term { id, attribute, arguments })
    }

    /// Productions `MessageReference` and `FunctionReference`. fluent-rs lets blank stand before the
    /// dot of an attribute.
    fn message_or_function(&mut self) -> Result<Expression, Fault> {
        let id = self.identifier()?;
        let Some(arguments) = self.arguments()? else {
            self.skip_blank();
            return Ok(Expression::Message { id, attribute: self.accessor()? });
        };
        let is_capital =
            |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
        match self.bytes[id.range()].iter().all(|byte| is_capital(*byte)) {
            true => Ok(Expression::Function { id, arguments }),
            false => Err(self.fault("function names are written in capitals, such as `NUMBER`")),
        }
    }

    /// Production `AttributeAccessor`.
    fn accessor(&mut self) -> Result<Option<Span>, Fault> {
        self.take(b'.').then(|| self.identifier()).transpose()
    }

    /// Production `CallArguments`; `None` if there is no parenthesis. Commas may be left out.
    fn arguments(&mut self) -> Result<Option<Arguments>, Fault> {
        let name_end = self.at;
        self.skip_blank();
        if !self.take(b'(') {
            self.at = name_end;
            return Ok(None);
        }
        self.within(|parser| {
            let mut arguments = Arguments::default();
            parser.skip_blank();
            while parser.peek().is_some_and(|next| next != b')') {
                parser.count()?;
                parser.argument(&mut arguments)?;
                parser.skip_blank();
                parser.take(b',');
                parser.skip_blank();
            }
            parser.expect(b')', "expected `)` to close the call")?;
            Ok(Some(arguments))
        })
    }

    /// Production `Argument`.
    fn argument(&mut self, arguments: &mut Arguments) -> Result<(), Fault> {
        let argument = self.inline()?;
        if let Expression::Message { id: name, attribute: None } = argument {
            self.skip_blank();
            if self.is_at(b':') {
                let is_same =
                    |(other, _): &(Span, _)| name.of(self.text) == Span::of(*other, self.text);
                if arguments.named.iter().any(is_same) {
                    return Err(Fault { at: self.at, reason: Reason::Twice(name) });
                }
                self.at += 1;
                self.skip_blank();
                let value = self.literal()?;
                arguments.named.push((name, value));
                return Ok(());
            }
        }
        if !arguments.named.is_empty() {
            return Err(self.fault("positional arguments stand before named ones"));
        }
        arguments.positional.push(argument);
        Ok(())
    }

    /// Productions `StringLiteral` and `NumberLiteral`, as the value of an argument: fluent-rs takes
    /// no negative number there.
    fn literal(&mut self) -> Result<Expression, Fault> {
        match self.peek() {
            Some(b'"') => Ok(Expression::String(self.string()?)),
            Some(b'0'..=b'9') => Ok(Expression::Number(self.number()?)),
            _ => Err(self.fault("expected a number or a \"text\" as the argument's value")),
        }
    }

    /// What is between the quotes (production `quoted_char`).
    fn string(&mut self) -> Result<Span, Fault> {
        const CLOSE: &str = "expected `\"` to close the string on its line";
        let start = self.at + 1;
        self.at = start;
        loop {
            let special = memchr::memchr3(b'"', b'\\', b'\n', &self.bytes[self.at..]);
            self.at = special.map_or(self.bytes.len(), |length| self.at + length);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Span::new(start, self.at - 1));
                }
                Some(b'\\') => self.escape()?,
                _ => return Err(self.fault(CLOSE)),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Fault> {
        let digits = match self.bytes.get(self.at + 1) {
            Some(b'\\' | b'"') => 0,
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => {
                return Err(
                    self.fault(r#"unknown escape: only `\"`, `\\`, `\uXXXX` and `\UXXXXXX` exist"#)
                );
            }
        };
        let start = self.at + 2;
        let end = self.behind(start, |byte| byte.is_ascii_hexdigit());
        self.at = end.min(start + digits);
        match self.at == start + digits {
            true => Ok(()),
            false => {
                Err(self.fault(r"expected four hexadecimal digits after `\u`, six after `\U`"))
            }
        }
    }

    /// Production `NumberLiteral`.
    fn number(&mut self) -> Result<Span, Fault> {
        let start = self.at;
        self.take(b'-');
        self.digits()?;
        if self.take(b'.') {
            self.digits()?;
        }
        Ok(Span::new(start, self.at))
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at = self.behind(start, |byte| byte.is_ascii_digit());
        match self.at == start {
            true => Err(self.fault("expected a digit")),
            false => Ok(()),
        }
    }
}

/// Why an expression cannot be a selector.
fn no_selector(expression: &Expression) -> Option<&'static str> {
    match expression {
        Expression::Message { .. } => Some("a message cannot be a selector; use a variable"),
        Expression::Term { attribute: None, .. } => {
            Some("a term cannot be a selector; use one of its attributes, `-term.attribute`")
        }
        Expression::Placeable(_) | Expression::Select(_) => {
            Some("expected a variable, a function or a term's attribute as selector")
        }
        Expression::String(_)
        | Expression::Number(_)
        | Expression::Variable(_)
        | Expression::Term { .. }
        | Expression::Function { .. } => None,
    }
}

impl Indents {
    /// Adds a line of text.
    fn add(&mut self, indent: usize, is_blank: bool) {
        self.deepest = self.deepest.max(indent);
        if !is_blank {
            self.common = Some(self.common.map_or(indent, |common| common.min(indent)));
        }
    }

    /// Gives back to the lines what they are indented more than all are.
    fn restore(&self, bytes: &[u8], elements: &mut [Element]) {
        let Some(common) = self.common.filter(|common| *common < self.deepest) else { return };
        for element in elements {
            let Element::Text(span) = element else { continue };
            let before = &bytes[..span.start as usize];
            let indent = before.iter().rev().take_while(|&&byte| byte == b' ').count();
            if before[..before.len() - indent].last() == Some(&b'\n') && indent > common {
                span.start -= (indent - common) as u32;
            }
        }
    }
}

impl Element {
    /// Where the element stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Text(span) => *span,
            Self::Placeable(placeable) => placeable.span,
        }
    }
}
