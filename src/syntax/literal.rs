//! String literals: `\"`, `\\`, `\uXXXX` and `\UXXXXXX` (production `quoted_char`).

use std::borrow::Cow;

/// The text a string literal stands for, from what is between its quotes.
///
/// A code point that is none (a surrogate, or past U+10FFFF) becomes U+FFFD, as in fluent-rs.
pub fn unescape(literal: &str) -> Cow<'_, str> {
    if !literal.contains('\\') {
        return Cow::Borrowed(literal);
    }
    let mut text = String::with_capacity(literal.len());
    let mut rest = literal;
    while let Some(backslash) = rest.find('\\') {
        text.push_str(&rest[..backslash]);
        rest = &rest[backslash + 1..];
        let digits = match rest.as_bytes().first() {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => {
                let escaped = rest.chars().next();
                text.extend(escaped);
                rest = &rest[escaped.map_or(0, char::len_utf8)..];
                continue;
            }
        };
        let hex = rest.get(1..=digits).unwrap_or_default();
        let scalar = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
        text.push(scalar.unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = rest.get(1 + digits..).unwrap_or_default();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_stand_for_their_characters() {
        assert_eq!(unescape(r#"a \"b\" \\ \u00E9 \U01F600"#), "a \"b\" \\ é 😀");
        assert_eq!(unescape(r"\uD800"), "\u{FFFD}");
    }
}
