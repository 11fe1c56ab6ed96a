//! `isogloss sync`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use clap::Args;

use super::{Outcome, Project, note, open, print, print_findings, say};
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::edit::{self, Overlay};
use crate::failure::Failure;
use crate::files::{Files as _, Output, System, write_each};
use crate::git::{Repository, Walked};
use crate::history::{self, Learned};
use crate::load::{UNREADABLE, load};
use crate::project::Project as Model;
use crate::provenance::{Rename, Unclear};
use crate::record::Address;
use crate::session::Session;
use crate::text::counted;

/// Make the source catalogs follow content, and record what translations were made from
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss sync                    write what has changed\n  \
isogloss sync --check            say what would change, and fail if anything would\n  \
isogloss sync --renames --diff   show how translations would follow renamed messages\n  \
isogloss sync --renames          and let them, in every locale at once\n\n\
A message was renamed if it went from the source, and one that says the same came under another id or\n\
in another file. Where several went or came it is not said which: rename those by hand.")]
pub(super) struct Sync {
    /// Let translations follow messages that got another id or went to another file
    #[arg(long)]
    renames: bool,

    /// Show what would change in Fluent files, and change nothing
    #[arg(long, conflicts_with = "check")]
    diff: bool,

    /// Write nothing; fail if something would change
    #[arg(long)]
    check: bool,
}

impl Sync {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let mut sync = settled(&project, edit::sync(&project.session.project));
        let command = match self.renames {
            true => "isogloss sync --renames",
            false => "isogloss sync",
        };
        if self.renames && in_the_way(&project.session).is_empty() {
            let renamed = edit::rename(&project.disk, &project.session.project, sync);
            print(&moved(&renamed))?;
            sync = renamed.sync;
        }
        if self.diff && sync.findings.is_empty() && in_the_way(&project.session).is_empty() {
            return show(&project, &sync.outputs, command);
        }
        finish_as(&project, &sync, self.check, command)
    }
}

/// What `sync` would do with what commits say of translations that changed together with their
/// source. Where there is no git, or it does not tell, they stay unknown.
pub(super) fn settled(project: &Project, sync: edit::Sync) -> edit::Sync {
    if sync.unsettled.is_empty() || !sync.findings.is_empty() {
        return sync;
    }
    let overlay = Overlay::new(&project.disk, sync.outputs.clone());
    let (synced, _) = load(&overlay, project.session.project.config.clone());
    match ask_git(project, &synced, &sync.unsettled) {
        Ok(learned) if !learned.is_empty() => edit::settle(&project.disk, synced, learned, sync),
        _ => sync,
    }
}

/// Looks at the commits since records were last written, and at all of them where that is not enough.
fn ask_git(
    project: &Project,
    synced: &Model,
    asked: &BTreeSet<(String, Address)>,
) -> Result<Vec<Learned>, Failure> {
    let repository = Repository::new(&project.disk.locate(""));
    let Walked { history, .. } = repository.walk_to_change(&synced.config.records)?;
    let (mut learned, is_enough) = history::settle(synced, &history, &repository, asked)?;
    if !is_enough {
        let Walked { history, is_shallow, .. } = repository.walk(None)?;
        if is_shallow {
            note("this clone is shallow: what is older than its commits stays unknown");
        }
        learned = history::settle(synced, &history, &repository, asked)?.0;
    }
    Ok(learned)
}

/// Shows what would change, as a patch.
fn show(project: &Project, outputs: &[Output], command: &str) -> Result<Outcome, Failure> {
    print(&patch(project, outputs))?;
    say(&format!("`{command}` would change {}", counted(outputs.len(), "file")));
    Ok(if outputs.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// A line for each message that gets another name, and one for those that go to a file together.
fn moved(renamed: &edit::Renamed) -> String {
    let mut text = String::new();
    let mut together: BTreeMap<(&str, &str), (usize, Vec<&str>)> = BTreeMap::new();
    for (Rename { from, to, .. }, codes) in &renamed.moved {
        if from.name == to.name {
            let (count, all) = together.entry((&from.resource, &to.resource)).or_default();
            *count += 1;
            let new = codes.iter().map(String::as_str).filter(|code| !all.contains(code));
            let new: Vec<&str> = new.collect();
            all.extend(new);
            continue;
        }
        let place = match from.resource == to.resource {
            true => String::new(),
            false => format!(" of {}", to.resource),
        };
        let codes = codes.join(", ");
        let _ = writeln!(
            text,
            "move {} of {} to {}{place}: {codes}",
            from.name, from.resource, to.name
        );
    }
    for ((from, to), (count, codes)) in together {
        let messages = counted(count, "message");
        let _ = writeln!(text, "move {messages} of {from} to {to}: {}", codes.join(", "));
    }
    text
}

/// What `sync` leaves to be done about messages that were renamed.
fn left(sync: &edit::Sync) -> String {
    let mut text = String::new();
    let unknown = sync.unsettled.len();
    if unknown > 0 {
        let (translations, it) =
            (counted(unknown, "translation"), if unknown == 1 { "its" } else { "their" });
        text.push_str(&format!(
            "{translations} changed together with {it} source, and nothing says in which order: \
             unknown until somebody looks (`isogloss accept`)\n"
        ));
    }
    let count = sync.waiting.len();
    if count > 0 {
        let are = if count == 1 { "is" } else { "are" };
        let renames = counted(count, "rename");
        text.push_str(&format!("{renames} {are} waiting: run `isogloss sync --renames`\n"));
    }
    for Unclear { from, to } in &sync.unclear {
        let names: Vec<String> =
            to.iter().map(|to| format!("`{}` of {}", to.name, to.resource)).collect();
        let Address { name, resource } = from;
        let names = names.join(" or ");
        text.push_str(&format!(
            "`{name}` of {resource} may be {names} now: nobody can tell, rename it by hand\n"
        ));
    }
    text
}

/// Writes what has changed, unless something stands in the way or nothing is to be written.
pub(super) fn finish(
    project: &Project,
    sync: &edit::Sync,
    is_check: bool,
) -> Result<Outcome, Failure> {
    finish_as(project, sync, is_check, "isogloss sync")
}

/// The same for a command that goes by another name.
pub(super) fn finish_as(
    project: &Project,
    sync: &edit::Sync,
    is_check: bool,
    command: &str,
) -> Result<Outcome, Failure> {
    let mut findings = in_the_way(&project.session);
    findings.extend(sync.findings.iter().cloned());
    if !findings.is_empty() {
        print_findings(&findings, &project.disk)?;
        print("nothing was written\n")?;
        return Ok(Outcome::Findings);
    }
    if sync.outputs.is_empty() {
        print(&format!("in sync: nothing to write\n{}", left(sync)))?;
        return Ok(Outcome::Clean);
    }
    let (text, left) = (what_changes(project, &sync.outputs), left(sync));
    let changes = counted(sync.outputs.len(), "file");
    if is_check {
        print(&format!("{text}{changes} would change: run `{command}`\n{left}"))?;
        return Ok(Outcome::Findings);
    }
    write_each(&System, &project.disk, &sync.outputs)?;
    print(&format!("{text}{changes} changed\n{left}"))?;
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

/// Changes of Fluent files as a patch; records speak for themselves.
pub(super) fn patch(project: &Project, outputs: &[Output]) -> String {
    let mut patch = String::new();
    for output in outputs.iter().filter(|output| output.path.ends_with(".ftl")) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let before = project.disk.read(&output.path).map(|bytes| text(&bytes)).unwrap_or_default();
        let after = text(output.bytes.as_deref().unwrap_or_default());
        let (old, new) = (format!("a/{}", output.path), format!("b/{}", output.path));
        let diff = similar::TextDiff::from_lines(before.as_str(), after.as_str());
        let _ = write!(patch, "{}", diff.unified_diff().header(&old, &new));
    }
    patch
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
