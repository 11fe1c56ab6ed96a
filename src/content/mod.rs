//! Source content: items of declared kinds, their fields, and the parts they are translated in.
//!
//! Reading never fails: what is wrong is a finding of the rule `invalid-content` at its place in
//! the content file, and the rest is read. How an item looks in another language is `resolve`'s
//! business.

mod catalog;
mod markdown;
mod pattern;
mod read;
mod role;
mod token;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fixed_decimal::Decimal;

use crate::argument::Argument;
use crate::config::Role;
use crate::format::Day;
use crate::text::{Mapped, SourceText, Span};

pub use catalog::{Catalog, GENERATED, catalogs};
pub use markdown::{Block, Leaf};
pub use read::read;
pub use role::{is_shown, published_values};

/// The rule that findings about content belong to.
pub const RULE: &str = "invalid-content";

/// The largest content file that is read, in bytes.
pub const MAX_FILE: usize = 4 * 1024 * 1024;

/// Everything a project's content holds.
#[derive(Debug, Default)]
pub struct Library {
    /// By path, then by place in the file.
    pub items: Vec<Item>,
    /// Where each item stands in `items`, by kind and id.
    pub by_id: BTreeMap<(String, String), usize>,
    /// Kinds of which an item could not be read: what seems to be missing may be that one.
    pub incomplete: BTreeSet<String>,
}

impl Library {
    /// An item by kind and id.
    pub fn item(&self, kind: &str, id: &str) -> Option<&Item> {
        self.by_id.get(&(kind.to_owned(), id.to_owned())).map(|&index| &self.items[index])
    }

    /// Items of a kind, in order.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| item.kind == kind)
    }

    /// All items in the order in which a reader meets them: as the pages list them, then the rest.
    pub fn in_page_order(&self) -> Vec<&Item> {
        let mut seen = BTreeSet::new();
        let mut order = Vec::new();
        for page in self.items.iter().filter(|item| item.field("contents").is_some()) {
            self.visit(page, &mut seen, &mut order);
        }
        for item in &self.items {
            self.visit(item, &mut seen, &mut order);
        }
        order
    }

    fn visit<'a>(
        &'a self,
        item: &'a Item,
        seen: &mut BTreeSet<(&'a str, &'a str)>,
        order: &mut Vec<&'a Item>,
    ) {
        if !seen.insert((&item.kind, &item.id)) {
            return;
        }
        order.push(item);
        let Some(Value::List(contents)) = item.field("contents") else { return };
        for entry in contents {
            let Value::Reference(reference) = entry else { continue };
            for target in self.referenced(reference) {
                self.visit(target, seen, order);
            }
        }
    }

    /// The items a reference names: one, or all of a kind.
    pub fn referenced<'a>(&'a self, reference: &'a Reference) -> Vec<&'a Item> {
        match &reference.id {
            Some(id) => self.item(&reference.kind, id).into_iter().collect(),
            None => self.of_kind(&reference.kind).collect(),
        }
    }
}

/// One thing in the content.
#[derive(Debug)]
pub struct Item {
    /// The name of its kind.
    pub kind: String,
    /// What its kind means beyond its fields.
    pub role: Role,
    /// Its id, unique among its kind.
    pub id: String,
    /// The file it stands in.
    pub source: Arc<SourceText>,
    /// The resource its parts belong to, such as `stories/forest.ftl`.
    pub resource: Arc<str>,
    /// Where it starts, or its id.
    pub span: Span,
    /// Whether it is to be published.
    pub publish: Publish,
    /// In the order of its kind; absent fields are left out.
    pub fields: Vec<(String, Value)>,
    /// Its translatable parts, in the order of its fields.
    pub parts: Vec<Part>,
}

impl Item {
    /// A field's value.
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// A choice or plain text field's word.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.field(name)?.word()
    }

    /// `kind/id`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }
}

/// Whether an item is to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publish {
    /// It is.
    Always,
    /// It is not.
    Never,
    /// From a day on.
    From(Day),
}

/// A translatable text of an item: one message of the source catalog.
#[derive(Debug)]
pub struct Part {
    /// The message id.
    pub id: String,
    /// Its pattern, in Fluent syntax, pointing back to the content file.
    pub pattern: Mapped,
    /// Whether it is Markdown.
    pub is_markdown: bool,
    /// What it is, for the translator.
    pub comment: String,
    /// How many characters of it fit where it is shown.
    pub max: Option<u32>,
    /// What it may be given.
    pub arguments: Vec<Argument>,
}

/// A field's value.
#[derive(Debug)]
pub enum Value {
    /// A translatable text: an index into the item's parts.
    Text(usize),
    /// Markdown: blocks whose texts are parts.
    Markdown(Vec<Block>),
    /// Text that is not translated.
    Plain(Mapped),
    /// A day.
    Date(Day),
    /// An address.
    Url(String),
    /// A number.
    Number(Decimal),
    /// `true` or `false`.
    Boolean(bool),
    /// One of a few words, and the message that names it, if there is one.
    Choice {
        /// The word, and where it stands.
        word: Mapped,
        /// A message id in the project's own catalogs.
        label: Option<String>,
    },
    /// An ISO 3166-1 alpha-2 code.
    Country(String),
    /// A BCP 47 tag.
    Language(String),
    /// A picture.
    Image(Image),
    /// Another item, or all of a kind.
    Reference(Reference),
    /// Any number of values.
    List(Vec<Value>),
    /// Fields of its own, in order.
    Record(Vec<(String, Value)>),
    /// Numbers by name, in order.
    Counts(Vec<(String, Decimal)>),
}

impl Value {
    /// The word of a choice, a plain text, a country or a language.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Choice { word, .. } | Self::Plain(word) => Some(&word.text),
            Self::Country(word) | Self::Language(word) | Self::Url(word) => Some(word),
            _ => None,
        }
    }

    /// A field of a record.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Record(fields) => {
                fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The values of a list; empty for anything else.
    pub fn list(&self) -> &[Value] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }
}

/// A picture.
#[derive(Debug)]
pub struct Image {
    /// Below the content folder.
    pub path: String,
    /// Where the path stands.
    pub span: Span,
    /// The alternative text: an index into the item's parts.
    pub alt: Option<usize>,
    /// Who made it.
    pub credit: Option<String>,
    /// Whether the people in it agreed.
    pub consent: Option<bool>,
}

/// A reference to an item, or to all items of a kind.
#[derive(Debug)]
pub struct Reference {
    /// The kind's name.
    pub kind: String,
    /// The item's id; `None` for all of the kind.
    pub id: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// What is already known of the messages made from content.
#[derive(Debug, Default)]
pub struct Known {
    /// Per resource: id and flattened text of each message, in order, from the committed catalog,
    /// then what only its snapshot says.
    pub messages: BTreeMap<String, Vec<(String, String)>>,
    /// Ids that were used once and must not come back.
    pub retired: BTreeSet<String>,
}
