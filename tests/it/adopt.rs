//! Records rebuilt from git's history: what each translation was made from.

mod generator;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use isogloss::files::Disk;
use isogloss::git::Repository;
use isogloss::history::{self, Learned, Untold};
use isogloss::session::{Opened, Session};
use tempfile::TempDir;

use generator::{Made, Size, generate};

fn git(folder: &Path, arguments: &[&str]) -> Output {
    let ran = Command::new("git").current_dir(folder).args(arguments).output().unwrap();
    assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    ran
}

fn imported(stream: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    let mut child = Command::new("git")
        .current_dir(folder.path())
        .args(["fast-import", "--quiet"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stream.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    git(folder.path(), &["reset", "--quiet", "--hard", "main"]);
    folder
}

fn open(folder: &Path) -> Session {
    match Session::open(&Disk::new(folder)).unwrap() {
        Opened::Project(session) => *session,
        Opened::Broken(findings) => panic!("{findings:?}"),
    }
}

fn learned(folder: &Path, since: Option<&str>) -> (Session, Vec<Learned>) {
    let session = open(folder);
    let repository = Repository::new(folder);
    let walked = repository.walk(since).unwrap();
    let learned =
        history::learn(&session.project, &walked.history, &repository, &|_, _| {}).unwrap();
    (session, learned)
}

/// The text of the source that a translation was made from, if that is known.
fn made_from(session: &Session, part: &Learned) -> Option<String> {
    let from = part.record.made.unwrap().from?;
    if let Some(text) = part.texts.iter().find(|text| text.fingerprint == Some(from)) {
        return Some(text.text.clone());
    }
    let sources = isogloss::provenance::Sources::today(&session.project.origin);
    let original = sources.get(&part.resource, &part.name).unwrap();
    assert_eq!(original.now, from, "{}: its text was not kept", part.name);
    Some(original.flat())
}

#[test]
fn a_thousand_commits_are_told_as_they_were_made() {
    let size = Size { commits: 1000, locales: 10, resources: 8, messages: 5, edits: 19 };
    let Made { stream, versions, truth } = generate(size);
    assert!((19_000..25_000).contains(&versions), "{versions}");
    let folder = imported(&stream);
    let (session, learned) = learned(folder.path(), None);
    let sources = isogloss::provenance::Sources::today(&session.project.origin);
    let mut found = BTreeMap::new();
    let mut counts = [0; 3];
    for part in &learned {
        let original = sources.get(&part.resource, &part.name).unwrap();
        let from = part.record.made.unwrap().from;
        let text = from.map(|from| {
            let kept = part.texts.iter().find(|text| text.fingerprint == Some(from));
            kept.map_or_else(|| original.flat(), |text| text.text.clone())
        });
        counts[match from {
            None => 0,
            Some(from) if from == original.now => 1,
            Some(_) => 2,
        }] += 1;
        let key = (part.locale.to_string(), part.resource.to_string(), part.name.clone());
        found.insert(key, text);
    }
    assert_eq!(found.len(), truth.len());
    let wrong: Vec<_> = truth.iter().filter(|(key, from)| found.get(*key) != Some(from)).collect();
    let of = |key| found.get(key);
    let shown: Vec<_> = wrong.iter().take(5).map(|(key, from)| (key, from, of(key))).collect();
    assert!(wrong.is_empty(), "{} of {} are wrong: {shown:#?}", wrong.len(), truth.len());
    // All three states occur, or nothing would be proved.
    assert!(counts.iter().all(|count| *count >= 10), "{counts:?}");
}

/// A history that is written down: a commit is a branch, then files and what they hold; the source
/// in `en.ftl` and one locale in `fr.ftl`.
#[derive(Default)]
struct Story {
    stream: String,
    commits: usize,
}

impl Story {
    /// A commit on a branch, as changes of files: `path` and its text, or `None` if it goes.
    fn commit(mut self, branch: &str, files: &[(&str, Option<&str>)]) -> Self {
        self.begin(branch, None);
        self.files(files);
        self
    }

    /// A branch that leaves another one here.
    fn branch(mut self, name: &str, from: &str) -> Self {
        let _ = writeln!(self.stream, "reset refs/heads/{name}\nfrom refs/heads/{from}\n");
        self
    }

    /// Takes a branch into another. What differs from there is written out.
    fn merge(mut self, branch: &str, other: &str, files: &[(&str, Option<&str>)]) -> Self {
        self.begin(branch, Some(other));
        self.files(files);
        self
    }

    fn begin(&mut self, branch: &str, merged: Option<&str>) {
        self.commits += 1;
        let time = 1_600_000_000 + self.commits;
        let _ = write!(
            self.stream,
            "commit refs/heads/{branch}\ncommitter A <a@example.org> {time} +0000\ndata 0\n"
        );
        if let Some(merged) = merged {
            let _ = writeln!(self.stream, "merge refs/heads/{merged}");
        }
        if self.commits == 1 {
            let config = "source = \"en\"\n[locales.fr]\n";
            self.files(&[("isogloss.toml", Some(config))]);
        }
    }

    fn files(&mut self, files: &[(&str, Option<&str>)]) {
        for (path, text) in files {
            let _ = match text {
                Some(text) => {
                    writeln!(self.stream, "M 100644 inline {path}\ndata {}\n{text}", text.len())
                }
                None => writeln!(self.stream, "D {path}"),
            };
        }
    }

    fn made(&self) -> TempDir {
        imported(&self.stream)
    }

    /// `hello: Every child` for each translation: what it was made from, or why that is not known.
    fn told(&self) -> Vec<String> {
        told(self.made().path(), None)
    }
}

fn told(folder: &Path, since: Option<&str>) -> Vec<String> {
    let (session, learned) = learned(folder, since);
    let line = |part: &Learned| match made_from(&session, part) {
        Some(text) => format!("{}: {text}", part.name),
        None => format!("{}: {:?}", part.name, part.untold.unwrap()),
    };
    learned.iter().map(line).collect()
}

const EN: &str = "locales/en/app.ftl";
const FR: &str = "locales/fr/app.ftl";

#[test]
fn a_translation_was_made_from_the_source_of_its_commit() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\nbye = Goodbye\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\n"))])
        .commit("main", &[(EN, Some("hello = Hello there\nbye = Goodbye\n"))])
        // Both in one commit.
        .commit(
            "main",
            &[
                (EN, Some("hello = Hello there\nbye = Goodbye for now\n")),
                (FR, Some("hello = Bonjour\nbye = À plus tard\n")),
            ],
        );
    assert_eq!(story.told(), ["hello: Hello", "bye: Goodbye for now"]);
}

#[test]
fn a_cosmetic_edit_certifies_nothing() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour à tous!\n"))])
        .commit("main", &[(EN, Some("hello = Hello there\n"))])
        .commit("main", &[(FR, Some("# set anew\nhello =\n    bonjour\n    à tous !\n"))]);
    assert_eq!(story.told(), ["hello: Hello"]);
}

#[test]
fn a_translation_that_is_put_back_is_what_it_was() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\n"))])
        .commit("main", &[(EN, Some("hello = Hello there\n"))])
        .commit("main", &[(FR, Some("hello = Salut\n"))]);
    assert_eq!(story.told(), ["hello: Hello there"]);
    let story =
        story.commit("main", &[(FR, None)]).commit("main", &[(FR, Some("hello = Bonjour\n"))]);
    assert_eq!(story.told(), ["hello: Hello"]);
}

#[test]
fn a_merge_brings_what_its_branch_knew() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\nbye = Goodbye\n"))])
        .branch("side", "main")
        .commit("main", &[(EN, Some("hello = Hello there\nbye = Goodbye\n"))])
        .commit("side", &[(FR, Some("hello = Bonjour\nbye = Salut\n"))])
        .merge("main", "side", &[(FR, Some("hello = Bonjour\nbye = Salut\n"))]);
    assert_eq!(story.told(), ["hello: Hello", "bye: Goodbye"]);
    // Words that the merge itself made: nobody knows which of two sources they go with.
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\nbye = Goodbye\n"))])
        .branch("side", "main")
        .commit("main", &[(EN, Some("hello = Hello there\nbye = Goodbye\n"))])
        .commit("side", &[(FR, Some("hello = Bonjour\nbye = Salut\n"))])
        .merge("main", "side", &[(FR, Some("hello = Coucou\nbye = Au revoir\n"))]);
    assert_eq!(story.told(), ["hello: Merge", "bye: Goodbye"]);
    // Two branches made the same words, one of them of what the source says now.
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\n"))])
        .branch("side", "main")
        .commit("side", &[(FR, Some("hello = Bonjour\n"))])
        .commit("main", &[(EN, Some("hello = Hello there\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\n"))])
        .merge("main", "side", &[]);
    assert_eq!(story.told(), ["hello: Hello there"]);
}

#[test]
fn files_and_ids_that_get_other_names_keep_what_is_known() {
    let long = "hello = Hello\nbye = Goodbye\nhelp = Get help\nnews = News of the week\n";
    let fr = "hello = Bonjour\nbye = Au revoir\nhelp = Obtenir de l’aide\nnews = Nouvelles\n";
    let moved = |text: &str| text.replace("hello", "greeting");
    let story = Story::default()
        .commit("main", &[(EN, Some(long)), (FR, Some(fr))])
        .commit("main", &[(EN, Some(&long.replace("Goodbye", "See you")))])
        // The file moves, and a little of it changes.
        .commit(
            "main",
            &[
                (EN, None),
                ("locales/en/site/main.ftl", Some(&long.replace("Goodbye", "See you"))),
                (FR, None),
                ("locales/fr/site/main.ftl", Some(&fr.replace("Nouvelles", "Actualités"))),
            ],
        )
        // The source gives a message another id; the locale follows later, after a change.
        .commit("main", &[("locales/en/site/main.ftl", Some(&moved(long)))])
        .commit(
            "main",
            &[("locales/en/site/main.ftl", Some(&moved(long).replace("= Hello", "= Hi")))],
        )
        .commit("main", &[("locales/fr/site/main.ftl", Some(&moved(fr)))]);
    assert_eq!(
        story.told(),
        [
            "greeting: Hello",
            "bye: Goodbye",
            "help: Get help",
            // It was put back to what it said in the first commit.
            "news: News of the week",
        ]
    );
}

#[test]
fn a_project_that_moved_as_a_whole_is_followed() {
    let story = Story::default()
        .commit("main", &[("i18n/english.ftl", Some("hello = Hello\nbye = Goodbye\n"))])
        .commit("main", &[("i18n/french.ftl", Some("hello = Bonjour\nbye = Salut\n"))])
        .commit("main", &[("i18n/english.ftl", Some("hello = Hello there\nbye = Goodbye\n"))])
        .commit(
            "main",
            &[
                ("i18n/english.ftl", None),
                (EN, Some("hello = Hello there\nbye = Goodbye\n")),
                ("i18n/french.ftl", None),
                (FR, Some("hello = Bonjour\nbye = Salut\n")),
            ],
        );
    assert_eq!(story.told(), ["hello: Hello", "bye: Goodbye"]);
}

#[test]
fn a_message_that_moves_to_another_file_keeps_what_is_known() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\nbye = Goodbye\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\nbye = Salut\n"))])
        .commit("main", &[(EN, Some("hello = Hello\nbye = Farewell\n"))])
        .commit(
            "main",
            &[
                (EN, Some("hello = Hello\n")),
                ("locales/en/bye.ftl", Some("bye = Farewell\n")),
                (FR, Some("hello = Bonjour\n")),
                ("locales/fr/bye.ftl", Some("bye = Salut\n")),
            ],
        );
    assert_eq!(story.told(), ["hello: Hello", "bye: Goodbye"]);
}

#[test]
fn what_is_older_than_what_was_looked_at_is_unknown() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\nbye = Goodbye\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\nbye = Salut\n"))]);
    let folder = story.made();
    assert_eq!(told(folder.path(), None), ["hello: Hello", "bye: Goodbye"]);
    assert_eq!(told(folder.path(), Some("HEAD~1")), ["hello: Edge", "bye: Goodbye"]);
    assert_eq!(told(folder.path(), Some("HEAD")), ["hello: Edge", "bye: Edge"]);
    let clone = TempDir::new().unwrap();
    let url = format!("file://{}", folder.path().display());
    git(clone.path(), &["clone", "--quiet", "--depth", "2", &url, "."]);
    assert_eq!(told(clone.path(), None), ["hello: Edge", "bye: Goodbye"]);
    // What is not committed goes with the source of the last commit, or with nobody knows what.
    std::fs::write(folder.path().join(FR), "hello = Coucou\nbye = Au revoir\n").unwrap();
    std::fs::write(folder.path().join(EN), "hello = Hello there\nbye = Goodbye\n").unwrap();
    assert_eq!(told(folder.path(), None), ["hello: Uncommitted", "bye: Goodbye"]);
    let (_, learned) = learned(folder.path(), None);
    assert_eq!(learned[0].untold, Some(Untold::Uncommitted));
}

fn isogloss(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_isogloss"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8(said).unwrap());
    (ran.status.code(), said.concat())
}

#[test]
fn the_command_writes_records_and_keeps_what_people_said() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Every child\nbye = Goodbye\n"))])
        .commit("main", &[(FR, Some("hello = Chaque enfant\nbye = Salut\n"))])
        .commit("main", &[(EN, Some("hello = Every kid\nbye = Farewell\n"))]);
    let folder = story.made();
    let folder = folder.path();
    let told = "fr  0 current, 2 stale (1 wording, 1 rewrite), 0 unknown\n\
                read 3 versions of files in 3 commits\n\
                create locales/.isogloss/source/app.ftl.txt\n\
                create locales/.isogloss/translations/fr/app.ftl.txt\n";
    let (code, said) = isogloss(folder, &["adopt", "--check"]);
    assert_eq!(
        (code, said),
        (Some(1), format!("{told}2 files would change: run `isogloss adopt`\n"))
    );
    let (code, said) = isogloss(folder, &["adopt"]);
    assert_eq!((code, said), (Some(0), format!("{told}2 files changed\n")));
    let (_, said) = isogloss(folder, &["check", "--rule", "stale-translation"]);
    assert!(said.contains("Every [-child-]{+kid+}"), "{said}");
    let (_, said) = isogloss(folder, &["sync", "--check"]);
    assert_eq!(said, "in sync: nothing to write\n");
    // What somebody certified stays, also where records are replaced.
    isogloss(folder, &["accept", "fr", "hello", "--because", "a kid is a child"]);
    let (code, said) = isogloss(folder, &["adopt", "--replace", "--check"]);
    let told = "fr  1 current, 1 stale (1 rewrite), 0 unknown\n\
                read 3 versions of files in 3 commits\n\
                in sync: nothing to write\n";
    assert_eq!((code, said.as_str()), (Some(0), told));
}

#[test]
fn records_of_nobody_knows_what_are_filled_in() {
    let story = Story::default()
        .commit("main", &[(EN, Some("hello = Hello\n"))])
        .commit("main", &[(FR, Some("hello = Bonjour\n"))])
        .commit("main", &[(EN, Some("hello = Good day\n"))]);
    let folder = story.made();
    isogloss(folder.path(), &["sync"]);
    let (_, said) = isogloss(folder.path(), &["adopt", "--since", "HEAD"]);
    assert_eq!(
        said,
        "fr  0 current, 0 stale, 1 unknown\n\
         unknown because older than the history that was looked at: 1\n\
         read 2 versions of files in 0 commits\n\
         in sync: nothing to write\n"
    );
    let (_, said) = isogloss(folder.path(), &["adopt"]);
    assert!(said.contains("1 stale (1 rewrite), 0 unknown"), "{said}");
    assert!(said.contains("2 files changed"), "{said}");
}

#[test]
fn without_a_history_it_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("isogloss.toml"), "source = \"en\"\n").unwrap();
    let (code, said) = isogloss(folder.path(), &["adopt"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("this project is in no git repository"), "{said}");
    git(folder.path(), &["init", "--quiet"]);
    let (_, said) = isogloss(folder.path(), &["adopt"]);
    assert!(said.contains("this repository has no commits yet"), "{said}");
    let story = Story::default().commit("main", &[(EN, Some("hello = Hello\n"))]);
    let (code, said) = isogloss(story.made().path(), &["adopt", "--since", "v9"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("there is no commit `v9` here"), "{said}");
}
