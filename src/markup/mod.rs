//! Markup within a text: HTML, Markdown and addresses, with the places where they stand.
//!
//! Nothing here knows of Fluent or of locales' files: a text is a string, and what a program will
//! put into it is the object replacement character. What markup a translation should have is
//! `check`'s business; how content is shown is `emit`'s.

mod alike;
mod danger;
mod element;
mod html;
mod link;
mod markdown;
mod outline;
mod piece;
mod unmarked;

pub use alike::are_surely_alike;
pub use danger::{Danger, danger_of};
pub use element::{is_active, is_harmless, is_html, is_text_level, only_sets_words};
pub use html::{Attribute, Entity, Tag, decoded, entities, tags};
pub use link::{Link, dangerous_scheme, emails, lead_alike, links};
pub use markdown::{Markdown, MarkdownFault};
pub use outline::{Element, End, Fault, FaultKind, Outline};
pub use piece::{Piece, pieces};
pub use unmarked::unmarked;

/// Stands for what a program puts into a text.
pub const INSERTED: char = '\u{FFFC}';

#[cfg(test)]
mod tests {
    use super::*;

    /// All that reads markup, with every place it gives.
    fn read(text: &str) -> Vec<std::ops::Range<usize>> {
        let outline = Outline::new(text);
        let mut places = outline.meant_tags();
        places.extend(outline.fault(&[]).map(|fault| fault.range));
        places.extend(tags(text).flat_map(|tag| tag.attributes().map(|found| found.range)));
        places.extend(tags(text).map(|tag| tag.range));
        places.extend(entities(text).map(|entity| entity.range));
        places.extend(links(text).chain(emails(text)).map(|link| link.range));
        let markdown = Markdown::new(text);
        places.extend(markdown.fault(&[]).map(|(range, _)| range));
        let Markdown { links, images, code, html, .. } = markdown;
        for found in [links, images, code, html] {
            places.extend(found.into_iter().map(|(_, range)| range));
        }
        assert_eq!(unmarked(text, true).len(), text.len());
        places
    }

    /// Pieces of markup, whole and broken.
    const PIECES: [&str; 28] = [
        "<",
        ">",
        "</",
        "<b",
        "<b>",
        "</b>",
        "<i ",
        "/>",
        "=\"",
        "'",
        "a=b ",
        "<!--",
        "-->",
        "&",
        "&amp;",
        "&#x",
        ";",
        "http://",
        "www.",
        "@a.b",
        ".c",
        "(",
        "](",
        "[",
        "**",
        "`",
        "\n",
        "é\u{FFFC}",
    ];

    proptest::proptest! {
        #[test]
        fn every_place_lies_in_the_text(
            pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30)
        ) {
            let text: String = pieces.concat();
            for place in read(&text) {
                assert!(text.get(place.clone()).is_some(), "{place:?} in {text}");
            }
        }
    }

    #[test]
    fn a_long_text_of_any_piece_is_read_in_linear_time() {
        for piece in PIECES {
            read(&piece.repeat(100_000));
        }
        for pair in ["<b><i></b>", "<a b=\"", "<a b='<c d=\"", "http://a@b.c", "<b></i>", "&a ;"] {
            read(&pair.repeat(50_000));
        }
    }
}
