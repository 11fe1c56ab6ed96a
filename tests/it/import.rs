//! A table of what is left, filled in with a spreadsheet and taken back.

use isogloss::edit::{self, Import, Request, What};
use isogloss::files::Memory;
use isogloss::report;
use isogloss::sheet::{self, Separator};
use isogloss::syntax::{self, Element, Expression, Pattern};
use proptest::prelude::*;

use crate::build::isogloss;
use crate::sample::{self, replace, text};
use crate::todo::{FR, SOURCE, project, synced, todo};

/// The rows of a table that somebody wrote by hand.
fn table(rows: &[&str]) -> Vec<u8> {
    rows.iter().flat_map(|row| [row.as_bytes(), b"\r\n"].concat()).collect()
}

fn request(bytes: &[u8]) -> Request<'_> {
    Request { locale: "fr", path: "fr.csv", bytes, keep_going: false, overwrite: false }
}

fn import(files: &Memory, request: &Request<'_>) -> Import {
    let session = sample::open(files);
    let catalog = session.target("fr").unwrap();
    edit::import(files, &session.project, catalog, &session.loading, request)
}

/// Imports a table that nothing is wrong with, and writes what comes of it.
fn imported(files: &mut Memory, bytes: &[u8]) -> Import {
    let import = import(files, &request(bytes));
    assert!(!import.is_refused && import.left_out == 0, "{:#?}", import.findings);
    for output in import.outputs.clone() {
        match output.bytes {
            Some(bytes) => files.0.insert(output.path, bytes),
            None => files.0.remove(&output.path),
        };
    }
    import
}

/// Each finding as `line:column: severity: message`.
fn told(import: &Import) -> Vec<String> {
    let told = import.findings.iter().map(|finding| {
        assert_eq!(&*finding.place.path, "fr.csv");
        format!("{}: {}: {}", finding.place.start, finding.severity, finding.message)
    });
    told.collect()
}

/// The table of what is left, with translations typed into it.
fn filled(files: &Memory, translations: &[(&str, &str)], separator: Separator) -> Vec<u8> {
    let mut table = report::todo_csv(&todo(files), separator);
    for (id, translation) in translations {
        let sign = if separator == Separator::Comma { ',' } else { ';' };
        let start = table.find(&format!("fr{sign}app.ftl{sign}{id}{sign}")).unwrap();
        // Behind the translation stand the reason, which is empty, and what it is made from.
        let end = start + table[start..].find("\r\n").unwrap();
        let at = table[..end].rfind(sign).unwrap() - 1;
        table.insert_str(at, &format!("\"{}\"", translation.replace('"', "\"\"")));
    }
    table.into_bytes()
}

const ALL: [(&str, &str); 5] = [
    ("hello.title", "Bienvenue"),
    ("votes", "{ $count ->\n[one] { $count } vote\n*[other] { $count } votes\n}"),
    ("hello", "Chaque enfant a des droits humains."),
    ("help", "Appelez { $number }"),
    ("bye", "Au revoir, { $name }"),
];

#[test]
fn a_table_goes_out_and_comes_back_until_nothing_is_left() {
    for separator in [Separator::Comma, Separator::Semicolon] {
        let mut files = project();
        let table = filled(&files, &ALL, separator);
        assert_eq!(imported(&mut files, &table).findings, []);
        assert_eq!(
            text(&files, FR),
            "hello = Chaque enfant a des droits humains.\n    .title = Bienvenue\nvotes =\n    { $count ->\n        [one] { $count } vote\n       *[other] { $count } votes\n    }\n-brand = Le Réseau\nhelp = Appelez { $number }\nbye = Au revoir, { $name }\n"
        );
        let mut found = sample::check(&files);
        found.retain(|finding| finding.locale.as_deref() == Some("fr"));
        assert_eq!(found, []);
        let left = todo(&files);
        assert_eq!((left.parts.len(), left.unknown), (0, 0));
        let session = sample::open(&files);
        assert_eq!(edit::sync(&session.project).outputs, [], "the records are in sync");
        assert!(import(&files, &request(&table)).taken.is_empty());
    }
}

#[test]
fn what_spreadsheets_make_of_a_table_is_taken_back() {
    let rows = "\u{FEFF}note;translation;ID\r\n;;\r\nvu;Bienvenue;hello.title\r\n;;\r\n";
    let tabs = rows.replace(';', "\t");
    let utf16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        rows.as_bytes(),
        rows.replace(';', ",").replace("\r\n", "\n").as_bytes(),
        rows.replace("Bienvenue", "\"Bienvenue\"").trim_start_matches('\u{FEFF}').as_bytes(),
        rows.trim_end().as_bytes(),
        &utf16,
    ] {
        let mut files = project();
        imported(&mut files, bytes);
        assert!(text(&files, FR).contains("\n    .title = Bienvenue\n"), "{bytes:?}");
    }
}

#[test]
fn what_is_empty_or_as_it_was_stays_and_certifies_nothing() {
    let files = project();
    for rows in [
        &["id,translation", "hello,", "gone,"][..],
        &["id,translation", "hello,Chaque enfant a des droits.", "help,\"\r\n\r\n Aide \""],
    ] {
        let import = import(&files, &request(&table(rows)));
        assert_eq!((import.outputs.len(), import.taken.len()), (0, 0));
        assert!(!import.is_refused && import.findings.is_empty());
    }
    let mut files = files;
    let row = ["id,translation", "hello,« Chaque enfant » a des droits !"];
    let import = imported(&mut files, &table(&row));
    assert_eq!(import.taken[0].what, What::Changed);
    assert!(text(&files, FR).contains("hello = « Chaque enfant » a des droits !\n"));
    assert_eq!(todo(&files).stale().count(), 2, "punctuation certifies nothing");
}

#[test]
fn a_translation_is_made_from_the_source_that_the_table_showed() {
    let mut files = project();
    let table = filled(&files, &ALL[2..3], Separator::Comma);
    replace(&mut files, SOURCE, "has human rights", "and adult has human rights");
    // Of the text that the table showed nothing is recorded by now.
    synced(&mut files);
    assert!(!text(&files, "locales/.isogloss/source/app.ftl.txt").contains("child has human"));
    let import = imported(&mut files, &table);
    assert!(import.taken[0].is_stale);
    assert_eq!(
        told(&import),
        [
            "7:180: warning: row 4: the source of `hello` is worded otherwise since this was translated"
        ]
    );
    let left = todo(&files);
    let stale = left.stale().next().unwrap();
    assert_eq!(stale.diff.as_deref(), Some("Every child {+and adult +}has human rights."));
    assert_eq!(stale.was.as_deref(), Some("Every child has human rights."));
}

#[test]
fn nothing_is_written_where_something_is_wrong_and_the_place_is_exact() {
    let files = project();
    let rows = [
        "id,present translation,translation,still right because",
        "hello.title,,Bienvenue,",
        "votes,,\"{ $count ->",
        "  [one] un vote",
        "  *[other] { $cuont } votes",
        "}\",",
        "help,Aide,Appelez { $number,",
        "bye,Salut,\"Au revoir, { $name }\",",
        "byee,,Adieu,",
        "hello,Chaque enfant a des droits.,,relu",
        "hello.title,,Accueil,",
        ",,Rien,",
        "help,Aide,Appelez { $number },,,de trop",
    ];
    let bytes = table(&rows);
    let import_all = import(&files, &request(&bytes));
    assert!(import_all.is_refused && import_all.outputs.is_empty());
    insta::assert_snapshot!(told(&import_all).join("\n"));
    let going = import(&files, &Request { keep_going: true, ..request(&bytes) });
    assert!(!going.is_refused);
    let taken: Vec<&str> = going.taken.iter().map(|taken| taken.name.as_str()).collect();
    assert_eq!((taken, going.left_out), (vec!["hello.title"], 8));
    insta::assert_snapshot!(told(&going).join("\n"));
}

#[test]
fn a_table_of_another_locale_is_refused() {
    let rows = ["locale,id,translation", "ar,help,مساعدة { $number }"];
    let import = import(&project(), &request(&table(&rows)));
    assert_eq!(told(&import), ["2:1: error: row 2: it is of `ar`, not of `fr`"]);
    assert!(import.is_refused);
}

#[test]
fn a_translation_that_changed_since_gives_way_only_if_that_is_wanted() {
    let mut files = project();
    let table = filled(&files, &ALL, Separator::Comma);
    replace(&mut files, FR, "help = Aide", "help = À l’aide { $number }");
    let refused = import(&files, &request(&table));
    assert!(
        told(&refused)[0].ends_with("`help` was translated otherwise since the table was made")
    );
    assert_eq!(refused.findings[0].label.as_deref(), Some("by now: À l’aide { $number }"));
    let taken = import(&files, &Request { overwrite: true, ..request(&table) });
    assert!(!taken.is_refused && taken.taken.len() == 5);
}

#[test]
fn somebody_says_in_the_table_that_a_translation_is_still_right() {
    let mut files = project();
    let mut table = String::from_utf8(filled(&files, &[], Separator::Comma)).unwrap();
    let end = table.find("droits.,,,").unwrap() + "droits.,,".len();
    table.insert_str(end, "human is meant");
    let import = imported(&mut files, table.as_bytes());
    assert_eq!(import.taken[0].what, What::StillRight);
    let record = text(&files, "locales/.isogloss/translations/fr/app.ftl.txt");
    assert!(record.contains(" because \"human is meant\"\n"), "{record}");
    assert_eq!(todo(&files).stale().map(isogloss::todo::Left::name).collect::<Vec<_>>(), ["help"]);
}

#[test]
fn a_project_without_records_gets_none_and_no_stale_translation() {
    let mut files = project();
    files.0.retain(|path, _| !path.starts_with("locales/.isogloss/"));
    let bytes = filled(&files, &ALL[..1], Separator::Comma);
    let import_new = imported(&mut files, &bytes);
    let paths: Vec<&str> = import_new.outputs.iter().map(|output| output.path.as_str()).collect();
    assert_eq!(paths, [FR]);
    let bytes = filled(&files, &ALL[3..4], Separator::Comma);
    replace(&mut files, SOURCE, "Call { $number }", "Ring { $number }");
    let refused = import(&files, &request(&bytes));
    let message = "row 3: the source of `help` changed since, and no records would say so";
    assert_eq!(&*refused.findings[0].message, message);
}

/// A project whose French file is this, and what becomes of it when all that a table holds comes in.
fn placed(source: &str, own: Option<&str>, rows: &[&str]) -> String {
    let mut files =
        Memory::new([("isogloss.toml", "source = \"en\"\n[locales.fr]\n"), (SOURCE, source)]);
    files.0.extend(own.map(|own| (FR.to_owned(), own.into())));
    let rows: Vec<&str> = ["id,translation"].into_iter().chain(rows.iter().copied()).collect();
    imported(&mut files, &table(&rows));
    text(&files, FR)
}

#[test]
fn translations_come_to_stand_where_the_source_has_them() {
    let source = "## One\n\na = A\nb = B\n    .x = X\n    .y = Y\nc =\n    .z = Z\n\n## Two\n\nd = D\n\ne = E\n";
    let rows = ["e,é", "d,dé", "c.z,zède", "b.y,igrec", "b.x,ixe", "b,bé", "a,\"ah\nbah\""];
    assert_eq!(
        placed(source, None, &rows),
        "a =\n    ah\n    bah\nb = bé\n    .x = ixe\n    .y = igrec\nc =\n    .z = zède\n\nd = dé\n\ne = é\n"
    );
    // Between neighbours, with what is between them untouched; behind the attribute before it.
    let own = "### Mine\r\n\r\n# first\r\na   =   un\r\n    deux\r\n\r\n# b\r\nb =\r\n    .x  = ixe  \r\n\r\ne = E # no comment\r\n";
    assert_eq!(
        placed(source, Some(own), &["d,dé", "c.z,zède", "b.y,igrec", "b,bé", "a,ah"]),
        "### Mine\r\n\r\n# first\r\na   = ah\r\n\r\n# b\r\nb = bé\r\n    .x  = ixe  \r\n    .y = igrec\r\nc =\r\n    .z = zède\r\n\r\ndé"
            .replace("\r\n\r\ndé", "\r\n\r\nd = dé\r\n\r\ne = E # no comment\r\n")
    );
}

#[test]
fn a_message_that_waits_as_a_comment_is_translated_there() {
    let source = "# About a\na = { $n ->\n    [one] one\n   *[other] { $n }\n}\n\nb = B\n";
    let own = "### Translated from en: uncomment a message and translate it.\n\n# About a\n# a = { $n ->\n#     [one] one\n#    *[other] { $n }\n# }\n\n# b = B\n";
    assert_eq!(
        placed(source, Some(own), &["b,bé", "a,{ $n } fois"]),
        "### Translated from en: uncomment a message and translate it.\n\n# About a\na = { $n } fois\n\nb = bé\n"
    );
}

#[test]
fn a_message_that_cannot_be_read_is_mended_by_hand_first() {
    let mut files = project();
    replace(&mut files, FR, "help = Aide", "help = { Aide");
    let rows = ["id,translation", "help,Appelez { $number }"];
    let refused = import(&files, &request(&table(&rows)));
    let message = "2:6: error: row 2: `help` is written in a way that cannot be read";
    assert_eq!(told(&refused), [message]);
}

/// What readers see of a pattern without variables.
fn shown(text: &str, pattern: &Pattern) -> String {
    let shown = pattern.elements.iter().map(|element| match element {
        Element::Text(span) => span.of(text).to_owned(),
        Element::Placeable(placeable) => match placeable.expression {
            Expression::String(span) => syntax::unescape(span.of(text)).into_owned(),
            _ => panic!("nothing but text was typed"),
        },
    });
    shown.collect()
}

/// Text in which anything may stand that means something to Fluent, to tables or to readers.
fn typed() -> impl Strategy<Value = String> {
    let odd = "[ \n\t\"',;=+@.#*\\[\\]{}\\\\$-]|\r\n|[a-zéßअเ漢שم]|= |\n\\.x = |\\PC";
    proptest::collection::vec(odd, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(sample::property(256))]

    #[test]
    fn any_text_comes_back_as_it_was_typed(typed in typed()) {
        // What is dangerous is refused, whoever typed it.
        prop_assume!(!typed.contains(['<', '\u{61C}']) && !typed.contains("](") && !typed.contains("&"));
        prop_assume!(!typed.contains(|c| ('\u{200E}'..='\u{206F}').contains(&c)));
        let expected = typed.replace("\r\n", "\n").replace('\r', "\n");
        let expected = expected.trim_end().trim_start_matches([' ', '\t', '\n']);
        let config = "source = \"en\"\n[locales.fr]\nstage = \"draft\"\n";
        let mut files = Memory::new([("isogloss.toml", config), (SOURCE, "a = A\n    .b = B\n")]);
        let cell = syntax::escape_text(&typed);
        let rows = [["id", "translation"], ["a", &cell], ["a.b", &cell]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let written = sheet::write(rows, Separator::Comma);
        let import = imported(&mut files, written.as_bytes());
        if expected.is_empty() {
            prop_assert!(import.taken.is_empty());
            return Ok(());
        }
        let text = text(&files, FR);
        let tree = syntax::parse(&text);
        let message = tree.message(0).unwrap();
        prop_assert_eq!(shown(&text, message.pattern(&text, None).unwrap()), expected);
        prop_assert_eq!(shown(&text, message.pattern(&text, Some("b")).unwrap()), expected);
        // What was imported goes out again as something that changes nothing.
        let again = todo_of_all(&files);
        prop_assert_eq!(again, 0);
    }
}

/// How many rows of a table are new that holds every translation as people edit it.
fn todo_of_all(files: &Memory) -> usize {
    let session = sample::open(files);
    let own = session.target("fr").unwrap().resource("app.ftl").unwrap();
    let message = own.tree.message(0).unwrap();
    let mut rows = vec![vec!["id".to_owned(), "translation".to_owned()]];
    for (name, attribute) in [("a", None), ("a.b", Some("b"))] {
        let pattern = message.pattern(own.text(), attribute).unwrap();
        rows.push(vec![name.to_owned(), syntax::editable(own.text(), pattern)]);
    }
    let bytes = sheet::write(rows, Separator::Semicolon);
    import(files, &request(bytes.as_bytes())).taken.len()
}

#[test]
fn a_table_is_taken_back_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let files = project();
    for (path, bytes) in &files.0 {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let run = |arguments: &[&str]| {
        let ran = isogloss(folder.path(), arguments, &[]);
        let text = String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap();
        (ran.status.code().unwrap(), text)
    };
    std::fs::write(folder.path().join("fr.csv"), filled(&files, &ALL[..3], Separator::Comma))
        .unwrap();
    let (code, text) = run(&["import", "fr", "fr.csv", "--diff"]);
    assert_eq!(code, 0, "{text}");
    insta::assert_snapshot!(text);
    let french = || std::fs::read_to_string(folder.path().join(FR)).unwrap();
    assert_eq!(french(), sample::text(&files, FR), "--diff writes nothing");
    let (code, text) = run(&["import", "fr", "fr.csv"]);
    assert!(code == 0 && text.ends_with("\n3 translations imported\n"), "{text}");
    assert!(french().contains("Bienvenue"));
    assert_eq!(run(&["sync", "--check"]).0, 0);
    let (code, text) = run(&["import", "fr", "fr.csv", "--overwrite"]);
    assert_eq!((code, text.as_str()), (0, "nothing to import\n"));
    std::fs::write(folder.path().join("bad.csv"), "id,translation\r\nhelp,Aide {\r\n").unwrap();
    let (code, text) = run(&["import", "fr", "bad.csv"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!(text);
    assert_eq!(run(&["import", "fr", "none.csv"]).0, 2);
    assert_eq!(run(&["import", "de", "bad.csv"]).0, 2);
}
