//! A released locale under its required share. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::config::Stage;
use crate::coverage;
use crate::diagnostic::{Diagnostic, Severity, Subject};

pub(super) static RULE: Rule = Rule {
    id: "below-required-coverage",
    summary: "a released locale under its required share",
    severity: Some(Severity::Error),
    page: include_str!("below_required_coverage.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    let config = &locale.catalog.config;
    let Some(required) = config.required.as_ref().filter(|_| !locale.is_source()) else { return };
    let counts = coverage::total(locale.chain);
    // What is translated but broken has its own findings.
    let translated = counts.covered() + counts.stale.total() + counts.invalid;
    let share = translated as f64 / counts.total().max(1) as f64;
    if config.stage != Stage::Released || share >= required.share || counts.total() == 0 {
        return;
    }
    let message = format!(
        "`{}` covers {translated} of {} parts ({}), but {} is required",
        config.locale,
        counts.total(),
        percent(share),
        percent(required.share),
    );
    findings.push(
        Diagnostic::new(RULE.id, required.place.clone(), message)
            .help(format!("`isogloss todo {}` lists what is left", config.locale))
            .about(Subject { locale: Some(config.locale.code.clone()), ..Subject::default() }),
    );
}

/// Rounded down to tenths, so that nothing short of all is called 100 %. The little that is added
/// keeps 0.57 from becoming 56.9 %.
fn percent(share: f64) -> String {
    format!("{} %", (share * 1000.0 + 1e-6).floor() / 10.0)
}
