//! Records that are committed beside the translations: what source texts `sync` saw, and which
//! ids content has used up. Plain lines, so that git merges them and people can read them.
//!
//! What the records say about a translation is not decided here.

use std::collections::{BTreeSet, HashMap};
use std::fmt::{self, Write as _};
use std::str::FromStr;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::change::Fingerprint;

/// The file of ids that content used once, below the folder of records.
pub const RETIRED: &str = "retired.txt";

/// The folder of source snapshots, below the folder of records.
pub const SNAPSHOTS: &str = "source";

/// The folder of what translations were made from, below the folder of records.
pub const TRANSLATIONS: &str = "translations";

const TRANSLATIONS_HEAD: &str =
    "# What translations were made from, as `isogloss sync` last saw them.\n";

const RETIRED_HEAD: &str =
    "# Ids that content used once and that never come back. Made by `isogloss sync`.\n";
const SNAPSHOT_HEAD: &str =
    "# Source texts as `isogloss sync` last saw them, with fingerprints of version 1.\n";

/// Reads retired ids: one a line. Comments and merge-conflict markers are passed over, so both
/// sides of a conflict count.
pub fn read_retired(text: &str) -> BTreeSet<String> {
    lines(text).map(str::to_owned).collect()
}

/// Writes retired ids, sorted.
pub fn write_retired(ids: &BTreeSet<String>) -> String {
    let mut text = RETIRED_HEAD.to_owned();
    for id in ids {
        let _ = writeln!(text, "{id}");
    }
    text
}

/// What is remembered of the parts of one source resource, in the order of the source. Parts that the
/// source has no more, and that somebody still translates, stand at the end.
pub type Snapshot = Vec<Remembered>;

/// What is remembered of a part of the source: `id`, `-id` or `id.attribute`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remembered {
    /// Its name.
    pub name: String,
    /// Its text when `sync` last saw it. In the middle of a merge there may be several; `None` of
    /// them if the source has it no more.
    pub texts: Vec<Text>,
    /// Texts that it had before, and that a translation was made from. Of a part that the source has
    /// no more, the first is what it said last.
    pub was: Vec<Text>,
    /// Parts that came with the same text when the source had it no more: several if nobody can tell
    /// which of them it is now.
    pub now: Vec<Address>,
}

/// Where a part of the source stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The resource.
    pub resource: String,
    /// `id`, `-id` or `id.attribute`.
    pub name: String,
}

/// A text of the source and what is kept of it in records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// Its fingerprint; `None` in a snapshot that has none.
    pub fingerprint: Option<Fingerprint>,
    /// The text as [`crate::syntax::flatten`] gives it.
    pub text: String,
}

impl Remembered {
    /// A part of which nothing is remembered yet.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), texts: Vec::new(), was: Vec::new(), now: Vec::new() }
    }

    /// What the source said last.
    pub fn last(&self) -> Option<&Text> {
        self.texts.first().or(self.was.first())
    }

    /// The text that a fingerprint in a record is of.
    pub fn text(&self, fingerprint: Fingerprint) -> Option<&str> {
        let mut texts = self.texts.iter().chain(&self.was);
        let found = texts.find(|text| text.fingerprint == Some(fingerprint))?;
        Some(&found.text)
    }
}

impl Address {
    /// Of a part of a resource.
    pub fn new(resource: &str, name: &str) -> Self {
        Self { resource: resource.to_owned(), name: name.to_owned() }
    }
}

/// Reads a snapshot: a name, then indented under it `fingerprint "text"`, and as many lines with
/// `was` before it as the part had other texts; then `now name resource` for what it became. A text
/// is a JSON string.
pub fn read_snapshot(text: &str) -> Snapshot {
    let mut snapshot = Snapshot::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut at = None;
    for line in text.lines().filter(|line| !is_marker(line) && !line.is_empty()) {
        let Some(value) = line.strip_prefix("  ") else {
            at = Some(*places.entry(line).or_insert_with(|| {
                snapshot.push(Remembered::new(line));
                snapshot.len() - 1
            }));
            continue;
        };
        let Some(part) = at.and_then(|at: usize| snapshot.get_mut(at)) else { continue };
        if let Some((name, resource)) = value.strip_prefix("now ").and_then(|it| it.split_once(' '))
        {
            let address = Address::new(resource, name);
            if !part.now.contains(&address) {
                part.now.push(address);
            }
            continue;
        }
        let (list, value) = match value.strip_prefix("was ") {
            Some(value) => (&mut part.was, value),
            None => (&mut part.texts, value),
        };
        let Some(text) = read_text(value).filter(|text| !list.contains(text)) else { continue };
        list.push(text);
    }
    snapshot
}

fn read_text(value: &str) -> Option<Text> {
    let (fingerprint, text) = match value.starts_with('"') {
        true => (None, value),
        false => {
            let (fingerprint, text) = value.split_once(' ')?;
            (fingerprint.parse().ok(), text)
        }
    };
    Some(Text { fingerprint, text: serde_json::from_str(text).ok()? })
}

/// Writes a snapshot in the order given.
pub fn write_snapshot(parts: &Snapshot) -> String {
    let mut out = SNAPSHOT_HEAD.to_owned();
    for part in parts {
        let _ = writeln!(out, "{}", part.name);
        let was = part.was.iter().map(|text| ("was ", text));
        for (before, text) in part.texts.iter().map(|text| ("", text)).chain(was) {
            let value = serde_json::Value::String(text.text.clone());
            let _ = match text.fingerprint {
                Some(fingerprint) => writeln!(out, "  {before}{fingerprint} {value}"),
                None => writeln!(out, "  {before}{value}"),
            };
        }
        for Address { resource, name } in &part.now {
            let _ = writeln!(out, "  now {name} {resource}");
        }
    }
    out
}

/// What is recorded of the translations of one resource in a locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    /// The names of parts, in the order of the source.
    pub names: Vec<String>,
    records: FxHashMap<String, Vec<Record>>,
    /// Whether a merge left it in conflict: what it holds counts, but it must be written again.
    pub is_unmerged: bool,
}

impl Translations {
    /// Adds a record at the end.
    pub fn push(&mut self, name: &str, record: Record) {
        let records = self.records.entry(name.to_owned()).or_insert_with(|| {
            self.names.push(name.to_owned());
            Vec::new()
        });
        if !records.contains(&record) {
            records.push(record);
        }
    }

    /// Puts a record in the place of what is recorded of a part.
    pub fn set(&mut self, name: &str, record: Record) {
        self.push(name, record.clone());
        self.records.insert(name.to_owned(), vec![record]);
    }

    /// Takes out what is recorded of a part.
    pub fn take(&mut self, name: &str) -> Vec<Record> {
        self.names.retain(|other| other != name);
        self.records.remove(name).unwrap_or_default()
    }

    /// The records of a part: one, several in the middle of a merge, none if it is not known.
    pub fn get(&self, name: &str) -> &[Record] {
        self.records.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every record with its name, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        let of = |name| self.get(name).iter().map(move |record| (name, record));
        self.names.iter().map(String::as_str).flat_map(of)
    }
}

/// What is recorded of a part of a translation. Empty where nobody has translated it yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What the translation was when `sync` last saw it.
    pub made: Option<Made>,
    /// What it was before: if it becomes so again, it was made from that again.
    pub before: Option<Made>,
    /// Why somebody said that it is still right. Empty where nobody did.
    pub because: String,
}

/// A translation, and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The text of the source; `None` where nobody knows.
    pub from: Option<Fingerprint>,
    /// The translation.
    pub words: Words,
}

/// Stands for the words of a translation: equal as long as nothing but punctuation, white space,
/// capitals and marks that show nothing change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Words(u64);

impl Words {
    const DIGITS: usize = 10;

    /// Of what somebody wrote as a pattern. Words and names of placeables count alike: the first
    /// five bytes of the SHA-256 (FIPS 180-4) of the letters, digits and signs in it, composed (NFC).
    pub fn of(written: &str) -> Self {
        let mut plain = String::with_capacity(written.len());
        match written.is_ascii() {
            true => plain.extend(
                written.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()),
            ),
            false => {
                let composer = ComposingNormalizerBorrowed::new_nfc();
                plain.extend(
                    composer
                        .normalize_iter(written.chars())
                        .filter(|c| is_word_like(*c))
                        .flat_map(char::to_lowercase),
                );
            }
        }
        let digest = Sha256::digest(plain);
        Self(
            digest.iter().take(Self::DIGITS / 2).fold(0, |all, &byte| (all << 8) | u64::from(byte)),
        )
    }
}

fn is_word_like(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => {
            use GeneralCategoryGroup as Group;
            let shown = Group::Letter.union(Group::Mark).union(Group::Number).union(Group::Symbol);
            shown.contains(CodePointMapData::<GeneralCategory>::new().get(c))
        }
    }
}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from {
            Some(from) => write!(f, "{from} ")?,
            None => f.write_str("? ")?,
        }
        write!(f, "{:0digits$x}", self.words.0, digits = Words::DIGITS)
    }
}

impl FromStr for Made {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (from, words) = text.split_once(' ').ok_or(())?;
        let from = match from {
            "?" => None,
            from => Some(from.parse()?),
        };
        let words = u64::from_str_radix(words, 16).map_err(|_| ())?;
        Ok(Self { from, words: Words(words) })
    }
}

/// Reads records of translations: a name, then indented under it `-` or what the translation was made
/// from and what it is, then perhaps `<` and the same of the one before, and `because` with a reason.
pub fn read_translations(text: &str) -> Translations {
    let is_unmerged = is_unmerged(text);
    let mut translations = Translations { is_unmerged, ..Translations::default() };
    let mut name = None;
    for line in text.lines().filter(|line| !is_marker(line) && !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => name = Some(line),
            Some(value) => {
                let Some((name, record)) = name.zip(read_record(value)) else { continue };
                translations.push(name, record);
            }
        }
    }
    translations
}

fn read_record(value: &str) -> Option<Record> {
    let (value, because) = match value.split_once(" because ") {
        Some((value, because)) => (value, serde_json::from_str(because).ok()?),
        None => (value, String::new()),
    };
    let (made, before) = match value.split_once(" < ") {
        Some((made, before)) => (made, Some(before.parse().ok()?)),
        None => (value, None),
    };
    let made = match made {
        "-" => None,
        made => Some(made.parse().ok()?),
    };
    Some(Record { made, before, because })
}

/// Writes records of translations in the order given. Each part has two lines, of which the first
/// never changes, so that two people may translate parts that follow each other.
pub fn write_translations(translations: &Translations) -> String {
    let mut out = TRANSLATIONS_HEAD.to_owned();
    for (name, record) in translations.iter() {
        let _ = write!(out, "{name}\n  ");
        let _ = match record.made {
            Some(made) => write!(out, "{made}"),
            None => write!(out, "-"),
        };
        if let Some(before) = record.before {
            let _ = write!(out, " < {before}");
        }
        if !record.because.is_empty() {
            let _ = write!(out, " because {}", serde_json::Value::String(record.because.clone()));
        }
        out.push('\n');
    }
    out
}

/// The folder of what is recorded of a locale's translations, given the folder of records.
pub fn translations_folder(records: &str, locale: &str) -> String {
    format!("{records}/{TRANSLATIONS}/{locale}/")
}

/// The file in it of a resource.
pub fn translations_path(records: &str, locale: &str, resource: &str) -> String {
    format!("{}{resource}.txt", translations_folder(records, locale))
}

/// The file of a resource's snapshot, below the folder of records.
pub fn snapshot_path(resource: &str) -> String {
    format!("{SNAPSHOTS}/{resource}.txt")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_marker(line))
}

/// Whether a merge left a record in conflict: what it holds counts, but it must be written again.
pub fn is_unmerged(text: &str) -> bool {
    text.lines().any(is_conflict_marker)
}

fn is_marker(line: &str) -> bool {
    line.starts_with('#') || is_conflict_marker(line)
}

fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_read_back_even_in_the_middle_of_a_merge() {
        let fingerprint = "00000000000000ab-00000000000000cd".parse().ok();
        let text = |text: &str| Text { fingerprint, text: text.to_owned() };
        let part = |name: &str, texts: &[&str], was: &[&str]| Remembered {
            name: name.to_owned(),
            texts: texts.iter().copied().map(text).collect(),
            was: was.iter().copied().map(text).collect(),
            now: Vec::new(),
        };
        let gone = Remembered { now: vec![Address::new("a b.ftl", "d")], ..part("c", &[], &["v"]) };
        let parts = vec![part("a", &["x\n\"y\""], &["z", "w"]), part("a.b", &["é"], &[]), gone];
        assert_eq!(read_snapshot(&write_snapshot(&parts)), parts);
        let merged = "<<<<<<< HEAD\na\n  \"x\"\n=======\na\n  \"y\"\n>>>>>>> other\n";
        assert_eq!(read_snapshot(merged)[0].texts.len(), 2);
        let retired = "<<<<<<< HEAD\na-1\n=======\na-2\n>>>>>>> other\n";
        assert_eq!(read_retired(retired).len(), 2);
    }
    #[test]
    fn records_of_translations_read_back_and_are_small() {
        let from = "00000000000000ab-00000000000000cd".parse().ok();
        let made = |words: &str| Some(Made { from, words: Words::of(words) });
        let unknown = Some(Made { from: None, words: Words::of("c") });
        let because = "a \" <".to_owned();
        let mut translations = Translations::default();
        translations.push("a", Record { made: made("b"), ..Record::default() });
        translations.push("c", Record { made: unknown, before: made("d"), because });
        translations.push("e", Record::default());
        let written = write_translations(&translations);
        assert_eq!(read_translations(&written), translations);
        assert_eq!(written.lines().map(str::len).max(), Some(78), "{written}");
        assert_eq!(written.lines().nth(2).map(str::len), Some(46));
    }

    #[test]
    fn words_are_the_same_however_they_are_set() {
        let same = [
            ("Bonjour { $name } !", "Bonjour\u{202F}{$name}!"),
            ("« a »", "“A”"),
            ("e\u{301}", "é"),
            ("می\u{200C}خواهم", "میخواهم"),
        ];
        for (one, other) in same {
            assert_eq!(Words::of(one), Words::of(other), "{one} {other}");
        }
        for (one, other) in [("1 €", "1 $"), ("é", "e"), ("{ $a }", "{ $b }")] {
            assert_ne!(Words::of(one), Words::of(other), "{one} {other}");
        }
    }
}
