//! A file or folder that cannot be read. The page beside this file says the rest.
//!
//! Reported by `load`.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "unreadable-file",
    summary: "a file or folder that cannot be read",
    severity: Some(Severity::Error),
    page: include_str!("unreadable_file.md"),
    check: Check::Elsewhere,
};
