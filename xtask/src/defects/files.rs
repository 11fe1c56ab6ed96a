//! The classes of defects that concern whole files, folders or the configuration.

use std::path::Path;

use super::base::{Tree, write};
use super::checker::{self, COLUMNS};
use super::{EACH, Score};
use crate::Outcome;
use crate::corpus::{RELAY, fresh_folder};
use crate::random::Random;

/// A class of defects of whole files.
pub(super) struct FileClass {
    pub(super) name: &'static str,
    pub(super) how: &'static str,
    pub(super) rules: &'static [&'static str],
    /// Puts the defect in and says at which path it is to be found; `None` where it does not suit.
    seed: fn(&Path, &str, &str) -> Result<Option<String>, String>,
}

/// A defect of a file that was put in.
pub(super) struct FileSeed {
    pub(super) class: usize,
    pub(super) locale: String,
    pub(super) file: String,
    /// The file or the folder.
    pub(super) path: String,
}

pub(super) const FILE_CLASSES: [FileClass; 4] = [
    FileClass {
        name: "missing file",
        how: "a file is not translated",
        rules: &["missing-resource"],
        seed: |folder, locale, file| {
            let path = format!("{locale}/{file}");
            std::fs::remove_file(folder.join(&path)).map_err(|error| error.to_string())?;
            Ok(Some(path))
        },
    },
    FileClass {
        name: "obsolete file",
        how: "a file that the source dropped",
        rules: &["obsolete-resource"],
        seed: |folder, locale, file| {
            let path = format!("{locale}/old-{file}");
            copy(&folder.join(locale).join(file), &folder.join(&path))?;
            Ok(Some(path))
        },
    },
    FileClass {
        name: "invalid UTF-8",
        how: "an editor saves as Latin-1",
        rules: &["invalid-encoding"],
        seed: |folder, locale, file| {
            let path = format!("{locale}/{file}");
            let text = std::fs::read_to_string(folder.join(&path));
            let text = text.map_err(|error| format!("{path}: {error}"))?;
            let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
            if bytes.is_ascii() {
                return Ok(None);
            }
            std::fs::write(folder.join(&path), bytes).map_err(|error| error.to_string())?;
            Ok(Some(path))
        },
    },
    FileClass {
        name: "folder that is no locale",
        how: "a folder named otherwise than its language",
        rules: &["unknown-locale-folder"],
        seed: |folder, locale, file| {
            let name = format!("{locale}_translated");
            std::fs::create_dir_all(folder.join(&name)).map_err(|error| error.to_string())?;
            copy(&folder.join(locale).join(file), &folder.join(&name).join(file))?;
            Ok(Some(name))
        },
    },
];

fn copy(from: &Path, to: &Path) -> Outcome {
    let copied = std::fs::copy(from, to);
    copied.map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}

/// Puts defects of files in, each into a file of its own. Other files show the terms of `brands.ftl`.
pub(super) fn seed(
    folder: &Path,
    tree: &Tree,
    random: &mut Random,
) -> Result<Vec<FileSeed>, String> {
    let is_free =
        |(locale, file): &&(String, String)| locale != RELAY.source && file != "brands.ftl";
    let mut files: Vec<&(String, String)> = tree.keys().filter(is_free).collect();
    random.shuffle(&mut files);
    let mut files = files.into_iter();
    let mut seeds: Vec<FileSeed> = Vec::new();
    for (class, FileClass { name, seed, .. }) in FILE_CLASSES.iter().enumerate() {
        for _ in 0..EACH {
            loop {
                let (locale, file) = files.next().ok_or(format!("no files left for: {name}"))?;
                if let Some(path) = seed(folder, locale, file)? {
                    seeds.push(FileSeed {
                        class,
                        locale: locale.clone(),
                        file: file.clone(),
                        path,
                    });
                    break;
                }
            }
        }
    }
    Ok(seeds)
}

/// What is misspelt in a project file, and how.
const KEYS: [(&str, &str); EACH] = [
    ("locales =", "localse ="),
    ("locales =", "locale ="),
    ("locales =", "Locales ="),
    ("[[paths]]", "[[path]]"),
    ("[[paths]]", "[[Paths]]"),
    ("[[paths]]", "[[pahts]]"),
    ("reference =", "refrence ="),
    ("reference =", "references ="),
    ("l10n =", "lion ="),
    ("l10n =", "l10n-path ="),
    ("basepath =", "base_path ="),
    ("basepath =", "basepaht ="),
];

/// Misspelt keys of a project file, each in a small project of its own with no other defect.
pub(super) fn misspelt_keys(base: &Path) -> Result<Score, String> {
    let mut score = Score::new(
        "misspelt key of the configuration",
        "a key of `l10n.toml` is mistyped",
        &["invalid-config"],
    );
    for (right, wrong) in KEYS {
        let folder = fresh_folder("defects/configuration")?;
        for locale in [RELAY.source, "fr", "de"] {
            std::fs::create_dir(folder.join(locale)).map_err(|error| error.to_string())?;
            let file = format!("{locale}/settings.ftl");
            copy(&base.join(&file), &folder.join(&file))?;
        }
        let text = format!(
            "basepath = \".\"\nlocales = [\"fr\", \"de\"]\n[[paths]]\n    \
             reference = \"{}/*.ftl\"\n    l10n = \"{{locale}}/*.ftl\"\n",
            RELAY.source
        );
        write(&folder.join("l10n.toml"), &text.replacen(right, wrong, 1))?;
        let mut found = [false; COLUMNS.len()];
        found[0] = checker::isogloss_names(&folder, wrong)?;
        found[1] = checker::compare_locales_refuses(&folder)?;
        score.add(format!("`{right}` → `{wrong}`"), found);
    }
    Ok(score)
}
