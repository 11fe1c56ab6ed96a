//! Messages of the source get other ids or go to other files, and translations follow.

use isogloss::coverage::{State, states};
use isogloss::diagnostic::Diagnostic;
use isogloss::edit::{self, Renamed, Sync};
use isogloss::files::{Files as _, Memory};
use isogloss::resolve::Chain;

use crate::sample::{self, text};

const CONFIG: &str = "source = \"en\"\n[locales.ar]\n[locales.fr]\n";
const EN: &str = "locales/en/app.ftl";
const FR: &str = "locales/fr/app.ftl";
const AR: &str = "locales/ar/app.ftl";

fn apply(files: &mut Memory, sync: Sync) {
    assert_eq!(sync.findings, []);
    for output in sync.outputs {
        match output.bytes {
            Some(bytes) => files.0.insert(output.path, bytes),
            None => files.0.remove(&output.path),
        };
    }
}

/// A project whose translations are recorded as made from the source as it is given.
fn project(files: &[(&str, &str)]) -> Memory {
    let mut project = Memory::new([("isogloss.toml", CONFIG)]);
    let (source, targets): (Vec<_>, Vec<_>) =
        files.iter().partition(|(path, _)| path.starts_with("locales/en/"));
    for files in [source, targets] {
        project
            .0
            .extend(files.into_iter().map(|(path, text)| ((*path).to_owned(), (*text).into())));
        sync(&mut project);
    }
    project
}

fn sync(files: &mut Memory) -> Sync {
    let (outputs, findings) = (Vec::new(), Vec::new());
    let session = sample::open(files);
    let mut sync = edit::sync(&session.project);
    let told = Sync {
        waiting: std::mem::take(&mut sync.waiting),
        unclear: std::mem::take(&mut sync.unclear),
        outputs,
        findings,
        ..Sync::default()
    };
    apply(files, sync);
    told
}

fn write(files: &mut Memory, path: &str, text: &str) {
    files.0.insert(path.to_owned(), text.into());
}

/// Lets translations follow, and says what moved: `old -> new: fr`.
fn rename(files: &mut Memory) -> Vec<String> {
    let session = sample::open(files);
    let sync = edit::sync(&session.project);
    let Renamed { sync, moved } = edit::rename(files, &session.project, sync);
    apply(files, sync);
    let session = sample::open(files);
    assert_eq!(edit::sync(&session.project).outputs, [], "nothing is left to do");
    let line = |(rename, codes): &(isogloss::provenance::Rename, Vec<String>)| {
        format!("{} -> {}: {}", rename.from.name, rename.to.name, codes.join(" "))
    };
    moved.iter().map(line).collect()
}

/// `hello fr:current`, a line for each part in each locale.
fn known(files: &Memory, code: &str) -> Vec<String> {
    let session = sample::open(files);
    let target = session.target(code).unwrap();
    let chain = Chain::new(&session.project, target);
    let states = states(&chain).into_iter();
    let line = |part: isogloss::coverage::PartState<'_>| {
        let attribute = part.attribute.map_or(String::new(), |name| format!(".{name}"));
        let state = match part.state {
            State::Stale(change) => format!("stale-{}", change.word()),
            state => state.word().to_owned(),
        };
        format!("{}{attribute} {state}", part.source.name())
    };
    states.map(line).collect()
}

fn findings(files: &Memory) -> Vec<String> {
    let line = |finding: &Diagnostic| {
        let help = finding.help.as_deref().unwrap_or_default();
        let locale = finding.locale.as_deref().unwrap_or_default();
        format!("{locale} {}: {} ({help})", finding.rule, finding.message)
    };
    sample::check(files).iter().map(line).collect()
}

#[test]
fn a_renamed_message_is_renamed_in_every_locale_byte_for_byte() {
    let fr =
        "# Une note\nhello   =  Bonjour { $name }\n      .title =   Salut\n\n\nbye = Au revoir";
    let mut files = project(&[
        (EN, "hello = Hello { $name }\n    .title = Hi\nbye = Goodbye\n"),
        (FR, fr),
        (AR, "bye = وداعا\nhello = مرحبا { $name }\n    .title = أهلا\n"),
    ]);
    write(&mut files, EN, "greeting = Hello { $name }\n    .title = Hi\nbye = Goodbye\n");
    let message = "the message `greeting` is not translated";
    let help = "it is translated as `hello`, its name before: run `isogloss sync --renames`";
    let told: Vec<String> = ["ar", "fr"]
        .iter()
        .map(|code| format!("{code} missing-message: {message} ({help})"))
        .collect();
    assert_eq!(findings(&files), told);
    // Before and after the renames are noted.
    let waiting = sync(&mut files).waiting;
    assert_eq!(waiting.len(), 1);
    assert_eq!(findings(&files), told);
    assert_eq!(known(&files, "fr"), ["greeting missing", "greeting.title missing", "bye current"]);
    assert_eq!(rename(&mut files), ["hello -> greeting: ar fr"]);
    assert_eq!(text(&files, FR), fr.replace("hello", "greeting"));
    for code in ["ar", "fr"] {
        let current = ["greeting current", "greeting.title current", "bye current"];
        assert_eq!(known(&files, code), current);
    }
    assert_eq!(findings(&files), [""; 0]);
    let records: Vec<String> = sample_records(&files);
    assert!(records.iter().all(|text| !text.contains("hello")), "{records:#?}");
}

fn sample_records(files: &Memory) -> Vec<String> {
    files.walk("locales/.isogloss").files.iter().map(|path| text(files, path)).collect()
}

#[test]
fn a_record_moves_with_all_that_it_knows() {
    let mut files = project(&[(EN, "hello = Hello\n"), (FR, "hello = Bonjour\n")]);
    write(&mut files, EN, "hello = Hello there\n");
    sync(&mut files);
    assert_eq!(known(&files, "fr"), ["hello stale-wording"]);
    write(&mut files, EN, "greeting = Hello there\n");
    rename(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting stale-wording"]);
    let told = sample::check(&files);
    let labels = || told.iter().filter_map(|finding| finding.label.as_deref());
    let is_told = labels().any(|label| label.contains("Hello{+ there+}"));
    assert!(is_told, "{told:#?}");
    // What the translation was before is known under the new name as well.
    write(&mut files, FR, "greeting = Salut\n");
    sync(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting current"]);
    write(&mut files, FR, "greeting = Bonjour\n");
    sync(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting stale-wording"]);
}

#[test]
fn a_reason_is_kept_when_a_message_is_renamed() {
    let mut files = project(&[(EN, "hello = Hello\n"), (FR, "hello = Bonjour\n")]);
    write(&mut files, EN, "hello = Hello there\n");
    sync(&mut files);
    let accepted = edit::Accepted {
        locale: "fr".to_owned(),
        parts: [("app.ftl".to_owned(), "hello".to_owned())].into(),
        because: "it says so too".to_owned(),
    };
    let session = sample::open(&files);
    apply(&mut files, edit::accept(&session.project, &accepted));
    write(&mut files, EN, "greeting = Hello there\n");
    sync(&mut files);
    rename(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting current"]);
    assert!(sample_records(&files).iter().any(|text| text.contains("it says so too")));
}

#[test]
fn a_rename_makes_nothing_known_that_was_not() {
    let record = "locales/.isogloss/translations/fr/app.ftl.txt";
    let mut files = project(&[(EN, "hello = Hello\n"), (FR, "hello = Bonjour\n")]);
    files.0.remove(record);
    write(&mut files, EN, "greeting = Hello\n");
    sync(&mut files);
    rename(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting unknown"]);
    // Nor in one go.
    let mut files = project(&[(EN, "hello = Hello\n"), (FR, "hello = Bonjour\n")]);
    files.0.remove(record);
    write(&mut files, EN, "greeting = Hello\n");
    rename(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting unknown"]);
}

#[test]
fn a_message_that_moves_stands_where_the_source_has_it() {
    let mut files = project(&[
        (EN, "a = One\nb = Two\nc = Three\n"),
        (FR, "a = Un\n\n# Note\nb = Deux\n\nc = Trois\n"),
    ]);
    write(&mut files, EN, "a = One\nc = Three\nbb = Two\n");
    assert_eq!(rename(&mut files), ["b -> bb: fr"]);
    assert_eq!(text(&files, FR), "a = Un\n\nc = Trois\n# Note\nbb = Deux\n");
}

#[test]
fn a_message_goes_to_another_file_and_an_emptied_one_goes() {
    let site = |code: &str| format!("locales/{code}/site.ftl");
    let mut files = project(&[
        (EN, "a = One\nb = Two\n"),
        (&site("en"), "x = Hello\n"),
        (FR, "a = Un\nb = Deux\n"),
        (&site("fr"), "x = Bonjour\n"),
        (AR, "b = اثنان\n"),
    ]);
    write(&mut files, EN, "a = One\n");
    write(&mut files, &site("en"), "x = Hello\nb = Two\n");
    assert_eq!(rename(&mut files), ["b -> b: ar fr"]);
    assert_eq!(text(&files, FR), "a = Un\n");
    assert_eq!(text(&files, &site("fr")), "x = Bonjour\nb = Deux\n");
    assert!(!files.0.contains_key(AR));
    assert_eq!(text(&files, &site("ar")), "b = اثنان\n");
    assert_eq!(known(&files, "fr"), ["a current", "x current", "b current"]);
}

#[test]
fn a_file_that_is_renamed_takes_all_of_it_along() {
    let fr = "### Licence\r\n\r\n-own = Une chose\r\na = Un { -own }\r\nb = Deux\r\nc = Trois\r\n";
    let mut files = project(&[(EN, "a = One\nb = Two\nc = Three\n"), (FR, fr)]);
    files.0.remove(EN);
    let new = "locales/en/site/main.ftl";
    write(&mut files, new, "a = One\nb = Two other\nc-new = Three\n");
    let told = findings(&files);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[1].contains("3 messages can follow from elsewhere"), "{told:#?}");
    // The names of the old file are not lost while somebody translates it.
    assert_eq!(sync(&mut files).waiting.len(), 3);
    sync(&mut files);
    assert_eq!(rename(&mut files).len(), 3);
    assert!(!files.0.contains_key(FR));
    let moved = fr.replace("\r\nc =", "\r\nc-new =");
    assert_eq!(text(&files, "locales/fr/site/main.ftl"), moved);
    assert_eq!(known(&files, "fr"), ["a current", "b stale-wording", "c-new current"]);
    let left: Vec<&String> = files.0.keys().filter(|path| path.contains("app.ftl")).collect();
    assert_eq!(left, Vec::<&String>::new());
}

#[test]
fn nothing_is_guessed_where_two_say_the_same() {
    let mut files = project(&[(EN, "cancel = Cancel\n"), (FR, "cancel = Annuler\n")]);
    write(&mut files, EN, "stop = Cancel\nabort = Cancel\n");
    for _ in 0..2 {
        let told = sync(&mut files);
        assert_eq!(told.waiting, []);
        let names: Vec<&str> = told.unclear[0].to.iter().map(|to| to.name.as_str()).collect();
        assert_eq!(names, ["abort", "stop"]);
        let told = findings(&files);
        let help = "it may be `abort` or `stop` now: rename it by hand";
        assert!(told.iter().any(|finding| finding.contains(help)), "{told:#?}");
    }
    assert_eq!(rename(&mut files), [""; 0]);
    assert_eq!(text(&files, FR), "cancel = Annuler\n");
    // By hand, it is what it was.
    write(&mut files, FR, "stop = Annuler\n");
    sync(&mut files);
    assert_eq!(known(&files, "fr"), ["stop current", "abort missing"]);
    // Two that went and one that came are no clearer.
    let two = "one = Cancel\ntwo = Cancel\n";
    let mut files = project(&[(EN, two), (FR, "one = Annuler\ntwo = Interrompre\n")]);
    write(&mut files, EN, "stop = Cancel\n");
    assert_eq!(sync(&mut files).unclear.len(), 2);
    assert_eq!(sync(&mut files).unclear.len(), 2);
    assert_eq!(rename(&mut files), [""; 0]);
}

#[test]
fn attributes_tell_messages_apart_that_have_one_value() {
    let source = "one = Open\n    .title = Open a file\ntwo = Open\n    .title = Open a door\n";
    let fr = "one = Ouvrir\n    .title = Ouvrir un fichier\ntwo = Ouvrir\n    .title = Ouvrir une porte\n";
    let mut files = project(&[(EN, source), (FR, fr)]);
    write(&mut files, EN, &source.replace("one", "file").replace("two", "door"));
    assert_eq!(rename(&mut files), ["one -> file: fr", "two -> door: fr"]);
    assert_eq!(text(&files, FR), fr.replace("one", "file").replace("two", "door"));
}

#[test]
fn a_translation_under_the_new_id_is_never_replaced() {
    let mut files =
        project(&[(EN, "hello = Hello\n"), (FR, "hello = Bonjour\n"), (AR, "hello = مرحبا\n")]);
    write(&mut files, EN, "greeting = Hello\n");
    write(&mut files, FR, "hello = Bonjour\ngreeting = Salut\n");
    assert_eq!(rename(&mut files), ["hello -> greeting: ar"]);
    assert_eq!(text(&files, FR), "hello = Bonjour\ngreeting = Salut\n");
    assert_eq!(text(&files, AR), "greeting = مرحبا\n");
}

#[test]
fn a_message_that_was_renamed_by_hand_keeps_its_record() {
    let mut files = project(&[(EN, "hello = Hello\n"), (FR, "hello = Bonjour\n")]);
    write(&mut files, EN, "greeting = Hello\n");
    write(&mut files, FR, "greeting = Bonjour\n");
    assert_eq!(known(&files, "fr"), ["greeting current"]);
    sync(&mut files);
    assert_eq!(known(&files, "fr"), ["greeting current"]);
    // Or later.
    write(&mut files, EN, "welcome = Hello\n");
    sync(&mut files);
    write(&mut files, FR, "welcome = Bonjour\n");
    sync(&mut files);
    assert_eq!(known(&files, "fr"), ["welcome current"]);
}

#[test]
fn references_follow_and_so_do_the_records_of_what_refers() {
    let source = "-brand = Isogloss\nhelp = Help\n    .title = Get help\nabout = About { -brand }\nmore = See { help } and { help.title }\n";
    let fr = "-brand = Isogloss\n    .gender = masculine\nhelp = Aide\n    .title = Obtenir de l’aide\nabout = À propos de { -brand(case: \"x\") }{ -brand.gender ->\n    *[masculine] .\n }\nmore = Voir { help } et { help.title }\n";
    let mut files =
        project(&[(EN, source), (FR, fr), (AR, "-brand = Isogloss\nabout = حول إيزوغلوس\n")]);
    let renamed = |text: &str| text.replace("-brand", "-product").replace("help", "support");
    // The words of a title stay.
    let new = renamed(source).replace("Get support", "Get help");
    write(&mut files, EN, &new);
    sync(&mut files);
    let moved = ["-brand -> -product: ar fr", "help -> support: fr"];
    assert_eq!(rename(&mut files), moved);
    assert_eq!(text(&files, FR), renamed(fr));
    let current = [
        "-product current",
        "support current",
        "support.title current",
        "about current",
        "more current",
    ];
    // A term that is the same in all languages is `identical`.
    let mut known_fr = known(&files, "fr");
    assert_eq!(known_fr.remove(0), "-product identical");
    assert_eq!(known_fr, current[1..]);
    assert_eq!(known(&files, "ar")[3], "about current");
}

#[test]
fn a_message_is_renamed_together_with_what_it_refers_to() {
    let source = "-brand = Isogloss\nabout = About { -brand } and us\n";
    let mut files =
        project(&[(EN, source), (FR, "-brand = Isoglosse\nabout = À propos de { -brand }\n")]);
    write(&mut files, EN, "-product = Isogloss\ninfo = About { -product } and us\n");
    sync(&mut files);
    assert_eq!(rename(&mut files), ["-brand -> -product: fr", "about -> info: fr"]);
    assert_eq!(text(&files, FR), "-product = Isoglosse\ninfo = À propos de { -product }\n");
    assert_eq!(known(&files, "fr"), ["-product current", "info current"]);
}

#[test]
fn values_and_attributes_change_places() {
    let mut files = project(&[
        (EN, "save = Save\nsave-hint = Save it now\nhelp = Help\n    .title = Get help\n"),
        (
            FR,
            "save = Enregistrer\nsave-hint = Enregistrez maintenant\nhelp = Aide\n    .title = Obtenir de l’aide\n",
        ),
    ]);
    write(
        &mut files,
        EN,
        "save = Save\n    .hint = Save it now\nhelp = Help\n    .tooltip = Get help\n",
    );
    sync(&mut files);
    let moved = ["help.title -> help.tooltip: fr", "save-hint -> save.hint: fr"];
    let mut told = rename(&mut files);
    told.sort();
    assert_eq!(told, moved);
    assert_eq!(
        text(&files, FR),
        "save = Enregistrer\n    .hint = Enregistrez maintenant\nhelp = Aide\n    .tooltip = Obtenir de l’aide\n"
    );
    let current = ["save current", "save.hint current", "help current", "help.tooltip current"];
    assert_eq!(known(&files, "fr"), current);
}

#[test]
fn the_old_text_is_remembered_while_somebody_translates_it() {
    let mut files = project(&[(EN, "a = One\nb = Two\n"), (FR, "a = Un\nb = Deux\n")]);
    // It goes first, and comes back under another id later.
    write(&mut files, EN, "a = One\n");
    sync(&mut files);
    sync(&mut files);
    write(&mut files, EN, "a = One\nbb = Two\n");
    assert_eq!(sync(&mut files).waiting.len(), 1);
    // What it says by then makes no difference to what it was.
    write(&mut files, EN, "a = One\nbb = Two and more\n");
    assert_eq!(sync(&mut files).waiting.len(), 1);
    assert_eq!(rename(&mut files), ["b -> bb: fr"]);
    assert_eq!(known(&files, "fr"), ["a current", "bb stale-wording"]);
    // And what nobody translates is forgotten.
    write(&mut files, EN, "bb = Two and more\n");
    write(&mut files, FR, "bb = Deux\n");
    sync(&mut files);
    assert!(sample_records(&files).iter().all(|text| !text.contains("One")));
}

#[test]
fn a_broken_file_waits() {
    let mut files =
        project(&[(EN, "hello = Hello\nbye = Bye\n"), (FR, "hello = Bonjour\nbye = Salut\n")]);
    write(&mut files, EN, "greeting = Hello\nbye = Bye\n");
    write(&mut files, FR, "hello = Bonjour\nbye = Salut\ngreeting = {\n");
    assert_eq!(rename(&mut files), [""; 0]);
    write(&mut files, FR, "hello = Bonjour\nbye = Salut\n");
    assert_eq!(rename(&mut files), ["hello -> greeting: fr"]);
    assert_eq!(known(&files, "fr"), ["greeting current", "bye current"]);
}
