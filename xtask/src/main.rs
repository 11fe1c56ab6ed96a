//! The project's own chores: `cargo xtask ci`, `bench` and `codegen`.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore talks to a person and touches the disk"
)]

mod bench;
mod ci;
mod codegen;
mod documents;

use std::process::{Command, ExitCode};

/// What a chore says when it cannot go on.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["ci"] => ci::run(),
        ["bench"] => bench::run(),
        ["floor"] => bench::floor(),
        ["codegen"] => codegen::run_all().and_then(|()| documents::run(false)),
        ["codegen", "--check"] => documents::run(true),
        _ => Err("usage: cargo xtask ci | bench | codegen [--check]".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command and fails if it does.
fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}")) }
}
