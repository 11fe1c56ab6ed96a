//! What a command takes: time on the wall, time of the processors, and memory at its peak.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use wait4::Wait4 as _;

use crate::{Outcome, program};

/// A command is run this often, and its fastest run counts.
pub(super) const RUNS: usize = 10;

/// Commands that are held against each other run so often.
pub(super) const ROUNDS: usize = 100;

/// A command that takes long is not run again after this many seconds.
const ENOUGH: f64 = 20.0;

/// What one run took.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    pub(super) wall: f64,
    pub(super) cpu: f64,
    pub(super) peak: u64,
}

/// The fastest of several runs of a command in a folder, and what it printed. Findings are no
/// failure.
pub(super) fn measure(words: &[&str], folder: &Path) -> Result<(Cost, Vec<u8>), String> {
    let output = program::target().join("bench/output");
    let mut best: Option<Cost> = None;
    let start = Instant::now();
    for _ in 0..RUNS {
        let cost = once(words, folder, &output)?;
        best = Some(faster(best, cost));
        if start.elapsed().as_secs_f64() > ENOUGH {
            break;
        }
    }
    let best = best.ok_or("nothing was measured")?;
    let printed = std::fs::read(&output).map_err(|error| error.to_string())?;
    Ok((best, printed))
}

/// Likewise of several commands, each in its folder, that are held against each other: they run in
/// turn, so that whatever slows the machine down for a while slows down all of them.
pub(super) fn measure_in_turn(commands: &[(&[&str], &Path)]) -> Result<Vec<Cost>, String> {
    let output = program::target().join("bench/output");
    let mut best: Vec<Option<Cost>> = commands.iter().map(|_| None).collect();
    for _ in 0..ROUNDS {
        for ((words, folder), best) in commands.iter().zip(&mut best) {
            let cost = once(words, folder, &output)?;
            *best = Some(faster(*best, cost));
        }
    }
    best.into_iter().map(|cost| cost.ok_or_else(|| "nothing was measured".to_owned())).collect()
}

fn faster(best: Option<Cost>, cost: Cost) -> Cost {
    best.filter(|best| best.wall <= cost.wall).unwrap_or(cost)
}

/// Runs a command once, in a launcher of its own: what a new process used counts from the memory of
/// the one that started it, which must be small for that.
fn once(words: &[&str], folder: &Path, output: &Path) -> Result<Cost, String> {
    let launcher = program::target().join("release/xtask");
    let ran = Command::new(&launcher)
        .arg("launch")
        .arg(output)
        .args(words)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{}: {error}", launcher.display()))?;
    let printed = String::from_utf8_lossy(&ran.stdout);
    match printed.split_whitespace().collect::<Vec<_>>().as_slice() {
        [wall, cpu, peak] if ran.status.success() => Ok(Cost {
            wall: wall.parse().map_err(|_| "no time")?,
            cpu: cpu.parse().map_err(|_| "no time")?,
            peak: peak.parse().map_err(|_| "no memory")?,
        }),
        _ => Err(String::from_utf8_lossy(&ran.stderr).trim().to_owned()),
    }
}

/// Runs a command, writes to a file what it prints, and prints its cost.
pub(crate) fn launch(output: &str, words: &[&str]) -> Outcome {
    let [program, arguments @ ..] = words else { return Err("nothing to launch".to_owned()) };
    let printed = File::create(output).map_err(|error| format!("{output}: {error}"))?;
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::from(printed))
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))?;
    let used = child.wait4().map_err(|error| error.to_string())?;
    let wall = start.elapsed().as_secs_f64();
    if used.status.code().is_none_or(|code| code > 1) {
        return Err(format!("{} failed: {:?}", words.join(" "), used.status));
    }
    let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
    println!("{wall} {cpu} {}", used.rusage.maxrss);
    Ok(())
}
