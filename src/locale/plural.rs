//! Plural categories: CLDR's own rules, evaluated by `icu_plurals`.
//!
//! The rules come from the table `cargo xtask codegen` makes of CLDR, because the data compiled
//! into `icu_plurals` knows fewer languages (see ARCHITECTURE.md). UTS #35 part 3,
//! "Language Plural Rules", says what the operands and categories mean.

use std::sync::OnceLock;

use fixed_decimal::Decimal;
use icu_locale::LanguageIdentifier;
use icu_plurals::provider::{PluralRulesData, PluralsCardinalV1, PluralsOrdinalV1};
pub use icu_plurals::{PluralCategory as Category, PluralOperands, PluralRuleType as Kind};
use icu_plurals::{PluralRules, PluralRulesPreferences};
use icu_provider::{DataError, DataMarker, DataPayload, DataProvider, DataRequest, DataResponse};

use super::cldr;

/// The integers that an undeclared count is taken to reach: 0 to this number.
pub const USUAL_COUNTS: u32 = 1000;

/// The categories in CLDR's order.
const ORDER: [Category; 6] =
    [Category::Zero, Category::One, Category::Two, Category::Few, Category::Many, Category::Other];

/// Below [`USUAL_COUNTS`] and from this on, integers that differ by this take the same cardinal form
/// in every language of CLDR, to which a test holds it. (Italian has an ordinal of its own for 800.)
const PERIOD: u32 = 100;

/// The plural rules of one language.
#[derive(Debug)]
pub struct Plurals {
    cardinal: PluralRules,
    ordinal: PluralRules,
    /// The categories of 0 to [`USUAL_COUNTS`], cardinal and ordinal.
    counts: [OnceLock<Vec<Category>>; 2],
    /// The categories there are, cardinal and ordinal.
    categories: [OnceLock<Vec<Category>>; 2],
    /// For each category the only integer that selects it, if there is one, cardinal and ordinal.
    only: [OnceLock<[Option<u32>; ORDER.len()]>; 2],
    is_known: bool,
}

impl Plurals {
    /// The rules for a tag: those of its language and region if CLDR has them, else of its
    /// language. A language CLDR says nothing about has only `other`.
    pub fn new(tag: &LanguageIdentifier) -> Self {
        let language = tag.language.as_str();
        let regional = tag.region.map(|region| format!("{language}-{}", region.as_str()));
        let keys = [regional.as_deref().unwrap_or(language), language];
        let rules = |table| keys.into_iter().find_map(|key| find(table, key)).unwrap_or("{}");
        let is_known = keys.into_iter().any(|key| find(cldr::CARDINAL, key).is_some());
        Self {
            cardinal: plural_rules(rules(cldr::CARDINAL), Kind::Cardinal),
            ordinal: plural_rules(rules(cldr::ORDINAL), Kind::Ordinal),
            counts: Default::default(),
            categories: Default::default(),
            only: Default::default(),
            is_known,
        }
    }

    /// Whether CLDR has rules for the language. Without, nothing can be said of its forms.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// The category of a number as it is displayed (`1` and `1.0` differ).
    pub fn category(&self, kind: Kind, operands: impl Into<PluralOperands>) -> Category {
        self.rules(kind).category_for(operands.into())
    }

    /// The categories the language has, in CLDR's order: zero, one, two, few, many, other.
    pub fn categories(&self, kind: Kind) -> &[Category] {
        self.categories[index(kind)].get_or_init(|| {
            let used: Vec<Category> = self.rules(kind).categories().collect();
            ORDER.into_iter().filter(|category| used.contains(category)).collect()
        })
    }

    /// The category of an integer.
    pub fn category_of(&self, kind: Kind, count: u32) -> Category {
        match self.counts(kind).get(count as usize) {
            Some(category) => *category,
            None => self.category(kind, count),
        }
    }

    /// The category of each integer from 0 to [`USUAL_COUNTS`], by index.
    pub fn counts(&self, kind: Kind) -> &[Category] {
        let counts = &self.counts[index(kind)];
        counts.get_or_init(|| {
            if kind != Kind::Cardinal {
                return (0..=USUAL_COUNTS).map(|count| self.category(kind, count)).collect();
            }
            let mut counts: Vec<Category> =
                (0..2 * PERIOD).map(|count| self.category(kind, count)).collect();
            let repeated = (2 * PERIOD..USUAL_COUNTS).map(|count| PERIOD + count % PERIOD);
            counts.extend(repeated.map(|count| counts[count as usize]).collect::<Vec<_>>());
            counts.push(self.category(kind, USUAL_COUNTS));
            counts
        })
    }

    /// The one integer that selects a category, if only one of all integers does
    /// (English `one`: 1; Arabic `two`: 2; Russian `one`, which takes 1, 21, 31 …: none).
    pub fn only_integer(&self, kind: Kind, category: Category) -> Option<u32> {
        let only = self.only[index(kind)].get_or_init(|| {
            let mut selecting = ORDER.map(|_| (0, None));
            let usual = (0..).zip(self.counts(kind).iter().copied());
            let large =
                [1_000_000, 1_000_001, 2_000_000].map(|count| (count, self.category(kind, count)));
            for (count, category) in usual.chain(large) {
                let (many, first) = &mut selecting[category as usize];
                *many += 1;
                first.get_or_insert(count);
            }
            selecting.map(|(many, first)| first.filter(|_| many == 1))
        });
        only[category as usize]
    }

    fn rules(&self, kind: Kind) -> &PluralRules {
        match kind {
            Kind::Ordinal => &self.ordinal,
            _ => &self.cardinal,
        }
    }
}

/// Cardinal, then ordinal.
fn index(kind: Kind) -> usize {
    usize::from(matches!(kind, Kind::Ordinal))
}

/// CLDR's keyword for a category, which is also the variant key in Fluent.
pub fn keyword(category: Category) -> &'static str {
    match category {
        Category::Zero => "zero",
        Category::One => "one",
        Category::Two => "two",
        Category::Few => "few",
        Category::Many => "many",
        Category::Other => "other",
    }
}

/// The category a variant key names, if it names one.
pub fn category_named(key: &str) -> Option<Category> {
    Category::get_for_cldr_string(key)
}

/// Whether CLDR has plural rules for a language.
pub fn is_known(language: &str) -> bool {
    find(cldr::CARDINAL, language).is_some()
}

/// The operands of a decimal number as written, trailing zeros included.
pub fn operands(number: &Decimal) -> PluralOperands {
    PluralOperands::from(number)
}

fn find(table: &'static [(&str, &str)], key: &str) -> Option<&'static str> {
    table.binary_search_by_key(&key, |(code, _)| code).ok().map(|index| table[index].1)
}

/// Gives `icu_plurals` the rules of one language, written as CLDR writes them.
struct Rules(&'static str);

impl<M: DataMarker<DataStruct = PluralRulesData<'static>>> DataProvider<M> for Rules {
    fn load(&self, _: DataRequest<'_>) -> Result<DataResponse<M>, DataError> {
        let rules = serde_json::from_str(self.0)
            .map_err(|_| DataError::custom("a plural rule in the table cannot be read"))?;
        Ok(DataResponse { metadata: Default::default(), payload: DataPayload::from_owned(rules) })
    }
}

fn plural_rules(rules: &'static str, kind: Kind) -> PluralRules {
    let preferences = PluralRulesPreferences::default();
    let loaded = match kind {
        Kind::Ordinal => PluralRules::try_new_ordinal_unstable(
            &Rules(rules) as &dyn DataProvider<PluralsOrdinalV1>,
            preferences,
        ),
        _ => PluralRules::try_new_cardinal_unstable(
            &Rules(rules) as &dyn DataProvider<PluralsCardinalV1>,
            preferences,
        ),
    };
    loaded.expect("every rule of the table is read by a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plurals(code: &str) -> Plurals {
        Plurals::new(&code.parse().expect("a tag"))
    }

    #[test]
    fn every_rule_of_the_table_can_be_read() {
        for (code, _) in cldr::CARDINAL.iter().chain(cldr::ORDINAL) {
            plurals(code);
        }
    }

    #[test]
    fn forms_of_counts_repeat_every_hundred() {
        for (code, _) in cldr::CARDINAL.iter().chain(cldr::ORDINAL) {
            let plurals = plurals(code);
            for kind in [Kind::Cardinal, Kind::Ordinal] {
                let each = (0..=USUAL_COUNTS).map(|count| plurals.category(kind, count));
                assert_eq!(plurals.counts(kind), each.collect::<Vec<_>>(), "{code}");
            }
        }
    }

    #[test]
    fn the_numbers_fluent_bundle_gets_wrong_are_right() {
        let category = |code, count: u32| plurals(code).category(Kind::Cardinal, count);
        assert_eq!(category("ar", 103), Category::Few);
        assert_eq!(category("ar", 111), Category::Many);
        assert_eq!(category("lt", 22), Category::Few);
        assert_eq!(category("ro", 101), Category::Few);
        assert_eq!(category("sr-Latn", 2), Category::Few);
    }

    #[test]
    fn only_integer_knows_which_forms_pin_their_number() {
        assert_eq!(plurals("en").only_integer(Kind::Cardinal, Category::One), Some(1));
        assert_eq!(plurals("ar").only_integer(Kind::Cardinal, Category::Zero), Some(0));
        assert_eq!(plurals("ru").only_integer(Kind::Cardinal, Category::One), None);
        assert_eq!(plurals("fr").only_integer(Kind::Cardinal, Category::One), None);
    }
}
