//! Real projects to measure on. They are no part of this repository; where their archives are not
//! beside it, a chore says that it was skipped.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use serde_json::Value;

use crate::{Outcome, program, run};

/// A project: its archive, the folder in it, and its source locale.
#[derive(Clone, Copy)]
pub(crate) struct Corpus {
    pub(crate) name: &'static str,
    folder: &'static str,
    pub(crate) source: &'static str,
}

/// GNU's core utilities in Rust: files named by locale beside each other.
pub(crate) const COREUTILS: Corpus =
    Corpus { name: "coreutils-l10n", folder: "coreutils-l10n", source: "en-US" };

/// Firefox Relay: a folder for each locale, and an l10n.toml.
pub(crate) const RELAY: Corpus =
    Corpus { name: "relay-l10n", folder: "fx-private-relay-l10n", source: "en" };

pub(crate) const ALL: [Corpus; 2] = [COREUTILS, RELAY];

impl Corpus {
    /// A fresh copy of the project in a folder below the target folder; `None`, with a word, where
    /// its archive is not to be had.
    pub(crate) fn unpack(&self, below: &str) -> Result<Option<PathBuf>, String> {
        let archive = shelf().join(format!("{}.tar.gz", self.name));
        if !archive.exists() {
            println!("SKIPPED: {} is not here", self.name);
            return Ok(None);
        }
        let folder = fresh_folder(&format!("{below}/{}", self.name))?;
        run(Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(&folder))?;
        Ok(Some(folder.join(self.folder)))
    }

    /// The file of a resource, as findings name it, in a locale.
    pub(crate) fn file(&self, resource: &str, locale: &str) -> String {
        match resource.contains("{locale}") {
            true => resource.replace("{locale}", locale),
            false => format!("{locale}/{resource}"),
        }
    }

    /// The source's file of a translation's file.
    pub(crate) fn source_of(&self, file: &str, locale: &str) -> String {
        let name = |part: &str| match part.strip_prefix(locale) {
            Some(rest @ ("" | ".ftl")) => format!("{}{rest}", self.source),
            _ => part.to_owned(),
        };
        file.split('/').map(name).collect::<Vec<_>>().join("/")
    }

    /// The lines of a list of findings that somebody else made of the project; `None` where there is
    /// no such list.
    pub(crate) fn rows(&self, list: &str) -> Result<Option<Vec<Value>>, String> {
        let path = shelf().join(format!("{}.{list}.jsonl.gz", self.name));
        let Ok(file) = File::open(&path) else { return Ok(None) };
        let lines = BufReader::new(GzDecoder::new(file)).lines();
        let row = |line: std::io::Result<String>| {
            let line = line.map_err(|error| format!("{}: {error}", path.display()))?;
            serde_json::from_str(&line).map_err(|error| format!("{}: {error}", path.display()))
        };
        lines.map(row).collect::<Result<_, _>>().map(Some)
    }
}

fn shelf() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora")
}

/// An empty folder below the target folder; what was there before is removed.
pub(crate) fn fresh_folder(below: &str) -> Result<PathBuf, String> {
    let folder = program::target().join(below);
    remove(&folder)?;
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Removes a folder and all in it, if it is there.
pub(crate) fn remove(folder: &Path) -> Outcome {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Copies a folder and all in it.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    std::fs::create_dir_all(to).map_err(failed)?;
    for entry in std::fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let target = to.join(entry.file_name());
        match entry.file_type().map_err(failed)?.is_dir() {
            true => copy(&entry.path(), &target)?,
            false => {
                std::fs::copy(entry.path(), target).map_err(failed)?;
            }
        }
    }
    Ok(())
}

/// Every Fluent file below a folder, in no order.
pub(crate) fn fluent_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => left.push(path),
                Ok(_) if path.extension().is_some_and(|extension| extension == "ftl") => {
                    found.push(path);
                }
                _ => {}
            }
        }
    }
    found
}
