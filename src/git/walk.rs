//! The commits of a repository and the files they changed, in one walk of git's.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Git, answer, ask};
use crate::failure::Failure;
use crate::history::{Blobs, Commit, Edit, History};

/// A repository, which knows what files held.
#[derive(Debug)]
pub struct Repository {
    root: PathBuf,
}

/// A walk of a history.
#[derive(Debug)]
pub struct Walked {
    /// The commits.
    pub history: History,
    /// How many there are, without those that only say how everything began.
    pub commits: usize,
    /// Whether the repository has only the latest part of its history.
    pub is_shallow: bool,
}

/// So many files are asked of one run of git.
const SHARE: usize = 1024;

/// What stands before a commit's line: no path and no status begins like it.
const MARK: char = '\u{1}';

impl Repository {
    /// The repository that a folder is in.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Walks from where the work is back to the beginning, or to a commit. Only Fluent files of the
    /// folder count.
    ///
    /// # Errors
    /// There is no git, no repository or no commit.
    pub fn walk(&self, since: Option<&str>) -> Result<Walked, Failure> {
        let git = Git { root: &self.root };
        git.is_in_repository()?;
        let since = since.map(|since| git.commit(since)).transpose()?;
        self.walk_without(&git, since.as_deref())
    }

    /// Walks back to the last commit that changed something below a folder, that commit too; to the
    /// beginning if none did.
    ///
    /// # Errors
    /// There is no git, no repository or no commit.
    pub fn walk_to_change(&self, folder: &str) -> Result<Walked, Failure> {
        let git = Git { root: &self.root };
        git.is_in_repository()?;
        let last = git.line(&["log", "-1", "--no-show-signature", "--format=%H", "--", folder]);
        // What the parents of that commit hold is what everything began with.
        self.walk_without(&git, last.map(|last| format!("{last}^@")).as_deref())
    }

    /// Walks all that is not built into some commits.
    fn walk_without(&self, git: &Git<'_>, without: Option<&str>) -> Result<Walked, Failure> {
        let head = git.commit("HEAD").map_err(|_| {
            Failure::new("this repository has no commits yet")
                .help("there is no history to learn from: `isogloss sync` begins the records")
        })?;
        let is_shallow =
            git.line(&["rev-parse", "--is-shallow-repository"]).as_deref() == Some("true");
        let mut arguments = vec![
            "-c",
            "log.showRoot=true",
            "-c",
            "core.quotePath=false",
            "log",
            "--topo-order",
            "--reverse",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-color",
            "--no-show-signature",
            "--no-notes",
            "--diff-merges=first-parent",
            "--find-renames",
            "--relative",
            "--format=tformat:%x01%H %P",
            &head,
        ];
        arguments.extend(without.iter().flat_map(|without| ["--not", without]));
        arguments.push("--");
        let log = git.output(&arguments)?;
        let read = read(&log);
        let commits = read.len();
        let history = self.history(git, read, &head, is_shallow)?;
        Ok(Walked { history, commits, is_shallow })
    }

    /// Puts commits together; those that others came from and that were not walked are read whole.
    fn history(
        &self,
        git: &Git<'_>,
        read: Vec<Read>,
        head: &str,
        is_shallow: bool,
    ) -> Result<History, Failure> {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut commits = Vec::with_capacity(read.len());
        let walked: std::collections::HashSet<&str> =
            read.iter().map(|it| it.id.as_str()).collect();
        let mut edges: Vec<&str> =
            read.iter().flat_map(|it| &it.parents).map(String::as_str).collect();
        if read.is_empty() {
            edges.push(head);
        }
        edges.retain(|id| !walked.contains(id));
        for id in edges {
            if !numbers.contains_key(id) {
                numbers.insert(id.to_owned(), commits.len());
                let tree = git.output(&["ls-tree", "-r", "-z", id, "--", "."])?;
                commits.push(Commit {
                    parents: Vec::new(),
                    is_edge: true,
                    edits: tree_edits(&tree),
                });
            }
        }
        for Read { id, parents, edits } in read {
            let is_edge = is_shallow && parents.is_empty() && is_cut_off(git, &id);
            let parents =
                parents.iter().filter_map(|parent| numbers.get(parent).copied()).collect();
            numbers.insert(id, commits.len());
            commits.push(Commit { parents, is_edge, edits });
        }
        Ok(History { commits })
    }
}

impl Blobs for Repository {
    fn read(&self, names: &[Arc<str>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        let shares = names.par_chunks(SHARE).map(|share| {
            let git = Git { root: &self.root };
            let asked: String = share.iter().map(|name| format!("{name}\n")).collect();
            let output = ask(git.command(&["cat-file", "--batch", "--buffer"]), asked)?;
            let mut rest = &*output;
            let held = share.iter().map(|_| {
                let (held, after) = answer(rest);
                rest = after;
                held.map(<[u8]>::to_vec)
            });
            Ok(held.collect::<Vec<_>>())
        });
        let shares: Vec<Result<Vec<_>, Failure>> = shares.collect();
        let mut all = Vec::with_capacity(names.len());
        for share in shares {
            all.extend(share?);
        }
        Ok(all)
    }
}

/// A commit as the log tells it.
struct Read {
    id: String,
    parents: Vec<String>,
    edits: Vec<Edit>,
}

/// Reads the log: a line for each commit, then `:<modes and names> <status>` and paths, with a zero
/// byte behind each.
fn read(log: &[u8]) -> Vec<Read> {
    let mut commits: Vec<Read> = Vec::new();
    let mut words = log.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    while let Some(word) = words.next() {
        if let Some(line) = word.strip_prefix(MARK) {
            let mut ids = line.split_whitespace().map(str::to_owned);
            let id = ids.next().unwrap_or_default();
            commits.push(Read { id, parents: ids.collect(), edits: Vec::new() });
            continue;
        }
        let Some(line) = word.trim_start().strip_prefix(':') else { continue };
        let fields: Vec<&str> = line.split(' ').collect();
        let [_, mode, _, blob, status] = fields[..] else { continue };
        let Some(path) = words.next() else { continue };
        let to = match status.starts_with(['R', 'C']) {
            true => words.next(),
            false => None,
        };
        let Some(commit) = commits.last_mut() else { continue };
        let blob = is_file(mode).then(|| Arc::<str>::from(blob));
        match to {
            Some(to) if status.starts_with('R') => {
                let was = is_fluent(&path).then(|| Arc::<str>::from(&*path));
                push(&mut commit.edits, &path, None, None);
                push(&mut commit.edits, &to, was, blob);
            }
            Some(to) => push(&mut commit.edits, &to, None, blob),
            None => push(&mut commit.edits, &path, None, blob),
        }
    }
    commits
}

fn push(edits: &mut Vec<Edit>, path: &str, was: Option<Arc<str>>, blob: Option<Arc<str>>) {
    if is_fluent(path) {
        edits.push(Edit { path: path.into(), was, blob });
    }
}

fn is_fluent(path: &str) -> bool {
    path.ends_with(".ftl")
}

/// Whether a mode of git's is that of a file, neither a link nor a repository of its own.
fn is_file(mode: &str) -> bool {
    mode.starts_with("100")
}

/// The files of a whole tree: `<mode> blob <name>`, a tab, the path, and a zero byte.
fn tree_edits(tree: &[u8]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for line in tree.split(|byte| *byte == 0).map(String::from_utf8_lossy) {
        let Some((about, path)) = line.split_once('\t') else { continue };
        let about: Vec<&str> = about.split(' ').collect();
        let [mode, "blob", blob] = about[..] else { continue };
        if is_file(mode) {
            push(&mut edits, path, None, Some(blob.into()));
        }
    }
    edits
}

/// Whether a commit without parents has some that are not here.
fn is_cut_off(git: &Git<'_>, id: &str) -> bool {
    let commit = git.output(&["cat-file", "commit", id]).unwrap_or_default();
    let commit = String::from_utf8_lossy(&commit).into_owned();
    commit.lines().take_while(|line| !line.is_empty()).any(|line| line.starts_with("parent "))
}
