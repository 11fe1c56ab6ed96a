//! Content that breaks its kind. The page beside this file says the rest.
//!
//! Reported by `content` while it reads the content files.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "invalid-content",
    summary: "content that breaks its kind",
    severity: Some(Severity::Error),
    page: include_str!("invalid_content.md"),
    check: Check::Elsewhere,
};
