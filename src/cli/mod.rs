//! The command line: arguments in, text and an exit code out.
//!
//! A command loads a session, asks it for something, and prints it. What the commands do is
//! decided elsewhere.

#![expect(clippy::disallowed_methods, reason = "this module reads the environment")]

mod add_locale;
mod build;
mod check;
mod explain;
mod init;
mod output;
mod status;
mod sync;
mod todo;
mod why;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, FILE, Glob};
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::files::{Disk, Files};
use crate::layout;
use crate::report;
use crate::session::{self, Checked, Session};
use crate::text::listed;

/// A compiler for multilingual content: checks Fluent translations and builds per-language bundles.
#[derive(Debug, Parser)]
#[command(name = "isogloss", version, propagate_version = true, max_term_width = 100)]
#[command(after_help = "Start with `isogloss init` in a project that has Fluent files, or try\n\
`isogloss check --source en path/to/locales` without any setup.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// The folder of the project; by default the nearest one above with an isogloss.toml
    #[arg(long, short = 'C', global = true, value_name = "FOLDER")]
    project: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    Sync(sync::Sync),
    Check(check::Check),
    Status(status::Status),
    Todo(todo::Todo),
    Why(why::Why),
    AddLocale(add_locale::AddLocale),
    Build(build::Build),
    Explain(explain::Explain),
}

/// How a command ended, when nothing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above the threshold.
    Clean,
    /// Findings at or above the threshold.
    Findings,
}

/// Failures exit with this code.
const FAILED: u8 = 2;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(FAILED));
        }
    };
    let project = arguments.project.as_deref();
    let outcome = match arguments.command {
        Command::Init(command) => command.run(project),
        Command::Sync(command) => command.run(project),
        Command::Check(command) => command.run(project),
        Command::Status(command) => command.run(project),
        Command::Todo(command) => command.run(project),
        Command::Why(command) => command.run(project),
        Command::AddLocale(command) => command.run(project),
        Command::Build(command) => command.run(project),
        Command::Explain(command) => command.run(),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            report_failure(&failure);
            ExitCode::from(FAILED)
        }
    }
}

fn report_failure(failure: &Failure) {
    let red = anstyle::AnsiColor::Red.on_default().bold();
    let mut text = format!("{red}error{red:#}: {failure}\n");
    if let Some(help) = &failure.help {
        text.push_str(&format!("  help: {help}\n"));
    }
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Prints to standard output. A reader that went away ends the command quietly.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|error| Failure::io("cannot write to standard output", error)),
    }
}

/// Says something to the person, where it does not mix with what a program may read.
fn note(text: &str) {
    let _ = anstream::stderr().write_all(format!("{text}\n").as_bytes());
}

/// Findings for people, with excerpts from the files.
fn print_findings(findings: &[Diagnostic], files: &dyn Files) -> Result<(), Failure> {
    let read = |path: &str| String::from_utf8(files.read(path).ok()?).ok();
    print(&report::human(findings, &read))
}

/// The folder of the project: the one named, or the nearest one above with a configuration.
fn root(project: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(project) = project {
        return match project.is_dir() {
            true => Ok(project.to_owned()),
            false => Err(Failure::new(format!("there is no folder `{}`", project.display()))),
        };
    }
    let here = std::env::current_dir()
        .map_err(|error| Failure::io("cannot tell the current folder", error))?;
    let above = here.ancestors().find(|folder| folder.join(FILE).is_file());
    Ok(above.map_or_else(|| PathBuf::from("."), Path::to_owned))
}

/// What a project is to be loaded by.
struct Setup {
    disk: Disk,
    config: Config,
    /// What is wrong with the configuration.
    findings: Vec<Diagnostic>,
}

impl Setup {
    /// The setup of the project here. A configuration that cannot be used is reported at its places.
    fn here(project: Option<&Path>) -> Result<Self, Failure> {
        let disk = Disk::new(root(project)?);
        match session::configuration(&disk)? {
            (Some(config), findings) => Ok(Self { disk, config, findings }),
            (None, findings) => {
                print_findings(&findings, &disk)?;
                Err(Failure::new(format!("{FILE} says too little to go on")))
            }
        }
    }

    /// A setup for Fluent files that have no configuration.
    fn folder(folder: &Path, source: Option<&str>) -> Result<Self, Failure> {
        if !folder.is_dir() {
            return Err(Failure::new(format!("there is no folder `{}`", folder.display())));
        }
        let below_here = folder.is_relative() && !folder.starts_with("..");
        let (root, below) = match below_here {
            true => (Path::new("."), folder.to_string_lossy().replace('\\', "/")),
            false => (folder, String::new()),
        };
        let below = below.trim_start_matches("./").trim_end_matches('/').trim_matches('.');
        let disk = Disk::new(root);
        let config = layout::find(&disk, below, source)?.config();
        Ok(Self { disk, config, findings: Vec::new() })
    }

    /// Loads everything.
    fn open(self) -> Project {
        let mut session = Session::with(&self.disk, self.config);
        session.loading.extend(self.findings);
        Project { disk: self.disk, session }
    }
}

/// A session, and the files it was loaded from.
struct Project {
    disk: Disk,
    session: Session,
}

/// Opens the project here.
fn open(project: Option<&Path>) -> Result<Project, Failure> {
    Ok(Setup::here(project)?.open())
}

/// Narrows findings down to what was asked for.
#[derive(Debug, clap::Args)]
struct Filter {
    /// Only findings in this locale; may be given several times
    #[arg(long, value_name = "CODE")]
    locale: Vec<String>,

    /// Only findings of this rule; may be given several times
    #[arg(long, value_name = "RULE")]
    rule: Vec<String>,

    /// Only findings in paths that match, such as 'locales/*/stories/**'
    #[arg(long, value_name = "PATTERN")]
    path: Vec<String>,
}

impl Filter {
    fn apply(&self, checked: &mut Checked) -> Result<(), Failure> {
        let ids = crate::check::ids();
        if let Some(rule) = self.rule.iter().find(|rule| !ids.contains(&rule.as_str())) {
            return Err(no_rule(rule));
        }
        let codes: Vec<&str> = checked.locales.iter().map(|locale| &*locale.code).collect();
        if let Some(locale) = self.locale.iter().find(|locale| !codes.contains(&locale.as_str())) {
            return Err(Failure::new(format!("this project has no locale `{locale}`"))
                .help(format!("its locales are {}", listed(&codes))));
        }
        let globs: Vec<Glob> = self.path.iter().map(|path| Glob::new(path)).collect();
        checked.findings.retain(|finding| {
            let locale = finding.subject.locale.as_deref();
            // What is wrong with content or configuration concerns every locale.
            let in_locale = self.locale.is_empty()
                || locale.is_none_or(|locale| self.locale.iter().any(|wanted| wanted == locale));
            let of_rule = self.rule.is_empty() || self.rule.iter().any(|rule| rule == finding.rule);
            let in_path = globs.is_empty()
                || globs.iter().any(|glob| glob.matches(&finding.place.path).is_some());
            in_locale && of_rule && in_path
        });
        Ok(())
    }
}

fn no_rule(rule: &str) -> Failure {
    let meant = crate::text::nearest(rule, crate::check::ids());
    let mut failure = Failure::new(format!("there is no rule `{rule}`"));
    failure.help = Some(match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`isogloss explain` lists them".to_owned(),
    });
    failure
}

/// Every command and what its `--help` says, for the reference.
pub fn reference() -> Vec<(String, String)> {
    let mut root = <Arguments as clap::CommandFactory>::command().term_width(90);
    root.build();
    let mut all = vec![("isogloss".to_owned(), root.render_long_help().to_string())];
    for command in root.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        let name = format!("isogloss {}", command.get_name());
        all.push((name, command.render_long_help().to_string()));
    }
    all
}
