//! Reading `isogloss.toml`. A key that means nothing is a finding, never silence.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Build, Config, Content, FILE, Glob, Groups, Levels, LocaleConfig, Paths, Required, Stage,
    Target, kind,
};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::locale::Locale;
use crate::table::{Field, Problems, Reader, Table, Value, parse};
use crate::text::{Mapped, SourceText, Span, nearest};

/// The rule that findings about the configuration belong to.
const RULE: &str = "invalid-config";

const STAGES: [(&str, Stage); 2] = [("released", Stage::Released), ("draft", Stage::Draft)];
const GROUPS: [(&str, Groups); 3] =
    [("all", Groups::All), ("folder", Groups::Folder), ("file", Groups::File)];
const LEVELS: [(&str, Option<Severity>); 4] = [
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("note", Some(Severity::Note)),
    ("off", None),
];

/// Reads a configuration. `rules` are the ids that levels can be set for.
///
/// Gives `None` only where no source locale can be made out; whatever else is wrong is a finding
/// and left out.
pub fn read(source: &SourceText, rules: &[&str]) -> (Option<Config>, Vec<Diagnostic>) {
    let mut unread = Problems::default();
    let table = parse(source, Span::new(0, source.text.len()), &mut unread);
    let mut problems = Problems::default();
    let config = project(source, table, rules, !unread.0.is_empty(), &mut problems);
    // What was made of a value that is no TOML is not worth a second word.
    problems.0.retain(|problem| !unread.0.iter().any(|other| problem.span.touches(other.span)));
    unread.0.extend(problems.0);
    (config, unread.into_findings(RULE, source))
}

fn project(
    file: &SourceText,
    table: Table,
    rules: &[&str],
    is_broken: bool,
    problems: &mut Problems,
) -> Option<Config> {
    let mut reader = Reader::new(table, problems);
    let code = reader.text("source");
    let source = match &code {
        Some(code) => locale(code, reader.problems),
        None => {
            if !is_broken {
                let help = "add `source = \"en\"`, the language your content is written in";
                reader.problems.push(
                    Span::at(0),
                    "no `source` locale is set",
                    Some(help.to_owned()),
                );
            }
            None
        }
    };
    let paths = paths(&mut reader);
    let mut config = Config::new(source?, paths);
    config.content = content(&mut reader);
    if let Some(records) = reader.text("records") {
        config.records = records.text.trim_end_matches('/').to_owned();
    }
    config.groups = reader.word("groups", &GROUPS).unwrap_or(match config.content {
        Some(_) => Groups::All,
        None => Groups::Unknown,
    });
    config.functions = reader.texts("functions").into_iter().map(|name| name.text).collect();
    config.locales = locales(file, &mut reader, &config.source);
    config.levels = levels(&mut reader, rules);
    if let Some(table) = reader.table("build") {
        config.build = build(table, reader.problems);
    }
    reader.finish(FILE);
    Some(config)
}

fn locale(code: &Mapped, problems: &mut Problems) -> Option<Locale> {
    let locale = Locale::parse(&code.text);
    if locale.is_none() {
        let help = "use a BCP 47 tag such as `fr`, `pt-BR` or `zh-Hans`".to_owned();
        problems.push(code.span(), format!("`{}` is not a known locale", code.text), Some(help));
    }
    locale
}

fn paths(reader: &mut Reader<'_>) -> Vec<Paths> {
    let mut all = Vec::new();
    for node in reader.list("paths") {
        match node.value {
            Value::Text(pattern) => {
                all.extend(
                    translation(&pattern, reader.problems)
                        .map(|glob| Paths { reference: glob.clone(), translation: glob }),
                );
            }
            Value::Table(table) => {
                let mut inner = Reader::new(table, reader.problems);
                let reference = inner.text("reference");
                let pattern = inner.text("translation");
                if let (Some(reference), Some(pattern)) = (reference, pattern) {
                    all.extend(translation(&pattern, inner.problems).map(|translation| Paths {
                        reference: Glob::new(&reference.text),
                        translation,
                    }));
                }
                inner.finish("a path");
            }
            other => {
                let message = format!("expected a pattern, found {}", other.kind());
                reader.problems.push(node.span, message, None);
            }
        }
    }
    if all.is_empty() {
        all.push(Paths::uniform("locales/{locale}/**/*.ftl"));
    }
    all
}

fn translation(pattern: &Mapped, problems: &mut Problems) -> Option<Glob> {
    let glob = Glob::new(&pattern.text);
    if !glob.has_locale() {
        let help = "write `{locale}` where the locale's code stands".to_owned();
        problems.push(pattern.span(), "this pattern has no `{locale}`", Some(help));
        return None;
    }
    Some(glob)
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

fn locales(file: &SourceText, reader: &mut Reader<'_>, source: &Locale) -> Vec<LocaleConfig> {
    let Some(table) = reader.table("locales") else { return Vec::new() };
    let declared: Vec<String> = table.fields.iter().map(|field| field.key.clone()).collect();
    let mut all = Vec::new();
    for field in table.fields {
        let key = Mapped::new(&field.key, field.key_span.start as usize);
        if field.key == *source.code {
            let message = format!("`{}` is the source locale, not a target", field.key);
            reader.problems.push(field.key_span, message, None);
            continue;
        }
        let Some(locale) = locale(&key, reader.problems) else { continue };
        all.extend(target(file, locale, field, &declared, reader.problems));
    }
    all
}

fn target(
    file: &SourceText,
    locale: Locale,
    field: Field,
    declared: &[String],
    problems: &mut Problems,
) -> Option<LocaleConfig> {
    let Value::Table(table) = field.node.value else {
        let help = "write it as `[locales.fr]`, with `stage` and the like below".to_owned();
        problems.push(field.node.span, "a locale must be a table", Some(help));
        return None;
    };
    // What cannot be made out is reported, and taken for what raises no findings of its own.
    let unsaid = match table.fields.iter().any(|field| field.key == "stage") {
        true => Stage::Draft,
        false => Stage::Released,
    };
    let mut reader = Reader::new(table, problems);
    let mut config = LocaleConfig::new(locale);
    config.stage = reader.word("stage", &STAGES).unwrap_or(unsaid);
    if let Some(base) = reader.text("overlay") {
        config.overlay = Some(base.text.as_str().into());
        other(base, &config, declared, reader.problems);
    }
    let at = reader.place_of("required");
    let required = reader.number("required", 0.0..=1.0);
    config.required =
        required.zip(at).map(|(share, span)| Required { share, place: Place::new(file, span) });
    if let Some(field) = reader.take("fallback") {
        let Value::List(list) = field.node.value else {
            reader.problems.push(field.node.span, "expected a list of locales", None);
            return None;
        };
        let codes = list.into_iter().filter_map(|node| match node.value {
            Value::Text(code) => other(code, &config, declared, reader.problems),
            _ => None,
        });
        config.fallback = Some(codes.collect());
    }
    let format_as = reader.text("format-as");
    config.format_as = format_as.and_then(|code| self::locale(&code, reader.problems));
    config.name = reader.text("name").map(|name| name.text);
    reader.finish(&format!("the locale `{}`", config.locale));
    Some(config)
}

/// Another of the project's locales, by code.
fn other(
    code: Mapped,
    of: &LocaleConfig,
    declared: &[String],
    problems: &mut Problems,
) -> Option<Arc<str>> {
    if declared.contains(&code.text) && code.text != *of.locale.code {
        return Some(code.text.into());
    }
    let help = nearest(&code.text, declared.iter().map(String::as_str))
        .map(|meant| format!("did you mean `{meant}`?"));
    problems.push(
        code.span(),
        format!("`{}` is not another locale of the project", code.text),
        help,
    );
    None
}

fn levels(reader: &mut Reader<'_>, rules: &[&str]) -> Vec<Levels> {
    let mut all = Vec::new();
    if let Some(table) = reader.table("rules") {
        let rules = rule_levels(table, rules, reader.problems);
        all.push(Levels { locale: None, path: None, rules });
    }
    for node in reader.list("levels") {
        let Value::Table(table) = node.value else { continue };
        let mut inner = Reader::new(table, reader.problems);
        let locale = inner.text("locale").map(|code| code.text.into());
        let path = inner.text("path").map(|path| Glob::new(&path.text));
        let table = inner.table("rules").unwrap_or_default();
        let rules = rule_levels(table, rules, inner.problems);
        inner.finish("a list of levels");
        all.push(Levels { locale, path, rules });
    }
    all
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
    let mut reader = Reader::new(table, problems);
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
    reader.finish("`[build]`");
    build
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let source = SourceText::new(FILE, text);
        let (_, findings) = read(&source, &["missing-message"]);
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
            [rules]
            missing-message = "warning"
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
    }
}
