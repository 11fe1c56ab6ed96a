//! The formats of `isogloss check`, and the files that findings are written to.

use std::path::Path;

use clap::ValueEnum;

use crate::diagnostic::{Diagnostic, Severity};
use crate::failure::Failure;
use crate::files::{Disk, Files as _, Output, System, write_each};
use crate::report::{self, LocaleCoverage, Repository};

/// How findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With excerpts; what repeats is told once
    Human,
    /// A line each
    Concise,
    /// A JSON document, with paths relative to the project
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands, which GitHub shows beside the code
    Github,
    /// A GitLab Code Quality report
    Gitlab,
    /// A JUnit XML report; findings below --fail-on are skipped tests
    Junit,
    /// A Checkstyle XML report
    Checkstyle,
    /// A Markdown summary for the page of a job, with coverage
    Markdown,
}

/// Findings, and what formats need to know besides them.
pub(super) struct Told<'a> {
    pub(super) findings: &'a [Diagnostic],
    /// Where the project lies.
    pub(super) disk: &'a Disk,
    /// The coverage of its targets.
    pub(super) coverage: &'a dyn Fn() -> Vec<LocaleCoverage>,
    /// Whether findings of this severity make the command fail.
    pub(super) fails: &'a dyn Fn(Severity) -> bool,
}

impl Format {
    /// The findings in this format. Only what is for people may be coloured.
    pub(super) fn text(self, told: &Told<'_>, is_coloured: bool) -> String {
        let (findings, disk) = (told.findings, told.disk);
        let repository = || repository(&disk.locate(""));
        match self {
            Self::Human => report::human(findings, &|path| disk.text(path), is_coloured),
            Self::Concise => report::concise(findings),
            Self::Json => report::json(findings),
            Self::Sarif => report::sarif(findings, &repository()),
            Self::Github => report::github(findings, &repository()),
            Self::Gitlab => report::gitlab(findings, &repository()),
            Self::Junit => report::junit(findings, &repository(), told.fails),
            Self::Checkstyle => report::checkstyle(findings, &repository()),
            Self::Markdown => report::markdown(findings, &(told.coverage)(), &repository()),
        }
    }
}

/// A file that findings are written to, as given: `sarif=report.sarif`.
#[derive(Clone, Debug)]
pub(super) struct Destination {
    format: Format,
    path: String,
}

impl Destination {
    /// Reads `FORMAT=FILE`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (name, path) = text.split_once('=').unwrap_or((text, ""));
        let format = Format::from_str(name, false)
            .map_err(|_| format!("there is no format `{name}`; the formats are {}", names()))?;
        match path {
            "" => Err(format!("it names no file: write {name}=FILE")),
            "-" => Err("what --format names is printed; `-` is no file".to_owned()),
            _ => Ok(Self { format, path: path.to_owned() }),
        }
    }
}

fn names() -> String {
    let all = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    all.map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join(", ")
}

/// Writes findings to files, each whole or not at all. Paths are relative to the current folder.
pub(super) fn write(told: &Told<'_>, destinations: &[Destination]) -> Result<(), Failure> {
    for (index, Destination { path, .. }) in destinations.iter().enumerate() {
        if destinations[..index].iter().any(|other| other.path == *path) {
            return Err(Failure::new(format!("`{path}` is to be written twice"))
                .help("give every --output a file of its own"));
        }
        // What is written takes the place of what is there, which must not happen to a device.
        if Path::new(path).exists() && !Path::new(path).is_file() {
            return Err(Failure::new(format!("cannot write `{path}`: it is not a file")));
        }
    }
    let outputs: Vec<Output> = destinations
        .iter()
        .map(|Destination { format, path }| Output::new(path, format.text(told, false)))
        .collect();
    write_each(&System, &Disk::new("."), &outputs)
}

/// Where a project lies, as far as the disk and the environment of a CI job tell.
fn repository(root: &Path) -> Repository {
    Repository { folder: folder(root).unwrap_or_default(), web: web() }
}

/// The way from the repository's root, or else from the current folder.
fn folder(root: &Path) -> Option<String> {
    let root = root.canonicalize().ok()?;
    let top = match root.ancestors().find(|folder| folder.join(".git").exists()) {
        Some(top) => top.to_owned(),
        None => std::env::current_dir().ok()?.canonicalize().ok()?,
    };
    let names = root.strip_prefix(&top).ok()?.iter();
    Some(names.map(|name| format!("{}/", name.to_string_lossy())).collect())
}

/// Where GitHub or GitLab shows the files of the commit that a job is about.
fn web() -> Option<String> {
    let get = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let (Some(server), Some(repository), Some(commit)) =
        (get("GITHUB_SERVER_URL"), get("GITHUB_REPOSITORY"), get("GITHUB_SHA"))
    {
        return Some(format!("{server}/{repository}/blob/{commit}/"));
    }
    Some(format!("{}/-/blob/{}/", get("CI_PROJECT_URL")?, get("CI_COMMIT_SHA")?))
}
