//! Configuration that means nothing. The page beside this file says the rest.
//!
//! Reported by `config` while it reads `isogloss.toml` or an `l10n.toml`.

use super::super::rule::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "invalid-config",
    summary: "configuration that means nothing",
    severity: Some(Severity::Error),
    page: include_str!("invalid_config.md"),
    check: Check::Elsewhere,
};
