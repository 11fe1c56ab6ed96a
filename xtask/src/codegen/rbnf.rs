//! Spells numbers out by CLDR's rule-based number formats: whole numbers only.
//!
//! UTS #35 part 3, "Rule-Based Number Formatting", and ICU's `RuleBasedNumberFormat` say what the
//! rules mean. A rule that writes figures gives nothing here.

use std::collections::BTreeMap;

use isogloss::locale::plural::{Kind, Plurals, keyword};
use serde_json::Value;

/// The rule sets of one language.
pub(super) struct Speller {
    sets: BTreeMap<String, Vec<Rule>>,
    plurals: Plurals,
}

struct Rule {
    base: u64,
    divisor: u64,
    text: String,
}

/// A rule that is being applied to a number.
#[derive(Clone, Copy)]
struct Step<'a> {
    set: &'a str,
    rules: &'a [Rule],
    index: usize,
    number: u64,
    depth: usize,
}

impl Speller {
    /// Reads a language's file, if its tag is one.
    pub(super) fn read(json: &Value) -> Option<Self> {
        let language = json["rbnf"]["identity"]["language"].as_str()?;
        let mut sets = BTreeMap::new();
        for (_, group) in json["rbnf"]["rbnf"].as_object()? {
            for (name, rules) in group.as_object()? {
                let rules = rules.as_array().into_iter().flatten().filter_map(rule).collect();
                sets.insert(name.clone(), rules);
            }
        }
        Some(Self { sets, plurals: Plurals::new(&language.parse().ok()?) })
    }

    /// The names of the sets that spell numbers: all genders and cases.
    pub(super) fn sets(&self) -> impl Iterator<Item = &str> {
        let spelling = ["%spellout-cardinal", "%spellout-numbering", "%spellout-ordinal"];
        self.sets
            .keys()
            .map(String::as_str)
            .filter(move |name| spelling.iter().any(|start| name.starts_with(start)))
            .filter(|name| !name.contains("year"))
    }

    /// A number in words; `None` where the rules would write figures.
    pub(super) fn spell(&self, set: &str, number: u64) -> Option<String> {
        let mut words = String::new();
        self.append(set, number, 0, &mut words)?;
        Some(words)
    }

    fn append(&self, set: &str, number: u64, depth: usize, words: &mut String) -> Option<()> {
        let rules = self.sets.get(set).filter(|_| depth < 20)?;
        let mut index = rules.iter().rposition(|rule| rule.base <= number)?;
        let rule = &rules[index];
        // The rule before is taken where this one would have nothing to say of the rest.
        let is_double = rule.text.contains('←') && rule.text.contains('→');
        let is_multiple = |number: u64| number.is_multiple_of(rule.divisor);
        if is_double && is_multiple(number) && !is_multiple(rule.base) {
            index = index.checked_sub(1)?;
        }
        let step = Step { set, rules, index, number, depth };
        self.apply(step, &rules[index].text, words)
    }

    fn apply(&self, step: Step<'_>, text: &str, words: &mut String) -> Option<()> {
        let Step { set, rules, index, number, depth } = step;
        let divisor = rules[index].divisor;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            match c {
                '[' => {
                    let end = rest.find(']')?;
                    let inner = &rest[1..end];
                    let (said, otherwise) = inner.split_once('|').unwrap_or((inner, ""));
                    let part = if number.is_multiple_of(divisor) { otherwise } else { said };
                    self.apply(step, part, words)?;
                    rest = &rest[end + 1..];
                }
                '→' if rest.starts_with("→→→") => {
                    let index = index.checked_sub(1)?;
                    let before = Step { index, number: number % divisor, ..step };
                    self.apply(before, &rules[index].text, words)?;
                    rest = &rest["→→→".len()..];
                }
                '→' | '←' | '=' => {
                    let inner = &rest[c.len_utf8()..];
                    let end = inner.find(c)?;
                    let value = match c {
                        '→' => number % divisor,
                        '←' => number / divisor,
                        _ => number,
                    };
                    let named = match &inner[..end] {
                        "" => set,
                        name if name.starts_with('%') => name,
                        _ => return None,
                    };
                    self.append(named, value, depth + 1, words)?;
                    rest = &inner[end + c.len_utf8()..];
                }
                '$' => {
                    let end = rest.find(")$")?;
                    words.push_str(self.plural(&rest[2..end], number / divisor)?);
                    rest = &rest[end + 2..];
                }
                _ => {
                    words.push(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        Some(())
    }

    /// `cardinal,one{…}other{…}`: the form for a number.
    fn plural<'a>(&self, forms: &'a str, number: u64) -> Option<&'a str> {
        let (kind, forms) = forms.split_once(',')?;
        let kind = if kind == "ordinal" { Kind::Ordinal } else { Kind::Cardinal };
        let form = |category: &str| {
            let start = forms.find(&format!("{category}{{"))? + category.len() + 1;
            Some(&forms[start..start + forms[start..].find('}')?])
        };
        form(keyword(self.plurals.category(kind, number))).or_else(|| form("other"))
    }
}

/// `["1000/100>", "text;"]`, or `None` for what is said of fractions and signs.
fn rule(pair: &Value) -> Option<Rule> {
    let (head, text) = (pair[0].as_str()?, pair[1].as_str()?);
    let lowered = head.chars().filter(|&c| c == '>').count();
    let (base, radix) = head.trim_end_matches('>').split_once('/').unwrap_or((head, "10"));
    let number = |text: &str| text.trim_end_matches('>').replace(',', "").parse::<u64>().ok();
    let (base, radix) = (number(base)?, number(radix)?);
    let mut exponent = 0;
    let mut power = radix;
    while base > 0 && power <= base {
        exponent += 1;
        power = power.saturating_mul(radix);
    }
    let divisor = radix.pow(u32::try_from(exponent - lowered.min(exponent)).ok()?);
    let text = text.strip_suffix(';').unwrap_or(text);
    let text = text.strip_prefix('\'').unwrap_or(text).to_owned();
    Some(Rule { base, divisor, text })
}
