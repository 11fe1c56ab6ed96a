//! `isogloss adopt`.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use clap::Args;

use super::sync::finish_as;
use super::{Outcome, note, open, print};
use crate::change::Change;
use crate::edit::{self, Adopted};
use crate::failure::Failure;
use crate::git::{Repository, Walked};
use crate::history::{self, Untold};
use crate::text::counted;

/// Record what translations were made from, as the git history tells
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss adopt                  learn what the whole history tells\n  \
isogloss adopt --check          say what would be recorded, and fail if anything would\n  \
isogloss adopt --since v2.0     believe nothing that is older than a release\n\n\
What is recorded already stays, and so does whatever `isogloss accept` certified.")]
pub(super) struct Adopt {
    /// Look only at what came after a commit, branch or tag
    #[arg(long, value_name = "COMMIT")]
    since: Option<String>,

    /// Take the place of what is recorded too, but for what somebody certified
    #[arg(long)]
    replace: bool,

    /// Write nothing; fail if something would change
    #[arg(long)]
    check: bool,
}

impl Adopt {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let mut project = open(project)?;
        let repository = Repository::new(&project.disk.locate(""));
        let Walked { history, commits, is_shallow } = repository.walk(self.since.as_deref())?;
        let commits = counted(commits, "commit");
        if is_shallow {
            note(&format!(
                "this clone is shallow: only {commits} can be seen, and what is older stays \
                 unknown (`git fetch --unshallow` brings all)"
            ));
        }
        let model = &mut project.session.project;
        let versions = counted(history::versions(&model.origin, &history), "version");
        let learned = history::learn(model, &history, &repository, &bar())?;
        let (sync, adopted) = edit::adopt(model, learned, self.replace);
        if sync.findings.is_empty() {
            print(&told(&adopted))?;
            print(&format!("read {versions} of files in {commits}\n"))?;
        }
        finish_as(&project, &sync, self.check, "isogloss adopt")
    }
}

/// Shows how far the work has come, if somebody looks.
fn bar() -> impl Fn(usize, usize) {
    let is_seen = std::io::stderr().is_terminal();
    move |done: usize, total: usize| {
        if !is_seen || total == 0 {
            return;
        }
        const WIDTH: usize = 30;
        let filled = done * WIDTH / total;
        let line = match done < total {
            true => format!("\r[{:<WIDTH$}] {done} of {total} versions", "#".repeat(filled)),
            // It leaves nothing behind.
            false => format!("\r{:WIDTH$}{:40}\r", "", ""),
        };
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
}

/// A line for each locale, and why history does not tell more.
fn told(adopted: &[(String, Adopted)]) -> String {
    let mut text = String::new();
    let width = adopted.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
    for (code, known) in adopted {
        let stale: usize = known.stale.values().sum();
        let _ = write!(text, "{code:width$}  {} current, {stale} stale", known.current);
        let classes = Change::ALL.into_iter().filter_map(|change| {
            let count = known.stale.get(&change)?;
            Some(format!("{count} {}", change.word()))
        });
        let classes: Vec<String> = classes.collect();
        if !classes.is_empty() {
            let _ = write!(text, " ({})", classes.join(", "));
        }
        let _ = writeln!(text, ", {} unknown", known.unknown);
    }
    for (untold, why) in WHY {
        let count: usize = adopted.iter().filter_map(|(_, known)| known.untold.get(&untold)).sum();
        if count > 0 {
            let _ = writeln!(text, "unknown because {why}: {count}");
        }
    }
    text
}

/// Why history does not tell, in words.
const WHY: [(Untold, &str); 4] = [
    (Untold::Edge, "older than the history that was looked at"),
    (Untold::Merge, "made in a merge whose sides had different sources"),
    (Untold::Sourceless, "made when the source did not have it"),
    (Untold::Uncommitted, "not committed yet, like the change of its source"),
];
