//! `cargo xtask agreement`: what Isogloss finds in real projects, one by one beside what others
//! found in them.
//!
//! The lists of the others lie beside the projects. Whatever one side has and the other has not is
//! written down with its place and a reason; a reason is a rule that the program checks, and a
//! difference that no rule explains makes the chore fail.

mod point;
mod reason;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use self::point::{KINDS, Kind, Point};
use self::reason::{REASONS, Reason, Side};
use crate::corpus::{COREUTILS, Corpus, RELAY};
use crate::{Outcome, program};

const AGREEMENT: &str = "benches/AGREEMENT.md";

/// One way to check a project.
struct Run {
    corpus: Corpus,
    arguments: &'static [&'static str],
    /// The project's own file, if it says which files are translated.
    l10n_toml: Option<&'static str>,
}

const RUNS: [Run; 3] = [
    Run { corpus: COREUTILS, arguments: &["--source", COREUTILS.source, "."], l10n_toml: None },
    Run { corpus: RELAY, arguments: &["--source", RELAY.source, "."], l10n_toml: None },
    Run { corpus: RELAY, arguments: &["--l10n-toml", "l10n.toml"], l10n_toml: Some("l10n.toml") },
];

/// Both sides of one run.
struct Comparison {
    corpus: Corpus,
    folder: PathBuf,
    /// What the project's own file says, if the run was told by it.
    l10n_toml: Option<toml::Table>,
    /// The kinds that somebody listed for this project.
    kinds: BTreeSet<Kind>,
    listed: BTreeSet<Point>,
    found: BTreeSet<Point>,
}

/// Writes the comparison, or with `check` fails if the committed one is another.
pub(crate) fn run(check: bool) -> Outcome {
    program::isogloss()?;
    let mut text = HEAD.to_owned();
    for run in RUNS {
        let Some(folder) = run.corpus.unpack("agreement")? else { return Ok(()) };
        let comparison = compare(&run, folder)?;
        let _ = write!(
            text,
            "\n## {}: `isogloss check {}`\n\n",
            run.corpus.name,
            run.arguments.join(" ")
        );
        counts(&comparison, &mut text);
        differences(&comparison, &mut text)?;
    }
    let committed = std::fs::read_to_string(AGREEMENT).unwrap_or_default();
    match committed == text {
        true => Ok(()),
        false if check => Err(format!("{AGREEMENT} is stale: run `cargo xtask agreement`")),
        false => std::fs::write(AGREEMENT, text).map_err(|error| format!("{AGREEMENT}: {error}")),
    }
}

const HEAD: &str = "# Agreement\n\n\
    Made by `cargo xtask agreement`, which fails where a difference has no reason. What `isogloss check` finds\n\
    is compared one by one with three lists that others made of the same files: missing and obsolete messages,\n\
    references and plural forms by compare-locales 9.0.5; variables that a translation adds or leaves out; and\n\
    references to what nothing in the locale defines. A file that is missing whole is one finding of either\n\
    side; here each of its messages is counted. Each reason is a rule that the chore checks in the files.\n";

fn compare(run: &Run, folder: PathBuf) -> Result<Comparison, String> {
    let findings = program::findings(&folder, run.arguments)?;
    let found = point::found(&run.corpus, &folder, &findings)?;
    let (kinds, listed) = point::listed(&run.corpus, &folder)?;
    let l10n_toml = run.l10n_toml.map(|file| read_toml(&folder.join(file))).transpose()?;
    Ok(Comparison { corpus: run.corpus, folder, l10n_toml, kinds, listed, found })
}

fn read_toml(path: &Path) -> Result<toml::Table, String> {
    let failed = |error: String| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    text.parse().map_err(|error: toml::de::Error| failed(error.to_string()))
}

fn counts(comparison: &Comparison, text: &mut String) {
    text.push_str(
        "| kind | listed | Isogloss | both | only listed | only Isogloss |\n|---|---|---|---|---|---|\n",
    );
    for kind in KINDS {
        let of =
            |points: &BTreeSet<Point>| points.iter().filter(|point| point.kind == kind).count();
        let (listed, found) = (of(&comparison.listed), of(&comparison.found));
        let both = comparison.listed.intersection(&comparison.found);
        let both = both.filter(|point| point.kind == kind).count();
        let shown = match comparison.kinds.contains(&kind) {
            true => listed.to_string(),
            false => "no list".to_owned(),
        };
        let _ = writeln!(
            text,
            "| {} | {shown} | {found} | {both} | {} | {} |",
            kind.words(),
            listed - both,
            found - both,
        );
    }
    let absent = |points: &BTreeSet<Point>| {
        let missing = points.iter().filter(|point| point.kind == Kind::Missing);
        let files: Vec<&str> = missing
            .filter(|point| !comparison.folder.join(&point.file).exists())
            .map(|point| point.file.as_str())
            .collect();
        (files.iter().collect::<BTreeSet<_>>().len(), files.len())
    };
    let ((listed, in_listed), (found, in_found)) =
        (absent(&comparison.listed), absent(&comparison.found));
    let _ = writeln!(
        text,
        "\nMissing whole: {listed} listed files of {in_listed} messages; by Isogloss {found} files of {in_found}."
    );
}

/// Every difference, by its reason; fails if one has none.
fn differences(comparison: &Comparison, text: &mut String) -> Outcome {
    let listed = comparison.listed.difference(&comparison.found);
    let found = comparison.found.difference(&comparison.listed);
    let sides = listed.map(|point| (Side::List, point));
    let mut explained: BTreeMap<(usize, Kind), Vec<&Point>> = BTreeMap::new();
    let mut unexplained = Vec::new();
    for (side, point) in sides.chain(found.map(|point| (Side::Isogloss, point))) {
        let holds = |reason: &Reason| reason.side == side && (reason.holds)(comparison, point);
        match REASONS.iter().position(holds) {
            Some(index) => explained.entry((index, point.kind)).or_default().push(point),
            None => unexplained.push(format!("only {side}: {point}")),
        }
    }
    if !unexplained.is_empty() {
        return Err(format!("differences without a reason:\n{}", unexplained.join("\n")));
    }
    if explained.is_empty() {
        text.push_str("\nNo differences.\n");
    }
    for ((index, kind), points) in explained {
        let Reason { side, because, right, .. } = &REASONS[index];
        let _ = write!(
            text,
            "\n**Only {side}, {}: {}.** {because} *Who is right:* {right}\n\n",
            kind.words(),
            points.len()
        );
        places(comparison, &points, text);
    }
    Ok(())
}

/// A line for each file.
fn places(comparison: &Comparison, points: &[&Point], text: &mut String) {
    let mut files: BTreeMap<&str, Vec<&Point>> = BTreeMap::new();
    for point in points {
        files.entry(&point.file).or_default().push(point);
    }
    for (file, points) in files {
        let names = match comparison.folder.join(file).exists() {
            true => points.iter().map(|point| point.name()).collect::<Vec<_>>().join(", "),
            false => format!("the whole file, {} messages", points.len()),
        };
        let _ = writeln!(text, "- `{file}`: {names}");
    }
}
