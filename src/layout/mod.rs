//! Recognising how an existing project lays out its Fluent files.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Config, Groups, Paths};
use crate::failure::Failure;
use crate::files::Files;
use crate::locale::Locale;

/// A layout that was found, and why it is believed.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The source locale.
    pub source: Locale,
    /// Patterns of paths, with `{locale}`.
    pub patterns: Vec<String>,
    /// Codes found where locales stand, the source's first; those that are no locale left out.
    pub locales: Vec<String>,
    /// What was seen, for people.
    pub reasons: Vec<String>,
}

impl Layout {
    /// A configuration for it.
    pub fn config(&self) -> Config {
        let paths = self.patterns.iter().map(|pattern| Paths::uniform(pattern)).collect();
        let mut config = Config::new(self.source.clone(), paths);
        config.groups = Groups::Unknown;
        config
    }
}

/// Finds the layout of the `.ftl` files below `folder`.
///
/// # Errors
/// There are no such files, or none of them is recognisably of the source locale.
pub fn find(files: &dyn Files, folder: &str, source: Option<&str>) -> Result<Layout, Failure> {
    let found: Vec<String> =
        files.walk(folder).files.into_iter().filter(|path| path.ends_with(".ftl")).collect();
    let shown = if folder.is_empty() { "this folder" } else { folder };
    if found.is_empty() {
        return Err(Failure::new(format!("there are no `.ftl` files below {shown}")));
    }
    let source = match source {
        Some(code) => code.to_owned(),
        None => guess_source(&found).ok_or_else(|| {
            Failure::new(format!("no folder or file below {shown} is named after a locale"))
                .help("say where the source is: `--source en`")
        })?,
    };
    let Some(locale) = Locale::parse(&source) else {
        return Err(Failure::new(format!("`{source}` is not a known locale"))
            .help("use the code as it is written in the project, such as `en` or `en-US`"));
    };
    let sited: Vec<Site> = found.iter().filter_map(|path| Site::of(path, &source)).collect();
    if sited.is_empty() {
        let guess = guess_source(&found).map(|guess| format!("did you mean `--source {guess}`?"));
        let mut failure =
            Failure::new(format!("nothing below {shown} is named after the source `{source}`"));
        failure.help = guess;
        return Err(failure);
    }
    let patterns = generalised(&sited);
    let locales = codes(&patterns, &found, &source);
    let reasons = vec![
        format!(
            "{} files carry the source's code `{source}`, such as {}",
            sited.len(),
            sited[0].path
        ),
        format!("{} other locales stand in the same place", locales.len().saturating_sub(1)),
    ];
    Ok(Layout { source: locale, patterns, locales, reasons })
}

/// Where a path carries a locale's code.
struct Site<'p> {
    path: &'p str,
    /// Folders before the code.
    before: Vec<&'p str>,
    /// `{locale}/**/*.ftl`, or a file name with `{locale}` in it.
    rest: String,
}

impl<'p> Site<'p> {
    fn of(path: &'p str, code: &str) -> Option<Self> {
        let names: Vec<&str> = path.split('/').collect();
        let (file, folders) = names.split_last()?;
        if let Some(at) = folders.iter().position(|name| *name == code) {
            let rest = "{locale}/**/*.ftl".to_owned();
            return Some(Self { path, before: folders[..at].to_vec(), rest });
        }
        let stem = file.strip_suffix(".ftl")?;
        let head = stem.strip_suffix(code)?;
        if !head.is_empty() && !head.ends_with(['_', '-', '.']) {
            return None;
        }
        Some(Self { path, before: folders.to_vec(), rest: format!("{head}{{locale}}.ftl") })
    }
}

/// One pattern for sites that differ only in the names of folders before the code.
fn generalised(sites: &[Site<'_>]) -> Vec<String> {
    let mut alike: BTreeMap<(usize, &str), Vec<&[&str]>> = BTreeMap::new();
    for site in sites {
        alike.entry((site.before.len(), &site.rest)).or_default().push(&site.before);
    }
    let pattern = |((depth, rest), folders_before): ((usize, &str), Vec<&[&str]>)| {
        let folders = (0..depth).map(|level| {
            let names: BTreeSet<&str> = folders_before.iter().map(|before| before[level]).collect();
            if names.len() == 1 { folders_before[0][level] } else { "*" }
        });
        folders.chain([rest]).collect::<Vec<_>>().join("/")
    };
    alike.into_iter().map(pattern).collect()
}

fn codes(patterns: &[String], found: &[String], source: &str) -> Vec<String> {
    let paths: Vec<Paths> = patterns.iter().map(|pattern| Paths::uniform(pattern)).collect();
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    for path in found {
        codes.extend(paths.iter().find_map(|paths| paths.resource(path)).map(|(_, code)| code));
    }
    let others = codes.into_iter().filter(|code| *code != source && Locale::parse(code).is_some());
    std::iter::once(source).chain(others).map(str::to_owned).collect()
}

/// English where there is one, else the locale with the most files.
fn guess_source(found: &[String]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in found {
        let mut names: Vec<&str> = path.split('/').collect();
        let file = names.pop()?.strip_suffix(".ftl")?;
        let tail = file.rsplit(['_', '.']).next().unwrap_or(file);
        for name in names.into_iter().chain([file, tail]) {
            if Locale::parse(name).is_some() {
                *counts.entry(name).or_default() += 1;
            }
        }
    }
    let is_english =
        |code: &&&str| **code == "en" || code.starts_with("en-") || code.starts_with("en_");
    let english = counts.keys().filter(is_english).min_by_key(|code| {
        (**code != "en", **code != "en-US" && **code != "en_US", (**code).to_owned())
    });
    let most = || counts.iter().max_by_key(|(_, count)| **count).map(|(code, _)| code);
    english.or_else(most).map(|code| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn layout(paths: &[&str]) -> (String, Vec<String>, Vec<String>) {
        let files = Memory::new(paths.iter().map(|path| (*path, "")));
        let layout = find(&files, "", None).expect("a layout");
        (layout.source.code.to_string(), layout.patterns, layout.locales)
    }

    #[test]
    fn folders_and_files_named_after_locales_are_recognised() {
        let (source, patterns, locales) = layout(&[
            "locales/en/a.ftl",
            "locales/en/x/b.ftl",
            "locales/fr/a.ftl",
            "locales/images/z.ftl",
        ]);
        assert_eq!(
            (source.as_str(), patterns, locales.len()),
            ("en", vec!["locales/{locale}/**/*.ftl".to_owned()], 2)
        );

        let (source, patterns, _) = layout(&[
            "src/ls/locales/en-US.ftl",
            "src/cp/locales/en-US.ftl",
            "src/cp/locales/fr.ftl",
        ]);
        assert_eq!(
            (source.as_str(), patterns),
            ("en-US", vec!["src/*/locales/{locale}.ftl".to_owned()])
        );

        let (_, patterns, _) = layout(&["l10n/app_en.ftl", "l10n/app_pt_BR.ftl"]);
        assert_eq!(patterns, ["l10n/app_{locale}.ftl"]);
    }
}
