//! What `sync` refuses, so that nothing is written over or made from broken content.

use isogloss::content;
use isogloss::diagnostic::Diagnostic;
use isogloss::edit;
use isogloss::files::Memory;

use super::{CATALOG, CONFIG, CONTENT, FRONT, apply, story, synced};
use crate::sample;

/// What keeps `sync` from writing.
fn obstacles(files: &Memory) -> Vec<Diagnostic> {
    let session = sample::open(files);
    let mut obstacles = edit::sync(&session.project).findings;
    obstacles.extend(session.loading.into_iter().filter(|finding| finding.rule == content::RULE));
    obstacles
}

/// Line and message of the first finding that a story raises.
fn obstacle(text: &str) -> (u32, String) {
    let mut files = story("");
    files.0.insert(CONTENT.to_owned(), text.into());
    let obstacles = obstacles(&files);
    let finding = obstacles.into_iter().next().unwrap_or_else(|| panic!("nothing found in {text}"));
    assert_eq!(&*finding.place.path, CONTENT, "{text}");
    (finding.place.start.line, finding.message.to_string())
}

#[test]
fn broken_content_is_refused_at_its_line() {
    let broken = [
        ("a { brace\n", 7, "this brace has no partner"),
        ("fine\n\na } brace\n", 9, "this brace has no partner"),
        ("a { $ } brace\n", 7, "expected an identifier, which starts with a letter a to z"),
        ("é { } brace\n", 7, "expected `$variable`"),
        ("<div>x</div>\n", 7, "content cannot hold HTML"),
        ("a <b>bold</b>\n", 7, "content cannot hold HTML"),
        ("[a][b]\n\n[b]: /x\n", 7, "a link whose address stands elsewhere cannot be translated"),
        ("![](x.svg)\n", 7, "a picture needs an alternative text"),
        ("{ $n ->\n    [one] x\n}\n", 9, "expected a default variant, marked `*[…]`"),
        ("{ $n ->\n\n   *[other] x\n}\n", 7, "this brace has no partner"),
    ];
    for (body, line, message) in broken {
        let (found_line, found) = obstacle(&format!("{FRONT}{body}"));
        assert!(found.starts_with(message), "{body}: {found}");
        assert_eq!(found_line, line, "{body}: {found}");
    }
}

#[test]
fn broken_front_matter_is_refused_at_its_line() {
    let broken = [
        ("The river rose.\n", 1),
        ("+++\ntitle = \"The river\n+++\n\nIt rose.\n", 2),
        ("+++\ntitle = \"The river\"\nsummary = \"A flood.\"\n+++\n\nIt rose.\n", 1),
        (
            "+++\ntitle = \"The river\"\ndate = 2024-05-01\nsummary = \"A { flood.\"\n+++\n\nIt rose.\n",
            4,
        ),
        ("+++\ntitle = \"\"\ndate = 2024-05-01\nsummary = \"A flood.\"\n+++\n\nIt rose.\n", 2),
        (
            "+++\ntitel = \"x\"\ntitle = \"x\"\ndate = 2024-05-01\nsummary = \"y\"\n+++\n\nIt rose.\n",
            2,
        ),
        ("+++\ntitle = \"x\"\ndate = 2024-02-30\nsummary = \"y\"\n+++\n\nIt rose.\n", 3),
    ];
    for (text, line) in broken {
        let (found, message) = obstacle(text);
        assert_eq!(found, line, "{text}: {message}");
    }
}

#[test]
fn a_conflict_left_in_content_is_refused_at_its_first_marker() {
    let message = "this file holds an unresolved merge conflict".to_owned();
    let whole = "One.\n\n<<<<<<< HEAD\nTwo.\n||||||| base\nThree.\n=======\nFour.\n>>>>>>> other\n";
    assert_eq!(obstacle(&format!("{FRONT}{whole}")), (9, message.clone()));
    assert_eq!(
        obstacle(&format!("{FRONT}Two.\n=======\nFour.\n>>>>>>> other\n")),
        (10, message.clone())
    );
    assert_eq!(obstacle(&format!("{FRONT}Two.\n||||||| base\nFour.\n")), (8, message.clone()));
    let front =
        "+++\n<<<<<<< HEAD\ntitle = \"x\"\n=======\ntitle = \"y\"\n>>>>>>> other\n+++\n\nOne.\n";
    assert_eq!(obstacle(front), (2, message.clone()));
    assert_eq!(obstacle("<<<<<<< HEAD\r\n+++\r\n"), (1, message));
}

#[test]
fn content_that_is_not_utf8_is_refused() {
    let mut files = synced("The river rose.\n");
    files.0.insert(CONTENT.to_owned(), b"+++\n\xFF".to_vec());
    assert_eq!(obstacles(&files).len(), 1);
}

#[test]
fn a_catalog_in_the_way_that_people_wrote_is_refused() {
    let mut files = story("The river rose.\n");
    files.0.insert(CATALOG.to_owned(), "story-river-title = Mine\n".into());
    let obstacles = obstacles(&files);
    assert_eq!(obstacles.len(), 1);
    assert_eq!(&*obstacles[0].place.path, CATALOG);
    assert_eq!(obstacles[0].rule, "out-of-sync");
}

/// Written anywhere else, a catalog would never be found again.
#[test]
fn a_layout_without_a_place_for_catalogs_of_content_is_refused() {
    for pattern in ["src/*/locales/{locale}.ftl", "src/*/{locale}/**/*.ftl", "l10n/{locale}/*.ftl"]
    {
        let mut files = story("The river rose.\n");
        let config = format!("{CONFIG}paths = [\"{pattern}\"]\n");
        files.0.insert("isogloss.toml".to_owned(), config.into_bytes());
        let obstacles = obstacles(&files);
        assert_eq!(obstacles.len(), 1, "{pattern}");
        assert_eq!(obstacles[0].rule, "invalid-config");
    }
}

#[test]
fn a_catalog_that_people_wrote_outlives_the_content_beside_it() {
    let mut files = synced("The river rose.\n");
    files.0.insert("locales/en/stories/lake.ftl".to_owned(), "lake = A lake\n".into());
    apply(&mut files);
    files.0.remove(CONTENT);
    apply(&mut files);
    assert!(files.0.contains_key("locales/en/stories/lake.ftl"));
    assert!(!files.0.contains_key(CATALOG));
}
