//! What a record keeps of a part: two numbers that are equal where nothing changed that matters.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::Change;
use super::reading::Reading;
use crate::text::hexadecimal;

/// The version of what fingerprints are made of, which is part of the format of records. It grows
/// whenever a text may get another fingerprint than before; those of another version say nothing, and
/// are made anew from remembered texts.
pub const VERSION: u32 = 1;

/// Two fingerprints of a part. Each is the first eight bytes, in order, of the SHA-256 (FIPS 180-4) of
/// what the part was read as in UTF-8: the same in every run, on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// Of what readers read.
    pub meaning: u64,
    /// Of what the text shares with programs and pages.
    pub interface: u64,
}

/// How many digits each of them is written in.
const DIGITS: usize = 16;

impl Fingerprint {
    /// How many bytes it is written in.
    pub const LENGTH: usize = 2 * DIGITS + 1;

    pub(super) fn of(reading: &Reading) -> Self {
        let items: Vec<&str> = reading.interface.iter().map(String::as_str).collect();
        Self { meaning: hash(&reading.meaning), interface: hash(&items.join(SEPARATOR)) }
    }

    /// The heaviest change that an edit from this to another can be, for where no text is left to
    /// tell [`Change::Wording`] from [`Change::Rewrite`]. Never the former.
    pub fn heaviest(self, new: Self) -> Change {
        match (self.interface == new.interface, self.meaning == new.meaning) {
            (false, _) => Change::Interface,
            (true, false) => Change::Rewrite,
            (true, true) => Change::Cosmetic,
        }
    }
}

/// Stands in no text that was read.
const SEPARATOR: &str = "\u{1F}";

fn hash(text: &str) -> u64 {
    let digest = Sha256::digest(text);
    digest.iter().take(8).fold(0, |number, &byte| (number << 8) | u64::from(byte))
}

/// Meaning and interface in hexadecimal, 16 digits each, with a hyphen between.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}-{:016x}", self.meaning, self.interface)
    }
}

/// Reads what is written by [`fmt::Display`], and nothing else.
impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number =
            |digits: &str| hexadecimal(digits).filter(|_| digits.len() == DIGITS).ok_or(());
        let (meaning, interface) = text.split_at_checked(DIGITS).ok_or(())?;
        let interface = interface.strip_prefix('-').ok_or(())?;
        Ok(Self { meaning: number(meaning)?, interface: number(interface)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_start_of_a_published_hash() {
        // FIPS 180-4's example for `abc`, and the hash of nothing.
        assert_eq!(hash("abc"), 0xba78_16bf_8f01_cfea);
        assert_eq!(hash(""), 0xe3b0_c442_98fc_1c14);
    }

    #[test]
    fn fingerprints_read_back_as_they_are_written() {
        let fingerprint = Fingerprint { meaning: 0xa, interface: u64::MAX };
        assert_eq!(fingerprint.to_string(), "000000000000000a-ffffffffffffffff");
        assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        for text in ["", "a-b", "000000000000000A-ffffffffffffffff", "+00000000000000a-0"] {
            assert_eq!(text.parse::<Fingerprint>(), Err(()), "{text}");
        }
    }
}
