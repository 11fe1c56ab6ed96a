//! `isogloss explain`.

use clap::Args;

use super::{Outcome, no_rule, print};
use crate::check;
use crate::failure::Failure;
use crate::report;

/// Show the page of a rule, or list all rules
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  isogloss explain\n  isogloss explain missing-plural-form")]
pub(super) struct Explain {
    /// The rule
    rule: Option<String>,
}

impl Explain {
    pub(super) fn run(self) -> Result<Outcome, Failure> {
        let Some(id) = &self.rule else {
            let width = check::ALL.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
            let lines = check::ALL.iter().map(|rule| {
                let level = rule.severity.map_or("off", |severity| severity.word());
                format!("{:width$}  {level:7}  {}\n", rule.id, rule.summary)
            });
            print(&lines.collect::<String>())?;
            return Ok(Outcome::Clean);
        };
        let rule = check::find(id).ok_or_else(|| no_rule(id))?;
        print(&report::page(rule.page))?;
        Ok(Outcome::Clean)
    }
}
