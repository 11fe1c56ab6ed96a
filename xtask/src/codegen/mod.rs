//! Makes the tables of CLDR facts from CLDR's own JSON packages.
//!
//! Which facts: plural rules (with the samples CLDR publishes, for tests) and percent patterns here,
//! how a locale writes in `written`, its number words in `words`.

mod kinds;
mod rbnf;
mod words;
mod written;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};

use crate::{Outcome, run};

/// The packages' version. ICU4X carries its own, newer CLDR for formatting.
const CLDR: &str = "48.2.0";
const TABLE: &str = "src/locale/cldr.rs";
const SAMPLES: &str = "tests/data/plural-samples.json";

/// Fetches CLDR and writes the tables.
pub(crate) fn run_all() -> Outcome {
    let core = package("cldr-core")?;
    let numbers = package("cldr-numbers-full")?;
    let cardinal = plural_rules(&core.join("supplemental/plurals.json"), "cardinal")?;
    let ordinal = plural_rules(&core.join("supplemental/ordinals.json"), "ordinal")?;

    let mut table = format!(
        "//! Facts of CLDR {CLDR}, made by `cargo xtask codegen`. Not edited by hand.\n\n\
         /// The CLDR version of the tables below.\n\
         pub const VERSION: &str = \"{CLDR}\";\n"
    );
    rules_table(&mut table, "CARDINAL", "Cardinal plural rules by language", &cardinal);
    rules_table(&mut table, "ORDINAL", "Ordinal plural rules by language", &ordinal);
    percent_table(&mut table, &percent_patterns(&numbers)?);
    written::tables(&mut table, &core, &numbers, &package("cldr-misc-full")?)?;
    words::tables(&mut table, &core, &numbers, &package("cldr-rbnf")?)?;
    kinds::table()?;
    write(TABLE, &table)?;
    run(Command::new("rustfmt").args(["--edition", "2024", TABLE]))?;

    let samples =
        serde_json::json!({ "cardinal": samples(&cardinal), "ordinal": samples(&ordinal) });
    let samples = serde_json::to_string_pretty(&samples).map_err(|error| error.to_string())?;
    write(SAMPLES, &(samples + "\n"))
}

/// language → category → rule with samples, as CLDR writes it.
type Rules = BTreeMap<String, BTreeMap<String, String>>;

/// Unpacks an npm package under `target/` and gives its folder.
fn package(name: &str) -> Result<PathBuf, String> {
    let folder = PathBuf::from(format!("target/cldr/{name}-{CLDR}"));
    if !folder.exists() {
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        run(Command::new("npm").args([
            "pack",
            "--silent",
            &format!("{name}@{CLDR}"),
            "--pack-destination",
            "target/cldr",
        ]))?;
        let archive = format!("target/cldr/{name}-{CLDR}.tgz");
        run(Command::new("tar")
            .args(["xzf", &archive, "-C"])
            .arg(&folder)
            .arg("--strip-components=1"))?;
    }
    Ok(folder)
}

fn read(path: &Path) -> Result<Value, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &str, text: &str) -> Outcome {
    std::fs::write(path, text).map_err(|error| format!("{path}: {error}"))
}

fn object<'a>(value: &'a Value, what: &str) -> Result<&'a Map<String, Value>, String> {
    value.as_object().ok_or_else(|| format!("CLDR has no {what}"))
}

/// One section of a package's files of the same name, by locale in sorted order.
fn by_locale(package: &Path, section: &str) -> Result<BTreeMap<String, Value>, String> {
    let folders = std::fs::read_dir(package.join("main")).map_err(|error| error.to_string())?;
    folders
        .filter_map(Result::ok)
        .map(|folder| {
            let locale = folder.file_name().to_string_lossy().into_owned();
            let mut json = read(&folder.path().join(format!("{section}.json")))?;
            let facts = json["main"][&locale][section].take();
            Ok((locale, facts))
        })
        .collect()
}

fn plural_rules(path: &Path, kind: &str) -> Result<Rules, String> {
    let json = read(path)?;
    let languages = object(&json["supplemental"][format!("plurals-type-{kind}")], kind)?;
    let mut all = Rules::new();
    for (language, rules) in languages {
        for (category, rule) in object(rules, language)? {
            let category = category.trim_start_matches("pluralRule-count-").to_owned();
            let rule = rule.as_str().unwrap_or_default().to_owned();
            all.entry(language.clone()).or_default().insert(category, rule);
        }
    }
    Ok(all)
}

fn rules_table(table: &mut String, name: &str, summary: &str, rules: &Rules) {
    let _ = write!(
        table,
        "\n/// {summary}, as JSON of category and UTS #35 rule, sorted by code.\npub(super) const {name}: &[(&str, &str)] = &[\n"
    );
    for (language, categories) in rules {
        let conditions: BTreeMap<&str, &str> = categories
            .iter()
            .map(|(category, rule)| {
                (category.as_str(), rule.split('@').next().unwrap_or_default().trim())
            })
            .filter(|(_, rule)| !rule.is_empty())
            .collect();
        let json = serde_json::to_string(&conditions).unwrap_or_default();
        let _ = writeln!(table, "({language:?}, r#\"{json}\"#),");
    }
    table.push_str("];\n");
}

/// The numbers CLDR lists for each category: ranges are kept as `a~b`.
fn samples(rules: &Rules) -> BTreeMap<&str, BTreeMap<&str, Vec<&str>>> {
    rules
        .iter()
        .map(|(language, categories)| {
            let categories = categories.iter().map(|(category, rule)| {
                let listed = rule
                    .split('@')
                    .skip(1)
                    .filter_map(|group| group.split_once(' '))
                    .flat_map(|(_, numbers)| numbers.split(','))
                    .map(str::trim)
                    .filter(|number| !number.is_empty() && *number != "…")
                    .collect();
                (category.as_str(), listed)
            });
            (language.as_str(), categories.collect())
        })
        .collect()
}

/// (locale, numbering system) → what stands before and after the digits of a percentage.
type Percents = BTreeMap<(String, String), (String, String)>;

fn percent_patterns(package: &Path) -> Result<Percents, String> {
    let mut patterns = Percents::new();
    for (locale, numbers) in by_locale(package, "numbers")? {
        let numbers = object(&numbers, "numbers")?;
        for (key, formats) in numbers {
            let Some(system) = key.strip_prefix("percentFormats-numberSystem-") else { continue };
            let pattern = formats["standard"].as_str().unwrap_or("#,##0%");
            let symbols = &numbers[&format!("symbols-numberSystem-{system}")];
            let sign = symbols["percentSign"].as_str().unwrap_or("%");
            let affix = |text: &str| text.replace('%', sign);
            let start = pattern.find(['#', '0']).unwrap_or(0);
            let end = pattern.rfind(['#', '0']).map_or(pattern.len(), |end| end + 1);
            let affixes = (affix(&pattern[..start]), affix(&pattern[end..]));
            patterns.insert((locale.clone(), system.to_owned()), affixes);
        }
    }
    // A locale that agrees with its parent by truncation says nothing new.
    let all = patterns.clone();
    patterns.retain(|(locale, system), affixes| {
        let parent = locale.rsplit_once('-').map_or("und", |(parent, _)| parent);
        all.get(&(parent.to_owned(), system.clone())) != Some(affixes)
    });
    Ok(patterns)
}

fn percent_table(table: &mut String, patterns: &Percents) {
    table.push_str(
        "\n/// (locale, numbering system), and what stands before and after the digits of a percentage.\n\
         pub type Percent = ((&'static str, &'static str), (&'static str, &'static str));\n\n\
         /// Percentages by locale and numbering system, sorted.\n\
         pub const PERCENT: &[Percent] = &[\n",
    );
    for ((locale, system), (before, after)) in patterns {
        let _ = writeln!(table, "(({locale:?}, {system:?}), ({before:?}, {after:?})),");
    }
    table.push_str("];\n");
}
