//! A project in a git repository of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

pub(super) struct Repository(TempDir);

impl Repository {
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        let repository = Self(TempDir::new().unwrap());
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        for (path, text) in files {
            repository.write(path, text);
        }
        repository.sync_and_commit();
        repository
    }

    /// A clone that knows only the last commit.
    pub(super) fn shallow(&self) -> Self {
        let clone = Self(TempDir::new().unwrap());
        let from = format!("file://{}", self.path().display());
        clone.git(&["clone", "--quiet", "--depth=1", &from, "."]);
        clone
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub(super) fn try_git(&self, arguments: &[&str]) -> Output {
        Command::new("git")
            .args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"])
            .args(["-c", "core.autocrlf=false"])
            .args(arguments)
            .current_dir(self.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .unwrap()
    }

    pub(super) fn git(&self, arguments: &[&str]) {
        let output = self.try_git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    pub(super) fn isogloss(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isogloss"));
        let output = command.args(arguments).current_dir(self.path()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    pub(super) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).unwrap();
    }

    /// Replaces the one place where `old` stands in a file.
    pub(super) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "`{old}` must stand once in {path}");
        self.write(path, &text.replacen(old, new, 1));
    }

    pub(super) fn sync_and_commit(&self) {
        self.isogloss(&["sync"]);
        self.commit();
    }

    pub(super) fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "work"]);
    }
}
