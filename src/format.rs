//! Numbers, dates and lists as a locale writes them, over ICU4X.
//!
//! Plural categories are in `locale`; which values a message gets is `evaluate`'s business.

use fixed_decimal::Decimal;
use icu_calendar::types::RataDie;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{MD, Y, YM, YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale::LanguageIdentifier;

use crate::locale::PERCENT;

/// The CLDR version ICU4X formats with.
pub const CLDR_VERSION: &str = "49.0.0";

/// How a number is shown: the options of Fluent's `NUMBER`, which are those of ECMA-402.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberOptions {
    /// Show as a percentage: the value times 100.
    pub percent: bool,
    /// `useGrouping: 0` or `"false"` turns separators off.
    pub ungrouped: bool,
    /// Plural choice takes the ordinal rules.
    pub ordinal: bool,
    /// Pads with zeros in front.
    pub minimum_integer_digits: Option<i16>,
    /// Pads with zeros behind.
    pub minimum_fraction_digits: Option<i16>,
    /// Rounds; 3 by default, 0 for a percentage.
    pub maximum_fraction_digits: Option<i16>,
    /// Rounds to so many digits in all.
    pub maximum_significant_digits: Option<i16>,
}

impl NumberOptions {
    /// The number as it will be shown, digit for digit; plural rules look at exactly this.
    pub fn shown(&self, value: &Decimal) -> Decimal {
        let mut value = value.clone();
        if self.percent {
            value.absolute.multiply_pow10(2);
        }
        let default = if self.percent { 0 } else { 3 };
        let minimum = self.minimum_fraction_digits.unwrap_or(0);
        let maximum = self.maximum_fraction_digits.unwrap_or(default.max(minimum));
        match self.maximum_significant_digits {
            Some(digits) => {
                let first = value.absolute.nonzero_magnitude_start();
                value.round(first - digits + 1);
            }
            None if -value.absolute.nonzero_magnitude_end() > maximum => value.round(-maximum),
            None => {}
        }
        value.absolute.trim_start();
        if self.minimum_fraction_digits.is_some() || self.maximum_fraction_digits.is_some() {
            value.absolute.trim_end();
        }
        if minimum > 0 {
            value.absolute.pad_end(-minimum);
        }
        if let Some(digits) = self.minimum_integer_digits {
            value.absolute.pad_start(digits);
        }
        value
    }
}

/// A day in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year of the common era.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// A day that exists, or `None`.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        Date::try_new_gregorian(year, month, day).ok()?;
        Some(Self { year, month, day })
    }

    /// The day that lies so many days behind 1 January 1970.
    pub fn from_epoch(days: i64) -> Self {
        let epoch = RataDie::new(719_163);
        let date = Date::from_rata_die(epoch + days, Gregorian);
        Self {
            year: date.year().extended_year(),
            month: date.month().ordinal,
            day: date.day_of_month().0,
        }
    }

    /// RFC 3339: `2022-08-26`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Which parts of a date are shown, and how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// With the weekday.
    Full,
    /// 26 August 2022.
    #[default]
    Long,
    /// 26 Aug 2022.
    Medium,
    /// 26/08/2022.
    Short,
    /// August 2022.
    YearMonth,
    /// 26 August.
    MonthDay,
    /// 2022.
    Year,
}

/// Formats for one locale.
#[derive(Debug)]
pub struct Formats {
    tag: LanguageIdentifier,
    grouped: DecimalFormatter,
    ungrouped: DecimalFormatter,
    list: ListFormatter,
}

impl Formats {
    /// Formats as the tag's own language does; a language ICU4X has no data for falls to the
    /// root, which [`Formats::has_data`] tells.
    pub fn new(tag: &LanguageIdentifier) -> Self {
        let decimal = |grouping: GroupingStrategy| {
            let options = DecimalFormatterOptions::from(grouping);
            DecimalFormatter::try_new(tag.into(), options)
                .expect("compiled data falls back to the root")
        };
        Self {
            tag: tag.clone(),
            grouped: decimal(GroupingStrategy::Auto),
            ungrouped: decimal(GroupingStrategy::Never),
            list: ListFormatter::try_new_and(tag.into(), ListFormatterOptions::default())
                .expect("compiled data falls back to the root"),
        }
    }

    /// Whether dates are the language's own; without data the root writes `M08` for a month. A
    /// language without dates has no numbers or lists of its own either (its root's are English).
    pub fn has_data(&self) -> bool {
        let day = Day { year: 2022, month: 8, day: 26 };
        self.tag.language.as_str() == "und" || !self.date(day, DateStyle::Long).contains("M08")
    }

    /// A number, rounded and padded by its options.
    pub fn number(&self, value: &Decimal, options: &NumberOptions) -> String {
        let formatter = if options.ungrouped { &self.ungrouped } else { &self.grouped };
        let digits = formatter.format(&options.shown(value)).to_string();
        match options.percent {
            true => {
                let (before, after) = self.percent_affixes(&digits);
                format!("{before}{digits}{after}")
            }
            false => digits,
        }
    }

    /// CLDR's percent pattern for the digits the locale writes with. `icu_experimental` gets
    /// those of Arabic, Persian, Pashto, Sorani and Urdu wrong.
    fn percent_affixes(&self, digits: &str) -> (&'static str, &'static str) {
        let system = match digits.chars().find(|c| c.is_numeric()) {
            Some('\u{0660}'..='\u{0669}') => "arab",
            Some('\u{06F0}'..='\u{06F9}') => "arabext",
            _ => "latn",
        };
        let mut code = self.tag.to_string();
        loop {
            let key = (code.as_str(), system);
            if let Ok(index) = PERCENT.binary_search_by_key(&key, |(key, _)| *key) {
                return PERCENT[index].1;
            }
            match code.rsplit_once('-') {
                Some((parent, _)) => code = parent.to_owned(),
                None => return ("", "%"),
            }
        }
    }

    /// A date in the Gregorian calendar.
    pub fn date(&self, day: Day, style: DateStyle) -> String {
        let Ok(date) = Date::try_new_gregorian(day.year, day.month, day.day) else {
            return day.iso();
        };
        macro_rules! formatted {
            ($fields:expr) => {
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&self.tag).into(), $fields)
                    .map(|formatter| formatter.format(&date).to_string())
            };
        }
        let text = match style {
            DateStyle::Full => formatted!(YMDE::long()),
            DateStyle::Long => formatted!(YMD::long()),
            DateStyle::Medium => formatted!(YMD::medium()),
            DateStyle::Short => formatted!(YMD::short()),
            DateStyle::YearMonth => formatted!(YM::long()),
            DateStyle::MonthDay => formatted!(MD::long()),
            DateStyle::Year => formatted!(Y::long()),
        };
        text.unwrap_or_else(|_| day.iso())
    }

    /// `A, B and C`.
    pub fn list(&self, items: &[String]) -> String {
        self.list.format(items.iter()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(code: &str) -> Formats {
        Formats::new(&code.parse().expect("a tag"))
    }

    fn number(code: &str, value: &str, options: &NumberOptions) -> String {
        formats(code).number(&value.parse().expect("a number"), options)
    }

    #[test]
    fn numbers_are_written_as_the_locale_writes_them() {
        let plain = NumberOptions::default();
        assert_eq!(number("fr", "1234567.5", &plain), "1\u{202F}234\u{202F}567,5");
        assert_eq!(number("ar-EG", "1250", &plain), "١٬٢٥٠");
        assert_eq!(number("hi", "1250000", &plain), "12,50,000");
        assert_eq!(number("en", "1.0", &plain), "1.0");
        assert_eq!(number("en", "0.12345", &plain), "0.123");
    }

    #[test]
    fn percentages_take_the_sign_of_their_digits() {
        let percent = NumberOptions { percent: true, ..Default::default() };
        assert_eq!(number("en", "0.457", &percent), "46%");
        assert_eq!(number("fr", "0.457", &percent), "46\u{202F}%".replace('\u{202F}', "\u{A0}"));
        assert_eq!(number("tr", "0.457", &percent), "%46");
        assert_eq!(number("ar-EG", "0.457", &percent), "٤٦٪\u{61C}");
    }

    #[test]
    fn dates_are_gregorian_everywhere() {
        let day = Day::new(2022, 8, 26).expect("a day");
        assert_eq!(formats("fr").date(day, DateStyle::Long), "26 août 2022");
        assert_eq!(formats("zh-Hans").date(day, DateStyle::Long), "2022年8月26日");
        assert!(formats("th").date(day, DateStyle::Long).contains("2022"));
        assert!(Day::new(2023, 2, 29).is_none());
        assert_eq!(Day::from_epoch(0).iso(), "1970-01-01");
        assert_eq!(Day::from_epoch(20_780).iso(), "2026-11-23");
    }

    #[test]
    fn a_locale_that_would_be_formatted_as_the_root_says_so() {
        for code in ["fr", "ar", "sw", "zh-HK", "sr-Latn", "uz-Cyrl", "hi-Latn", "wo", "ff-Adlm"] {
            assert!(formats(code).has_data(), "{code}");
        }
        for code in ["skr", "crh", "fur", "ht", "gn", "rhg", "wo-Arab", "az-Cyrl"] {
            assert!(!formats(code).has_data(), "{code}");
            assert_eq!(number(code, "1234.5", &NumberOptions::default()), "1,234.5", "{code}");
        }
    }

    #[test]
    fn fraction_digits_are_kept_rounded_and_padded() {
        let shown = |value: &str, options: NumberOptions| {
            options.shown(&value.parse().expect("a number")).to_string()
        };
        let two = NumberOptions { minimum_fraction_digits: Some(2), ..Default::default() };
        assert_eq!(shown("1", two), "1.00");
        let most = NumberOptions { maximum_fraction_digits: Some(0), ..Default::default() };
        assert_eq!(shown("1.6", most), "2");
        let significant =
            NumberOptions { maximum_significant_digits: Some(2), ..Default::default() };
        assert_eq!(shown("1234", significant), "1200");
    }
}
