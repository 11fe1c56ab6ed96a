//! How a locale writes: quotation marks, number symbols, digits and scripts.
//!
//! A table lists each distinct fact once, with the locales it holds for. A locale is left out where
//! its parent says the same, so that a reader of the table follows CLDR's chain of parents.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::{by_locale, object, read};
use crate::Outcome;

/// Appends the tables.
pub(super) fn tables(table: &mut String, core: &Path, numbers: &Path, misc: &Path) -> Outcome {
    let supplemental = core.join("supplemental");
    let parents = Parents::read(core)?;
    let digits = digits(&supplemental.join("numberingSystems.json"))?;

    let quotes = by_locale(misc, "delimiters")?;
    let quotes = quotes.iter().map(|(locale, facts)| (locale.clone(), quotation_marks(facts)));
    shared_table(
        table,
        "QUOTES",
        "Quotation marks: start and end, and those used inside of them",
        "[&str; 4]",
        &parents.distinct(&quotes.collect()),
    );

    let symbols = by_locale(numbers, "numbers")?;
    let symbols =
        symbols.iter().map(|(locale, facts)| (locale.clone(), number_symbols(facts, &digits)));
    shared_table(
        table,
        "NUMBERS",
        "Decimal sign, grouping sign, the zero of the digits in use, and of the script's own",
        "[char; 4]",
        &parents.distinct(&symbols.collect()),
    );

    let mut zeros: Vec<char> = digits.values().copied().collect();
    zeros.sort_unstable();
    let _ = write!(
        table,
        "\n/// The zero of each set of decimal digits, whose others follow it, sorted.\n\
         pub(super) const ZEROS: &[char] = &{zeros:?};\n"
    );
    script_tables(table, &supplemental)
}

/// CLDR's inheritance: the parents it names, else the code without its last subtag.
pub(super) struct Parents {
    named: BTreeMap<String, String>,
    /// The locales CLDR has more than a name of.
    covered: Vec<String>,
}

impl Parents {
    pub(super) fn read(core: &Path) -> Result<Self, String> {
        let json = read(&core.join("supplemental/parentLocales.json"))?;
        let named =
            object(&json["supplemental"]["parentLocales"]["parentLocale"], "parentLocales")?;
        let text = |parent: &Value| parent.as_str().unwrap_or("und").to_owned();
        let named = named.iter().map(|(locale, parent)| (locale.clone(), text(parent))).collect();
        let json = read(&core.join("coverageLevels.json"))?;
        let covered = object(&json["effectiveCoverageLevels"], "coverage")?.keys().cloned();
        Ok(Self { named, covered: covered.collect() })
    }

    fn of<'a>(&'a self, locale: &'a str) -> &'a str {
        match self.named.get(locale) {
            Some(parent) => parent,
            None => locale.rsplit_once('-').map_or("und", |(parent, _)| parent),
        }
    }

    /// Without what a locale inherits. The root gives nothing: a language that is written as the
    /// root says repeats it, if CLDR covers it, and is else unknown.
    pub(super) fn distinct(&self, facts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut distinct = facts.clone();
        distinct.retain(|locale, fact| match self.of(locale) {
            _ if locale == "und" => false,
            "und" => facts.get("und") != Some(fact) || self.covered.contains(locale),
            parent => facts.get(parent) != Some(fact),
        });
        distinct
    }
}

/// Each fact once, with its locales.
pub(super) fn shared_table(
    table: &mut String,
    name: &str,
    summary: &str,
    kind: &str,
    facts: &BTreeMap<String, String>,
) {
    let mut locales: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (locale, fact) in facts {
        locales.entry(fact).or_default().push(locale);
    }
    let _ = write!(
        table,
        "\n/// {summary}; and the locales that write so.\npub(super) const {name}: &[({kind}, &str)] = &[\n"
    );
    for (fact, locales) in locales {
        let _ = writeln!(table, "({fact}, {:?}),", locales.join(" "));
    }
    table.push_str("];\n");
}

fn quotation_marks(facts: &Value) -> String {
    let mark = |name: &str| facts[name].as_str().unwrap_or_default().to_owned();
    let marks =
        ["quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd"];
    format!("{:?}", marks.map(mark))
}

fn number_symbols(facts: &Value, digits: &BTreeMap<String, char>) -> String {
    let system = facts["defaultNumberingSystem"].as_str().unwrap_or("latn");
    let native = facts["otherNumberingSystems"]["native"].as_str().unwrap_or(system);
    let symbols = &facts[format!("symbols-numberSystem-{system}")];
    let sign = |name: &str| symbols[name].as_str().and_then(|sign| sign.chars().next());
    let zero = |system: &str| digits.get(system).copied().unwrap_or('0');
    format!(
        "[{:?}, {:?}, {:?}, {:?}]",
        sign("decimal").unwrap_or('.'),
        sign("group").unwrap_or(','),
        zero(system),
        zero(native)
    )
}

/// Numbering system → its zero, where the ten digits are neighbours (not so in `hanidec`).
fn digits(path: &Path) -> Result<BTreeMap<String, char>, String> {
    let json = read(path)?;
    let systems = object(&json["supplemental"]["numberingSystems"], "numberingSystems")?;
    let zero = |system: &Value| {
        let digits: Vec<char> = system["_digits"].as_str()?.chars().collect();
        let are_neighbours = digits.windows(2).all(|pair| pair[0] as u32 + 1 == pair[1] as u32);
        are_neighbours.then_some(digits[0])
    };
    Ok(systems.iter().filter_map(|(name, system)| Some((name.clone(), zero(system)?))).collect())
}

fn script_tables(table: &mut String, supplemental: &Path) -> Outcome {
    let json = read(&supplemental.join("scriptData.json"))?;
    let mut bases: BTreeMap<&str, String> = BTreeMap::new();
    for (_, scripts) in object(&json["supplemental"]["scriptData"]["scriptVariants"], "scripts")? {
        for (script, facts) in object(scripts, "scripts")? {
            bases.insert(script, joined(&facts["_base"]));
        }
    }
    pairs_table(
        table,
        "SCRIPT_BASES",
        "Codes that stand for several scripts, or for a style of one, and the scripts of letters",
        &bases,
    );

    let json = read(&supplemental.join("languageData.json"))?;
    let mut several: BTreeMap<&str, String> = BTreeMap::new();
    for (language, facts) in object(&json["supplemental"]["languageData"], "languages")? {
        // What is marked as secondary is of the past, or of few.
        let count = facts["_scripts"].as_array().map_or(0, Vec::len);
        if count > 1 && !language.contains('-') {
            several.insert(language, joined(&facts["_scripts"]));
        }
    }
    pairs_table(
        table,
        "LANGUAGE_SCRIPTS",
        "Languages that are customarily written in several scripts",
        &several,
    );
    Ok(())
}

fn joined(list: &Value) -> String {
    let names: Vec<&str> =
        list.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    names.join(" ")
}

fn pairs_table(table: &mut String, name: &str, summary: &str, pairs: &BTreeMap<&str, String>) {
    let _ =
        write!(table, "\n/// {summary}, sorted.\npub(super) const {name}: &[(&str, &str)] = &[\n");
    for (key, value) in pairs {
        let _ = writeln!(table, "({key:?}, {value:?}),");
    }
    table.push_str("];\n");
}
