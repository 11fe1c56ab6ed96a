//! Reading `isogloss.toml`. A key that means nothing is a finding, never silence.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::key::{BUILD, FORBIDDEN, LEVEL, LOCALE, PATHS, ROOT, STALE, Section};
use super::{
    Build, Config, Content, FILE, Forbidden, Glob, Groups, Levels, LocaleConfig, Paths, Policies,
    Policy, Required, Stage, Target, UsedIn, kind, l10n_toml,
};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::files::Files;
use crate::locale::Locale;
use crate::table::{Field, Node, Problems, Reader, Table, Value, parse};
use crate::text::{Mapped, SourceText, Span, listed, nearest};

/// The rule that findings about the configuration belong to.
pub(super) const RULE: &str = "invalid-config";

pub(super) const STAGES: [(&str, Stage); 2] =
    [("released", Stage::Released), ("draft", Stage::Draft)];
pub(super) const GROUPS: [(&str, Groups); 3] =
    [("all", Groups::All), ("folder", Groups::Folder), ("file", Groups::File)];
const LEVELS: [(&str, Option<Severity>); 4] = [
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("note", Some(Severity::Note)),
    ("off", None),
];

/// The words for levels.
pub fn level_words() -> Vec<&'static str> {
    LEVELS.iter().map(|(word, _)| *word).collect()
}

/// Reads a configuration. `rules` are the ids that levels can be set for; `files` are the
/// project's, for a configuration that leads to another.
///
/// Gives `None` only where no source locale or no file can be made out; whatever else is wrong is
/// a finding and left out.
pub fn read(
    files: &dyn Files,
    source: &SourceText,
    rules: &[&str],
) -> (Option<Config>, Vec<Diagnostic>) {
    let mut unread = Problems::default();
    let table = parse(source, Span::new(0, source.text.len()), &mut unread);
    let mut problems = Problems::default();
    let mut reading = Reading { files, file: source, rules, elsewhere: Vec::new() };
    let config = reading.project(table, !unread.0.is_empty(), &mut problems);
    // What was made of a value that is no TOML is not worth a second word.
    problems.0.retain(|problem| !unread.0.iter().any(|other| problem.span.touches(other.span)));
    unread.0.extend(problems.0);
    unread.0.sort_by_key(|problem| problem.span);
    let mut findings = unread.into_findings(RULE, source);
    findings.extend(reading.elsewhere);
    (config, findings)
}

/// What reading needs besides the table at hand.
struct Reading<'r> {
    files: &'r dyn Files,
    file: &'r SourceText,
    rules: &'r [&'r str],
    /// Findings in other files.
    elsewhere: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn project(
        &mut self,
        table: Table,
        is_broken: bool,
        problems: &mut Problems,
    ) -> Option<Config> {
        let mut reader = ROOT.open(table, FILE, problems);
        let is_said = reader.place_of("source").is_some() || reader.is_misspelt("source");
        let code = reader.text("source");
        let source = match &code {
            Some(code) => Some(locale(code, reader.problems)?),
            None => None,
        };
        let mut limited = Vec::new();
        let mut config = match reader.text("l10n-toml") {
            Some(path) => self.l10n_toml(&path, source, &mut reader)?,
            None => {
                let (paths, limits) = paths(&mut reader);
                limited = limits;
                if !is_said && !is_broken {
                    let help = "add `source = \"en\"`, the language your content is written in";
                    let message = "no `source` locale is set";
                    reader.problems.push(Span::at(0), message, Some(help.to_owned()));
                }
                Config::new(source?, paths?)
            }
        };
        config.content = content(&mut reader);
        if let Some(records) = reader.text("records") {
            config.records = records.text.trim_end_matches('/').to_owned();
        }
        config.groups = reader.word("groups", &GROUPS).unwrap_or(match config.content {
            Some(_) => Groups::All,
            None => Groups::Unknown,
        });
        config.functions = reader.texts("functions").into_iter().map(|name| name.text).collect();
        let used_in = reader.texts("used-in").into_iter();
        let used_in = used_in.map(|pattern| UsedIn {
            glob: Glob::new(&pattern.text),
            place: Place::new(self.file, pattern.span()),
        });
        config.used_in = used_in.collect();
        config.forbidden = forbidden(&mut reader);
        if let Some(table) = reader.table("locales") {
            let declared = self.locales(table, &config, reader.problems);
            config.locales = merged(std::mem::take(&mut config.locales), declared);
        }
        for code in limited {
            only_for(&code, &config, reader.problems);
        }
        config.levels = self.levels(&mut reader, &config);
        if let Some(table) = reader.table("build") {
            config.build = build(table, reader.problems);
        }
        reader.finish(FILE);
        Some(config)
    }

    /// What a project file of Mozilla's says, which then says where files are.
    fn l10n_toml(
        &mut self,
        path: &Mapped,
        source: Option<Locale>,
        reader: &mut Reader<'_>,
    ) -> Option<Config> {
        if let Some(field) = reader.take("paths") {
            let message = "`paths` means nothing beside `l10n-toml`, which says where files are";
            let help = "remove one of the two".to_owned();
            reader.problems.push(field.key_span, message, Some(help));
        }
        match l10n_toml::read(self.files, &path.text, None, source) {
            Ok((config, findings)) => {
                self.elsewhere.extend(findings);
                config
            }
            Err(failure) => {
                reader.problems.push(path.span(), failure.to_string(), failure.help);
                None
            }
        }
    }

    fn locales(&self, table: Table, config: &Config, problems: &mut Problems) -> Vec<LocaleConfig> {
        let is_overlay = |field: &Field| match &field.node.value {
            Value::Table(table) => table.fields.iter().any(|field| field.key == "overlay"),
            _ => false,
        };
        let mut declared: BTreeMap<String, bool> =
            config.locales.iter().map(|locale| (locale.locale.code.to_string(), false)).collect();
        let listed: Vec<String> = declared.keys().cloned().collect();
        let added = table.fields.iter().map(|field| (field.key.clone(), is_overlay(field)));
        declared.extend(added);
        let mut all: Vec<LocaleConfig> = Vec::new();
        for field in table.fields {
            let key = Mapped::new(&field.key, field.key_span.start as usize);
            if field.key == *config.source.code {
                let message = format!("`{}` is the source locale, not a target", field.key);
                problems.push(field.key_span, message, None);
                continue;
            }
            let Some(locale) = locale(&key, problems) else { continue };
            if !listed.is_empty() && !listed.contains(&field.key) {
                let message =
                    format!("`{}` is not among the `locales` of {}", field.key, config.file);
                let help = match nearest(&field.key, listed.iter().map(String::as_str)) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("add it to {}", config.file),
                };
                problems.push(field.key_span, message, Some(help));
                continue;
            }
            let before = all.iter().map(|before| &before.locale);
            let mut others = std::iter::once(&config.source).chain(before);
            if let Some(same) = others.find(|other| other.is_same_as(&locale)) {
                let message = format!("`{}` and `{same}` are the same locale", field.key);
                problems.push(field.key_span, message, Some("declare one of them".to_owned()));
                continue;
            }
            all.extend(self.target(locale, field, &declared, problems));
        }
        all
    }

    fn target(
        &self,
        locale: Locale,
        field: Field,
        declared: &BTreeMap<String, bool>,
        problems: &mut Problems,
    ) -> Option<LocaleConfig> {
        let Value::Table(table) = field.node.value else {
            let help = "write it as `[locales.fr]`, with `stage` and the like below".to_owned();
            problems.push(field.node.span, "a locale must be a table", Some(help));
            return None;
        };
        let what = format!("the locale `{locale}`");
        let has = |key: &str| table.fields.iter().any(|field| field.key == key);
        // What cannot be made out is reported, and taken for what raises no findings of its own.
        let unsaid = if has("stage") { Stage::Draft } else { Stage::Released };
        let is_overlay = has("overlay");
        let mut reader = LOCALE.open(table, &what, problems);
        let mut config = LocaleConfig::new(locale);
        config.stage = reader.word("stage", &STAGES).unwrap_or(unsaid);
        let base = reader.text("overlay");
        let at = reader.place_of("required");
        let required = reader.number("required", 0.0..=1.0);
        config.required = required
            .zip(at)
            .map(|(share, span)| Required { share, place: Place::new(self.file, span) });
        config.release_at = reader.number("release-at", 0.0..=1.0);
        if is_overlay {
            let base = base.and_then(|base| overlaid(base, &config, declared, reader.problems));
            if base.is_none() {
                config.required = None;
            }
            config.overlay = Some(base.unwrap_or_default());
        }
        config.fallback = fallback(&mut reader, &config, declared);
        let format_as = reader.text("format-as");
        config.format_as = format_as.and_then(|code| self::locale(&code, reader.problems));
        config.name = reader.text("name").map(|name| name.text);
        reader.finish(&what);
        Some(config)
    }

    fn levels(&self, reader: &mut Reader<'_>, config: &Config) -> Vec<Levels> {
        let mut all = Vec::new();
        if let Some(table) = reader.table("rules") {
            let rules = rule_levels(table, self.rules, reader.problems);
            all.push(Levels { locale: None, path: None, rules });
        }
        for node in reader.list("levels") {
            let Some(mut inner) = element(&LEVEL, node, reader.problems) else { continue };
            let locale =
                inner.text("locale").and_then(|code| only_for(&code, config, inner.problems));
            let path = inner.text("path").map(|path| Glob::new(&path.text));
            if inner.place_of("rules").is_none() && !inner.is_misspelt("rules") {
                let help = "add `rules`, such as `rules = { obsolete-message = \"off\" }`";
                let span = inner.span();
                inner.problems.push(span, "these levels name no rule", Some(help.to_owned()));
            }
            let table = inner.table("rules").unwrap_or_default();
            let rules = rule_levels(table, self.rules, inner.problems);
            inner.finish(&LEVEL.name());
            all.push(Levels { locale, path, rules });
        }
        all
    }
}

/// An element of a list of tables.
pub(super) fn element<'p>(
    section: &Section,
    node: Node,
    problems: &'p mut Problems,
) -> Option<Reader<'p>> {
    match node.value {
        Value::Table(table) => Some(section.open(table, &section.name(), problems)),
        other => {
            let message = format!("expected a table, found {}", other.kind());
            let help = format!("write it below `{}`", section.title);
            problems.push(node.span, message, Some(help));
            None
        }
    }
}

pub(super) fn locale(code: &Mapped, problems: &mut Problems) -> Option<Locale> {
    let locale = Locale::parse(&code.text);
    if locale.is_none() {
        let help = "use a BCP 47 tag such as `fr`, `pt-BR` or `zh-Hans`".to_owned();
        problems.push(code.span(), format!("`{}` is not a known locale", code.text), Some(help));
    }
    locale
}

/// Where files are, `None` if that was said but cannot be made out; and the locales that some of
/// them are limited to.
fn paths(reader: &mut Reader<'_>) -> (Option<Vec<Paths>>, Vec<Mapped>) {
    let mut limits = Vec::new();
    if reader.place_of("paths").is_none() {
        return (Some(vec![Paths::uniform("locales/{locale}/**/*.ftl")]), limits);
    }
    let mut all = Vec::new();
    for node in reader.list("paths") {
        match node.value {
            Value::Text(pattern) => {
                let glob = translation(&pattern.text, pattern.span(), reader.problems);
                all.extend(glob.map(|glob| Paths::apart(glob.clone(), glob)));
            }
            Value::Table(table) => {
                let inner = PATHS.open(table, &PATHS.name(), reader.problems);
                all.extend(paths_apart(inner, &mut limits));
            }
            other => {
                let message = format!("expected a pattern, found {}", other.kind());
                reader.problems.push(node.span, message, None);
            }
        }
    }
    ((!all.is_empty()).then_some(all), limits)
}

fn paths_apart(mut reader: Reader<'_>, limits: &mut Vec<Mapped>) -> Option<Paths> {
    let reference = reader.text("reference");
    let pattern = reader.text("translation");
    let is_limited = reader.place_of("locales").is_some();
    let locales = reader.texts("locales");
    if pattern.is_none() && !reader.is_misspelt("translation") {
        let span = reader.span();
        let help = "add `translation`, a pattern with `{locale}`".to_owned();
        reader.problems.push(span, "this path does not say where translations are", Some(help));
    }
    let pattern = pattern?;
    let glob = translation(&pattern.text, pattern.span(), reader.problems);
    let reference = match reference {
        Some(reference) => source_pattern(&reference, glob.as_ref(), reader.problems),
        None => glob.clone(),
    };
    reader.finish(&PATHS.name());
    let mut paths = Paths::apart(reference?, glob?);
    paths.locales =
        is_limited.then(|| locales.iter().map(|code| code.text.as_str().into()).collect());
    limits.extend(locales);
    Some(paths)
}

/// A list of locales.
pub(super) fn codes(reader: &mut Reader<'_>) -> Vec<Arc<str>> {
    let codes = reader.texts("locales");
    let known = codes.iter().filter_map(|code| locale(code, reader.problems));
    known.map(|locale| locale.code).collect()
}

/// A pattern of translations, which must have a place for the locale.
pub(super) fn translation(pattern: &str, at: Span, problems: &mut Problems) -> Option<Glob> {
    let glob = Glob::new(pattern);
    if !glob.has_locale() {
        let help = "write `{locale}` where the locale's code stands".to_owned();
        problems.push(at, "this pattern has no `{locale}`", Some(help));
        return None;
    }
    Some(glob)
}

/// A pattern of the source's files, which must say as much of a file's name as the translation's.
fn source_pattern(
    pattern: &Mapped,
    translation: Option<&Glob>,
    problems: &mut Problems,
) -> Option<Glob> {
    let glob = Glob::new(&pattern.text);
    let other = translation?;
    if glob.wildcards() != other.wildcards() {
        wildcards_differ(pattern.span(), other, problems);
        return None;
    }
    Some(glob)
}

pub(super) fn wildcards_differ(at: Span, other: &Glob, problems: &mut Problems) {
    let wildcards = match other.wildcards() {
        none if none.is_empty() => "none".to_owned(),
        some => listed(&some),
    };
    let message = "the two patterns have different wildcards, so their files cannot be matched";
    let help = format!("`{}` has {wildcards}: use the same, in the same order", other.pattern);
    problems.push(at, message, Some(help));
}

fn content(reader: &mut Reader<'_>) -> Option<Content> {
    let folder = reader.text("content");
    let mut kinds = BTreeMap::new();
    let built_in = SourceText::new("kinds.toml", kind::BUILT_IN);
    let mut none = Problems::default();
    let table = parse(&built_in, Span::new(0, built_in.text.len()), &mut none);
    kind::read(table, &mut kinds, &mut none);
    debug_assert!(none.0.is_empty(), "{:?}", none.0);
    if let Some(table) = reader.table("kinds") {
        kind::read(table, &mut kinds, reader.problems);
    }
    Some(Content { folder: folder?.text.trim_end_matches('/').to_owned(), kinds })
}

/// Words by themselves, or with what to write instead: `{ word = "utilise", use = "use" }`.
fn forbidden(reader: &mut Reader<'_>) -> Vec<Forbidden> {
    let mut all = Vec::new();
    for node in reader.list("forbidden") {
        match node.value {
            Value::Text(word) => all.push(Forbidden { word: word.text, instead: None }),
            Value::Table(table) => {
                let mut inner = FORBIDDEN.open(table, &FORBIDDEN.name(), reader.problems);
                let word = inner.text("word").map(|word| word.text);
                let instead = inner.text("use").map(|word| word.text);
                all.extend(word.map(|word| Forbidden { word, instead }));
                inner.finish(&FORBIDDEN.name());
            }
            other => {
                let message = format!("expected a word, found {}", other.kind());
                reader.problems.push(node.span, message, None);
            }
        }
    }
    all.retain(|forbidden| !forbidden.word.trim().is_empty());
    all
}

/// The locales that another file lists, with what is said of them here; or those declared here.
fn merged(listed: Vec<LocaleConfig>, declared: Vec<LocaleConfig>) -> Vec<LocaleConfig> {
    if listed.is_empty() {
        return declared;
    }
    let said = |locale: LocaleConfig| {
        let said = declared.iter().find(|other| other.locale == locale.locale);
        said.cloned().unwrap_or(locale)
    };
    listed.into_iter().map(said).collect()
}

/// The base of an overlay.
fn overlaid(
    base: Mapped,
    of: &LocaleConfig,
    declared: &BTreeMap<String, bool>,
    problems: &mut Problems,
) -> Option<Arc<str>> {
    let span = base.span();
    let code = other(base, of, declared, problems)?;
    if declared.get(&*code).is_some_and(|is_overlay| *is_overlay) {
        let message = format!("`{code}` is an overlay itself");
        let help = "name the locale that it only says differences from".to_owned();
        problems.push(span, message, Some(help));
    }
    Some(code)
}

fn fallback(
    reader: &mut Reader<'_>,
    of: &LocaleConfig,
    declared: &BTreeMap<String, bool>,
) -> Option<Vec<Arc<str>>> {
    let field = reader.take("fallback")?;
    let nodes = match field.node.value {
        Value::List(nodes) => nodes,
        other => {
            let message = format!("expected a list of locales, found {}", other.kind());
            let help = match &other {
                Value::Text(code) => format!("write `[\"{}\"]`", code.text),
                _ => "write it as `[\"fr\"]`".to_owned(),
            };
            reader.problems.push(field.node.span, message, Some(help));
            return None;
        }
    };
    let codes = nodes.into_iter().filter_map(|node| match node.value {
        Value::Text(code) => other(code, of, declared, reader.problems),
        value => {
            let message = format!("expected a locale's code in quotes, found {}", value.kind());
            reader.problems.push(node.span, message, None);
            None
        }
    });
    Some(codes.collect())
}

/// Another of the project's locales, by code.
fn other(
    code: Mapped,
    of: &LocaleConfig,
    declared: &BTreeMap<String, bool>,
    problems: &mut Problems,
) -> Option<Arc<str>> {
    if declared.contains_key(&code.text) && code.text != *of.locale.code {
        return Some(code.text.into());
    }
    let others = declared.keys().map(String::as_str).filter(|other| **other != *of.locale.code);
    let help = nearest(&code.text, others).map(|meant| format!("did you mean `{meant}`?"));
    let message = format!("`{}` is not another locale of the project", code.text);
    problems.push(code.span(), message, help);
    None
}

/// A locale that something is limited to. One that does not exist still stands, so that it concerns
/// nothing.
fn only_for(code: &Mapped, config: &Config, problems: &mut Problems) -> Option<Arc<str>> {
    let mut codes: Vec<&str> = vec![&config.source.code];
    codes.extend(config.locales.iter().map(|locale| &*locale.locale.code));
    let is_known = match config.locales.is_empty() {
        // Whatever is found is a locale of the project.
        true => Locale::parse(&code.text).is_some(),
        false => codes.contains(&code.text.as_str()),
    };
    if !is_known {
        let help = nearest(&code.text, codes).map(|meant| format!("did you mean `{meant}`?"));
        let message = format!("`{}` is not a locale of the project", code.text);
        problems.push(code.span(), message, help);
    }
    Some(code.text.as_str().into())
}

fn rule_levels(
    table: Table,
    rules: &[&str],
    problems: &mut Problems,
) -> BTreeMap<String, Option<Severity>> {
    let named: Vec<(String, Span)> =
        table.fields.iter().map(|field| (field.key.clone(), field.key_span)).collect();
    let mut reader = Reader::new(table, problems);
    let mut levels = BTreeMap::new();
    for (rule, span) in named {
        if !rules.contains(&rule.as_str()) {
            let help = nearest(&rule, rules.iter().copied())
                .map(|meant| format!("did you mean `{meant}`?"));
            reader.problems.push(span, format!("there is no rule `{rule}`"), help);
            reader.take(&rule);
            continue;
        }
        if let Some(level) = reader.word(&rule, &LEVELS) {
            levels.insert(rule, level);
        }
    }
    levels
}

fn build(table: Table, problems: &mut Problems) -> Build {
    let mut reader = BUILD.open(table, &BUILD.name(), problems);
    let mut build = Build::default();
    if let Some(folder) = reader.text("folder") {
        build.folder = folder.text.trim_end_matches('/').to_owned();
    }
    let targets = reader.texts("targets");
    if !targets.is_empty() {
        build.targets.clear();
    }
    for word in targets {
        match Target::ALL.iter().find(|(name, _)| *name == word.text) {
            Some((_, target)) => build.targets.push(*target),
            None => {
                let names: Vec<&str> = Target::ALL.iter().map(|(name, _)| *name).collect();
                let help = format!("it is one of {}", crate::text::listed(&names));
                let message = format!("there is no target `{}`", word.text);
                reader.problems.push(word.span(), message, Some(help));
            }
        }
    }
    if let Some(table) = reader.table("stale") {
        build.stale = policies(table, reader.problems);
    }
    reader.finish(&BUILD.name());
    build
}

fn policies(table: Table, problems: &mut Problems) -> Policies {
    let mut reader = STALE.open(table, &STALE.name(), problems);
    let usual = Policies::default();
    let mut policy = |key, usual| reader.word(key, &Policy::ALL).unwrap_or(usual);
    let policies = Policies {
        wording: policy("wording", usual.wording),
        rewrite: policy("rewrite", usual.rewrite),
        interface: policy("interface", usual.interface),
    };
    reader.finish(&STALE.name());
    policies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn messages(text: &str) -> Vec<String> {
        let source = SourceText::new(FILE, text);
        let (_, findings) = read(&Memory::default(), &source, &["missing-message"]);
        findings.into_iter().map(|f| format!("{} {}", f.place.start, f.message)).collect()
    }

    #[test]
    fn a_complete_configuration_has_no_findings() {
        let text = r#"
            source = "en"
            content = "content"
            [locales.fr]
            [locales.fr-CA]
            overlay = "fr"
            [locales.sw]
            stage = "draft"
            required = 0.5
            release-at = 0.9
            [rules]
            missing-message = "warning"
            [build.stale]
            rewrite = "fail"
        "#;
        assert_eq!(messages(text), Vec::<String>::new());
    }

    #[test]
    fn what_means_nothing_is_never_silent() {
        assert_eq!(
            messages("source = \"en\"\nlocale = 1\n"),
            ["2:1 `locale` is not a key of isogloss.toml"]
        );
        assert_eq!(messages(""), ["1:1 no `source` locale is set"]);
        assert_eq!(messages("source = \"english\""), ["1:11 `english` is not a known locale"]);
        assert_eq!(
            messages("source = \"en\"\n[locales.fr]\noverlay = \"de\"\n"),
            ["3:12 `de` is not another locale of the project"]
        );
        assert_eq!(
            messages("source = \"en\"\n[rules]\nmissing-mesage = \"off\"\n"),
            ["3:1 there is no rule `missing-mesage`"]
        );
        assert_eq!(
            messages(
                "source = \"en\"\n[kinds.blog]\nfiles = \"b/*.md\"\nfields.x = { type = \"txt\" }\n"
            ),
            ["4:22 there is no field type `txt`"]
        );
        assert_eq!(
            messages("source = \"en\"\n[build.stale]\ninterfce = \"keep\"\nwording = \"fial\"\n"),
            ["3:1 `interfce` is not a key of `[build.stale]`", "4:12 `wording` cannot be `fial`"]
        );
    }
}
