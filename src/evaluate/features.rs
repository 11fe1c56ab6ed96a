//! What a pattern may show, told without going through its variant paths one by one.

use crate::locale::written::{Features, Scan};
use crate::syntax::{Element, Expression, Pattern, unescape};

/// The kinds of characters that the variant paths of a pattern show: all of them, and perhaps more.
pub fn features(source: &str, pattern: &Pattern) -> Features {
    look(source, pattern, Scan::default()).found
}

fn look(source: &str, pattern: &Pattern, mut scan: Scan) -> Scan {
    for element in &pattern.elements {
        match element {
            Element::Text(span) => scan.text(span.of(source)),
            Element::Placeable(placeable) => {
                scan.placeable();
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
            let variants = select.variants.iter();
            let ways = variants.map(|variant| look(source, &variant.pattern, scan));
            return ways.reduce(Scan::or).unwrap_or(scan);
        }
        Expression::String(literal) => scan.literal(&unescape(literal.of(source))),
        Expression::Number(literal) => scan.text(literal.of(source)),
        _ => scan.unknown(),
    }
    scan
}
