//! `isogloss check`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Filter, Outcome, Setup, print, print_findings};
use crate::diagnostic::Severity;
use crate::failure::Failure;
use crate::report;
use crate::session;

/// Check translations, content and configuration
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss check                               the project here\n  \
isogloss check --locale fr --locale ar       two locales\n  \
isogloss check --rule missing-variable       one rule\n  \
isogloss check --format json                 for machines\n  \
isogloss check --source en path/to/locales   Fluent files without a configuration\n\n\
Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the check could not be done.")]
pub(super) struct Check {
    /// Fluent files to check without a configuration
    folder: Option<PathBuf>,

    /// The source locale of these files
    #[arg(long, value_name = "CODE")]
    source: Option<String>,

    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The least severity that makes the command fail
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    fail_on: FailOn,

    #[command(flatten)]
    filter: Filter,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// With excerpts; what repeats is told once
    Human,
    /// A line each
    Concise,
    /// A JSON document
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

impl FailOn {
    fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

impl Check {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let setup = match (&self.folder, &self.source) {
            (Some(folder), source) => Setup::folder(folder, source.as_deref())?,
            (None, Some(source)) => Setup::folder(project.unwrap_or(Path::new(".")), Some(source))?,
            (None, None) => Setup::here(project)?,
        };
        let mut checked = session::check(&setup.disk, setup.config, setup.findings);
        self.filter.apply(&mut checked)?;
        let findings = checked.findings;
        match self.format {
            Format::Human => print_findings(&findings, &setup.disk)?,
            Format::Concise => print(&report::concise(&findings))?,
            Format::Json => print(&report::json(&findings))?,
        }
        let fails = findings.iter().any(|finding| self.fail_on.fails(finding.severity));
        Ok(if fails { Outcome::Findings } else { Outcome::Clean })
    }
}
