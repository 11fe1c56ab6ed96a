//! Finding a source that lies elsewhere than its translations: the place that has the same files.

use std::collections::{BTreeMap, HashSet};

use super::site::{Shape, Sites};
use crate::locale::Locale;

/// Names of folders and files that hold the text to translate.
const USUAL: [&str; 9] = [
    "templates",
    "template",
    "source",
    "sources",
    "reference",
    "ref",
    "base",
    "default",
    "original",
];

/// The place of a source.
pub(super) struct Reference<'p> {
    /// A folder without a closing `/`, or a file.
    place: &'p str,
    is_folder: bool,
    /// Whether only the files directly in the folder are meant, for translations lie below it.
    is_flat: bool,
    /// The code that it is named after.
    pub(super) code: Option<&'p str>,
    /// How many files it has that are translated.
    pub(super) files: usize,
}

impl<'p> Reference<'p> {
    /// Where it lies from the folder that the translations lie in; empty if it does not.
    pub(super) fn beside(&self, shape: &Shape<'_>) -> &'p str {
        self.place.strip_prefix(shape.before).unwrap_or_default()
    }

    /// What a pattern of its files ends with.
    pub(super) fn files_pattern(&self) -> &'static str {
        match (self.is_folder, self.is_flat) {
            (false, _) => "",
            (true, true) => "/*.ftl",
            (true, false) => "/**/*.ftl",
        }
    }

    pub(super) fn pattern(&self) -> String {
        let pattern = format!("{}{}", self.place, self.files_pattern());
        pattern.trim_start_matches('/').to_owned()
    }
}

/// The source of translations of a shape.
pub(super) fn find<'p>(sites: &Sites<'p>, shape: &Shape<'p>) -> Option<Reference<'p>> {
    match shape.is_folder {
        true => folder(sites, shape),
        false => file(sites, shape),
    }
}

fn folder<'p>(sites: &Sites<'p>, shape: &Shape<'p>) -> Option<Reference<'p>> {
    let rests = sites.rests(shape);
    let translated: HashSet<&str> = rests.all().collect();
    let most = rests.by_code().map(|(_, rests)| rests.len()).max()?;
    let is_flat_layout = translated.iter().all(|rest| !rest[1..].contains('/'));
    let is_translation = |path: &str| {
        rests.by_code().any(|(code, _)| {
            path.starts_with(&format!("{}{}{code}{}/", shape.before, shape.head, shape.tail))
        })
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in sites.paths.iter().filter(|path| !is_translation(path)) {
        for (at, _) in path.match_indices('/') {
            if translated.contains(&path[at..]) {
                *counts.entry(&path[..at]).or_default() += 1;
            }
        }
        // A file at the root has nothing before it.
        if translated.contains(format!("/{path}").as_str()) {
            *counts.entry("").or_default() += 1;
        }
    }
    let is_believed = |(place, files): &(&str, usize)| {
        // Half of what a locale has, and no other locale of the same project.
        files * 2 >= most && code(place).is_none_or(|code| !rests.has(code))
    };
    let mut believed: Vec<(&'p str, usize)> = counts.into_iter().filter(is_believed).collect();
    believed.sort_by_key(|(place, files)| std::cmp::Reverse(rank(place, *files, shape)));
    believed.into_iter().find_map(|(place, files)| {
        let is_flat = place.is_empty() || shape.before.starts_with(&format!("{place}/"));
        // Files in folders below could be told from translations by nothing.
        if is_flat && !is_flat_layout {
            return None;
        }
        Some(Reference { place, is_folder: true, is_flat, code: code(place), files })
    })
}

/// The more files, the better; then a usual name, the same folder, and a short path.
fn rank(
    place: &str,
    files: usize,
    shape: &Shape<'_>,
) -> (usize, bool, bool, bool, std::cmp::Reverse<usize>) {
    let name = place.rsplit('/').next().unwrap_or(place);
    let is_stripped = name == shape.head.trim_end_matches(['-', '_', '.']) && !name.is_empty();
    let is_beside = place.starts_with(shape.before);
    let is_english =
        code(place).is_some_and(|code| super::english(std::iter::once(code)).is_some());
    (
        files,
        USUAL.contains(&name) || is_stripped,
        is_english,
        is_beside,
        std::cmp::Reverse(place.len()),
    )
}

fn file<'p>(sites: &Sites<'p>, shape: &Shape<'p>) -> Option<Reference<'p>> {
    let separators = ['-', '_', '.'];
    let stripped = match (shape.head, shape.tail.strip_suffix(".ftl")?) {
        ("", "") => None,
        (head, tail) => Some(format!(
            "{}{}{}.ftl",
            shape.before,
            head.trim_end_matches(separators),
            if head.is_empty() { tail.trim_start_matches(separators) } else { tail },
        )),
    };
    let usual = USUAL.map(|name| format!("{}{}{name}{}", shape.before, shape.head, shape.tail));
    let place = sites.paths.iter().copied().find(|path| {
        stripped.as_deref() == Some(*path) || usual.iter().any(|usual| usual == *path)
    })?;
    Some(Reference { place, is_folder: false, is_flat: false, code: None, files: 1 })
}

/// The code that a folder is named after.
fn code(place: &str) -> Option<&str> {
    let name = place.rsplit('/').next()?;
    Locale::parse(name).filter(Locale::is_well_known).map(|_| name)
}
