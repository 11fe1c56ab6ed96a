//! What kind of change an edit of a text is: whether who translated it has to look again, and how
//! urgently.
//!
//! A text is read as two things, and a fingerprint is kept of each. Its **meaning** is what readers
//! read, its **interface** what the text shares with programs and pages. What neither of them holds is
//! cosmetic.
//!
//! | folded, so cosmetic | meaning | interface |
//! |---|---|---|
//! | how Fluent is written: indentation, `{"x"}` for `x`, escapes, the order of options and variants | words, their order, the case of their letters | arguments, messages, terms |
//! | white space, also a lacking one beside punctuation, numbers and letters that take none | punctuation and signs | functions and their options |
//! | which quotation marks, dashes, spaces, dots of an ellipsis | accents, vowel signs, ZWNJ and ZWJ | selectors, keys of variants, the default |
//! | full or half width, presentation forms, tatweel, NFC | emphasis and hard breaks of Markdown, its code | tags, and attributes but for their words |
//! | the case of a sentence's first letter | words of attributes (`alt`, `title`, …) | addresses of links, pictures and mail |
//! | a full stop at the very end | how often and where the interface is used | numbers, by value |
//! | control characters, soft hyphens, marks of direction | how a number is written, but for its grouping | |
//!
//! Capitals elsewhere are meaning (`us` and `US`, German `essen` and `Essen`), and so is every letter of
//! a misspelt word: nobody can know that `form` was meant to be `from`. A sentence that moves into the
//! variants of a select, or out of them, is read as a change of its words.
//!
//! Nothing here knows of records, of locales, or of what a change leads to.

mod diff;
mod fingerprint;
mod fold;
mod reading;

use std::borrow::Cow;

use icu_locale::LanguageIdentifier;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use crate::locale::written::Written;
use crate::syntax::{self, Pattern, Resource};

pub use diff::{Piece, diff};
pub use fingerprint::{Fingerprint, VERSION};
use reading::Reading;

/// What kind of change an edit is, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Written otherwise, with the same meaning and interface: nobody is asked.
    Cosmetic,
    /// Most words are as they were: one was mended, exchanged, negated; or only punctuation changed.
    Wording,
    /// Most words are other ones.
    Rewrite,
    /// An argument, a reference, a tag, a link or a number changed, whatever became of the words.
    Interface,
}

impl Change {
    /// All of them, the lightest first.
    pub const ALL: [Self; 4] = [Self::Cosmetic, Self::Wording, Self::Rewrite, Self::Interface];

    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Wording => "wording",
            Self::Rewrite => "rewrite",
            Self::Interface => "interface",
        }
    }

    /// The change that a word of outputs and records names.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.word() == word)
    }
}

/// What is known of the language of the texts that are compared. Made once for many of them.
#[derive(Debug)]
pub struct Language {
    written: Written,
    casing: Casing,
    segmenter: WordSegmenterBorrowed<'static>,
}

/// How the first letter of a sentence becomes small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Casing {
    /// As Unicode has it for all languages.
    Common,
    /// `I` is the capital of `ı`, `İ` that of `i`.
    Dotless,
    /// `IJ` is one letter.
    Digraph,
}

impl Language {
    /// Of a canonical tag.
    pub fn new(tag: &LanguageIdentifier) -> Self {
        let casing = match tag.language.as_str() {
            "az" | "crh" | "gag" | "kaa" | "tr" | "tt" => Casing::Dotless,
            "nl" => Casing::Digraph,
            _ => Casing::Common,
        };
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        Self { written: Written::new(tag), casing, segmenter }
    }
}

/// A text that may have changed: the value or an attribute of a message.
#[derive(Debug)]
pub struct Part<'a> {
    body: Body<'a>,
    is_markdown: bool,
    language: &'a Language,
}

#[derive(Debug)]
enum Body<'a> {
    /// Where it stands in a file.
    Placed(&'a str, &'a Pattern),
    /// Remembered: what was remembered, and a resource of that message alone.
    Remembered(&'a str, String, Resource),
    /// Remembered, and without braces, or with some that are none of Fluent's.
    Plain(&'a str),
}

impl<'a> Part<'a> {
    /// A part as it stands in a file, whose text is given.
    pub fn new(
        text: &'a str,
        pattern: &'a Pattern,
        is_markdown: bool,
        language: &'a Language,
    ) -> Self {
        Self { body: Body::Placed(text, pattern), is_markdown, language }
    }

    /// A part as a record remembers it: what [`syntax::flatten`] made of it. Text that is no pattern
    /// is taken as it stands.
    pub fn remembered(text: &'a str, is_markdown: bool, language: &'a Language) -> Self {
        Self { body: remembered(text), is_markdown, language }
    }

    /// Its text as a record remembers it.
    pub fn text(&self) -> Cow<'_, str> {
        match &self.body {
            Body::Placed(text, pattern) => Cow::Owned(syntax::flatten(text, pattern)),
            Body::Remembered(text, ..) | Body::Plain(text) => Cow::Borrowed(text),
        }
    }

    /// What is kept of it where its text is not.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.reading())
    }

    fn reading(&self) -> Reading {
        match &self.body {
            Body::Placed(text, pattern) => {
                reading::of_pattern(text, pattern, self.is_markdown, self.language)
            }
            Body::Remembered(_, text, resource) => {
                let pattern = resource.message(0).and_then(|message| message.value.as_ref());
                pattern.map_or_else(Reading::default, |pattern| {
                    reading::of_pattern(text, pattern, self.is_markdown, self.language)
                })
            }
            Body::Plain(text) => reading::of_text(text, self.is_markdown, self.language),
        }
    }
}

fn remembered(text: &str) -> Body<'_> {
    if !text.contains(['{', '}']) {
        return Body::Plain(text);
    }
    let Ok(alone) = syntax::alone(text) else { return Body::Plain(text) };
    let resource = syntax::parse(&alone);
    let is_whole = resource.entries.len() == 1
        && resource.message(0).is_some_and(|it| it.value.is_some() && it.attributes.is_empty());
    if is_whole { Body::Remembered(text, alone, resource) } else { Body::Plain(text) }
}

/// How a part changed; `None` if nothing but its place in the file did.
///
/// Both are of one language, which is the old part's.
pub fn change(old: &Part<'_>, new: &Part<'_>) -> Option<Change> {
    if old.is_markdown == new.is_markdown && old.text() == new.text() {
        return None;
    }
    let (before, after) = (old.reading(), new.reading());
    Some(match Fingerprint::of(&before).heaviest(Fingerprint::of(&after)) {
        Change::Rewrite if diff::keeps_words(&before, &after, old.language) => Change::Wording,
        change => change,
    })
}

/// Whether two parts have the same words and the same interface, whatever their punctuation.
pub fn says_the_same_words(old: &Part<'_>, new: &Part<'_>) -> bool {
    let (before, after) = (old.reading(), new.reading());
    before.interface == after.interface && diff::has_same_words(&before, &after, old.language)
}
