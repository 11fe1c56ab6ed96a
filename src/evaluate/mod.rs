//! Evaluating patterns: into pieces for given arguments, and into the variant paths that checks
//! look at. It serves previews, exports and rules alike.
//!
//! The semantics are those of Fluent 1.0's resolver; plural categories and formats are CLDR's, of
//! the locale each text comes from.

mod facts;
mod features;
mod number;
mod path;
mod render;
mod shown;

use std::collections::BTreeMap;
use std::sync::Arc;

use fixed_decimal::Decimal;

use crate::format::{Day, NumberOptions};
use crate::syntax::Pattern;
use crate::text::Span;

pub use facts::Facts;
pub use features::features;
pub use path::{Choice, MAX_PATHS, Path, Paths, paths};
pub use render::{MAX_DEPTH, MAX_PIECES, MAX_TEXT, render};
pub use shown::HOLE;

/// The value of an argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words, shown as they are.
    Text(String),
    /// A number and how it is to be shown.
    Number(Decimal, NumberOptions),
    /// A day.
    Day(Day),
}

impl Value {
    /// A number shown the usual way.
    pub fn number(number: impl Into<Decimal>) -> Self {
        Self::Number(number.into(), NumberOptions::default())
    }
}

/// Arguments by name.
pub type Arguments = BTreeMap<String, Value>;

/// Where the evaluator finds what a pattern refers to.
pub trait Scope<'a> {
    /// What a reference standing in `from` reaches: a value (`None`) or an attribute.
    fn find(&self, from: &Text<'a>, target: Target<'_>) -> Lookup<'a>;
}

/// What a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'t> {
    /// Whether it is a term.
    pub is_term: bool,
    /// The id, without a term's `-`.
    pub id: &'t str,
    /// The attribute, if one is named.
    pub attribute: Option<&'t str>,
}

impl std::fmt::Display for Target<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let dash = if self.is_term { "-" } else { "" };
        match self.attribute {
            Some(attribute) => write!(f, "{dash}{}.{attribute}", self.id),
            None => write!(f, "{dash}{}", self.id),
        }
    }
}

/// What came of looking for a target.
#[derive(Clone, Copy, Debug)]
pub enum Lookup<'a> {
    /// Its pattern, and the file it stands in.
    Found(Text<'a>, &'a Pattern),
    /// There is such a message, but it has only attributes.
    NoValue,
    /// Nothing defines it.
    Undefined,
}

/// The file a pattern stands in, and the facts of its language.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The text of the file.
    pub source: &'a str,
    /// The resource's name.
    pub resource: &'a str,
    /// The locale it is written in.
    pub facts: &'a Facts,
}

/// A stretch of what is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// What is shown. Empty for the marks of isolation.
    pub text: String,
    /// Where it stands in the file of its locale.
    pub span: Span,
    /// The locale it comes from.
    pub locale: Arc<str>,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Text of a pattern, or a string literal.
    Text,
    /// An argument or the result of a function, formatted.
    Argument,
    /// What could not be found, as a runtime would show it: `{$name}`.
    Missing,
    /// Something begins whose direction must not leak (FSI, U+2068).
    Open,
    /// It ends (PDI, U+2069).
    Close,
}

/// What came of evaluating a pattern.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rendered {
    /// In order.
    pub pieces: Vec<Piece>,
    /// What went wrong on the way; a runtime would show it all the same.
    pub errors: Vec<Trouble>,
}

impl Rendered {
    /// All text, without marks of isolation.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// All text as a runtime shows it, with marks of isolation around arguments.
    pub fn isolated(&self) -> String {
        let shown = |piece: &'_ Piece| match piece.kind {
            PieceKind::Open => "\u{2068}".to_owned(),
            PieceKind::Close => "\u{2069}".to_owned(),
            _ => piece.text.clone(),
        };
        self.pieces.iter().map(shown).collect()
    }
}

/// What can go wrong while evaluating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// An argument that was not given.
    MissingArgument(String),
    /// A message, term or attribute that nothing defines, as it is written.
    Undefined(String),
    /// A message without a value was referred to.
    NoValue(String),
    /// A reference leads back to itself.
    Cycle(String),
    /// A function that does not exist.
    UnknownFunction(String),
    /// A function was given what it cannot take.
    BadArgument(String),
    /// [`MAX_PIECES`], [`MAX_TEXT`] or [`MAX_DEPTH`] was reached.
    TooMuch,
}
