//! Kinds of content: where their files are, which fields they have, and which of those are
//! translated.

use std::collections::BTreeMap;

use super::glob::Glob;
use super::key::{FIELD, KIND};
use crate::table::{Field as TableField, Problems, Reader, Table, Value};
use crate::text::{Mapped, listed, nearest};

/// A kind of content.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name, which starts the id of every message made from it.
    pub name: String,
    /// Files below the content folder.
    pub files: Glob,
    /// What of it falls back together.
    pub unit: Unit,
    /// What it means beyond its fields.
    pub role: Role,
    /// The array of tables that holds the items, where a file holds several.
    pub items: Option<String>,
    /// How an item's id is made: `file` is the file's stem, other words are fields of the item.
    pub id: Vec<String>,
    /// Its fields, in the order in which they are translated and shown.
    pub fields: Vec<Field>,
}

/// What of an item falls back to another locale together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// The whole item: no half-translated story.
    Item,
    /// Each part by itself.
    Part,
}

/// What a kind means beyond its fields, and so what is checked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing beyond its fields.
    Plain,
    /// A sentence that takes a figure's value.
    Indicator,
    /// A value, or the reason why there is none.
    Figure,
    /// Somebody's words, shown with consent only.
    Testimonial,
    /// Stages, nodes and edges.
    Diagram,
}

/// A field of a kind or of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key.
    pub name: String,
    /// Whether an item must have it.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
    /// What it is, for the translator.
    pub comment: Option<String>,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Text in Fluent pattern syntax; a part of its own unless `translate = false`.
    Text {
        /// Whether translators see it.
        translate: bool,
        /// How many characters of it fit where it is shown.
        max: Option<u32>,
    },
    /// Markdown blocks; a part each.
    Markdown,
    /// A day of the Gregorian calendar.
    Date,
    /// An absolute or site-relative address.
    Url,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One of a few words.
    Choice {
        /// The words.
        choices: Vec<String>,
        /// The prefix of the messages that name them: `topic` for `topic-solidarity`.
        labels: Option<String>,
    },
    /// An ISO 3166-1 alpha-2 code.
    Country,
    /// A BCP 47 tag.
    Language,
    /// A path, an alternative text, a credit and a consent.
    Image,
    /// Another item: `kind/id`, or `id` of a given kind, or a kind by itself.
    Reference {
        /// The kind, if only one is allowed.
        kind: Option<String>,
    },
    /// Any number of the same.
    List(Box<Shape>),
    /// Fields of its own.
    Record(Vec<Field>),
    /// Numbers by name, such as the cells of a breakdown.
    Counts,
}

pub(super) const SHAPES: [&str; 14] = [
    "text",
    "markdown",
    "date",
    "url",
    "number",
    "boolean",
    "choice",
    "country",
    "language",
    "image",
    "reference",
    "list",
    "record",
    "counts",
];

pub(super) const UNITS: [(&str, Unit); 2] = [("item", Unit::Item), ("part", Unit::Part)];

pub(super) const ROLES: [(&str, Role); 5] = [
    ("plain", Role::Plain),
    ("indicator", Role::Indicator),
    ("figure", Role::Figure),
    ("testimonial", Role::Testimonial),
    ("diagram", Role::Diagram),
];

/// The kinds every project has: those of an impact page.
pub(super) const BUILT_IN: &str = include_str!("kinds.toml");

/// Reads tables of kinds by name. A kind `like` another starts with all that the other has.
pub(super) fn read(kinds: Table, known: &mut BTreeMap<String, Kind>, problems: &mut Problems) {
    for field in kinds.fields {
        let name = field.key.clone();
        let Value::Table(table) = field.node.value else {
            problems.push(field.node.span, format!("`{name}` must be a table"), None);
            continue;
        };
        let what = format!("the kind `{name}`");
        let mut reader = KIND.open(table, &what, problems);
        let Some(kind) = kind(&name, &mut reader, known) else { continue };
        known.insert(name, kind);
        reader.finish(&what);
    }
}

fn kind(name: &str, reader: &mut Reader<'_>, known: &BTreeMap<String, Kind>) -> Option<Kind> {
    let base = match reader.place_of("like") {
        Some(_) => Some(like(&reader.text("like")?, known, reader.problems)?),
        None => known.get(name).cloned(),
    };
    let files = reader.text("files").map(|files| Glob::new(&files.text));
    let Some(files) = files.or(base.as_ref().map(|base| base.files.clone())) else {
        let span = reader.span();
        // A misspelt key is reported already.
        if reader.is_misspelt("like") || reader.is_misspelt("files") {
            return None;
        }
        reader.problems.push(
            span,
            format!("the kind `{name}` needs `files`, such as `\"{name}/*.md\"`"),
            None,
        );
        return None;
    };
    let unit = reader.word("unit", &UNITS);
    let role = reader.word("role", &ROLES);
    let items = reader.text("items").map(|items| items.text);
    let id: Vec<String> = reader.texts("id").into_iter().map(|word| word.text).collect();
    let own =
        reader.table("fields").map(|table| fields(table, reader.problems)).unwrap_or_default();
    let base = base.unwrap_or_else(|| Kind {
        name: String::new(),
        files: files.clone(),
        unit: Unit::Item,
        role: Role::Plain,
        items: None,
        id: vec!["file".to_owned()],
        fields: Vec::new(),
    });
    let mut merged: Vec<Field> = base.fields;
    for field in own {
        match merged.iter_mut().find(|old| old.name == field.name) {
            Some(old) => *old = field,
            None => merged.push(field),
        }
    }
    Some(Kind {
        name: name.to_owned(),
        files,
        unit: unit.unwrap_or(base.unit),
        role: role.unwrap_or(base.role),
        items: items.or(base.items),
        id: if id.is_empty() { base.id } else { id },
        fields: merged,
    })
}

/// The kind that another starts with.
fn like(like: &Mapped, known: &BTreeMap<String, Kind>, problems: &mut Problems) -> Option<Kind> {
    if let Some(base) = known.get(&like.text) {
        return Some(base.clone());
    }
    let names = known.keys().map(String::as_str);
    let help = nearest(&like.text, names).map(|meant| format!("did you mean `{meant}`?"));
    problems.push(like.span(), format!("there is no kind `{}` to be like", like.text), help);
    None
}

fn fields(table: Table, problems: &mut Problems) -> Vec<Field> {
    table.fields.into_iter().filter_map(|entry| field(entry, problems)).collect()
}

fn field(entry: TableField, problems: &mut Problems) -> Option<Field> {
    let TableField { key: name, node, .. } = entry;
    let Value::Table(table) = node.value else {
        let help = "write it as `{ type = \"text\", required = true }`".to_owned();
        problems.push(node.span, format!("the field `{name}` must be a table"), Some(help));
        return None;
    };
    let what = format!("the field `{name}`");
    let mut reader = FIELD.open(table, &what, problems);
    let required = reader.boolean("required").unwrap_or(false);
    let comment = reader.text("comment").map(|comment| comment.text);
    // Which other keys a field has depends on its type.
    let shape = shape(&mut reader, &name)?;
    reader.finish(&what);
    Some(Field { name, required, shape, comment })
}

/// No limit of a text may be beyond this.
const LONGEST: f64 = 100_000.0;

fn shape(reader: &mut Reader<'_>, name: &str) -> Option<Shape> {
    let is_said = reader.place_of("type").is_some() || reader.is_misspelt("type");
    let Some(word) = reader.text("type") else {
        if !is_said {
            let help = format!("it is one of {}", listed(&SHAPES));
            let span = reader.span();
            reader.problems.push(span, format!("the field `{name}` needs a `type`"), Some(help));
        }
        return None;
    };
    Some(match word.text.as_str() {
        "text" => Shape::Text {
            translate: reader.boolean("translate").unwrap_or(true),
            max: reader.number("max", 1.0..=LONGEST).map(|max| max as u32),
        },
        "markdown" => Shape::Markdown,
        "date" => Shape::Date,
        "url" => Shape::Url,
        "number" => Shape::Number,
        "boolean" => Shape::Boolean,
        "choice" => Shape::Choice {
            choices: reader.texts("choices").into_iter().map(|choice| choice.text).collect(),
            labels: reader.text("labels").map(|labels| labels.text),
        },
        "country" => Shape::Country,
        "language" => Shape::Language,
        "image" => Shape::Image,
        "reference" => Shape::Reference { kind: reader.text("kind").map(|kind| kind.text) },
        "list" => {
            if reader.place_of("of").is_none() && !reader.is_misspelt("of") {
                let help = "add `of`, such as `of = { type = \"text\" }`".to_owned();
                let message = format!("the list `{name}` does not say what it is a list of");
                reader.problems.push(word.span(), message, Some(help));
            }
            let of = reader.table("of")?;
            let what = format!("the list `{name}`");
            let mut inner = FIELD.open(of, &what, reader.problems);
            let shape = shape(&mut inner, name)?;
            inner.finish(&what);
            Shape::List(Box::new(shape))
        }
        "record" => {
            let table = reader.table("fields").unwrap_or_default();
            Shape::Record(fields(table, reader.problems))
        }
        "counts" => Shape::Counts,
        other => {
            let message = format!("there is no field type `{other}`");
            let help = format!("it is one of {}", listed(&SHAPES));
            reader.problems.push(word.span(), message, Some(help));
            return None;
        }
    })
}
