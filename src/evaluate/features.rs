//! What a pattern may show, told without going through its variant paths one by one.

use crate::locale::written::{Features, Scan};
use crate::syntax::{Arguments, Element, Expression, Pattern, unescape};

/// The kinds of characters that the variant paths of a pattern show: all of them, and perhaps more.
pub fn features(source: &str, pattern: &Pattern) -> Features {
    look(source, pattern, Scan::default()).found
}

fn look(source: &str, pattern: &Pattern, mut scan: Scan) -> Scan {
    for element in &pattern.elements {
        match element {
            Element::Text(span) => scan.text(span.of(source)),
            Element::Placeable(placeable) => {
                scan = look_into(source, &placeable.expression, scan);
            }
        }
    }
    scan
}

fn look_into(source: &str, expression: &Expression, mut scan: Scan) -> Scan {
    match expression {
        Expression::Placeable(inner) => return look_into(source, &inner.expression, scan),
        Expression::Select(select) => {
            scan.note(Features::CHOICE | referred(&select.selector));
            let variants = select.variants.iter();
            let ways = variants.map(|variant| look(source, &variant.pattern, scan));
            return ways.reduce(Scan::or).unwrap_or(scan);
        }
        Expression::String(literal) => scan.literal(&unescape(literal.of(source))),
        Expression::Number(literal) => scan.text(literal.of(source)),
        other => scan.unknown(referred(other)),
    }
    scan
}

/// What an expression that is no text refers to.
fn referred(expression: &Expression) -> Features {
    let within = |arguments: &Arguments| {
        let arguments = arguments.positional.iter();
        arguments.fold(Features::NOTHING, |found, argument| found | referred(argument))
    };
    match expression {
        Expression::String(_) | Expression::Number(_) => Features::NOTHING,
        Expression::Variable(_) => Features::VARIABLE,
        Expression::Message { .. } => Features::REFERENCE,
        Expression::Term { arguments, .. } => Features::REFERENCE | within(arguments),
        Expression::Function { arguments, .. } => Features::CALL | within(arguments),
        Expression::Placeable(inner) => referred(&inner.expression),
        Expression::Select(select) => {
            let patterns = select.variants.iter().map(|variant| &variant.pattern);
            let elements = patterns.flat_map(|pattern| &pattern.elements);
            elements.fold(Features::CHOICE | referred(&select.selector), |found, element| {
                match element {
                    Element::Text(_) => found,
                    Element::Placeable(inner) => found | referred(&inner.expression),
                }
            })
        }
    }
}
