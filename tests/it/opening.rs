//! What a command looks at: the project here, a folder of it, files that have no configuration, or
//! a project file of Mozilla's; and how `init` makes a configuration of what it finds.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::build::{isogloss, sample_folder};

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Exit code, standard output and standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let ran = isogloss(folder, arguments, &[]);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (ran.status.code().unwrap(), text(ran.stdout), text(ran.stderr))
}

/// What `check` finds, a line each, and what it takes for granted.
fn check(folder: &Path, arguments: &[&str]) -> (String, String) {
    let (_, found, said) = run(folder, &[&["check", "--format", "concise"], arguments].concat());
    let taken = said.split_inclusive('\n').filter(|line| line.starts_with("note: "));
    (found, taken.collect())
}

const SOURCE: &str = "a = A { $x }\nb = B\n";

#[test]
fn a_folder_of_a_project_is_checked_as_the_project_says() {
    let folder = folder(&[
        ("isogloss.toml", "source = \"en\"\n[rules]\nmissing-message = \"note\"\n"),
        ("locales/en/a.ftl", SOURCE),
        ("locales/fr/a.ftl", "a = A { $x }\n"),
        ("locales/de/a.ftl", "a = A { $y }\n"),
    ]);
    // What is missing from a file below the folder is found in the source, which is not below it.
    let missing =
        "locales/en/a.ftl:2:1: note[missing-message] fr: the message `b` is not translated\n";
    for path in ["locales/fr", "./locales/fr/", "locales/fr/."] {
        assert_eq!(check(folder.path(), &[path]), (missing.to_owned(), String::new()), "{path}");
    }
    let (all, _) = check(folder.path(), &["."]);
    assert_eq!(all.lines().count(), 3, "{all}");
    // Whoever names the source wants no configuration, and is told so.
    let (found, said) = check(folder.path(), &["--source", "en", "locales"]);
    assert!(found.contains("error[missing-message] fr"), "{found}");
    assert_eq!(said, "note: isogloss.toml is not used\n");
}

#[test]
fn a_folder_that_the_project_around_it_knows_nothing_of_is_checked_by_itself() {
    let folder = sample_folder();
    for (path, text) in [("vendor/i18n/en/a.ftl", SOURCE), ("vendor/i18n/fr/a.ftl", "a = A\n")] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (found, said) = check(folder.path(), &["vendor"]);
    assert_eq!(
        found,
        "vendor/i18n/en/a.ftl:2:1: error[missing-message] fr: the message `b` is not translated\n\
         vendor/i18n/fr/a.ftl:1:5: error[missing-variable] fr: `a` does not show `$x`\n"
    );
    assert!(said.contains("isogloss.toml is not used"), "{said}");
    assert!(said.contains("the source is `en`: English is among the locales"), "{said}");
}

#[test]
fn a_folder_that_is_one_locale_is_compared_with_the_source_beside_it() {
    let folder = folder(&[
        ("l10n/en/a.ftl", SOURCE),
        ("l10n/fr/a.ftl", "b = B\n"),
        ("l10n/de/a.ftl", "b = B\n"),
        ("lonely/fr/a.ftl", "b = B\n"),
    ]);
    let missing =
        "l10n/en/a.ftl:1:1: error[missing-message] fr: the message `a` is not translated\n";
    let (found, said) = check(folder.path(), &["l10n/fr"]);
    assert_eq!(found, missing);
    assert!(said.contains("compared with the source `en` beside it"), "{said}");
    let (found, _) = check(folder.path(), &["--source", "en", "l10n/fr"]);
    assert_eq!(found, missing);
    let absolute = folder.path().join("l10n/fr");
    let (found, _) = check(folder.path(), &[absolute.to_str().unwrap()]);
    assert_eq!(found, missing.replace("l10n/", ""));
    let (found, said) = check(folder.path(), &["l10n/en"]);
    assert_eq!(found.lines().count(), 2, "{found}");
    assert!(said.contains("is the source"), "{said}");
    let (code, _, said) = run(folder.path(), &["check", "--source", "en", "lonely/fr"]);
    assert_eq!((code, said.contains("there is no source `en` beside it")), (2, true), "{said}");
    let (code, _, said) = run(folder.path(), &["check", "lonely/fr"]);
    assert_eq!((code, said.contains("there is nothing to compare with")), (0, true), "{said}");
}

#[test]
fn hidden_and_strangely_named_folders_can_be_checked() {
    for place in [".l10n", "..l10n", "l10n.", "a b"] {
        let en = format!("{place}/en/a.ftl");
        let fr = format!("{place}/fr/a.ftl");
        let folder = folder(&[(&en, SOURCE), (&fr, "b = B\n")]);
        let (found, said) = check(folder.path(), &["--source", "en", place]);
        assert!(found.starts_with(&format!("{en}:1:1: error[missing-message]")), "{found}{said}");
    }
}

#[test]
fn a_path_filter_takes_folders_and_fails_where_it_matches_no_file() {
    let folder = sample_folder();
    let count = |path: &str| check(folder.path(), &["--path", path]).0.lines().count();
    let all = count("locales");
    assert!(all > 0);
    assert_eq!((count("locales/"), count("./locales/**"), count("locales/fr")), (all, all, 0));
    // The findings of the draft stand in the source, but are about its own files.
    assert_eq!(count("locales/sw"), all);
    let (code, _, said) = run(folder.path(), &["check", "--path", "locale/fr"]);
    assert_eq!(code, 2);
    assert!(said.contains("no file of the project matches `locale/fr`"), "{said}");
    assert!(said.contains("did you mean `locales/fr`?"), "{said}");
    let (code, _, said) = run(folder.path(), &["check", "--path", "*.ftl"]);
    assert_eq!((code, said.contains("from the root of the project")), (2, true), "{said}");
}

const L10N_TOML: &str = "basepath = \"../..\"
locales = [\"fr\"]
[env]
l = \"{l10n_base}/{locale}/\"
[[paths]]
reference = \"app/locales/en-US/**\"
l10n = \"{l}app/**\"
";

#[test]
fn a_project_file_of_mozillas_says_what_to_check() {
    let folder = folder(&[
        ("app/locales/l10n.toml", L10N_TOML),
        ("app/locales/en-US/a.ftl", SOURCE),
        ("l10n/fr/app/a.ftl", "b = B\n"),
        ("app/readme.txt", ""),
    ]);
    let missing = "app/locales/en-US/a.ftl:1:1: error[missing-message] fr: the message `a` is not translated\n";
    let file = "app/locales/l10n.toml";
    let (found, said) = check(folder.path(), &["--l10n-toml", file, "--l10n-base", "l10n"]);
    assert_eq!(found, missing);
    assert_eq!(said, "note: the source is `en-US`: the references lie in its folder\n");
    // From elsewhere, places can be followed all the same.
    let away = folder.path().join("app");
    for file in ["locales/l10n.toml", "../app/./locales/l10n.toml"] {
        let (found, _) = check(&away, &["--l10n-toml", file, "--l10n-base", "../l10n"]);
        assert_eq!(found, format!("../{missing}"), "{file}");
    }
    let root = folder.path().to_str().unwrap();
    let absolute = format!("{root}/{file}");
    let (found, _) = check(&away, &["--l10n-toml", &absolute, "--l10n-base", "../l10n"]);
    assert_eq!(found, format!("{root}/{missing}"));
    let project = ["-C", root, "--l10n-toml", file, "--l10n-base", "l10n"];
    assert_eq!(check(&away, &project).0, missing);
    let arguments = ["status", "--l10n-toml", file, "--l10n-base", "l10n", "--format", "json"];
    let (code, text, _) = run(folder.path(), &arguments);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let parts = &json["locales"][0]["parts"];
    assert_eq!((code, parts["total"].as_u64(), parts["missing"].as_u64()), (0, Some(2), Some(1)));
}

#[test]
fn a_project_file_that_cannot_be_used_is_a_failure_with_help() {
    let folder = folder(&[("l10n.toml", "[[paths]]\nl10n = \"{locale}/a.properties\"\n")]);
    let (code, _, said) = run(folder.path(), &["check", "--l10n-toml", "l10n.toml"]);
    assert_eq!((code, said.contains("names no Fluent file of the source")), (2, true), "{said}");
    let (code, _, said) = run(folder.path(), &["check", "--l10n-toml", "ten.toml"]);
    assert_eq!((code, said.contains("there is no such file")), (2, true), "{said}");
    let (code, _, said) = run(folder.path(), &["check"]);
    assert_eq!((code, said.contains("--l10n-toml l10n.toml")), (2, true), "{said}");
}

#[test]
fn init_has_a_project_file_of_mozillas_used_from_now_on() {
    let toml = L10N_TOML.replace("../..", ".").replace("{l10n_base}", "l10n");
    let folder = folder(&[
        ("l10n.toml", &toml),
        ("app/locales/en-US/a.ftl", SOURCE),
        ("l10n/fr/app/a.ftl", "b = B\n"),
    ]);
    let (code, said, _) = run(folder.path(), &["init"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("`l10n.toml` says where files are"), "{said}");
    let config = fs::read_to_string(folder.path().join("isogloss.toml")).unwrap();
    assert!(config.ends_with("source = \"en-US\"\nl10n-toml = \"l10n.toml\"\n"), "{config}");
    let (found, _) = check(folder.path(), &[]);
    assert_eq!(found.lines().count(), 1, "{found}");
    let (code, _, said) = run(folder.path(), &["add-locale", "de"]);
    assert_eq!((code, said.contains("add `de` to `locales` in l10n.toml")), (2, true), "{said}");
}

#[test]
fn init_writes_a_configuration_that_check_can_use() {
    let folder = folder(&[
        ("l10n/en/a.ftl", "a = b { $x }\n"),
        ("l10n/fr/a.ftl", "a = c\n"),
        ("l10n/sr@latin/a.ftl", "a = c { $x }\n"),
    ]);
    let without = check(folder.path(), &["--source", "en", "l10n"]);
    let (code, said, _) = run(folder.path(), &["init"]);
    assert_eq!(code, 0, "{said}");
    for reason in [
        "files lie in `l10n/{locale}/**/*.ftl`",
        "the source is `en`: English is among the locales",
        "the source has 1 file, such as l10n/en/a.ftl",
        "2 other locales are there",
        "one file cannot tell what is loaded together",
    ] {
        assert!(said.contains(reason), "{said}");
    }
    assert_eq!(check(folder.path(), &[]), without);
    assert_eq!(
        without.0,
        "l10n/fr/a.ftl:1:5: error[missing-variable] fr: `a` does not show `$x`\n"
    );
    let (code, _, again) = run(folder.path(), &["init"]);
    assert_eq!((code, again.contains("already")), (2, true));
}

/// What `init` writes about groups for a source with these files, and why.
fn groups(source: &[(&str, &str)]) -> (String, String) {
    let files: Vec<(String, &str)> =
        source.iter().map(|(path, text)| (format!("l10n/en/{path}"), *text)).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let folder = folder(&files);
    let (code, text, said) = run(folder.path(), &["init", "--dry-run"]);
    assert_eq!(code, 0, "{said}");
    let line = |what: &str| {
        let line = text.lines().find(|line| line.starts_with(what)).unwrap_or_default();
        line.to_owned()
    };
    let reason = text.lines().rfind(|line| line.starts_with("# - ")).unwrap_or_default();
    (line("groups"), reason.to_owned())
}

#[test]
fn init_tells_which_files_are_loaded_together_where_it_can() {
    let told = |source: &[(&str, &str)]| groups(source).0;
    let all = &[("a.ftl", "a = { -t }\n"), ("b.ftl", "-t = T\n")];
    assert_eq!(
        groups(all),
        (
            "groups = \"all\"".to_owned(),
            "# - groups = \"all\": a.ftl refers to `-t` in b.ftl, and no id repeats".to_owned()
        )
    );
    assert_eq!(told(&[("a.ftl", "title = A\n"), ("b.ftl", "title = B\n")]), "groups = \"file\"");
    assert_eq!(
        told(&[
            ("x/a.ftl", "title = { -t }\n"),
            ("x/b.ftl", "-t = T\n"),
            ("y/a.ftl", "title = { -t }\n"),
            ("y/b.ftl", "-t = T\n"),
        ]),
        "groups = \"folder\""
    );
    let unknown: [&[(&str, &str)]; 4] = [
        // Nothing repeats, nothing refers.
        &[("a.ftl", "a = A\n"), ("b.ftl", "b = B\n")],
        // All of them, or those of a folder.
        &[("x/a.ftl", "a = { -t }\n"), ("x/b.ftl", "-t = T\n"), ("y/a.ftl", "c = C\n")],
        // Each by itself, or those of a folder.
        &[("x/a.ftl", "a = A\n"), ("x/b.ftl", "b = B\n"), ("y/a.ftl", "a = A\n")],
        // Ids repeat, and yet files refer to each other.
        &[("a.ftl", "a = { -t }\n"), ("b.ftl", "a = B\n-t = T\n")],
    ];
    for source in unknown {
        assert_eq!(told(source), "", "{source:?}");
    }
}
