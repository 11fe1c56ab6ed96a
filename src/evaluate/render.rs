//! Evaluating a pattern for given arguments.

use fixed_decimal::Decimal;

use super::number::{date_style, literal, number_options};
use super::{Arguments, Lookup, Piece, PieceKind, Rendered, Scope, Target, Text, Trouble, Value};
use crate::format::NumberOptions;
use crate::locale::plural::{Kind, category_named, operands};
use crate::syntax::{
    Arguments as CallArguments, Element, Expression, Key, Pattern, Select, Variant, unescape,
};
use crate::text::Span;

/// How many pieces one evaluation may make; references to references can grow without bound.
pub const MAX_PIECES: usize = 10_000;

/// How many bytes of text they may have together, beyond the first to pass it.
pub const MAX_TEXT: usize = 16 * 1024 * 1024;

/// How deep references may lead.
pub const MAX_DEPTH: usize = 100;

/// Evaluates a pattern that stands in `text`.
pub fn render<'a>(
    scope: &dyn Scope<'a>,
    text: Text<'a>,
    pattern: &'a Pattern,
    arguments: &Arguments,
) -> Rendered {
    let rendered = Rendered::default();
    let mut renderer = Renderer { scope, active: Vec::new(), made: 0, made_text: 0, rendered };
    let frame = Frame { text, arguments, is_term: false };
    renderer.pattern(&frame, pattern);
    renderer.rendered
}

struct Renderer<'s, 'a> {
    scope: &'s dyn Scope<'a>,
    /// The patterns being evaluated, for finding cycles.
    active: Vec<*const Pattern>,
    /// Pieces made so far, those included that were only looked at to choose by.
    made: usize,
    /// The bytes of their texts.
    made_text: usize,
    rendered: Rendered,
}

/// What the expressions of a pattern see.
struct Frame<'f, 'a> {
    text: Text<'a>,
    arguments: &'f Arguments,
    /// Terms see only what they are called with, and may go without.
    is_term: bool,
}

/// What an expression comes to, when it is not shown at once.
enum Evaluated {
    Value(Value),
    /// Nothing: as a runtime shows it.
    Nothing(String),
}

impl<'a> Renderer<'_, 'a> {
    fn push(
        &mut self,
        frame: &Frame<'_, 'a>,
        kind: PieceKind,
        text: impl Into<String>,
        span: Span,
    ) {
        let (text, locale) = (text.into(), frame.text.facts.code.clone());
        self.made += 1;
        self.made_text += text.len();
        self.rendered.pieces.push(Piece { kind, text, span, locale });
    }

    fn trouble(&mut self, trouble: Trouble) {
        if !self.rendered.errors.contains(&trouble) {
            self.rendered.errors.push(trouble);
        }
    }

    fn pattern(&mut self, frame: &Frame<'_, 'a>, pattern: &'a Pattern) {
        self.active.push(pattern);
        for element in &pattern.elements {
            if self.made >= MAX_PIECES || self.made_text >= MAX_TEXT {
                self.trouble(Trouble::TooMuch);
                break;
            }
            match element {
                Element::Text(span) => {
                    self.push(frame, PieceKind::Text, span.of(frame.text.source), *span);
                }
                Element::Placeable(placeable) => {
                    let isolate = pattern.elements.len() > 1 && is_isolated(&placeable.expression);
                    if isolate {
                        self.push(frame, PieceKind::Open, "", placeable.span);
                    }
                    self.expression(frame, &placeable.expression, placeable.span);
                    if isolate {
                        self.push(frame, PieceKind::Close, "", placeable.span);
                    }
                }
            }
        }
        self.active.pop();
    }

    fn expression(&mut self, frame: &Frame<'_, 'a>, expression: &'a Expression, span: Span) {
        match expression {
            Expression::Placeable(inner) => self.expression(frame, &inner.expression, span),
            Expression::Select(select) => {
                let variant = self.select(frame, select);
                // A variant is a pattern of its own, but no step on a way round in circles.
                self.pattern(frame, &variant.pattern);
            }
            Expression::String(literal) => {
                let text = unescape(literal.of(frame.text.source));
                self.push(frame, PieceKind::Text, text, span);
            }
            Expression::Message { id, attribute } => {
                self.message(frame, *id, *attribute, span);
            }
            Expression::Term { id, attribute, arguments } => {
                self.term(frame, *id, *attribute, arguments, span);
            }
            Expression::Variable(_) | Expression::Number(_) | Expression::Function { .. } => {
                match self.value(frame, expression) {
                    Evaluated::Value(value) => {
                        let text = show(&value, frame);
                        self.push(frame, PieceKind::Argument, text, span);
                    }
                    Evaluated::Nothing(name) => {
                        self.push(frame, PieceKind::Missing, format!("{{{name}}}"), span);
                    }
                }
            }
        }
    }

    fn message(&mut self, frame: &Frame<'_, 'a>, id: Span, attribute: Option<Span>, span: Span) {
        let source = frame.text.source;
        let attribute = attribute.map(|attribute| attribute.of(source));
        let target = Target { is_term: false, id: id.of(source), attribute };
        match self.scope.find(&frame.text, target) {
            Lookup::Found(text, pattern) => {
                let inner = Frame { text, arguments: frame.arguments, is_term: frame.is_term };
                self.follow(&inner, pattern, target.to_string(), span);
            }
            Lookup::NoValue => self.missing(frame, Trouble::NoValue, target, span),
            Lookup::Undefined => self.missing(frame, Trouble::Undefined, target, span),
        }
    }

    fn term(
        &mut self,
        frame: &Frame<'_, 'a>,
        id: Span,
        attribute: Option<Span>,
        arguments: &'a CallArguments,
        span: Span,
    ) {
        let source = frame.text.source;
        let attribute = attribute.map(|attribute| attribute.of(source));
        let target = Target { is_term: true, id: id.of(source), attribute };
        let Lookup::Found(text, pattern) = self.scope.find(&frame.text, target) else {
            return self.missing(frame, Trouble::Undefined, target, span);
        };
        let arguments = self.named(frame, arguments);
        let arguments =
            arguments.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let inner = Frame { text, arguments: &arguments, is_term: true };
        self.follow(&inner, pattern, target.to_string(), span);
    }

    fn missing(
        &mut self,
        frame: &Frame<'_, 'a>,
        trouble: impl Fn(String) -> Trouble,
        target: Target<'_>,
        span: Span,
    ) {
        self.push(frame, PieceKind::Missing, format!("{{{target}}}"), span);
        self.trouble(trouble(target.to_string()));
    }

    /// Evaluates what a reference leads to, unless that is where it comes from.
    fn follow(&mut self, frame: &Frame<'_, 'a>, pattern: &'a Pattern, name: String, span: Span) {
        if self.active.contains(&std::ptr::from_ref(pattern)) {
            self.push(frame, PieceKind::Missing, format!("{{{name}}}"), span);
            self.trouble(Trouble::Cycle(name));
        } else if self.active.len() >= MAX_DEPTH {
            self.push(frame, PieceKind::Missing, format!("{{{name}}}"), span);
            self.trouble(Trouble::TooMuch);
        } else {
            self.pattern(frame, pattern);
        }
    }

    fn value(&mut self, frame: &Frame<'_, 'a>, expression: &'a Expression) -> Evaluated {
        let source = frame.text.source;
        match expression {
            Expression::String(span) => {
                Evaluated::Value(Value::Text(unescape(span.of(source)).into_owned()))
            }
            Expression::Number(span) => match literal(span.of(source)) {
                Some((number, options)) => Evaluated::Value(Value::Number(number, options)),
                None => Evaluated::Nothing(span.of(source).to_owned()),
            },
            Expression::Variable(name) => {
                let name = name.of(source);
                match frame.arguments.get(name) {
                    Some(value) => Evaluated::Value(value.clone()),
                    None => {
                        if !frame.is_term {
                            self.trouble(Trouble::MissingArgument(name.to_owned()));
                        }
                        Evaluated::Nothing(format!("${name}"))
                    }
                }
            }
            Expression::Function { id, arguments } => self.call(frame, id.of(source), arguments),
            Expression::Placeable(inner) => self.value(frame, &inner.expression),
            Expression::Message { .. } | Expression::Term { .. } | Expression::Select(_) => {
                let shown = self.aside(|this| this.expression(frame, expression, Span::default()));
                Evaluated::Value(Value::Text(shown))
            }
        }
    }

    /// What evaluating something shows, without showing it.
    fn aside(&mut self, evaluate: impl FnOnce(&mut Self)) -> String {
        let kept = self.rendered.pieces.len();
        evaluate(self);
        self.rendered.pieces.drain(kept..).map(|piece| piece.text).collect()
    }

    fn call(
        &mut self,
        frame: &Frame<'_, 'a>,
        name: &str,
        arguments: &'a CallArguments,
    ) -> Evaluated {
        let nothing = || Evaluated::Nothing(format!("{name}()"));
        if name != "NUMBER" && name != "DATETIME" {
            self.trouble(Trouble::UnknownFunction(name.to_owned()));
            return nothing();
        }
        let value = arguments.positional.first().map(|argument| self.value(frame, argument));
        let named = self.named(frame, arguments);
        match (name, value) {
            ("NUMBER", Some(Evaluated::Value(Value::Number(number, options)))) => {
                Evaluated::Value(Value::Number(number, number_options(options, &named)))
            }
            ("DATETIME", Some(Evaluated::Value(Value::Day(day)))) => {
                let text = frame.text.facts.formats().date(day, date_style(&named));
                Evaluated::Value(Value::Text(text))
            }
            (_, Some(Evaluated::Nothing(_))) => nothing(),
            _ => {
                self.trouble(Trouble::BadArgument(name.to_owned()));
                nothing()
            }
        }
    }

    fn named(
        &mut self,
        frame: &Frame<'_, 'a>,
        arguments: &'a CallArguments,
    ) -> Vec<(&'a str, Value)> {
        let mut named = Vec::with_capacity(arguments.named.len());
        for (name, value) in &arguments.named {
            if let Evaluated::Value(value) = self.value(frame, value) {
                named.push((name.of(frame.text.source), value));
            }
        }
        named
    }

    fn select(&mut self, frame: &Frame<'_, 'a>, select: &'a Select) -> &'a Variant {
        let selector = match &select.selector {
            Expression::Term { id, attribute, arguments } => {
                self.term_attribute(frame, *id, *attribute, arguments)
            }
            selector => match self.value(frame, selector) {
                Evaluated::Value(value) => Some(value),
                Evaluated::Nothing(_) => None,
            },
        };
        let matching = selector.and_then(|value| {
            let source = frame.text.source;
            select.variants.iter().find(|variant| matches(&value, variant.key, source, frame))
        });
        matching.unwrap_or_else(|| select.default())
    }

    /// A selector such as `-brand.gender`: without the attribute the default variant is taken.
    fn term_attribute(
        &mut self,
        frame: &Frame<'_, 'a>,
        id: Span,
        attribute: Option<Span>,
        arguments: &'a CallArguments,
    ) -> Option<Value> {
        let source = frame.text.source;
        let target =
            Target { is_term: true, id: id.of(source), attribute: Some(attribute?.of(source)) };
        if !matches!(self.scope.find(&frame.text, target), Lookup::Found(..)) {
            return None;
        }
        let shown = self.aside(|this| this.term(frame, id, attribute, arguments, Span::default()));
        Some(Value::Text(shown))
    }
}

/// Names and literals keep the direction around them; everything else must not change it.
fn is_isolated(expression: &Expression) -> bool {
    !matches!(
        expression,
        Expression::Message { .. } | Expression::Term { .. } | Expression::String(_)
    )
}

fn show(value: &Value, frame: &Frame<'_, '_>) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number, options) => frame.text.facts.formats().number(number, options),
        Value::Day(day) => frame.text.facts.formats().date(*day, Default::default()),
    }
}

/// Whether a variant's key is the value, or the category of the number as it is shown.
fn matches(value: &Value, key: Key, source: &str, frame: &Frame<'_, '_>) -> bool {
    match (value, key) {
        (Value::Text(text), Key::Name(name)) => text == name.of(source),
        (Value::Number(number, _), Key::Number(literal)) => {
            literal.of(source).parse().is_ok_and(|key: Decimal| is_equal(number, &key))
        }
        (Value::Number(number, options), Key::Name(name)) => {
            let wanted = category_named(name.of(source));
            wanted.is_some_and(|wanted| wanted == category(number, options, frame))
        }
        _ => false,
    }
}

fn category(
    number: &Decimal,
    options: &NumberOptions,
    frame: &Frame<'_, '_>,
) -> crate::locale::plural::Category {
    let kind = if options.ordinal { Kind::Ordinal } else { Kind::Cardinal };
    frame.text.facts.plurals.category(kind, operands(&options.shown(number)))
}

/// Equal by value: `1.0` is `1`.
fn is_equal(one: &Decimal, other: &Decimal) -> bool {
    let plain = |number: &Decimal| {
        let mut number = number.clone();
        number.absolute.trim_start();
        number.absolute.trim_end();
        number.to_string()
    };
    plain(one) == plain(other)
}
