//! `isogloss import`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::sync::{in_the_way, patch, what_changes};
use super::{Outcome, Project, open, print, wants_colours, with_slashes};
use crate::diagnostic::Diagnostic;
use crate::edit::{self, Overlay, Request, Taken, What};
use crate::failure::Failure;
use crate::files::{Disk, Files as _, System, write_each};
use crate::report;
use crate::text::counted;

/// Take back the table that `todo` wrote, filled in
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss todo sw --format csv --output sw.csv   the table\n  \
isogloss import sw sw.csv --diff                what it would change\n  \
isogloss import sw sw.csv                       and take it back\n\n\
A cell of the column `translation` is the new translation, in Fluent's syntax; what is empty stays as\n\
it is. A cell of `still right because` says why the present translation is right beside the source.\n\
Columns may be left out, but for `id` and `translation`. Cells are separated by `,`, `;` or tabs, in\n\
UTF-8 or UTF-16. A cell that a spreadsheet would take for a formula has a `'` before it; a text that\n\
begins with `'=` is written `''=`.")]
pub(super) struct Import {
    /// The locale
    locale: String,

    /// The table
    file: PathBuf,

    /// Show what would change, and change nothing
    #[arg(long)]
    diff: bool,

    /// Take the rows that nothing is wrong with, and leave out the others
    #[arg(long)]
    keep_going: bool,

    /// Replace translations that were changed after the table was made
    #[arg(long)]
    overwrite: bool,
}

impl Import {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let here = Disk::new(".");
        let path = with_slashes(&self.file);
        let bytes = here
            .read(&path)
            .map_err(|error| Failure::io(format!("cannot read `{path}`"), error))?;
        let project = open(project)?;
        let catalog = project.session.target(&self.locale)?;
        let Self { ref locale, keep_going, overwrite, .. } = self;
        let request = Request { locale, path: &path, bytes: &bytes, keep_going, overwrite };
        let loading = &project.session.loading;
        let mut import = match in_the_way(&project.session) {
            findings if findings.is_empty() => {
                edit::import(&project.disk, &project.session.project, catalog, loading, &request)
            }
            findings => edit::Import { findings, is_refused: true, ..edit::Import::default() },
        };
        tell_findings(&project, &path, &mut import)?;
        if import.is_refused {
            print("nothing was imported\n")?;
            return Ok(Outcome::Findings);
        }
        let mut text = match self.diff {
            true => patch(&project, &import.outputs),
            false => String::new(),
        };
        import.taken.iter().for_each(|taken| text.push_str(&line(taken)));
        text.push_str(&what_changes(&project, &import.outputs));
        text.push_str(&summary(&import, self.diff));
        if !self.diff {
            write_each(&System, &project.disk, &import.outputs)?;
        }
        print(&text)?;
        Ok(if import.left_out > 0 { Outcome::Findings } else { Outcome::Clean })
    }
}

/// With excerpts from the table; where they are many, a line each.
fn tell_findings(project: &Project, path: &str, import: &mut edit::Import) -> Result<(), Failure> {
    const MANY: usize = 8;
    let findings: &[Diagnostic] = &import.findings;
    match findings.len() {
        0 => Ok(()),
        1..=MANY => {
            let overlay = Overlay::new(&project.disk, import.outputs.clone());
            let read = |wanted: &str| match wanted == path {
                true => Some(import.table.clone()),
                false => overlay.text(wanted),
            };
            print(&report::human(findings, &read, wants_colours()))
        }
        _ => print(&report::concise(findings)),
    }
}

/// `new: hello.title of app.ftl`.
fn line(taken: &Taken) -> String {
    let what = match taken.what {
        What::New => "new",
        What::Changed => "changed",
        What::StillRight => "still right",
    };
    let stale = match taken.is_stale {
        true => ", but its source changed since the table was made",
        false => "",
    };
    format!("{what}: {} of {}{stale}\n", taken.name, taken.resource)
}

/// `3 translations imported, 1 row left out`.
fn summary(import: &edit::Import, is_diff: bool) -> String {
    let count = counted(import.taken.len(), "translation");
    let mut text = match (import.taken.len(), is_diff) {
        (0, _) => "nothing to import".to_owned(),
        (_, true) => format!("{count} would be imported"),
        (_, false) => format!("{count} imported"),
    };
    if import.left_out > 0 {
        let _ = write!(text, ", {} left out", counted(import.left_out, "row"));
    }
    text + "\n"
}
