//! The GitHub action: what a release packs is what the action downloads, refuses if it is not whole,
//! and runs. A folder stands for the server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::sample_folder;
use crate::sample;

const TARGET: &str = "x86_64-unknown-linux-musl";

/// A tag that is this version.
fn tag() -> String {
    format!("v{}", env!("CARGO_PKG_VERSION"))
}

/// What a script left behind.
struct Ran {
    code: i32,
    printed: String,
    output: String,
    summary: String,
}

/// Runs a script of this repository as a runner does, with these variables and little else.
fn run(script: &Path, arguments: &[&str], folder: &Path, variables: &[(&str, &str)]) -> Ran {
    let runner = tempfile::tempdir().unwrap();
    let file = |name: &str| runner.path().join(name);
    let ran = Command::new("bash")
        .arg(script)
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(["PATH", "HOME", "RUSTUP_HOME", "CARGO_HOME"].iter().filter_map(|name| {
            let value = std::env::var_os(name)?;
            Some((name, value))
        }))
        .env("GITHUB_OUTPUT", file("output"))
        .env("GITHUB_PATH", file("path"))
        .env("GITHUB_STEP_SUMMARY", file("summary"))
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let read = |name: &str| fs::read_to_string(file(name)).unwrap_or_default();
    Ran {
        code: ran.status.code().unwrap(),
        printed: String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap(),
        output: read("output"),
        summary: read("summary"),
    }
}

/// Packs this build as a release does. Gives the folder that holds archive and checksum.
fn packed(folder: &Path, tag: &str) -> Result<PathBuf, String> {
    let root = sample::root();
    let release = folder.join("target").join(TARGET).join("release");
    fs::create_dir_all(&release).unwrap();
    fs::create_dir_all(folder.join(".github")).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_isogloss"), release.join("isogloss")).unwrap();
    for name in [".github/package.sh", "Cargo.toml", "README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root.join(name), folder.join(name)).unwrap();
    }
    let ran = run(&folder.join(".github/package.sh"), &[TARGET, tag], folder, &[]);
    match ran.code {
        0 => Ok(folder.join("target/packages")),
        _ => Err(ran.printed),
    }
}

/// A server that has this build released.
fn server() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let packages = packed(folder.path(), &tag()).unwrap();
    let releases = folder.path().join("owner/name/releases");
    for place in [format!("download/{}", tag()), "latest/download".to_owned()] {
        fs::create_dir_all(releases.join(&place)).unwrap();
        for name in ["", ".sha256"].map(|end| format!("isogloss-{TARGET}.tar.gz{end}")) {
            fs::copy(packages.join(&name), releases.join(&place).join(&name)).unwrap();
        }
    }
    folder
}

/// Installs a version from a server, for an action that was named at a ref.
fn install(server: &Path, runner: &Path, version: &str, named_at: &str) -> Ran {
    let url = format!("file://{}", server.display());
    let variables = [
        ("GITHUB_SERVER_URL", url.as_str()),
        ("ISOGLOSS_REPOSITORY", "owner/name"),
        ("ISOGLOSS_VERSION", version),
        ("ISOGLOSS_REF", named_at),
        ("RUNNER_OS", "Linux"),
        ("RUNNER_ARCH", "X64"),
        ("RUNNER_TEMP", runner.to_str().unwrap()),
    ];
    run(&sample::root().join("action/install.sh"), &[], runner, &variables)
}

#[test]
fn the_action_installs_what_a_release_packed_and_checks_with_it() {
    let server = server();
    let runner = tempfile::tempdir().unwrap();
    let installed = install(server.path(), runner.path(), &tag(), "main");
    assert_eq!(installed.code, 0, "{}", installed.printed);
    let version = format!("isogloss {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(installed.printed, version);
    let executable = installed.output.trim().strip_prefix("executable=").unwrap();

    let project = sample_folder();
    let path = project.path().join("locales/fr/site.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("{ $date }", "{ $dat }", 1)).unwrap();
    let check = |arguments: &str| {
        let variables = [
            ("ISOGLOSS", executable),
            ("ISOGLOSS_ARGUMENTS", arguments),
            ("ISOGLOSS_SARIF", "out/isogloss.sarif"),
            ("RUNNER_TEMP", runner.path().to_str().unwrap()),
        ];
        run(&sample::root().join("action/check.sh"), &[], project.path(), &variables)
    };
    let failed = check("--locale fr\n  --fail-on error\n");
    assert_eq!((failed.code, failed.output.as_str()), (1, "exit-code=1\n"), "{}", failed.printed);
    assert!(failed.printed.contains("::error file=locales/fr/site.ftl,"), "{}", failed.printed);
    assert!(failed.summary.starts_with("## Isogloss: 1 error, 1 note\n"), "{}", failed.summary);
    let sarif = fs::read_to_string(project.path().join("out/isogloss.sarif")).unwrap();
    assert!(sarif.contains("\"ruleId\": \"unknown-variable\""), "{sarif}");

    let passed = check("");
    assert!(passed.printed.contains("1 error, 24 notes"), "no arguments: {}", passed.printed);
    let passed = check("--locale es");
    assert_eq!((passed.code, passed.output.as_str()), (0, "exit-code=0\n"), "{}", passed.printed);
    let odd = check("--locale $(touch${IFS}pwned)");
    assert_eq!(odd.code, 2, "{}", odd.printed);
    assert!(odd.printed.contains("::error title=isogloss::the check could not be done"));
    assert_eq!(odd.summary, "", "not the summary of the check before");
    assert!(!project.path().join("pwned").exists());
}

#[test]
fn the_version_is_the_one_asked_for_or_the_one_the_action_was_named_at_or_the_latest() {
    let server = server();
    fs::remove_dir_all(server.path().join("owner/name/releases/latest")).unwrap();
    let runner = tempfile::tempdir().unwrap();
    let bare = env!("CARGO_PKG_VERSION");
    for (version, named_at, from) in [
        (tag().as_str(), "main", tag()),
        (bare, "", tag()),
        ("", tag().as_str(), tag()),
        ("v9.9.9", tag().as_str(), "v9.9.9".to_owned()),
        ("", "v1", "latest".to_owned()),
        ("latest", tag().as_str(), "latest".to_owned()),
    ] {
        let ran = install(server.path(), runner.path(), version, named_at);
        let expected = if from == tag() { 0 } else { 2 };
        assert_eq!(ran.code, expected, "{version} {named_at}: {}", ran.printed);
        if expected == 2 {
            assert!(ran.printed.contains("::error title=isogloss::cannot download"));
            assert!(ran.printed.contains(&from), "{}", ran.printed);
        }
    }
}

#[test]
fn a_binary_that_is_not_what_its_checksum_says_is_refused() {
    let server = server();
    let release = server.path().join("owner/name/releases/download").join(tag());
    let archive = release.join(format!("isogloss-{TARGET}.tar.gz"));
    let mut bytes = fs::read(&archive).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&archive, bytes).unwrap();
    let runner = tempfile::tempdir().unwrap();
    let ran = install(server.path(), runner.path(), &tag(), "");
    assert_eq!((ran.code, ran.output.as_str()), (2, ""), "{}", ran.printed);
    assert!(ran.printed.contains("is not what its checksum says"), "{}", ran.printed);
    assert!(!runner.path().join("isogloss/isogloss").exists(), "nothing was unpacked");
    fs::write(release.join(format!("isogloss-{TARGET}.tar.gz.sha256")), "").unwrap();
    let ran = install(server.path(), runner.path(), &tag(), "");
    assert_eq!(ran.code, 2, "a checksum that is empty fits nothing: {}", ran.printed);
}

#[test]
fn a_tag_that_is_not_the_version_is_not_released() {
    let folder = tempfile::tempdir().unwrap();
    let refused = packed(folder.path(), "v9.9.9").unwrap_err();
    assert!(refused.contains("the tag is v9.9.9, but Cargo.toml says"), "{refused}");
}
