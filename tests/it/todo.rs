//! What is left to do in a locale, as people and programs are told.

use isogloss::edit;
use isogloss::files::Memory;
use isogloss::report;
use isogloss::sheet::Separator;
use isogloss::todo::Todo;

use crate::build::isogloss;
use crate::sample::{self, replace};
use crate::schemas::complaints;

pub(crate) const SOURCE: &str = "locales/en/app.ftl";
pub(crate) const FR: &str = "locales/fr/app.ftl";

/// A project that French translates most of, and whose source went on since.
pub(crate) fn project() -> Memory {
    let mut files = Memory::new([
        ("isogloss.toml", "source = \"en\"\n[locales.fr]\n"),
        (
            SOURCE,
            "## Menu\n\n# The button at the top\nhello = Every child has rights.\n    .title = Welcome\nvotes = { $count ->\n    [one] one vote\n   *[other] { $count } votes\n}\n\n## Help\n\nhelp = Help\n-brand = The Network\nbye = Good bye, { $name }\n",
        ),
    ]);
    synced(&mut files);
    let french =
        "hello = Chaque enfant a des droits.\n-brand = Le Réseau\nhelp = Aide\nbye = Au revoir\n";
    files.0.insert(FR.to_owned(), french.into());
    synced(&mut files);
    replace(&mut files, SOURCE, "has rights", "has human rights");
    replace(&mut files, SOURCE, "help = Help", "help = Call { $number }");
    files
}

/// Runs `sync`.
pub(crate) fn synced(files: &mut Memory) {
    let sync = edit::sync(&sample::open(files).project);
    assert_eq!(sync.findings, []);
    for output in sync.outputs {
        files.0.insert(output.path, output.bytes.unwrap());
    }
}

pub(crate) fn todo(files: &Memory) -> Todo {
    sample::open(files).todo("fr").unwrap()
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn missing_then_stale_then_findings_for_people() {
    insta::assert_snapshot!(plain(&report::todo_text(&todo(&project()))));
}

#[test]
fn missing_then_stale_then_findings_in_markdown() {
    insta::assert_snapshot!(report::todo_markdown(&todo(&project())));
}

#[test]
fn a_table_has_a_row_for_each_part_that_somebody_can_mend() {
    let table = report::todo_csv(&todo(&project()), Separator::Comma);
    assert!(table.starts_with('\u{FEFF}') && table.ends_with("\r\n"));
    insta::assert_snapshot!(table.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"));
}

#[test]
fn what_is_left_fits_its_schema() {
    let schema = "src/report/schema/todo.schema.json";
    let json = report::todo_json(&todo(&project()));
    assert_eq!(complaints(schema, json.as_bytes()), "");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["parts"]["missing"], &json["words"]["missing"]), (&2.into(), &2.into()));
    assert_eq!(json["stale"][0]["diff"], "Every child has {+human +}rights.");
    assert_eq!(json["stale"][1]["change"], "interface");
    for locale in ["fr", "sw", "ar"] {
        let ran = isogloss(&sample::root(), &["todo", locale, "--format", "json"], &[]);
        assert_eq!(complaints(schema, &ran.stdout), "", "{locale}");
    }
}

#[test]
fn without_records_nothing_is_stale_and_what_is_unknown_is_counted() {
    let mut files = project();
    files.0.retain(|path, _| !path.starts_with("locales/.isogloss/"));
    let left = todo(&files);
    assert_eq!((left.missing().count(), left.stale().count(), left.unknown), (2, 0, 4));
    assert!(
        plain(&report::todo_text(&left))
            .ends_with("\n4 translations are unknown: nobody recorded what the source said\n")
    );
}

#[test]
fn a_list_is_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in project().0 {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    for (format, start) in [("human", "fr: 2 parts missing"), ("markdown", "# fr"), ("json", "{")] {
        let ran =
            isogloss(folder.path(), &["todo", "fr", "--format", format, "--output", "x"], &[]);
        assert_eq!((ran.status.code(), ran.stdout.as_slice()), (Some(0), &b""[..]));
        let text = std::fs::read_to_string(folder.path().join("x")).unwrap();
        assert!(text.starts_with(start), "{text}");
    }
    let ran = isogloss(folder.path(), &["todo", "fr", "--output", "locales"], &[]);
    assert_eq!(ran.status.code(), Some(2));
}
