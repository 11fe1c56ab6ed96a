//! What translations were made from: a project through its life, and what is known of every part.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test, about files")]

mod merge;
mod order;
mod repository;

use std::fmt::Write as _;

use isogloss::coverage::{State, states};
use isogloss::diagnostic::Diagnostic;
use isogloss::edit::{self, Accepted};
use isogloss::files::Memory;
use isogloss::resolve::Chain;

use crate::sample::{self, replace};

const SOURCE: &str = "locales/en/app.ftl";

/// A project whose files a test changes step by step.
struct Life {
    files: Memory,
    step: usize,
}

impl Life {
    fn new(source: &str) -> Self {
        let config = "source = \"en\"\n[locales.ar]\n[locales.fr]\n[locales.th]\n";
        Self { files: Memory::new([("isogloss.toml", config), (SOURCE, source)]), step: 0 }
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

    fn accept(&mut self, locale: &str, name: &str) {
        let accepted = Accepted {
            locale: locale.to_owned(),
            parts: [("app.ftl".to_owned(), name.to_owned())].into(),
            because: "still right".to_owned(),
        };
        let session = sample::open(&self.files);
        self.apply(edit::accept(&session.project, &accepted));
    }

    /// `greeting fr:current ar:missing th:stale wording`, a line for each part.
    fn states(&self) -> String {
        let session = sample::open(&self.files);
        let project = &session.project;
        let mut lines: Vec<String> = Vec::new();
        for target in &project.targets {
            let chain = Chain::new(project, target);
            for (index, part) in states(&chain).into_iter().enumerate() {
                if lines.len() <= index {
                    let attribute = part.attribute.map_or(String::new(), |name| format!(".{name}"));
                    lines.push(format!("{}{attribute}", part.source.name()));
                }
                let kind = match part.state {
                    State::Stale(change) => format!("stale-{}", change.word()),
                    state => state.word().to_owned(),
                };
                let _ = write!(lines[index], " {}:{kind}", target.locale().code);
            }
        }
        lines.join("\n")
    }

    /// Asserts what is known of every part, before the next `sync` and after it.
    fn expect(&mut self, what: &str, expected: &[&str]) {
        self.step += 1;
        let expected = expected.join("\n");
        assert_eq!(self.states(), expected, "step {}, {what}, before `sync`", self.step);
        self.sync();
        assert_eq!(self.states(), expected, "step {}, {what}, after `sync`", self.step);
    }

    fn findings(&self) -> Vec<Diagnostic> {
        sample::check(&self.files)
    }
}

const FR: &str = "locales/fr/app.ftl";
const AR: &str = "locales/ar/app.ftl";
const TH: &str = "locales/th/app.ftl";

#[test]
fn a_year_of_a_project() {
    let mut life = Life::new(
        "hello = Every child has rights.\nvotes = { $count } people voted\nhelp = Help\n    .title = Get help\n",
    );
    let missing = [
        "hello ar:missing fr:missing th:missing",
        "votes ar:missing fr:missing th:missing",
        "help ar:missing fr:missing th:missing",
        "help.title ar:missing fr:missing th:missing",
    ];
    life.expect("nobody has translated anything", &missing);

    life.write(FR, "hello = Chaque enfant a des droits.\n");
    life.expect(
        "a translation of what is recorded",
        &["hello ar:missing fr:current th:missing", missing[1], missing[2], missing[3]],
    );

    life.write(AR, "hello = لكل طفل حقوق.\nvotes = صوّت { $count } أشخاص\n");
    life.write(TH, "hello = เด็กทุกคนมีสิทธิ\nhelp = ช่วยเหลือ\n    .title = ขอความช่วยเหลือ\n");
    life.expect(
        "two more locales",
        &[
            "hello ar:current fr:current th:current",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, SOURCE, "Every child has rights.", "Every  child\n    has rights");
    life.expect(
        "the source is set anew: nobody is asked",
        &[
            "hello ar:current fr:current th:current",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, SOURCE, "has rights", "has human rights");
    life.expect(
        "the source gets a word",
        &[
            "hello ar:stale-wording fr:stale-wording th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, FR, "droits.", "droits !");
    life.expect(
        "punctuation certifies nothing",
        &[
            "hello ar:stale-wording fr:stale-wording th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, FR, "des droits !", "des droits humains.");
    life.expect(
        "a translation follows",
        &[
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, FR, "des droits humains.", "des droits.");
    life.expect(
        "and is put back: it is what it was",
        &[
            "hello ar:stale-wording fr:stale-wording th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, FR, "des droits.", "des droits humains.");
    life.accept("th", "hello");
    life.expect(
        "and follows again; another is said to be right",
        &[
            "hello ar:stale-wording fr:current th:current",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, SOURCE, "has human rights", "has rights");
    life.expect(
        "the source is put back: what was made from that is current again",
        &[
            "hello ar:current fr:stale-wording th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, SOURCE, "{ $count } people", "{ $count } of { $total } people");
    life.expect(
        "the source shows another argument",
        &[
            "hello ar:current fr:stale-wording th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:current",
        ],
    );

    replace(&mut life.files, SOURCE, "= Get help", "= Call us at any time");
    life.expect(
        "an attribute says something else",
        &[
            "hello ar:current fr:stale-wording th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, SOURCE, "Every  child", "Each  child");
    replace(&mut life.files, FR, "Chaque enfant", "Tout enfant");
    life.expect(
        "both sides change between two syncs: nobody knows",
        &[
            "hello ar:stale-wording fr:unknown th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    life.expect(
        "and it stays unknown",
        &[
            "hello ar:stale-wording fr:unknown th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    life.accept("fr", "hello");
    life.expect(
        "until somebody looks",
        &[
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, SOURCE, "help = Help", "new = Something new\nhelp = Help");
    life.expect(
        "a message comes in between",
        &[
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "new ar:missing fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, SOURCE, "new = Something new\n", "");
    let source = sample::text(&life.files, SOURCE);
    life.write(SOURCE, &format!("new = Something new\n{source}"));
    life.expect(
        "and moves: nothing changes",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    let record = "locales/.isogloss/translations/fr/app.ftl.txt";
    let kept = life.files.0.remove(record).unwrap();
    assert!(life.states().contains("hello ar:stale-wording fr:unknown th:stale-wording"));
    life.files.0.insert(record.to_owned(), kept);

    life.files.0.remove(record);
    life.expect(
        "a lost record: unknown, never current",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:unknown th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, FR, "Tout enfant", "Chaque enfant, partout,");
    life.expect(
        "a new translation of a source that did not change",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    let thai = sample::text(&life.files, TH);
    life.files.0.remove(TH);
    life.expect(
        "a file is gone",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:missing",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:missing",
            "help.title ar:missing fr:missing th:missing",
        ],
    );

    life.write(TH, &thai);
    life.expect(
        "and comes back with what was known of it",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:stale-interface fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, SOURCE, "of { $total } people", "people");
    life.expect(
        "an argument goes again",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, SOURCE, "votes = { $count }", "votes = { $count");
    life.sync();
    replace(&mut life.files, SOURCE, "votes = { $count", "votes = { $count }");
    life.expect(
        "a broken source forgets nothing",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );

    replace(&mut life.files, AR, "{ $count }", "{ $count");
    life.sync();
    replace(&mut life.files, AR, "{ $count", "{ $count }");
    life.expect(
        "nor does a broken translation",
        &[
            "new ar:missing fr:missing th:missing",
            "hello ar:stale-wording fr:current th:stale-wording",
            "votes ar:current fr:missing th:missing",
            "help ar:missing fr:missing th:current",
            "help.title ar:missing fr:missing th:stale-rewrite",
        ],
    );
}

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
        stale.iter().filter_map(|finding| finding.subject.locale.as_deref()).collect();
    locales.sort_unstable();
    assert_eq!(locales, ["ar", "es", "fr", "ru", "sw", "zh-Hans"], "{stale:#?}");
    for finding in stale {
        let datum = |name: &str| finding.data.iter().find(|datum| datum.0 == name).unwrap();
        assert_eq!(datum("change").1, "interface");
        assert!(datum("diff").1.contains("[-70-]{+75+}"), "{}", datum("diff").1);
        assert!(finding.label.contains("[-70-]{+75+}"), "{}", finding.label);
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
fn a_record_of_a_current_part_is_small() {
    for (path, bytes) in sample::files().0 {
        if path.starts_with("locales/.isogloss/translations/") {
            let text = String::from_utf8(bytes).unwrap();
            let long = text.lines().filter(|line| line.starts_with("  ")).find(|it| it.len() > 99);
            assert_eq!(long, None, "{path}");
        }
    }
}
