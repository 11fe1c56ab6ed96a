//! Findings in the formats that other tools read: fit for those tools, whatever a finding says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use isogloss::diagnostic::{Diagnostic, Place, Severity, Subject, sort};
use isogloss::files::Memory;
use isogloss::report::{self, Repository};
use isogloss::text::{SourceText, Span};
use serde_json::Value;

use crate::build::{isogloss, sample_folder};
use crate::sample;
use crate::schemas::complaints;

/// Schemas of others, which `.ci/run` fetches; `cargo xtask ci` fails where they are not.
const SARIF: &str = "target/schemas/sarif-2.1.0.json";
const JUNIT: &str = "target/schemas/junit-10.xsd";
/// Our own: see `tests/schemas/README.md`.
const GITLAB: &str = "tests/schemas/gitlab-code-quality.schema.json";
const CHECKSTYLE: &str = "tests/schemas/checkstyle.xsd";

/// A project with one finding of most kinds: of every severity, in no locale, in a draft.
fn small_files() -> Memory {
    Memory::new([
        (
            "isogloss.toml",
            "source = \"en\"\n[locales.fr]\n[locales.ar]\n[locales.sw]\nstage = \"draft\"\ncolour = 1\n",
        ),
        (
            "locales/en/site.ftl",
            "hello = Hello, { $name }\nfiles = { $count ->\n    [one] { $count } file\n   *[other] { $count } files\n}\nbye = Good bye\n",
        ),
        (
            "locales/ar/site.ftl",
            "hello = مرحبا { $nmae }\nfiles = { $count ->\n    [one] ملف\n   *[other] { $count } ملفات\n}\nbye = مع السلامة\n",
        ),
        (
            "locales/fr/site.ftl",
            "hello = Bonjour { $name }\nfiles = { $count } fichiers\nbye = Au revoir\nold = Vieux\nbroken = {\n",
        ),
        ("locales/sw/site.ftl", "hello = Habari { $name }\n"),
    ])
}

fn small() -> Vec<Diagnostic> {
    sample::check(&small_files())
}

/// The sample after a bad day of everybody who works on it.
fn seeded() -> Vec<Diagnostic> {
    let mut files = sample::files();
    sample::replace(&mut files, "locales/fr/site.ftl", "stories-count", "stories-cuont");
    let russian = sample::text(&files, "locales/ru/site.ftl").replacen("[few]", "[txt]", 1);
    files.0.insert("locales/ru/site.ftl".to_owned(), russian.into_bytes());
    for (path, more) in [
        ("locales/es/site.ftl", "\nnav = otra vez\nroto = {\n"),
        ("locales/ar/site.ftl", "\nbroken = { $a ->\n"),
        ("isogloss.toml", "\n[locales.xx-nonsense-locale]\nstaeg = 1\n"),
    ] {
        let text = sample::text(&files, path) + more;
        files.0.insert(path.to_owned(), text.into_bytes());
    }
    files.0.insert("locales/zh-Hans/site.ftl".to_owned(), b"a = \xFF\xFE\n".to_vec());
    let findings = sample::check(&files);
    let severities: BTreeSet<Severity> = findings.iter().map(|finding| finding.severity).collect();
    assert_eq!(severities.len(), 3, "one of each severity: {findings:?}");
    findings
}

/// Texts that mean something in one format or another.
const ODD: [&str; 10] = [
    "quotes \" and ' and `ticks` and one ` more",
    "two\nlines\r\nand a \t tab",
    "100 % of %0A and %25, key=value: a::b, ::error::c",
    "<script>alert(1)</script> & &amp; ]]> <!-- -->",
    "controls \0 \u{1} \u{8} \u{B} \u{1B}[31m \u{7F} \u{85} \u{FFFE} \u{FFFF}",
    "العربية \u{202E}abc\u{202C} עברית \u{2066}x\u{2069}",
    "| a | b |\n|---|---|\n# heading\n- [link](https://example.org) ![image](x.png) *b* _i_ ~s~",
    "##[error]old command ${{ github.token }} $HOME",
    "emoji 👩‍👩‍👧 \u{10FFFF} and a very long line ................................................",
    " ",
];

/// Findings that say odd things at odd places, some of them twice.
fn odd() -> Vec<Diagnostic> {
    let source = SourceText::new("locales/fr/a b/ü#?%,;:.ftl", "é = ü\nb = { $c }\nd = e\n");
    let mut findings = Vec::new();
    for (index, text) in ODD.iter().enumerate() {
        let spans = [Span::new(0, 2), Span::new(8, 20), Span::at(21)];
        let place = Place::new(&source, spans[index % 3]);
        let severity = [Severity::Error, Severity::Warning, Severity::Note][index % 3];
        let finding = Diagnostic::new("missing-variable", place, *text)
            .label(*text)
            .help(*text)
            .relate(Place::file("content/<other>.md"), *text)
            .about(Subject {
                locale: (index % 2 == 0).then(|| "fr-x-<&>".into()),
                resource: Some("a b/ü.ftl".into()),
                message: Some((*text).into()),
                attribute: None,
            });
        let mut finding = finding;
        finding.severity = severity;
        findings.extend([finding.clone(), finding]);
    }
    // About the project as a whole: no place but a file, no words but the message.
    findings.push(Diagnostic::new("invalid-config", Place::file("isogloss.toml"), "nothing fits"));
    sort(&mut findings);
    findings
}

/// What formats are tried with: its name, and in which folder of its repository the project lies.
type Case = (&'static str, Vec<Diagnostic>, Repository);

fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(make_cases);
    &CASES
}

fn make_cases() -> Vec<Case> {
    let below = Repository {
        folder: "a project/über/".to_owned(),
        web: Some("https://example.org/owner/name/blob/abc/".to_owned()),
    };
    vec![
        ("nothing", Vec::new(), Repository::default()),
        ("small", small(), Repository::default()),
        ("seeded", seeded(), below.clone()),
        ("odd", odd(), below),
    ]
}

/// Whether something that not every machine has is here; if not, a word on standard error.
fn is_here(what: &str, is_here: bool) -> bool {
    if !is_here {
        // Past the test's own capture, so that nobody takes this for a pass.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {what} is not here; `.ci/run` fetches it");
    }
    is_here
}

/// What an XML Schema has against a document; nothing if it fits. `None` without `xmllint`.
fn xml_complaints(schema: Option<&str>, document: &str) -> Option<String> {
    let has_schema =
        schema.is_none_or(|schema| is_here(schema, sample::root().join(schema).exists()));
    let has_tool = is_here("xmllint", Command::new("xmllint").arg("--version").output().is_ok());
    if !has_schema || !has_tool {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.xml");
    fs::write(&path, document).unwrap();
    let mut command = Command::new("xmllint");
    command.args(["--noout", "--nonet"]);
    if let Some(schema) = schema {
        command.arg("--schema").arg(sample::root().join(schema));
    }
    let ran = command.arg(&path).output().unwrap();
    match ran.status.success() {
        true => Some(String::new()),
        false => Some(String::from_utf8_lossy(&ran.stderr).into_owned()),
    }
}

#[test]
fn the_schemas_refuse_what_is_wrong() {
    let sarif = br#"{ "version": "2.1.0", "runs": [{ "tool": {} }] }"#;
    let gitlab = br#"[{ "description": "", "severity": "note" }]"#;
    assert_ne!(complaints(GITLAB, gitlab), "");
    if is_here(SARIF, sample::root().join(SARIF).exists()) {
        assert_ne!(complaints(SARIF, sarif), "");
    }
    let junit = "<testsuites><testsuite name=\"a\"><testcase/></testsuite></testsuites>";
    let checkstyle = "<checkstyle version=\"1\"><file name=\"a\"/></checkstyle>";
    for (schema, document) in [(JUNIT, junit), (CHECKSTYLE, checkstyle)] {
        assert_ne!(xml_complaints(Some(schema), document).as_deref(), Some(""), "{schema}");
    }
}

fn fails(severity: Severity) -> bool {
    severity == Severity::Error
}

#[test]
fn json_fits_its_schema_whatever_a_finding_says() {
    for (name, findings, _) in cases() {
        let json = report::json(findings);
        let schema = "src/report/schema/check.schema.json";
        assert_eq!(complaints(schema, json.as_bytes()), "", "{name}");
    }
}

#[test]
fn sarif_fits_the_schema_of_oasis() {
    if !is_here(SARIF, sample::root().join(SARIF).exists()) {
        return;
    }
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(sample::root().join(SARIF)).unwrap()).unwrap();
    for (name, findings, repository) in cases() {
        let sarif = report::sarif(findings, repository);
        assert_eq!(complaints(SARIF, sarif.as_bytes()), "", "{name}");
        let sarif: Value = serde_json::from_str(&sarif).unwrap();
        assert_eq!(sarif["$schema"], schema["id"], "the schema that is named is the one of OASIS");
    }
}

#[test]
fn sarif_leads_every_result_to_its_rule_and_its_place() {
    for (name, findings, repository) in cases() {
        let sarif: Value = serde_json::from_str(&report::sarif(findings, repository)).unwrap();
        let run = &sarif["runs"][0];
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), findings.len(), "{name}");
        let mut fingerprints = BTreeSet::new();
        for (result, finding) in results.iter().zip(findings) {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            let rule = &run["tool"]["driver"]["rules"][index];
            assert_eq!((&rule["id"], &result["ruleId"]), (&result["ruleId"], &finding.rule.into()));
            assert!(rule["help"]["markdown"].as_str().unwrap().starts_with("# "), "{rule}");
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            let path = format!("{}{}", repository.folder, finding.place.path);
            assert_eq!(decoded(uri), path);
            assert!(uri.is_ascii() && !uri.contains([' ', ':', '#', '?']), "{uri}");
            assert_eq!(place["region"]["startLine"], finding.place.start.line);
            assert_eq!(place["region"]["endColumn"], finding.place.end.column);
            assert!(result["message"]["text"].as_str().unwrap().starts_with(&*finding.message));
            fingerprints.insert(result["partialFingerprints"]["isogloss/v1"].to_string());
        }
        assert_eq!(fingerprints.len(), findings.len(), "{name}: no two are taken for one");
    }
}

/// What percent-encoding stands for.
fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                let digits = str::from_utf8(&digits).unwrap();
                bytes.push(u8::from_str_radix(digits, 16).unwrap());
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn gitlab_reports_fit_what_gitlab_documents() {
    for (name, findings, repository) in cases() {
        let text = report::gitlab(findings, repository);
        assert_eq!(complaints(GITLAB, text.as_bytes()), "", "{name}");
        let entries: Vec<Value> = serde_json::from_str(&text).unwrap();
        let names: BTreeSet<&str> =
            entries.iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
        assert_eq!(names.len(), findings.len(), "{name}: GitLab shows one of each fingerprint");
    }
}

#[test]
fn a_finding_keeps_its_fingerprint_when_lines_shift() {
    let names = |before: &str| -> BTreeSet<String> {
        let files = Memory::new([
            ("isogloss.toml".to_owned(), "source = \"en\"\n".to_owned()),
            ("locales/en/a.ftl".to_owned(), "a = { $x }\nb = { $x }\n".to_owned()),
            ("locales/fr/a.ftl".to_owned(), format!("{before}a = a\nb = b\n")),
        ]);
        let report = report::gitlab(&sample::check(&files), &Repository::default());
        let entries: Vec<Value> = serde_json::from_str(&report).unwrap();
        entries.iter().map(|entry| entry["fingerprint"].to_string()).collect()
    };
    assert_eq!(names("").len(), 2);
    assert_eq!(names(""), names("# A comment\n\n"));
}

#[test]
fn junit_reports_fit_the_schema_of_jenkins() {
    for (name, findings, repository) in cases() {
        let junit = report::junit(findings, repository, &fails);
        let Some(complaints) = xml_complaints(Some(JUNIT), &junit) else { return };
        assert_eq!(complaints, "", "{name}: {junit}");
    }
}

#[test]
fn checkstyle_reports_fit_their_schema() {
    for (name, findings, repository) in cases() {
        let checkstyle = report::checkstyle(findings, repository);
        let Some(complaints) = xml_complaints(Some(CHECKSTYLE), &checkstyle) else { return };
        assert_eq!(complaints, "", "{name}: {checkstyle}");
    }
}

#[test]
fn junit_counts_a_failure_for_what_makes_the_check_fail_and_never_shares_a_name() {
    for (name, findings, repository) in cases() {
        for fails in [&fails as &dyn Fn(Severity) -> bool, &|_| true, &|_| false] {
            let junit = report::junit(findings, repository, fails);
            let failures = findings.iter().filter(|finding| fails(finding.severity)).count();
            assert_eq!(junit.matches("<failure ").count(), failures, "{name}");
            assert_eq!(junit.matches("<skipped ").count(), findings.len() - failures, "{name}");
            let head = format!("tests=\"{}\" failures=\"{failures}\"", findings.len().max(1));
            assert!(junit.contains(&head), "{name}: {junit}");
            let tests: Vec<&str> =
                junit.lines().filter(|line| line.contains("<testcase ")).collect();
            let names: BTreeSet<&str> = tests.iter().copied().collect();
            assert_eq!((tests.len(), names.len()), (findings.len().max(1), tests.len()), "{name}");
        }
    }
}

/// A workflow command.
#[derive(Debug)]
struct Annotation {
    kind: String,
    properties: BTreeMap<String, String>,
    message: String,
}

/// Reads a line as GitHub documents that its runner does: `::kind key=value,…::data`, in which
/// `%25`, `%0D` and `%0A` stand for themselves, and in properties `%3A` and `%2C` too.
fn annotation(line: &str) -> Option<Annotation> {
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let (command, message) = line.strip_prefix("::")?.split_once("::")?;
    let (kind, properties) = command.split_once(' ')?;
    let properties = properties.split(',').map(|property| {
        let (key, value) = property.split_once('=').unwrap();
        (key.to_owned(), data(&value.replace("%3A", ":").replace("%2C", ",")))
    });
    Some(Annotation {
        kind: kind.to_owned(),
        properties: properties.collect(),
        message: data(message),
    })
}

/// What a control character is shown as.
fn shown(text: &str) -> String {
    text.replace('\r', "␍")
}

#[test]
fn github_reads_every_annotation_as_it_was_meant() {
    for (name, findings, repository) in cases() {
        let text = report::github(findings, repository);
        assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{name}");
        let mut left: Vec<&Diagnostic> = findings.iter().collect();
        let lines: Vec<&str> = text.lines().collect();
        let (last, commands) = lines.split_last().unwrap();
        assert!(annotation(last).is_none(), "{last}");
        for line in commands {
            let read = annotation(line).unwrap_or_else(|| panic!("{name}: no command: {line}"));
            let keys: Vec<&str> = read.properties.keys().map(String::as_str).collect();
            assert!(
                keys == ["col", "endColumn", "file", "line", "title"]
                    || keys == ["endLine", "file", "line", "title"],
                "{line}"
            );
            let is_this = |finding: &&Diagnostic| {
                let message = &finding.message;
                let has_control = message.contains(|c: char| c.is_control() && c != '\n');
                let says = has_control
                    || message.contains(['\u{FFFE}', '\u{FFFF}'])
                    || read.message.contains(&shown(message));
                let path = format!("{}{}", repository.folder, finding.place.path);
                let locale = finding.locale.as_deref();
                let title = locale.map_or(finding.rule.to_owned(), |locale| {
                    format!("{} ({locale})", finding.rule)
                });
                says && read.properties["file"] == path
                    && read.properties["line"] == finding.place.start.line.to_string()
                    && read.properties["title"] == title
                    && read.kind == finding.severity.word().replace("note", "notice")
            };
            let found = left.iter().position(is_this);
            left.remove(found.unwrap_or_else(|| panic!("{name}: whose is {read:?}")));
        }
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}

#[test]
fn github_shows_the_worst_first_and_one_of_every_rule_among_the_ten_it_takes() {
    let place = || Place::file("a.ftl");
    let note = |rule, index: usize, severity| {
        Diagnostic::new(rule, place(), format!("number {index}")).milder(severity)
    };
    let mut findings: Vec<Diagnostic> =
        (0..30).map(|index| note("missing-message", index, Severity::Error)).collect();
    findings.insert(0, note("obsolete-message", 0, Severity::Warning));
    findings.push(note("unknown-variable", 0, Severity::Error));
    let text = report::github(&findings, &Repository::default());
    let read: Vec<Annotation> = text.lines().filter_map(annotation).collect();
    assert_eq!((read.len(), read[31].kind.as_str()), (32, "warning"));
    let of = |rule: &str| {
        let is_of = |read: &&Annotation| read.properties["title"] == rule;
        read.iter().take(10).filter(is_of).count()
    };
    assert_eq!((of("unknown-variable"), of("missing-message")), (1, 9));
    let last = text.lines().last().unwrap();
    assert_eq!(
        last,
        "31 errors, 1 warning: GitHub shows 10 of each beside the code, 21 more are only in this log"
    );
}

#[test]
fn nothing_that_a_finding_says_becomes_markup_in_markdown() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    for (name, findings, repository) in cases() {
        let text = report::markdown(findings, &[], repository);
        let web = repository.web.as_deref().unwrap_or_default();
        let mut headings = 0;
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
        {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{name}: {html}"),
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with(web), "{name}: {dest_url}");
                }
                Event::Start(Tag::Image { .. } | Tag::Table(_) | Tag::Emphasis) => {
                    panic!("{name}: {event:?}")
                }
                _ => {}
            }
        }
        let rules: BTreeSet<_> = findings.iter().map(|f| (f.severity, f.rule)).collect();
        assert_eq!(headings, 1 + rules.len(), "{name}: {text}");
    }
}

#[test]
fn a_markdown_summary_stays_below_what_a_job_page_takes() {
    let long = "x".repeat(10_000);
    let findings: Vec<Diagnostic> = isogloss::check::ALL
        .iter()
        .flat_map(|rule| {
            (0..200).map(|index| {
                Diagnostic::new(rule.id, Place::file("a.ftl"), format!("{index} {long}"))
                    .label(long.as_str())
                    .help(long.as_str())
            })
        })
        .collect();
    let text = report::markdown(&findings, &[], &Repository::default());
    assert!(text.len() < 1024 * 1024, "{}", text.len());
    assert!(text.contains("… and 190 more: `isogloss check --rule unknown-variable"), "{text}");
}

#[test]
fn people_are_shown_some_of_what_a_rule_finds_in_a_locale_and_how_to_see_the_rest() {
    let mut files =
        Memory::new([("isogloss.toml", "source = \"en\"\n[locales.de]\n[locales.fr]\n")]);
    for page in 0..10 {
        let english = "one = One\ntwo = Two\nthree = Three\n";
        for (locale, text) in [("en", english), ("de", "one = Eins\n"), ("fr", "one = Un\n")] {
            files.0.insert(format!("locales/{locale}/page-{page}.ftl"), text.into());
        }
    }
    let shown = report::human(&sample::check(&files), &|_| None, false);
    assert_eq!(shown.matches("2 messages of `page-").count(), 2 * 8, "{shown}");
    for locale in ["de", "fr"] {
        let rest = format!(
            "… and 4 more findings of missing-message in `{locale}`: \
             isogloss check --rule missing-message --locale {locale} --format concise\n"
        );
        assert!(shown.contains(&rest), "{shown}");
    }
    assert!(shown.ends_with("40 errors\n"), "{shown}");
}

#[test]
fn an_excerpt_is_the_lines_that_are_pointed_at_wherever_they_stand() {
    let text = "# One\na = { $n ->\n    [one] file\n   *[other] files\n}\n\nlast = { $m }";
    let source = SourceText::new("locales/fr/a.ftl", text);
    let at = |what: &str| {
        let start = text.find(what).expect("it is there");
        Place::new(&source, Span::new(start, start + what.len()))
    };
    let finding = |place: Place| Diagnostic::new("missing-variable", place, "a message");
    let rows = [
        (finding(at("# One")), "1 | # One\n  | ^^^^^"),
        (finding(at("$m")), "7 | last = { $m }\n  |          ^^"),
        (
            finding(at("$n")).relate(at("*[other]"), "there"),
            "2 | a = { $n ->\n  |       ^^\n3 |     [one] file\n4 |    *[other] files\n  |    -------- there",
        ),
        (
            finding(at("file\n   *[other] fi")),
            "3 |       [one] file\n  |  ___________^\n4 | |    *[other] files\n  | |______________^",
        ),
    ];
    for (finding, expected) in rows {
        let shown = report::human(&[finding], &|_| Some(text.to_owned()), false);
        assert!(shown.contains(expected), "{expected}\n\n{shown}");
    }
}

/// Each format of a small project, told to be at the root of a repository.
fn told(format: &str) -> String {
    let findings = small();
    let here = Repository::default();
    match format {
        "github" => report::github(&findings, &here),
        "gitlab" => report::gitlab(&findings, &here),
        "sarif" => report::sarif(&findings, &here),
        "junit" => report::junit(&findings, &here, &fails),
        "checkstyle" => report::checkstyle(&findings, &here),
        _ => panic!("there is no {format}"),
    }
}

#[test]
fn annotations_for_github() {
    insta::assert_snapshot!(told("github"));
}

#[test]
fn code_quality_for_gitlab() {
    insta::assert_snapshot!(told("gitlab"));
}

#[test]
fn results_in_sarif() {
    // A rule's page is long, and has a test of its own.
    let mut sarif: Value = serde_json::from_str(&told("sarif")).unwrap();
    for rule in sarif["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap() {
        rule["help"]["markdown"] = "…".into();
    }
    insta::assert_snapshot!(format!("{sarif:#}"));
}

#[test]
fn tests_in_junit() {
    insta::assert_snapshot!(told("junit"));
}

#[test]
fn errors_in_checkstyle() {
    insta::assert_snapshot!(told("checkstyle"));
}

#[test]
fn a_summary_in_markdown() {
    let coverage = sample::open(&small_files()).coverage();
    insta::assert_snapshot!(report::markdown(&small(), &coverage, &Repository::default()));
}

#[test]
fn coverage_in_markdown() {
    let coverage = sample::open(&small_files()).coverage();
    insta::assert_snapshot!(report::coverage_markdown("en", &coverage, true));
}

/// The sample with one error and one warning, in a folder of a repository.
fn repository() -> tempfile::TempDir {
    let sample = sample_folder();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let project = folder.path().join("docs");
    fs::rename(sample.path(), &project).unwrap();
    // Its own removal would find nothing.
    let _ = sample.keep();
    let path = project.join("locales/fr/site.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("{ $date }", "{ $dat }", 1) + "\nold = Vieux\n").unwrap();
    folder
}

fn ran(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> (i32, String, String) {
    let ran = isogloss(folder, arguments, environment);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (ran.status.code().unwrap(), text(ran.stdout), text(ran.stderr))
}

#[test]
fn one_check_writes_as_many_files_as_are_asked_for() {
    let folder = repository();
    let project = folder.path().join("docs");
    let formats = [
        "human",
        "concise",
        "json",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "markdown",
    ];
    let outputs: Vec<String> =
        formats.iter().map(|format| format!("{format}=out/deep/{format}")).collect();
    let mut arguments = vec!["check", "--locale", "fr"];
    arguments.extend(outputs.iter().flat_map(|output| ["--output", output]));
    let (code, human, _) = ran(&project, &arguments, &[]);
    assert_eq!(code, 1);
    assert!(human.contains("error[unknown-variable]"), "{human}");
    for format in formats {
        let written = fs::read_to_string(project.join("out/deep").join(format)).unwrap();
        let (_, printed, _) = ran(&project, &["check", "--locale", "fr", "--format", format], &[]);
        assert_eq!(written, printed, "{format}");
        assert!(written.contains("$dat"), "{format}: {written}");
        assert!(!written.contains('\u{1B}'), "{format} has colours: {written}");
    }
    let left = fs::read_dir(project.join("out/deep")).unwrap().count();
    assert_eq!(left, formats.len(), "nothing unfinished is left");
}

#[test]
fn files_are_written_from_where_the_command_runs_and_name_paths_of_the_repository() {
    let folder = repository();
    let output = ["--output", "gitlab=q.json", "--output", "json=f.json"];
    let arguments = [&["check", "-C", "docs", "--format", "github"], &output[..]].concat();
    let (code, github, _) = ran(folder.path(), &arguments, &[]);
    assert_eq!(code, 1);
    assert!(github.contains("::error file=docs/locales/fr/site.ftl,line=37,"), "{github}");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(read("q.json").contains("\"path\": \"docs/locales/fr/site.ftl\""));
    assert!(
        read("f.json").contains("\"path\": \"locales/fr/site.ftl\""),
        "JSON names the project's"
    );
}

#[test]
fn markdown_links_to_the_commit_where_the_environment_tells_it() {
    let folder = repository();
    let project = folder.path().join("docs");
    let arguments = ["check", "--format", "markdown"];
    let (_, text, _) = ran(&project, &arguments, &[]);
    assert!(!text.contains("]("), "{text}");
    let github = [
        ("GITHUB_SERVER_URL", "https://github.example"),
        ("GITHUB_REPOSITORY", "owner/name"),
        ("GITHUB_SHA", "abc"),
    ];
    let (_, text, _) = ran(&project, &arguments, &github);
    let link = "(https://github.example/owner/name/blob/abc/docs/locales/fr/site.ftl#L37)";
    assert!(text.contains(link), "{text}");
    let gitlab =
        [("CI_PROJECT_URL", "https://gitlab.example/owner/name"), ("CI_COMMIT_SHA", "abc")];
    let (_, text, _) = ran(&project, &arguments, &gitlab);
    let link = "(https://gitlab.example/owner/name/-/blob/abc/docs/locales/fr/site.ftl#L37)";
    assert!(text.contains(link), "{text}");
}

#[test]
fn what_cannot_be_written_fails_and_says_why() {
    let folder = repository();
    let project = folder.path().join("docs");
    for (outputs, says) in [
        (&["foo=x"][..], "there is no format `foo`; the formats are human, concise, json, sarif,"),
        (&["sarif"], "it names no file: write sarif=FILE"),
        (&["sarif="], "it names no file: write sarif=FILE"),
        (&["sarif=-"], "`-` is no file"),
        (&["sarif=content"], "cannot write `content`: it is not a file"),
        (&["sarif=isogloss.toml/x"], "cannot write `isogloss.toml/x`"),
        (&["sarif=x", "json=x"], "`x` is to be written twice"),
    ] {
        let outputs = outputs.iter().flat_map(|output| ["--output", output]);
        let arguments: Vec<&str> = ["check"].into_iter().chain(outputs).collect();
        let (code, printed, said) = ran(&project, &arguments, &[]);
        assert_eq!((code, printed.as_str()), (2, ""), "{said}");
        assert!(said.contains(says), "{said}");
    }
    assert!(!project.join("x").exists());
}

#[test]
fn concise_prints_findings_alone_and_says_beside_them_how_many_there_are() {
    let folder = repository();
    let project = folder.path().join("docs");
    let (_, printed, said) =
        ran(&project, &["check", "--format", "concise", "--locale", "fr"], &[]);
    assert_eq!((printed.lines().count(), said.as_str()), (3, "1 error, 1 warning, 1 note\n"));
    let (code, printed, said) =
        ran(&project, &["check", "--format", "concise", "--locale", "es"], &[]);
    assert_eq!((code, printed.as_str(), said.as_str()), (0, "", "no findings\n"));
}

#[test]
fn junit_fails_where_the_command_does() {
    let folder = repository();
    let project = folder.path().join("docs");
    for (fail_on, failures) in [("never", 0), ("error", 1), ("warning", 2), ("note", 3)] {
        let arguments = ["check", "--format", "junit", "--locale", "fr", "--fail-on", fail_on];
        let (code, junit, _) = ran(&project, &arguments, &[]);
        assert_eq!(code, i32::from(failures > 0), "{fail_on}");
        assert_eq!(junit.matches("<failure ").count(), failures, "{fail_on}");
    }
}

#[test]
fn a_badge_shows_the_share_that_released_locales_cover() {
    let folder = sample_folder();
    let badge = |arguments: &[&str]| {
        let arguments = [&["status", "--format", "badge"], arguments].concat();
        let (code, svg, _) = ran(folder.path(), &arguments, &[]);
        assert_eq!(code, 0);
        assert_eq!(xml_complaints(None, &svg).unwrap_or_default(), "");
        svg
    };
    let all = badge(&[]);
    assert!(all.contains("<title>translated: 100 %</title>"), "drafts do not count: {all}");
    let draft = badge(&["sw"]);
    assert!(draft.contains("role=\"img\" aria-label=\"sw: "), "{draft}");
    assert!(!draft.contains("100 %"), "{draft}");
    insta::assert_snapshot!(all);
}
