//! Recognising how an existing project lays out its Fluent files, and saying why.
//!
//! A layout is believed when the same file is there in several languages. What the files say is
//! looked at only to tell which are loaded together (`group`).

mod group;
mod reference;
mod site;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Config, Glob, Groups, Paths, Sorted, is_in};
use crate::failure::Failure;
use crate::files::{Files, Walk};
use crate::locale::Locale;
use crate::text::{counted, listed};

pub use group::{Told, groups};
use reference::Reference;
use site::{Class, Shape, Sites};

/// The source locale where a source has no code and nobody says which it is.
const USUAL_SOURCE: &str = "en";

/// A layout that was found, and why it is believed.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The source locale.
    pub source: Locale,
    /// Where files are.
    pub paths: Vec<Paths>,
    /// Codes found where locales stand, the source's first; those that are no locale left out.
    pub locales: Vec<String>,
    /// What was seen, for people.
    pub reasons: Vec<String>,
    /// Which file is what.
    pub files: Sorted,
}

impl Layout {
    /// A configuration for it.
    pub fn config(&self) -> Config {
        let mut config = Config::new(self.source.clone(), self.paths.clone());
        config.groups = Groups::Unknown;
        config
    }
}

/// Finds the layout of the `.ftl` files below `folder`.
///
/// # Errors
/// There are no such files, or none of them is recognisably of the source locale.
pub fn find(files: &dyn Files, folder: &str, source: Option<&str>) -> Result<Layout, Failure> {
    let found = fluent_files(files, folder);
    let shown = if folder.is_empty() { "this folder".to_owned() } else { format!("`{folder}`") };
    if found.files.is_empty() {
        return Err(Failure::new(format!("there are no `.ftl` files below {shown}")));
    }
    let given = match source {
        Some(code) => Some(Locale::parse(code).ok_or_else(|| no_locale(code))?),
        None => None,
    };
    if let Some(layout) = of_siblings(files, folder, given.as_ref()) {
        return Ok(layout);
    }
    let paths: Vec<&str> = found.files.iter().map(String::as_str).collect();
    let guess = guess(&paths, given.as_ref()).ok_or_else(|| match (of_locale(folder), &given) {
        (Some(_), Some(source)) => nothing_beside(folder, source),
        _ => not_found(&paths, &shown, source),
    })?;
    Ok(guess.layout(&found))
}

/// Folders of what tools make, copies of translations among it.
const MADE: [&str; 4] = ["target", "dist", "build", "out"];

/// The Fluent files below a folder; without copies in folders that tools fill, unless there is
/// nothing else.
fn fluent_files(files: &dyn Files, folder: &str) -> Walk {
    let mut walk = files.walk(folder);
    let found = &mut walk.files;
    found.retain(|path| path.ends_with(".ftl"));
    let is_made = |path: &String| {
        let below = path.strip_prefix(folder).unwrap_or(path);
        below.split('/').any(|name| MADE.contains(&name))
    };
    if !found.iter().all(is_made) {
        found.retain(|path| !is_made(path));
    }
    walk
}

fn no_locale(code: &str) -> Failure {
    Failure::new(format!("`{code}` is not a known locale"))
        .help("use the code as it is written in the project, such as `en` or `en-US`")
}

fn not_found(paths: &[&str], shown: &str, source: Option<&str>) -> Failure {
    let Some(code) = source else {
        return Failure::new(format!("no folder or file below {shown} is named after a locale"))
            .help("say where files are, in isogloss.toml: `paths = [\"…/{locale}/**/*.ftl\"]`");
    };
    let failure = Failure::new(format!("nothing below {shown} is named after the source `{code}`"));
    match guess(paths, None) {
        Some(guess) => failure.help(format!("did you mean `--source {}`?", guess.source)),
        None => failure.help("name a folder that has the source too"),
    }
}

fn nothing_beside(folder: &str, source: &Locale) -> Failure {
    let message = format!("`{folder}` is one locale, and there is no source `{source}` beside it");
    Failure::new(message).help("name a folder that has both: there is nothing to compare with")
}

/// The locale that a folder itself is.
fn of_locale(folder: &str) -> Option<Locale> {
    Locale::parse(folder.rsplit('/').next()?).filter(Locale::is_well_known)
}

/// The layout around a folder that is itself one locale: it is compared with the source beside it.
fn of_siblings(files: &dyn Files, folder: &str, source: Option<&Locale>) -> Option<Layout> {
    let own = of_locale(folder)?;
    let (above, _) = folder.rsplit_once('/').unwrap_or(("", folder));
    let beside = fluent_files(files, above);
    let paths: Vec<&str> = beside.files.iter().map(String::as_str).collect();
    let mut guess = guess(&paths, source)?;
    let below = format!("{folder}/");
    let is_of = |paths: &Paths, path: &str, code: &str| match *code == *guess.source.code {
        true => paths.source_resource(path, code).is_some(),
        false => paths.resource(path).is_some_and(|(_, other)| other == code),
    };
    let mut own_files = paths.iter().filter(|path| path.starts_with(&below));
    if !own_files.any(|path| guess.paths.iter().any(|paths| is_of(paths, path, &own.code))) {
        return None;
    }
    if own.code == guess.source.code {
        guess.reasons.push(format!("`{folder}` is the source: compared with all beside it"));
        return Some(guess.layout(&beside));
    }
    guess.reasons.push(format!(
        "`{folder}` is one locale: compared with the source `{}` beside it",
        guess.source
    ));
    for paths in &mut guess.paths {
        paths.locales = Some([own.code.clone()].into());
    }
    Some(guess.layout(&beside))
}

/// A source and where files are.
struct Guess {
    source: Locale,
    paths: Vec<Paths>,
    reasons: Vec<String>,
}

impl Guess {
    fn layout(self, found: &Walk) -> Layout {
        let Self { source, paths, mut reasons } = self;
        let names: Vec<&str> = found.files.iter().map(String::as_str).collect();
        let config = Config::new(source.clone(), paths.clone());
        let mut files = config.sort(&names);
        let is_looked_into = |path: &str| {
            let mut folders = config.folders().into_iter();
            folders.any(|folder| is_in(path, folder))
        };
        let unreadable = found.unreadable.iter().filter(|(path, _)| is_looked_into(path));
        files.unreadable = unreadable.cloned().collect();
        let (meant, other): (Vec<&String>, Vec<&String>) =
            files.found.keys().partition(|code| files.is_meant(code));
        let count = counted(files.source.len(), "file");
        let first = files.source.values().next().map_or("", String::as_str);
        reasons.push(format!("the source has {count}, such as {first}"));
        reasons.push(match meant.as_slice() {
            [] => "there is no other locale yet".to_owned(),
            [one] => format!("one other locale is there: `{one}`"),
            _ => format!("{} other locales are there", meant.len()),
        });
        if !other.is_empty() {
            reasons.push(format!("{}: taken for no locale", listed(&other)));
        }
        let codes = std::iter::once(source.code.to_string());
        let locales = codes.chain(meant.into_iter().cloned()).collect();
        Layout { source, paths, locales, reasons, files }
    }
}

fn guess(paths: &[&str], source: Option<&Locale>) -> Option<Guess> {
    let sites = Sites::of(paths, source);
    match source {
        Some(source) => of_source(&sites, source),
        None => of_any_source(&sites),
    }
}

/// The layout around a source that was named.
fn of_source(sites: &Sites<'_>, source: &Locale) -> Option<Guess> {
    let why = "`--source` says so";
    let is_it = |shape: &Shape<'_>, code: Option<&str>| {
        let has_source = sites.rests(shape).has(&source.code);
        !has_source && code.is_none_or(|code| *code == *source.code)
    };
    let shared = || uniform(sites, source, why).filter(|_| sites.is_shared(&source.code));
    let apart = || Some(apart(sites, is_it)?.guess(source.clone(), why));
    shared().or_else(apart).or_else(|| uniform(sites, source, why))
}

/// The layout where nobody says what the source is: English where there is one, what has another
/// place than the translations, or what has the most files.
fn of_any_source(sites: &Sites<'_>) -> Option<Guess> {
    let Some((class, codes)) = sites.axis() else {
        return elsewhere(sites, None).or_else(|| alone(sites));
    };
    let english = english(codes.keys().copied());
    let is_plain = |code: &str| {
        Locale::parse(code)
            .is_some_and(|l| l.tag.region.is_none_or(|region| region.as_str() == "US"))
    };
    // Where only the English of another country is among the translations, the source may still
    // have its own folder.
    if let Some(code) = english.filter(|code| is_plain(code) && sites.is_shared(code)) {
        return uniform(sites, &Locale::parse(code)?, "English is among the locales");
    }
    if let Some(guess) = elsewhere(sites, Some(&class)) {
        return Some(guess);
    }
    if let Some(code) = english {
        return uniform(sites, &Locale::parse(code)?, "English is among the locales");
    }
    let most = codes.iter().max_by_key(|(code, files)| (**files, std::cmp::Reverse(**code)))?;
    let is_alone = codes.values().filter(|files| *files == most.1).count() == 1;
    let why = match is_alone {
        true => format!("it has the most files ({})", most.1),
        false => {
            "it comes first of those with the most files; `--source` says otherwise".to_owned()
        }
    };
    uniform(sites, &Locale::parse(most.0)?, &why)
}

/// The plainest English of these.
fn english<'c>(codes: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let is_english = |code: &&str| {
        Locale::parse(code).is_some_and(|locale| locale.tag.language.as_str() == "en")
    };
    codes.filter(is_english).min_by_key(|code| {
        (
            *code != "en",
            !code.eq_ignore_ascii_case("en-us") && !code.eq_ignore_ascii_case("en_us"),
            *code,
        )
    })
}

fn elsewhere(sites: &Sites<'_>, class: Option<&Class<'_>>) -> Option<Guess> {
    let is_of_class = |shape: &Shape<'_>| class.is_none_or(|class| shape.class() == *class);
    let found = apart(sites, |shape, _| is_of_class(shape))?;
    let source = Locale::parse(found.code.as_deref().unwrap_or(USUAL_SOURCE))?;
    let why = match found.code {
        Some(_) => "it has its own place, beside the translations",
        None => {
            "nothing names the language of its place, and it is usual; `--source` says otherwise"
        }
    };
    Some(found.guess(source, why))
}

/// A project that has one language yet.
fn alone(sites: &Sites<'_>) -> Option<Guess> {
    let whole: BTreeSet<&str> = sites.whole_names().collect();
    let code = english(whole.iter().copied()).or_else(|| whole.first().copied())?;
    let code = Locale::parse(code)?;
    uniform(sites, &code, "no other language is there, so there is nothing to compare with")
}

/// The source lies where the translations do.
fn uniform(sites: &Sites<'_>, source: &Locale, why: &str) -> Option<Guess> {
    let shapes = sites.shapes_of(&source.code);
    let mut classes: BTreeMap<Class<'_>, Vec<&Shape<'_>>> = BTreeMap::new();
    for shape in &shapes {
        classes.entry(shape.class()).or_default().push(shape);
    }
    let mut patterns = Vec::new();
    for (class, shapes) in classes {
        let before: BTreeSet<&str> = shapes.iter().map(|shape| shape.before).collect();
        let rests = sites.rests_within(&shapes);
        for before in generalised(&before) {
            patterns.extend(rests.iter().map(|rest| format!("{before}{}{rest}", class.name())));
        }
    }
    if patterns.is_empty() {
        return None;
    }
    let reasons = vec![
        format!("files lie in {}", listed(&patterns)),
        format!("the source is `{source}`: {why}"),
    ];
    let paths = patterns.iter().map(|pattern| Paths::uniform(pattern)).collect();
    Some(Guess { source: source.clone(), paths, reasons })
}

/// A source that lies elsewhere than its translations.
struct Apart {
    /// The code that its place is named after.
    code: Option<String>,
    pairs: Vec<(String, String)>,
}

impl Apart {
    fn guess(self, source: Locale, why: &str) -> Guess {
        let mut reasons = Vec::new();
        for (reference, translation) in &self.pairs {
            reasons
                .push(format!("the source lies in `{reference}`, translations in `{translation}`"));
        }
        reasons.push(format!("the source is `{source}`: {why}"));
        let paths = self.pairs.iter().map(|(reference, translation)| {
            Paths::apart(Glob::new(reference), Glob::new(translation))
        });
        Guess { source, paths: paths.collect(), reasons }
    }
}

/// Translations and the source they are beside, by what is the same for all of them: what stands
/// around the code, the source's code, and where it lies from the folder of the translations.
type Pairs<'s, 'p> =
    BTreeMap<(Class<'p>, Option<&'p str>, &'p str), Vec<(&'s Shape<'p>, Reference<'p>)>>;

/// A source that lies elsewhere than its translations; `is_it` narrows down shapes of translations
/// and codes of the source.
fn apart(sites: &Sites<'_>, is_it: impl Fn(&Shape<'_>, Option<&str>) -> bool) -> Option<Apart> {
    let mut found = Pairs::new();
    for shape in sites.shapes() {
        let Some(reference) = reference::find(sites, shape) else { continue };
        if is_it(shape, reference.code) {
            let key = (shape.class(), reference.code, reference.beside(shape));
            found.entry(key).or_default().push((shape, reference));
        }
    }
    // The source in English before any other, then what most translations are beside.
    let best = found.into_iter().max_by_key(|((_, code, _), pairs)| {
        let likely = code.is_none_or(|code| english(std::iter::once(code)).is_some());
        (likely, pairs.iter().map(|(_, reference)| reference.files).sum::<usize>())
    });
    let ((class, code, beside), pairs) = best?;
    let before: BTreeSet<&str> = pairs.iter().map(|(shape, _)| shape.before).collect();
    let (_, reference) = pairs.first()?;
    let files = reference.files_pattern();
    let translation = |before: &str| match class.is_folder {
        true => format!("{before}{}{files}", class.name()),
        false => format!("{before}{}", class.name()),
    };
    let pairs = match beside {
        // It lies somewhere else altogether.
        "" => {
            let place = |(shape, reference): &(&Shape<'_>, Reference<'_>)| {
                (reference.pattern(), translation(shape.before))
            };
            pairs.iter().map(place).collect()
        }
        beside => generalised(&before)
            .into_iter()
            .map(|before| (format!("{before}{beside}{files}"), translation(&before)))
            .collect(),
    };
    Some(Apart { code: code.map(str::to_owned), pairs })
}

/// One pattern for folders that differ in one name alone, such as those of the packages of a
/// repository. All end in `/`, or are empty.
fn generalised(folders: &BTreeSet<&str>) -> Vec<String> {
    let mut by_depth: BTreeMap<usize, Vec<Vec<&str>>> = BTreeMap::new();
    for folder in folders {
        let names: Vec<&str> = folder.split_terminator('/').collect();
        by_depth.entry(names.len()).or_default().push(names);
    }
    let mut patterns = Vec::new();
    for (depth, folders) in by_depth {
        let but_for = |level: usize| {
            let mut groups: BTreeMap<Vec<&str>, Vec<&Vec<&str>>> = BTreeMap::new();
            for names in &folders {
                let mut rest = names.clone();
                rest[level] = "*";
                groups.entry(rest).or_default().push(names);
            }
            groups
        };
        let fewest = (0..depth).map(but_for).min_by_key(BTreeMap::len);
        let Some(groups) = fewest else {
            patterns.push(String::new());
            continue;
        };
        for (general, names) in groups {
            let names = if names.len() > 1 { &general } else { names[0] };
            patterns.push(names.iter().map(|name| format!("{name}/")).collect());
        }
    }
    patterns
}
