//! Decimal digits of all scripts.

use super::stride::{Stride, find_marked};
use crate::locale::cldr;

/// The value of a decimal digit, `7`, `٧` or `७`, 0 to 9.
pub fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    let index = cldr::ZEROS.partition_point(|&zero| zero <= c).checked_sub(1)?;
    let value = u32::from(c) - u32::from(cldr::ZEROS[index]);
    u8::try_from(value).ok().filter(|&value| value < 10)
}

/// Whether there is any number in figures: digits, fractions, circled numbers.
pub fn has_digit(text: &str) -> bool {
    find_marked(text.as_bytes(), Stride::digits).is_some()
        || !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_have_a_value() {
        for (digits, zero) in [("0123456789", '0'), ("٠١٢٣٤٥٦٧٨٩", '٠'), ("०१२३४५६७८९", '०')]
        {
            for (value, c) in (0..).zip(digits.chars()) {
                assert_eq!(digit(c), Some(value), "{zero}");
            }
        }
        for c in "a/:²½五".chars() {
            assert_eq!(digit(c), None, "{c}");
        }
    }

    #[test]
    fn texts_without_figures_are_told_at_once() {
        assert!(!has_digit("no figures, à peine"));
        assert!(has_digit("page 7"));
        assert!(has_digit("صفحة ٧"));
        assert!(has_digit("½ tasse"));
    }
}
