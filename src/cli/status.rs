//! `isogloss status`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Elsewhere, Outcome, Setup, beside, print};
use crate::config::Stage;
use crate::failure::Failure;
use crate::report::{self, LocaleCoverage};

/// Show how much of every locale is translated
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss status                  a row for each locale\n  \
isogloss status fr --resources   a row for each file of one locale\n  \
isogloss status --format json    for machines\n  \
isogloss status --format badge   a picture for a README; with a locale, of that one")]
pub(super) struct Status {
    /// Only these locales
    locales: Vec<String>,

    /// A row for each resource too
    #[arg(long)]
    resources: bool,

    /// Fluent files without a configuration
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,

    #[command(flatten)]
    elsewhere: Elsewhere,

    /// How coverage is printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A table with bars
    Human,
    /// A JSON document
    Json,
    /// A table in Markdown
    Markdown,
    /// An SVG badge: the share that all released locales cover, or those that are named
    Badge,
}

impl Status {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = match &self.folder {
            Some(folder) if self.elsewhere.l10n_toml.is_none() => {
                let source = self.elsewhere.source.as_deref();
                Setup::folder(&beside(project, folder), source)?.open()
            }
            folder => self.elsewhere.setup(project, folder.as_deref())?.open(),
        };
        for locale in &self.locales {
            project.session.target(locale)?;
        }
        let mut coverage = project.session.coverage();
        coverage.retain(|locale| self.locales.is_empty() || self.locales.contains(&locale.locale));
        let source = &project.session.project.config.source.code;
        print(&match self.format {
            Format::Human => report::coverage_table(source, &coverage, self.resources),
            Format::Json => report::coverage_json(source, &coverage),
            Format::Markdown => report::coverage_markdown(source, &coverage, self.resources),
            Format::Badge => self.badge(coverage),
        })?;
        Ok(Outcome::Clean)
    }

    /// Drafts do not count, unless there is nothing else or they were asked for.
    fn badge(&self, mut coverage: Vec<LocaleCoverage>) -> String {
        let is_released = |locale: &LocaleCoverage| locale.stage == Stage::Released;
        if self.locales.is_empty() && coverage.iter().any(is_released) {
            coverage.retain(is_released);
        }
        let label = match self.locales.as_slice() {
            [] => "translated".to_owned(),
            locales => locales.join(", "),
        };
        report::badge(&label, &coverage)
    }
}
