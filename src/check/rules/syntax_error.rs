//! An entry that is no Fluent. The page beside this file says the rest.
//!
//! Reported by `load`.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "syntax-error",
    summary: "an entry that is no Fluent",
    severity: Some(Severity::Error),
    page: include_str!("syntax_error.md"),
    check: Check::Elsewhere,
};
