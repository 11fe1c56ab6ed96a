//! temporary
#![allow(missing_docs, clippy::print_stdout, reason="x")]
use std::process::ExitCode;
use crate::files::{Disk, System, write_each};
use crate::session::{Opened, Session};
pub fn run() -> ExitCode {
    let disk = Disk::new(".");
    let Ok(Opened::Project(session)) = Session::open(&disk) else { return ExitCode::FAILURE };
    for f in &session.loading { println!("{}:{} {} {} {:?}", f.place.path, f.place.start, f.rule, f.message, f.help); }
    let sync = crate::edit::sync(&session.project);
    for f in &sync.findings { println!("{}:{} {} {}", f.place.path, f.place.start, f.rule, f.message); }
    for o in &sync.outputs { println!("{}", o.path); }
    let _ = write_each(&System, &disk, &sync.outputs);
    ExitCode::SUCCESS
}
