//! Mozilla's project files mean what they mean to compare-locales 9.0.5, which was run on the same
//! files. Where this tool decides otherwise, the case says so.

use std::fmt::Write as _;

use isogloss::config::l10n_toml;
use isogloss::coverage::Counts;
use isogloss::diagnostic::Diagnostic;
use isogloss::files::Memory;
use isogloss::layout;
use isogloss::session::{Opened, Session};

use crate::corpora;

/// A behaviour, the project file, further files as pairs of path and text, and what is found.
struct Case(&'static str, &'static str, &'static [(&'static str, &'static str)], &'static str);

const SOURCE: &str = "a = A\nb = B\n-t = T\n";

/// French lacks a message, a term and a file, and has a message too many. German is complete.
fn files(case: &Case) -> Memory {
    let mut files = Memory::new([
        ("l10n.toml", case.1),
        ("en/a.ftl", SOURCE),
        ("en/b.ftl", "x = X\n"),
        ("fr/a.ftl", "a = A\nz = Z\n"),
        ("de/a.ftl", SOURCE),
        ("de/b.ftl", "x = X\n"),
    ]);
    for (path, text) in case.2 {
        match *text {
            "" => drop(files.0.remove(*path)),
            text => drop(files.0.insert((*path).to_owned(), text.into())),
        }
    }
    files
}

/// Findings, a line each. That no text shows a term is not what these are about.
fn concise(findings: &[Diagnostic]) -> String {
    let findings: Vec<Diagnostic> =
        findings.iter().filter(|finding| finding.rule != "unused-term").cloned().collect();
    isogloss::report::concise(&findings)
}

fn told(case: &Case) -> String {
    let files = files(case);
    let base = files.0.keys().any(|path| path.starts_with("l10n/")).then_some("l10n");
    let (config, findings) = match l10n_toml::read(&files, "l10n.toml", base, None) {
        Ok(read) => read,
        Err(failure) => return format!("failure: {failure}\n"),
    };
    let Some(config) = config else { return concise(&findings) };
    let mut session = Session::with(&files, config);
    session.loading.extend(findings);
    concise(&session.check())
}

macro_rules! all {
    ($rest:expr) => {
        concat!(
            "locales = [\"fr\", \"de\"]\n\
             [[paths]]\nreference = \"en/**\"\nl10n = \"{locale}/**\"\n",
            $rest
        )
    };
}

const MISSING_B: &str =
    "en/a.ftl:2:1: error[missing-message] fr: the message `b` is not translated\n";
const MISSING_T: &str =
    "en/a.ftl:3:1: error[missing-message] fr: the term `-t` is not translated\n";
const MISSING_FILE: &str =
    "en/b.ftl:1:1: error[missing-resource] fr: `b.ftl` is not translated: 1 message\n";
const OBSOLETE_Z: &str =
    "fr/a.ftl:2:1: warning[obsolete-message] fr: the source has no message `z`\n";

const CASES: &[Case] = &[
    Case("every file of every locale", all!(""), &[], "btfz"),
    Case(
        "a path may concern some locales only",
        "locales = [\"fr\", \"de\"]
[[paths]]
reference = \"en/a.ftl\"
l10n = \"{locale}/a.ftl\"
[[paths]]
reference = \"en/b.ftl\"
l10n = \"{locale}/b.ftl\"
locales = [\"de\"]
",
        &[],
        "btz",
    ),
    Case(
        "a path whose locales are not the project's concerns none",
        "locales = [\"fr\"]
[[paths]]
reference = \"en/a.ftl\"
l10n = \"{locale}/a.ftl\"
locales = [\"de\"]
",
        &[],
        "",
    ),
    Case(
        "a filter without a key lets a file be missing",
        all!("[[filters]]\npath = \"{locale}/b.ftl\"\naction = \"ignore\"\n"),
        &[],
        "btz",
    ),
    Case(
        "a filter without a key says nothing of a file that is there",
        all!("[[filters]]\npath = \"{locale}/a.ftl\"\naction = \"ignore\"\n"),
        &[],
        "btfz",
    ),
    Case(
        "a missing file may be worth a warning",
        all!("[[filters]]\npath = \"{locale}/b.ftl\"\naction = \"warning\"\n"),
        &[],
        "bt-en/b.ftl:1:1: warning[missing-resource] fr: `b.ftl` is not translated: 1 message\nz",
    ),
    Case(
        "a filter with a key lets a message be missing",
        all!("[[filters]]\npath = \"{locale}/a.ftl\"\nkey = \"b\"\naction = \"ignore\"\n"),
        &[],
        "tfz",
    ),
    Case(
        "keys may be terms, and obsolete",
        all!("[[filters]]\npath = \"{locale}/**\"\nkey = [\"-t\", \"z\"]\naction = \"ignore\"\n"),
        &[],
        "bf",
    ),
    Case(
        "a regular expression matches from the start",
        all!("[[filters]]\npath = [\"{locale}/**\"]\nkey = \"re:[b-z]$\"\naction = \"ignore\"\n"),
        &[],
        "tf",
    ),
    Case(
        "a regular expression need not match to the end, and concerns no files",
        all!("[[filters]]\npath = \"{locale}/**\"\nkey = \"re:\"\naction = \"ignore\"\n"),
        &[],
        "f",
    ),
    Case(
        "later filters win",
        all!("[[filters]]
path = \"{locale}/**\"
key = \"re:.*\"
action = \"ignore\"
[[filters]]
path = \"{locale}/a.ftl\"
key = \"b\"
action = \"error\"
"),
        &[],
        "bf",
    ),
    Case(
        "a message that may be missing must be right where it is there",
        all!("[[filters]]\npath = \"{locale}/**\"\nkey = \"re:.*\"\naction = \"ignore\"\n"),
        &[("fr/a.ftl", "a = { $x }\n"), ("fr/b.ftl", "x = X\n")],
        "-fr/a.ftl:1:7: error[unknown-variable] fr: nobody passes `$x` to `a`\n",
    ),
    // compare-locales never applies a filter whose path has no variable.
    Case(
        "a filter may be about the file of one locale",
        all!("[[filters]]\npath = \"fr/b.ftl\"\naction = \"ignore\"\n"),
        &[("de/b.ftl", "")],
        "-en/b.ftl:1:1: error[missing-resource] de: `b.ftl` is not translated: 1 message\nbtz",
    ),
    Case(
        "an included file says where files are, from its own base path",
        "locales = [\"fr\", \"de\"]\n[[includes]]\npath = \"sub/l10n.toml\"\n",
        &[(
            "sub/l10n.toml",
            "basepath = \"..\"\n[[paths]]\nreference = \"en/**\"\nl10n = \"{locale}/**\"\n",
        )],
        "btfz",
    ),
    Case(
        "an included file may have locales of its own",
        "locales = [\"fr\"]
[[paths]]
reference = \"en/a.ftl\"
l10n = \"{locale}/a.ftl\"
[[includes]]
path = \"sub/l10n.toml\"
",
        &[
            (
                "sub/l10n.toml",
                "basepath = \"..\"\nlocales = [\"de\"]\n[[paths]]\nreference = \"en/b.ftl\"\nl10n = \"{locale}/b.ftl\"\n",
            ),
            ("de/b.ftl", "y = Y\n"),
        ],
        "bt-de/b.ftl:1:1: warning[obsolete-message] de: the source has no message `y`
en/b.ftl:1:1: error[missing-message] de: the message `x` is not translated\nz",
    ),
    Case(
        "filters are about the paths of their own file",
        "locales = [\"fr\", \"de\"]
[[includes]]
path = \"sub/l10n.toml\"
[[filters]]
path = \"{locale}/b.ftl\"
action = \"ignore\"
",
        &[(
            "sub/l10n.toml",
            "basepath = \"..\"\n[[paths]]\nreference = \"en/**\"\nl10n = \"{locale}/**\"\n",
        )],
        "btfz",
    ),
    Case(
        "what one file lets be missing another may still ask for",
        all!("[[includes]]\npath = \"sub/l10n.toml\"\n"),
        &[(
            "sub/l10n.toml",
            "basepath = \"..\"
[[paths]]
reference = \"en/**\"
l10n = \"{locale}/**\"
[[filters]]
path = \"{locale}/b.ftl\"
action = \"ignore\"
",
        )],
        "btfz",
    ),
    Case(
        "an excluded file's paths are left out for its locales",
        all!("[[excludes]]\npath = \"ex.toml\"\n"),
        &[
            (
                "ex.toml",
                "locales = [\"fr\"]\n[[paths]]\nreference = \"en/b.ftl\"\nl10n = \"{locale}/b.ftl\"\n",
            ),
            ("de/b.ftl", ""),
        ],
        "bt-en/b.ftl:1:1: error[missing-resource] de: `b.ftl` is not translated: 1 message\nz",
    ),
    Case(
        "files that are there are left out too",
        all!("[[excludes]]\npath = \"ex.toml\"\n"),
        &[(
            "ex.toml",
            "locales = [\"fr\"]\n[[paths]]\nreference = \"en/a.ftl\"\nl10n = \"{locale}/a.ftl\"\n",
        )],
        "f",
    ),
    // compare-locales looks at these files, but reports nothing missing in them.
    Case(
        "what is included by name is not excluded",
        all!("[[includes]]\npath = \"ex.toml\"\n[[excludes]]\npath = \"ex.toml\"\n"),
        &[(
            "ex.toml",
            "locales = [\"fr\"]\n[[paths]]\nreference = \"en/b.ftl\"\nl10n = \"{locale}/b.ftl\"\n",
        )],
        "btfz",
    ),
    // compare-locales says nothing.
    Case(
        "a file that excludes for no locale is a mistake",
        all!("[[excludes]]\npath = \"ex.toml\"\n"),
        &[("ex.toml", "[[paths]]\nreference = \"en/b.ftl\"\nl10n = \"{locale}/b.ftl\"\n")],
        "btfz-l10n.toml:6:9: error[invalid-config] `ex.toml` names no locales, so it excludes nothing\n",
    ),
    // compare-locales crashes.
    Case(
        "an included file excludes nothing",
        "locales = [\"fr\", \"de\"]\n[[includes]]\npath = \"sub.toml\"\n",
        &[(
            "sub.toml",
            "[[paths]]\nreference = \"en/**\"\nl10n = \"{locale}/**\"\n[[excludes]]\npath = \"ex.toml\"\n",
        )],
        "btfz-sub.toml:4:1: error[invalid-config] a file that is included or excluded can exclude nothing itself\n",
    ),
    Case(
        "variables stand for parts of paths",
        "locales = [\"fr\", \"de\"]
[env]
l = \"{ locale }/\"
r = \"en\"
[[paths]]
reference = \"{r}/**\"
l10n = \"{l}**\"
",
        &[],
        "btfz",
    ),
    // compare-locales crashes.
    Case(
        "a variable that nothing sets is reported",
        "locales = [\"fr\"]
[env]
loc = \"{locale}/\"
[[paths]]
reference = \"en/**\"
l10n = \"{lox}**\"
",
        &[],
        "-l10n.toml:6:9: error[invalid-config] nothing sets `{lox}`\n",
    ),
    Case(
        "variables that are set by means of each other are reported",
        "locales = [\"fr\"]
[env]
a = \"{b}\"
b = \"{a}\"
[[paths]]
reference = \"en/**\"
l10n = \"{a}/{locale}/**\"
",
        &[],
        "-l10n.toml:7:9: error[invalid-config] `{a}` leads back to itself\n",
    ),
    Case(
        "translations may lie in a folder of their own",
        "locales = [\"fr\"]\n[[paths]]\nreference = \"src/en-US/**\"\nl10n = \"{l10n_base}/{locale}/x/**\"\n",
        &[("src/en-US/d/b.ftl", SOURCE), ("l10n/fr/x/a.ftl", "a = A\n")],
        "-l10n/fr/x/a.ftl:1:1: warning[obsolete-resource] fr: the source has no `x/a.ftl`
src/en-US/d/b.ftl:1:1: error[missing-resource] fr: `x/d/b.ftl` is not translated: 3 messages\n",
    ),
    Case(
        "Android spells codes in its own way",
        "locales = [\"pt-BR\", \"sr-Latn\", \"he\"]
[[paths]]
reference = \"res/values/**\"
l10n = \"res/values-{android_locale}/**\"
",
        &[
            ("res/values/a.ftl", "a = A\nb = B\n"),
            ("res/values-pt-rBR/a.ftl", "a = A\n"),
            ("res/values-iw/a.ftl", "a = A\nb = B\n"),
        ],
        "-res/values/a.ftl:1:1: error[missing-resource] sr-Latn: `res/values-{locale}/a.ftl` is not translated: 2 messages
res/values/a.ftl:2:1: error[missing-message] pt-BR: the message `b` is not translated\n",
    ),
    Case(
        "one star is within a name, and two that are not a whole name are no more",
        "locales = [\"fr\"]\n[[paths]]\nreference = \"en/*/x**.ftl\"\nl10n = \"{locale}/*/x**.ftl\"\n",
        &[("en/p/x1.ftl", "a = A\n"), ("en/p/q/x1.ftl", "a = A\n"), ("en/p/y.ftl", "a = A\n")],
        "-en/p/x1.ftl:1:1: error[missing-resource] fr: `p/x1.ftl` is not translated: 1 message\n",
    ),
    Case(
        "files of other formats are not looked at",
        "locales = [\"fr\"]
[[paths]]
reference = \"en/a.properties\"
l10n = \"{locale}/a.properties\"
[[paths]]
reference = \"en/*.ftl\"
l10n = \"{locale}/*.ftl\"
[build]
exclude-multi-locale = [\"fr\"]
",
        &[("en/a.properties", "a=b"), ("de/a.ftl", ""), ("de/b.ftl", "")],
        "btfz",
    ),
    Case(
        "of two references for the same translations the last counts",
        "locales = [\"fr\"]
[[paths]]
reference = \"en/a.ftl\"
l10n = \"{locale}/a.ftl\"
[[paths]]
reference = \"other/a.ftl\"
l10n = \"{locale}/a.ftl\"
",
        &[("other/a.ftl", "z = Z\nq = Q\n"), ("de/a.ftl", "")],
        "-fr/a.ftl:1:1: warning[obsolete-message] fr: the source has no message `a`
other/a.ftl:2:1: error[missing-message] fr: the message `q` is not translated\n",
    ),
    // compare-locales checks nothing and succeeds.
    Case(
        "a misspelt key is reported",
        "localez = [\"fr\", \"de\"]\n[[paths]]\nreference = \"en/**\"\nl10n = \"{locale}/**\"\n",
        &[],
        "btfz-l10n.toml:1:1: error[invalid-config] `localez` is not a key of l10n.toml\n",
    ),
    // compare-locales crashes.
    Case(
        "what must be there and is not is reported",
        "locales = [\"fr\"]
[[paths]]
l10n = \"{locale}/**\"
[[paths]]
reference = \"en/a.ftl\"
[[filters]]
path = \"{locale}/**\"
",
        &[],
        "-l10n.toml:2:1: error[invalid-config] `reference` is missing
l10n.toml:4:1: error[invalid-config] `l10n` is missing
l10n.toml:6:1: error[invalid-config] this filter has no `action`\n",
    ),
    // compare-locales stops at the first file that is not there, and takes any word for an action.
    Case(
        "values that mean nothing are reported",
        all!("[[includes]]
path = \"nope.toml\"
[[includes]]
path = \"l10n.toml\"
[[filters]]
path = \"{locale}/b.ftl\"
action = \"ignored\"
[[filters]]
path = \"{locale}/a.ftl\"
key = \"re:(?=b)\"
action = \"ignore\"
"),
        &[],
        "btfz-l10n.toml:6:9: error[invalid-config] cannot read `nope.toml`: there is no such file
l10n.toml:8:9: error[invalid-config] `l10n.toml` leads back to itself
l10n.toml:11:11: error[invalid-config] `action` cannot be `ignored`
l10n.toml:14:8: error[invalid-config] this regular expression cannot be read: look-around is not supported
",
    ),
    Case(
        "a locale that is none is reported, and a folder of a locale that is not listed",
        "locales = [\"ja-JP-mac\", \"klingon\"]\n[[paths]]\nreference = \"en/b.ftl\"\nl10n = \"{locale}/b.ftl\"\n",
        &[],
        "-de/b.ftl:1:1: warning[unknown-locale-folder] `de` is not a locale of this project
en/b.ftl:1:1: error[missing-resource] ja-JP-mac: `b.ftl` is not translated: 1 message
l10n.toml:1:26: error[invalid-config] `klingon` is not a known locale\n",
    ),
    // compare-locales crashes.
    Case(
        "the two patterns of a path need the same wildcards",
        "locales = [\"fr\"]\n[[paths]]\nreference = \"en/a.ftl\"\nl10n = \"{locale}/*.ftl\"\n",
        &[],
        "-l10n.toml:3:14: error[invalid-config] the two patterns have different wildcards, so their files cannot be matched\n",
    ),
    Case(
        "a pattern without a place for the locale is reported",
        "locales = [\"fr\"]\n[[paths]]\nreference = \"en/a.ftl\"\nl10n = \"fr/a.ftl\"\n",
        &[],
        "-l10n.toml:4:9: error[invalid-config] this pattern has no `{locale}`\n",
    ),
];

/// The findings that a case expects, in order: `b`, `t`, `f` and `z` stand for what French always
/// lacks or has too much of, and what follows `-` for itself.
fn expected(short: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let (before, rest) = short.split_once('-').unwrap_or((short, ""));
    let end = rest.rfind('\n').map_or(0, |end| end + 1);
    lines.extend(rest[..end].split_inclusive('\n').map(str::to_owned));
    for letter in before.chars().chain(rest[end..].chars()) {
        lines.push(match letter {
            'b' => MISSING_B.to_owned(),
            't' => MISSING_T.to_owned(),
            'f' => MISSING_FILE.to_owned(),
            'z' => OBSOLETE_Z.to_owned(),
            other => panic!("`{other}` stands for nothing"),
        });
    }
    lines.sort();
    lines.concat()
}

#[test]
fn project_files_of_mozilla_mean_what_they_mean_to_compare_locales() {
    let mut wrong = String::new();
    for case in CASES {
        let told = told(case);
        let mut lines: Vec<&str> = told.split_inclusive('\n').collect();
        lines.sort_unstable();
        let (told, expected) = (lines.concat(), expected(case.3));
        if told != expected {
            let _ = writeln!(wrong, "## {}\n{told}--- expected\n{expected}", case.0);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is found in a project whose isogloss.toml leads to its l10n.toml.
fn configured(config: &str) -> String {
    let mut files = files(&Case("", all!(""), &[], ""));
    files.0.insert("isogloss.toml".to_owned(), config.into());
    match Session::open(&files).unwrap() {
        Opened::Project(session) => concise(&session.check()),
        Opened::Broken(findings) => concise(&findings),
    }
}

#[test]
fn a_configuration_may_lead_to_a_project_file_and_say_more_of_its_locales() {
    let config = "l10n-toml = \"l10n.toml\"\n[locales.fr]\nstage = \"draft\"\n";
    let draft = expected("btfz").replace(": error[", ": note[").replace(": warning[", ": note[");
    assert_eq!(configured(config), draft);
    assert_eq!(
        configured(&config.replace("locales.fr", "locales.fur")),
        expected(
            "btfz-isogloss.toml:2:10: error[invalid-config] `fur` is not among the `locales` of l10n.toml\n"
        )
    );
    let both = "paths = [\"{locale}/*.ftl\"]\nl10n-toml = \"l10n.toml\"\n";
    assert_eq!(
        configured(both),
        expected(
            "btfz-isogloss.toml:1:1: error[invalid-config] `paths` means nothing beside `l10n-toml`, which says where files are\n"
        )
    );
}

#[test]
fn what_a_locale_is_not_asked_for_does_not_count_as_missing() {
    let toml = "locales = [\"fr\", \"de\"]
[[paths]]
reference = \"en/a.ftl\"
l10n = \"{locale}/a.ftl\"
[[paths]]
reference = \"en/b.ftl\"
l10n = \"{locale}/b.ftl\"
locales = [\"de\"]
[[filters]]
path = \"{locale}/a.ftl\"
key = \"re:-\"
action = \"ignore\"
";
    let files = files(&Case("", toml, &[], ""));
    let (config, _) = l10n_toml::read(&files, "l10n.toml", None, None).unwrap();
    let coverage = Session::with(&files, config.unwrap()).coverage();
    let counts = coverage.iter().map(|locale| {
        let mut sum = Counts::default();
        locale.resources.values().for_each(|counts| sum += *counts);
        (locale.locale.as_str(), sum.total(), sum.missing, sum.obsolete)
    });
    assert_eq!(counts.collect::<Vec<_>>(), [("de", 4, 0, 0), ("fr", 2, 1, 1)]);
}

/// The findings in a real project, but for its project file.
fn found(session: &Session) -> Vec<String> {
    let findings = concise(&session.check());
    let kept = findings.lines().filter(|line| !line.contains("[unknown-locale-folder]"));
    kept.map(str::to_owned).collect()
}

#[test]
fn a_real_project_has_the_findings_of_its_layout_but_for_what_its_project_file_limits() {
    let Some(files) = corpora::corpus("relay-l10n") else { return };
    let (config, findings) = l10n_toml::read(&files, "l10n.toml", None, None).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let by_file = Session::with(&files, config.unwrap());
    let layout = layout::find(&files, "", Some("en")).unwrap();
    let by_layout = Session::with(&files, layout.config());
    let is_asked = |line: &String| {
        // These have folders, but are not listed.
        let others = [" fur: ", " lv: ", " ro: ", " sr: "];
        // These are asked of es-MX and fr alone, which have them.
        let files = ["`bundle.ftl` is not translated", "`phones.ftl` is not translated"];
        !others.iter().chain(&files).any(|words| line.contains(words))
    };
    let expected: Vec<String> = found(&by_layout).into_iter().filter(is_asked).collect();
    assert!(expected.len() > 1000);
    assert_eq!(found(&by_file), expected);
    let others =
        by_file.check().into_iter().filter(|finding| finding.rule == "unknown-locale-folder");
    assert_eq!(others.count(), 4, "a folder each that is not listed");
}
