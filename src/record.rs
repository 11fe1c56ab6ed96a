//! Records that are committed beside the translations: what source texts `sync` saw, and which
//! ids content has used up. Plain lines, so that git merges them and people can read them.
//!
//! What the records say about a translation is not decided here.

use std::collections::{BTreeSet, HashMap};
use std::fmt::{self, Write as _};
use std::hash::BuildHasher as _;
use std::str::FromStr;
use std::sync::OnceLock;

use hashbrown::HashTable;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use rustc_hash::FxBuildHasher;
use sha2::{Digest, Sha256};

use crate::change::Fingerprint;
use crate::locale::written::Features;
use crate::text::{Span, hexadecimal};

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
#[derive(Clone, Debug, Default)]
pub struct Translations {
    /// Where the names of its parts stand.
    names: String,
    /// Parts in the order of the source.
    parts: Vec<Part>,
    /// Where each part is, by name; made when one is first asked for out of order.
    index: OnceLock<HashTable<u32>>,
    /// Whether a merge left it in conflict: what it holds counts, but it must be written again.
    pub is_unmerged: bool,
}

#[derive(Clone, Debug)]
struct Part {
    /// Where its name is among the names.
    name: Span,
    records: Records,
}

/// The records of a part. Most parts of most locales are not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Records {
    Untranslated,
    One(Record),
    /// Only in the middle of a merge.
    Several(Vec<Record>),
}

static UNTRANSLATED: [Record; 1] = [Record { made: None, before: None, because: String::new() }];

impl Records {
    fn new(record: Record) -> Self {
        if record == UNTRANSLATED[0] { Self::Untranslated } else { Self::One(record) }
    }

    fn all(&self) -> &[Record] {
        match self {
            Self::Untranslated => &UNTRANSLATED,
            Self::One(record) => std::slice::from_ref(record),
            Self::Several(records) => records,
        }
    }

    fn add(&mut self, record: Record) {
        if !self.all().contains(&record) {
            *self = Self::Several([self.all(), &[record]].concat());
        }
    }
}

impl PartialEq for Translations {
    fn eq(&self, other: &Self) -> bool {
        self.is_unmerged == other.is_unmerged && self.named().eq(other.named())
    }
}

impl Eq for Translations {}

impl Translations {
    /// Adds a record of a part: at the end, or to what is recorded of it already.
    pub fn push(&mut self, name: &str, record: Record) {
        match self.position(name) {
            Some(at) => self.parts[at].records.add(record),
            None => {
                let start = self.names.len();
                self.names.push_str(name);
                let name = Span::new(start, self.names.len());
                self.parts.push(Part { name, records: Records::new(record) });
                let Self { names, parts, index, .. } = self;
                if let Some(index) = index.get_mut() {
                    note(index, names, parts, parts.len() - 1);
                }
            }
        }
    }

    /// Puts a record in the place of what is recorded of a part.
    pub fn set(&mut self, name: &str, record: Record) {
        match self.position(name) {
            Some(at) => self.parts[at].records = Records::new(record),
            None => self.push(name, record),
        }
    }

    /// Takes out what is recorded of a part.
    pub fn take(&mut self, name: &str) -> Vec<Record> {
        let Some(at) = self.position(name) else { return Vec::new() };
        let Part { records, .. } = self.parts.remove(at);
        self.index = OnceLock::new();
        records.all().to_vec()
    }

    fn name(&self, part: &Part) -> &str {
        part.name.of(&self.names)
    }

    fn named(&self) -> impl Iterator<Item = (&str, &Records)> {
        self.parts.iter().map(|part| (self.name(part), &part.records))
    }

    fn position(&self, name: &str) -> Option<usize> {
        let index = self.index.get_or_init(|| {
            let mut index = HashTable::with_capacity(self.parts.len());
            for at in 0..self.parts.len() {
                note(&mut index, &self.names, &self.parts, at);
            }
            index
        });
        let is_it = |&at: &u32| self.name(&self.parts[at as usize]) == name;
        index.find(FxBuildHasher.hash_one(name), is_it).map(|&at| at as usize)
    }

    /// What was read, if a name stands in it twice, as after a merge that nobody was asked about: all
    /// that is said of it stands where it does first.
    fn united(self) -> Self {
        let hash = |part: &Part| FxBuildHasher.hash_one(self.name(part));
        let mut hashes: Vec<u64> = self.parts.iter().map(hash).collect();
        hashes.sort_unstable();
        if !hashes.windows(2).any(|pair| pair[0] == pair[1]) {
            return self;
        }
        let mut united = Self { is_unmerged: self.is_unmerged, ..Self::default() };
        for (name, record) in self.iter() {
            united.push(name, record.clone());
        }
        united
    }

    /// The names of its parts, each once, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named().map(|(name, _)| name)
    }

    /// The records of a part: one, several in the middle of a merge, none if it is not known.
    pub fn get(&self, name: &str) -> &[Record] {
        self.position(name).map_or(&[], |at| self.parts[at].records.all())
    }

    /// The same of a part that is likely at this place among them.
    pub fn get_near(&self, place: usize, name: &str) -> &[Record] {
        match self.parts.get(place).filter(|part| self.name(part) == name) {
            Some(part) => part.records.all(),
            None => self.get(name),
        }
    }

    /// Every record with its name, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        self.named()
            .flat_map(|(name, records)| records.all().iter().map(move |record| (name, record)))
    }
}

/// Adds a part to an index of names.
fn note(index: &mut HashTable<u32>, names: &str, parts: &[Part], at: usize) {
    let hash = |&at: &u32| FxBuildHasher.hash_one(parts[at as usize].name.of(names));
    index.insert_unique(hash(&(at as u32)), at as u32, hash);
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

impl Record {
    /// Whether it is of this translation.
    pub fn is_of(&self, words: Words) -> bool {
        self.made.is_some_and(|made| made.words == words)
    }
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
        Self::with(&mut Vec::new(), written)
    }

    /// The same, in room that is used again for the next one.
    pub fn with(room: &mut Vec<u8>, written: &str) -> Self {
        let digest = match plain(room, written) {
            Some(plain) => Sha256::digest(plain),
            None => {
                let composer = ComposingNormalizerBorrowed::new_nfc();
                let composed = composer.normalize_iter(written.chars());
                let words = composed.filter(|c| is_word_like(*c)).flat_map(char::to_lowercase);
                Sha256::digest(words.collect::<String>())
            }
        };
        Self(
            digest.iter().take(Self::DIGITS / 2).fold(0, |all, &byte| (all << 8) | u64::from(byte)),
        )
    }
}

/// The letters and digits of ASCII in small letters, and nothing for what is neither.
static SMALL: [u8; 128] = {
    let (mut small, mut byte) = ([0; 128], 0);
    while byte < small.len() {
        if (byte as u8).is_ascii_alphanumeric() {
            small[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

/// The letters, digits and signs of a text in small letters; `None` where some of it may have to be
/// composed.
fn plain<'r>(room: &'r mut Vec<u8>, text: &str) -> Option<&'r [u8]> {
    const STRIDE: usize = 8;
    // No small letter is more than half as long again (`İ`, `Ⱥ`).
    let most = text.len() + text.len() / 2 + STRIDE;
    if room.len() < most {
        room.resize(most, 0);
    }
    let (mut rest, mut end) = (text, 0);
    // Each byte is written, and what does not count is written over.
    while !rest.is_empty() {
        while let Some(stride) = rest.as_bytes().first_chunk::<STRIDE>()
            && stride.is_ascii()
        {
            let (room, mut length) = (&mut room[end..end + STRIDE], 0);
            for byte in stride {
                let small = SMALL[usize::from(byte & 0x7F)];
                room[length % STRIDE] = small;
                length += usize::from(small != 0);
            }
            (rest, end) = (&rest[STRIDE..], end + length);
        }
        // What is not ASCII is mostly part of a word that is not.
        let mut characters = rest.chars();
        for c in characters.by_ref() {
            if let Some(&small) = SMALL.get(c as usize) {
                room[end] = small;
                end += usize::from(small != 0);
                if small == 0 {
                    break;
                }
                continue;
            }
            let kinds = Features::of_char(c);
            if kinds.has(Features::COMPOSABLE) {
                return None;
            }
            let mut push = |c: char| end += c.encode_utf8(&mut room[end..]).len();
            if kinds.has(Features::LETTER | Features::DIGIT) || is_word_like(c) {
                match kinds.has(Features::CAPITAL) {
                    true => c.to_lowercase().for_each(push),
                    false => push(c),
                }
            }
        }
        rest = characters.as_str();
    }
    Some(&room[..end])
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

impl FromStr for Words {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        hexadecimal(text).map(Self).ok_or(())
    }
}

/// Reads records of translations: a name, then indented under it `-` or what the translation was made
/// from and what it is, then perhaps `<` and the same of the one before, and `because` with a reason.
pub fn read_translations(text: String) -> Translations {
    let (mut parts, mut is_unmerged) = (Vec::with_capacity(text.len() / PART), false);
    let (mut name, mut at) = (None, 0);
    while at < text.len() {
        if let Some(name) = name
            && let Some((record, length)) = read_usual_record(&text[at..])
        {
            parts.push(Part { name, records: Records::new(record) });
            at += length;
            continue;
        }
        let end =
            memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length);
        let line = &text[at..end];
        let line = line.strip_suffix('\r').unwrap_or(line);
        match line.as_bytes().first() {
            None | Some(b'#') => {}
            Some(b'<' | b'=' | b'>' | b'|') if is_conflict_marker(line) => is_unmerged = true,
            Some(b' ') => {
                let record = line.strip_prefix("  ").and_then(read_record);
                let part = |(name, record)| Part { name, records: Records::new(record) };
                parts.extend(name.zip(record).map(part));
            }
            Some(_) => name = Some(Span::new(at, at + line.len())),
        }
        at = end + 1;
    }
    Translations { names: text, parts, index: OnceLock::new(), is_unmerged }.united()
}

/// Most parts take as many bytes, or more.
const PART: usize = 32;

/// Reads a line as most are, and tells how long it is: `-`, or a translation and what it was made
/// from. Where such a line ends need not be looked for.
fn read_usual_record(text: &str) -> Option<(Record, usize)> {
    const NOTHING: &str = "  -\n";
    if text.starts_with(NOTHING) {
        return Some((Record::default(), NOTHING.len()));
    }
    let line = text.get(..2 + Fingerprint::LENGTH + 1 + Words::DIGITS + 1)?;
    let record = read_record(line.strip_prefix("  ")?.strip_suffix('\n')?)?;
    Some((record, line.len()))
}

fn read_record(value: &str) -> Option<Record> {
    let (made, rest) = match value.strip_prefix('-') {
        Some(rest) => (None, rest),
        None => {
            let (made, rest) = read_made(value)?;
            (Some(made), rest)
        }
    };
    let (before, rest) = match rest.strip_prefix(" < ") {
        Some(rest) => {
            let (before, rest) = read_made(rest)?;
            (Some(before), rest)
        }
        None => (None, rest),
    };
    let because = match rest.strip_prefix(" because ") {
        Some(because) => serde_json::from_str(because).ok()?,
        None if rest.is_empty() => String::new(),
        None => return None,
    };
    Some(Record { made, before, because })
}

/// Reads what a translation was made from and what it is, and gives what stands behind.
fn read_made(text: &str) -> Option<(Made, &str)> {
    let words = memchr::memchr(b' ', text.as_bytes())? + 1;
    let end = memchr::memchr(b' ', &text.as_bytes()[words..]).map_or(text.len(), |at| words + at);
    let made = Made { from: read_from(&text[..words - 1])?, words: text[words..end].parse().ok()? };
    Some((made, &text[end..]))
}

/// Reads a fingerprint, or `?` where nobody knows.
fn read_from(text: &str) -> Option<Option<Fingerprint>> {
    match text {
        "?" => Some(None),
        text => text.parse().ok().map(Some),
    }
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
        assert_eq!(read_translations(written.clone()), translations);
        assert_eq!(written.lines().map(str::len).max(), Some(78), "{written}");
        assert_eq!(written.lines().nth(2).map(str::len), Some(46));
    }

    #[test]
    fn a_part_that_stands_twice_is_one_with_all_that_is_said_of_it() {
        let made = "00000000000000ab-00000000000000cd 0123456789";
        let text =
            format!("# Head\r\na\r\n  -\r\nb\n  {made}\na\n  {made} because \"c\"\nb\n  -\n");
        let translations = read_translations(text);
        assert_eq!(translations.names().collect::<Vec<_>>(), ["a", "b"]);
        let count = |name: &str| translations.get(name).len();
        assert_eq!((count("a"), count("b"), count("c")), (2, 2, 0));
        assert_eq!(translations.get_near(0, "b"), translations.get("b"));
        assert_eq!(translations.get("a")[1].because, "c");
    }

    #[test]
    fn words_are_taken_from_every_character_alike() {
        let slow = |text: &str| -> String {
            text.chars().filter(|c| is_word_like(*c)).flat_map(char::to_lowercase).collect()
        };
        let mut room = Vec::new();
        for c in ('\0'..='\u{1FFFF}').filter(|c| !Features::of_char(*c).has(Features::COMPOSABLE)) {
            // At every place of a stride, and where small letters are longer.
            for text in [c.to_string(), format!("{c}{c}{c}"), format!("Ab 1, {c}: Defghijk{c}")] {
                let plain = plain(&mut room, &text).unwrap_or_default();
                assert_eq!(plain, slow(&text).as_bytes(), "{text:?}");
            }
        }
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
