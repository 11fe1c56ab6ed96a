//! The little XML that reports need: text that any XML 1.0 parser accepts and gives back.

use super::visible;

/// Text between tags. What XML cannot hold is shown by other characters.
pub(super) fn text(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The value of an attribute, quotes included. Tabs and line breaks are kept: written as they are,
/// a parser would make spaces of them.
pub(super) fn attribute(value: &str) -> String {
    let value = text(value).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;");
    format!("\"{value}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_shown_by_other_characters() {
        assert_eq!(
            text("a\0b\u{1B}[1m\u{7F}\u{85}\u{FFFF}"),
            "a␀b␛[1m␡&lt;U+0085&gt;&lt;U+FFFF&gt;"
        );
        assert_eq!(text("<a> & ]]>\r\n\t'"), "&lt;a&gt; &amp; ]]&gt;␍\n\t'");
    }

    #[test]
    fn an_attribute_keeps_quotes_and_line_breaks() {
        assert_eq!(attribute("a \"b\"\n\tc"), "\"a &quot;b&quot;&#10;&#9;c\"");
    }
}
