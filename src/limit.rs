//! Limits: how long a text may be where it is shown.
//!
//! Content declares them for its fields; elsewhere a comment of the source does: `# Max length: 30`,
//! or `# Max length of .title: 60` for an attribute. They are counted in what readers take for
//! characters (grapheme clusters of UAX #29).

/// The line of a comment that declares a limit.
pub fn comment(limit: u32) -> String {
    format!("Max length: {limit}")
}

/// The limit that a comment's lines declare for a value (`None`) or an attribute. A line that names
/// no attribute is about the value, or about all attributes of a message without one.
pub fn in_comment<'a>(
    lines: impl IntoIterator<Item = &'a str>,
    attribute: Option<&str>,
    has_value: bool,
) -> Option<u32> {
    let limits = lines.into_iter().filter_map(declaration);
    let mut fitting = limits.filter(|(named, _)| match (named, attribute) {
        (Some(named), Some(attribute)) => *named == attribute,
        (Some(_), None) => false,
        (None, attribute) => attribute.is_none() || !has_value,
    });
    let first = fitting.next();
    // What names the attribute is said of it alone.
    fitting.find(|(named, _)| named.is_some()).or(first).map(|(_, limit)| limit)
}

/// The attribute that a line is about, if it names one, and the limit. Beside `Max length` other
/// ways to write it are read: `max-length`, `MAX_LENGTH`, `maxLength`, `Maximum length`.
fn declaration(line: &str) -> Option<(Option<&str>, u32)> {
    let line = line.trim();
    if !line.as_bytes().get(..3)?.eq_ignore_ascii_case(b"max") {
        return None;
    }
    let (head, limit) = line.split_once([':', '='])?;
    let (head, attribute) = match head.split_once('.') {
        Some((head, attribute)) => (head, Some(attribute.trim())),
        None => (head, None),
    };
    let letters: String = head.chars().filter(char::is_ascii_alphabetic).collect();
    let is_limit = ["maxlength", "maximumlength", "maxlengthof", "maximumlengthof"]
        .contains(&letters.to_ascii_lowercase().as_str());
    let limit = limit.trim_start();
    let digits = limit.find(|c: char| !c.is_ascii_digit()).unwrap_or(limit.len());
    let limit = limit[..digits].parse().ok()?;
    is_limit.then_some((attribute, limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_read_however_it_is_written() {
        for line in
            ["Max length: 30", "MAX_LENGTH=30", "max-length: 30 characters", "maxLength:30."]
        {
            assert_eq!(in_comment([line], None, true), Some(30), "{line}");
        }
        for line in ["Maxim of the day: 30", "max: 30", "A max length: 30", "Max length: long"] {
            assert_eq!(in_comment([line], None, true), None, "{line}");
        }
    }

    #[test]
    fn an_attribute_has_the_limit_that_names_it() {
        let lines = ["Max length: 30", "Max length of .title: 60"];
        assert_eq!(in_comment(lines, None, true), Some(30));
        assert_eq!(in_comment(lines, Some("title"), true), Some(60));
        assert_eq!(in_comment(lines, Some("alt"), true), None);
        assert_eq!(in_comment(lines, Some("alt"), false), Some(30));
        assert_eq!(in_comment(lines, Some("title"), false), Some(60));
    }

    #[test]
    fn what_content_writes_is_read_back() {
        assert_eq!(in_comment([comment(12).as_str()], None, true), Some(12));
    }
}
