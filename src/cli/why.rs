//! `isogloss why`.

use std::path::Path;

use clap::Args;

use super::{Outcome, open, print};
use crate::failure::Failure;
use crate::report;

/// Explain one message of a locale: source, translation, state, and what readers see
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss why ar stories-count\n  \
isogloss why fr read-more.aria-label\n  \
isogloss why ru -- -network")]
pub(super) struct Why {
    /// The locale
    locale: String,

    /// `id`, `-id` or `id.attribute`
    #[arg(allow_hyphen_values = true)]
    id: String,
}

impl Why {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let parts = project.session.why(&self.locale, &self.id)?;
        let texts: Vec<String> = parts.iter().map(report::part).collect();
        print(&texts.join("\n"))?;
        Ok(Outcome::Clean)
    }
}
