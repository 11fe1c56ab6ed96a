//! `NUMBER` and `DATETIME`: from the options of a call to how a value is shown.

use fixed_decimal::Decimal;

use super::Value;
use crate::format::{DateStyle, NumberOptions};

/// A number literal: its digits behind the point are kept when it is shown.
pub(super) fn literal(text: &str) -> Option<(Decimal, NumberOptions)> {
    let number: Decimal = text.parse().ok()?;
    let digits = text.split_once('.').map(|(_, digits)| digits.len() as i16);
    let options = NumberOptions {
        minimum_fraction_digits: digits,
        maximum_fraction_digits: digits,
        ..NumberOptions::default()
    };
    Some((number, options))
}

/// The options of a `NUMBER` call, on top of those the value came with. Unknown ones are ignored.
pub(super) fn number_options(mut options: NumberOptions, named: &[(&str, Value)]) -> NumberOptions {
    for (name, value) in named {
        // What ECMA-402 allows; anything else is as if it were not said.
        let digits = || {
            let digits: Option<i16> = match value {
                Value::Number(number, _) => number.to_string().parse().ok(),
                Value::Text(text) => text.parse().ok(),
                Value::Day(_) => None,
            };
            digits.filter(|digits| (0..=100).contains(digits))
        };
        let word = match value {
            Value::Text(text) => text.as_str(),
            _ => "",
        };
        match *name {
            "style" => options.percent = word == "percent",
            "type" => options.ordinal = word == "ordinal",
            "useGrouping" => {
                let zero = matches!(value, Value::Number(number, _) if number.absolute.is_zero());
                options.ungrouped = word == "false" || zero;
            }
            "minimumIntegerDigits" => options.minimum_integer_digits = digits(),
            "minimumFractionDigits" => options.minimum_fraction_digits = digits(),
            "maximumFractionDigits" => options.maximum_fraction_digits = digits(),
            "maximumSignificantDigits" => {
                options.maximum_significant_digits = digits().filter(|&digits| digits > 0);
            }
            _ => {}
        }
    }
    options
}

/// The style a `DATETIME` call asks for: `dateStyle`, or which fields it names.
pub(super) fn date_style(named: &[(&str, Value)]) -> DateStyle {
    let word = |wanted: &str| {
        named.iter().find(|(name, _)| *name == wanted).map(|(_, value)| match value {
            Value::Text(text) => text.as_str(),
            _ => "",
        })
    };
    match word("dateStyle") {
        Some("full") => return DateStyle::Full,
        Some("long") => return DateStyle::Long,
        Some("medium") => return DateStyle::Medium,
        Some("short") => return DateStyle::Short,
        _ => {}
    }
    let (year, month, day) = (word("year"), word("month"), word("day"));
    match (word("weekday"), year, month, day) {
        (Some(_), ..) => DateStyle::Full,
        (_, Some(_), None, None) => DateStyle::Year,
        (_, Some(_), Some(_), None) => DateStyle::YearMonth,
        (_, None, Some(_), Some(_)) => DateStyle::MonthDay,
        (_, _, Some("short"), _) => DateStyle::Medium,
        (_, _, Some("numeric" | "2-digit"), _) => DateStyle::Short,
        _ => DateStyle::Long,
    }
}
