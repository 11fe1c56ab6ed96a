//! Number words of languages, and words that multiply a number (`1.2 million`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::rbnf::Speller;
use super::written::{Parents, shared_table};
use super::{by_locale, object, read};
use crate::Outcome;

/// Appends the tables.
pub(super) fn tables(table: &mut String, core: &Path, numbers: &Path, rbnf: &Path) -> Outcome {
    let compact = by_locale(numbers, "numbers")?;
    let multipliers = compact.iter().map(|(locale, facts)| (locale.clone(), multipliers(facts)));
    shared_table(
        table,
        "MULTIPLIERS",
        "Words that multiply a number, by their power of ten: `3=thousand|K;6=million|M`",
        "&str",
        &Parents::read(core)?.distinct(&multipliers.collect()),
    );

    let _ = write!(
        table,
        "\n/// Number words of a language, in all genders and cases, sorted by code: \
         `2=two|second;3=three|third`. What is put\n/// together from them (`twenty two`) is left out.\n\
         pub(super) const NUMBER_WORDS: &[(&str, &str)] = &[\n"
    );
    for (language, words) in number_words(rbnf)? {
        let _ = writeln!(table, "({language:?}, {}),", literal(&words));
    }
    table.push_str("];\n");
    Ok(())
}

/// The words of CLDR's compact formats: `"10000-count-other": "00 thousand"`.
fn multipliers(facts: &Value) -> String {
    let mut words: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (name, formats) in facts.as_object().into_iter().flatten() {
        if !name.starts_with("decimalFormats-numberSystem-") {
            continue;
        }
        for style in ["long", "short"] {
            let patterns = formats[style]["decimalFormat"].as_object();
            for (key, pattern) in patterns.into_iter().flatten() {
                let pattern = pattern.as_str().unwrap_or_default();
                // A pattern for negative numbers may follow.
                let pattern = pattern.split(';').next().unwrap_or_default();
                let magnitude = key.find('-').unwrap_or(0);
                let zeros = pattern.matches('0').count();
                let word = pattern.replace(['0', '\'', '\u{200F}', '\u{61C}'], "");
                let word = word.trim().replace('\u{A0}', " ");
                if zeros > 0 && magnitude > zeros && !word.is_empty() {
                    words.entry(magnitude - zeros).or_default().insert(word);
                }
            }
        }
    }
    literal(&joined(&words))
}

/// A string literal with its letters as they are: escaped marks could not be read.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace(['\\', '"'], ""))
}

fn joined<K: std::fmt::Display>(words: &BTreeMap<K, BTreeSet<String>>) -> String {
    let rows = words.iter().map(|(key, words)| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        format!("{key}={}", words.join("|"))
    });
    rows.collect::<Vec<_>>().join(";")
}

/// Language → its number words.
fn number_words(rbnf: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut all = BTreeMap::new();
    let folder = std::fs::read_dir(rbnf.join("rbnf")).map_err(|error| error.to_string())?;
    for file in folder.filter_map(Result::ok) {
        let path = file.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_rules = path.extension().is_some_and(|extension| extension == "json");
        // A region says few numbers otherwise than its language; another script says all.
        let is_regional = name.split_once('-').is_some_and(|(_, subtag)| subtag.len() != 4);
        // Numerals of Chinese characters are read digit by digit, not looked up.
        if !is_rules || is_regional || ["ja", "und"].contains(&name.as_str()) || is_chinese(&name) {
            continue;
        }
        let json = read(&path)?;
        object(&json["rbnf"]["rbnf"], "rules")?;
        let Some(speller) = Speller::read(&json) else { continue };
        let words = words(&speller);
        if !words.is_empty() {
            all.insert(name, joined(&words));
        }
    }
    Ok(all)
}

fn is_chinese(name: &str) -> bool {
    name.starts_with("yue") || name.starts_with("zh")
}

type Words = BTreeMap<u64, BTreeSet<String>>;

fn words(speller: &Speller) -> Words {
    let mut words = Words::new();
    let numbers = (1..=100).chain((200..=900).step_by(100)).chain([1000, 1_000_000, 1_000_000_000]);
    for number in numbers {
        let spelt: BTreeSet<String> = speller
            .sets()
            .filter(|set| number <= 10 || is_plain(set))
            .filter_map(|set| phrase(&speller.spell(set, number)?))
            .collect();
        let told: BTreeSet<String> = match number {
            100 | 1000.. => spelt.iter().map(|phrase| without_one(phrase, &words)).collect(),
            200.. => spelt.into_iter().filter(|text| !is_product(text, number, &words)).collect(),
            21.. => spelt.into_iter().filter(|text| !is_sum(text, number, &words)).collect(),
            _ => spelt,
        };
        if !told.is_empty() {
            words.insert(number, without_longer(&told));
        }
    }
    stems(&words)
}

/// Inflected words cut to what they share (`vierte`, `viertem` → `viert`), as far as no word of
/// another number begins so.
fn stems(words: &Words) -> Words {
    let stem = |number: u64, phrase: &String| {
        let is_own = |start: &str| {
            let mut others = words.iter().filter(|(other, _)| **other != number);
            !others.any(|(_, phrases)| phrases.iter().any(|other| other.starts_with(start)))
        };
        // Endings are short; a stem that is cut further is the beginning of other words.
        let shortest = phrase.chars().count().saturating_sub(2).max(4);
        let starts = phrase.char_indices().skip(shortest).map(|(end, _)| &phrase[..end]);
        let shared = |start: &&str| {
            words[&number].iter().filter(|phrase| phrase.starts_with(start)).count() > 1
        };
        let mut found = starts.filter(shared).filter(|start| !start.contains(' ') && is_own(start));
        found.next().unwrap_or(phrase).to_owned()
    };
    let cut = |(&number, phrases): (&u64, &BTreeSet<String>)| {
        let stems = phrases.iter().map(|phrase| stem(number, phrase)).collect();
        (number, without_longer(&stems))
    };
    words.iter().map(cut).collect()
}

/// A set of the words one counts with, in one gender or none: `%spellout-cardinal-feminine`.
fn is_plain(set: &str) -> bool {
    set.matches('-').count() <= 2 && !set.contains("ordinal")
}

/// Words in small letters, one space apart. `None` if figures are among them.
fn phrase(spelt: &str) -> Option<String> {
    let text = spelt
        .to_lowercase()
        .replace(['\u{AD}', '\u{200B}', '\''], "")
        .replace(['-', '\u{A0}'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_spelt = words.iter().all(|word| !word.contains(char::is_numeric));
    (is_spelt && !words.is_empty()).then(|| words.join(" "))
}

/// `one hundred` without its `one`, unless nothing would be left.
fn without_one(phrase: &str, words: &Words) -> String {
    let ones = &words[&1];
    let rest: Vec<&str> = phrase.split(' ').filter(|word| !ones.contains(*word)).collect();
    if rest.is_empty() { phrase.to_owned() } else { rest.join(" ") }
}

/// Without phrases that a shorter one stands for: `wa tatu` beside `tatu`, and `vierter` beside
/// `vier`, since a word is looked up with any ending if it has four letters.
fn without_longer(phrases: &BTreeSet<String>) -> BTreeSet<String> {
    let stands_for = |short: &String, long: &String| {
        short != long
            && (format!(" {long} ").contains(&format!(" {short} "))
                || short.chars().count() >= 4 && long.starts_with(short.as_str()))
    };
    let needed = phrases.iter().filter(|long| !phrases.iter().any(|short| stands_for(short, long)));
    needed.cloned().collect()
}

/// Whether a phrase for 21 to 99 is one of its tens and one of its ones, in any order and with a
/// small word between.
fn is_sum(phrase: &str, number: u64, words: &Words) -> bool {
    [number % 10, number % 20]
        .into_iter()
        .any(|ones| ones > 0 && made_of(phrase, words.get(&(number - ones)), words.get(&ones)))
}

fn is_product(phrase: &str, number: u64, words: &Words) -> bool {
    made_of(phrase, words.get(&(number / 100)), words.get(&100))
}

fn made_of(phrase: &str, one: Option<&BTreeSet<String>>, two: Option<&BTreeSet<String>>) -> bool {
    let (Some(one), Some(two)) = (one, two) else { return false };
    let has = |part: &&String| format!(" {phrase} ").contains(&format!(" {part} "));
    one.iter().filter(has).any(|one| {
        two.iter().filter(has).any(|two| {
            let words = |text: &str| text.split(' ').count();
            words(phrase) <= words(one) + words(two) + 1
        })
    })
}
