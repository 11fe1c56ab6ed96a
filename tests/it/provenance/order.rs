//! Both sides change between two syncs, and git's order tells what a translation was made from.

use super::repository::Repository;

const EN: &str = "locales/en/app.ftl";
const FR: &str = "locales/fr/app.ftl";
const CONFIG: &str = "source = \"en\"\n[locales.fr]\n";

/// A project in which `hello` is translated and recorded as current.
fn project() -> Repository {
    let files = [("isogloss.toml", CONFIG), (EN, "hello = Hello\nbye = Goodbye\n")];
    let repository = Repository::new(&files);
    repository.write(FR, "hello = Bonjour\nbye = Au revoir\n");
    repository.sync_and_commit();
    assert_eq!(state(&repository), "current");
    repository
}

impl Repository {
    fn edit(&self, path: &str, old: &str, new: &str) -> &Self {
        self.replace(path, old, new);
        self
    }

    /// The same in a commit.
    fn edit_and_commit(&self, path: &str, old: &str, new: &str) -> &Self {
        self.replace(path, old, new);
        self.commit();
        self
    }
}

/// Whether `hello` is unknown; else the text that it was made from, if that is not what the source
/// says now.
fn state(repository: &Repository) -> String {
    let why = repository.isogloss(&["why", "fr", "hello"]);
    let state = ["unknown", "stale", "current"].into_iter().find(|state| why.contains(state));
    let state = state.unwrap_or_else(|| panic!("{why}"));
    if state != "stale" {
        return state.to_owned();
    }
    let found = repository.isogloss(&["check", "--format", "json", "--rule", "stale-translation"]);
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let found = found["findings"].as_array().unwrap();
    let stale = found.iter().find(|finding| finding["message_id"] == "hello").unwrap();
    format!("stale {}", stale["data"]["was"])
}

/// The state after `sync`, which is not known before.
fn settled(repository: &Repository) -> String {
    assert_eq!(state(repository), "unknown", "without git nobody knows");
    repository.isogloss(&["sync"]);
    assert_eq!(repository.isogloss(&["sync"]), "in sync: nothing to write\n");
    state(repository)
}

#[test]
fn a_translation_in_the_commit_of_its_source_was_made_from_it() {
    let repository = project();
    repository.edit(EN, "= Hello", "= Hello you").edit_and_commit(FR, "Bonjour", "Bonjour toi");
    assert_eq!(settled(&repository), "current");
}

#[test]
fn a_translation_that_came_after_its_source_was_made_from_it() {
    let repository = project();
    repository.edit_and_commit(EN, "= Hello", "= Hello you");
    repository.edit_and_commit(FR, "Bonjour", "Bonjour toi");
    repository.edit_and_commit(EN, "Goodbye", "Bye");
    assert_eq!(settled(&repository), "current");
}

#[test]
fn a_translation_that_came_before_its_source_is_stale() {
    let repository = project();
    repository.edit_and_commit(FR, "Bonjour", "Salut");
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    assert_eq!(settled(&repository), "stale \"Hello\"");
    // Punctuation that comes later is no change of the translation.
    let repository = project();
    repository.edit_and_commit(FR, "Bonjour", "Salut");
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    repository.edit_and_commit(FR, "Salut", "Salut !");
    assert_eq!(settled(&repository), "stale \"Hello\"");
}

#[test]
fn a_source_that_changed_twice_is_remembered_as_it_was_between() {
    let repository = project();
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    repository.edit_and_commit(FR, "Bonjour", "Salut");
    repository.edit_and_commit(EN, "= Howdy", "= Greetings");
    assert_eq!(settled(&repository), "stale \"Howdy\"");
}

#[test]
fn changes_beside_each_other_settle_nothing() {
    let repository = project();
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    repository.edit_and_commit(FR, "Bonjour", "Salut");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    repository.git(&["merge", "--quiet", "--no-edit", "side"]);
    assert_eq!(settled(&repository), "unknown");
    // A branch that saw the new source knows it.
    let repository = project();
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    repository.edit_and_commit(FR, "Au revoir", "Salut");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    repository.git(&["checkout", "--quiet", "side"]);
    repository.git(&["merge", "--quiet", "--no-edit", "main"]);
    repository.edit_and_commit(FR, "Bonjour", "Coucou");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.git(&["merge", "--quiet", "--no-ff", "--no-edit", "side"]);
    assert_eq!(settled(&repository), "current");
}

#[test]
fn what_is_not_committed_comes_after_what_is() {
    let repository = project();
    repository.edit_and_commit(EN, "= Hello", "= Howdy").edit(FR, "Bonjour", "Salut");
    assert_eq!(settled(&repository), "current");
    let repository = project();
    repository.edit_and_commit(FR, "Bonjour", "Salut").edit(EN, "= Hello", "= Howdy");
    assert_eq!(settled(&repository), "stale \"Hello\"");
    let repository = project();
    repository.edit(FR, "Bonjour", "Salut").edit(EN, "= Hello", "= Howdy");
    assert_eq!(settled(&repository), "unknown");
}

#[test]
fn a_message_and_its_translation_may_both_be_new() {
    let repository = project();
    repository.edit_and_commit(EN, "hello =", "hi = Hi\nhello =");
    repository.edit_and_commit(FR, "hello =", "hi = Coucou\nhello =");
    repository.isogloss(&["sync"]);
    let counts = repository.isogloss(&["status", "--format", "json"]);
    let counts: serde_json::Value = serde_json::from_str(&counts).unwrap();
    assert_eq!(counts["locales"][0]["parts"]["current"], 3);
}

#[test]
fn records_that_were_committed_late_are_looked_behind() {
    let repository = project();
    let snapshot = "locales/.isogloss/source/app.ftl.txt";
    repository.edit(EN, "Goodbye", "Bye").isogloss(&["sync"]);
    let late = repository.read(snapshot);
    repository.git(&["checkout", "--quiet", "--", snapshot]);
    repository.commit();
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    repository.edit_and_commit(FR, "Bonjour", "Salut");
    repository.write(snapshot, &late);
    repository.commit();
    assert_eq!(settled(&repository), "current");
}

#[test]
fn without_enough_history_it_stays_unknown_and_a_sync_says_so() {
    let repository = project();
    repository.edit_and_commit(EN, "= Hello", "= Howdy");
    repository.edit_and_commit(FR, "Bonjour", "Salut");
    let shallow = repository.shallow();
    std::fs::remove_dir_all(repository.path().join(".git")).unwrap();
    for repository in [shallow, repository] {
        let told = repository.isogloss(&["sync"]);
        assert!(told.contains("1 translation changed together with its source"), "{told}");
        assert_eq!(state(&repository), "unknown");
    }
}
