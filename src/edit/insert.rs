//! Puts translations into a file of a locale: what is there is replaced, what is missing gets the
//! place it has in the source. Nothing else of the file changes.

use std::collections::{BTreeMap, HashMap};

use super::fix::apply;
use crate::diagnostic::Edit;
use crate::project::Resource;
use crate::syntax::{self, Body, Comment, Message, PatternError};
use crate::text::Span;

/// A translation of a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Translation<'a> {
    /// `id`, or `-id` for a term.
    pub(super) message: &'a str,
    /// The attribute, or the value.
    pub(super) attribute: Option<&'a str>,
    /// What somebody typed: a pattern's source.
    pub(super) pattern: &'a str,
}

/// The file with translations of parts of `source` in it; `own` is the file as it is, if it is there.
///
/// # Errors
/// Where a pattern cannot be read; the number of its translation comes with it.
pub(super) fn insert(
    source: &Resource,
    own: Option<&Resource>,
    translations: &[Translation<'_>],
) -> Result<String, (usize, PatternError)> {
    let mut written: BTreeMap<usize, Vec<Written<'_>>> = BTreeMap::new();
    let originals: HashMap<&str, (usize, &Message)> =
        source.tree.messages().rev().map(|it| (it.1.name().of(source.text()), it)).collect();
    for (index, translation) in translations.iter().enumerate() {
        let Translation { message, attribute, pattern } = *translation;
        let Some(&(entry, original)) = originals.get(message) else { continue };
        let value = syntax::write_value(pattern, attribute.is_some()).map_err(|it| (index, it))?;
        let order = order_of(source.text(), original, attribute);
        written.entry(entry).or_default().push(Written { attribute, value, order });
    }
    let nothing = syntax::Resource::default();
    let (text, tree) = own.map_or(("", &nothing), |own| (own.text(), &own.tree));
    let target = Target::new(source, text, tree);
    let mut edits: Vec<Edit> = Vec::new();
    let mut appended: Vec<(usize, String)> = Vec::new();
    for (entry, mut parts) in written {
        parts.sort_by_key(|part| part.order);
        let Some(original) = source.tree.message(entry) else { continue };
        let name = original.name().of(source.text());
        match target.message(name) {
            Some(own) => edits.extend(parts.iter().map(|part| target.part(original, own, part))),
            None => match target.place(entry, name, block(name, &parts)) {
                Ok(edit) => edits.push(edit),
                Err(block) => appended.push((entry, block)),
            },
        }
    }
    Ok(target.with(edits, appended))
}

/// The file with whole messages put where the source has them, as they are written. They are given
/// by name; those that the source does not have are left out.
pub(super) fn place(
    source: &Resource,
    own: Option<&Resource>,
    blocks: &[(&str, String)],
) -> String {
    let nothing = syntax::Resource::default();
    let (text, tree) = own.map_or(("", &nothing), |own| (own.text(), &own.tree));
    let target = Target::new(source, text, tree);
    let (mut edits, mut appended) = (Vec::new(), Vec::new());
    for (entry, original) in source.tree.messages() {
        let name = original.name().of(source.text());
        for (_, block) in blocks.iter().filter(|(other, _)| *other == name) {
            match target.place(entry, name, block.clone()) {
                Ok(edit) => edits.push(edit),
                Err(block) => appended.push((entry, block)),
            }
        }
    }
    target.with(edits, appended)
}

/// A part as it stands behind its `=`.
struct Written<'a> {
    attribute: Option<&'a str>,
    value: String,
    /// Which part of its message it is in the source.
    order: usize,
}

fn order_of(text: &str, original: &Message, attribute: Option<&str>) -> usize {
    let Some(name) = attribute else { return 0 };
    let mut names = original.attributes.iter().map(|attribute| attribute.id.of(text));
    names.position(|other| other == name).map_or(usize::MAX, |position| position + 1)
}

/// A message of its own.
fn block(name: &str, parts: &[Written<'_>]) -> String {
    let mut block = format!("{name} =");
    for part in parts {
        match part.attribute {
            None => block.push_str(&part.value),
            Some(attribute) => block.push_str(&format!("\n    .{attribute} ={}", part.value)),
        }
    }
    block
}

/// The file that translations are put into, and what it translates.
struct Target<'a> {
    source: &'a Resource,
    text: &'a str,
    tree: &'a syntax::Resource,
    /// The entry of each message or term; of two with one name the first.
    entries: HashMap<&'a str, usize>,
}

impl<'a> Target<'a> {
    fn new(source: &'a Resource, text: &'a str, tree: &'a syntax::Resource) -> Self {
        let messages = tree.messages().rev();
        let entries = messages.map(|(entry, own)| (own.name().of(text), entry)).collect();
        Self { source, text, tree, entries }
    }

    /// The file with edits made, and blocks put at its end. Lines end as they do in it.
    fn with(&self, mut edits: Vec<Edit>, appended: Vec<(usize, String)>) -> String {
        let lines = |text: &str| match self.text.contains("\r\n") {
            true => text.replace("\r\n", "\n").replace('\n', "\r\n"),
            false => text.to_owned(),
        };
        edits.iter_mut().for_each(|edit| edit.replacement = lines(&edit.replacement));
        // At one place they stay in the order of the source.
        edits.sort_by_key(|edit| edit.span.start);
        let mut after = apply(self.text, &edits.iter().collect::<Vec<_>>()).unwrap_or_default();
        for (entry, block) in appended {
            after.truncate(after.trim_end().len());
            if !after.is_empty() {
                after.push_str(&lines(if self.is_set_off(entry) { "\n\n" } else { "\n" }));
            }
            after.push_str(&lines(&block));
            after.push_str(&lines("\n"));
        }
        after
    }

    fn message(&self, name: &str) -> Option<&'a Message> {
        self.tree.message(*self.entries.get(name)?)
    }

    /// Replaces a part of a message, or puts it behind the part that it follows in the source.
    fn part(&self, original: &Message, own: &Message, part: &Written<'_>) -> Edit {
        let value = part.value.clone();
        if let Some(pattern) = own.pattern(self.text, part.attribute) {
            let id = match part.attribute.and_then(|name| own.attribute(self.text, name)) {
                Some(attribute) => attribute.id,
                None => own.id,
            };
            let span = Span { start: self.behind_equals(id).start, end: pattern.span.end };
            return Edit { span, replacement: value };
        }
        let Some(name) = part.attribute else {
            return Edit { span: self.behind_equals(own.id), replacement: value };
        };
        let before = original.attributes.iter().rev().filter(|attribute| {
            order_of(self.source.text(), original, Some(attribute.id.of(self.source.text())))
                < part.order
        });
        let mut before = before.map(|attribute| Some(attribute.id.of(self.source.text())));
        let pattern = before.find_map(|name| own.pattern(self.text, name)).or(own.value.as_ref());
        let span = match pattern {
            Some(pattern) => self.line_end(pattern.span.end),
            None => self.behind_equals(own.id),
        };
        Edit { span, replacement: format!("\n    .{name} ={value}") }
    }

    fn behind_equals(&self, id: Span) -> Span {
        let end = id.end as usize;
        Span::at(self.text[end..].find('=').map_or(end, |equals| end + equals + 1))
    }

    /// The end of the line, behind which nothing but blanks stands before it.
    fn line_end(&self, at: u32) -> Span {
        let rest = &self.text[at as usize..];
        Span::at(at as usize + (rest.len() - rest.trim_start_matches(' ').len()))
    }

    /// Puts a message where it waits as a comment; else beside its neighbours in the source, best
    /// those of its group. Gives it back if it has none.
    fn place(&self, entry: usize, name: &str, block: String) -> Result<Edit, String> {
        if let Some(span) = self.waiting(name) {
            return Ok(Edit { span, replacement: block });
        }
        let entries = &self.source.tree.entries;
        let is_group = |entry: &syntax::Entry| matches!(&entry.body, Body::Comment(comment) if comment.level == 2);
        let start = entries[..entry].iter().rposition(is_group).unwrap_or(0);
        let end = entries[entry..].iter().position(is_group).map_or(entries.len(), |it| entry + it);
        let before = |from: usize| (from..entry).rev().find_map(|index| self.entry_of(index));
        let behind = |to: usize| (entry + 1..to).find_map(|index| self.entry_of(index));
        let (own, is_before) = match (before(start), behind(end)) {
            (Some(own), _) => (own, true),
            (None, Some(own)) => (own, false),
            (None, None) => match (before(0), behind(entries.len())) {
                (Some(own), _) => (own, true),
                (None, Some(own)) => (own, false),
                (None, None) => return Err(block),
            },
        };
        let gap = if self.is_set_off(entry) { "\n\n" } else { "\n" };
        Ok(match is_before {
            true => {
                let span = self.line_end(own.core.end);
                Edit { span, replacement: format!("{gap}{block}") }
            }
            false => {
                let span = Span::at(own.core.start as usize);
                Edit { span, replacement: format!("{block}{gap}") }
            }
        })
    }

    /// The entry that translates an entry of the source.
    fn entry_of(&self, entry: usize) -> Option<&'a syntax::Entry> {
        let name = self.source.tree.message(entry)?.name().of(self.source.text());
        self.tree.entries.get(*self.entries.get(name)?)
    }

    /// Whether a blank line stands before a message of the source.
    fn is_set_off(&self, entry: usize) -> bool {
        let before = entry.checked_sub(1).and_then(|before| self.source.tree.entries.get(before));
        let Some(before) = before else { return false };
        let gap = Span { start: before.core.end, end: before.span.end };
        gap.of(self.source.text()).matches('\n').count() > 1
    }

    /// The lines of a comment in which a message waits for its translation, as `add-locale` writes
    /// them: `# id = source`. What the comment says above them stays.
    fn waiting(&self, name: &str) -> Option<Span> {
        self.tree.entries.iter().find_map(|entry| match &entry.body {
            Body::Comment(comment) if comment.level == 1 => self.waiting_in(comment, name),
            _ => None,
        })
    }

    fn waiting_in(&self, comment: &Comment, name: &str) -> Option<Span> {
        let line = |span: &Span| span.of(self.text);
        let is_start = |span: &Span| {
            line(span).strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        let first = comment.lines.iter().position(is_start)?;
        let goes_on = |span: &&Span| line(span).is_empty() || line(span).starts_with([' ', '}']);
        let more = comment.lines[first + 1..].iter().take_while(goes_on).count();
        let start = comment.lines[first].start as usize;
        let start = self.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        Some(Span::new(start, comment.lines[first + more].end as usize))
    }
}
