//! `isogloss add-locale`.

use std::path::Path;

use clap::Args;

use super::{Outcome, open, print};
use crate::config::FILE;
use crate::edit;
use crate::failure::Failure;
use crate::files::{Files as _, System, write_each};
use crate::text::counted;

/// Add a locale, as a draft that is ready to be filled
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  isogloss add-locale pt-BR")]
pub(super) struct AddLocale {
    /// Its code, such as `pt-BR`
    code: String,
}

impl AddLocale {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let config = project
            .disk
            .read(FILE)
            .map_err(|error| Failure::io(format!("cannot read {FILE}"), error))?;
        let config = String::from_utf8_lossy(&config).into_owned();
        let mut outputs = edit::add_locale(&project.session.project, &config, &self.code)?;
        // What somebody has begun stays as it is.
        outputs.retain(|output| output.path == FILE || !project.disk.exists(&output.path));
        write_each(&System, &project.disk, &outputs)?;
        let files = counted(outputs.len() - 1, "file");
        print(&format!(
            "added `{0}` as a draft: {files} to fill\nnext: isogloss todo {0}\n",
            self.code
        ))?;
        Ok(Outcome::Clean)
    }
}
