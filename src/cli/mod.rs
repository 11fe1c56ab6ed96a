//! The command line: arguments in, text and an exit code out.
//!
//! A command loads a session, asks it for something, and prints it. What the commands do is
//! decided elsewhere.

#![expect(clippy::disallowed_methods, reason = "this module reads the environment")]

mod accept;
mod add_locale;
mod adopt;
mod build;
mod check;
mod explain;
mod import;
mod init;
mod output;
mod status;
mod sync;
mod todo;
mod why;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, FILE, Glob, Paths, Sorted, l10n_toml};
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::files::{Disk, Files};
use crate::layout;
use crate::load;
use crate::locale::Locale;
use crate::project::Origin;
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
    Accept(accept::Accept),
    Adopt(adopt::Adopt),
    Check(check::Check),
    Status(status::Status),
    Todo(todo::Todo),
    Import(import::Import),
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
    // They start while the arguments are read.
    let workers = std::thread::spawn(start_workers);
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(FAILED));
        }
    };
    // Had they not started, the first that asks for them would.
    let _ = workers.join();
    let project = arguments.project.as_deref();
    let outcome = match arguments.command {
        Command::Init(command) => command.run(project),
        Command::Sync(command) => command.run(project),
        Command::Accept(command) => command.run(project),
        Command::Adopt(command) => command.run(project),
        Command::Check(command) => command.run(project),
        Command::Status(command) => command.run(project),
        Command::Todo(command) => command.run(project),
        Command::Import(command) => command.run(project),
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

/// How many bytes a worker asks for at once. Those that it never writes to cost nothing.
const AT_ONCE: usize = 24 * 1024 * 1024;

/// Starts the workers, each with room in its heap. The GNU C library grows the heap of a thread by a
/// page at a time, with a system call for each: as many as there are files in a large project.
fn start_workers() {
    let take_and_free = || drop(std::hint::black_box(Vec::<u8>::with_capacity(AT_ONCE)));
    // What was mapped apart and is freed counts as usual from then on: it is kept in the heap.
    take_and_free();
    // Workers that run already are as good.
    let _ = rayon::ThreadPoolBuilder::new().start_handler(move |_| take_and_free()).build_global();
}

fn report_failure(failure: &Failure) {
    let red = anstyle::AnsiColor::Red.on_default().bold();
    let mut text = format!("{red}error{red:#}: {failure}\n");
    if let Some(help) = &failure.help {
        text.push_str(&format!("  help: {help}\n"));
    }
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Says on standard error what was taken for granted.
fn note(text: &str) {
    let bold = anstyle::Style::new().bold();
    let _ = anstream::stderr().write_all(format!("{bold}note{bold:#}: {text}\n").as_bytes());
}

/// Whether what is printed may have colours.
fn wants_colours() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// Prints to standard output. A reader that went away ends the command quietly.
fn print(text: &str) -> Result<(), Failure> {
    // What has no colours need not be searched for them; the rest is written in one go as well.
    let has_colours = memchr::memchr(0x1B, text.as_bytes()).is_some();
    if has_colours && wants_colours() {
        let mut out = anstream::stdout();
        return written(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
    }
    let text = match has_colours {
        true => Cow::Owned(anstream::adapter::strip_str(text).to_string()),
        false => Cow::Borrowed(text),
    };
    let mut out = io::stdout();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// What came of writing to standard output. A reader who has seen enough is no failure.
fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|error| Failure::io("cannot write to standard output", error)),
    }
}

/// Says something to the person, where it does not mix with what a program may read.
fn say(text: &str) {
    let _ = anstream::stderr().write_all(format!("{text}\n").as_bytes());
}

/// Findings for people, with excerpts from the files.
fn print_findings(findings: &[Diagnostic], files: &dyn Files) -> Result<(), Failure> {
    print(&report::human(findings, &|path| files.text(path), wants_colours()))
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
    /// The folder that was asked about, where that is not all of it.
    within: Option<String>,
    /// Which file is what, where that is known already.
    found: Option<Sorted>,
}

impl Setup {
    /// The setup of the project here. A configuration that cannot be used is reported at its places.
    fn here(project: Option<&Path>) -> Result<Self, Failure> {
        let disk = Disk::new(root(project)?);
        if !disk.exists(FILE) && disk.exists(l10n_toml::FILE) {
            return Err(Failure::new(format!("there is no {FILE} here")).help(
                "there is an l10n.toml: `isogloss check --l10n-toml l10n.toml`, or `isogloss init` \
                 to have it used from now on",
            ));
        }
        match session::configuration(&disk)? {
            (Some(config), findings) => {
                Ok(Self { disk, config, findings, within: None, found: None })
            }
            (None, findings) => {
                print_findings(&findings, &disk)?;
                Err(Failure::new(format!("{FILE} says too little to go on")))
            }
        }
    }

    /// The setup of the project around a folder; or of Fluent files that belong to none.
    fn below(folder: &Path) -> Result<Self, Failure> {
        let Some((root, below)) = project_around(folder) else { return Self::folder(folder, None) };
        let mut setup = Self::here(Some(&root))?;
        if below.is_empty() {
            return Ok(setup);
        }
        let glob = Glob::new(&below);
        let fluent = load::fluent_files(&setup.disk, &setup.config);
        let content = setup.config.content.iter().map(|content| content.folder.as_str());
        if !fluent.iter().any(|path| glob.covers(path))
            && !content.into_iter().any(|folder| glob.covers(folder))
        {
            return Self::folder(folder, None);
        }
        setup.within = Some(below);
        Ok(setup)
    }

    /// The setup of Fluent files without a configuration.
    fn folder(folder: &Path, source: Option<&str>) -> Result<Self, Failure> {
        if !folder.is_dir() {
            return Err(Failure::new(format!("there is no folder `{}`", folder.display())));
        }
        let (root, below) = rooted(folder);
        let disk = Disk::new(root);
        let layout = layout::find(&disk, &below, source)?;
        if let Some((root, _)) = project_around(folder) {
            note(&format!("{} is not used", with_slashes(&root.join(FILE))));
        }
        let is_plain = layout.paths.iter().all(Paths::is_uniform);
        if source.is_none() || !is_plain {
            note(&layout.reasons.join("; "));
        }
        let config = layout.config();
        let found = Some(layout.files);
        Ok(Self { disk, config, findings: Vec::new(), within: None, found })
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

/// What to look at where no isogloss.toml says so.
#[derive(Debug, clap::Args)]
struct Elsewhere {
    /// The source locale of files without a configuration
    #[arg(long, value_name = "CODE")]
    source: Option<String>,

    /// A project file of Mozilla's that says where files are
    #[arg(long, value_name = "FILE")]
    l10n_toml: Option<PathBuf>,

    /// What `{l10n_base}` stands for in it; by default its base path
    #[arg(long, value_name = "FOLDER", requires = "l10n_toml")]
    l10n_base: Option<PathBuf>,
}

impl Elsewhere {
    /// What is meant: a folder, a project file of Mozilla's, or the project here.
    fn setup(&self, project: Option<&Path>, folder: Option<&Path>) -> Result<Setup, Failure> {
        if let Some(file) = &self.l10n_toml {
            if folder.is_some() {
                return Err(Failure::new("a folder means nothing beside `--l10n-toml`")
                    .help("`--path <folder>` shows only findings below a folder"));
            }
            return self.l10n_toml(project, file);
        }
        let here = project.unwrap_or(Path::new("."));
        match (folder, &self.source) {
            (None, None) => Setup::here(project),
            (None, Some(source)) => Setup::folder(here, Some(source)),
            (Some(folder), Some(source)) => Setup::folder(&beside(project, folder), Some(source)),
            (Some(folder), None) => Setup::below(&beside(project, folder)),
        }
    }

    fn l10n_toml(&self, project: Option<&Path>, file: &Path) -> Result<Setup, Failure> {
        let path = with_slashes(file);
        let base = self.l10n_base.as_deref().map(with_slashes);
        let source = self.source.as_deref().map(known_locale).transpose()?;
        let disk = Disk::new(project.unwrap_or(Path::new(".")));
        let (config, findings) = l10n_toml::read(&disk, &path, base.as_deref(), source)?;
        let Some(config) = config else {
            print_findings(&findings, &disk)?;
            return Err(match findings.is_empty() {
                true => init::unusable(&path, &[]),
                false => Failure::new(format!("{path} says too little to go on")),
            });
        };
        if self.source.is_none() {
            note(&init::source_reason(&config.paths, None, &config.source));
        }
        Ok(Setup { disk, config, findings, within: None, found: None })
    }
}

/// A path that was given beside `--project`.
fn beside(project: Option<&Path>, path: &Path) -> PathBuf {
    project.map_or_else(|| path.to_owned(), |project| project.join(path))
}

/// The folder to start from for a folder, and the way from there. What lies below the current folder
/// is named from here, so that places can be followed.
fn rooted(folder: &Path) -> (PathBuf, String) {
    let leads_away = |component| !matches!(component, Component::CurDir | Component::Normal(_));
    if !folder.components().any(leads_away) {
        return (PathBuf::from("."), with_slashes(folder));
    }
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    match name.filter(|name| Locale::parse(name).is_some_and(|locale| locale.is_well_known())) {
        // What it is compared with lies beside it.
        Some(name) => (folder.parent().unwrap_or(folder).to_owned(), name),
        None => (folder.to_owned(), String::new()),
    }
}

/// A path as it is written in configurations: with `/`, and without `.`.
fn with_slashes(path: &Path) -> String {
    let names = path.components().filter(|component| *component != Component::CurDir);
    let path: PathBuf = names.collect();
    path.to_string_lossy().replace('\\', "/")
}

/// The nearest folder above with a configuration, and the way from there.
fn project_around(folder: &Path) -> Option<(PathBuf, String)> {
    let folder = folder.canonicalize().ok()?;
    let root = folder.ancestors().find(|above| above.join(FILE).is_file())?;
    let below = with_slashes(folder.strip_prefix(root).ok()?);
    let here = std::env::current_dir().ok().and_then(|here| here.canonicalize().ok());
    // Paths are shown from here where that can be.
    let root = if here.as_deref() == Some(root) { Path::new(".") } else { root };
    Some((root.to_owned(), below))
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

    /// Only findings in files or below folders that match, such as 'locales/*/stories'
    #[arg(long, value_name = "PATTERN")]
    path: Vec<String>,
}

impl Filter {
    fn apply(&self, checked: &mut Checked, within: Option<&str>) -> Result<(), Failure> {
        let ids = crate::check::ids();
        if let Some(rule) = self.rule.iter().find(|rule| !ids.contains(&rule.as_str())) {
            return Err(no_rule(rule));
        }
        let codes: Vec<&str> = checked.locales.iter().map(|locale| &*locale.code).collect();
        if let Some(locale) = self.locale.iter().find(|locale| !codes.contains(&locale.as_str())) {
            return Err(Failure::new(format!("this project has no locale `{locale}`"))
                .help(format!("its locales are {}", listed(&codes))));
        }
        let globs: Vec<Glob> = self.path.iter().map(|path| pattern(path)).collect();
        if let Some(glob) = globs.iter().find(|glob| !matches_some(glob, checked)) {
            return Err(no_file(glob, checked));
        }
        let within: Vec<Glob> = within.into_iter().map(Glob::new).collect();
        if [&self.rule, &self.locale].iter().all(|asked| asked.is_empty())
            && [&globs, &within].iter().all(|asked| asked.is_empty())
        {
            return Ok(());
        }
        let Checked { findings, origin, .. } = checked;
        findings.retain(|finding| {
            let locale = finding.locale.as_deref();
            // What is wrong with content or configuration concerns every locale.
            let in_locale = self.locale.is_empty()
                || locale.is_none_or(|locale| self.locale.iter().any(|wanted| wanted == locale));
            let of_rule = self.rule.is_empty() || self.rule.iter().any(|rule| rule == finding.rule);
            in_locale
                && of_rule
                && is_in(&globs, finding, origin)
                && is_in(&within, finding, origin)
        });
        Ok(())
    }
}

/// A pattern of paths as people type it.
fn pattern(typed: &str) -> Glob {
    Glob::new(typed.strip_prefix("./").unwrap_or(typed))
}

/// Whether one of the patterns covers a finding's place, or the file of the locale it is about: what
/// is missing from a file is found in the source.
fn is_in(globs: &[Glob], finding: &Diagnostic, origin: &Origin) -> bool {
    let covers = |path: &str| globs.iter().any(|glob| glob.covers(path));
    globs.is_empty()
        || covers(&finding.place.path)
        || own_path(finding, origin).is_some_and(|path| covers(&path))
}

/// The file of a locale that a finding is about, though it may not be there.
fn own_path(finding: &Diagnostic, origin: &Origin) -> Option<String> {
    let (locale, resource) = (&finding.locale, &finding.resource);
    Some(origin.own_path(locale.as_deref()?, resource.as_deref()?))
}

fn matches_some(glob: &Glob, checked: &Checked) -> bool {
    let globs = std::slice::from_ref(glob);
    checked.paths.iter().any(|path| glob.covers(path))
        || checked.findings.iter().any(|finding| is_in(globs, finding, &checked.origin))
}

fn no_file(glob: &Glob, checked: &Checked) -> Failure {
    let failure = Failure::new(format!("no file of the project matches `{}`", glob.pattern));
    let paths = || checked.paths.iter().map(String::as_str);
    let folders = paths().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    let names: BTreeSet<&str> = folders.chain(paths()).collect();
    match crate::text::nearest(&glob.pattern, names) {
        Some(meant) => failure.help(format!("did you mean `{meant}`?")),
        None => failure.help("paths are named from the root of the project, as in findings"),
    }
}

fn known_locale(code: &str) -> Result<Locale, Failure> {
    Locale::parse(code).ok_or_else(|| {
        Failure::new(format!("`{code}` is not a known locale"))
            .help("use the code as it is written in the project, such as `en` or `en-US`")
    })
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
