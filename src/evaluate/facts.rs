//! What the evaluator knows of a language: its plural rules and its formats.

use std::sync::Arc;
use std::sync::OnceLock;

use crate::format::Formats;
use crate::locale::Locale;
use crate::locale::plural::Plurals;

/// The facts of one locale.
#[derive(Debug)]
pub struct Facts {
    /// The locale's code as written in the project.
    pub code: Arc<str>,
    /// Its plural rules.
    pub plurals: Plurals,
    format_as: Locale,
    formats: OnceLock<Formats>,
}

impl Facts {
    /// The facts of a locale whose numbers and dates are written as `format_as` writes them.
    pub fn new(locale: &Locale, format_as: Option<&Locale>) -> Self {
        Self {
            code: locale.code.clone(),
            plurals: Plurals::new(&locale.tag),
            format_as: format_as.unwrap_or(locale).clone(),
            formats: OnceLock::new(),
        }
    }

    /// Its formats; loaded when they are first wanted.
    pub fn formats(&self) -> &Formats {
        self.formats.get_or_init(|| Formats::new(&self.format_as.tag))
    }
}
