//! What records cost: to rebuild them from a long history, and to check with them.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::measure::{measure, measure_in_turn};
use super::{mebibytes, milliseconds};
use crate::corpus::{self, fresh_folder};
use crate::{Outcome, program, run};

#[path = "../../../tests/it/adopt/generator.rs"]
mod generator;

use generator::{Made, Size, generate};

/// Measures both and adds a section.
pub(super) fn section(text: &mut String) -> Outcome {
    text.push_str("\n## Records\n\n");
    adopt(text)?;
    check(text)
}

/// A history ten times as long as the one of the tests, by the same maker.
fn adopt(text: &mut String) -> Outcome {
    let size = Size { commits: 10_000, locales: 10, resources: 20, messages: 10, edits: 19 };
    let Made { stream, versions, truth } = generate(size);
    let folder = fresh_folder("bench/history")?;
    import(&folder, &stream)?;
    drop(stream);
    let isogloss = program::target().join("release/isogloss").display().to_string();
    let (cost, _) = measure(&[&isogloss, "adopt", "--check"], &folder)?;
    let _ = writeln!(
        text,
        "`isogloss adopt` goes through 10000 commits with {versions} versions of files, made up for the\n\
         purpose, and says of {} translations what they were made from in {:.1} s (at most 10 s), with\n\
         {:.0} MiB.",
        truth.len(),
        cost.wall,
        mebibytes(cost.peak),
    );
    corpus::remove(&folder)
}

fn import(folder: &Path, stream: &str) -> Outcome {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder).args(arguments);
        command
    };
    run(&mut git(&["init", "--quiet", "--initial-branch", "main"]))?;
    let failed = |error: std::io::Error| format!("git fast-import: {error}");
    let mut child =
        git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(stream.as_bytes()).map_err(failed)?;
    }
    match child.wait().map_err(failed)?.success() {
        true => run(&mut git(&["reset", "--quiet", "--hard", "main"])),
        false => Err("git fast-import failed".to_owned()),
    }
}

/// The same project without records, and with those that `adopt` makes of a single commit.
fn check(text: &mut String) -> Outcome {
    let corpus = corpus::COREUTILS;
    let Some(folder) = corpus.unpack("bench/records")? else { return Ok(()) };
    let isogloss = program::target().join("release/isogloss").display().to_string();
    let recorded = super::configured(&corpus, &folder, &isogloss)?;
    let bare = fresh_folder("bench/bare")?;
    corpus::copy(&recorded, &bare)?;
    commit(&recorded)?;
    run(Command::new(&isogloss).args(["adopt"]).current_dir(&recorded).stdout(Stdio::null()))?;
    let check: &[&str] = &[&isogloss, "check"];
    let costs = measure_in_turn(&[(check, &bare), (check, &recorded)])?;
    let [without, with] = costs.as_slice() else { return Err("no costs".to_owned()) };
    let _ = writeln!(
        text,
        "\n`isogloss check` of {} takes {} without records and {} with a record of every translation:\n\
         {:.2} × as long (at most 1.3 ×).",
        corpus.name,
        milliseconds(without.wall),
        milliseconds(with.wall),
        with.wall / without.wall,
    );
    Ok(())
}

fn commit(folder: &Path) -> Outcome {
    let git = |arguments: &[&str]| {
        let name = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        run(Command::new("git").arg("-C").arg(folder).args(name).args(arguments))
    };
    git(&["init", "--quiet"])?;
    git(&["add", "--all"])?;
    git(&["commit", "--quiet", "-m", "all"])
}
