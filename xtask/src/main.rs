//! The project's own chores: checks before a change lands, measurements, and files made from code.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore talks to a person and touches the disk"
)]

mod agreement;
mod bench;
mod ci;
mod codegen;
mod corpus;
mod defects;
mod documents;
mod entries;
mod precision;
mod program;
mod random;
mod synthesis;

use std::path::Path;
use std::process::{Command, ExitCode};

/// What a chore says when it cannot go on.
type Outcome = Result<(), String>;

const USAGE: &str = "usage: cargo xtask <chore>

  ci                          everything that must hold before a change lands
  codegen [--check]           make the tables and documents that are made from code
  agreement [--check]         compare findings in real projects with lists that others made
  bench [--peers] [--growth N]
                              measure whole commands; other checkers too; made-up projects
                              of up to N messages
  defects                     put defects into a real project and count what checkers find
  precision [--check]         what the default rules find in real projects, and how much of a
                              sample, judged one by one, is right
  synthesise LOCALES MESSAGES FOLDER
                              make up a project";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["ci"] => ci::run(),
        ["agreement"] => agreement::run(false),
        ["agreement", "--check"] => agreement::run(true),
        ["defects"] => defects::run(),
        ["bench", options @ ..] => bench(options),
        ["floor"] => bench::floor(),
        ["launch", output, words @ ..] => bench::launch(output, words),
        ["precision"] => precision::run(false),
        ["precision", "--check"] => precision::run(true),
        ["synthesise", locales, messages, folder] => synthesise(locales, messages, folder),
        ["codegen"] => codegen::run_all().and_then(|()| documents::run(false)),
        ["codegen", "--check"] => documents::run(true),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn bench(mut options: &[&str]) -> Outcome {
    let (mut with_peers, mut growth) = (false, None);
    loop {
        options = match options {
            [] => return bench::run(with_peers, growth),
            ["--peers", rest @ ..] => {
                with_peers = true;
                rest
            }
            ["--growth", most, rest @ ..] => {
                growth = Some(number(most)? as u64);
                rest
            }
            _ => return Err(USAGE.to_owned()),
        };
    }
}

fn synthesise(locales: &str, messages: &str, folder: &str) -> Outcome {
    synthesis::write(number(locales)?, number(messages)?, Path::new(folder))
}

fn number(word: &str) -> Result<usize, String> {
    word.parse().map_err(|_| format!("`{word}` is no number"))
}

/// Runs a command and fails if it does.
fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}")) }
}
