//! What git knows of a project's files: which changed since a commit, and how they were then.
//!
//! Git is asked as a program, the one that the user has. It is only for commands that are about
//! history; a check works without.

mod walk;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::failure::Failure;

pub use walk::{Repository, Walked};

/// The files that differ from a commit, relative to the project, with what they held then; `None`
/// for those that did not exist.
pub type Changes = BTreeMap<String, Option<Vec<u8>>>;

/// The files of a folder that changed since a commit, those not committed yet included. A branch
/// counts from where the work here left it.
///
/// # Errors
/// There is no git or no repository, or the commit is not here, as in a shallow clone.
pub fn changes(root: &Path, since: &str) -> Result<Changes, Failure> {
    let git = Git { root };
    let commit = git.commit(since)?;
    // Where the histories meet; a shallow clone may not reach so far, then the commit itself counts.
    let base = git.line(&["merge-base", &commit, "HEAD"]).unwrap_or(commit);
    let differing =
        git.output(&["diff", "--name-only", "-z", "--relative", "--no-renames", &base, "--"])?;
    let untracked = git.output(&["ls-files", "-z", "--others", "--exclude-standard"])?;
    let paths: Vec<String> = names(&differing).chain(names(&untracked)).collect();
    git.contents(&base, paths)
}

fn names(output: &[u8]) -> impl Iterator<Item = String> {
    output
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty())
        .map(|name| String::from_utf8_lossy(name).into_owned())
}

struct Git<'a> {
    root: &'a Path,
}

impl Git<'_> {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.root).args(arguments).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let output = self.command(arguments).output();
        output.map_err(|cause| {
            Failure::io("cannot run `git`", cause).help("install git: only it knows the history")
        })
    }

    fn output(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let output = self.run(arguments)?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => {
                let said = String::from_utf8_lossy(&output.stderr);
                let said = said.trim().trim_start_matches("fatal: ").to_owned();
                Err(Failure::new(format!("git {} failed: {said}", arguments[0])))
            }
        }
    }

    fn line(&self, arguments: &[&str]) -> Option<String> {
        let output = self.output(arguments).ok()?;
        Some(String::from_utf8_lossy(&output).lines().next()?.to_owned())
    }

    fn is_in_repository(&self) -> Result<(), Failure> {
        if self.output(&["rev-parse", "--git-dir"]).is_err() {
            self.run(&["--version"])?;
            return Err(Failure::new("this project is in no git repository").help(
                "its history is needed: `git init` begins one, and check works without --since",
            ));
        }
        Ok(())
    }

    /// The commit that a name stands for.
    fn commit(&self, name: &str) -> Result<String, Failure> {
        self.is_in_repository()?;
        let wanted = format!("{name}^{{commit}}");
        if let Some(commit) =
            self.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])
        {
            return Ok(commit);
        }
        let is_shallow = self.line(&["rev-parse", "--is-shallow-repository"]);
        let help = match is_shallow.as_deref() == Some("true") {
            true => {
                format!("the clone is shallow: fetch more of it, as in `git fetch origin {name}`")
            }
            false => "`git log --oneline` lists the commits that are here".to_owned(),
        };
        Err(Failure::new(format!("there is no commit `{name}` here")).help(help))
    }

    /// What files held in a commit.
    fn contents(&self, commit: &str, paths: Vec<String>) -> Result<Changes, Failure> {
        let asked: String = paths.iter().map(|path| format!("{commit}:./{path}\0")).collect();
        let output = ask(self.command(&["cat-file", "--batch", "-z"]), asked)?;
        let mut rest = &*output;
        let mut changes = Changes::new();
        for path in paths {
            let (held, after) = answer(rest);
            rest = after;
            changes.insert(path, held.map(<[u8]>::to_vec));
        }
        Ok(changes)
    }
}

/// Runs a command of git's that answers what it is asked.
fn ask(mut command: Command, asked: String) -> Result<Vec<u8>, Failure> {
    let failed = |cause| Failure::io("cannot read files from git", cause);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let input = child.stdin.take();
    let output = std::thread::scope(|scope| {
        // Asked from another thread, or both sides would wait once the pipes are full.
        scope.spawn(move || input.map(|mut input| input.write_all(asked.as_bytes())));
        child.wait_with_output()
    });
    Ok(output.map_err(failed)?.stdout)
}

/// One answer of `git cat-file --batch`: `<id> blob <size>`, the bytes, a line break; or
/// `<name> missing`. And what follows it.
fn answer(output: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let end = output.iter().position(|byte| *byte == b'\n').unwrap_or(output.len());
    let (head, rest) = (&output[..end], output.get(end + 1..).unwrap_or_default());
    let head = String::from_utf8_lossy(head);
    let mut words = head.rsplit(' ');
    let (size, kind) = (words.next().unwrap_or_default(), words.next());
    match (size.parse::<usize>(), kind) {
        (Ok(size), Some("blob")) if size <= rest.len() => {
            (Some(&rest[..size]), rest.get(size + 1..).unwrap_or_default())
        }
        (Ok(size), Some("tree")) => (None, rest.get(size + 1..).unwrap_or_default()),
        _ => (None, rest),
    }
}
