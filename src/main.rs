//! The `isogloss` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    isogloss::cli::run()
}
