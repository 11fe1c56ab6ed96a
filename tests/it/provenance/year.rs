//! A year of a project: an author and two translators in a git repository, three locales, a page of
//! content and a file of messages. What is known of every part is asserted after each step.

use std::collections::BTreeMap;

use isogloss::coverage::{State, states};
use isogloss::files::Disk;
use isogloss::resolve::Chain;
use isogloss::session::{Opened, Session};

use super::repository::Repository;

const SOURCE: &str = "locales/en/app.ftl";
const PAGE: &str = "content/pages/votes.md";
const CATALOG: &str = "locales/en/pages/votes.ftl";
const AR: &str = "locales/ar/app.ftl";
const FR: &str = "locales/fr/app.ftl";
const TH: &str = "locales/th/app.ftl";
const FR_PAGE: &str = "locales/fr/pages/votes.ftl";
const AR_PAGE: &str = "locales/ar/pages/votes.ftl";
const FR_RECORD: &str = "locales/.isogloss/translations/fr/app.ftl.txt";

const CONFIG: &str =
    "source = \"en\"\ncontent = \"content\"\n[locales.ar]\n[locales.fr]\n[locales.th]\n";
const APP: &str = "hello = Every child has rights.\nvotes = { $count } people voted\nhelp = Help\n    .title = Get help\n";
const TEXT: &str =
    "+++\ntitle = \"A year of votes\"\n+++\n\nEvery child was heard.\n\nNobody was left out.\n";

/// The project, and what is expected of each part: its states in Arabic, French and Thai.
struct Year {
    repository: Repository,
    expected: BTreeMap<String, String>,
    step: usize,
}

impl Year {
    fn new() -> Self {
        let files = [("isogloss.toml", CONFIG), (SOURCE, APP), (PAGE, TEXT)];
        Self { repository: Repository::new(&files), expected: BTreeMap::new(), step: 0 }
    }

    /// What is known of every part.
    fn states(&self) -> BTreeMap<String, String> {
        let Opened::Project(session) = Session::open(&Disk::new(self.repository.path())).unwrap()
        else {
            panic!("the configuration is broken");
        };
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        for target in &session.project.targets {
            for part in states(&Chain::new(&session.project, target)) {
                let attribute = part.attribute.map_or(String::new(), |name| format!(".{name}"));
                let state = match part.state {
                    State::Stale(change) => format!("stale-{}", change.word()),
                    state => state.word().to_owned(),
                };
                let line = all.entry(format!("{}{attribute}", part.source.name())).or_default();
                *line = format!("{line} {state}").trim().to_owned();
            }
        }
        all
    }

    /// Asserts what is known of every part, given what changed with this step; what is not named is as
    /// it was, and what has no states is gone.
    fn assert(&mut self, what: &str, changed: &[(&str, &str)]) {
        for (part, states) in changed {
            match *states {
                "" => self.expected.remove(*part),
                states => self.expected.insert((*part).to_owned(), states.to_owned()),
            };
        }
        assert_eq!(self.states(), self.expected, "step {}, {what}", self.step);
    }

    /// A step after which the same is known before `sync` and after it, and then in a commit.
    fn step(&mut self, what: &str, changed: &[(&str, &str)]) {
        self.step += 1;
        self.assert(&format!("{what}, before `sync`"), changed);
        self.sync_and_commit(what);
    }

    /// A step of which more is known only after `sync`.
    fn synced(&mut self, what: &str, changed: &[(&str, &str)]) {
        self.step += 1;
        self.repository.isogloss(&["sync"]);
        self.assert(&format!("{what}, after `sync`"), changed);
        self.sync_and_commit(what);
    }

    fn sync_and_commit(&mut self, what: &str) {
        self.repository.isogloss(&["sync"]);
        self.assert(&format!("{what}, after `sync`"), &[]);
        let told = self.repository.isogloss(&["sync"]);
        assert!(told.starts_with("in sync"), "step {}, {what}: {told}", self.step);
        self.repository.git(&["add", "--all"]);
        self.repository.git(&["commit", "--quiet", "--allow-empty", "--message", what]);
    }

    fn edit(&self, path: &str, old: &str, new: &str) -> &Self {
        self.repository.replace(path, old, new);
        self
    }

    fn commit(&self) -> &Self {
        self.repository.commit();
        self
    }

    /// A translator works in a branch, and `sync`s there.
    fn in_branch(&self, name: &str, path: &str, old: &str, new: &str) {
        self.repository.git(&["checkout", "--quiet", "-b", name, "main"]);
        self.repository.replace(path, old, new);
        self.repository.sync_and_commit();
        self.repository.git(&["checkout", "--quiet", "main"]);
    }

    fn merge(&self, name: &str) {
        self.repository.git(&["merge", "--quiet", "--no-ff", "--no-edit", name]);
    }

    fn accept(&self, locale: &str, name: &str) {
        let because = ["--because", "both say the same"];
        self.repository.isogloss(&[&["accept", locale, name][..], &because].concat());
    }

    fn rules(&self) -> Vec<String> {
        let told = self.repository.isogloss(&["check", "--format", "json"]);
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        let rule = |finding: &serde_json::Value| finding["rule"].as_str().unwrap().to_owned();
        told["findings"].as_array().unwrap().iter().map(rule).collect()
    }
}

const TITLE: &str = "page-votes-title";
const HEARD: &str = "page-votes-body-6ftb";
const LEFT: &str = "page-votes-body-rtt5";

#[test]
fn a_year_of_a_project() {
    let mut year = Year::new();
    let nobody = "missing missing missing";
    let parts = ["hello", "votes", "help", "help.title", TITLE, HEARD, LEFT];
    year.step("nobody has translated anything", &parts.map(|part| (part, nobody)));

    winter(&mut year);
    spring(&mut year);
    summer(&mut year);
    autumn(&mut year);
    end(&mut year);
    assert!(year.step >= 28, "{} steps", year.step);
}

/// Two translators begin, and the author changes the source.
fn winter(year: &mut Year) {
    let git = &year.repository;
    git.write(FR, "hello = Chaque enfant a des droits.\n\nvotes = { $count } personnes ont voté\n");
    year.step(
        "the first translator begins",
        &[("hello", "missing current missing"), ("votes", "missing current missing")],
    );

    let git = &year.repository;
    git.write(AR, "hello = لكل طفل حقوق.\nvotes = صوّت { $count } أشخاص\n");
    git.write(TH, "hello = เด็กทุกคนมีสิทธิ\nhelp = ช่วยเหลือ\n    .title = ขอความช่วยเหลือ\n");
    year.step(
        "two more locales",
        &[
            ("hello", "current current current"),
            ("votes", "current current missing"),
            ("help", "missing missing current"),
            ("help.title", "missing missing current"),
        ],
    );

    let page = format!(
        "{TITLE} = Une année de votes\n\n{HEARD} = Chaque enfant a été entendu.\n\n{LEFT} = Personne n’a été oublié.\n"
    );
    year.repository.write(FR_PAGE, &page);
    year.repository.write(AR_PAGE, &format!("{HEARD} = سُمع كل طفل.\n"));
    year.step(
        "the page is translated",
        &[
            (TITLE, "missing current missing"),
            (HEARD, "current current missing"),
            (LEFT, "missing current missing"),
        ],
    );

    year.edit(SOURCE, "Every child has rights.", "Every  child\n    has rights");
    year.step("the source is set anew: nobody is asked", &[]);

    year.edit(SOURCE, "has rights", "has human rights");
    let all = "stale-wording stale-wording stale-wording";
    year.step("the source gets a word", &[("hello", all)]);

    year.edit(FR, "droits.", "droits !");
    year.step("punctuation certifies nothing", &[]);

    year.edit(FR, "des droits !", "des droits humains.");
    year.step("a translation follows", &[("hello", "stale-wording current stale-wording")]);

    year.edit(FR, "des droits humains.", "des droits.");
    year.step("and is put back: it is what it was", &[("hello", all)]);

    year.edit(FR, "des droits.", "des droits humains.");
    year.accept("th", "hello");
    year.step(
        "it follows again; another is said to be right",
        &[("hello", "stale-wording current current")],
    );
}

/// Two translators work in branches, something is reverted, and content moves.
fn spring(year: &mut Year) {
    year.in_branch("arabic", AR, "لكل طفل حقوق.", "لكل طفل حقوق الإنسان.");
    year.in_branch("french", FR, "personnes ont voté", "personnes ont voté cette année");
    year.merge("arabic");
    year.step("one branch is merged", &[("hello", "current current current")]);
    year.merge("french");
    year.step("and the other: neither lost what it knew", &[]);

    year.in_branch("lines", FR, "Chaque enfant", "Tout enfant");
    year.in_branch("beside", FR, "{ $count } personnes", "En tout, { $count } personnes");
    year.merge("lines");
    year.merge("beside");
    year.step("two branches changed messages that follow each other", &[]);

    year.edit(SOURCE, "has human rights", "has equal rights");
    let all = "stale-wording stale-wording stale-wording";
    year.step("the author exchanges a word", &[("hello", all)]);

    year.repository.git(&["revert", "--no-edit", "HEAD"]);
    year.step("and reverts that", &[("hello", "current current current")]);

    year.edit(
        PAGE,
        "Every child was heard.\n\nNobody was left out.",
        "Nobody was left out.\n\nEvery child was heard.",
    );
    year.step("a paragraph moves: nothing changes", &[]);

    year.edit(PAGE, "Nobody was left out.", "Nobody was left out this time.");
    year.repository.isogloss(&["sync"]);
    year.step(
        "a paragraph gets words: nothing else is stale",
        &[(LEFT, "missing stale-wording missing")],
    );

    year.edit(FR_PAGE, "oublié.", "oublié cette fois.");
    year.step("its translation follows", &[(LEFT, "missing current missing")]);

    year.edit(CATALOG, "= Every child was heard.", "= Each child was asked and heard.");
    assert!(year.rules().contains(&"out-of-sync".to_owned()), "{:?}", year.rules());
    year.synced("somebody edits the catalog: `sync` restores it, and nothing is stale", &[]);
    assert!(!year.rules().contains(&"out-of-sync".to_owned()));
}

/// Messages get other names.
fn summer(year: &mut Year) {
    year.edit(SOURCE, "help = Help", "support = Help");
    year.step(
        "a message is renamed: its translation waits",
        &[
            ("help", ""),
            ("help.title", ""),
            ("support", "missing missing missing"),
            ("support.title", "missing missing missing"),
        ],
    );
    let told = year.repository.isogloss(&["sync"]);
    assert!(told.contains("1 rename is waiting: run `isogloss sync --renames`"), "{told}");

    year.repository.isogloss(&["sync", "--renames"]);
    assert!(year.repository.read(TH).contains("support = ช่วยเหลือ\n    .title = ขอความช่วยเหลือ\n"));
    year.step(
        "and follows",
        &[("support", "missing missing current"), ("support.title", "missing missing current")],
    );

    year.edit(SOURCE, "= Get help", "= Call us at any time");
    year.step(
        "an attribute says something else",
        &[("support.title", "missing missing stale-rewrite")],
    );

    year.edit(SOURCE, "votes = { $count } people voted\n", "");
    year.repository.write("locales/en/votes.ftl", "votes-cast = { $count } people voted\n");
    year.repository.isogloss(&["sync", "--renames"]);
    assert!(year.repository.read("locales/fr/votes.ftl").starts_with("votes-cast = En tout"));
    year.step(
        "a message goes to another file, under another id",
        &[("votes", ""), ("votes-cast", "current current missing")],
    );

    year.edit("locales/en/votes.ftl", "{ $count } people", "{ $count } of { $total } people");
    year.step(
        "the source shows another argument",
        &[("votes-cast", "stale-interface stale-interface missing")],
    );
}

/// Both sides change.
fn autumn(year: &mut Year) {
    year.edit(SOURCE, "Every  child", "Each  child")
        .edit(FR, "Tout enfant", "Chacun de nous")
        .commit();
    year.synced(
        "both sides change in one commit: it was made from that",
        &[("hello", "stale-wording current stale-wording")],
    );

    year.edit(TH, "เด็กทุกคน", "เด็กแต่ละคน").commit();
    year.edit(SOURCE, "Each  child", "Each and every child").commit();
    year.synced(
        "a translation changes, then its source: it is stale",
        &[("hello", "stale-wording stale-wording stale-wording")],
    );

    year.edit(SOURCE, "Each and every child", "All of us").commit();
    year.edit(AR, "لكل طفل", "لنا جميعا").commit();
    year.synced(
        "a source changes, then a translation: it is current",
        &[("hello", "current stale-wording stale-wording")],
    );

    year.repository.git(&["checkout", "--quiet", "-b", "unseen", "main"]);
    year.edit(FR, "Chacun de nous a", "Nous avons tous").commit();
    year.repository.git(&["checkout", "--quiet", "main"]);
    year.edit(SOURCE, "All of us", "All of you").commit();
    year.merge("unseen");
    year.step(
        "both sides change in branches beside each other: nobody knows",
        &[("hello", "stale-wording unknown stale-wording")],
    );

    year.step("and it stays unknown", &[]);

    year.accept("fr", "hello");
    year.step("until somebody looks", &[("hello", "stale-wording current stale-wording")]);
}

/// Things are lost, broken and brought back.
fn end(year: &mut Year) {
    let kept = year.repository.read(FR_RECORD);
    year.repository.remove(FR_RECORD);
    year.step(
        "a lost record: unknown, never current",
        &[("hello", "stale-wording unknown stale-wording")],
    );

    year.repository.write(FR_RECORD, &kept);
    year.step("and restored", &[("hello", "stale-wording current stale-wording")]);

    year.repository.remove(TH);
    year.step(
        "a file is gone",
        &[
            ("hello", "stale-wording current missing"),
            ("support", "missing missing missing"),
            ("support.title", "missing missing missing"),
        ],
    );

    year.repository.git(&["checkout", "HEAD~1", "--", TH]);
    year.step(
        "and comes back with what was known of it",
        &[
            ("hello", "stale-wording current stale-wording"),
            ("support", "missing missing current"),
            ("support.title", "missing missing stale-rewrite"),
        ],
    );

    year.edit(SOURCE, "All of you", "{ $all of you");
    year.repository.isogloss(&["sync"]);
    year.edit(SOURCE, "{ $all of you", "All of you");
    year.step("a broken source forgets nothing", &[]);

    year.edit(FR, "Nous avons", "{ $nous avons");
    year.repository.isogloss(&["sync"]);
    year.edit(FR, "{ $nous avons", "Nous avons");
    year.step("nor does a broken translation", &[]);

    year.edit("locales/en/votes.ftl", "of { $total } people", "people");
    year.step("an argument goes again", &[("votes-cast", "current current missing")]);
}
