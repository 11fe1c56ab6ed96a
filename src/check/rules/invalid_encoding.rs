//! A file that is not UTF-8. The page beside this file says the rest.
//!
//! Reported by `load`.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "invalid-encoding",
    summary: "a file that is not UTF-8",
    severity: Some(Severity::Error),
    page: include_str!("invalid_encoding.md"),
    check: Check::Elsewhere,
};
