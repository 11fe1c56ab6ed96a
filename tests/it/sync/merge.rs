//! Two people work on one story in two branches, and git brings their work together.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use isogloss::files::{Disk, Files, Memory};
use tempfile::TempDir;

use crate::sample::text;

use super::{CATALOG, CONTENT, FRONT, RETIRED, assert_round_trip, blocks, id_of, retired, story};

const SPRING: &str = "The river rose in spring.";
const BOATS: &str = "Boats came at noon.";
const SCHOOL: &str = "The school stayed open.";
const TEACHER: &str = "A teacher kept a diary.";
const ROOF: &str = "Two boys waited on a roof.";
const BRIDGE: &str = "The old bridge was gone.";

/// A story under version control, with the real program to sync it.
struct Repository(TempDir);

impl Repository {
    /// Synced and committed on the branch `main`.
    fn new(body: &str) -> Self {
        let repository = Self(TempDir::new().unwrap());
        for (path, bytes) in story(body).0 {
            repository.write(&path, &bytes);
        }
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.sync_and_commit();
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn body(&self, body: &str) {
        self.write(CONTENT, format!("{FRONT}{body}").as_bytes());
    }

    /// Everything but git's own files.
    fn files(&self) -> Memory {
        let disk = Disk::new(self.path());
        let mut paths = disk.walk("").files;
        paths.extend(disk.walk("locales/.isogloss").files);
        Memory::new(paths.into_iter().map(|path| (path.clone(), disk.read(&path).unwrap())))
    }

    fn try_git(&self, arguments: &[&str]) -> Output {
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
        let style = ["-c", "merge.conflictStyle=diff3", "-c", "core.autocrlf=false"];
        Command::new("git")
            .args(identity)
            .args(style)
            .args(arguments)
            .current_dir(self.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .unwrap()
    }

    fn git(&self, arguments: &[&str]) {
        let output = self.try_git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    /// Runs `isogloss sync`: whether it ended well, and what it printed.
    fn sync(&self) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isogloss"));
        let output = command.arg("sync").current_dir(self.path()).output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    }

    fn sync_and_commit(&self) {
        let (is_done, printed) = self.sync();
        assert!(is_done, "{printed}");
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "work"]);
    }

    /// Makes a branch of `main` in which the story has another body, and gives the files there.
    fn branch(&self, name: &str, body: &str) -> Memory {
        self.git(&["checkout", "--quiet", "-b", name, "main"]);
        self.body(body);
        self.sync_and_commit();
        self.files()
    }
}

fn body(paragraphs: &[&str]) -> String {
    format!("{}\n", paragraphs.join("\n\n"))
}

/// Files that still hold a conflict marker.
fn conflicted(files: &Memory) -> Vec<&str> {
    let has_marker = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        ["<<<<<<<", "|||||||", ">>>>>>>"].iter().any(|marker| text.contains(marker))
    };
    let files = files.0.iter().filter(|(_, bytes)| has_marker(bytes));
    files.map(|(path, _)| path.as_str()).collect()
}

#[test]
fn two_branches_that_each_add_a_block_merge_and_keep_every_id() {
    let repository = Repository::new(&body(&[SPRING, BOATS, SCHOOL, TEACHER]));
    let main = repository.files();
    let one = repository.branch("one", &body(&[SPRING, ROOF, BOATS, SCHOOL, TEACHER]));
    let two = repository.branch("two", &body(&[SPRING, BOATS, SCHOOL, BRIDGE, TEACHER]));
    repository.git(&["merge", "--quiet", "--no-edit", "one"]);
    assert_eq!(repository.sync(), (true, "in sync: nothing to write\n".to_owned()));
    let merged = repository.files();
    for text in [SPRING, BOATS, SCHOOL, TEACHER] {
        assert_eq!(id_of(&merged, text), id_of(&main, text));
    }
    assert_eq!(id_of(&merged, ROOF), id_of(&one, ROOF));
    assert_eq!(id_of(&merged, BRIDGE), id_of(&two, BRIDGE));
    assert_round_trip(&merged);
}

#[test]
fn sync_recovers_from_conflicts_in_what_it_made() {
    let repository = Repository::new(&body(&[SPRING, BOATS, SCHOOL, TEACHER]));
    let main = repository.files();
    let one = repository.branch("one", &body(&[SPRING, BOATS, ROOF, TEACHER]));
    let two = repository.branch("two", &body(&[SPRING, BOATS, BRIDGE, SCHOOL]));
    assert!(!repository.try_git(&["merge", "--no-edit", "one"]).status.success());
    let files = repository.files();
    assert!(conflicted(&files).len() == 4, "content, catalog and both records: {files:?}");

    repository.body(&body(&[SPRING, BOATS, BRIDGE, ROOF]));
    let (is_done, printed) = repository.sync();
    assert!(is_done, "{printed}");
    let merged = repository.files();
    assert_eq!(conflicted(&merged), [""; 0]);
    for text in [SPRING, BOATS] {
        assert_eq!(id_of(&merged, text), id_of(&main, text));
    }
    assert_eq!(id_of(&merged, ROOF), id_of(&one, ROOF));
    assert_eq!(id_of(&merged, BRIDGE), id_of(&two, BRIDGE));
    let gone = [id_of(&main, SCHOOL), id_of(&main, TEACHER)];
    assert_eq!(retired(&merged), BTreeSet::from(gone));
    assert_eq!(repository.sync().1, "in sync: nothing to write\n");
}

/// Both records hold both sides already, so nothing but the markers is wrong with them.
#[test]
fn markers_go_from_records_that_need_no_other_change() {
    let repository = Repository::new(&body(&[SPRING, BOATS, SCHOOL]));
    repository.branch("one", &body(&[BOATS, SCHOOL, ROOF]));
    repository.branch("two", &body(&[SPRING, BOATS, BRIDGE]));
    assert!(!repository.try_git(&["merge", "--no-edit", "one"]).status.success());
    repository.body(&body(&[BOATS, BRIDGE, ROOF]));
    assert!(repository.sync().0);
    assert_eq!(conflicted(&repository.files()), [""; 0]);
    assert_eq!(repository.sync().1, "in sync: nothing to write\n");
}

/// The conflict lies within one message, which the parser then cannot read.
#[test]
fn a_paragraph_edited_on_both_sides_keeps_its_id() {
    let verse = |first: &str, last: &str| body(&[SPRING, &format!("{first}\\\n{last}"), SCHOOL]);
    let repository = Repository::new(&verse("Boats came at noon,", "and left at night."));
    let main = repository.files();
    repository.branch("one", &verse("Boats came at noon,", "and left by night again."));
    repository.branch("two", &verse("Many boats came at noon,", "and left at night."));
    assert!(!repository.try_git(&["merge", "--no-edit", "one"]).status.success());
    let files = repository.files();
    assert!(isogloss::syntax::parse(&text(&files, CATALOG)).messages().count() < 5, "one is lost");
    repository.body(&verse("Many boats came at noon,", "and left by night again."));
    let (is_done, printed) = repository.sync();
    assert!(is_done, "{printed}");
    let merged = repository.files();
    assert_eq!(conflicted(&merged), [""; 0]);
    let ids = |files: &Memory| blocks(files).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids(&merged), ids(&main));
    assert_eq!(retired(&merged), BTreeSet::new());
}

#[test]
fn a_block_that_one_side_deletes_and_the_other_edits_keeps_its_id_if_it_stays() {
    let repository = Repository::new(&body(&[SPRING, BOATS, SCHOOL]));
    let main = repository.files();
    repository.branch("one", &body(&[SPRING, SCHOOL]));
    repository.branch("two", &body(&[SPRING, "Boats came at dawn.", SCHOOL]));
    assert!(!repository.try_git(&["merge", "--no-edit", "one"]).status.success());
    assert!(repository.files().0.contains_key(RETIRED));
    repository.body(&body(&[SPRING, "Boats came at dawn.", SCHOOL]));
    assert!(repository.sync().0);
    let merged = repository.files();
    assert_eq!(id_of(&merged, "Boats came at dawn."), id_of(&main, BOATS));
    assert_eq!(retired(&merged), BTreeSet::new());
}

#[test]
fn a_block_that_both_sides_add_is_one_block() {
    let repository = Repository::new(&body(&[SPRING, SCHOOL]));
    let one = repository.branch("one", &body(&[SPRING, ROOF, SCHOOL]));
    repository.branch("two", &body(&[SPRING, ROOF, SCHOOL]));
    repository.git(&["merge", "--quiet", "--no-edit", "one"]);
    assert_eq!(repository.sync().1, "in sync: nothing to write\n");
    assert_eq!(blocks(&repository.files()), blocks(&one));
}

#[test]
fn nothing_is_written_while_content_is_in_conflict() {
    let repository = Repository::new(&body(&[SPRING, SCHOOL]));
    repository.branch("one", &body(&[SPRING, ROOF, SCHOOL]));
    repository.branch("two", &body(&[SPRING, BRIDGE, SCHOOL]));
    assert!(!repository.try_git(&["merge", "--no-edit", "one"]).status.success());
    let before = repository.files();
    let (is_done, printed) = repository.sync();
    assert!(!is_done);
    assert!(printed.contains("content/stories/river.md:9:1"), "{printed}");
    assert!(printed.contains("unresolved merge conflict"), "{printed}");
    assert_eq!(repository.files().0, before.0);
    assert!(conflicted(&before).contains(&CATALOG));
}
