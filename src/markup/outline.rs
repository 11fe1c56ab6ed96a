//! Which tag of a text closes which, and what is wrong with them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::INSERTED;
use super::element::{is_html, is_void, may_stay_open};
use super::html::{Tag, tags};

/// The elements of a text.
#[derive(Clone, Debug, Default)]
pub struct Outline<'t> {
    /// In the order of their start tags.
    pub elements: Vec<Element<'t>>,
    /// End tags that close nothing.
    strays: Vec<Tag<'t>>,
}

/// An element, or what looks like one: `<file>` is the name of a thing in many a help text.
#[derive(Clone, Debug)]
pub struct Element<'t> {
    /// Its start tag.
    pub tag: Tag<'t>,
    /// How it ends.
    pub end: End<'t>,
}

/// How an element ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End<'t> {
    /// By its end tag.
    Closed(Tag<'t>),
    /// By an end tag that stands behind that of an element around it.
    Crossed(Tag<'t>),
    /// Nowhere.
    Open,
}

/// Something that a browser reads otherwise than it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<'t> {
    /// Where.
    pub range: Range<usize>,
    /// The name of the element.
    pub name: &'t str,
    /// What.
    pub kind: FaultKind,
}

/// What can be wrong with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It has no `>`, or a quotation mark in it is never closed.
    Unfinished,
    /// An element is never closed.
    Unclosed,
    /// An end tag closes nothing.
    Stray,
    /// An end tag stands behind that of an element around it.
    Crossed,
    /// There is no such element.
    Unknown,
    /// A value stands in quotation marks that are none to a browser.
    Quoted(char),
}

impl Element<'_> {
    /// Whether it is surely meant for markup: closed, or with attributes.
    pub fn is_meant(&self) -> bool {
        self.end != End::Open
            || self.tag.is_self_closing
            || ["br", "hr", "wbr"].iter().any(|name| self.tag.is(name))
            || self
                .tag
                .attributes()
                .any(|attribute| attribute.value.is_some() || attribute.name.contains(INSERTED))
    }
}

impl<'t> Outline<'t> {
    /// Pairs the tags of a text.
    pub fn new(text: &'t str) -> Self {
        let mut outline = Self::default();
        // Those that are open, and by name also those that the end of one around them passed over.
        let mut open: Vec<usize> = Vec::new();
        let mut unclosed: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for tag in tags(text) {
            let same = unclosed.entry(tag.name.to_ascii_lowercase()).or_default();
            if !tag.is_end {
                if !is_void(tag.name) && !tag.is_self_closing {
                    open.push(outline.elements.len());
                    same.push(outline.elements.len());
                }
                outline.elements.push(Element { tag, end: End::Open });
                continue;
            }
            let Some(index) = same.pop() else {
                outline.strays.push(tag);
                continue;
            };
            outline.elements[index].end = match open.binary_search(&index) {
                Ok(depth) => {
                    open.truncate(depth);
                    End::Closed(tag)
                }
                Err(_) => End::Crossed(tag),
            };
        }
        outline
    }

    /// The elements that are surely meant for markup.
    pub fn meant(&self) -> impl Iterator<Item = &Element<'t>> {
        self.elements.iter().filter(|element| element.is_meant())
    }

    /// Where the tags of these stand, in order.
    pub fn meant_tags(&self) -> Vec<Range<usize>> {
        let mut tags = Vec::new();
        for element in self.meant() {
            tags.push(element.tag.range.clone());
            if let End::Closed(tag) | End::Crossed(tag) = &element.end {
                tags.push(tag.range.clone());
            }
        }
        tags.sort_by_key(|range| range.start);
        tags
    }

    /// Whether it has an element of this name that is surely meant for markup.
    pub fn has(&self, name: &str) -> bool {
        self.meant().any(|element| element.tag.is(name))
    }

    /// Whether it leaves an element of this name open.
    fn leaves_open(&self, name: &str) -> bool {
        self.elements.iter().any(|element| element.end == End::Open && element.tag.is(name))
    }

    fn has_stray(&self, name: &str) -> bool {
        self.strays.iter().any(|tag| tag.is(name))
    }

    /// Whether it tries to be HTML.
    fn tries(&self) -> bool {
        self.meant().any(|element| is_html(element.tag.name))
            || self.strays.iter().any(|tag| is_html(tag.name))
    }

    /// The first thing that is wrong, given the texts that this one is to be like. Names of things
    /// such as `<file>` are fine, and what one of those texts does too.
    pub fn fault(&self, like: &[Outline<'_>]) -> Option<Fault<'t>> {
        let is_closed = |element: &Element<'_>| element.end != End::Open;
        let tries = match like {
            // By itself a text may well be one half of something.
            [] => self.elements.iter().any(is_closed),
            like => self.tries() || like.iter().any(|like| like.meant().next().is_some()),
        };
        if !tries {
            return None;
        }
        let elements = self.elements.iter().filter_map(|element| element_fault(element, like));
        let strays = self.strays.iter().filter_map(|tag| {
            let is_like = like.iter().any(|like| like.has_stray(tag.name));
            let kind = if tag.is_complete { FaultKind::Stray } else { FaultKind::Unfinished };
            (!is_like).then(|| fault(tag, kind))
        });
        elements.chain(strays).min_by_key(|fault| fault.range.start)
    }
}

fn fault<'t>(tag: &Tag<'t>, kind: FaultKind) -> Fault<'t> {
    Fault { range: tag.range.clone(), name: tag.name, kind }
}

fn element_fault<'t>(element: &Element<'t>, like: &[Outline<'_>]) -> Option<Fault<'t>> {
    let tag = &element.tag;
    let is_like = like.iter().any(|like| like.has(tag.name));
    if !is_html(tag.name) && !is_like {
        let has_markup = like.iter().any(|like| like.meant().next().is_some());
        return (element.is_meant() && has_markup).then(|| fault(tag, FaultKind::Unknown));
    }
    if !tag.is_complete && (is_like || element.is_meant()) {
        return Some(fault(tag, FaultKind::Unfinished));
    }
    match &element.end {
        End::Closed(end) if !end.is_complete => Some(fault(end, FaultKind::Unfinished)),
        End::Crossed(end) => Some(fault(end, FaultKind::Crossed)),
        End::Open if is_left_open(tag, like) => Some(fault(tag, FaultKind::Unclosed)),
        _ => misquoted(tag),
    }
}

/// Whether a tag that nothing closes should have been closed. A browser takes no notice of the
/// slash in `<b/>`.
fn is_left_open(tag: &Tag<'_>, like: &[Outline<'_>]) -> bool {
    let is_closed = |element: &Element<'_>| matches!(element.end, End::Closed(_));
    let like_closes = || {
        let mut elements = like.iter().flat_map(|like| &like.elements);
        elements.any(|element| element.tag.is(tag.name) && is_closed(element))
    };
    let is_done = is_void(tag.name) || (tag.is_self_closing && !is_html(tag.name));
    if is_done || like.iter().any(|like| like.leaves_open(tag.name)) {
        return false;
    }
    !may_stay_open(tag.name) || like_closes()
}

/// A value in the quotation marks of prose: a browser takes them for a part of it.
fn misquoted<'t>(tag: &Tag<'t>) -> Option<Fault<'t>> {
    tag.attributes().find_map(|attribute| {
        let mark = attribute.value?.chars().next().filter(|c| PROSE_MARKS.contains(c))?;
        Some(Fault { range: attribute.range, name: tag.name, kind: FaultKind::Quoted(mark) })
    })
}

const PROSE_MARKS: [char; 13] =
    ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '″', '＂', '「', '『'];

#[cfg(test)]
mod tests {
    use super::*;

    fn fault_of(text: &str, like: &str) -> Option<(String, FaultKind)> {
        let like = [Outline::new(like)];
        let fault = Outline::new(text).fault(&like)?;
        Some((text[fault.range].to_owned(), fault.kind))
    }

    fn kind(text: &str, like: &str) -> Option<FaultKind> {
        fault_of(text, like).map(|(_, kind)| kind)
    }

    #[test]
    fn tags_close_each_other() {
        let like = "<b>x</b>";
        assert_eq!(kind("<b>x</b>", like), None);
        assert_eq!(kind("<b>x", like), Some(FaultKind::Unclosed));
        assert_eq!(kind("x</b>", like), Some(FaultKind::Stray));
        assert_eq!(kind("<b>x<b>", like), Some(FaultKind::Unclosed));
        assert_eq!(kind("<b>x</b", like), Some(FaultKind::Unfinished));
        assert_eq!(kind("<b x</b>", like), Some(FaultKind::Unfinished));
        assert_eq!(kind("<b><i>x</b></i>", like), Some(FaultKind::Crossed));
        assert_eq!(kind("<fuerte>x</fuerte>", like), Some(FaultKind::Unknown));
        assert_eq!(kind("<b/>x", like), Some(FaultKind::Unclosed));
    }

    #[test]
    fn quotation_marks_of_prose_quote_nothing() {
        let like = "<a href=\"x\">y</a>";
        assert_eq!(
            fault_of("<a href=“x”>y</a>", like),
            Some(("href=“x”".to_owned(), FaultKind::Quoted('“')))
        );
        assert_eq!(kind("<a href=\"x>y</a>", like), Some(FaultKind::Unfinished));
    }

    #[test]
    fn what_is_no_markup_is_never_broken() {
        assert_eq!(kind("cp <dossier> <b>", "cp <file> <a>"), None);
        assert_eq!(kind("a <b and c", "a <b and c"), None);
        assert_eq!(kind("<p>a<p>b<br><img src=x>", "<p>a<p>b"), None);
        assert_eq!(kind("<br>nom : <nom>", "<br>name: <name>"), None);
    }

    #[test]
    fn a_piece_of_markup_may_be_open_where_the_source_is() {
        assert_eq!(kind("<a href=\"x\">voir", "<a href=\"x\">see"), None);
        assert_eq!(kind("voir</a>", "see</a>"), None);
        assert_eq!(kind("<icône/>", "<icon/>"), None);
    }
}
