//! `isogloss check`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::output::{self, Destination, Format, Told};
use super::{Filter, Outcome, Setup, note, print};
use crate::diagnostic::Severity;
use crate::failure::Failure;
use crate::report::Summary;
use crate::session::{self, Session};

/// Check translations, content and configuration
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss check                               the project here\n  \
isogloss check --locale fr --locale ar       two locales\n  \
isogloss check --rule missing-variable       one rule\n  \
isogloss check --format json                 for machines\n  \
isogloss check --output sarif=report.sarif   for machines too, beside what is printed\n  \
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

    /// Write findings to a file too, such as sarif=report.sarif; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = Destination::parse)]
    output: Vec<Destination>,

    /// The least severity that makes the command fail
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    fail_on: FailOn,

    #[command(flatten)]
    filter: Filter,
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
        let (disk, config) = (setup.disk, setup.config);
        let mut checked = session::check(&disk, config.clone(), setup.findings);
        self.filter.apply(&mut checked)?;
        let findings = checked.findings;
        let fails = |severity| self.fail_on.fails(severity);
        let coverage = || Session::with(&disk, config.clone()).coverage();
        let told = Told { findings: &findings, disk: &disk, coverage: &coverage, fails: &fails };
        output::write(&told, &self.output)?;
        print(&self.format.text(&told))?;
        if self.format == Format::Concise {
            // Beside the lines, so that a program that reads them need not know of it.
            note(&Summary::of(&findings).words());
        }
        let failed = findings.iter().any(|finding| fails(finding.severity));
        Ok(if failed { Outcome::Findings } else { Outcome::Clean })
    }
}
