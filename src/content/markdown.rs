//! Markdown as blocks whose texts are parts: CommonMark with tables.
//!
//! A text is the Markdown source of one block, so a translator sees emphasis and links as they are
//! written. Code and rules carry no text to translate. What cannot be translated block by block
//! (HTML, references to definitions elsewhere) is a problem.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::pattern::{joined, literal_bars, literal_braces};
use crate::table::Problems;
use crate::text::{Mapped, Span};

/// A block of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Leaf),
    /// A heading, with its level from 1 to 6.
    Heading(u8, Leaf),
    /// A quotation, with its blocks.
    Quote(Vec<Block>),
    /// A list: the number it starts with, if it is numbered, and its items.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A code block: its language and text, shown as they are.
    Code(String, String),
    /// A table: how its columns are aligned, and its rows, the head first.
    Table(Vec<&'static str>, Vec<Vec<Leaf>>),
    /// A picture by itself: its address and alternative text.
    Image(String, Leaf),
    /// A thematic break.
    Rule,
}

/// A text of a document.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Its pattern.
    pub pattern: Mapped,
    /// What it is, for the translator.
    pub what: &'static str,
    /// The index of its part in the item, once it has one.
    pub part: usize,
}

impl Block {
    /// Calls `visit` with every text of the block, in order.
    pub fn leaves<'a>(&'a mut self, visit: &mut impl FnMut(&'a mut Leaf)) {
        match self {
            Self::Paragraph(leaf) | Self::Heading(_, leaf) | Self::Image(_, leaf) => visit(leaf),
            Self::Quote(blocks) => blocks.iter_mut().for_each(|block| block.leaves(visit)),
            Self::List(_, items) => {
                items.iter_mut().flatten().for_each(|block| block.leaves(visit));
            }
            Self::Table(_, rows) => rows.iter_mut().flatten().for_each(visit),
            Self::Code(..) | Self::Rule => {}
        }
    }
}

/// Reads the Markdown that stands at `span` of `file`.
pub(super) fn read(file: &str, span: Span, problems: &mut Problems) -> Vec<Block> {
    let base = span.start as usize;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(span.of(file), options)
        .into_offset_iter()
        .map(|(event, range)| (event, base + range.start..base + range.end))
        .collect();
    let mut reader = Reader { file, events: &events, at: 0, quotes: 0, depth: 0, problems };
    reader.blocks(None)
}

struct Reader<'a> {
    file: &'a str,
    events: &'a [(Event<'a>, Range<usize>)],
    at: usize,
    quotes: usize,
    depth: usize,
    problems: &'a mut Problems,
}

/// How deep quotations and lists may nest.
const MAX_DEPTH: usize = 50;

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a (Event<'a>, Range<usize>)> {
        let event = self.events.get(self.at);
        self.at += 1;
        event
    }

    /// Blocks up to the end of the container that is open.
    fn blocks(&mut self, what: Option<&'static str>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(_) if self.depth >= MAX_DEPTH => {
                    let message = format!("nests deeper than {MAX_DEPTH} levels");
                    self.problems.push(Span::new(range.start, range.end), message, None);
                    self.skip();
                }
                Event::Start(tag) => {
                    self.depth += 1;
                    blocks.extend(self.block(tag, range, what));
                    self.depth -= 1;
                }
                Event::Rule => blocks.push(Block::Rule),
                Event::Html(_) => {}
                _ => {
                    self.at -= 1;
                    blocks.push(Block::Paragraph(self.loose_text(what.unwrap_or("Paragraph."))));
                }
            }
        }
        blocks
    }

    /// Passes over what is open, however deep it nests.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn block(
        &mut self,
        tag: &'a Tag<'a>,
        range: &Range<usize>,
        what: Option<&'static str>,
    ) -> Option<Block> {
        match tag {
            Tag::Paragraph => Some(match self.lone_image() {
                Some(image) => image,
                None => Block::Paragraph(self.text(what.unwrap_or("Paragraph."))),
            }),
            Tag::Heading { level, .. } => Some(Block::Heading(*level as u8, self.text("Heading."))),
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                let blocks = self.blocks(Some("Quotation."));
                self.quotes -= 1;
                Some(Block::Quote(blocks))
            }
            Tag::List(start) => Some(Block::List(*start, self.items())),
            Tag::CodeBlock(kind) => Some(self.code(kind)),
            Tag::Table(alignments) => Some(self.table(alignments)),
            Tag::HtmlBlock => {
                let span = Span::new(range.start, range.end);
                let help = "write it in Markdown; bundles hold no HTML of their own".to_owned();
                self.problems.push(span, "content cannot hold HTML", Some(help));
                self.blocks(None);
                None
            }
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. } => {
                self.at -= 1;
                Some(Block::Paragraph(self.loose_text(what.unwrap_or("Paragraph."))))
            }
            _ => {
                let span = Span::new(range.start, range.end);
                self.problems.push(span, "this kind of Markdown block is not supported", None);
                self.blocks(None);
                None
            }
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(Some("List item."))),
                _ => break,
            }
        }
        items
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Block {
        let language = match kind {
            CodeBlockKind::Fenced(language) => language.to_string(),
            CodeBlockKind::Indented => String::new(),
        };
        let mut text = String::new();
        while let Some((Event::Text(line), _)) = self.next() {
            text.push_str(line);
        }
        Block::Code(language, text)
    }

    fn table(&mut self, alignments: &[Alignment]) -> Block {
        let alignments = alignments
            .iter()
            .map(|alignment| match alignment {
                Alignment::None => "",
                Alignment::Left => "start",
                Alignment::Center => "center",
                Alignment::Right => "end",
            })
            .collect();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.next() {
            let what = match event {
                Event::Start(Tag::TableHead) => "Table heading.",
                Event::Start(Tag::TableRow) => "Table cell.",
                _ => break,
            };
            let mut row = Vec::new();
            while let Some((Event::Start(Tag::TableCell), range)) = self.next() {
                let mut leaf = self.text(what);
                if leaf.pattern.text.is_empty() {
                    leaf.pattern = Mapped::new("", range.start);
                }
                leaf.pattern = literal_bars(&leaf.pattern);
                row.push(leaf);
            }
            rows.push(row);
        }
        Block::Table(alignments, rows)
    }

    /// A paragraph that is nothing but a picture.
    fn lone_image(&mut self) -> Option<Block> {
        let (Event::Start(Tag::Image { dest_url, link_type: LinkType::Inline, .. }), range) =
            self.events.get(self.at)?
        else {
            return None;
        };
        let end = (self.at..self.events.len())
            .find(|&at| matches!(self.events[at].0, Event::End(TagEnd::Image)))?;
        if !matches!(self.events.get(end + 1)?.0, Event::End(TagEnd::Paragraph)) {
            return None;
        }
        let inner = self.at + 1..end;
        let events = &self.events[inner.clone()];
        let alt = match (events.first(), events.last()) {
            (Some((_, first)), Some((_, last))) => {
                self.leaf(first.start..last.end, inner, "Alternative text of a picture.")
            }
            _ => {
                let span = Span::new(range.start, range.end);
                let help = "say what is to be seen: `![…](…)`".to_owned();
                self.problems.push(span, "a picture needs an alternative text", Some(help));
                self.leaf(range.start..range.start, inner, "Alternative text of a picture.")
            }
        };
        self.at = end + 2;
        Some(Block::Image(dest_url.to_string(), alt))
    }

    /// The inline content of the block that is open, to its end.
    fn text(&mut self, what: &'static str) -> Leaf {
        let leaf = self.loose_text(what);
        self.at += 1;
        leaf
    }

    /// Inline content up to the end of the block, which is left open: a tight list item.
    fn loose_text(&mut self, what: &'static str) -> Leaf {
        let mut range: Option<Range<usize>> = None;
        let start = self.at;
        let mut depth = 0;
        while let Some((event, at)) = self.events.get(self.at) {
            match event {
                Event::Start(tag) if is_inline(tag) => {
                    depth += 1;
                    self.inline_problem(tag, at);
                }
                Event::End(_) if depth > 0 => depth -= 1,
                Event::Start(_) | Event::End(_) | Event::Rule | Event::Html(_) => break,
                Event::InlineHtml(_) => {
                    let help = "write it in Markdown, or escape it as `\\<`".to_owned();
                    let span = Span::new(at.start, at.end);
                    self.problems.push(span, "content cannot hold HTML", Some(help));
                }
                _ => {}
            }
            range = Some(match range {
                Some(range) => range.start.min(at.start)..range.end.max(at.end),
                None => at.clone(),
            });
            self.at += 1;
        }
        self.leaf(range.unwrap_or(0..0), start..self.at, what)
    }

    fn inline_problem(&mut self, tag: &Tag<'_>, at: &Range<usize>) {
        let (Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) = tag else { return };
        if !matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email) {
            let help = "write the address where it is used: `[text](address)`".to_owned();
            let message = "a link whose address stands elsewhere cannot be translated";
            self.problems.push(Span::new(at.start, at.end), message, Some(help));
        }
    }

    /// The text at `range` of the file, which is what these events are about.
    fn leaf(&mut self, range: Range<usize>, events: Range<usize>, what: &'static str) -> Leaf {
        let events = &self.events[events];
        let places = |wanted: fn(&Event<'_>) -> bool| -> Vec<Range<usize>> {
            let found = events.iter().filter(|(event, _)| wanted(event));
            found.map(|(_, range)| range.clone()).collect()
        };
        let code = places(|event| matches!(event, Event::Code(_)));
        let breaks = places(|event| matches!(event, Event::HardBreak));
        // An event does not cover the backslash that escapes its first character.
        let is_escaped = !range.is_empty() && self.file[..range.start].ends_with('\\');
        let raw = self.without_prefixes(range.start - usize::from(is_escaped)..range.end);
        let literal = literal_braces(&raw, &code);
        let pattern = joined(&literal, &breaks).unwrap_or_else(|at| {
            let offset = literal.offset(at);
            let message = "this brace has no partner";
            let help = r"write `\{` or `\}` for a brace that is meant literally".to_owned();
            self.problems.push(Span::new(offset, offset + 1), message, Some(help));
            Mapped::new("", offset)
        });
        Leaf { pattern, what, part: usize::MAX }
    }

    /// The lines of a block without the `>` that put them there. Indentation is taken off where
    /// lines are joined.
    fn without_prefixes(&self, range: Range<usize>) -> Mapped {
        let mut raw = Mapped::default();
        let mut at = range.start;
        for (index, line) in self.file[range].split_inclusive('\n').enumerate() {
            let mut content = line;
            if index > 0 {
                for _ in 0..self.quotes {
                    let unquoted = content.trim_start_matches([' ', '\t']);
                    content = unquoted.strip_prefix('>').unwrap_or(content);
                }
            }
            raw.push(&content.replace("\r\n", "\n"), at + line.len() - content.len());
            at += line.len();
        }
        raw
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(markdown: &str) -> Vec<String> {
        let mut problems = Problems::default();
        let mut blocks = read(markdown, Span::new(0, markdown.len()), &mut problems);
        let mut texts = Vec::new();
        for block in &mut blocks {
            block.leaves(&mut |leaf| texts.push(format!("{} {}", leaf.what, leaf.pattern.text)));
        }
        texts.extend(problems.0.into_iter().map(|problem| format!("! {}", problem.message)));
        texts
    }

    #[test]
    fn every_kind_of_block_gives_its_texts() {
        let markdown = "# A *b*\n\ntwo\nlines\n\n- x\n- **y** z\n\n1. one\n\n   more\n\n> q\n> r\n\n| a | b |\n|---|--:|\n| c | d `e` |\n\n```\ncode {\n```\n\n![alt](x.svg)\n\n---\n";
        assert_eq!(
            texts(markdown),
            [
                "Heading. A *b*",
                "Paragraph. two lines",
                "List item. x",
                "List item. **y** z",
                "List item. one",
                "List item. more",
                "Quotation. q r",
                "Table heading. a",
                "Table heading. b",
                "Table cell. c",
                "Table cell. d `e`",
                "Alternative text of a picture. alt",
            ]
        );
    }

    #[test]
    fn what_cannot_be_translated_by_blocks_is_a_problem() {
        assert_eq!(texts("<div>x</div>\n"), ["! content cannot hold HTML"]);
        assert_eq!(
            texts("[a][b]\n\n[b]: https://example.org\n"),
            ["Paragraph. [a][b]", "! a link whose address stands elsewhere cannot be translated"]
        );
        assert_eq!(texts("a { b\n"), ["Paragraph. ", "! this brace has no partner"]);
    }

    #[test]
    fn placeables_span_lines_and_code_keeps_its_braces() {
        let select = "{ $n ->\n    [one] a\n   *[other] b\n} end";
        assert_eq!(texts(select), [format!("Paragraph. {select}")]);
        assert_eq!(texts("use `{x}`"), ["Paragraph. use `{\"{\"}x{\"}\"}`"]);
    }
}
