//! `isogloss todo`.

use std::path::Path;

use clap::Args;

use super::{Outcome, open, print};
use crate::failure::Failure;
use crate::report;

/// List what is left to translate in a locale, in page order
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  isogloss todo sw")]
pub(super) struct Todo {
    /// The locale
    locale: String,
}

impl Todo {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let left = project.session.todo(&self.locale)?;
        print(&report::todo(&self.locale, &left))?;
        Ok(Outcome::Clean)
    }
}
