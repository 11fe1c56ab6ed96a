//! The elements of HTML, by name: those of the HTML standard's index, and the obsolete ones that
//! browsers still know.

/// Sorted.
const HTML: [&str; 140] = [
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "basefont",
    "bdi",
    "bdo",
    "bgsound",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "image",
    "img",
    "input",
    "ins",
    "kbd",
    "keygen",
    "label",
    "legend",
    "li",
    "link",
    "listing",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "pre",
    "progress",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
];

/// Elements of HTML that have no end tag.
const VOID: [&str; 17] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr",
];

/// Elements whose end tag may be left out.
const OPTIONAL_END: [&str; 16] = [
    "caption", "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td",
    "tfoot", "th", "thead", "tr",
];

/// Elements that only say something of words, and that Fluent's binding to the browser therefore
/// lets translations use as they like (`TEXT_LEVEL_ELEMENTS` of `@fluent/dom`).
const TEXT_LEVEL: [&str; 28] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// Elements that run code, load documents or change the page around them.
const ACTIVE: [&str; 20] = [
    "applet",
    "base",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "link",
    "listing",
    "math",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "style",
    "svg",
    "template",
    "xmp",
];

/// Elements that a language may need where another does not: direction, raised letters as in
/// `1<sup>er</sup>`, places where a line may break, readings of characters.
const HARMLESS: [&str; 9] = ["bdi", "bdo", "br", "rp", "rt", "ruby", "sub", "sup", "wbr"];

/// Elements that set words apart in ways that differ from script to script.
const SETS_WORDS: [&str; 7] = ["abbr", "cite", "dfn", "em", "i", "q", "small"];

/// Whether HTML has an element of this name.
pub fn is_html(name: &str) -> bool {
    has(&HTML, name)
}

/// Whether it has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    has(&VOID, name)
}

/// Whether its end tag may be left out.
pub(super) fn may_stay_open(name: &str) -> bool {
    has(&OPTIONAL_END, name)
}

/// Whether it only says something of words.
pub fn is_text_level(name: &str) -> bool {
    has(&TEXT_LEVEL, name)
}

/// Whether it runs code, loads documents or changes the page around it.
pub fn is_active(name: &str) -> bool {
    has(&ACTIVE, name)
}

/// Whether a language may need it where another does not.
pub fn is_harmless(name: &str) -> bool {
    has(&HARMLESS, name)
}

/// Whether it sets words apart as not every script does: Chinese has no italics.
pub fn only_sets_words(name: &str) -> bool {
    has(&SETS_WORDS, name) || is_harmless(name)
}

fn has(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_of_elements_of_html() {
        assert!(HTML.is_sorted());
        let lists: [&[&str]; 6] =
            [&VOID, &OPTIONAL_END, &TEXT_LEVEL, &ACTIVE, &HARMLESS, &SETS_WORDS];
        assert!(lists.into_iter().flatten().all(|name| HTML.contains(name)));
    }

    #[test]
    fn names_are_known_in_any_case() {
        assert!(is_html("DIV") && is_void("Br") && !is_html("fuerte"));
    }
}
