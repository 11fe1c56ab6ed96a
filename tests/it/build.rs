//! Builds: the same bytes everywhere, and whole whatever fails.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Output as Ran};

use fluent::{FluentArgs, FluentBundle, FluentResource};
use isogloss::files::{Disk, Output, Store, System, replace_folder};

use crate::sample;

/// Runs the command in a folder, with nothing of this environment but what a test sets.
pub(crate) fn isogloss(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    Command::new(env!("CARGO_BIN_EXE_isogloss"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

/// A copy of the sample on disk.
pub(crate) fn sample_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in &sample::files().0 {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::create_dir_all(folder.path().join("content/images")).unwrap();
    folder
}

/// Every file below a folder, by path.
pub(crate) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_build_has_the_same_bytes_on_any_machine() {
    let folder = sample_folder();
    let below = folder.path().join("content");
    let environments: [&[(&str, &str)]; 4] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LC_ALL", "C")],
        &[("RAYON_NUM_THREADS", "8"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8")],
        &[("RAYON_NUM_THREADS", "2"), ("LANG", "ar_EG.UTF-8"), ("SOURCE_DATE_EPOCH", "0")],
        &[("NO_COLOR", "1"), ("HOME", "/nowhere")],
    ];
    let mut builds = Vec::new();
    for (index, environment) in environments.iter().enumerate() {
        let from = if index % 2 == 0 { folder.path() } else { &below };
        let ran = isogloss(from, &["build", "--drafts"], environment);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        builds.push(contents(&folder.path().join("dist")));
    }
    assert!(builds[0].len() > 15, "{:?}", builds[0].keys());
    for build in &builds[1..] {
        assert!(*build == builds[0], "two builds differ");
    }
}

#[test]
fn the_manifest_describes_every_file() {
    let folder = sample_folder();
    isogloss(folder.path(), &["build"], &[]);
    let files = contents(&folder.path().join("dist"));
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let mut described = vec!["manifest.json".to_owned()];
    for locale in manifest["locales"].as_object().unwrap().values() {
        for (path, entry) in locale["files"].as_object().unwrap() {
            assert_eq!(entry["size"].as_u64().unwrap() as usize, files[path].len());
            described.push(path.clone());
        }
    }
    described.sort();
    assert_eq!(described, files.keys().cloned().collect::<Vec<_>>());
    assert!(manifest["locales"]["sw"].is_null(), "a draft is built only with --drafts");
}

/// Formats every message of a bundle with `fluent-bundle`, and gives what goes wrong.
fn troubles_in(code: &str, text: &str) -> Vec<String> {
    let resource = FluentResource::try_new(text.to_owned()).unwrap();
    let names: Vec<String> = fluent_syntax::parser::parse(text)
        .unwrap()
        .body
        .into_iter()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect();
    assert!(names.len() > 150, "{code} has only {} messages", names.len());
    let mut bundle = FluentBundle::new(vec![code.parse().unwrap()]);
    bundle.add_resource(resource).unwrap();
    let mut arguments = FluentArgs::new();
    for name in ["value", "count", "current", "total"] {
        arguments.set(name, 3);
    }
    for name in ["title", "language", "date", "credit", "audience", "period", "year", "bound"] {
        arguments.set(name, "word");
    }
    let mut troubles = Vec::new();
    for name in names {
        let message = bundle.get_message(&name).unwrap();
        let attributes = message.attributes().map(|attribute| attribute.value());
        for pattern in message.value().into_iter().chain(attributes) {
            let mut errors = Vec::new();
            let shown = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
            if !errors.is_empty() || shown.trim().is_empty() {
                troubles.push(format!("{code} {name}: {shown} {errors:?}"));
            }
        }
    }
    troubles
}

#[test]
fn every_bundle_loads_and_every_message_formats_in_fluent_bundle() {
    let folder = sample_folder();
    isogloss(folder.path(), &["build", "--drafts"], &[]);
    let mut bundles = 0;
    for (path, bytes) in contents(&folder.path().join("dist/fluent")) {
        let code = path.split('/').next().unwrap();
        assert_eq!(troubles_in(code, std::str::from_utf8(&bytes).unwrap()), Vec::<String>::new());
        bundles += 1;
    }
    assert_eq!(bundles, 8);
}

#[test]
fn errors_in_a_released_locale_stop_the_build_and_keep_going_says_what_fell_back() {
    let folder = sample_folder();
    isogloss(folder.path(), &["build"], &[]);
    let before = contents(&folder.path().join("dist"));
    let path = folder.path().join("locales/fr/site.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("{ $date }", "{ $dat }")).unwrap();

    let ran = isogloss(folder.path(), &["build"], &[]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(contents(&folder.path().join("dist")) == before, "nothing may be written");

    let ran = isogloss(folder.path(), &["build", "--keep-going"], &[]);
    assert_eq!(ran.status.code(), Some(0));
    let files = contents(&folder.path().join("dist"));
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let fallbacks = manifest["locales"]["fr"]["fallbacks"].to_string();
    assert!(fallbacks.contains("nobody passes `$dat`"), "{fallbacks}");
    let bundle = String::from_utf8(files["fluent/fr/messages.ftl"].clone()).unwrap();
    assert!(bundle.contains("published-on = Published on { $date }"));
}

#[test]
fn without_consent_a_testimonial_is_in_no_output() {
    let folder = sample_folder();
    let path = folder.path().join("content/testimonials/advisor-bolivia.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("given = true", "given = false")).unwrap();
    let ran = isogloss(folder.path(), &["build"], &[]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    for (path, bytes) in contents(&folder.path().join("dist")) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("advisor-bolivia"), "{path}");
    }
}

#[test]
fn a_consent_that_cannot_be_read_is_none() {
    for consent in ["", "consent = { by = \"nobody\" }\n"] {
        let folder = sample_folder();
        let path = folder.path().join("content/testimonials/advisor-bolivia.md");
        let text = fs::read_to_string(&path).unwrap();
        let line = text.lines().find(|line| line.starts_with("consent")).unwrap();
        fs::write(&path, text.replace(&format!("{line}\n"), consent)).unwrap();
        let ran = isogloss(folder.path(), &["build", "--keep-going"], &[]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        for (path, bytes) in contents(&folder.path().join("dist")) {
            assert!(!String::from_utf8(bytes).unwrap().contains("advisor-bolivia"), "{path}");
        }
    }
}

#[test]
fn a_breakdown_with_cells_to_hide_shows_none_of_them() {
    let folder = sample_folder();
    let path = folder.path().join("content/figures/2023.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("complete = false", "complete = false\nsuppress-below = 9"))
        .unwrap();
    isogloss(folder.path(), &["build"], &[]);
    let files = contents(&folder.path().join("dist"));
    let content: serde_json::Value =
        serde_json::from_slice(&files["json/en/content.json"]).unwrap();
    let figures = content["content"]["figure"].as_array().unwrap();
    let advisors = figures.iter().find(|figure| figure["id"] == "2023-advisors").unwrap();
    assert_eq!(advisors["breakdown"].to_string(), r#"[{"dimension":"gender"}]"#);
}

#[test]
fn a_story_that_is_half_translated_is_shown_whole_in_the_source_language() {
    let folder = sample_folder();
    let path = folder.path().join("locales/es/stories/one-hundred-organisations.ftl");
    let text = fs::read_to_string(&path).unwrap();
    let (kept, _) = text.split_once("story-one-hundred-organisations-summary").unwrap();
    fs::write(&path, kept).unwrap();
    isogloss(folder.path(), &["build", "--keep-going"], &[]);
    let files = contents(&folder.path().join("dist"));
    let content: serde_json::Value =
        serde_json::from_slice(&files["json/es/content.json"]).unwrap();
    let stories = content["content"]["story"].as_array().unwrap();
    let story = stories.iter().find(|story| story["id"] == "one-hundred-organisations").unwrap();
    assert_eq!(story["title"]["lang"], "en");
    assert_eq!(story["title"]["dir"], "ltr");
    assert_eq!(story["body"]["lang"], "en");
    assert!(stories.iter().filter(|story| story["title"]["lang"].is_null()).count() == 5);
}

/// A disk on which the n-th change fails.
struct Failing {
    at: usize,
    done: Cell<usize>,
    can_exchange: bool,
}

impl Failing {
    fn step(&self, change: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let number = self.done.get();
        self.done.set(number + 1);
        if number == self.at { Err(io::Error::other("no space left")) } else { change() }
    }
}

impl Store for Failing {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.create_folder(path))
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // A write that fails leaves half a file behind.
        self.step(|| System.write(path, bytes)).inspect_err(|_| {
            let _ = fs::write(path, &bytes[..bytes.len() / 2]);
        })
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| System.rename(from, to))
    }
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        match self.can_exchange {
            true => self.step(|| System.exchange(one, other)),
            false => Err(io::ErrorKind::Unsupported.into()),
        }
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.sync_folder(path))
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.remove_file(path))
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.remove_folder(path))
    }
}

fn outputs(word: &str) -> Vec<Output> {
    ["a.txt", "x/b.txt", "x/y/c.txt"]
        .map(|path| Output::new(path, format!("{word} {path}")))
        .to_vec()
}

fn as_contents(outputs: &[Output]) -> BTreeMap<String, Vec<u8>> {
    outputs.iter().map(|output| (output.path.clone(), output.bytes.clone().unwrap())).collect()
}

/// Builds over an old folder with a fault at every change in turn, each followed by a whole build.
fn survives_every_fault(can_exchange: bool) -> usize {
    let (old, new) = (outputs("old"), outputs("new"));
    for at in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::new(folder.path());
        replace_folder(&System, &disk, "dist", &old).unwrap();
        let store = Failing { at, done: Cell::new(0), can_exchange };
        let outcome = replace_folder(&store, &disk, "dist", &new);
        let found = contents(&folder.path().join("dist"));
        let is_old = found == as_contents(&old);
        let is_new = found == as_contents(&new);
        assert!(is_old || is_new, "fault {at}: {:?}", found.keys());
        assert!(outcome.is_ok() || is_old, "fault {at}: a failed build changed what is published");

        replace_folder(&System, &disk, "dist", &new).unwrap();
        assert_eq!(contents(&folder.path().join("dist")), as_contents(&new));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "leftovers stay behind");
        if at >= store.done.get() {
            return at;
        }
    }
    unreachable!("a build has an end")
}

#[test]
fn a_fault_at_any_write_rename_or_sync_leaves_the_old_build_or_the_new_one() {
    let steps = survives_every_fault(true);
    assert!(steps > 8, "only {steps} changes were made to fail");
}

#[test]
fn so_it_is_where_the_system_cannot_exchange_folders() {
    let steps = survives_every_fault(false);
    assert!(steps > 8, "only {steps} changes were made to fail");
}

#[test]
fn a_folder_that_isogloss_did_not_make_is_never_replaced() {
    let folder = sample_folder();
    fs::create_dir(folder.path().join("dist")).unwrap();
    fs::write(folder.path().join("dist/thesis.txt"), "mine").unwrap();
    fs::write(folder.path().join("dist/manifest.json"), r#"{"name":"an app"}"#).unwrap();
    let ran = isogloss(folder.path(), &["build"], &[]);
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("dist/thesis.txt")).unwrap(), "mine");
}
