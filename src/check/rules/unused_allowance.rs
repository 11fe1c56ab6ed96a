//! A suppression that matches nothing. The page beside this file says the rest.
//!
//! Reported by `check::allow`, which knows what each allowance was used for.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "unused-allowance",
    summary: "a suppression that matches nothing",
    severity: Some(Severity::Warning),
    page: include_str!("unused_allowance.md"),
    check: Check::Elsewhere,
};
