//! `cargo xtask defects`: what checkers find of defects that are put into a real project by code, as
//! translators and tools make them.
//!
//! Each defect lies in an entry (or file) of its own of which no checker said anything before.
//! Isogloss has found it when a rule that tells of such defects speaks of the entry; a peer when it
//! says anything of it. The chore fails where a peer finds what Isogloss does not, and where a
//! defect that Isogloss misses has no explanation.

mod base;
mod checker;
mod classes;
mod files;
mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};

use self::base::Tree;
use self::checker::{COLUMNS, Place, Reports};
use self::classes::{CLASSES, Class, MISSES};
use self::files::{FILE_CLASSES, FileSeed};
use self::site::{Side, Site};
use crate::corpus::{self, RELAY, fresh_folder};
use crate::entries::Entries;
use crate::random::Random;
use crate::{Outcome, program};

const DEFECTS: &str = "benches/DEFECTS.md";

/// So many defects of each class.
const EACH: usize = 12;

const SEED: u64 = 20_260_801;

/// A defect in an entry.
struct Seed {
    class: usize,
    locale: String,
    file: String,
    /// The entry's names: as it is in the source, and as it stands there now.
    names: Vec<String>,
    /// What it replaces in the file.
    range: Range<usize>,
    text: String,
}

/// What came of the defects of one class.
struct Score {
    name: &'static str,
    how: &'static str,
    rules: &'static [&'static str],
    seeded: usize,
    found: [usize; COLUMNS.len()],
    /// What Isogloss misses.
    missed: Vec<String>,
    /// What a peer finds and Isogloss does not.
    beaten: Vec<String>,
}

impl Score {
    fn new(name: &'static str, how: &'static str, rules: &'static [&'static str]) -> Self {
        let found = [0; COLUMNS.len()];
        Self { name, how, rules, seeded: 0, found, missed: Vec::new(), beaten: Vec::new() }
    }

    fn add(&mut self, place: String, found: [bool; COLUMNS.len()]) {
        self.seeded += 1;
        for (count, found) in self.found.iter_mut().zip(found) {
            *count += usize::from(found);
        }
        if found[0] {
            return;
        }
        if found[1..].contains(&true) {
            self.beaten.push(place.clone());
        }
        self.missed.push(place);
    }
}

/// No line of a file.
const NOWHERE: std::ops::RangeInclusive<usize> = std::ops::RangeInclusive::new(1, 0);

/// Puts all defects in, runs all checkers and writes the table.
pub(crate) fn run() -> Outcome {
    program::isogloss()?;
    let Some(project) = RELAY.unpack("defects")? else { return Ok(()) };
    base::enrich(&project)?;
    let tree = base::read(&project)?;
    let mut random = Random::new(SEED);
    let seeds = seeds(&project, &tree, &mut random)?;

    // What cannot be read stops some checkers in a whole file or project: broken entries and broken
    // files are put into copies of their own.
    let (broken, sound): (Vec<Seed>, Vec<Seed>) =
        seeds.into_iter().partition(|seed| CLASSES[seed.class].rules == ["syntax-error"]);
    let mut scores = Vec::new();
    let texts = copy_with(&project, &tree, &sound, "sound")?;
    entry_scores(&sound, &texts, &checker::run(&texts.folder, &tree)?, &mut scores);

    let texts = copy_with(&project, &tree, &broken, "broken")?;
    entry_scores(&broken, &texts, &checker::run(&texts.folder, &tree)?, &mut scores);
    let texts = copy_with(&project, &tree, &[], "files")?;
    let files = files::seed(&texts.folder, &tree, &mut random)?;
    file_scores(&files, &checker::run(&texts.folder, &tree)?, &mut scores);
    scores.push(files::misspelt_keys(&project)?);
    write(&scores)
}

/// Chooses entries for every class.
fn seeds(project: &Path, tree: &Tree, random: &mut Random) -> Result<Vec<Seed>, String> {
    let told = told_before(project)?;
    let mut places: Vec<(&str, &str, usize)> = tree
        .iter()
        .filter(|((locale, _), _)| locale != RELAY.source)
        .flat_map(|((locale, file), entries)| {
            entries.tree.messages().map(move |(index, _)| (locale.as_str(), file.as_str(), index))
        })
        .collect();
    random.shuffle(&mut places);
    let mut taken: BTreeSet<(&str, &str, usize)> = BTreeSet::new();
    let mut seeds = Vec::new();
    for (class, row) in CLASSES.iter().enumerate() {
        let mut names: BTreeSet<String> = BTreeSet::new();
        for &(locale, file, index) in &places {
            if names.len() == EACH {
                break;
            }
            if taken.contains(&(locale, file, index)) {
                continue;
            }
            let Some(seed) = seed(tree, (locale, file, index), class, row) else { continue };
            let name = seed.names[0].clone();
            let is_told = told.contains(&(locale.to_owned(), file.to_owned(), name.clone()));
            // Other places of one message are looked at together by some rules.
            if is_told || !names.insert(name) {
                continue;
            }
            taken.extend((index.saturating_sub(2)..=index + 2).map(|near| (locale, file, near)));
            seeds.push(seed);
        }
        if names.len() < 10 {
            return Err(format!("only {} entries suit the class: {}", names.len(), row.name));
        }
    }
    Ok(seeds)
}

/// The entries of which something more than a note is said before anything is put in.
fn told_before(project: &Path) -> Result<BTreeSet<(String, String, String)>, String> {
    let mut told = BTreeSet::new();
    for finding in program::findings(project, &["--source", RELAY.source, "."])? {
        let word = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        if word("severity") != "note" {
            told.insert((word("locale"), word("resource"), word("message_id")));
        }
    }
    for (path, finding) in program::compare_locales(project, "l10n.toml")? {
        let name = checker::told_by_compare_locales(path.clone(), &finding).name;
        if let (Some((locale, file)), Some(name)) = (path.split_once('/'), name) {
            told.insert((locale.to_owned(), file.to_owned(), name));
        }
    }
    Ok(told)
}

/// The defect of a class in an entry, if it suits.
fn seed(
    tree: &Tree,
    (locale, file, index): (&str, &str, usize),
    class: usize,
    row: &Class,
) -> Option<Seed> {
    let entries = tree.get(&(locale.to_owned(), file.to_owned()))?;
    let in_locale = |locale: &str, name: &str| {
        let entries = tree.get(&(locale.to_owned(), file.to_owned()))?;
        Side::new(entries, entries.index(name)?)
    };
    let target = Side::new(entries, index)?;
    if target.message.is_term != row.is_of_terms {
        return None;
    }
    let name = target.message.name().of(&entries.text);
    let source = in_locale(RELAY.source, name)?;
    let russian = in_locale("ru", name).filter(Side::is_plain).map(|side| side.value);
    let text = (row.seed)(&Site { locale, name, source, target, russian })?;
    let start = target.message.name().start as usize;
    let mut names = vec![name.to_owned()];
    names.extend(Entries::new(text.clone()).names().into_iter().filter(|other| other != name));
    let range = start..start + target.whole.len();
    let (locale, file) = (locale.to_owned(), file.to_owned());
    Some(Seed { class, locale, file, names, range, text })
}

/// A copy of the project with defects in it.
struct Seeded {
    folder: PathBuf,
    /// The lines of each defect.
    lines: Vec<RangeInclusive<usize>>,
}

fn copy_with(project: &Path, tree: &Tree, seeds: &[Seed], name: &str) -> Result<Seeded, String> {
    let folder = fresh_folder(&format!("defects/{name}"))?;
    corpus::copy(project, &folder)?;
    let mut lines = vec![NOWHERE; seeds.len()];
    let mut by_file: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, seed) in seeds.iter().enumerate() {
        by_file.entry((seed.locale.clone(), seed.file.clone())).or_default().push(index);
    }
    for (key, mut indexes) in by_file {
        let Some(entries) = tree.get(&key) else { continue };
        indexes.sort_by_key(|&index| seeds[index].range.start);
        let (mut text, mut end) = (String::new(), 0);
        for index in indexes {
            let seed = &seeds[index];
            text.push_str(&entries.text[end..seed.range.start]);
            let first = text.matches('\n').count() + 1;
            text.push_str(&seed.text);
            // An entry that was taken out has no lines.
            let last =
                if seed.text.is_empty() { 0 } else { first + seed.text.matches('\n').count() };
            lines[index] = first..=last;
            end = seed.range.end;
        }
        text.push_str(&entries.text[end..]);
        base::write(&folder.join(&key.0).join(&key.1), &text)?;
    }
    Ok(Seeded { folder, lines })
}

fn entry_scores(seeds: &[Seed], seeded: &Seeded, reports: &Reports, scores: &mut Vec<Score>) {
    for (class, row) in CLASSES.iter().enumerate() {
        let mut score = Score::new(row.name, row.how, row.rules);
        for (seed, lines) in seeds.iter().zip(&seeded.lines).filter(|(seed, _)| seed.class == class)
        {
            let path = format!("{}/{}", seed.locale, seed.file);
            let place = Place {
                locale: &seed.locale,
                file: &seed.file,
                path: &path,
                names: &seed.names,
                lines: lines.clone(),
            };
            let found = reports.find(&place, row.rules);
            score.add(format!("`{path}`, `{}`", seed.names[0]), found);
        }
        if score.seeded > 0 {
            scores.push(score);
        }
    }
}

fn file_scores(seeds: &[FileSeed], reports: &Reports, scores: &mut Vec<Score>) {
    for (class, row) in FILE_CLASSES.iter().enumerate() {
        let mut score = Score::new(row.name, row.how, row.rules);
        for seed in seeds.iter().filter(|seed| seed.class == class) {
            let FileSeed { locale, file, path, .. } = seed;
            let place = Place { locale, file, path, names: &[], lines: NOWHERE };
            score.add(format!("`{path}`"), reports.find(&place, row.rules));
        }
        scores.push(score);
    }
}

fn write(scores: &[Score]) -> Outcome {
    let mut text = HEAD.replace("EACH", &EACH.to_string());
    let _ = writeln!(text, "| class | made by | told by | seeded | {} |", COLUMNS.join(" | "));
    let _ = writeln!(text, "|---|---|---|---|{}", "---|".repeat(COLUMNS.len()));
    for score in scores {
        let rules: Vec<String> = score.rules.iter().map(|rule| format!("`{rule}`")).collect();
        let counts: Vec<String> = score.found.iter().map(usize::to_string).collect();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            score.name,
            score.how,
            rules.join(", "),
            score.seeded,
            counts.join(" | ")
        );
    }
    let seeded: usize = scores.iter().map(|score| score.seeded).sum();
    let shares: Vec<String> = (0..COLUMNS.len())
        .map(|column| {
            let found: usize = scores.iter().map(|score| score.found[column]).sum();
            format!("{found} ({:.0} %)", 100.0 * found as f64 / seeded as f64)
        })
        .collect();
    let _ = writeln!(
        text,
        "| **all {} classes** | | | **{seeded}** | **{}** |",
        scores.len(),
        shares.join("** | **")
    );
    let unexplained = missed(scores, &mut text);
    let beaten: Vec<&str> =
        scores.iter().flat_map(|score| &score.beaten).map(String::as_str).collect();
    std::fs::write(DEFECTS, &text).map_err(|error| format!("{DEFECTS}: {error}"))?;
    println!("{text}");
    match (beaten.as_slice(), unexplained.as_slice()) {
        ([], []) => Ok(()),
        ([], places) => Err(format!("missed, and nobody says why: {}", places.join("; "))),
        (places, _) => Err(format!("a peer finds what Isogloss does not: {}", places.join("; "))),
    }
}

const HEAD: &str = "# Defects\n\n\
    Made by `cargo xtask defects`: EACH defects of each class, put by code into copies of relay-l10n (31 locales),\n\
    in entries of which no checker says anything before. Attributes, links and addresses, which the project has\n\
    not, were added to source and translations first. A defect is found by Isogloss when one of the rules\n\
    that are named says so in the entry, and by another checker when that says anything of the entry. Defects that\n\
    cannot be read are in a copy of their own, so that no checker is kept from the others by them.\n\n";

/// What Isogloss misses, with why; the classes of which nothing is known.
fn missed<'a>(scores: &'a [Score], text: &mut String) -> Vec<&'a str> {
    text.push_str("\n## What Isogloss misses\n\n");
    let mut unexplained = Vec::new();
    for score in scores.iter().filter(|score| !score.missed.is_empty()) {
        let why = MISSES.iter().find(|(name, _)| *name == score.name).map(|(_, why)| *why);
        if why.is_none() {
            unexplained.push(score.name);
        }
        let _ = writeln!(
            text,
            "- **{}**: {}\n  {}",
            score.name,
            why.unwrap_or("nobody knows why."),
            score.missed.join(" · ")
        );
    }
    if scores.iter().all(|score| score.missed.is_empty()) {
        text.push_str("Nothing.\n");
    }
    unexplained
}
