//! Mozilla's project files, `l10n.toml`: where files are, which locales there are, and what those
//! may leave out. They mean here what they mean to compare-locales 9; but a key, a variable or a
//! file that does not exist is a finding.
//!
//! They say nothing of the source locale. It is told by the folder that the references are in.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::sync::Arc;

use regex_lite::Regex;

use super::key::{L10N, L10N_FILTER, L10N_INCLUDE, L10N_PATHS};
use super::path::{Asked, Filter, Key, Paths};
use super::read::{RULE, codes, element, translation, wildcards_differ};
use super::{Config, Glob, LocaleConfig};
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::files::Files;
use crate::locale::Locale;
use crate::table::{Node, Problems, Reader, Value, parse};
use crate::text::{Mapped, SourceText, Span, listed, nearest};

/// The usual name of such a file.
pub const FILE: &str = "l10n.toml";

/// The source locale where the references do not tell.
const USUAL_SOURCE: &str = "en-US";

pub(super) const ACTIONS: [(&str, Asked); 3] =
    [("ignore", Asked::No), ("warning", Asked::Optional), ("error", Asked::Yes)];

/// Variables that need not be set in `[env]`.
const L10N_BASE: &str = "l10n_base";
const BUILT_IN: [&str; 3] = ["locale", "android_locale", L10N_BASE];

/// Reads a project file and all that it includes. `base` is what `{l10n_base}` stands for, if not
/// the file's own base path. Gives `None` where not one file of the source can be made out.
///
/// # Errors
/// The file itself cannot be read.
pub fn read(
    files: &dyn Files,
    path: &str,
    base: Option<&str>,
    source: Option<Locale>,
) -> Result<(Option<Config>, Vec<Diagnostic>), Failure> {
    let mut reading = Reading {
        files,
        base: base.map(|base| normal(&[base])),
        open: Vec::new(),
        findings: Vec::new(),
    };
    let unreadable = |cause: String| Failure::new(format!("cannot read `{path}`: {cause}"));
    let project = reading.file(&normal(&[path]), Role::Root).map_err(unreadable)?;
    let findings = reading.findings;
    let included: BTreeSet<&str> = project.files().map(|file| &*file.path).collect();
    let mut paths = Vec::new();
    let mut excludes = Vec::new();
    project.files().for_each(|file| paths.extend(file.paths.iter().cloned()));
    for excluded in &project.excludes {
        // What is included by name is not excluded.
        let files = excluded.files().filter(|file| !included.contains(&*file.path));
        let locales = excluded.all_locales();
        excludes.extend(files.flat_map(|file| &file.paths).map(|paths| only(paths, &locales)));
    }
    if paths.is_empty() {
        return Ok((None, findings));
    }
    let source = source.or_else(|| source_of(&paths)).or_else(|| Locale::parse(USUAL_SOURCE));
    let Some(source) = source else { return Ok((None, findings)) };
    let all = project.all_locales();
    let targets = all.iter().filter(|code| **code != source.code);
    let mut config = Config::new(source.clone(), paths);
    config.locales =
        targets.filter_map(|code| Locale::parse(code)).map(LocaleConfig::new).collect();
    config.excludes = excludes;
    config.file = path.into();
    Ok((Some(config), findings))
}

/// Paths that concern no other locales than these.
fn only(paths: &Paths, locales: &BTreeSet<Arc<str>>) -> Paths {
    let mut paths = paths.clone();
    let concerned = locales.iter().filter(|code| paths.concerns(code)).cloned().collect();
    paths.locales = Some(concerned);
    paths
}

/// The source locale, told by a folder that most references go through.
pub fn source_of(paths: &[Paths]) -> Option<Locale> {
    let mut counts: BTreeMap<Locale, usize> = BTreeMap::new();
    for paths in paths {
        let names = paths.reference.pattern.split('/');
        let locales = names.filter_map(|name| Locale::parse(name.trim_end_matches(".ftl")));
        for locale in locales.filter(Locale::is_well_known) {
            *counts.entry(locale).or_default() += 1;
        }
    }
    let most = counts.values().max().copied()?;
    let mut likely =
        counts.into_iter().filter(|(_, count)| *count == most).map(|(locale, _)| locale);
    let first = likely.next()?;
    let is_english = |locale: &Locale| locale.tag.language.as_str() == "en";
    match is_english(&first) {
        true => Some(first),
        false => likely.find(is_english).or(Some(first)),
    }
}

/// How a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Root,
    Included,
    Excluded,
}

/// A project file.
struct File {
    path: String,
    locales: Option<BTreeSet<Arc<str>>>,
    paths: Vec<Paths>,
    includes: Vec<File>,
    excludes: Vec<File>,
    /// Locales that some of its paths are limited to.
    of_paths: BTreeSet<Arc<str>>,
}

impl File {
    /// This file and all it includes.
    fn files(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        Box::new(std::iter::once(self).chain(self.includes.iter().flat_map(Self::files)))
    }

    /// All locales that it or an included file names.
    fn all_locales(&self) -> BTreeSet<Arc<str>> {
        let named = |file: &Self| -> Vec<Arc<str>> {
            file.locales.iter().flatten().chain(&file.of_paths).cloned().collect()
        };
        self.files().flat_map(named).collect()
    }
}

struct Reading<'f> {
    files: &'f dyn Files,
    base: Option<String>,
    /// The files that are being read, each included by the one before.
    open: Vec<String>,
    findings: Vec<Diagnostic>,
}

/// What the patterns of one file are relative to, and made of.
struct Scope {
    /// Of the file.
    folder: String,
    l10n_base: String,
    env: BTreeMap<String, Mapped>,
}

impl Reading<'_> {
    fn file(&mut self, path: &str, role: Role) -> Result<File, String> {
        let bytes = self.files.read(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            _ => error.to_string(),
        })?;
        let text = String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
        let source = SourceText::new(path, text);
        let mut problems = Problems::default();
        let table = parse(&source, Span::new(0, source.text.len()), &mut problems);
        self.open.push(path.to_owned());
        let file = self.contents(path, role, L10N.open(table, FILE, &mut problems));
        self.open.pop();
        problems.0.sort_by_key(|problem| problem.span);
        self.findings.extend(problems.into_findings(RULE, &source));
        Ok(file)
    }

    fn contents(&mut self, path: &str, role: Role, mut reader: Reader<'_>) -> File {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let base = reader.text("basepath").map_or_else(|| ".".to_owned(), |base| base.text);
        let folder = normal(&[folder, &base]);
        let l10n_base = self.base.get_or_insert_with(|| folder.clone()).clone();
        let scope = Scope { folder, l10n_base, env: env(&mut reader) };
        let locales = reader.place_of("locales").is_some();
        let locales: Option<BTreeSet<Arc<str>>> =
            locales.then(|| codes(&mut reader).into_iter().collect());
        let mut file = File {
            path: path.to_owned(),
            locales,
            paths: Vec::new(),
            includes: Vec::new(),
            excludes: Vec::new(),
            of_paths: BTreeSet::new(),
        };
        paths(&mut reader, &scope, &mut file);
        let filters: Arc<[Filter]> = filters(&mut reader, &scope).into();
        file.paths.iter_mut().for_each(|paths| paths.filters = filters.clone());
        file.includes = self.others("includes", Role::Included, role, &mut reader, &scope);
        file.excludes = self.others("excludes", Role::Excluded, role, &mut reader, &scope);
        reader.take("build");
        reader.finish(FILE);
        file
    }

    /// The files that `includes` or `excludes` names.
    fn others(
        &mut self,
        key: &str,
        role: Role,
        own: Role,
        reader: &mut Reader<'_>,
        scope: &Scope,
    ) -> Vec<File> {
        let mut all = Vec::new();
        for node in reader.list(key) {
            let span = node.span;
            let Some(mut inner) = element(&L10N_INCLUDE, node, reader.problems) else { continue };
            let path = needed("path", &mut inner);
            inner.finish(&L10N_INCLUDE.name());
            if role == Role::Excluded && own != Role::Root {
                let message = "a file that is included or excluded can exclude nothing itself";
                reader.problems.push(span, message, None);
                continue;
            }
            let Some(pattern) = path else { continue };
            let Some(path) = scope.pattern(&pattern, reader.problems) else { continue };
            if self.open.contains(&path) {
                let message = format!("`{path}` leads back to itself");
                reader.problems.push(pattern.span(), message, None);
                continue;
            }
            match self.file(&path, role) {
                Ok(file) => {
                    if role == Role::Excluded && file.all_locales().is_empty() {
                        let message = format!("`{path}` names no locales, so it excludes nothing");
                        let help = "give it `locales`".to_owned();
                        reader.problems.push(pattern.span(), message, Some(help));
                    }
                    all.push(file);
                }
                Err(cause) => {
                    let message = format!("cannot read `{path}`: {cause}");
                    reader.problems.push(pattern.span(), message, None);
                }
            }
        }
        all
    }
}

/// A key that must be there.
fn needed(key: &str, reader: &mut Reader<'_>) -> Option<Mapped> {
    if reader.place_of(key).is_none() && !reader.is_misspelt(key) {
        let span = reader.span();
        reader.problems.push(span, format!("`{key}` is missing"), None);
    }
    reader.text(key)
}

fn env(reader: &mut Reader<'_>) -> BTreeMap<String, Mapped> {
    let Some(table) = reader.table("env") else { return BTreeMap::new() };
    let mut env = BTreeMap::new();
    for field in table.fields {
        match field.node.value {
            Value::Text(text) => drop(env.insert(field.key, text)),
            other => {
                let message = format!("expected a text in quotes, found {}", other.kind());
                reader.problems.push(field.node.span, message, None);
            }
        }
    }
    env
}

fn paths(reader: &mut Reader<'_>, scope: &Scope, file: &mut File) {
    for node in reader.list("paths") {
        let Some(mut inner) = element(&L10N_PATHS, node, reader.problems) else { continue };
        let l10n = needed("l10n", &mut inner);
        let target = l10n.as_ref().and_then(|l10n| scope.pattern(l10n, inner.problems));
        let is_ours = target.as_ref().is_none_or(|pattern| may_be_fluent(pattern));
        let reference = match is_ours {
            true => needed("reference", &mut inner),
            false => inner.text("reference"),
        };
        let limit = inner.place_of("locales").is_some().then(|| codes(&mut inner));
        file.of_paths.extend(limit.iter().flatten().cloned());
        inner.texts("test");
        inner.finish(&L10N_PATHS.name());
        let (Some(reference), Some(l10n), Some(target), true) = (reference, l10n, target, is_ours)
        else {
            continue;
        };
        let target = translation(&target, l10n.span(), reader.problems);
        let Some(mut paths) = apart(&reference, target, scope, reader.problems) else { continue };
        paths.locales = match (limit, &file.locales) {
            (None, None) => None,
            (None, Some(all)) => Some(all.iter().cloned().collect()),
            (Some(limit), None) => Some(limit.into()),
            (Some(limit), Some(all)) => {
                Some(limit.into_iter().filter(|code| all.contains(code)).collect())
            }
        };
        file.paths.push(paths);
    }
}

/// Whether files that match can be Fluent files; others are not for this tool.
fn may_be_fluent(pattern: &str) -> bool {
    let name = pattern.rsplit(['/', '}']).next().unwrap_or(pattern);
    let end = name.rsplit('*').next().unwrap_or(name);
    match name.contains('*') {
        true => ".ftl".ends_with(end) || end.ends_with(".ftl"),
        false => name.ends_with(".ftl"),
    }
}

fn apart(
    reference: &Mapped,
    target: Option<Glob>,
    scope: &Scope,
    problems: &mut Problems,
) -> Option<Paths> {
    let source = Glob::new(&scope.pattern(reference, problems)?);
    let target = target?;
    if source.wildcards() != target.wildcards() {
        wildcards_differ(reference.span(), &target, problems);
        return None;
    }
    Some(Paths::apart(source, target))
}

fn filters(reader: &mut Reader<'_>, scope: &Scope) -> Vec<Filter> {
    let mut all = Vec::new();
    for node in reader.list("filters") {
        let Some(mut inner) = element(&L10N_FILTER, node, reader.problems) else { continue };
        let paths = one_or_more("path", &mut inner);
        let has_keys = inner.place_of("key").is_some();
        let keys = one_or_more("key", &mut inner);
        if inner.place_of("action").is_none() && !inner.is_misspelt("action") {
            let words: Vec<&str> = ACTIONS.iter().map(|(word, _)| *word).collect();
            let span = inner.span();
            let help = format!("it is one of {}", listed(&words));
            inner.problems.push(span, "this filter has no `action`", Some(help));
        }
        let action = inner.word("action", &ACTIONS);
        let keys: Vec<Key> = keys.iter().filter_map(|text| key(text, inner.problems)).collect();
        let globs: Vec<Glob> = paths
            .iter()
            .filter_map(|path| scope.pattern(path, inner.problems))
            .map(|pattern| Glob::new(&pattern))
            .collect();
        inner.finish(&L10N_FILTER.name());
        let Some(asked) = action else { continue };
        let keys: Vec<Option<Key>> = match has_keys {
            true => keys.into_iter().map(Some).collect(),
            false => vec![None],
        };
        for path in globs {
            all.extend(keys.iter().map(|key| Filter {
                path: path.clone(),
                key: key.clone(),
                asked,
            }));
        }
    }
    all
}

/// A text, or a list of them.
fn one_or_more(key: &str, reader: &mut Reader<'_>) -> Vec<Mapped> {
    let Some(field) = reader.take(key) else { return Vec::new() };
    let nodes = match field.node.value {
        Value::List(nodes) => nodes,
        value => vec![Node { span: field.node.span, value }],
    };
    let mut texts = Vec::new();
    for node in nodes {
        match node.value {
            Value::Text(text) => texts.push(text),
            other => {
                let message = format!("expected a text in quotes, found {}", other.kind());
                reader.problems.push(node.span, message, None);
            }
        }
    }
    texts
}

fn key(text: &Mapped, problems: &mut Problems) -> Option<Key> {
    let Some(pattern) = text.text.strip_prefix("re:") else {
        return Some(Key::Name(text.text.clone()));
    };
    match Regex::new(pattern) {
        Ok(pattern) => Some(Key::Pattern(pattern)),
        Err(error) => {
            let message = format!("this regular expression cannot be read: {error}");
            let help = "look-around and back-references are not supported".to_owned();
            problems.push(text.span(), message, Some(help));
            None
        }
    }
}

impl Scope {
    /// A pattern relative to the project, its variables filled in but for the locale.
    fn pattern(&self, pattern: &Mapped, problems: &mut Problems) -> Option<String> {
        let expanded = match self.expand(&pattern.text, &mut Vec::new()) {
            Ok(expanded) => expanded,
            Err(Unset(name)) if self.env.contains_key(&name) => {
                let message = format!("`{{{name}}}` leads back to itself");
                problems.push(pattern.span(), message, None);
                return None;
            }
            Err(Unset(name)) => {
                let known = self.env.keys().map(String::as_str).chain(BUILT_IN);
                let help = match nearest(&name, known) {
                    Some(meant) => format!("did you mean `{{{meant}}}`?"),
                    None => format!("set `{name}` in `[env]`"),
                };
                let message = format!("nothing sets `{{{name}}}`");
                problems.push(pattern.span(), message, Some(help));
                return None;
            }
        };
        Some(match expanded.strip_prefix(ROOT) {
            Some(rest) => normal(&[rest]),
            None => normal(&[&self.folder, &expanded]),
        })
    }

    fn expand(&self, pattern: &str, within: &mut Vec<String>) -> Result<String, Unset> {
        let mut expanded = String::new();
        let mut rest = pattern;
        while let Some((before, name, behind)) = variable(rest) {
            expanded.push_str(before);
            match self.env.get(name) {
                _ if within.iter().any(|outer| outer == name) => {
                    return Err(Unset(name.to_owned()));
                }
                Some(value) if name != L10N_BASE => {
                    within.push(name.to_owned());
                    expanded.push_str(&self.expand(&value.text, within)?);
                    within.pop();
                }
                _ if name == L10N_BASE => {
                    expanded.push_str(ROOT);
                    expanded.push_str(&self.l10n_base);
                }
                _ if BUILT_IN.contains(&name) => expanded.push_str(&format!("{{{name}}}")),
                _ => return Err(Unset(name.to_owned())),
            }
            rest = behind;
        }
        expanded.push_str(rest);
        Ok(expanded)
    }
}

/// A variable that nothing sets, or that is set by means of itself.
struct Unset(String);

/// Begins a path that is relative to the project, not to the base path of a file.
const ROOT: &str = "\0";

/// The first variable of a pattern: what stands before it, its name, and what stands behind it.
fn variable(pattern: &str) -> Option<(&str, &str, &str)> {
    for (open, _) in pattern.match_indices('{') {
        let Some(length) = pattern[open..].find('}') else { break };
        let name = pattern[open + 1..open + length].trim_matches(' ');
        if !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Some((&pattern[..open], name, &pattern[open + length + 1..]));
        }
    }
    None
}

/// Paths put together, without `.`, `..` and doubled slashes as far as that goes.
fn normal(parts: &[&str]) -> String {
    // The last absolute path is where it starts.
    let first = parts.iter().rposition(|part| part.starts_with('/'));
    let is_absolute = first.is_some();
    let mut names: Vec<&str> = Vec::new();
    for name in parts[first.unwrap_or(0)..].iter().flat_map(|part| part.split('/')) {
        match name {
            "" | "." => {}
            ".." if names.last().is_some_and(|last| *last != "..") => drop(names.pop()),
            ".." if is_absolute => {}
            name => names.push(name),
        }
    }
    format!("{}{}", if is_absolute { "/" } else { "" }, names.join("/"))
}
