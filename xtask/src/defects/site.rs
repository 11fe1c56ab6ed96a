//! A place where a defect may be put: one translated entry beside its source.

use std::ops::Range;

use isogloss::locale::Locale;
use isogloss::locale::plural::Plurals;
use isogloss::syntax::{self, Element, Expression, Message, Select, Variant};
use isogloss::text::Span;

use crate::entries::Entries;

/// An entry of one file.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    text: &'a str,
    pub(super) message: &'a Message,
    /// From its name to its end, without the comment above it.
    pub(super) whole: &'a str,
    /// Its value as it is written; empty where it has none.
    pub(super) value: &'a str,
    /// Where the value starts in `whole`.
    at: usize,
}

/// A translated entry and its source.
pub(super) struct Site<'a> {
    pub(super) locale: &'a str,
    pub(super) name: &'a str,
    pub(super) source: Side<'a>,
    pub(super) target: Side<'a>,
    /// What the Russian translation says: text in another script for most.
    pub(super) russian: Option<&'a str>,
}

impl<'a> Side<'a> {
    /// The entry of this index in its file.
    pub(super) fn new(entries: &'a Entries, index: usize) -> Option<Self> {
        let (text, message) = (entries.text.as_str(), entries.tree.message(index)?);
        let start = message.name().start as usize;
        let whole = &text[start..entries.tree.entries[index].core.end as usize];
        let value = message.value.as_ref().map_or(Span::at(start), |value| value.span);
        let at = value.start as usize - start;
        Some(Self { text, message, whole, value: value.of(text), at })
    }

    fn elements(&self) -> &'a [Element] {
        self.message.value.as_ref().map_or(&[], |value| &value.elements)
    }

    /// Whether it says something, and that without placeables, in one line.
    pub(super) fn is_plain(&self) -> bool {
        let is_text = self.message.value.as_ref().is_some_and(syntax::Pattern::is_text);
        is_text && !self.value.contains('\n')
    }

    /// Whether its text is plain and all that it has.
    pub(super) fn is_bare(&self) -> bool {
        self.is_plain() && self.message.attributes.is_empty() && self.whole.ends_with(self.value)
    }

    /// Where a span of the file stands in the value.
    fn in_value(&self, span: Span) -> Range<usize> {
        let start = self.message.name().start as usize + self.at;
        span.start as usize - start..span.end as usize - start
    }

    /// The stretches of the value that readers see, outside tags and placeables, each with where it
    /// stands in the value.
    fn stretches(&self) -> Vec<(usize, &'a str)> {
        let mut stretches = Vec::new();
        let mut in_tag = false;
        for element in self.elements() {
            let Element::Text(span) = element else { continue };
            let mut at = self.in_value(*span).start;
            for piece in span.of(self.text).split_inclusive(['<', '>']) {
                if !in_tag {
                    stretches.push((at, piece.trim_end_matches('<')));
                }
                in_tag = piece.ends_with('<') || in_tag && !piece.ends_with('>');
                at += piece.len();
            }
        }
        stretches
    }

    /// Runs of characters of one sort that readers see, each with where it stands in the value.
    fn runs(&self, belongs: fn(char) -> bool) -> Vec<(usize, &'a str)> {
        let mut runs = Vec::new();
        for (at, stretch) in self.stretches() {
            let start = stretch.as_ptr() as usize;
            let pieces = stretch.split(|c| !belongs(c)).filter(|piece| !piece.is_empty());
            runs.extend(pieces.map(|piece| (at + piece.as_ptr() as usize - start, piece)));
        }
        runs
    }

    /// Words of at least so many letters.
    pub(super) fn words(&self, least: usize) -> Vec<(usize, &'a str)> {
        let mut words = self.runs(|c| c.is_alphanumeric() || "'’-@._/".contains(c));
        words.retain(|(_, word)| {
            word.chars().count() >= least && word.chars().all(char::is_alphabetic)
        });
        words
    }

    /// Numbers in digits, without marks.
    pub(super) fn figures(&self) -> Vec<(usize, &'a str)> {
        let mut runs = self.runs(|c| c.is_alphanumeric() || ".,-".contains(c));
        runs.retain(|(_, run)| run.bytes().all(|byte| byte.is_ascii_digit()));
        runs
    }

    /// A bracket that closes one in the same stretch of text.
    pub(super) fn closing_bracket(&self) -> Option<usize> {
        self.stretches().into_iter().find_map(|(at, stretch)| {
            let open = stretch.find('(')?;
            Some(at + open + stretch[open..].find(')')?)
        })
    }

    /// The variables that the value shows outside tags and variants: where, and the name.
    pub(super) fn shown(&self) -> Vec<(Range<usize>, &'a str)> {
        let mut shown = Vec::new();
        for element in self.elements() {
            let Element::Placeable(placeable) = element else { continue };
            let Expression::Variable(name) = placeable.expression else { continue };
            let range = self.in_value(placeable.span);
            let before = &self.value[..range.start];
            if before.rfind('<').is_none_or(|open| before[open..].contains('>')) {
                shown.push((range, name.of(self.text)));
            }
        }
        shown
    }

    /// The terms that the value shows by name alone: where, and the name.
    pub(super) fn terms(&self) -> Vec<(Range<usize>, &'a str)> {
        let mut terms = Vec::new();
        for element in self.elements() {
            let Element::Placeable(placeable) = element else { continue };
            let Expression::Term { id, attribute: None, arguments } = &placeable.expression else {
                continue;
            };
            if arguments.is_empty() {
                terms.push((self.in_value(placeable.span), id.of(self.text)));
            }
        }
        terms
    }

    /// The first choice by a variable, and its name.
    pub(super) fn select(&self) -> Option<(&'a Select, &'a str)> {
        let mut selects = Vec::new();
        syntax::walk_selects(self.message.value.as_ref()?, &mut |select| selects.push(select));
        selects.into_iter().find_map(|select| match select.selector {
            Expression::Variable(name) => Some((select, name.of(self.text))),
            _ => None,
        })
    }

    /// A variant's key.
    pub(super) fn key(&self, variant: &Variant) -> &'a str {
        variant.key.span().of(self.text)
    }

    /// A variant from its bracket (or star) to its end, in the value.
    pub(super) fn variant(&self, variant: &Variant) -> Range<usize> {
        let pattern = self.in_value(variant.pattern.span);
        let key = self.in_value(variant.key.span());
        let before = self.value[..key.start].trim_end().len() - 1;
        before - usize::from(variant.is_default)..pattern.end
    }

    /// A variant's text, in the value.
    pub(super) fn variant_text(&self, variant: &Variant) -> Range<usize> {
        self.in_value(variant.pattern.span)
    }

    /// An attribute from the end of the line before it to its end, in `whole`.
    pub(super) fn attribute(&self, name: &str) -> Option<Range<usize>> {
        let attribute = self.message.attribute(self.text, name)?;
        let start = self.message.name().start;
        let id = (attribute.id.start - start) as usize;
        let line = self.whole[..id].rfind('\n')?;
        Some(line..(attribute.pattern.span.end - start) as usize)
    }
}

impl Site<'_> {
    /// The entry with another value.
    pub(super) fn with_value(&self, value: &str) -> String {
        let Side { whole, at, value: old, .. } = self.target;
        format!("{}{value}{}", &whole[..at], &whole[at + old.len()..])
    }

    /// The entry with something else in place of a part of its value.
    pub(super) fn splice(&self, range: Range<usize>, text: &str) -> String {
        let value = self.target.value;
        self.with_value(&format!("{}{text}{}", &value[..range.start], &value[range.end..]))
    }

    /// The entry with something more behind its value.
    pub(super) fn append(&self, text: &str) -> String {
        self.with_value(&format!("{}{text}", self.target.value))
    }

    /// The entry with one text for the first of another in its value.
    pub(super) fn swap(&self, old: &str, new: &str) -> Option<String> {
        let value = self.target.value;
        value.contains(old).then(|| self.with_value(&value.replacen(old, new, 1)))
    }

    /// The plural rules of the locale.
    pub(super) fn plurals(&self) -> Option<Plurals> {
        Some(Plurals::new(&Locale::parse(self.locale)?.tag))
    }
}
