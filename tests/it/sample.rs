//! The sample project of this repository, in memory, so that tests can change a copy of it.

use std::path::{Path, PathBuf};

use isogloss::diagnostic::Diagnostic;
use isogloss::files::{Disk, Files, Memory};
use isogloss::session::{Opened, Session};
use proptest::test_runner::{Config as ProptestConfig, RngSeed};

/// How often a property is tried. The same cases every time, unless `PROPTEST_RNG_SEED` says
/// otherwise: a run must not fail because of a change that has nothing to do with it.
pub(crate) fn property(cases: u32) -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let rng_seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(0x1509_1055),
        chosen => chosen,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { config.cases } else { cases };
    ProptestConfig { cases, rng_seed, ..config }
}

/// The folder of this repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every file of the sample: configuration, content, locales and records.
pub(crate) fn files() -> Memory {
    let disk = Disk::new(root());
    let mut paths = vec!["isogloss.toml".to_owned()];
    for folder in ["content", "locales", "locales/.isogloss"] {
        paths.extend(disk.walk(folder).files);
    }
    Memory::new(paths.into_iter().map(|path| {
        let bytes = disk.read(&path).unwrap();
        (path, bytes)
    }))
}

/// Opens a project that has a usable configuration.
pub(crate) fn open(files: &Memory) -> Session {
    match Session::open(files).unwrap() {
        Opened::Project(session) => *session,
        Opened::Broken(findings) => panic!("the configuration is broken: {findings:?}"),
    }
}

/// All findings of a project.
pub(crate) fn check(files: &Memory) -> Vec<Diagnostic> {
    open(files).check()
}

/// Replaces the one place where `old` stands in a file.
pub(crate) fn replace(files: &mut Memory, path: &str, old: &str, new: &str) {
    let text = text(files, path);
    assert_eq!(text.matches(old).count(), 1, "`{old}` must stand once in {path}");
    files.0.insert(path.to_owned(), text.replacen(old, new, 1).into_bytes());
}

/// The text of a file.
pub(crate) fn text(files: &Memory, path: &str) -> String {
    let bytes = files.0.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(bytes.clone()).unwrap()
}
