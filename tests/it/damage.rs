//! Input of any kind gives findings or a clear failure, in linear time, never a panic.

use std::time::Instant;
use std::{fs, io};

use isogloss::diagnostic::Diagnostic;
use isogloss::files::{Files, Memory, Walk};
use isogloss::layout;
use isogloss::session::Session;
use proptest::prelude::*;

use crate::build::{isogloss, sample_folder};
use crate::sample;

const SOURCE: &str = "# About\nhello = Hello, { $name }!\n    .title = Title\n-brand = Acme\ncount = { $n ->\n    [one] { $n } thing\n   *[other] { $n } things of { -brand }\n}\n";

/// The findings for a translation of a small source file.
fn check(translation: impl Into<Vec<u8>>) -> Vec<Diagnostic> {
    check_pair(SOURCE, translation)
}

/// The findings for a source file and its translation.
fn check_pair(source: impl Into<Vec<u8>>, translation: impl Into<Vec<u8>>) -> Vec<Diagnostic> {
    check_files(&Memory::new([("en/a.ftl", source.into()), ("fr/a.ftl", translation.into())]))
}

fn check_files(files: &dyn Files) -> Vec<Diagnostic> {
    let layout = layout::find(files, "", Some("en")).unwrap();
    Session::with(files, layout.config()).check()
}

/// A folder with a configuration, the source, and this translation.
fn project(translation: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config =
        "source = \"en\"\npaths = [\"{locale}/**/*.ftl\"]\n[locales.fr]\nstage = \"released\"\n";
    fs::write(folder.path().join("isogloss.toml"), config).unwrap();
    for (locale, bytes) in [("en", SOURCE.as_bytes()), ("fr", translation)] {
        fs::create_dir(folder.path().join(locale)).unwrap();
        fs::write(folder.path().join(locale).join("a.ftl"), bytes).unwrap();
    }
    folder
}

fn rules(findings: &[Diagnostic]) -> Vec<&str> {
    let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    rules
}

#[test]
fn a_million_nested_braces_are_one_finding() {
    for open in ["{", "{ ", "{\n", "{ $n ->\n *[a] ", "{ F("] {
        let text = format!("{SOURCE}deep = {}\n", open.repeat(1_000_000));
        let findings = check(text);
        assert!(rules(&findings).contains(&"too-deep"), "{open:?}: {:?}", rules(&findings));
        assert!(findings.len() < 5, "{open:?}");
    }
}

#[test]
fn a_choice_of_nothing_is_a_finding() {
    for choice in ["{ $n ->\n * }", "{ $n ->\n [one] x\n * }", "{ $n ->\n}"] {
        let text = format!("{SOURCE}choice = {choice}\n");
        assert!(rules(&check_pair(text.clone(), text)).contains(&"syntax-error"), "{choice}");
    }
}

#[test]
fn closing_braces_and_text_braces_without_end_are_findings() {
    for text in [
        "}".repeat(1_000_000),
        "a = }".repeat(200_000),
        "{".repeat(1_000_000),
        "a = {\n".repeat(100_000),
    ] {
        assert!(!check(text).is_empty());
    }
}

#[test]
fn bytes_that_are_no_text_are_findings_at_their_offset() {
    let mut bytes = b"hello = Bonjour\n".to_vec();
    bytes.push(0xFF);
    let findings = check(bytes);
    let encoding = findings.iter().find(|finding| finding.rule == "invalid-encoding").unwrap();
    assert_eq!(&*encoding.message, "not UTF-8: byte 16 is 0xFF");
    assert_eq!(encoding.place.start.to_string(), "2:1");
    let nul = check(b"hello = a\0b { $name }\n    .title = \0\0\n".to_vec());
    assert!(rules(&nul).contains(&"missing-message"));
}

#[test]
fn references_that_grow_without_bound_are_a_finding() {
    let mut text = String::from("t0 = x\n");
    for level in 1..40 {
        text.push_str(&format!("t{level} = {{ t{0} }}{{ t{0} }}{{ t{0} }}\n", level - 1));
    }
    let findings = check_pair(text.clone(), text);
    assert!(rules(&findings).contains(&"too-deep"), "{:?}", rules(&findings));
}

/// Sixty terms whose attribute chooses by that of the next one, twice.
fn choosing_terms() -> String {
    let mut text = format!("{SOURCE}-t0 = x\n    .a = x\n");
    for level in 1..60 {
        let below = level - 1;
        let inner = format!("{{ -t{below}.a ->\n            [x] y\n           *[z] x\n        }}");
        text.push_str(&format!(
            "-t{level} = y\n    .a = {{ -t{below}.a ->\n        [x] {inner}\n       *[y] {inner}\n    }}\n"
        ));
    }
    text.replace("Hello, { $name }!", "{ -t59.a ->\n    [x] X { $name }\n   *[y] Y { $name }\n}")
}

#[test]
fn choices_that_grow_without_bound_end() {
    let text = choosing_terms();
    assert!(rules(&check_pair(text.clone(), text.clone())).contains(&"too-deep"));
    let folder = project(text.as_bytes());
    fs::write(folder.path().join("en/a.ftl"), &text).unwrap();
    for (arguments, code) in [
        (&["why", "fr", "hello"][..], 0),
        (&["check"], 1),
        (&["status"], 0),
        (&["todo", "fr"], 0),
        (&["build", "--keep-going"], 0),
    ] {
        let ran = isogloss(folder.path(), arguments, &[]);
        assert_eq!(ran.status.code(), Some(code), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn a_million_attributes_are_one_finding() {
    let attributes: String = (0..1_000_000).map(|n| format!("    .a{n} = x\n")).collect();
    let large = format!("{SOURCE}large = x\n{attributes}");
    for findings in [check(large.clone()), check_pair(large, SOURCE)] {
        assert_eq!(rules(&findings), ["too-deep"]);
        let message = "has more than 5000 placeables, variants and attributes";
        assert_eq!((&*findings[0].message, findings.len()), (message, 1));
        assert_eq!(findings[0].id.as_deref(), Some("large"));
    }
}

#[test]
fn a_message_with_five_thousand_attributes_is_read() {
    let attributes: String = (0..5000).map(|n| format!("    .a{n} = x\n")).collect();
    let findings = check(format!("-brand = Acme\nthing = x\nhello = Salut\n{attributes}"));
    let obsolete = findings.iter().filter(|finding| finding.rule == "obsolete-attribute");
    assert_eq!(obsolete.count(), 5000);
}

#[test]
fn a_line_of_a_hundred_megabytes_is_checked() {
    const SIZE: usize = 100_000_000;
    let line = |start: &str, word: &str| format!("{start}{}\n", word.repeat(SIZE / word.len()));
    for (text, expected) in [
        (line("hello = ", "x"), "`hello` does not show `$name`"),
        (line("# ", "so on "), "the message `hello` is not translated"),
        (line("", "?"), "expected an identifier, which starts with a letter a to z"),
        (line("hello = ", "{"), "nests deeper than 100 levels"),
    ] {
        let ran = check_line(text, "concise");
        assert!(ran.contains(expected), "{ran}");
        assert!(ran.lines().count() <= 2, "{ran}");
    }
    let ran = check_line(format!("hello = {}\n", "x".repeat(SIZE / 20)), "human");
    assert!(ran.contains("1 | hello = xxxx") || ran.contains("1 | ..."), "{ran}");
    assert!(ran.len() < 2000, "an excerpt of the line, not all of it");
}

/// What is printed about a translation of which the first message is this line.
fn check_line(line: String, format: &str) -> String {
    let (_, rest) = SOURCE.split_once("-brand").unwrap();
    let folder = project((line + "-brand" + rest).as_bytes());
    let ran = isogloss(folder.path(), &["check", "--format", format], &[]);
    assert_eq!(ran.status.code(), Some(1), "{ran:?}");
    String::from_utf8(ran.stdout).unwrap()
}

#[test]
fn a_file_cut_off_at_any_byte_gives_findings_with_a_place() {
    for end in 0..SOURCE.len() {
        for findings in [check(&SOURCE[..end]), check_pair(&SOURCE[..end], SOURCE)] {
            for finding in findings {
                let lines = SOURCE[..end].lines().count().max(SOURCE.lines().count());
                assert!((1..=lines).contains(&(finding.place.start.line as usize)));
            }
        }
    }
    let cut = check(SOURCE.split_once(" thing\n").unwrap().0);
    assert!(rules(&cut).contains(&"syntax-error"), "{:?}", rules(&cut));
}

#[test]
fn pathological_input_takes_linear_time() {
    type Make = fn(usize) -> (String, String);
    let cases: [(&str, Make); 22] = [
        ("words", |n| (SOURCE.into(), format!("hello = {}\n", "so on ".repeat(20 * n)))),
        ("lines", |n| (SOURCE.into(), format!("hello = x\n{}", "    y\n".repeat(20 * n)))),
        ("blank lines", |n| (SOURCE.into(), format!("hello = x\n{}    y\n", "\n".repeat(20 * n)))),
        ("junk lines", |n| (SOURCE.into(), "???\n".repeat(20 * n))),
        ("comments", |n| (SOURCE.into(), "# c\n\n".repeat(10 * n))),
        ("carriage returns", |n| (SOURCE.into(), "hello = a\r\n".repeat(n))),
        ("lost characters", |n| (SOURCE.into(), format!("hello = {}\n", "\u{FFFD} ".repeat(n)))),
        ("unclosed", |n| (SOURCE.into(), make(n, |i| format!("b{i} = {{\n")))),
        ("variables", |n| (SOURCE.into(), entries(n, |i| format!("{{ $v{i} }}")))),
        ("references", |n| (SOURCE.into(), entries(n, |i| format!("{{ m{i} }}")))),
        ("functions", |n| (SOURCE.into(), entries(n, |i| format!("{{ F{i}() }}")))),
        ("attributes", |n| (SOURCE.into(), entries(n, |i| format!("\n    .a{i} = x")))),
        ("attributes of both", |n| both(entries(n, |i| format!("\n    .a{i} = x")))),
        ("duplicates", |n| (SOURCE.into(), "hello = a\n".repeat(2 * n))),
        ("obsolete", |n| (SOURCE.into(), make(n, |i| format!("m{i} = x\n")))),
        ("missing", |n| (make(n, |i| format!("m{i} = x\n")), SOURCE.into())),
        ("missing and broken", |n| {
            (make(n, |i| format!("m{i} = x\n")), make(n, |i| format!("x{i} = {{\n")))
        }),
        ("chain", |n| both(chain(n / 4, |last| format!("m{last} = x\n")))),
        ("broken chain", |n| both(chain(n / 4, |_| String::new()))),
        ("circle", |n| both(chain(n / 4, |last| format!("m{last} = {{ m0 }}\n")))),
        ("variants", |n| {
            (SOURCE.into(), entries(n, |i| format!("{{ $n ->\n [a{i}] x\n *[o] {{ $n }}\n}}")))
        }),
        ("products", |n| {
            const SELECTS: &str = "{ $a ->\n [a] x\n *[o] { $n }\n}{ $b ->\n [a] x\n *[o] y\n}";
            (SOURCE.into(), entries(n / 10, |_| SELECTS.to_owned()))
        }),
    ];
    for (name, make) in cases {
        assert!((0..3).any(|_| is_linear(make)), "{name}: four times the input took far longer");
    }
}

/// Messages that each refer to the next, and how they end.
fn chain(count: usize, end: fn(usize) -> String) -> String {
    make(count, |i| format!("m{i} = {{ m{} }}\n", i + 1)) + &end(count)
}

fn both(text: String) -> (String, String) {
    (text.clone(), text)
}

/// Texts by number, one after the other.
fn make(count: usize, piece: fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// Messages of a thousand pieces each.
fn entries(pieces: usize, piece: fn(usize) -> String) -> String {
    let entry = |at: usize| {
        let pieces: String = (at..at + 1000).map(piece).collect();
        format!("m{at} = x{pieces}\n")
    };
    (0..pieces.max(1000) / 1000).map(|number| entry(number * 1000)).collect()
}

/// Whether four times the input takes less than nine times as long: a square would take sixteen.
fn is_linear(make: fn(usize) -> (String, String)) -> bool {
    let time = |size: usize| {
        let (source, translation) = make(size);
        let start = Instant::now();
        check_pair(source, translation);
        start.elapsed().as_secs_f64()
    };
    let (small, large) = (time(1000), time(4000));
    large < 9.0 * small.max(0.01)
}

/// Files of which one is listed and cannot be read.
struct Faulty {
    files: Memory,
    path: &'static str,
    fault: io::ErrorKind,
}

impl Files for Faulty {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        if path == self.path { Err(self.fault.into()) } else { self.files.read(path) }
    }

    fn walk(&self, folder: &str) -> Walk {
        self.files.walk(folder)
    }
}

#[test]
fn a_file_that_vanishes_or_cannot_be_read_is_a_finding_and_the_rest_is_checked() {
    let other = SOURCE.replace("hello", "welcome").replace("count", "number");
    for fault in [io::ErrorKind::NotFound, io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
        for (path, missing) in [("fr/a.ftl", "number"), ("en/a.ftl", "number")] {
            let files = Memory::new([
                ("en/a.ftl", SOURCE),
                ("fr/a.ftl", SOURCE),
                ("en/b.ftl", &other),
                ("fr/b.ftl", &other.replace("number", "nombre").replace("-brand", "-sort")),
            ]);
            let findings = check_files(&Faulty { files, path, fault });
            let of = |rule: &str| -> Vec<&Diagnostic> {
                findings.iter().filter(|finding| finding.rule == rule).collect()
            };
            let [unreadable] = of("unreadable-file")[..] else { panic!("{findings:?}") };
            assert_eq!(&*unreadable.place.path, path);
            assert!(unreadable.message.starts_with("cannot be read: "));
            let gone = of("missing-message");
            assert!(gone.iter().all(|finding| &*finding.place.path == "en/b.ftl"), "{gone:?}");
            assert!(gone.iter().any(|finding| finding.id.as_deref() == Some(missing)));
        }
    }
}

#[cfg(unix)]
#[test]
fn files_that_no_one_can_read_are_findings_by_their_name() {
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;

    let folder = project(SOURCE.as_bytes());
    let at = |name: &str| folder.path().join("fr").join(name);
    symlink("nowhere", at("dangling.ftl")).unwrap();
    symlink("circle.ftl", at("circle.ftl")).unwrap();
    symlink("/dev/zero", at("endless.ftl")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(at("pipe.ftl")).status().unwrap();
    assert!(made.success());
    fs::File::create(at("huge.ftl")).unwrap().set_len(257 * 1024 * 1024).unwrap();
    fs::create_dir(at("folder.ftl")).unwrap();
    let mut expected = vec![
        "fr/circle.ftl:1:1: error[unreadable-file]",
        "fr/dangling.ftl:1:1: error[unreadable-file]",
        "fr/endless.ftl:1:1: error[unreadable-file] fr: cannot be read: it is no file but a pipe or a device",
        "fr/huge.ftl:1:1: error[unreadable-file] fr: cannot be read: it is larger than 256 MiB",
        "fr/pipe.ftl:1:1: error[unreadable-file] fr: cannot be read: it is no file but a pipe or a device",
    ];
    if cfg!(target_os = "linux") {
        // Even an administrator gets an error of these: no address is mapped at its start.
        symlink("/proc/self/mem", at("faulty.ftl")).unwrap();
        expected.push("fr/faulty.ftl:1:1: error[unreadable-file] fr: cannot be read: ");
        fs::write(at("").join(std::ffi::OsStr::from_bytes(b"\xFF.ftl")), SOURCE).unwrap();
        expected.push("fr/\u{FFFD}.ftl:1:1: error[unreadable-file] cannot be read: its name");
    }
    let ran = isogloss(folder.path(), &["check", "--format", "concise"], &[]);
    let shown = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(ran.status.code(), Some(1));
    for line in expected {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    assert!(!shown.contains("missing-message"), "what can be read is read\n{shown}");
}

#[test]
fn a_symbolic_link_that_leads_back_is_a_finding() {
    #[cfg(unix)]
    {
        let folder = sample_folder();
        let link = folder.path().join("locales/fr/again");
        std::os::unix::fs::symlink(folder.path().join("locales/fr"), link).unwrap();
        let content = folder.path().join("content/again");
        std::os::unix::fs::symlink(folder.path().join("content"), content).unwrap();
        let ran = isogloss(folder.path(), &["check", "--format", "concise"], &[]);
        let text = String::from_utf8(ran.stdout).unwrap();
        assert_eq!(ran.status.code(), Some(1));
        assert!(text.contains("locales/fr/again:1:1: error[unreadable-file]"), "{text}");
        assert!(text.contains("content/again:1:1: error[invalid-content]"), "{text}");
        let ran = isogloss(folder.path(), &["sync"], &[]);
        assert_eq!(ran.status.code(), Some(1), "bad content writes nothing");
    }
}

#[test]
fn markdown_that_nests_without_end_is_a_finding() {
    for mark in [">", "- ", "1. "] {
        let mut files = sample::files();
        let text = format!("+++\ntitle = \"Deep\"\n+++\n\n{}deep\n", mark.repeat(20_000));
        files.0.insert("content/sections/deep.md".to_owned(), text.into_bytes());
        let findings = sample::check(&files);
        let deep =
            findings.iter().filter(|finding| &*finding.place.path == "content/sections/deep.md");
        assert_eq!(
            deep.map(|finding| finding.rule).collect::<Vec<_>>(),
            ["invalid-content"],
            "{mark}"
        );
    }
}

#[test]
fn a_content_file_of_fifty_megabytes_is_refused_by_its_size() {
    let folder = sample_folder();
    let path = folder.path().join("content/stories/huge.md");
    fs::write(path, vec![b'a'; 50 * 1024 * 1024]).unwrap();
    let ran = isogloss(folder.path(), &["sync"], &[]);
    let text = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(text.contains("this file has 50 MiB; content files may have 4"), "{text}");
    assert!(text.contains("nothing was written"), "{text}");
}

#[test]
fn content_that_is_not_utf_8_is_a_finding_at_its_place() {
    let mut files = sample::files();
    let path = "content/stories/one-hundred-organisations.md";
    let mut bytes = files.0[path].clone();
    let at = bytes.iter().position(|byte| *byte == b'=').unwrap();
    bytes.insert(at, 0xE9);
    files.0.insert(path.to_owned(), bytes);
    let findings = sample::check(&files);
    let finding = findings.iter().find(|finding| &*finding.place.path == path).unwrap();
    assert_eq!(
        (finding.rule, finding.place.start.to_string().as_str()),
        ("invalid-content", "2:7")
    );
}

proptest! {
    #![proptest_config(sample::property(300))]

    #[test]
    fn random_changes_to_a_file_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = SOURCE.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check(bytes);
    }

    #[test]
    fn random_texts_of_the_grammar_never_panic(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "a", "=", " ", "\n", "    ", "{", "}", "$n", "->", "[one]", "*[other]", "\"", "\\u00E9", ".x",
                "-t", "(", ")", ",", ":", "NUMBER", "#", "é", "\r\n", "1.0", "<<<<<<< x\n",
            ]),
            0..60,
        ),
    ) {
        check(words.concat());
    }
}
