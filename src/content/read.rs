//! From content files to items: front matter, fields by shape, and parts with their ids.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::pattern::joined;
use super::{
    Image, Item, Known, Library, Part, Publish, RULE, Reference, Value, catalog, markdown, role,
    token,
};
use crate::config::{Content, Field, Kind, Shape};
use crate::diagnostic::{Diagnostic, Place};
use crate::format::Day;
use crate::locale::Locale;
use crate::syntax::is_identifier;
use crate::table::{self, Datetime, Node, Problems, Reader, Table, Value as Toml};
use crate::text::{Mapped, SourceText, Span, listed, nearest, with_article};

/// Reads all content files into items, and what is wrong with them into findings.
///
/// `files` are those below the content folder, by path; each belongs to the first kind whose
/// pattern it matches, and to none if it is a picture or the like. `unreadable` are the paths of
/// those that could not be read.
pub fn read(
    files: Vec<SourceText>,
    unreadable: &[&str],
    content: &Content,
    known: &Known,
) -> (Library, Vec<Diagnostic>) {
    let read: Vec<FileContent> =
        files.into_par_iter().map(|file| read_file(file, content, known)).collect();
    let mut library = Library::default();
    let mut findings = Vec::new();
    let unread = unreadable.iter().filter_map(|path| kind_of(path, content));
    library.incomplete.extend(unread.map(|kind| kind.name.clone()));
    for file in read {
        library.items.extend(file.items);
        library.incomplete.extend(file.incomplete);
        findings.extend(file.findings);
    }
    index(&mut library, &mut findings);
    role::declare_values(&mut library);
    role::check_references(&library, content, &mut findings);
    (library, findings)
}

fn index(library: &mut Library, findings: &mut Vec<Diagnostic>) {
    for (index, item) in library.items.iter().enumerate() {
        let key = (item.kind.clone(), item.id.clone());
        let Some(&first) = library.by_id.get(&key) else {
            library.by_id.insert(key, index);
            continue;
        };
        let first = &library.items[first];
        let message = format!("there is already {} `{}`", with_article(&item.kind), item.id);
        findings.push(
            Diagnostic::new(RULE, Place::new(&item.source, item.span), message)
                .help("give one of them another id")
                .relate(Place::new(&first.source, first.span), "it is here"),
        );
    }
}

/// What one file came to.
#[derive(Default)]
struct FileContent {
    items: Vec<Item>,
    findings: Vec<Diagnostic>,
    /// Its kind, if an item in it could not be read.
    incomplete: Option<String>,
}

fn below<'p>(path: &'p str, content: &Content) -> &'p str {
    let below = path.strip_prefix(content.folder.as_str());
    below.and_then(|below| below.strip_prefix('/')).unwrap_or(path)
}

fn kind_of<'c>(path: &str, content: &'c Content) -> Option<&'c Kind> {
    let below = below(path, content);
    content.kinds.values().find(|kind| kind.files.matches(below).is_some())
}

fn read_file(file: SourceText, content: &Content, known: &Known) -> FileContent {
    let path = file.path.clone();
    let below = below(&path, content);
    let Some(kind) = kind_of(&path, content) else {
        return FileContent { findings: no_kind(&file, below, content), ..FileContent::default() };
    };
    let resource: Arc<str> = match below.rsplit_once('.') {
        Some((stem, _)) => format!("{stem}.ftl").into(),
        None => format!("{below}.ftl").into(),
    };
    let file = Arc::new(file);
    let mut problems = Problems::default();
    let mut reader = FileReader {
        file: &file,
        stem: below.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or(below),
        kind,
        resource,
        known,
        used: BTreeSet::new(),
        is_complete: true,
        problems: &mut problems,
    };
    let items = match conflict_marker(&file.text) {
        Some(span) => {
            let help = "decide between the two versions, then run `isogloss sync`".to_owned();
            reader.problems.push(span, "this file holds an unresolved merge conflict", Some(help));
            None
        }
        None => reader.items(),
    };
    let is_complete = items.is_some() && reader.is_complete;
    FileContent {
        items: items.unwrap_or_default(),
        findings: problems.into_findings(RULE, &file),
        incomplete: (!is_complete).then(|| kind.name.clone()),
    }
}

/// A content file of no kind is a mistake; pictures and the like are not content files.
fn no_kind(file: &SourceText, below: &str, content: &Content) -> Vec<Diagnostic> {
    if !below.ends_with(".md") && !below.ends_with(".toml") {
        return Vec::new();
    }
    let patterns: Vec<String> = content
        .kinds
        .values()
        .map(|kind| format!("{} ({})", kind.files.pattern, kind.name))
        .collect();
    let finding = Diagnostic::new(RULE, Place::file(file.path.clone()), "this file is of no kind");
    vec![finding.help(format!("files of content are {}", listed(&patterns)))]
}

/// The first line that a merge left and that content could hardly hold by itself; `=======` may
/// underline a heading.
fn conflict_marker(text: &str) -> Option<Span> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if ["<<<<<<< ", "||||||| ", ">>>>>>> "].iter().any(|marker| line.starts_with(marker)) {
            return Some(Span::new(start, start + line.trim_end().len()));
        }
        start += line.len();
    }
    None
}

struct FileReader<'a> {
    file: &'a Arc<SourceText>,
    stem: &'a str,
    kind: &'a Kind,
    resource: Arc<str>,
    known: &'a Known,
    used: BTreeSet<String>,
    /// Whether every item could be read so far.
    is_complete: bool,
    problems: &'a mut Problems,
}

impl FileReader<'_> {
    /// `None` if the file cannot be made out.
    fn items(&mut self) -> Option<Vec<Item>> {
        let (front, body) = self.split()?;
        let mut shared = table::parse(self.file, front, self.problems);
        if !self.problems.0.is_empty() {
            // Half a table would only raise findings about what is missing from it.
            return None;
        }
        let Some(array) = &self.kind.items else {
            shared.span = first_line(self.file, Span::new(0, self.file.text.len()));
            return Some(self.item(shared, body).into_iter().collect());
        };
        let Some(index) = shared.fields.iter().position(|field| field.key == *array) else {
            let message = format!("this file holds no `[[{array}]]`");
            self.problems.push(Span::at(0), message, None);
            return None;
        };
        let field = shared.fields.remove(index);
        let Toml::List(nodes) = field.node.value else {
            let message = format!("`{array}` must be a list of tables: `[[{array}]]`");
            self.problems.push(field.node.span, message, None);
            return None;
        };
        let mut items = Vec::new();
        for node in nodes {
            let Toml::Table(mut table) = node.value else { continue };
            // What stands above the items is said of each of them.
            let own: Vec<String> = table.fields.iter().map(|field| field.key.clone()).collect();
            let above = shared.fields.iter().filter(|field| !own.contains(&field.key));
            table.fields.extend(above.cloned());
            table.span = node.span;
            items.extend(self.item(table, None));
        }
        Some(items)
    }

    /// The front matter and the body of a Markdown file; all of a TOML file.
    fn split(&mut self) -> Option<(Span, Option<Span>)> {
        let text = self.file.text.as_str();
        if !self.file.path.ends_with(".md") {
            return Some((Span::new(0, text.len()), None));
        }
        let start =
            text.find("+++").filter(|&at| text[..at].trim_start_matches('\u{FEFF}').is_empty());
        let opening = start.map(|at| at + "+++".len());
        let closing = opening.and_then(|at| text[at..].find("\n+++").map(|end| at + end + 1));
        let (Some(opening), Some(closing)) = (opening, closing) else {
            let help =
                "start with `+++`, then fields such as `title = \"…\"`, then `+++`".to_owned();
            self.problems.push(Span::at(0), "this file has no front matter", Some(help));
            return None;
        };
        let body = closing + "+++".len();
        Some((Span::new(opening, closing), Some(Span::new(body, text.len()))))
    }

    fn item(&mut self, table: Table, body: Option<Span>) -> Option<Item> {
        let span = table.fields.first().map_or(table.span, |field| field.key_span);
        let id = self.id(&table, span);
        self.is_complete &= id.is_some();
        let id = id?;
        let mut item = Item {
            kind: self.kind.name.clone(),
            role: self.kind.role,
            id,
            source: self.file.clone(),
            resource: self.resource.clone(),
            span,
            publish: Publish::Always,
            fields: Vec::new(),
            parts: Vec::new(),
        };
        let prefix = format!("{}-{}", item.kind, item.id);
        let kind = self.kind;
        let mut problems = std::mem::take(self.problems);
        let mut reader = Reader::new(table, &mut problems);
        if self.kind.id.iter().any(|word| word == "id")
            || !kind.fields.iter().any(|f| f.name == "id")
        {
            reader.take("id");
        }
        item.publish = publish(&mut reader);
        let fields = self.fields(&kind.fields, &mut reader, &prefix, body, &mut item.parts);
        item.fields = fields;
        reader.finish(&format!("the kind `{}`", kind.name));
        *self.problems = problems;
        role::check(&item, kind, self.problems);
        Some(item)
    }

    fn id(&mut self, table: &Table, span: Span) -> Option<String> {
        let mut words = Vec::new();
        for word in &self.kind.id {
            if word == "file" {
                let own = table.fields.iter().find(|field| field.key == "id");
                words.push(match own.map(|field| &field.node.value) {
                    Some(Toml::Text(id)) => id.text.clone(),
                    _ => self.stem.to_owned(),
                });
                continue;
            }
            match table
                .fields
                .iter()
                .find(|field| field.key == *word)
                .map(|field| &field.node.value)
            {
                Some(Toml::Text(text)) => words.push(text.text.clone()),
                _ => {
                    let message = format!("{} needs `{word}`", with_article(&self.kind.name));
                    self.problems.push(span, message, None);
                    return None;
                }
            }
        }
        let id = words.join("-");
        if is_identifier(&format!("x{id}")) {
            return Some(id);
        }
        let help = "use letters a to z, digits, `-` and `_`; an `id` field may say it".to_owned();
        self.problems.push(span, format!("`{id}` cannot be an id"), Some(help));
        None
    }

    fn fields(
        &mut self,
        fields: &[Field],
        reader: &mut Reader<'_>,
        prefix: &str,
        body: Option<Span>,
        parts: &mut Vec<Part>,
    ) -> Vec<(String, Value)> {
        let mut values = Vec::new();
        let mut absent = Vec::new();
        for field in fields {
            let id = format!("{prefix}-{}", field.name);
            let comment = field.comment.as_deref().unwrap_or_default();
            let mut maker = Maker { reader: self, prefix: &id, comment, parts };
            let value = match (&field.shape, body) {
                (Shape::Markdown, Some(span)) if field.name == "body" => {
                    let is_empty = span.of(&maker.reader.file.text).trim().is_empty();
                    absent.extend(is_empty.then_some(field));
                    (!is_empty).then(|| maker.markdown(span, reader.problems))
                }
                _ => {
                    let taken = reader.take(&field.name);
                    absent.extend(taken.is_none().then_some(field));
                    taken.and_then(|taken| maker.value(&field.shape, taken.node, reader.problems))
                }
            };
            values.extend(value.map(|value| (field.name.clone(), value)));
        }
        for field in absent.into_iter().filter(|field| field.required) {
            // A field that nobody asked for may be this one, misspelt: then that is reported.
            if !reader.is_misspelt(&field.name) {
                missing(self.file, field, reader);
            }
        }
        values
    }
}

fn missing(file: &SourceText, field: &Field, reader: &mut Reader<'_>) {
    let message = format!("`{}` is missing", field.name);
    let help = match &field.shape {
        Shape::Markdown => "write it below the front matter".to_owned(),
        shape => format!("add `{} = {}`", field.name, example(shape)),
    };
    let span = first_line(file, reader.span());
    reader.problems.push(span, message, Some(help));
}

/// A span cut to its first line, for pointing at a whole table.
fn first_line(file: &SourceText, span: Span) -> Span {
    let text = span.of(&file.text);
    let end = text.find('\n').unwrap_or(text.len());
    Span::new(span.start as usize, span.start as usize + end)
}

fn example(shape: &Shape) -> String {
    match shape {
        Shape::Date => "2022-08-26".to_owned(),
        Shape::Number => "100".to_owned(),
        Shape::Boolean => "true".to_owned(),
        Shape::List(_) => "[]".to_owned(),
        Shape::Record(_) | Shape::Counts | Shape::Image => "{ … }".to_owned(),
        Shape::Choice { choices, .. } => format!("{:?}", choices.first().map_or("…", |c| c)),
        _ => "\"…\"".to_owned(),
    }
}

fn publish(reader: &mut Reader<'_>) -> Publish {
    let Some(field) = reader.take("publish") else { return Publish::Always };
    match &field.node.value {
        Toml::Boolean(true) => Publish::Always,
        Toml::Boolean(false) => Publish::Never,
        Toml::Datetime(datetime) if day(datetime).is_some() => {
            day(datetime).map_or(Publish::Never, Publish::From)
        }
        other => {
            let message = format!("expected `true`, `false` or a date, found {}", other.kind());
            reader.problems.push(field.node.span, message, None);
            Publish::Never
        }
    }
}

fn day(datetime: &Datetime) -> Option<Day> {
    let date = datetime.date.as_ref()?;
    Day::new(i32::from(date.year), date.month, date.day)
}

/// Makes one field's value, and the parts in it.
struct Maker<'m, 'a> {
    reader: &'m mut FileReader<'a>,
    prefix: &'m str,
    comment: &'m str,
    parts: &'m mut Vec<Part>,
}

impl Maker<'_, '_> {
    fn value(&mut self, shape: &Shape, node: Node, problems: &mut Problems) -> Option<Value> {
        let span = node.span;
        let found = node.value.kind();
        let value = match (shape, node.value) {
            (Shape::Text { translate: true, max }, Toml::Text(text)) => {
                return self.text(&text, *max, problems);
            }
            (Shape::Text { translate: false, .. }, Toml::Text(text)) => Value::Plain(text),
            (Shape::Markdown, Toml::Text(text)) => {
                let span = text.span();
                let raw = span.of(&self.reader.file.text);
                if raw != text.text {
                    let help = "put it in a '''literal''' string".to_owned();
                    problems.push(span, "Markdown in TOML cannot hold escapes", Some(help));
                    return None;
                }
                return Some(self.markdown(span, problems));
            }
            (Shape::Date, Toml::Datetime(datetime)) => match day(&datetime) {
                Some(day) => Value::Date(day),
                None => return refuse(span, "this day does not exist", problems),
            },
            (Shape::Date, Toml::Text(_)) => {
                problems.push(
                    span,
                    "expected a date, found a text",
                    Some("write a date without quotes: `2022-08-26`".to_owned()),
                );
                return None;
            }
            (Shape::Url, Toml::Text(text)) => return url(&text, problems),
            (Shape::Number, Toml::Number(number)) => match number.parse() {
                Ok(number) => Value::Number(number),
                Err(_) => return refuse(span, "this number cannot be shown", problems),
            },
            (Shape::Boolean, Toml::Boolean(boolean)) => Value::Boolean(boolean),
            (Shape::Choice { choices, labels }, Toml::Text(word)) => {
                return choice(word, choices, labels.as_deref(), problems);
            }
            (Shape::Country, Toml::Text(code)) => return country(&code, problems),
            (Shape::Language, Toml::Text(code)) => return language(&code, problems),
            (Shape::Image, Toml::Table(table)) => return self.image(table, problems),
            (Shape::Reference { kind }, Toml::Text(text)) => {
                return reference(&text, kind.as_deref(), problems);
            }
            (Shape::List(shape), Toml::List(nodes)) => {
                Value::List(self.list(shape, nodes, problems))
            }
            (Shape::Record(fields), Toml::Table(table)) => {
                Value::Record(self.record(fields, table, problems))
            }
            (Shape::Counts, Toml::Table(table)) => return counts(table, problems),
            _ => {
                problems.push(span, format!("expected {}, found {found}", expected(shape)), None);
                return None;
            }
        };
        Some(value)
    }

    fn record(
        &mut self,
        fields: &[Field],
        table: Table,
        problems: &mut Problems,
    ) -> Vec<(String, Value)> {
        let mut reader = Reader::new(table, problems);
        let values = self.reader.fields(fields, &mut reader, self.prefix, None, self.parts);
        reader.finish("this record");
        values
    }

    /// Records are told apart by their `id`; texts in a list get a token, like blocks.
    fn list(&mut self, shape: &Shape, nodes: Vec<Node>, problems: &mut Problems) -> Vec<Value> {
        let prefix = self.prefix.to_owned();
        if let Shape::Text { translate: true, max } = shape {
            return self.texts(nodes, *max, problems);
        }
        let mut values = Vec::new();
        let mut ids: BTreeMap<String, Span> = BTreeMap::new();
        for (index, node) in nodes.into_iter().enumerate() {
            let id = match &node.value {
                Toml::Table(table) => table.fields.iter().find(|field| field.key == "id").cloned(),
                _ => None,
            };
            let word = match id.as_ref().map(|field| (&field.node.value, field.node.span)) {
                Some((Toml::Text(id), span)) => {
                    if let Some(first) = ids.insert(id.text.clone(), span) {
                        let message = format!("the id `{}` stands twice", id.text);
                        problems.push_related(
                            span,
                            message,
                            None,
                            (first, "first here".to_owned()),
                        );
                    }
                    id.text.clone()
                }
                _ => index.to_string(),
            };
            let prefix = format!("{prefix}-{word}");
            let mut maker = Maker {
                reader: self.reader,
                prefix: &prefix,
                comment: self.comment,
                parts: self.parts,
            };
            let (span, before) = (node.span, maker.parts.len());
            values.extend(maker.value(shape, node, problems));
            if id.is_none() && self.parts.len() > before {
                let help = "add `id = \"…\"`, so that its translations stay with it".to_owned();
                problems.push(
                    first_line(self.reader.file, span),
                    "this entry needs an `id`",
                    Some(help),
                );
            }
        }
        values
    }

    fn texts(&mut self, nodes: Vec<Node>, max: Option<u32>, problems: &mut Problems) -> Vec<Value> {
        let mut patterns = Vec::new();
        for node in nodes {
            match node.value {
                Toml::Text(text) => patterns.extend(pattern(&text, problems)),
                other => problems.push(
                    node.span,
                    format!("expected a text, found {}", other.kind()),
                    None,
                ),
            }
        }
        let flat = self.flattened(&patterns, problems);
        let ids = self.tokens(&flat);
        let values = patterns.into_iter().zip(ids);
        values.map(|(pattern, id)| self.plain_part(id, pattern, max)).map(Value::Text).collect()
    }

    fn text(&mut self, text: &Mapped, max: Option<u32>, problems: &mut Problems) -> Option<Value> {
        let pattern = pattern(text, problems)?;
        self.flattened(std::slice::from_ref(&pattern), problems).first()?;
        if pattern.text.is_empty() {
            return refuse(text.span(), "this text is empty", problems);
        }
        Some(Value::Text(self.plain_part(self.prefix.to_owned(), pattern, max)))
    }

    fn markdown(&mut self, span: Span, problems: &mut Problems) -> Value {
        let mut blocks = markdown::read(&self.reader.file.text, span, problems);
        let mut leaves = Vec::new();
        for block in &mut blocks {
            block.leaves(&mut |leaf| leaves.push(leaf));
        }
        leaves.retain(|leaf| !leaf.pattern.text.is_empty());
        let patterns: Vec<Mapped> = leaves.iter().map(|leaf| leaf.pattern.clone()).collect();
        let flat = self.flattened(&patterns, problems);
        if flat.len() < leaves.len() {
            return Value::Markdown(Vec::new());
        }
        let ids = self.tokens(&flat);
        for (leaf, id) in leaves.into_iter().zip(ids) {
            leaf.part = self.part(id, leaf.pattern.clone(), true, leaf.what);
        }
        Value::Markdown(blocks)
    }

    /// The patterns as the catalog will hold them, for comparison with the committed one. A broken
    /// pattern is a problem and left out.
    fn flattened(&self, patterns: &[Mapped], problems: &mut Problems) -> Vec<String> {
        let mut flat = Vec::new();
        for pattern in patterns {
            match catalog::flattened(&pattern.text) {
                Ok(text) => flat.push(text),
                Err(error) => {
                    let offset = pattern.offset(error.at.min(pattern.text.len()));
                    let width =
                        self.reader.file.text[offset..].chars().next().map_or(0, char::len_utf8);
                    problems.push(Span::new(offset, offset + width), error.message, None);
                }
            }
        }
        flat
    }

    fn tokens(&mut self, flat: &[String]) -> Vec<String> {
        let reader = &mut *self.reader;
        token::assign(self.prefix, flat, &reader.resource, reader.known, &mut reader.used)
    }

    /// A part that is no Markdown, and how many characters of it fit.
    fn plain_part(&mut self, id: String, pattern: Mapped, max: Option<u32>) -> usize {
        let index = self.part(id, pattern, false, self.comment);
        self.parts[index].max = max;
        index
    }

    fn part(&mut self, id: String, pattern: Mapped, is_markdown: bool, comment: &str) -> usize {
        let (comment, arguments) = (comment.to_owned(), Vec::new());
        self.parts.push(Part { id, pattern, is_markdown, comment, max: None, arguments });
        self.parts.len() - 1
    }

    fn image(&mut self, table: Table, problems: &mut Problems) -> Option<Value> {
        let span = table.span;
        let mut reader = Reader::new(table, problems);
        let path = reader.text("path");
        let alt = reader.text("alt");
        let credit = reader.text("credit").map(|credit| credit.text);
        let consent = reader.boolean("consent");
        reader.finish("an image");
        if alt.is_none() {
            let help = "add `alt = \"…\"`: say what is to be seen".to_owned();
            problems.push(span, "an image needs an alternative text", Some(help));
        }
        let alt = alt.and_then(|alt| pattern(&alt, problems)).map(|alt| {
            self.part(format!("{}-alt", self.prefix), alt, false, "Alternative text of a picture.")
        });
        let Some(path) = path else {
            problems.push(span, "an image needs a `path`", None);
            return None;
        };
        Some(Value::Image(Image { span: path.span(), path: path.text, alt, credit, consent }))
    }
}

fn refuse(span: Span, message: &str, problems: &mut Problems) -> Option<Value> {
    problems.push(span, message, None);
    None
}

fn pattern(text: &Mapped, problems: &mut Problems) -> Option<Mapped> {
    match joined(text, &[]) {
        Ok(pattern) => Some(pattern),
        Err(at) => {
            let offset = text.offset(at);
            let (brace, word) = match text.text.as_bytes()[at] {
                b'{' => ("{", "is never closed"),
                _ => ("}", "has no opening brace"),
            };
            let help = format!("write `{{\"{brace}\"}}` to show one");
            problems.push(Span::new(offset, offset + 1), format!("`{brace}` {word}"), Some(help));
            None
        }
    }
}

fn url(text: &Mapped, problems: &mut Problems) -> Option<Value> {
    let address = text.text.trim();
    let is_absolute =
        ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    let is_local =
        address.starts_with('/') || address.starts_with('#') || address.starts_with("./");
    if (is_absolute || is_local) && !address.contains(char::is_whitespace) {
        return Some(Value::Url(address.to_owned()));
    }
    let help = "use `https://…`, `mailto:…` or an address of this site, `/…`".to_owned();
    problems.push(text.span(), format!("`{address}` is no address"), Some(help));
    None
}

fn choice(
    word: Mapped,
    choices: &[String],
    labels: Option<&str>,
    problems: &mut Problems,
) -> Option<Value> {
    if !choices.is_empty() && !choices.contains(&word.text) {
        let help = match nearest(&word.text, choices.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it is one of {}", listed(choices)),
        };
        problems.push(
            word.span(),
            format!("`{}` is not one of the choices", word.text),
            Some(help),
        );
        return None;
    }
    let label = labels.map(|labels| format!("{labels}-{}", word.text));
    Some(Value::Choice { word, label })
}

fn country(code: &Mapped, problems: &mut Problems) -> Option<Value> {
    let is_region = code.text.len() == 2 && code.text.bytes().all(|b| b.is_ascii_uppercase());
    let tag = format!("und-{}", code.text).parse::<icu_locale::LanguageIdentifier>();
    let known = tag.is_ok_and(|mut tag| {
        let maximized = icu_locale::LocaleExpander::new_extended().maximize(&mut tag);
        maximized == icu_locale::TransformResult::Modified && tag.region.is_some()
    });
    if is_region && known {
        return Some(Value::Country(code.text.clone()));
    }
    let help = "use a code of ISO 3166-1 in capitals, such as `MD`".to_owned();
    problems.push(code.span(), format!("`{}` is no country code", code.text), Some(help));
    None
}

fn language(code: &Mapped, problems: &mut Problems) -> Option<Value> {
    if let Some(locale) = Locale::parse(&code.text) {
        return Some(Value::Language(locale.tag.to_string()));
    }
    let help = "use a BCP 47 tag such as `es` or `zh-Hans`".to_owned();
    problems.push(code.span(), format!("`{}` is not a known language", code.text), Some(help));
    None
}

fn reference(text: &Mapped, kind: Option<&str>, problems: &mut Problems) -> Option<Value> {
    let span = text.span();
    let (kind, id) = match (kind, text.text.split_once('/')) {
        (Some(kind), None) => (kind.to_owned(), Some(text.text.clone())),
        (None, Some((kind, id))) => (kind.to_owned(), Some(id.to_owned())),
        (None, None) => (text.text.clone(), None),
        (Some(kind), Some(_)) => {
            let message = format!("expected the id of {}, without its kind", with_article(kind));
            return refuse(span, &message, problems);
        }
    };
    Some(Value::Reference(Reference { kind, id, span }))
}

fn counts(table: Table, problems: &mut Problems) -> Option<Value> {
    let mut counts = Vec::new();
    for field in table.fields {
        match field.node.value {
            Toml::Number(number) if number.parse::<fixed_decimal::Decimal>().is_ok() => {
                counts.extend(number.parse().map(|number| (field.key, number)));
            }
            other => {
                let message = format!("expected a number, found {}", other.kind());
                problems.push(field.node.span, message, None);
            }
        }
    }
    Some(Value::Counts(counts))
}

fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text { .. } | Shape::Markdown => "a text in quotes",
        Shape::Date => "a date",
        Shape::Url => "an address in quotes",
        Shape::Number => "a number",
        Shape::Boolean => "`true` or `false`",
        Shape::Choice { .. } => "one word in quotes",
        Shape::Country => "a country code in quotes",
        Shape::Language => "a language tag in quotes",
        Shape::Reference { .. } => "the id of an item in quotes",
        Shape::List(_) => "a list",
        Shape::Image | Shape::Record(_) | Shape::Counts => "a table",
    }
}
