//! What a message costs in projects of growing size, made up for the purpose.

use std::fmt::Write as _;
use std::process::Command;

use super::measure::measure;
use super::{mebibytes, size};
use crate::corpus::{fluent_files, fresh_folder, remove};
use crate::{Outcome, program, run};

/// Locales, the source among them, and messages of each: ten times as much at every step.
const STEPS: [(u64, u64); 3] = [(10, 10_000), (100, 10_000), (100, 100_000)];

/// Measures the steps of up to `most` messages and adds a table of them.
pub(super) fn run_steps(most: u64, text: &mut String) -> Outcome {
    let _ = write!(
        text,
        "\n## Growth\n\n\
         Projects made by `cargo xtask synthesise`; messages are those of all locales together, the source\n\
         included. At 10,000,000 a message may take 1.3 × its time at 100,000, and all together 3 GiB.\n\n\
         | messages | locales | files | size | floor | `isogloss check` | wall to floor | time per message | to the first | peak memory |\n\
         |---|---|---|---|---|---|---|---|---|---|\n"
    );
    let xtask = program::target().join("release/xtask").display().to_string();
    let isogloss = program::target().join("release/isogloss").display().to_string();
    let mut first: Option<f64> = None;
    for (locales, messages) in STEPS.into_iter().filter(|(locales, each)| locales * each <= most) {
        let folder = fresh_folder("bench/growth")?;
        run(Command::new(&xtask)
            .arg("synthesise")
            .args([locales.to_string(), messages.to_string()])
            .arg(&folder))?;
        let files = fluent_files(&folder);
        let bytes = size(&files);
        let (floor, _) = measure(&[&xtask, "floor"], &folder)?;
        let (check, _) = measure(&[&isogloss, "check", "--source", "en", "."], &folder)?;
        let each = check.wall / (locales * messages) as f64;
        let first = *first.get_or_insert(each);
        let _ = writeln!(
            text,
            "| {} | {locales} | {} | {:.0} MiB | {:.2} s | {:.2} s | {:.1} | {:.2} µs | {:.2} | {:.0} MiB |",
            locales * messages,
            files.len(),
            mebibytes(bytes),
            floor.wall,
            check.wall,
            check.wall / floor.wall,
            each * 1e6,
            each / first,
            mebibytes(check.peak),
        );
        remove(&folder)?;
    }
    Ok(())
}
