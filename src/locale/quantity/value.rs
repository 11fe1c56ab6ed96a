//! An exact decimal number without a sign.

use std::fmt;
use std::str::FromStr;

/// A number's worth: `1.50`, `1,5` and `١٫٥` are equal. Signs are not part of it, since a hyphen before a
/// number rarely means less than nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Value {
    /// Ends in no zero, unless it is zero.
    digits: u128,
    /// The power of ten the digits are multiplied by.
    exponent: i16,
}

impl Value {
    /// Zero.
    pub const ZERO: Self = Self { digits: 0, exponent: 0 };

    /// The value of digits, 0 to 9 each, with so many of them behind the decimal sign. `None` if
    /// there are more digits than 38.
    pub(super) fn new(
        digits: impl IntoIterator<Item = u8>,
        fraction_digits: usize,
    ) -> Option<Self> {
        let mut whole: u128 = 0;
        for digit in digits {
            whole = whole.checked_mul(10)?.checked_add(digit.into())?;
        }
        Some(Self { digits: whole, exponent: -i16::try_from(fraction_digits).ok()? }.normal())
    }

    /// Multiplied by a power of ten.
    pub fn times_power_of_ten(self, power: i16) -> Self {
        Self { exponent: self.exponent.saturating_add(power), ..self }.normal()
    }

    /// The whole number it is, if it is one.
    pub fn whole(self) -> Option<u64> {
        let power = 10_u128.checked_pow(u32::try_from(self.exponent).ok()?)?;
        u64::try_from(self.digits.checked_mul(power)?).ok()
    }

    /// The sum, if it has no more than 38 digits.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let digits = |value: Self| {
            let power = u32::try_from(value.exponent - exponent).ok()?;
            value.digits.checked_mul(10_u128.checked_pow(power)?)
        };
        let digits = digits(self)?.checked_add(digits(other)?)?;
        Some(Self { digits, exponent }.normal())
    }

    /// The quotient, if four decimals express it.
    pub(super) fn ratio(dividend: u64, divisor: u64) -> Option<Self> {
        let dividend = u128::from(dividend).checked_mul(10_000)?;
        let digits = dividend.checked_div(divisor.into())?;
        let is_exact = digits * u128::from(divisor) == dividend;
        is_exact.then(|| Self { digits, exponent: -4 }.normal())
    }

    fn normal(mut self) -> Self {
        if self.digits == 0 {
            return Self::ZERO;
        }
        while self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent = self.exponent.saturating_add(1);
        }
        self
    }
}

impl From<u64> for Value {
    fn from(whole: u64) -> Self {
        Self { digits: whole.into(), exponent: 0 }.normal()
    }
}

/// Reads a plain decimal such as `1250.5`, as data files write it.
impl FromStr for Value {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim_start_matches(['-', '+']);
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let is_number = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !is_number || whole.is_empty() {
            return Err(());
        }
        let digits = whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0');
        Self::new(digits, fraction.len()).ok_or(())
    }
}

/// Plain, with a point: `1250.5`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        let Ok(places) = usize::try_from(-i32::from(self.exponent)) else {
            return write!(f, "{digits}{}", "0".repeat(self.exponent.unsigned_abs().into()));
        };
        match digits.len().checked_sub(places) {
            _ if places == 0 => f.write_str(&digits),
            Some(point) if point > 0 => write!(f, "{}.{}", &digits[..point], &digits[point..]),
            _ => write!(f, "0.{digits:0>places$}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_and_written_plainly() {
        for (text, shown) in [
            ("0", "0"),
            ("007", "7"),
            ("1250", "1250"),
            ("1250.50", "1250.5"),
            ("0.05", "0.05"),
            ("0.5", "0.5"),
            ("-3", "3"),
            ("1000000", "1000000"),
        ] {
            assert_eq!(text.parse::<Value>().map(|value| value.to_string()), Ok(shown.to_owned()));
        }
        for text in ["", "a", "1e5", ".5", "1,5"] {
            assert!(text.parse::<Value>().is_err(), "{text}");
        }
    }

    #[test]
    fn values_add_and_divide_exactly() {
        let value = |text: &str| text.parse::<Value>().expect("a value");
        assert_eq!(value("1").plus(value("0.5")), Some(value("1.5")));
        assert_eq!(Value::ratio(3, 4), Some(value("0.75")));
        assert_eq!(Value::ratio(1, 3), None);
        assert_eq!(Value::ratio(1, 0), None);
        assert_eq!(value("1.2").times_power_of_ten(6), value("1200000"));
        assert_eq!(value("1200000").whole(), Some(1_200_000));
        assert_eq!(value("1.5").whole(), None);
    }
}
