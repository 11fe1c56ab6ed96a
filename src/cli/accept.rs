//! `isogloss accept`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use clap::Args;

use super::sync::{finish, settled};
use super::{Outcome, open, print};
use crate::edit::{self, Accepted};
use crate::failure::Failure;
use crate::text::counted;

/// Record that translations are still right beside today's source
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss accept fr welcome --because \"the English only lost a comma\"\n  \
isogloss accept fr --resource site.ftl --because \"read through with the source of May\"")]
pub(super) struct Accept {
    /// The locale
    locale: String,

    /// Messages, terms or attributes: welcome, -brand, search.placeholder
    #[arg(required_unless_present = "resource")]
    ids: Vec<String>,

    /// Everything that is translated in a resource; may be given several times
    #[arg(long, value_name = "FILE", conflicts_with = "ids")]
    resource: Vec<String>,

    /// Why they are right, for whoever asks later
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Accept {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let because = self.because.trim().to_owned();
        if because.is_empty() {
            return Err(Failure::new("a reason is needed")
                .help("say in a few words who looked, and why it is right"));
        }
        let project = open(project)?;
        let mut parts = BTreeSet::new();
        let mut told = String::new();
        for part in project.session.certifiable(&self.locale, &self.ids, &self.resource)? {
            let _ = writeln!(told, "accepted {} of {}: {}", part.name, part.resource, part.source);
            parts.insert((part.resource, part.name));
        }
        let count = counted(parts.len(), "translation");
        let accepted = Accepted { locale: self.locale, parts, because };
        let sync = settled(&project, edit::accept(&project.session.project, &accepted));
        if sync.findings.is_empty() {
            print(&format!("{told}{count} accepted\n"))?;
        }
        finish(&project, &sync, false)
    }
}
