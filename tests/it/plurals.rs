//! Plural choice against the samples CLDR publishes for every category of every language.

use std::collections::BTreeMap;
use std::fs;

use isogloss::locale::plural::{Kind, Plurals, keyword, operands};

type Samples = BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<String>>>>;

/// The numbers of a sample: `3`, the range `2~16`, or `1c6` for one million in compact form.
fn numbers(sample: &str) -> Vec<String> {
    let Some((low, high)) = sample.split_once('~') else { return vec![sample.to_owned()] };
    let digits = low.split_once('.').map_or(0, |(_, digits)| digits.len());
    let scale = 10_i64.pow(u32::try_from(digits).unwrap());
    let scaled = |number: &str| number.replace('.', "").parse::<i64>().unwrap();
    (scaled(low)..=scaled(high))
        .map(|value| match digits {
            0 => value.to_string(),
            _ => format!("{}.{:0digits$}", value / scale, value % scale),
        })
        .collect()
}

#[test]
fn every_sample_of_cldr_gets_its_category() {
    let path = crate::sample::root().join("tests/data/plural-samples.json");
    let samples: Samples = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut differences = Vec::new();
    let mut checked = 0;
    for (kind, kind_name) in [(Kind::Cardinal, "cardinal"), (Kind::Ordinal, "ordinal")] {
        for (language, categories) in &samples[kind_name] {
            let Ok(tag) = language.parse() else { continue };
            let plurals = Plurals::new(&tag);
            for (category, listed) in categories {
                // Compact exponents have no number of their own to choose by.
                for number in listed.iter().filter(|n| !n.contains('c')).flat_map(|n| numbers(n)) {
                    let found = plurals.category(kind, operands(&number.parse().unwrap()));
                    checked += 1;
                    if keyword(found) != category {
                        differences.push(format!("{language} {kind_name} {number}: {found:?}"));
                    }
                }
            }
        }
    }
    assert_eq!(differences, Vec::<String>::new());
    assert!(checked > 14_000, "only {checked} numbers were checked");
}

#[test]
fn exponents_of_compact_numbers_choose_as_cldr_says() {
    let path = crate::sample::root().join("tests/data/plural-samples.json");
    let samples: Samples = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut differences = Vec::new();
    for (language, categories) in &samples["cardinal"] {
        let plurals = Plurals::new(&language.parse().unwrap());
        for (category, listed) in categories {
            for number in
                listed.iter().filter(|number| number.contains('c') && !number.contains('~'))
            {
                let operands: isogloss::locale::plural::PluralOperands =
                    fixed_decimal::CompactDecimal::try_from_str(number)
                        .map(|number| (&number).into())
                        .unwrap();
                let found = plurals.category(Kind::Cardinal, operands);
                if keyword(found) != category {
                    differences.push(format!("{language} {number}: {found:?}"));
                }
            }
        }
    }
    assert_eq!(differences, Vec::<String>::new());
}
