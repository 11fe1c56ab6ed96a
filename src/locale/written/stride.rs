//! Eight bytes looked at in one go, for what asks nothing else of most of a text.

/// So many bytes are looked at in one go.
pub(super) const STRIDE: usize = 8;

const ONES: u64 = 0x0101_0101_0101_0101;
const LOW: u64 = ONES * 0x7F;
const HIGH: u64 = ONES * 0x80;

/// Eight bytes of a text.
#[derive(Clone, Copy, Debug)]
pub struct Stride(u64);

/// Some of eight bytes: the high bit of each is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked(u64);

impl Stride {
    /// Those of eight bytes.
    pub fn new(bytes: &[u8; STRIDE]) -> Self {
        Self(u64::from_le_bytes(*bytes))
    }

    /// Spaces and control characters.
    pub fn blanks(self) -> Marked {
        let above = (self.0 & LOW) + ONES * (0x7F - b' ' as u64);
        Marked(!(above | self.0) & HIGH)
    }

    /// `0` to `9`.
    pub fn digits(self) -> Marked {
        let above = ((self.0 & LOW) ^ (ONES * b'0' as u64)) + ONES * (0x7F - 9);
        Marked(!(above | self.0) & HIGH)
    }

    /// Bytes of characters beyond ASCII.
    pub fn beyond_ascii(self) -> Marked {
        Marked(self.0 & HIGH)
    }

    /// Whether two spaces stand side by side.
    pub fn has_two_spaces(self) -> bool {
        let others = ((self.0 & LOW) ^ (ONES * b' ' as u64)) + LOW;
        let spaces = !(others | self.0) & HIGH;
        spaces & (spaces >> 8) != 0
    }
}

impl Marked {
    /// These and others.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn first(self) -> Option<usize> {
        (self.0 != 0).then(|| self.0.trailing_zeros() as usize / 8)
    }
}

/// Where the first byte stands that is marked.
#[inline]
pub fn find_marked(bytes: &[u8], marked: impl Fn(Stride) -> Marked) -> Option<usize> {
    let mut at = 0;
    while let Some(stride) = bytes[at..].first_chunk() {
        if let Some(first) = marked(Stride::new(stride)).first() {
            return Some(at + first);
        }
        at += STRIDE;
    }
    let (rest, mut last) = (&bytes[at..], [0; STRIDE]);
    last[..rest.len()].copy_from_slice(rest);
    let first = marked(Stride::new(&last)).first();
    first.filter(|first| *first < rest.len()).map(|first| at + first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_wherever_it_stands() {
        let found = |byte: u8, at: usize, marked: fn(Stride) -> Marked| {
            let mut bytes = [b'a'; 2 * STRIDE + 3];
            bytes[at] = byte;
            find_marked(&bytes, marked) == Some(at)
        };
        for byte in 0..=u8::MAX {
            for at in 0..2 * STRIDE + 3 {
                assert_eq!(found(byte, at, Stride::blanks), byte <= b' ', "{byte} {at}");
                assert_eq!(found(byte, at, Stride::digits), byte.is_ascii_digit(), "{byte} {at}");
                assert_eq!(found(byte, at, Stride::beyond_ascii), !byte.is_ascii(), "{byte} {at}");
            }
        }
    }

    #[test]
    fn two_spaces_are_told_from_one() {
        let has = |text: &[u8; STRIDE]| Stride::new(text).has_two_spaces();
        assert!(has(b"  a b c ") && has(b"a b c   ") && has(b"abc  def"));
        assert!(!has(b" a b c d") && !has(b"a\xA0\xA0b c d") && !has(b"abcdefg "));
    }
}
