//! What lets an old project start today: a baseline, checks of what changed, and mending.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::build::isogloss;

/// A project with a missing message in French and an obsolete one in German.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "isogloss.toml", "source = \"en\"\n");
    write(&folder, "locales/en/a.ftl", "one = One\ntwo = Two\n");
    write(&folder, "locales/fr/a.ftl", "one = Un\n");
    write(&folder, "locales/de/a.ftl", "one = Eins\n\n# Gone\ngone-long-ago = Weg\n\ntwo = Zwei\n");
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs a check; its exit code and the rules and messages it reports, as `locale rule message`.
fn check(folder: &Path, more: &[&str]) -> (i32, Vec<String>) {
    let ran = isogloss(folder, &[&["check", "--format", "json"], more].concat(), &[]);
    let text = String::from_utf8(ran.stdout).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let word = |finding: &serde_json::Value, key: &str| {
        finding[key].as_str().unwrap_or_default().to_owned()
    };
    let findings = json["findings"].as_array().into_iter().flatten();
    let told = findings.map(|finding| {
        let words = ["locale", "rule", "message_id"].map(|key| word(finding, key));
        words.join(" ").trim().to_owned()
    });
    (ran.status.code().unwrap(), told.collect())
}

fn git(folder: &Path, arguments: &[&str]) {
    let name =
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    let ran = Command::new("git").current_dir(folder).args(name).args(arguments).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

fn commit(folder: &Path) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-qm", "work"]);
}

const MISSING: &str = "fr missing-message two";
const OBSOLETE: &str = "de obsolete-message gone-long-ago";

#[test]
fn what_a_baseline_knows_is_not_told_until_its_texts_change() {
    let folder = project();
    assert_eq!(check(folder.path(), &[]), (1, vec![OBSOLETE.into(), MISSING.into()]));
    let ran = isogloss(folder.path(), &["check", "--write-baseline"], &[]);
    let told = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(told, "recorded 2 findings in locales/.isogloss/baseline.txt\n");
    assert_eq!(check(folder.path(), &[]), (0, vec![]));
    let told = isogloss(folder.path(), &["check"], &[]).stderr;
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains("2 findings of the baseline are not shown"), "{told}");
    assert_eq!(check(folder.path(), &["--no-baseline"]).1.len(), 2);

    // Lines move and nothing changes.
    write(&folder, "locales/en/a.ftl", "# A comment\n\none = One\ntwo = Two\n");
    assert_eq!(check(folder.path(), &[]), (0, vec![]));
    // New findings count, and an edited source makes an old one new.
    write(&folder, "locales/en/a.ftl", "one = One\ntwo = Two of them\nthree = Three\n");
    let (code, told) = check(folder.path(), &[]);
    assert_eq!(code, 1);
    let new = ["de missing-message three", "fr missing-message three", "fr missing-message two"];
    assert!(new.iter().all(|finding| told.iter().any(|told| told == finding)), "{told:?}");
    assert!(told.contains(&"unused-allowance".to_owned()), "{told:?}");
    assert!(!told.contains(&OBSOLETE.to_owned()), "{told:?}");
}

#[test]
fn since_a_commit_only_what_changed_is_told() {
    let folder = project();
    git(folder.path(), &["init", "-q"]);
    commit(folder.path());
    let since = |more: &[&str]| check(folder.path(), &[&["--since", "main"], more].concat());
    assert_eq!(since(&[]), (0, vec![]));

    // In a branch: a source message that nobody has, and a translation that lost one.
    git(folder.path(), &["checkout", "-qb", "work"]);
    write(&folder, "locales/en/a.ftl", "one = One\ntwo = Two\nthree = Three\n");
    write(&folder, "locales/de/a.ftl", "one = Eins\n\n# Gone\ngone-long-ago = Weg\n");
    commit(folder.path());
    let mut told = since(&[]).1;
    told.sort();
    let expected =
        ["de missing-message three", "de missing-message two", "fr missing-message three"];
    assert_eq!(told, expected);

    // What is not committed counts too, new files as a whole.
    write(&folder, "locales/fr/b.ftl", "stray = Perdu\n");
    assert!(since(&[]).1.contains(&"fr obsolete-resource".to_owned()));
    // The other branch may go on.
    git(folder.path(), &["stash", "-qu"]);
    git(folder.path(), &["checkout", "-q", "main"]);
    write(&folder, "locales/fr/a.ftl", "one = Un !\n");
    commit(folder.path());
    git(folder.path(), &["checkout", "-q", "work"]);
    assert_eq!(since(&[]).1.len(), 3);
}

#[test]
fn since_says_why_it_cannot_tell() {
    let folder = project();
    let refused = |folder: &Path, since: &str| {
        let ran = isogloss(folder, &["check", "--since", since], &[]);
        assert_eq!(ran.status.code(), Some(2));
        String::from_utf8(ran.stderr).unwrap()
    };
    assert!(refused(folder.path(), "main").contains("in no git repository"));
    git(folder.path(), &["init", "-q"]);
    commit(folder.path());
    assert!(refused(folder.path(), "nowhere").contains("there is no commit `nowhere` here"));

    write(&folder, "locales/fr/a.ftl", "one = Un\ntwo = Deux\n");
    commit(folder.path());
    let shallow = tempfile::tempdir().unwrap();
    let from = format!("file://{}", folder.path().display());
    git(shallow.path(), &["clone", "-q", "--depth", "1", &from, "clone"]);
    let clone = shallow.path().join("clone");
    assert!(refused(&clone, "HEAD~1").contains("the clone is shallow"));
    // With its commit fetched, a shallow clone is enough.
    git(&clone, &["fetch", "-q", "--depth", "2"]);
    assert_eq!(check(&clone, &["--since", "HEAD~1"]).0, 0);
}

#[test]
fn mending_changes_nothing_but_what_it_mends() {
    let folder = project();
    let before = fs::read_to_string(folder.path().join("locales/de/a.ftl")).unwrap();
    let ran = isogloss(folder.path(), &["check", "--diff"], &[]);
    let patch = String::from_utf8(ran.stdout).unwrap();
    assert!(patch.contains("--- a/locales/de/a.ftl\n") && patch.contains("-gone-long-ago = Weg\n"));
    assert_eq!(ran.status.code(), Some(1));
    assert_eq!(fs::read_to_string(folder.path().join("locales/de/a.ftl")).unwrap(), before);

    let ran = isogloss(folder.path(), &["check", "--fix", "--locale", "de"], &[]);
    let told = String::from_utf8(ran.stderr).unwrap();
    assert!(told.contains("mended 1 finding in 1 file"), "{told}");
    assert_eq!(ran.status.code(), Some(0));
    let after = fs::read_to_string(folder.path().join("locales/de/a.ftl")).unwrap();
    assert_eq!(after, "one = Eins\n\ntwo = Zwei\n");
}

#[test]
fn an_obsolete_attribute_is_cut_out_with_its_line() {
    let folder = project();
    write(&folder, "locales/en/a.ftl", "one = One\n    .title = A\ntwo = Two\n");
    let text = "one = Un\n    .zzz = Z\n      z\n    .title = B\ntwo = Deux\n";
    write(&folder, "locales/fr/a.ftl", text);
    isogloss(folder.path(), &["check", "--fix", "--locale", "fr"], &[]);
    let after = fs::read_to_string(folder.path().join("locales/fr/a.ftl")).unwrap();
    assert_eq!(after, "one = Un\n    .title = B\ntwo = Deux\n");
}
