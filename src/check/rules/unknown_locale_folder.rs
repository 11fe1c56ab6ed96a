//! A folder where locales live that is no locale. The page beside this file says the rest.
//!
//! Reported by `load`.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "unknown-locale-folder",
    summary: "a folder where locales live that is no locale",
    severity: Some(Severity::Warning),
    page: include_str!("unknown_locale_folder.md"),
    check: Check::Elsewhere,
};
