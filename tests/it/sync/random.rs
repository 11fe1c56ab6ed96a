//! Random authors: whatever they write, nothing panics, nothing is lost, no id comes back.

use std::collections::BTreeSet;

use isogloss::content::RULE;
use isogloss::edit;
use isogloss::files::Memory;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{apply, assert_round_trip, blocks, rewrite, story};
use crate::sample;

/// What means something to Markdown or to Fluent, or is hard to get right.
const CHARACTERS: &str = "[]()*_.#\"`|>-!~ \t’éع汉ไ🌊\u{301}\u{200F}ab";
const PHRASES: &[&str] = &[
    "**",
    "1. ",
    "&amp;",
    "  ",
    "a\n",
    "\n\n",
    "a  \n",
    "a\\\n",
    "a\r\n",
    "a\u{A0}b",
    "\\{",
    "\\}",
    "\\|",
    "[a](/b)",
    "![a](/b)",
    "<https://a.b>",
    "```\n",
    "| a | b |\n|---|---|\n",
    "river ",
    "boat ",
];
const PLACEABLES: &[&str] = &[
    "{",
    "}",
    "\\",
    "`{`",
    "{ $name }",
    "{ -term }",
    "{\"{\"}",
    "{ $n ->\n  [one] a\n *[other] b\n}",
];

/// Text without placeables, so that Markdown alone says what it shows.
fn plain() -> BoxedStrategy<String> {
    let character = select(CHARACTERS.chars().collect::<Vec<_>>()).prop_map(String::from);
    let phrase = select(PHRASES).prop_map(str::to_owned);
    vec(prop_oneof![character, phrase], 1..12).prop_map(|text| text.concat()).boxed()
}

/// Text with placeables, and with braces that are none.
fn wild() -> BoxedStrategy<String> {
    let placeable = select(PLACEABLES).prop_map(str::to_owned);
    vec(prop_oneof![4 => plain(), 1 => placeable], 1..4).prop_map(|text| text.concat()).boxed()
}

/// Any text of one line, before it is escaped.
fn line() -> BoxedStrategy<String> {
    let c = prop_oneof![
        4 => prop::char::range(' ', '~'),
        1 => select(vec!['é', 'ß', 'ع', '汉', 'ไ', '🌊', '’', '“', '—', '\u{301}', '\u{200F}']),
    ];
    vec(c, 1..40)
        .prop_map(|chars| chars.into_iter().collect::<String>())
        .prop_map(|line| {
            line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        })
        .prop_filter("shows something", |line| !line.is_empty())
        .boxed()
}

/// Makes a text literal in Markdown and in Fluent: a backslash before all punctuation.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Takes the backslashes back that Markdown still needs.
fn unescape(text: &str) -> String {
    let mut shown = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        shown.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    shown
}

/// How a block is written, before its text.
fn style() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", "", "- ", "> ", "## ", "1. ", "> - "])
}

/// What an author does between two runs of `sync`.
#[derive(Clone, Debug)]
enum Step {
    Insert(Index, &'static str, String),
    Replace(Index, String),
    Extend(Index, String),
    Restyle(Index, &'static str),
    Move(Index, Index),
    Duplicate(Index),
    Delete(Index),
}

fn step(text: BoxedStrategy<String>) -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    prop_oneof![
        3 => (index(), style(), text.clone()).prop_map(|(at, style, text)| Step::Insert(at, style, text)),
        1 => (index(), text.clone()).prop_map(|(at, text)| Step::Replace(at, text)),
        2 => (index(), text).prop_map(|(at, text)| Step::Extend(at, text)),
        1 => (index(), style()).prop_map(|(at, style)| Step::Restyle(at, style)),
        1 => (index(), index()).prop_map(|(from, to)| Step::Move(from, to)),
        1 => index().prop_map(Step::Duplicate),
        1 => index().prop_map(Step::Delete),
    ]
}

/// Blocks as an author sees them: how they are written, and their text.
type Document = Vec<(&'static str, String)>;

fn take(step: Step, document: &mut Document) {
    let count = document.len();
    match step {
        Step::Insert(at, style, text) => document.insert(at.index(count + 1), (style, text)),
        _ if count == 0 => {}
        Step::Replace(at, text) => document[at.index(count)].1 = text,
        Step::Extend(at, text) => document[at.index(count)].1.push_str(&text),
        Step::Restyle(at, style) => document[at.index(count)].0 = style,
        Step::Move(from, to) => {
            let block = document.remove(from.index(count));
            document.insert(to.index(count), block);
        }
        Step::Duplicate(at) => document.push(document[at.index(count)].clone()),
        Step::Delete(at) => {
            document.remove(at.index(count));
        }
    }
}

fn markdown(document: &Document) -> String {
    let blocks = document.iter().map(|(style, text)| format!("{style}{text}\n\n"));
    blocks.collect()
}

/// A story over time.
struct History {
    files: Memory,
    used: BTreeSet<String>,
    current: BTreeSet<String>,
}

impl History {
    fn new() -> Self {
        Self { files: story(""), used: BTreeSet::new(), current: BTreeSet::new() }
    }

    /// Writes a body and syncs it, unless something is wrong with it. Whether it was synced.
    fn write(&mut self, body: &str) -> bool {
        rewrite(&mut self.files, body);
        let session = sample::open(&self.files);
        if session.loading.iter().any(|finding| finding.rule == RULE) {
            let _ = edit::sync(&session.project);
            return false;
        }
        apply(&mut self.files);
        assert_round_trip(&self.files);
        assert_eq!(apply(&mut self.files), [""; 0]);
        self.look();
        true
    }

    fn look(&mut self) {
        let blocks = blocks(&self.files);
        let ids: BTreeSet<String> = blocks.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(ids.len(), blocks.len(), "ids are unique");
        for id in ids.difference(&self.current) {
            assert!(self.used.insert(id.clone()), "{id} came back");
        }
        self.current = ids;
    }
}

/// Letters that a reader sees; where they stand on lines does not count.
fn letters(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut letters = String::new();
    let mut is_code_block = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code_block = true,
            Event::End(TagEnd::CodeBlock) => is_code_block = false,
            Event::Text(text) | Event::Code(text) if !is_code_block => {
                letters.extend(text.chars().filter(|c| !c.is_whitespace()));
            }
            _ => {}
        }
    }
    letters
}

/// Letters of the texts of a catalog, each as the inline content it is.
fn letters_of(blocks: &[(String, String)]) -> String {
    // White space that starts no block: nothing in the text is read as one.
    const GUARD: &str = "\u{1680}";
    let guarded = |text: &str| format!("{GUARD}{}", text.replace('\n', &format!("\n{GUARD}")));
    blocks.iter().map(|(_, text)| letters(&guarded(text))).collect()
}

proptest! {
    #![proptest_config(sample::property(256))]

    #[test]
    fn wild_content_never_panics_and_comes_back_as_it_is(steps in vec(step(wild()), 1..6)) {
        let mut history = History::new();
        let mut document = Document::new();
        for step in steps {
            let before = document.clone();
            take(step, &mut document);
            if !history.write(&markdown(&document)) {
                document = before;
            }
        }
    }

    #[test]
    fn a_catalog_shows_every_letter_that_content_shows(text in plain()) {
        let mut history = History::new();
        if history.write(&text) {
            prop_assert_eq!(letters_of(&blocks(&history.files)), letters(&text));
        }
    }

    #[test]
    fn escaped_texts_come_back_letter_by_letter(steps in vec(step(line()), 1..8)) {
        let mut history = History::new();
        let mut document = Document::new();
        for step in steps {
            take(step, &mut document);
            if document.is_empty() {
                continue;
            }
            let escaped = document.iter().map(|(style, text)| (*style, escape(text))).collect();
            prop_assert!(history.write(&markdown(&escaped)));
            let blocks = blocks(&history.files);
            let shown: Vec<String> = blocks.iter().map(|(_, text)| unescape(text)).collect();
            let said: Vec<String> = document.iter().map(|(_, text)| text.clone()).collect();
            prop_assert_eq!(shown, said);
        }
    }
}
