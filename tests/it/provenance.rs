//! What translations were made from: a project through its life, and what is known of every part.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test, about files")]

mod merge;
mod order;
mod repository;
mod year;

use isogloss::diagnostic::Diagnostic;
use isogloss::edit;
use isogloss::files::Memory;

use crate::sample::{self, replace};

const SOURCE: &str = "locales/en/app.ftl";

/// A project whose files a test changes step by step.
struct Life {
    files: Memory,
}

impl Life {
    fn new(source: &str) -> Self {
        let config = "source = \"en\"\n[locales.ar]\n[locales.fr]\n[locales.th]\n";
        Self { files: Memory::new([("isogloss.toml", config), (SOURCE, source)]) }
    }

    fn write(&mut self, path: &str, text: &str) {
        self.files.0.insert(path.to_owned(), text.into());
    }

    fn apply(&mut self, sync: edit::Sync) {
        assert_eq!(sync.findings, []);
        for output in sync.outputs {
            match output.bytes {
                Some(bytes) => self.files.0.insert(output.path, bytes),
                None => self.files.0.remove(&output.path),
            };
        }
    }

    fn sync(&mut self) {
        let session = sample::open(&self.files);
        self.apply(edit::sync(&session.project));
        let session = sample::open(&self.files);
        assert_eq!(edit::sync(&session.project).outputs, [], "a second sync finds nothing to do");
    }

    fn findings(&self) -> Vec<Diagnostic> {
        sample::check(&self.files)
    }
}

const FR: &str = "locales/fr/app.ftl";

#[test]
fn an_edit_of_a_story_shows_in_every_locale_with_its_class_and_its_words() {
    let mut files = sample::files();
    let story = "content/stories/one-hundred-organisations.md";
    replace(&mut files, story, "More than 70 representatives", "More than 75 representatives");
    let session = sample::open(&files);
    for output in edit::sync(&session.project).outputs {
        files.0.insert(output.path, output.bytes.unwrap());
    }
    let found = sample::check(&files);
    let stale: Vec<&Diagnostic> =
        found.iter().filter(|finding| finding.rule == "stale-translation").collect();
    let mut locales: Vec<&str> =
        stale.iter().filter_map(|finding| finding.locale.as_deref()).collect();
    locales.sort_unstable();
    assert_eq!(locales, ["ar", "es", "fr", "ru", "sw", "zh-Hans"], "{stale:#?}");
    for finding in stale {
        let datum = |name: &str| finding.data().iter().find(|datum| datum.0 == name).unwrap();
        assert_eq!(datum("change").1, "interface");
        assert!(datum("diff").1.contains("[-70-]{+75+}"), "{}", datum("diff").1);
        let label = finding.label.as_deref().unwrap_or_default();
        assert!(label.contains("[-70-]{+75+}"), "{label}");
    }
}

#[test]
fn what_is_not_recorded_yet_is_said_once_for_a_file() {
    let mut life = Life::new("a = One\nb = Two\n");
    life.sync();
    life.write(FR, "a = Un\nb = Deux\n");
    let notes: Vec<Diagnostic> = life
        .findings()
        .into_iter()
        .filter(|finding| finding.rule == "unrecorded-translation")
        .collect();
    assert_eq!(notes.len(), 1);
    life.sync();
    assert!(life.findings().iter().all(|finding| finding.rule != "unrecorded-translation"));
}

#[test]
fn of_several_translations_of_one_name_only_the_first_has_to_be_recorded() {
    let mut life = Life::new("a = One\n    .b = Two\n");
    life.write(FR, "a = Un\n    .b = Deux\n    .b = Trois\na = Une\n    .b = Quatre\n");
    life.sync();
    assert!(life.findings().iter().all(|finding| finding.rule != "unrecorded-translation"));
}

#[test]
fn a_record_of_a_current_part_is_small() {
    for (path, bytes) in sample::files().0 {
        if path.starts_with("locales/.isogloss/translations/") {
            let text = String::from_utf8(bytes).unwrap();
            let long = text.lines().filter(|line| line.starts_with("  ")).find(|it| it.len() > 99);
            assert_eq!(long, None, "{path}");
        }
    }
}
