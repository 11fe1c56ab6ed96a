//! From files to a project: which file is what, in which locale, and what could not be read.
//!
//! Loading always gives a project. What is wrong with a file is a finding, and the rest is read.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::ErrorKind;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::config::{
    Config, Content, FILE, Groups, LocaleConfig, ResourcePaths, Sorted, is_meant, key,
};
use crate::content::{self, GENERATED, Known, Library, Value};
use crate::diagnostic::{Diagnostic, Place, Subject};
use crate::files::{Files, Walk};
use crate::locale::Locale;
use crate::project::{self, Catalog, Origin, Project, Records, Resource};
use crate::record::{self, Snapshot};
use crate::syntax::{self, Body, Junk};
use crate::text::{SourceText, Span, counted, listed, utf8};
use crate::usage::{self, Usage};

/// The rule of files that cannot be read.
pub const UNREADABLE: &str = "unreadable-file";

/// The rule of folders where locales live that are none.
const UNKNOWN_FOLDER: &str = "unknown-locale-folder";

/// Loads the project that a configuration describes.
pub fn load(files: &dyn Files, config: Config) -> (Project, Vec<Diagnostic>) {
    let Loaded { mut origin, waiting, mut findings } = origin(files, config, None);
    if let Some(origin) = Arc::get_mut(&mut origin) {
        let folder = format!("{}/{}", origin.config.records, record::TRANSLATIONS);
        origin.records.translations = files.walk(&folder).files.into_iter().collect();
    }
    let (targets, found) = read(files, &origin, waiting);
    findings.extend(found);
    (Project { origin, targets }, findings)
}

/// The source side of a project, and what is left to read.
#[derive(Debug)]
pub struct Loaded {
    /// The source side.
    pub origin: Arc<Origin>,
    /// The targets, in the order of the configuration, or by code.
    pub waiting: Vec<Waiting>,
    /// What was found so far.
    pub findings: Vec<Diagnostic>,
}

/// A target that has not been read.
#[derive(Debug)]
pub struct Waiting {
    /// The locale and what the project says of it.
    pub config: LocaleConfig,
    paths: ResourcePaths,
}

impl Waiting {
    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.paths.values().map(String::as_str)
    }
}

/// The Fluent files of a project, in every locale.
pub fn fluent_files(files: &dyn Files, config: &Config) -> Vec<String> {
    let (sorted, _) = targets(list(files, config), config, &mut Vec::new());
    sorted.into_iter().flat_map(|target| target.paths.into_values()).collect()
}

/// Loads the source side and finds the files of the targets. `found` is what files there are, where
/// that is known.
pub fn origin(files: &dyn Files, config: Config, found: Option<Sorted>) -> Loaded {
    let mut findings = Vec::new();
    let found = found.unwrap_or_else(|| list(files, &config));
    let (mut waiting, unknown) = targets(found, &config, &mut findings);
    findings.extend(unknown);
    let (source, found) = read_catalog(files, waiting.remove(0), config.groups);
    findings.extend(found);
    findings.extend(no_source(&config, &source));
    let records = read_records(files, &config, &source, &mut findings);
    let library = read_content(files, &config, &records.known, &mut findings);
    let usage = read_usage(files, &config, &source, &mut findings);
    let origin = Arc::new(Origin::new(config, library, records, source, usage));
    Loaded { origin, waiting, findings }
}

/// Divides targets into families, each with all that its locales fall back to but the source.
pub fn families(waiting: Vec<Waiting>) -> Vec<Vec<Waiting>> {
    let configs: Vec<&LocaleConfig> = waiting.iter().map(|target| &target.config).collect();
    let families = project::families(&configs);
    let mut waiting: Vec<Option<Waiting>> = waiting.into_iter().map(Some).collect();
    let mut take = |index: usize| waiting.get_mut(index).and_then(Option::take);
    families.into_iter().map(|family| family.into_iter().filter_map(&mut take).collect()).collect()
}

/// Reads targets.
pub fn read(
    files: &dyn Files,
    origin: &Origin,
    targets: Vec<Waiting>,
) -> (Vec<Catalog>, Vec<Diagnostic>) {
    let read = targets.into_par_iter().map(|target| read_target(files, origin, target));
    let read: Vec<(Catalog, Vec<Diagnostic>)> = read.collect();
    let (catalogs, findings): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    (catalogs, findings.into_iter().flatten().collect())
}

/// Patterns that no file of the source matches are a mistake, not an empty project.
fn no_source(config: &Config, source: &Catalog) -> Option<Diagnostic> {
    if !source.resources.is_empty() || config.content.is_some() {
        return None;
    }
    let patterns: Vec<&str> =
        config.paths.iter().map(|paths| paths.reference.pattern.as_str()).collect();
    let message =
        format!("no file of the source `{}` matches {}", config.source, listed(&patterns));
    let finding = Diagnostic::new("invalid-config", Place::file(config.file.clone()), message);
    Some(finding.help("correct `source` or `paths`: nothing can be checked without the source"))
}

/// What the program asks for, where the configuration says in which files it does.
fn read_usage(
    files: &dyn Files,
    config: &Config,
    source: &Catalog,
    findings: &mut Vec<Diagnostic>,
) -> Option<Usage> {
    if config.used_in.is_empty() {
        return None;
    }
    let ids = source.messages().filter(|found| !found.message.is_term);
    let ids = ids.map(|found| found.message.id.of(found.resource.text())).collect();
    usage::read(files, &config.used_in, &ids, findings)
}

/// The source, then each target; and findings about folders of no locale.
fn targets(
    mut files: Sorted,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Waiting>, Vec<Diagnostic>) {
    findings.extend(std::mem::take(&mut files.unreadable).into_iter().map(|(path, reason)| {
        Diagnostic::new(UNREADABLE, Place::file(path), format!("cannot be read: {reason}"))
    }));
    let mut sorted = Vec::new();
    for locale in &config.locales {
        let paths = files.found.remove(&*locale.locale.code).unwrap_or_default();
        sorted.push(Waiting { config: locale.clone(), paths });
    }
    let mut unknown = Vec::new();
    let Sorted { source, found, .. } = files;
    for (code, paths) in found {
        match Locale::parse(&code) {
            Some(locale) if config.locales.is_empty() && is_meant(&locale, &paths, &source) => {
                sorted.push(Waiting { config: LocaleConfig::new(locale), paths });
            }
            locale => unknown.extend(unknown_folder(&code, &paths, locale.is_some(), config)),
        }
    }
    for target in &mut sorted {
        target.config.unasked = config.unasked(&source, &target.config.locale.code);
    }
    unknown.extend(twice(config, &sorted));
    let config = LocaleConfig::new(config.source.clone());
    sorted.insert(0, Waiting { config, paths: source });
    (sorted, unknown)
}

/// Finds every `.ftl` file below the folders of the patterns, each once, and what it is.
fn list(files: &dyn Files, config: &Config) -> Sorted {
    let mut walk = Walk::default();
    for folder in config.folders() {
        let Walk { files, unreadable } = files.walk(folder);
        walk.files.extend(files.into_iter().filter(|path| path.ends_with(".ftl")));
        walk.unreadable.extend(unreadable);
    }
    let paths: Vec<&str> = walk.files.iter().map(String::as_str).collect();
    Sorted { unreadable: walk.unreadable, ..config.sort(&paths) }
}

/// Locales whose files have two spellings of their code.
fn twice(config: &Config, sorted: &[Waiting]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, Waiting { config: locale, paths }) in sorted.iter().enumerate() {
        let Some(path) = paths.values().next() else { continue };
        let before = sorted[..index].iter().map(|before| &before.config.locale);
        let mut before = std::iter::once(&config.source).chain(before);
        let Some(same) = before.find(|before| before.is_same_as(&locale.locale)) else { continue };
        // Two that are declared were reported where they are.
        if config.locales.is_empty() || *same == config.source {
            let message = format!("`{}` and `{same}` are the same locale", locale.locale);
            let finding = Diagnostic::new(UNKNOWN_FOLDER, Place::file(path.as_str()), message);
            let help = format!("move its files to `{same}`, and take out what stands twice");
            found.push(finding.help(help));
        }
    }
    found
}

fn unknown_folder(
    code: &str,
    paths: &ResourcePaths,
    is_locale: bool,
    config: &Config,
) -> Option<Diagnostic> {
    let (_, path) = paths.first_key_value()?;
    let (message, help) = match is_locale {
        _ if config.locales.is_empty() && is_locale => (
            format!("`{code}` is hardly a locale: it has no file that the source has"),
            format!("to translate into `{code}`, declare it in {FILE}"),
        ),
        true => (
            format!("`{code}` is not a locale of this project"),
            match &*config.file {
                FILE => format!("add `[locales.{}]` to {FILE}, or move its files away", key(code)),
                file => format!("add it to `locales` in {file}, or move its files away"),
            },
        ),
        false => {
            let codes = config.locales.iter().map(|locale| &*locale.locale.code);
            let help = match crate::text::nearest(code, codes) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "files for translation stand where a locale's code is expected".to_owned(),
            };
            (format!("`{code}` is no locale"), help)
        }
    };
    let label = format!("not checked: {}", counted(paths.len(), "file"));
    let finding = Diagnostic::new(UNKNOWN_FOLDER, Place::file(path.as_str()), message);
    Some(finding.label(label).help(help))
}

fn read_catalog(files: &dyn Files, target: Waiting, groups: Groups) -> (Catalog, Vec<Diagnostic>) {
    let code = target.config.locale.code.clone();
    let read: Vec<(Resource, Vec<Diagnostic>)> = target
        .paths
        .into_par_iter()
        .map(|(name, path)| {
            let (resource, mut findings) = read_resource(files, &name, &path);
            for finding in &mut findings {
                finding.locale = Some(code.clone());
                finding.resource = Some(name.as_str().into());
            }
            (resource, findings)
        })
        .collect();
    let (resources, findings): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    (Catalog::new(target.config, resources, groups), findings.into_iter().flatten().collect())
}

/// Reads a target and what is recorded of its translations: of those that are there or were, and of
/// whatever else is known to be recorded.
fn read_target(files: &dyn Files, origin: &Origin, target: Waiting) -> (Catalog, Vec<Diagnostic>) {
    let (catalog, mut findings) = read_catalog(files, target, origin.config.groups);
    if origin.records.snapshots.is_empty() {
        return (catalog, findings);
    }
    let folder = record::translations_folder(&origin.config.records, &catalog.locale().code);
    let known = origin.records.translations.range(folder.clone()..);
    let known = known.take_while(|path| path.starts_with(&folder));
    let known = known.filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(".txt"));
    // What the source has no more may have got another name.
    let vanished = origin.records.snapshots.keys().map(String::as_str);
    let vanished = vanished.filter(|name| origin.source.resource(name).is_none());
    let present = catalog.resources.iter().map(|resource| &*resource.name);
    let mut names: Vec<&str> = present.chain(vanished).chain(known).collect();
    names.sort_unstable();
    names.dedup();
    let read = names.into_par_iter().map(|name| {
        let path = format!("{folder}{name}.txt");
        // Of a damaged record, what is whole still counts.
        let read = files.read(&path).map(|bytes| record::read_translations(whole_text(bytes)));
        (name, path, read)
    });
    let read: Vec<_> = read.collect();
    let mut records = FxHashMap::default();
    for (name, path, read) in read {
        match read {
            Ok(translations) => {
                records.insert(name.to_owned(), translations);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                let message = format!("cannot be read: {error}");
                findings.push(Diagnostic::new(UNREADABLE, Place::file(path), message));
            }
        }
    }
    (catalog.with_records(records), findings)
}

/// A text, be it damaged.
fn whole_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn read_resource(files: &dyn Files, name: &str, path: &str) -> (Resource, Vec<Diagnostic>) {
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("cannot be read: {error}");
            let finding = Diagnostic::new(UNREADABLE, Place::file(path), message);
            let file = SourceText::new(path, "");
            let resource = Resource {
                number: 0,
                name: name.into(),
                file,
                tree: syntax::Resource::default(),
                is_damaged: true,
            };
            return (resource, vec![finding]);
        }
    };
    let mut findings = Vec::new();
    let (text, is_damaged) = match utf8(&bytes) {
        Some(text) => (text.to_owned(), false),
        None => {
            findings.push(invalid_encoding("invalid-encoding", path, &bytes));
            (String::from_utf8_lossy(&bytes).into_owned(), true)
        }
    };
    drop(bytes);
    let tree = syntax::parse(&text);
    let file = SourceText::new(path, text);
    findings.extend(junk_findings(&file, &tree));
    (Resource { number: 0, name: name.into(), file, tree, is_damaged }, findings)
}

/// Where the first byte stands that is not UTF-8.
fn invalid_encoding(rule: &'static str, path: &str, bytes: &[u8]) -> Diagnostic {
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let readable = SourceText::new(path, valid);
    let byte = bytes.get(valid.len()).copied().unwrap_or_default();
    let message = format!("not UTF-8: byte {} is 0x{byte:02X}", valid.len());
    Diagnostic::new(rule, Place::new(&readable, Span::at(valid.len())), message)
        .help("save the file as UTF-8")
        .datum("byte", valid.len().to_string())
}

/// One finding per stretch that could not be read, and one per merge conflict.
fn junk_findings(file: &SourceText, tree: &syntax::Resource) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut is_in_conflict = false;
    for entry in &tree.entries {
        let Body::Junk(junk) = &entry.body else { continue };
        let markers = entry.conflict_markers(&file.text);
        let starts = |marker: &Span, with: &str| marker.of(&file.text).starts_with(with);
        let [opening, .., closing] = syntax::CONFLICT_MARKERS;
        // Where the opening line is gone, the next one of the conflict stands for it.
        let next = markers.first().filter(|first| first.start == entry.core.start);
        let start = markers
            .iter()
            .find(|marker| starts(marker, opening))
            .or(next.filter(|_| !is_in_conflict));
        match start {
            Some(start) => findings.push(conflict(file, junk, *start)),
            None if is_in_conflict && !markers.is_empty() => {}
            None => findings.push(junk_finding(file, junk)),
        }
        let is_closed = markers.last().is_some_and(|last| starts(last, closing));
        is_in_conflict = (is_in_conflict || start.is_some()) && !is_closed;
    }
    findings
}

fn conflict(file: &SourceText, junk: &Junk, marker: Span) -> Diagnostic {
    let message = "an unresolved merge conflict";
    let finding = Diagnostic::new("syntax-error", Place::new(file, marker), message);
    let message = junk.id.map(|id| id.of(&file.text).into());
    finding.help("decide between the two versions").about(Subject { message, ..Subject::default() })
}

fn junk_finding(file: &SourceText, junk: &Junk) -> Diagnostic {
    let text = file.text.as_str();
    let rule = if junk.too_deep { "too-deep" } else { "syntax-error" };
    let mut finding = Diagnostic::new(rule, Place::new(file, junk.at), junk.expected.clone());
    let message = junk.id.map(|id| id.of(text).into());
    finding.id = message;
    match junk.swallowed {
        Some(lost) => finding
            .label(format!("`{}` is lost with it", lost.of(text)))
            .relate(Place::new(file, lost), "this message is not read either"),
        None => finding,
    }
}

fn read_records(
    files: &dyn Files,
    config: &Config,
    source: &Catalog,
    findings: &mut Vec<Diagnostic>,
) -> Records {
    let mut records = Records::default();
    // Nothing of what is not there; of what is damaged, all that is whole still counts.
    let read = |name: &str| -> Result<String, Diagnostic> {
        let path = format!("{}/{name}", config.records);
        match files.read(&path) {
            Ok(bytes) => Ok(whole_text(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
            Err(error) => {
                let message = format!("cannot be read: {error}");
                Err(Diagnostic::new(UNREADABLE, Place::file(path), message))
            }
        }
    };
    if config.content.is_some() {
        let retired = read(record::RETIRED).unwrap_or_else(|finding| {
            findings.push(finding);
            String::new()
        });
        if record::is_unmerged(&retired) {
            records.unmerged.insert(record::RETIRED.to_owned());
        }
        records.known.retired = record::read_retired(&retired);
    }
    let folder = format!("{}/{}/", config.records, record::SNAPSHOTS);
    let walk = files.walk(&folder);
    let names = walk.files.par_iter().filter_map(|path| {
        let name = path.strip_prefix(&folder)?.strip_suffix(".txt")?;
        Some((name, record::snapshot_path(name)))
    });
    let snapshots = names.map(|(name, path)| {
        let snapshot = read(&path)
            .map(|text| (record::is_unmerged(&text).then_some(path), record::read_snapshot(&text)));
        (name.to_owned(), snapshot)
    });
    let snapshots: Vec<_> = snapshots.collect();
    for (name, snapshot) in snapshots {
        let (unmerged, snapshot) = snapshot.unwrap_or_else(|finding| {
            findings.push(finding);
            (None, Snapshot::new())
        });
        records.unmerged.extend(unmerged);
        records.snapshots.insert(name, snapshot);
    }
    if let Some(content) = &config.content {
        records.known.messages = made_messages(&records.snapshots, source, content);
    }
    records
}

/// The messages of the catalogs that `sync` made. What a catalog lost, to a merge or a careless
/// hand, its snapshot remembers; an id may then have two texts.
fn made_messages(
    snapshots: &HashMap<String, record::Snapshot>,
    source: &Catalog,
    content: &Content,
) -> BTreeMap<String, Vec<(String, String)>> {
    let made = source.resources.iter().filter(|resource| is_generated(resource));
    let mut messages: BTreeMap<String, Vec<(String, String)>> =
        made.map(|resource| (resource.name.to_string(), flattened(resource))).collect();
    let mut snapshots: Vec<_> = snapshots.iter().collect();
    snapshots.sort();
    for (name, snapshot) in snapshots {
        let is_made = match source.resource(name) {
            Some(resource) if !may_be_replaced(resource) => false,
            Some(resource) if is_generated(resource) => true,
            _ => may_be_made(name, content),
        };
        if is_made {
            let messages = messages.entry(name.clone()).or_default();
            let still: BTreeSet<(String, String)> = messages.iter().cloned().collect();
            let remembered = snapshot.iter().flat_map(|part| {
                part.texts.iter().map(|text| (part.name.clone(), text.text.clone()))
            });
            messages.extend(remembered.filter(|part| !still.contains(part)));
        }
    }
    messages
}

/// Whether a content file could be there from which this resource would be made.
fn may_be_made(resource: &str, content: &Content) -> bool {
    let stem = resource.strip_suffix(".ftl").unwrap_or(resource);
    [".md", ".toml"].iter().any(|extension| {
        let file = format!("{stem}{extension}");
        content.kinds.values().any(|kind| kind.files.matches(&file).is_some())
    })
}

/// Whether `sync` made a source catalog from content.
pub fn is_generated(resource: &Resource) -> bool {
    resource.tree.entries.iter().take(3).any(|entry| match &entry.body {
        Body::Comment(comment) if comment.level == 3 => {
            comment.lines.iter().any(|line| line.of(resource.text()).contains(GENERATED))
        }
        _ => false,
    })
}

/// Whether `sync` may write over a source catalog: one that it made, or one that holds nothing. So
/// it may if a merge left the catalog in conflict, as long as its head says where it came from.
pub fn may_be_replaced(resource: &Resource) -> bool {
    is_generated(resource) || resource.text().trim().is_empty()
}

fn flattened(resource: &Resource) -> Vec<(String, String)> {
    let text = resource.text();
    let messages = resource.tree.messages().filter_map(|(_, message)| {
        let value = message.value.as_ref()?;
        Some((message.id.of(text).to_owned(), crate::syntax::flatten(text, value)))
    });
    messages.collect()
}

fn read_content(
    files: &dyn Files,
    config: &Config,
    known: &Known,
    findings: &mut Vec<Diagnostic>,
) -> Library {
    let Some(content) = &config.content else { return Library::default() };
    let walk = files.walk(&content.folder);
    findings.extend(walk.unreadable.into_iter().map(|(path, reason)| {
        Diagnostic::new(content::RULE, Place::file(path), format!("cannot be read: {reason}"))
    }));
    let is_text = |path: &&String| path.ends_with(".md") || path.ends_with(".toml");
    let mut texts = Vec::new();
    let mut unreadable = Vec::new();
    for path in walk.files.iter().filter(is_text) {
        match read_text(files, path) {
            Ok(text) => texts.push(text),
            Err(finding) => unreadable.push(*finding),
        }
    }
    let paths: Vec<&str> = unreadable.iter().map(|finding| &*finding.place.path).collect();
    let (library, found) = content::read(texts, &paths, content, known);
    findings.extend(unreadable);
    findings.extend(found);
    for item in &library.items {
        for (_, value) in &item.fields {
            let Value::Image(image) = value else { continue };
            let path = format!("{}/{}", content.folder, image.path);
            if walk.files.binary_search(&path).is_err() {
                let place = Place::new(&item.source, image.span);
                let message = format!("there is no picture `{path}`");
                findings.push(Diagnostic::new(content::RULE, place, message));
            }
        }
    }
    library
}

fn read_text(files: &dyn Files, path: &str) -> Result<SourceText, Box<Diagnostic>> {
    let finding =
        |message: String| Box::new(Diagnostic::new(content::RULE, Place::file(path), message));
    let bytes = files.read(path).map_err(|error| finding(format!("cannot be read: {error}")))?;
    if bytes.len() > content::MAX_FILE {
        let limit = content::MAX_FILE / 1024 / 1024;
        let size = bytes.len() / 1024 / 1024;
        let message = format!("this file has {size} MiB; content files may have {limit}");
        return Err(finding(message));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceText::new(path, text)),
        Err(error) => Err(Box::new(invalid_encoding(content::RULE, path, error.as_bytes()))),
    }
}
