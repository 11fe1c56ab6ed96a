//! Walking a pattern: what it refers to, and what it selects by.

use super::{Arguments, Element, Expression, Pattern, Select};
use crate::text::Span;

/// Something a pattern refers to.
#[derive(Clone, Copy, Debug)]
pub enum Reference<'a> {
    /// `$name`.
    Variable {
        /// Without `$`.
        name: Span,
        /// Used to select, not shown.
        is_selector: bool,
    },
    /// `id` or `id.attribute`.
    Message {
        /// The message's id.
        id: Span,
        /// The attribute's.
        attribute: Option<Span>,
    },
    /// `-id`.
    Term {
        /// Without `-`.
        id: Span,
        /// The attribute's.
        attribute: Option<Span>,
        /// What it is called with.
        arguments: &'a Arguments,
    },
    /// `NAME(…)`.
    Function {
        /// The function's name.
        id: Span,
        /// What it is called with.
        arguments: &'a Arguments,
        /// Used to select, not shown.
        is_selector: bool,
    },
}

impl Reference<'_> {
    /// The name as it is written: `$name`, `id`, `-id`, `NAME`.
    pub fn name(self) -> Span {
        match self {
            Self::Variable { name: id, .. } | Self::Term { id, .. } => {
                Span { start: id.start - 1, end: id.end }
            }
            Self::Message { id, .. } | Self::Function { id, .. } => id,
        }
    }
}

/// Calls `visit` with everything the pattern refers to, in source order.
pub fn walk_references<'a>(pattern: &'a Pattern, visit: &mut impl FnMut(Reference<'a>)) {
    for element in &pattern.elements {
        if let Element::Placeable(placeable) = element {
            walk_expression(&placeable.expression, false, visit);
        }
    }
}

fn walk_expression<'a>(
    expression: &'a Expression,
    is_selector: bool,
    visit: &mut impl FnMut(Reference<'a>),
) {
    match expression {
        Expression::String(_) | Expression::Number(_) => {}
        Expression::Variable(name) => visit(Reference::Variable { name: *name, is_selector }),
        Expression::Message { id, attribute } => {
            visit(Reference::Message { id: *id, attribute: *attribute });
        }
        Expression::Term { id, attribute, arguments } => {
            visit(Reference::Term { id: *id, attribute: *attribute, arguments });
            walk_arguments(arguments, is_selector, visit);
        }
        Expression::Function { id, arguments } => {
            visit(Reference::Function { id: *id, arguments, is_selector });
            walk_arguments(arguments, is_selector, visit);
        }
        Expression::Placeable(placeable) => {
            walk_expression(&placeable.expression, is_selector, visit);
        }
        Expression::Select(select) => {
            walk_expression(&select.selector, true, visit);
            for variant in &select.variants {
                walk_references(&variant.pattern, visit);
            }
        }
    }
}

fn walk_arguments<'a>(
    arguments: &'a Arguments,
    is_selector: bool,
    visit: &mut impl FnMut(Reference<'a>),
) {
    for argument in &arguments.positional {
        walk_expression(argument, is_selector, visit);
    }
}

/// Calls `visit` with every select expression of the pattern, outer before inner.
pub fn walk_selects<'a>(pattern: &'a Pattern, visit: &mut impl FnMut(&'a Select)) {
    for element in &pattern.elements {
        let Element::Placeable(placeable) = element else { continue };
        let mut expression = &placeable.expression;
        while let Expression::Placeable(inner) = expression {
            expression = &inner.expression;
        }
        if let Expression::Select(select) = expression {
            visit(select);
            for variant in &select.variants {
                walk_selects(&variant.pattern, visit);
            }
        }
    }
}
