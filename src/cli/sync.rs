//! `isogloss sync`.

use std::path::Path;

use clap::Args;

use super::{Outcome, Project, open, print, print_findings};
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::edit;
use crate::failure::Failure;
use crate::files::{Output, System, write_each};
use crate::load::UNREADABLE;
use crate::session::Session;
use crate::text::counted;

/// Make the source catalogs follow content, and record what translations were made from
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss sync           write what has changed\n  \
isogloss sync --check   say what would change, and fail if anything would")]
pub(super) struct Sync {
    /// Write nothing; fail if something would change
    #[arg(long)]
    check: bool,
}

impl Sync {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let sync = edit::sync(&project.session.project);
        finish(&project, sync, self.check)
    }
}

/// Writes what has changed, unless something stands in the way or nothing is to be written.
pub(super) fn finish(
    project: &Project,
    sync: edit::Sync,
    is_check: bool,
) -> Result<Outcome, Failure> {
    finish_as(project, sync, is_check, "isogloss sync")
}

/// The same for a command that goes by another name.
pub(super) fn finish_as(
    project: &Project,
    sync: edit::Sync,
    is_check: bool,
    command: &str,
) -> Result<Outcome, Failure> {
    let mut findings = in_the_way(&project.session);
    findings.extend(sync.findings);
    if !findings.is_empty() {
        print_findings(&findings, &project.disk)?;
        print("nothing was written\n")?;
        return Ok(Outcome::Findings);
    }
    if sync.outputs.is_empty() {
        print("in sync: nothing to write\n")?;
        return Ok(Outcome::Clean);
    }
    let text = what_changes(project, &sync.outputs);
    let changes = counted(sync.outputs.len(), "file");
    if is_check {
        print(&format!("{text}{changes} would change: run `{command}`\n"))?;
        return Ok(Outcome::Findings);
    }
    write_each(&System, &project.disk, &sync.outputs)?;
    print(&format!("{text}{changes} changed\n"))?;
    Ok(Outcome::Clean)
}

/// A line for each file: `update locales/fr/app.ftl`.
pub(super) fn what_changes(project: &Project, outputs: &[Output]) -> String {
    let mut text = String::new();
    for output in outputs {
        let what = match (&output.bytes, project.disk.exists(&output.path)) {
            (None, _) => "remove",
            (Some(_), true) => "update",
            (Some(_), false) => "create",
        };
        text.push_str(&format!("{what} {}\n", output.path));
    }
    text
}

/// What is wrong with a project in a way that lets nothing be derived from it.
pub(super) fn in_the_way(session: &Session) -> Vec<Diagnostic> {
    let records = format!("{}/", session.project.config.records);
    // Without the records, ids that were used up would be given out again.
    let is_in_the_way = |finding: &&Diagnostic| {
        let is_record = finding.place.path.starts_with(&records);
        finding.rule == content::RULE
            || finding.rule == "invalid-config"
            || (finding.rule == UNREADABLE && is_record)
    };
    session.loading.iter().filter(is_in_the_way).cloned().collect()
}
