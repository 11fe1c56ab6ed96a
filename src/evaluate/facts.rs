//! What the evaluator knows of a language: its plural rules, its formats, and how it is written.

use std::sync::Arc;
use std::sync::OnceLock;

use icu_locale::LanguageIdentifier;

use crate::format::Formats;
use crate::locale::Locale;
use crate::locale::plural::Plurals;
use crate::locale::written::Written;

/// The facts of one locale.
#[derive(Debug)]
pub struct Facts {
    /// The locale's code as written in the project.
    pub code: Arc<str>,
    /// Its plural rules.
    pub plurals: Plurals,
    format_as: Locale,
    formats: OnceLock<Formats>,
    tag: LanguageIdentifier,
    written: OnceLock<Written>,
}

impl Facts {
    /// The facts of a locale whose numbers and dates are written as `format_as` writes them.
    pub fn new(locale: &Locale, format_as: Option<&Locale>) -> Self {
        Self {
            code: locale.code.clone(),
            plurals: Plurals::new(&locale.tag),
            format_as: format_as.unwrap_or(locale).clone(),
            formats: OnceLock::new(),
            tag: locale.tag.clone(),
            written: OnceLock::new(),
        }
    }

    /// Its formats; loaded when they are first wanted.
    pub fn formats(&self) -> &Formats {
        self.formats.get_or_init(|| Formats::new(&self.format_as.tag))
    }

    /// How it is written; looked up when it is first wanted.
    pub fn written(&self) -> &Written {
        self.written.get_or_init(|| Written::new(&self.tag))
    }
}
