//! What rules see: a locale, an entry or a part, with its counterpart in the source.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use super::mentions::Mentions;
use super::reading::{Reading, Readings, is_same_text};
use rustc_hash::FxHashSet;

use crate::argument::{Argument, Kind as ArgumentKind};
use crate::config::Groups;
use crate::diagnostic::{Diagnostic, Place};
use crate::evaluate::{Facts, Path};
use crate::locale::are_close;
use crate::locale::plural::{Category, Kind, USUAL_COUNTS, category_named, keyword};
use crate::locale::written::{Features, Written};
use crate::markup::{Outline, are_surely_alike};
use crate::project::{Catalog, Found, Origin, Project, Resource};
use crate::provenance::{Rename, Unclear};
use crate::resolve::Chain;
use crate::syntax::{
    Body, Expression, Key, Message, Pattern, Reference, Select, walk_references, walk_selects,
};
use crate::text::{Candidates, Span, nearest};

/// So many bytes are no message but a file that was put into one.
const MAX_LENGTH: usize = 1 << 16;

/// So many variant paths of the source are held against each path of a translation.
const MAX_COMPARED: usize = 64;

/// A locale and where its texts come from.
#[derive(Debug)]
pub struct LocaleView<'a> {
    /// The project.
    pub project: &'a Project,
    /// The locale's own catalog.
    pub catalog: &'a Catalog,
    /// The source's.
    pub source: &'a Catalog,
    /// Its chain.
    pub chain: &'a Chain<'a>,
    /// What the parts of the source say.
    pub readings: &'a Readings<'a>,
    /// What the targets refer to; known in the source, empty elsewhere.
    pub mentions: &'a Mentions,
    /// Ids of messages that another message of the locale shows; found when first asked for.
    referenced: OnceLock<HashSet<String>>,
    /// The names that the source has and the locale does not, for each of its resources, likewise.
    missing: Vec<OnceLock<Candidates>>,
    /// Whether each of its resources writes sentences without full stops, likewise.
    stopless: Vec<OnceLock<bool>>,
    gaps: Vec<Arc<str>>,
    /// How its language stands to that of the source, likewise.
    kinship: OnceLock<Kinship>,
}

/// How two languages stand to each other.
#[derive(Clone, Copy, Debug)]
pub struct Kinship {
    /// Whether they are one, whatever region and script, or read much alike: most texts may well be
    /// the same.
    pub is_close: bool,
    /// Whether they are written in one script.
    pub shares_script: bool,
}

impl<'a> LocaleView<'a> {
    pub(super) fn new(
        project: &'a Project,
        chain: &'a Chain<'a>,
        readings: &'a Readings<'a>,
        mentions: &'a Mentions,
    ) -> Self {
        let catalog = chain.links[0].catalog;
        Self {
            project,
            catalog,
            source: &project.source,
            chain,
            readings,
            mentions,
            referenced: OnceLock::new(),
            missing: catalog.resources.iter().map(|_| OnceLock::new()).collect(),
            stopless: catalog.resources.iter().map(|_| OnceLock::new()).collect(),
            gaps: gaps(chain),
            kinship: OnceLock::new(),
        }
    }

    /// How its language stands to that of the source.
    pub fn kinship(&self) -> Kinship {
        *self.kinship.get_or_init(|| {
            let (own, source) = (self.catalog.locale(), self.source.locale());
            Kinship {
                is_close: own.tag.language == source.tag.language
                    || are_close(&own.tag, &source.tag),
                shares_script: own.shares_script_with(source),
            }
        })
    }

    /// The message of the source that one of its own translates.
    pub fn counterpart(&self, found: &Found<'_>) -> Option<Found<'a>> {
        self.chain.pairs.as_ref()?.in_source(found)
    }

    /// The resource of its own that translates one of the source.
    pub fn own_resource(&self, source: &Resource) -> Option<&'a Resource> {
        self.chain.pairs.as_ref()?.own_resource(source)
    }

    /// The message of its own that translates one of the source.
    pub fn translation(&self, source: &Found<'_>) -> Option<Found<'a>> {
        self.chain.pairs.as_ref()?.in_own(source)
    }

    /// Whether it is the source locale itself.
    pub fn is_source(&self) -> bool {
        self.catalog.locale() == self.source.locale()
    }

    /// Its language.
    pub fn facts(&self) -> &Facts {
        &self.chain.links[0].facts
    }

    /// The language of the source, which every chain ends in.
    pub fn source_facts(&self) -> &Facts {
        &self.chain.links[self.chain.links.len() - 1].facts
    }

    /// The messages and terms of the source, in order.
    pub fn source_messages(&self) -> impl Iterator<Item = Found<'a>> {
        self.source.messages()
    }

    /// Whether it only says differences from another locale: what it leaves out is not missing,
    /// and what its base lacks is missing there.
    pub fn is_overlay(&self) -> bool {
        self.catalog.config.overlay.is_some()
    }

    /// The locale it only says differences from.
    pub fn base(&self) -> Option<&'a Catalog> {
        self.project.catalog(self.catalog.config.overlay.as_deref()?)
    }

    /// Where a resource of this locale is or would be.
    pub fn path_of(&self, resource: &str) -> String {
        match self.catalog.resource(resource) {
            Some(resource) => resource.file.path.to_string(),
            None => {
                let source = self.source.resource(resource).map(|resource| &resource.file.path);
                self.project.path_of(
                    resource,
                    source.map(|path| &**path),
                    &self.catalog.locale().code,
                )
            }
        }
    }

    /// A message of the source that a resource lacks and whose name is like this one.
    pub fn renamed(&self, resource: &str, name: &str) -> Option<&str> {
        let index = self.catalog.resources.binary_search_by(|one| (*one.name).cmp(resource));
        let missing = self.missing.get(index.ok()?)?;
        missing.get_or_init(|| self.missing(resource)).nearest(name)
    }

    /// What its translation of a message or part of the source is called, where that was renamed and
    /// the translation has not followed yet.
    pub fn waiting(&self, resource: &str, name: &str) -> Option<&Rename> {
        let renames = &self.chain.basis.sources.as_ref()?.renames;
        renames.to(resource, name).filter(|rename| rename.is_waited_for(self.catalog))
    }

    /// What the source calls a message or part of its own by now, likewise.
    pub fn follows(&self, resource: &str, name: &str) -> Option<&Rename> {
        let renames = &self.chain.basis.sources.as_ref()?.renames;
        renames.from(resource, name).filter(|rename| rename.is_waited_for(self.catalog))
    }

    /// What the source may call a message of its own by now, where nobody can tell.
    pub fn unclear(&self, resource: &str, name: &str) -> Option<&Unclear> {
        self.chain.basis.sources.as_ref()?.renames.unclear(resource, name)
    }

    /// Whether a resource of its own writes sentences without full stops, as `find` finds once.
    pub(super) fn is_stopless(&self, resource: &Resource, find: impl FnOnce() -> bool) -> bool {
        self.stopless.get(resource.number).is_some_and(|known| *known.get_or_init(find))
    }

    /// The names of messages that the source has and a resource does not.
    fn missing(&self, resource: &str) -> Candidates {
        let Some(source) = self.source.resource(resource) else { return Candidates::default() };
        let missing = source.tree.messages().filter(|(entry, message)| {
            let found = Found { catalog: self.source, resource: source, entry: *entry, message };
            self.translation(&found).is_none()
        });
        let names = missing.map(|(_, message)| message.name().of(source.text()).to_owned());
        Candidates::new(names.collect())
    }

    /// What readers get instead of a whole file.
    pub fn gap(&self) -> Arc<str> {
        self.gaps[1.min(self.chain.links.len())].clone()
    }

    /// What readers get of a message of the source that the locale has not.
    pub fn readers_get_instead(&self, source: &Found<'a>) -> Arc<str> {
        let part = self.chain.fallback(source, None);
        self.gaps[part.map_or(self.chain.links.len(), |part| part.link)].clone()
    }

    /// What readers get of a part of the source: `en`, where the locale has nothing.
    pub fn readers_get(&self, source: &Found<'a>, attribute: Option<&str>) -> Arc<str> {
        let part = self.chain.translation(source, attribute);
        self.gaps[part.map_or(self.chain.links.len(), |part| part.link)].clone()
    }
}

/// What readers get of each link of a chain, and at last where no link has anything.
fn gaps(chain: &Chain<'_>) -> Vec<Arc<str>> {
    let links = chain.links.iter();
    let got = links.map(|link| format!("readers get `{}`", link.catalog.locale()));
    got.chain(["readers get nothing".to_owned()]).map(Arc::from).collect()
}

/// A message or term of a locale.
#[derive(Debug)]
pub struct EntryView<'a> {
    /// Its locale.
    pub locale: &'a LocaleView<'a>,
    /// The message.
    pub found: Found<'a>,
    /// Its counterpart in the source; `None` in the source itself.
    pub source: Option<Found<'a>>,
}

impl<'a> EntryView<'a> {
    pub(super) fn new(
        locale: &'a LocaleView<'a>,
        resource: &'a Resource,
        entry: usize,
        message: &'a Message,
    ) -> Self {
        let found = Found { catalog: locale.catalog, resource, entry, message };
        let source = locale.counterpart(&found);
        Self { locale, found, source }
    }

    /// The text of its file.
    pub fn text(&self) -> &'a str {
        self.found.resource.text()
    }

    /// Whether an overlay leaves a part to its base.
    pub fn inherits(&self, attribute: Option<&str>) -> bool {
        let id = self.found.message.id.of(self.text());
        let resource = &self.found.resource.name;
        self.locale.base().is_some_and(|base| {
            base.in_resource(resource, self.found.message.is_term, id)
                .is_some_and(|found| found.pattern(attribute).is_some())
        })
    }

    /// Whether a broken line behind the message looks like this attribute: then the syntax error
    /// says it all.
    pub fn lost_attribute(&self, attribute: &str) -> bool {
        let next = self.found.resource.tree.entries.get(self.found.entry + 1);
        next.is_some_and(|next| {
            matches!(next.body, Body::Junk(_))
                && next.core.of(self.text()).trim_start().starts_with(&format!(".{attribute}"))
        })
    }

    /// Whether what follows it could not be read: its last lines may be lost there.
    pub fn may_be_cut_off(&self) -> bool {
        let next = self.found.resource.tree.entries.get(self.found.entry + 1);
        next.is_some_and(|next| matches!(next.body, Body::Junk(_)))
    }

    /// The message that is shown under its id: of several in its bundle group the one whose file
    /// is the source's for it, else the first.
    pub fn shown(&self) -> Option<Found<'a>> {
        let (catalog, resource) = (self.locale.catalog, &self.found.resource.name);
        let is_term = self.found.message.is_term;
        let id = self.found.message.id.of(self.text());
        if self.locale.project.config.groups == Groups::Unknown {
            // Files may well be loaded apart.
            return catalog.in_resource(resource, is_term, id);
        }
        let source = self.locale.source.in_group(resource, is_term, id);
        source
            .and_then(|source| catalog.in_resource(&source.resource.name, is_term, id))
            .or_else(|| catalog.in_group(resource, is_term, id))
    }

    /// Whether another message of the locale shows it.
    pub fn is_referenced(&self) -> bool {
        let id = self.found.message.id.of(self.text());
        let referenced = self.locale.referenced.get_or_init(|| referenced(self.locale.catalog));
        referenced.contains(id)
    }

    /// Whether the source has no such message. A locale may have terms of its own.
    pub fn is_obsolete(&self) -> bool {
        !self.locale.is_source() && self.source.is_none() && !self.found.message.is_term
    }
}

/// The ids of messages that messages of a catalog show.
fn referenced(catalog: &Catalog) -> HashSet<String> {
    let mut ids = HashSet::new();
    for found in catalog.messages() {
        let text = found.resource.text();
        for (_, pattern) in found.parts().filter(|(_, pattern)| !pattern.is_text()) {
            walk_references(pattern, &mut |reference| {
                if let Reference::Message { id, .. } = reference {
                    ids.insert(id.of(text).to_owned());
                }
            });
        }
    }
    ids
}

/// Attributes that hold no text.
const SETTINGS: [&str; 13] = [
    "class",
    "cols",
    "commandkey",
    "dir",
    "height",
    "key",
    "keycode",
    "maxlength",
    "modifiers",
    "rows",
    "size",
    "style",
    "width",
];

/// Whether an attribute of this name holds no text. A dialog has names of its own for the access
/// keys of its buttons.
pub(super) fn is_setting(name: &str) -> bool {
    SETTINGS.contains(&name) || name.contains("accesskey")
}

fn has_own_words(
    attribute: Option<&str>,
    own: &Reading<'_>,
    original: Option<&Reading<'_>>,
) -> bool {
    own.pattern.span.range().len() <= MAX_LENGTH
        && !attribute.is_some_and(is_setting)
        && original.is_none_or(|original| original.written() != own.written())
}

pub(super) fn outlines<'a>(paths: &'a [Path<'a>]) -> Vec<Outline<'a>> {
    paths.iter().map(|path| Outline::new(path.text())).collect()
}

/// A value or attribute of a locale.
#[derive(Debug)]
pub struct PartView<'a> {
    /// Its message.
    pub entry: &'a EntryView<'a>,
    /// The attribute, or the value.
    pub attribute: Option<&'a str>,
    /// What it says.
    pub own: &'a Reading<'a>,
    /// What its counterpart in the source says; `None` in the source itself, and where the source
    /// has no such part.
    pub original: Option<&'a Reading<'a>>,
    has_own_words: bool,
    outlines: OnceCell<Vec<Outline<'a>>>,
    original_outlines: OnceCell<Vec<Outline<'a>>>,
    repeats_markup: OnceCell<bool>,
    repeats_placeables: OnceCell<bool>,
    unknown: OnceCell<Vec<(&'a str, Span)>>,
    plurals: OnceCell<Vec<(&'a Select, Plural<'a>)>>,
}

impl<'a> PartView<'a> {
    pub(super) fn new(
        entry: &'a EntryView<'a>,
        attribute: Option<&'a str>,
        own: &'a Reading<'a>,
        original: Option<&'a Reading<'a>>,
    ) -> Self {
        Self {
            entry,
            attribute,
            own,
            original,
            has_own_words: has_own_words(attribute, own, original),
            outlines: OnceCell::new(),
            original_outlines: OnceCell::new(),
            repeats_markup: OnceCell::new(),
            repeats_placeables: OnceCell::new(),
            unknown: OnceCell::new(),
            plurals: OnceCell::new(),
        }
    }

    /// The text of its file.
    pub fn text(&self) -> &'a str {
        self.own.text
    }

    /// Its pattern.
    pub fn pattern(&self) -> &'a Pattern {
        self.own.pattern
    }

    /// Whether its text is Markdown: a block of content.
    pub fn is_markdown(&self) -> bool {
        let declaring = self.declaring();
        self.attribute.is_none()
            && self
                .entry
                .locale
                .project
                .is_markdown(declaring.message.id.of(declaring.resource.text()))
    }

    /// The language it is written in.
    pub fn facts(&self) -> &Facts {
        self.entry.locale.facts()
    }

    /// The subtag of the language it is written in: `fr`.
    pub fn language(&self) -> &'a str {
        self.entry.locale.catalog.locale().tag.language.as_str()
    }

    /// How the language it is written in is written.
    pub fn written(&self) -> &Written {
        self.facts().written()
    }

    /// Whether its words can be judged as those of its language: it does not just repeat the source,
    /// is no longer than anybody writes, and no setting of a program.
    pub fn has_own_words(&self) -> bool {
        self.has_own_words
    }

    /// Whether it repeats the source word for word: its forms are the source's, and
    /// `identical-to-source` tells of it.
    pub fn repeats_source(&self) -> bool {
        self.original.is_some_and(|original| is_same_text(original.written(), self.own.written()))
    }

    /// Whether it is an attribute that is no text: sizes, styles and keys are what a locale needs.
    pub fn is_setting(&self) -> bool {
        self.attribute.is_some_and(is_setting)
    }

    /// Its variant paths; at least one.
    pub fn paths(&self) -> &'a [Path<'a>] {
        &self.own.paths
    }

    /// `id`, `-id` or `id.attribute`, for people.
    pub fn name(&self) -> String {
        match self.attribute {
            Some(attribute) => format!("{}.{attribute}", self.entry.found.name()),
            None => self.entry.found.name().to_owned(),
        }
    }

    /// Where one of its paths is to be seen: at the key that chose it, else the whole of it.
    pub fn place_of(&self, path: &Path<'_>) -> Span {
        path.choices.last().map_or(self.pattern().span, |choice| choice.key().span())
    }

    /// The variant paths of its counterpart in the source, as many as can be held against each of
    /// its own; none if there is none.
    pub fn original_paths(&self) -> &'a [Path<'a>] {
        let paths = self.original.map_or(&[][..], |original| &original.paths);
        &paths[..paths.len().min(MAX_COMPARED)]
    }

    /// The elements of each of its paths, in the same order.
    pub fn outlines(&self) -> &[Outline<'a>] {
        self.outlines.get_or_init(|| outlines(self.paths()))
    }

    /// The elements of each of its original paths, likewise.
    pub fn original_outlines(&self) -> &[Outline<'a>] {
        self.original_outlines.get_or_init(|| outlines(self.original_paths()))
    }

    /// Whether its elements and links surely are those of its counterpart in the source, on every
    /// path, and nothing is wrong with them there: then nothing is to be said of them. A glance.
    pub fn repeats_markup(&self) -> bool {
        *self.repeats_markup.get_or_init(|| {
            let is_like = |path: &Path<'_>| {
                self.original_paths()
                    .iter()
                    .all(|theirs| are_surely_alike(path.text(), theirs.text()))
            };
            self.original.is_some_and(Reading::has_sound_markup) && self.paths().iter().all(is_like)
        })
    }

    /// Whether it shows just what its counterpart in the source shows besides text, written alike and
    /// in the same order, on the one path that each has. A glance.
    pub fn repeats_placeables(&self) -> bool {
        *self.repeats_placeables.get_or_init(|| {
            let (Some(original), [own]) = (self.original, self.paths()) else { return false };
            let [theirs] = &*original.paths else { return false };
            let written = own.placeables.iter().map(|(_, span)| span.of(self.text()));
            written.eq(theirs.placeables.iter().map(|(_, span)| span.of(original.text)))
        })
    }

    /// Whether it or its counterpart in the source may show such characters.
    pub fn may_have(&self, any: Features) -> bool {
        self.own.features.has(any)
            || self.original.is_some_and(|original| original.features.has(any))
    }

    /// A finding of a rule about a span of the part.
    pub fn finding(&self, rule: &'static str, span: Span, message: String) -> Diagnostic {
        let place = Place::new(&self.entry.found.resource.file, span);
        Diagnostic::new(rule, place, message).about(self.entry.found.subject(self.attribute))
    }

    /// The message of the source that says what arguments there are: its own in the source.
    fn declaring(&self) -> Found<'a> {
        self.entry.source.unwrap_or(self.entry.found)
    }

    /// The arguments declared for its message.
    pub fn arguments(&self) -> Vec<Argument> {
        let declaring = self.declaring();
        self.entry.locale.project.arguments(declaring.resource, declaring.message)
    }

    /// How many characters of it fit where it is shown, as the source declares.
    pub fn limit(&self) -> Option<u32> {
        match self.original {
            Some(original) => original.limit,
            None => Origin::limit(self.declaring(), self.attribute),
        }
    }

    /// Every variable the source passes to its message.
    pub fn passed(&self) -> &FxHashSet<String> {
        self.entry.locale.chain.variables(self.declaring())
    }

    /// The variables that it mentions and nobody passes, each once, with where. Empty in the source
    /// and in terms, which see only what they are called with.
    pub fn unknown_variables(&self) -> &[(&'a str, Span)] {
        self.unknown.get_or_init(|| {
            let mut mentioned = mentioned(self.pattern(), self.text());
            if mentioned.is_empty()
                || self.entry.source.is_none()
                || self.entry.found.message.is_term
            {
                return Vec::new();
            }
            let passed = self.passed();
            let mut seen = HashSet::new();
            mentioned.retain(|(name, _)| !passed.contains(*name) && seen.insert(*name));
            mentioned
        })
    }

    /// Whether a variable that nobody passes looks like this one misspelt: then one finding says it.
    pub fn is_misspelt(&self, name: &str) -> bool {
        self.unknown_variables().iter().any(|(unknown, _)| nearest(unknown, [name]).is_some())
    }

    /// The select expressions of the part that choose by a number.
    pub fn plurals(&self) -> &[(&'a Select, Plural<'a>)] {
        self.plurals.get_or_init(|| {
            let mut plurals = Vec::new();
            walk_selects(self.pattern(), &mut |select| {
                plurals.extend(Plural::new(self, select).map(|plural| (select, plural)));
            });
            plurals
        })
    }

    /// Whether the source chooses by a plural form of this variable.
    pub fn source_has_category(&self, variable: &str) -> bool {
        let Some(original) = self.original else { return false };
        let (mut has, source) = (false, original.text);
        walk_selects(original.pattern, &mut |select| {
            let same = selected(&select.selector, source).is_some_and(|(name, _)| name == variable);
            has |= same
                && select.variants.iter().any(|variant| {
                    let key = variant.key.span().of(source);
                    key != "other" && category_named(key).is_some()
                });
        });
        has
    }

    /// How a select expression of the part depends on a number, if it does.
    pub fn plural(&self, select: &Select) -> Option<&Plural<'a>> {
        let mut plurals = self.plurals().iter();
        plurals.find(|(own, _)| std::ptr::eq(*own, select)).map(|(_, plural)| plural)
    }
}

/// The integers that may come where nothing else is said.
static USUAL: [u32; USUAL_COUNTS as usize + 1] = {
    let mut usual = [0; USUAL_COUNTS as usize + 1];
    let mut number = 0;
    while number <= USUAL_COUNTS {
        usual[number as usize] = number;
        number += 1;
    }
    usual
};

/// A select expression that chooses by a number.
#[derive(Debug)]
pub struct Plural<'a> {
    /// The variable, without `$`.
    pub variable: &'a str,
    /// Cardinal or ordinal.
    pub kind: Kind,
    /// The integers that may come.
    pub numbers: Cow<'static, [u32]>,
}

impl<'a> Plural<'a> {
    /// `None` unless the selector is a variable or `NUMBER` of one, every key is a number or a
    /// plural category, at least one key says something of plurals, and nothing says the variable
    /// is no number.
    fn new(part: &PartView<'a>, select: &Select) -> Option<Self> {
        let text = part.text();
        let (variable, kind) = selected(&select.selector, text)?;
        let is_plural_key = |key: Key| match key {
            Key::Number(_) => true,
            Key::Name(name) => category_named(name.of(text)).is_some(),
        };
        if !select.variants.iter().all(|variant| is_plural_key(variant.key)) {
            return None;
        }
        if !part.facts().plurals.is_known() || sets_digits(&select.selector, text) {
            return None;
        }
        let argument = part.arguments().into_iter().find(|argument| argument.name == variable);
        if argument.as_ref().is_some_and(|argument| !argument.kind.is_numeric()) {
            return None;
        }
        let numbers: Cow<'static, [u32]> = match &argument {
            Some(Argument { range: Some(range), .. }) => {
                range.clone().take(USUAL_COUNTS as usize + 1).collect()
            }
            Some(Argument { kind: ArgumentKind::Count, values, .. }) => {
                let published = values.iter().filter_map(|value| value.to_string().parse().ok());
                USUAL.iter().copied().chain(published).collect()
            }
            _ => Cow::Borrowed(USUAL.as_slice()),
        };
        Some(Self { variable, kind, numbers })
    }

    /// Whether something says which numbers may come; else they are the usual ones, and it is not
    /// sure that a text is shown for none.
    pub fn is_declared(&self) -> bool {
        matches!(self.numbers, Cow::Owned(_))
    }

    /// Whether a variant is written for a category.
    pub fn has_form(select: &Select, text: &str, category: Category) -> bool {
        select.variants.iter().any(|variant| match variant.key {
            Key::Name(name) => name.of(text) == keyword(category),
            Key::Number(_) => false,
        })
    }

    /// Whether a key names this number itself.
    pub fn is_named(&self, select: &Select, text: &str, number: u32) -> bool {
        select.variants.iter().any(|variant| match variant.key {
            Key::Number(span) => {
                span.of(text).parse::<f64>().is_ok_and(|key| key == f64::from(number))
            }
            Key::Name(_) => false,
        })
    }
}

/// The variable a selector depends on, and whether by cardinal or ordinal rules.
pub(super) fn selected<'t>(selector: &Expression, text: &'t str) -> Option<(&'t str, Kind)> {
    match selector {
        Expression::Variable(name) => Some((name.of(text), Kind::Cardinal)),
        Expression::Function { id, arguments } if id.of(text) == "NUMBER" => {
            let Some(Expression::Variable(name)) = arguments.positional.first() else {
                return None;
            };
            let is_ordinal = arguments.named.iter().any(|(option, value)| {
                option.of(text) == "type"
                    && matches!(value, Expression::String(word) if word.of(text) == "ordinal")
            });
            Some((name.of(text), if is_ordinal { Kind::Ordinal } else { Kind::Cardinal }))
        }
        Expression::Placeable(inner) => selected(&inner.expression, text),
        _ => None,
    }
}

/// Whether a selector sets the digits of its number: then `1` may be `1.0`, which takes another
/// form, and nothing is said of forms.
fn sets_digits(selector: &Expression, text: &str) -> bool {
    match selector {
        Expression::Function { arguments, .. } => {
            arguments.named.iter().any(|(option, _)| option.of(text).ends_with("Digits"))
        }
        Expression::Placeable(inner) => sets_digits(&inner.expression, text),
        _ => false,
    }
}

/// The variables an expression shows, through functions and the arguments of terms.
pub(super) fn shown_variables<'t>(
    expression: &Expression,
    text: &'t str,
    names: &mut Vec<&'t str>,
) {
    shows(expression, text, &mut |name| {
        names.push(name);
        false
    });
}

/// Whether a path shows a variable. What a message shows by reference is looked at there.
pub(super) fn path_shows(path: &Path<'_>, text: &str, variable: &str) -> bool {
    path.placeables.iter().any(|(expression, _)| {
        matches!(expression, Expression::Message { .. })
            || shows(expression, text, &mut |name| name == variable)
    })
}

/// Whether an expression shows a variable like this, through functions and the arguments of terms.
fn shows<'t>(
    expression: &Expression,
    text: &'t str,
    is_it: &mut dyn FnMut(&'t str) -> bool,
) -> bool {
    match expression {
        Expression::Variable(name) => is_it(name.of(text)),
        Expression::Function { arguments, .. } | Expression::Term { arguments, .. } => {
            arguments.positional.iter().any(|argument| shows(argument, text, is_it))
        }
        Expression::Placeable(inner) => shows(&inner.expression, text, is_it),
        _ => false,
    }
}

/// Every variable a pattern mentions, with where its `$name` stands, in order.
fn mentioned<'t>(pattern: &Pattern, text: &'t str) -> Vec<(&'t str, Span)> {
    let mut names = Vec::new();
    walk_references(pattern, &mut |reference| {
        if let Reference::Variable { name, .. } = reference {
            names.push((name.of(text), reference.name()));
        }
    });
    names
}
