//! Whether two texts have the same markup, told by a glance: most translations keep the tags of their
//! source letter for letter, and then nothing of them need be compared.

use memchr::{memchr, memchr2, memmem};

/// Whether two texts surely have the same elements and links: the same tags, as they are written, in
/// the same order, and beside them nothing that may be part of a tag or of a link. `false` says
/// nothing.
pub fn are_surely_alike(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one, other);
    loop {
        let (Some(left), Some(right)) = (next_tag(&mut one), next_tag(&mut other)) else {
            return false;
        };
        if left != right || !is_plain(left) {
            return false;
        }
        if left.is_empty() {
            return true;
        }
    }
}

/// Takes the text up to the end of the next tag, and gives the tag; empty behind the last one.
/// `None` where what stands before it may be more than words.
fn next_tag<'t>(text: &mut &'t str) -> Option<&'t str> {
    let (words, rest) = text.split_at(memchr(b'<', text.as_bytes()).unwrap_or(text.len()));
    let is_words = memchr2(b'>', b'/', words.as_bytes()).is_none()
        && memmem::find(words.as_bytes(), b"www.").is_none();
    let length = match rest {
        "" => 0,
        rest => memchr(b'>', rest.as_bytes())? + 1,
    };
    let (tag, behind) = rest.split_at(length);
    *text = behind;
    is_words.then_some(tag)
}

/// Whether what looks like a tag ends where it seems to, since every quotation mark is closed in it.
fn is_plain(tag: &str) -> bool {
    let mut quoted = tag.split('"');
    let Some(mut before) = quoted.next() else { return false };
    loop {
        let Some(_value) = quoted.next() else { return !tag.contains('\'') && !tag.contains("<!") };
        let Some(behind) = quoted.next() else { return false };
        if !before.ends_with('=') {
            return false;
        }
        before = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{End, Outline, links};
    use super::*;

    #[test]
    fn what_only_a_tokenizer_can_tell_is_left_to_it() {
        let rows = [
            ("a <b>c</b>", "<b>x</b> y", true),
            ("no markup", "at all", true),
            ("<a href=\"/b\" id=\"c\">d</a>", "<a href=\"/b\" id=\"c\">e</a>", true),
            ("<a href=\"/b\">d</a>", "<a href=\"/c\">d</a>", false),
            ("<b>c</b>", "<i>c</i>", false),
            ("<b>c</b><i>d</i>", "<i>d</i><b>c</b>", false),
            ("<b>c</b>", "<b>c", false),
            ("<a title=\"b>c\">d</a>", "<a title=\"b>x\">d</a>", false),
            ("<a title=\"b>c</a>", "<a title=\"b>\"</a>", false),
            ("<a title='b>c'>d</a>", "<a title='b>x'>d</a>", false),
            ("<!--a>b-->", "<!--a>c", false),
            ("<b>c</b> https://a.example", "<b>c</b> http://b.example", false),
            ("<b>c</b> www.a.example", "<b>c</b> www.b.example", false),
        ];
        for (one, other, expected) in rows {
            assert_eq!(are_surely_alike(one, other), expected, "{one} {other}");
        }
    }

    const TAGS: [&str; 12] = [
        "<b>",
        "</b>",
        "<a href=\"\u{FFFC}\" id=\"x\">",
        "</a>",
        "<br>",
        "<i class=x ",
        "<b c=\"",
        "<b c=d\"=\"",
        "'",
        "<!--",
        "-->",
        "< ",
    ];
    const WORDS: [&str; 8] = ["", "a", "é \u{FFFC}", "\"", ">", "'", "=\"c\"", " www.a.b "];

    proptest::proptest! {
        #[test]
        fn what_is_alike_has_the_same_elements_and_links(
            parts in proptest::collection::vec((
                proptest::sample::select(&TAGS[..]),
                proptest::sample::select(&WORDS[..]),
                proptest::sample::select(&WORDS[..]),
            ), 0..6)
        ) {
            let one: String = parts.iter().map(|(tag, words, _)| format!("{tag}{words}")).collect();
            let other: String = parts.iter().map(|(tag, _, words)| format!("{tag}{words}")).collect();
            if are_surely_alike(&one, &other) {
                assert_eq!(read(&one), read(&other), "{one} and {other}");
            }
        }
    }

    /// All that is read of the markup of a text but for where it stands.
    fn read(text: &str) -> (Vec<String>, usize) {
        let outline = Outline::new(text);
        let elements = outline.elements.iter().map(|element| {
            let attributes: Vec<_> =
                element.tag.attributes().map(|found| (found.name, found.value)).collect();
            let end = match &element.end {
                End::Closed(tag) => format!("closed {}", tag.is_complete),
                End::Crossed(_) => "crossed".to_owned(),
                End::Open => "open".to_owned(),
            };
            let tag = &element.tag;
            format!("{} {attributes:?} {end} {} {}", tag.name, tag.is_complete, tag.is_self_closing)
        });
        let fault = outline.fault(&[]).map(|fault| format!("{} {:?}", fault.name, fault.kind));
        let beside = links(text).filter(|link| {
            !outline.elements.iter().any(|element| element.tag.range.contains(&link.range.start))
        });
        (elements.chain(fault).collect(), beside.count())
    }
}
