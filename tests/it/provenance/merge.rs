//! Two people translate in two branches, and git brings their records together.

use super::repository::Repository;

const RECORD: &str = "locales/.isogloss/translations/fr/app.ftl.txt";

impl Repository {
    fn branch(&self, name: &str, path: &str, text: &str) {
        self.git(&["checkout", "--quiet", "-b", name, "main"]);
        self.write(path, text);
        self.sync_and_commit();
    }

    /// What `status` counts in French: current, unknown, missing.
    fn counts(&self) -> [u64; 3] {
        let json: serde_json::Value =
            serde_json::from_str(&self.isogloss(&["status", "--format", "json"])).unwrap();
        let parts = &json["locales"][0]["parts"];
        ["current", "unknown", "missing"].map(|state| parts[state].as_u64().unwrap())
    }
}

const CONFIG: &str = "source = \"en\"\n[locales.fr]\n";
const ENGLISH: &str = "one = First\n\ntwo = Second\n\nthree = Third\n";

#[test]
fn records_of_adjacent_messages_merge_cleanly() {
    let french = "one = Premier\n\ntwo = Deux\n\nthree = Trois\n";
    let files = [
        ("isogloss.toml", CONFIG),
        ("locales/en/app.ftl", ENGLISH),
        ("locales/fr/app.ftl", french),
    ];
    let repository = Repository::new(&files);
    let edited = french.replace("Premier", "Le premier");
    repository.branch("one", "locales/fr/app.ftl", &edited);
    let edited = french.replace("Deux", "Le deuxième");
    repository.branch("two", "locales/fr/app.ftl", &edited);
    repository.git(&["merge", "--quiet", "--no-edit", "one"]);
    assert_eq!(repository.isogloss(&["sync"]), "in sync: nothing to write\n");
    // The third was there before anything was recorded.
    assert_eq!(repository.counts(), [2, 1, 0]);
}

#[test]
fn records_in_conflict_are_read_from_both_sides_and_mended() {
    let files = [("isogloss.toml", CONFIG), ("locales/en/app.ftl", ENGLISH)];
    let repository = Repository::new(&files);
    repository.branch("one", "locales/fr/app.ftl", "one = Premier\n");
    repository.branch("two", "locales/fr/app.ftl", "one = Le premier\n\ntwo = Deux\n");
    let merged = repository.try_git(&["merge", "--quiet", "--no-edit", "one"]);
    assert!(!merged.status.success());
    assert!(repository.read(RECORD).contains("<<<<<<<"));
    repository.write("locales/fr/app.ftl", "one = Premier\n\ntwo = Deux\n");
    assert_eq!(repository.counts(), [2, 0, 1]);
    repository.isogloss(&["sync"]);
    assert!(!repository.read(RECORD).contains("<<<<<<<"));
    assert_eq!(repository.counts(), [2, 0, 1]);
}
