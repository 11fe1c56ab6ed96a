//! `isogloss check`.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::output::{self, Destination, Format, Told};
use super::{Elsewhere, Filter, Outcome, Setup, print, say, wants_colours, written};
use crate::check::{BASELINE, Baseline, Known, Touched, hidden, write_baseline};
use crate::config::Sorted;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit;
use crate::failure::Failure;
use crate::files::{Disk, Files as _, Output, System, write_each};
use crate::git;
use crate::report::{self, Summary};
use crate::session::{self, Checked, Session};
use crate::text::{SourceText, counted};

/// Check translations, content and configuration
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss check                               the project here\n  \
isogloss check --locale fr --locale ar       two locales\n  \
isogloss check --rule missing-variable       one rule\n  \
isogloss check --format json                 for machines\n  \
isogloss check --output sarif=report.sarif   for machines too, beside what is printed\n  \
isogloss check --since origin/main           what this branch changed\n  \
isogloss check --diff                        what --fix would mend\n  \
isogloss check --write-baseline              from now on, only new findings\n  \
isogloss check locales/fr                    what lies below a folder\n  \
isogloss check --source en path/to/locales   Fluent files without a configuration\n  \
isogloss check --l10n-toml l10n.toml         a project of Mozilla's\n\n\
Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the check could not be done.")]
pub(super) struct Check {
    /// A folder of the project, or Fluent files that have no configuration
    folder: Option<PathBuf>,

    #[command(flatten)]
    elsewhere: Elsewhere,

    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Write findings to a file too, such as sarif=report.sarif; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = Destination::parse)]
    output: Vec<Destination>,

    /// The least severity that makes the command fail
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    fail_on: FailOn,

    #[command(flatten)]
    filter: Filter,

    /// Only findings about what changed since a commit, branch or tag
    #[arg(long, value_name = "COMMIT")]
    since: Option<String>,

    /// Mend what can be mended without doubt, and check again
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with = "fix")]
    diff: bool,

    /// Record what is found now, so that only new findings count from here on
    #[arg(long, conflicts_with_all = ["fix", "diff", "since", "locale", "rule", "path"])]
    write_baseline: bool,

    /// Tell the findings of the baseline too
    #[arg(long, conflicts_with = "write_baseline")]
    no_baseline: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

impl FailOn {
    fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

impl Check {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let mut setup = self.elsewhere.setup(project, self.folder.as_deref())?;
        if self.write_baseline {
            return record(setup);
        }
        let found = setup.found.take();
        let mut checked = self.checked(&setup, found)?;
        if self.diff {
            return show_fixes(&checked.findings, &setup.disk);
        }
        if self.fix {
            checked = self.fixed(&setup, checked)?;
        }
        let Setup { disk, config, .. } = setup;
        if checked.hidden > 0 {
            say(&hidden(checked.hidden));
        }
        let findings = &checked.findings;
        let fails = |severity| self.fail_on.fails(severity);
        let coverage = || Session::with(&disk, config.clone()).coverage();
        let told = Told { findings, disk: &disk, coverage: &coverage, fails: &fails };
        output::write(&told, &self.output)?;
        match self.format {
            Format::Concise => written(report::write_concise(findings, &mut io::stdout()))?,
            format => print(&format.text(&told, wants_colours()))?,
        }
        if self.format == Format::Concise {
            // Beside the lines, so that a program that reads them need not know of it.
            say(&Summary::of(findings).words());
        }
        let failed = findings.iter().any(|finding| fails(finding.severity));
        // The process ends here, which gives back all at once what is not given back one by one.
        std::mem::forget(checked);
        Ok(if failed { Outcome::Findings } else { Outcome::Clean })
    }

    /// What is found and asked for.
    fn checked(&self, setup: &Setup, found: Option<Sorted>) -> Result<Checked, Failure> {
        let known = match self.no_baseline {
            true => Known::Told,
            false => known(setup)?,
        };
        let (disk, findings) = (&setup.disk, setup.findings.clone());
        let mut checked = session::check(disk, setup.config.clone(), found, findings, known);
        self.filter.apply(&mut checked, setup.within.as_deref())?;
        if let Some(since) = &self.since {
            let touched = touched(disk, since)?;
            let Checked { findings, origin, .. } = &mut checked;
            findings.retain(|finding| touched.covers(finding, origin));
        }
        Ok(checked)
    }

    /// Mends what can be mended. What was in the way of something else is mended in the next round.
    fn fixed(&self, setup: &Setup, mut checked: Checked) -> Result<Checked, Failure> {
        let (mut mended, mut paths) = (0, BTreeSet::new());
        for _ in 0..MAX_ROUNDS {
            let fixed = edit::fix(&checked.findings, &|path| setup.disk.text(path));
            if fixed.files.is_empty() {
                break;
            }
            let outputs: Vec<Output> = fixed.files.into_iter().map(|(output, _)| output).collect();
            write_each(&System, &setup.disk, &outputs)?;
            mended += fixed.mended;
            paths.extend(outputs.into_iter().map(|output| output.path));
            checked = self.checked(setup, None)?;
        }
        let (mended, files) = (counted(mended, "finding"), counted(paths.len(), "file"));
        say(&format!("mended {mended} in {files}"));
        Ok(checked)
    }
}

/// So often findings are mended that stood in the way of each other.
const MAX_ROUNDS: usize = 10;

/// The baseline of a project, if it has one.
fn known(setup: &Setup) -> Result<Known, Failure> {
    let path = baseline_path(setup);
    match setup.disk.read(&path) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Ok(Known::Dropped(Baseline::read(SourceText::new(path, text))))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Known::Told),
        Err(error) => Err(Failure::io(format!("cannot read `{path}`"), error)),
    }
}

fn baseline_path(setup: &Setup) -> String {
    format!("{}/{BASELINE}", setup.config.records)
}

/// Records everything that is found now.
fn record(setup: Setup) -> Result<Outcome, Failure> {
    let path = baseline_path(&setup);
    let Setup { disk, config, findings, found, .. } = setup;
    let findings = session::check(&disk, config, found, findings, Known::Recorded).findings;
    let output = Output::new(path.as_str(), write_baseline(&findings));
    write_each(&System, &disk, &[output])?;
    print(&format!("recorded {} in {path}\n", counted(findings.len(), "finding")))?;
    Ok(Outcome::Clean)
}

/// Shows what would be mended, as a patch.
fn show_fixes(findings: &[Diagnostic], disk: &Disk) -> Result<Outcome, Failure> {
    let fixed = edit::fix(findings, &|path| disk.text(path));
    let mut patch = String::new();
    for (output, before) in &fixed.files {
        let after = String::from_utf8_lossy(output.bytes.as_deref().unwrap_or_default());
        let (old, new) = (format!("a/{}", output.path), format!("b/{}", output.path));
        let diff = similar::TextDiff::from_lines(before.as_str(), &*after);
        patch.push_str(&diff.unified_diff().header(&old, &new).to_string());
    }
    print(&patch)?;
    let (mended, files) = (counted(fixed.mended, "finding"), counted(fixed.files.len(), "file"));
    say(&format!("--fix would mend {mended} in {files}"));
    Ok(if fixed.files.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// What changed since a commit.
fn touched(disk: &Disk, since: &str) -> Result<Touched, Failure> {
    let mut touched = Touched::default();
    for (path, before) in git::changes(&disk.locate(""), since)? {
        let before = before.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        touched.add(&path, before.as_deref(), disk.text(&path).as_deref());
    }
    Ok(touched)
}
