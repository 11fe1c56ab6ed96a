//! Precision, measured: what the default rules find in real projects, a sample of it judged by
//! people, and how much of each rule is right.
//!
//! The sample keeps its rows when another rule changes: each finding has a place in the draw that
//! depends on itself alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use isogloss::check::{ALL, find};
use isogloss::diagnostic::Diagnostic;
use isogloss::files::Disk;
use isogloss::layout;
use isogloss::project::{Catalog, Project};
use isogloss::session::Session;

use crate::Outcome;
use crate::corpus::{self, Corpus};
use crate::random::hash;

const SAMPLE: &str = "benches/precision.tsv";
const TABLE: &str = "benches/PRECISION.md";

const COLUMNS: &str = "rule\tlocale\tpath\tid\tsource\ttranslation\tmessage\tverdict\twhy";
const RIGHT: &str = "right";
const WRONG: &str = "wrong";

/// Begins the draw. Another seed is another sample, which has to be judged again.
const SEED: &str = "isogloss 1";
/// So many findings of each rule are judged, or all where there are fewer.
const PER_RULE: usize = 20;
/// So many of a hundred must be right, or the rule is no default.
const LEAST: usize = 90;

/// Draws the sample, keeps the verdicts there are, and says how precise each rule is. With `check`
/// nothing is written, and what is committed must be today's, judged, and good enough.
pub(crate) fn run(check: bool) -> Outcome {
    let committed = std::fs::read_to_string(SAMPLE).unwrap_or_default();
    let mut judged = rows(&committed)?;
    let Some(found) = found()? else {
        return if check { is_good(&judged) } else { Ok(()) };
    };
    let counts = counts(&found);
    let mut sample = drawn(found);
    let verdicts: HashMap<_, _> = judged.drain(..).map(|row| (row.key(), row)).collect();
    for row in &mut sample {
        if let Some(old) = verdicts.get(&row.key()) {
            (row.verdict, row.why) = (old.verdict.clone(), old.why.clone());
        }
    }
    let files = [(SAMPLE, written(&sample)), (TABLE, table(&counts, &sample))];
    print!("{}", files[1].1);
    for (path, text) in files {
        match check {
            true if std::fs::read_to_string(path).unwrap_or_default() != text => {
                return Err(format!("{path} is stale: run `cargo xtask precision`"));
            }
            true => {}
            false => std::fs::write(path, text).map_err(|error| format!("{path}: {error}"))?,
        }
    }
    is_good(&sample)
}

/// A finding as it is judged. Tabs and line ends are written as `\t` and `\n`.
#[derive(Clone, Default)]
struct Row {
    rule: String,
    locale: String,
    path: String,
    /// The message, with its attribute.
    id: String,
    source: String,
    translation: String,
    message: String,
    /// `right` or `wrong`; empty until somebody has judged it.
    verdict: String,
    why: String,
}

impl Row {
    fn new(corpus: &Corpus, project: &Project, finding: &Diagnostic) -> Self {
        let locale = finding.locale.as_deref().unwrap_or_default();
        let id = finding.id.as_deref().unwrap_or_default().to_owned();
        let text = |catalog| text(catalog, finding).map(|text| escaped(&text)).unwrap_or_default();
        let own = project.targets.iter().find(|target| &*target.locale().code == locale);
        Self {
            rule: finding.rule.to_owned(),
            locale: locale.to_owned(),
            path: format!("{}/{}", corpus.name, finding.place.path),
            id: finding.attribute.iter().fold(id.to_string(), |id, name| format!("{id}.{name}")),
            source: text(&project.source),
            translation: own.map(text).unwrap_or_default(),
            message: escaped(&finding.message),
            ..Self::default()
        }
    }

    fn key(&self) -> String {
        [&*self.rule, &*self.locale, &*self.path, &*self.id, &*self.message].join("\t")
    }

    fn of_line(line: &str) -> Result<Self, String> {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [rule, locale, path, id, source, translation, message, verdict, why] =
            <[String; 9]>::try_from(cells)
                .map_err(|_| format!("{SAMPLE}: not nine columns: {line}"))?;
        if !["", RIGHT, WRONG].contains(&&*verdict) {
            return Err(format!("{SAMPLE}: `{verdict}` is no verdict: {line}"));
        }
        Ok(Self { rule, locale, path, id, source, translation, message, verdict, why })
    }

    fn line(&self) -> String {
        let texts = [&*self.source, &*self.translation, &*self.message, &*self.verdict, &*self.why];
        let name = [&*self.rule, &*self.locale, &*self.path, &*self.id];
        [name.join("\t"), texts.join("\t")].join("\t")
    }
}

/// The value or attribute that a finding is about, or the whole message, as a catalog has it.
fn text(catalog: &Catalog, finding: &Diagnostic) -> Option<String> {
    let name = finding.id.as_deref()?;
    let (is_term, id) = name.strip_prefix('-').map_or((false, name), |id| (true, id));
    let found = catalog.in_resource(finding.resource.as_deref()?, is_term, id)?;
    let file = found.resource.text();
    match found.pattern(finding.attribute.as_deref()) {
        Some(pattern) => Some(pattern.span.of(file).to_owned()),
        None => Some(found.resource.tree.entries[found.entry].core.of(file).to_owned()),
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\r', "\\r").replace('\n', "\\n")
}

/// Everything found in the corpora; `None`, with a word, where one of them is not to be had.
fn found() -> Result<Option<Vec<Row>>, String> {
    let mut all = Vec::new();
    for corpus in corpus::ALL {
        let Some(folder) = corpus.unpack("precision")? else { return Ok(None) };
        let rows =
            found_in(&corpus, &folder).map_err(|error| format!("{}: {error}", corpus.name))?;
        all.extend(rows);
    }
    Ok(Some(all))
}

fn found_in(corpus: &Corpus, folder: &Path) -> Result<Vec<Row>, String> {
    let files = Disk::new(folder.to_owned());
    let layout =
        layout::find(&files, "", Some(corpus.source)).map_err(|error| error.to_string())?;
    let session = Session::with(&files, layout.config());
    let findings = session.check();
    Ok(findings.iter().map(|finding| Row::new(corpus, &session.project, finding)).collect())
}

fn counts(rows: &[Row]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row.rule.clone()).or_default() += 1;
    }
    counts
}

/// The findings of each rule that come first in the draw, in the order of their keys.
fn drawn(found: Vec<Row>) -> Vec<Row> {
    let mut draws: BTreeMap<String, BTreeMap<(u64, String), Row>> = BTreeMap::new();
    for row in found {
        let key = row.key();
        let place = hash(&format!("{SEED}\t{key}"));
        draws.entry(row.rule.clone()).or_default().entry((place, key)).or_insert(row);
    }
    let first = |draw: BTreeMap<_, Row>| draw.into_values().take(PER_RULE);
    let mut sample: Vec<Row> = draws.into_values().flat_map(first).collect();
    sample.sort_by_key(Row::key);
    sample
}

fn rows(text: &str) -> Result<Vec<Row>, String> {
    text.lines().skip(1).map(Row::of_line).collect()
}

fn written(sample: &[Row]) -> String {
    sample.iter().fold(format!("{COLUMNS}\n"), |text, row| text + &row.line() + "\n")
}

/// How many findings of a rule were judged, and how many of them are right.
fn judged(sample: &[Row], rule: &str) -> (usize, usize) {
    let verdicts = || sample.iter().filter(|row| row.rule == rule).map(|row| &*row.verdict);
    let count = |wanted| verdicts().filter(|verdict| *verdict == wanted).count();
    (count(RIGHT) + count(WRONG), count(RIGHT))
}

fn table(counts: &BTreeMap<String, usize>, sample: &[Row]) -> String {
    let mut text = format!(
        "# Precision\n\nMade by `cargo xtask precision`: what the default rules find in GNU’s core \
         utilities in Rust (coreutils-l10n) and\nFirefox Relay (relay-l10n), of which up to \
         {PER_RULE} findings of each rule, drawn by a fixed seed, are judged one by one in\n\
         `precision.tsv`. A finding is right if it is true and a careful translator or maintainer \
         would want to be told of it.\n\n\
         | rule | level | findings | judged | right | precision |\n|---|---|--:|--:|--:|--:|\n"
    );
    for (rule, findings) in counts {
        let level = find(rule).and_then(|rule| rule.severity).map_or("off", |level| level.word());
        let (judged, right) = judged(sample, rule);
        let precision = match judged {
            0 => "–".to_owned(),
            _ => format!("{} %", right * 100 / judged),
        };
        let _ = writeln!(
            text,
            "| `{rule}` | {level} | {findings} | {judged} | {right} | {precision} |"
        );
    }
    let is_silent = |rule: &str| !counts.contains_key(rule);
    let silent = ALL.iter().filter(|rule| rule.severity.is_some() && is_silent(rule.id));
    let silent: Vec<String> = silent.map(|rule| format!("`{}`", rule.id)).collect();
    let _ = writeln!(text, "\nFound nothing: {}.", silent.join(", "));
    text
}

/// Fails where a finding of the sample has no verdict, or a rule is wrong too often.
fn is_good(sample: &[Row]) -> Outcome {
    let unjudged = || sample.iter().filter(|row| row.verdict.is_empty());
    for row in unjudged() {
        println!(
            "no verdict: {} {} {} {}: {}",
            row.rule, row.locale, row.path, row.id, row.message
        );
    }
    let rules: BTreeSet<&str> = sample.iter().map(|row| &*row.rule).collect();
    let is_poor = |rule: &&str| {
        let (judged, right) = judged(sample, rule);
        right * 100 < judged * LEAST
    };
    let poor: Vec<&str> = rules.into_iter().filter(is_poor).collect();
    match (unjudged().count(), poor.as_slice()) {
        (0, []) => Ok(()),
        (0, poor) => Err(format!("right less than {LEAST} times in 100: {}", poor.join(", "))),
        (count, _) => Err(format!("{count} findings of {SAMPLE} have no verdict")),
    }
}
