//! `cargo xtask bench`: whole commands on real projects, as ratios to the floor, in one run.
//!
//! The floor is what no checker can go below: walk, read and parse every file on all cores. Each
//! command runs several times in a process of its own; the fastest run counts.

use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use rayon::prelude::*;
use wait4::Wait4 as _;

use crate::{Outcome, run as run_command};

const RESULTS: &str = "benches/RESULTS.md";
const RUNS: usize = 10;

/// A project to measure on: its archive, the folder in it, and its source locale.
const PROJECTS: [(&str, &str, &str); 2] =
    [("coreutils-l10n", "coreutils-l10n", "en-US"), ("relay-l10n", "fx-private-relay-l10n", "en")];

/// What one run took.
#[derive(Clone, Copy)]
struct Cost {
    wall: f64,
    cpu: f64,
    peak: u64,
}

/// Measures everything and writes the table.
pub(crate) fn run() -> Outcome {
    run_command(Command::new("cargo").args(["build", "--quiet", "--release", "--workspace"]))?;
    let mut text = format!(
        "# Results\n\nMade by `cargo xtask bench`: the fastest of {RUNS} runs of each command. The floor walks, reads and\n\
         parses the same files with `fluent-syntax` on all cores, and does nothing else.\n"
    );
    for (archive, folder, source) in PROJECTS {
        match unpack(archive, folder)? {
            Some(path) => project(archive, &path, source, &mut text)?,
            None => println!("SKIPPED: {archive} is not here"),
        }
    }
    start_up(&mut text)?;
    print!("{text}");
    std::fs::write(RESULTS, text).map_err(|error| format!("{RESULTS}: {error}"))
}

/// A project's folder, unpacked under `target/`; `None` where its archive is not to be had.
fn unpack(archive: &str, folder: &str) -> Result<Option<PathBuf>, String> {
    let target = PathBuf::from("target/corpora");
    let path = target.join(folder);
    let packed = PathBuf::from(format!("../shared/corpora/{archive}.tar.gz"));
    if !path.exists() && packed.exists() {
        std::fs::create_dir_all(&target).map_err(|error| error.to_string())?;
        run_command(Command::new("tar").arg("xzf").arg(&packed).arg("-C").arg(&target))?;
    }
    Ok(path.exists().then_some(path))
}

fn project(name: &str, path: &Path, source: &str, text: &mut String) -> Outcome {
    let files = fluent_files(path);
    let bytes: u64 = files.iter().filter_map(|file| file.metadata().ok()).map(|m| m.len()).sum();
    let floor = measure(&["target/release/xtask", "floor"], path)?;
    let isogloss = "../../../target/release/isogloss";
    let check =
        measure(&[isogloss, "check", "--source", source, ".", "--format", "concise"], path)?;
    let status = measure(&[isogloss, "status", "--folder", ".", "--source", source], path)?;
    let _ = write!(
        text,
        "\n## {name}\n\n{} files, {:.1} MiB.\n\n| command | wall | cpu | peak memory | wall to floor |\n|---|---|---|---|---|\n",
        files.len(),
        mebibytes(bytes)
    );
    for (name, cost) in [("floor", floor), ("check", check), ("status", status)] {
        let _ = writeln!(
            text,
            "| {name} | {:.0} ms | {:.0} ms | {:.0} MiB | {:.1} |",
            cost.wall * 1e3,
            cost.cpu * 1e3,
            mebibytes(cost.peak),
            cost.wall / floor.wall
        );
    }
    Ok(())
}

fn start_up(text: &mut String) -> Outcome {
    let cost = measure(&["target/release/isogloss", "--version"], Path::new("."))?;
    let _ = writeln!(text, "\n## Start-up\n\n`isogloss --version`: {:.1} ms.", cost.wall * 1e3);
    Ok(())
}

fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}

/// The fastest of several runs of a command in a folder. Findings are no failure.
fn measure(words: &[&str], folder: &Path) -> Result<Cost, String> {
    let program = std::path::absolute(folder.join(words[0]))
        .ok()
        .filter(|path| path.exists())
        .or_else(|| std::path::absolute(words[0]).ok())
        .ok_or("no program")?;
    let mut best: Option<Cost> = None;
    for _ in 0..RUNS {
        let output = File::create("target/bench-output").map_err(|error| error.to_string())?;
        let start = Instant::now();
        let mut child = Command::new(&program)
            .args(&words[1..])
            .current_dir(folder)
            .stdout(Stdio::from(output))
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let used = child.wait4().map_err(|error| error.to_string())?;
        if used.status.code().is_none_or(|code| code > 1) {
            return Err(format!("{words:?} failed"));
        }
        let cost = Cost {
            wall: start.elapsed().as_secs_f64(),
            cpu: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
            peak: used.rusage.maxrss,
        };
        best = Some(best.filter(|best| best.wall <= cost.wall).unwrap_or(cost));
    }
    best.ok_or_else(|| "nothing was measured".to_owned())
}

fn fluent_files(folder: &Path) -> Vec<PathBuf> {
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

/// Walks, reads and parses every Fluent file below this folder.
pub(crate) fn floor() -> Outcome {
    let files = fluent_files(Path::new("."));
    let entries: usize = files
        .par_iter()
        .map(|file| {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            match fluent_syntax::parser::parse(text.as_str()) {
                Ok(resource) | Err((resource, _)) => resource.body.len(),
            }
        })
        .sum();
    println!("{entries} entries");
    Ok(())
}
