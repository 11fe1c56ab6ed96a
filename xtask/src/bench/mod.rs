//! `cargo xtask bench`: whole commands on real projects, as ratios to the floor, in one run.
//!
//! The floor is what no checker can go below: walk, read and parse every file on all cores, with
//! nothing else. Each command runs in a process of its own. With `--peers` other checkers run on the
//! same files; with `--growth` made-up projects of growing size show what a message costs.

mod growth;
mod measure;
mod peer;
mod records;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;

pub(crate) use self::measure::launch;
use self::measure::{Cost, ROUNDS, RUNS, measure, measure_in_turn};
use crate::corpus::{self, Corpus, fluent_files, fresh_folder};
use crate::{Outcome, program, run as run_command};

const RESULTS: &str = "benches/RESULTS.md";

/// A command that was measured on a project, or why it was not.
struct Row {
    command: String,
    cost: Result<Cost, String>,
    /// What came of it, in a few words.
    outcome: String,
}

/// Measures everything and writes the tables. `growth` is the size of the largest made-up project.
pub(crate) fn run(with_peers: bool, growth: Option<u64>) -> Outcome {
    run_command(Command::new("cargo").args(["build", "--quiet", "--release", "--workspace"]))?;
    fresh_folder("bench")?;
    let mut text = head(with_peers, growth);
    for corpus in corpus::ALL {
        if let Some(folder) = corpus.unpack("bench")? {
            project(&corpus, &folder, with_peers, &mut text)?;
        }
    }
    records::section(&mut text)?;
    start_up(&mut text)?;
    if let Some(most) = growth {
        growth::run_steps(most, &mut text)?;
    }
    corpus::remove(&program::target().join("bench"))?;
    print!("{text}");
    std::fs::write(RESULTS, text).map_err(|error| format!("{RESULTS}: {error}"))
}

fn head(with_peers: bool, growth: Option<u64>) -> String {
    let peers = if with_peers { " --peers" } else { "" };
    let growth = growth.map(|most| format!(" --growth {most}")).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let commit = Command::new("git")
        .args(["describe", "--always", "--dirty"])
        .output()
        .map(|ran| String::from_utf8_lossy(&ran.stdout).trim().to_owned())
        .unwrap_or_default();
    format!(
        "# Results\n\n\
         Made by `cargo xtask bench{peers}{growth}` at commit {commit}, on {cores} cores: the fastest of\n\
         {RUNS} runs of each command, or of as many as fit into 20 seconds; floor, `check` and `status`, and\n\
         `check` with and without records, run {ROUNDS} times in turn. The floor walks, reads and parses the\n\
         same files with `fluent-syntax` on all cores, and does nothing else.\n"
    )
}

fn project(corpus: &Corpus, folder: &Path, with_peers: bool, text: &mut String) -> Outcome {
    let files = fluent_files(folder);
    let bytes = size(&files);
    let mut rows = own_rows(corpus, folder)?;
    if with_peers {
        rows.extend(peer::rows(corpus, folder)?);
    }
    let _ = write!(
        text,
        "\n## {}\n\n{} files, {:.1} MiB.\n\n",
        corpus.name,
        files.len(),
        mebibytes(bytes)
    );
    table(&rows, text);
    let cost = |start: &str| {
        let row = rows.iter().find(|row| row.command.starts_with(start))?;
        row.cost.as_ref().ok().copied()
    };
    let (Some(floor), Some(check)) = (cost("floor"), cost("`isogloss check")) else {
        return Ok(());
    };
    let _ = writeln!(
        text,
        "\n`check` takes {:.1} × the floor (at most 4) and {:.0} MiB (at most 32 MiB + 6 × the files,\n\
         which is {:.0} MiB).",
        check.wall / floor.wall,
        mebibytes(check.peak),
        32.0 + 6.0 * mebibytes(bytes),
    );
    if let Some(other) = cost("compare-locales") {
        let times = other.wall / check.wall;
        let _ = writeln!(text, "compare-locales takes {times:.0} × as long (at least 100).");
    }
    Ok(())
}

/// The floor and Isogloss's own commands.
fn own_rows(corpus: &Corpus, folder: &Path) -> Result<Vec<Row>, String> {
    let release = program::target().join("release");
    let isogloss = release.join("isogloss").display().to_string();
    let floor = release.join("xtask").display().to_string();
    let source = corpus.source;
    let check: &[&str] = &[&isogloss, "check", "--source", source, "--format", "concise", "."];
    let status: &[&str] = &[&isogloss, "status", "--source", source, "--folder", "."];
    let found = program::findings(folder, &["--source", source, "."])?;
    let floor: &[&str] = &[&floor, "floor"];
    let commands = [floor, check, status].map(|words| (words, folder));
    let costs = measure_in_turn(&commands)?;
    let [floor, check, status] = costs.as_slice() else { return Err("no costs".to_owned()) };
    let (floor, check, status) = (*floor, *check, *status);
    let configured = configured(corpus, folder, &isogloss)?;
    let (build, _) = measure(&[&isogloss, "build", "--keep-going"], &configured)?;
    let row = |command: &str, cost, outcome: &str| Row {
        command: command.to_owned(),
        cost: Ok(cost),
        outcome: outcome.to_owned(),
    };
    Ok(vec![
        row("floor", floor, ""),
        row("`isogloss check`", check, &format!("{} findings", found.len())),
        row("`isogloss status`", status, ""),
        row("`isogloss build --keep-going`", build, "bundles of every locale, with fallbacks"),
    ])
}

/// A copy of the project with the isogloss.toml that `init` makes of it. A bundle holds an id once,
/// so a project whose files repeat ids is told that each is loaded by itself.
fn configured(corpus: &Corpus, folder: &Path, isogloss: &str) -> Result<PathBuf, String> {
    let copy = fresh_folder(&format!("bench/configured/{}", corpus.name))?;
    corpus::copy(folder, &copy)?;
    let init = Command::new(isogloss)
        .args(["init", "--source", corpus.source])
        .current_dir(&copy)
        .output()
        .map_err(|error| error.to_string())?;
    if !init.status.success() {
        return Err(format!("isogloss init: {}", String::from_utf8_lossy(&init.stderr)));
    }
    let path = copy.join("isogloss.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    if corpus.name == corpus::COREUTILS.name && !text.contains("groups") {
        let text = format!("groups = \"file\"\n{text}");
        std::fs::write(&path, text).map_err(|error| error.to_string())?;
    }
    Ok(copy)
}

fn table(rows: &[Row], text: &mut String) {
    text.push_str(
        "| command | wall | cpu | peak memory | wall to floor | what came of it |\n|---|---|---|---|---|---|\n",
    );
    let floor = rows.first().and_then(|row| row.cost.as_ref().ok()).map(|cost| cost.wall);
    for Row { command, cost, outcome } in rows {
        let _ = match cost {
            Ok(cost) => writeln!(
                text,
                "| {command} | {} | {} | {:.0} MiB | {:.1} | {outcome} |",
                milliseconds(cost.wall),
                milliseconds(cost.cpu),
                mebibytes(cost.peak),
                floor.map_or(1.0, |floor| cost.wall / floor),
            ),
            Err(why) => writeln!(text, "| {command} | – | – | – | – | {why} |"),
        };
    }
}

fn start_up(text: &mut String) -> Outcome {
    let isogloss = program::target().join("release/isogloss").display().to_string();
    let folder = fresh_folder("bench/empty")?;
    let write = |path: &str, text: &str| {
        std::fs::write(folder.join(path), text).map_err(|error| format!("{path}: {error}"))
    };
    write("isogloss.toml", "source = \"en\"\npaths = [\"{locale}/**/*.ftl\"]\n")?;
    std::fs::create_dir(folder.join("en")).map_err(|error| error.to_string())?;
    write("en/site.ftl", "")?;
    let (version, _) = measure(&[&isogloss, "--version"], &folder)?;
    let (check, _) = measure(&[&isogloss, "check"], &folder)?;
    let _ = write!(
        text,
        "\n## Start-up\n\n| command | wall (at most 10 ms) |\n|---|---|\n\
         | `isogloss --version` | {:.1} ms |\n| `isogloss check` of an empty project | {:.1} ms |\n",
        version.wall * 1e3,
        check.wall * 1e3
    );
    Ok(())
}

fn size(files: &[PathBuf]) -> u64 {
    files.iter().filter_map(|file| file.metadata().ok()).map(|found| found.len()).sum()
}

fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}

fn milliseconds(seconds: f64) -> String {
    match seconds < 0.01 {
        true => format!("{:.1} ms", seconds * 1e3),
        false => format!("{:.0} ms", seconds * 1e3),
    }
}

/// Walks, reads and parses every Fluent file below this folder.
pub(crate) fn floor() -> Outcome {
    let entries: usize = fluent_files(Path::new("."))
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
