//! `isogloss init`.

use std::path::Path;

use clap::Args;

use super::{Outcome, known_locale, print};
use crate::config::{FILE, Groups, Paths, key, l10n_toml};
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::files::{Disk, Files as _, Output, System, write_each};
use crate::layout::{self, Layout};
use crate::locale::Locale;
use crate::text::listed;

/// Write an isogloss.toml for the Fluent files that are here
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  isogloss init\n  isogloss init --source en-US --dry-run")]
pub(super) struct Init {
    /// The source locale; guessed if not given
    #[arg(long, value_name = "CODE")]
    source: Option<String>,

    /// Only print what would be written
    #[arg(long)]
    dry_run: bool,
}

/// A configuration, and why it is this one.
struct Proposal {
    source: String,
    text: String,
    reasons: Vec<String>,
}

impl Init {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let disk = Disk::new(project.unwrap_or(Path::new(".")));
        if disk.exists(FILE) && !self.dry_run {
            return Err(Failure::new(format!("there is already an {FILE}"))
                .help("`isogloss init --dry-run` shows what would be written"));
        }
        let proposal = match project_file(&disk) {
            Some(path) => by_l10n_toml(&disk, &path, self.source.as_deref())?,
            None => by_layout(&disk, self.source.as_deref())?,
        };
        if self.dry_run {
            print(&proposal.text)?;
            return Ok(Outcome::Clean);
        }
        write_each(&System, &disk, &[Output::new(FILE, proposal.text)])?;
        let mut said = format!("wrote {FILE}: source `{}`\n", proposal.source);
        for reason in &proposal.reasons {
            said.push_str(&format!("  {reason}\n"));
        }
        said.push_str("next: isogloss check\n");
        print(&said)?;
        Ok(Outcome::Clean)
    }
}

/// The project file of Mozilla's that is at the root, or the only one there is.
fn project_file(disk: &Disk) -> Option<String> {
    if disk.exists(l10n_toml::FILE) {
        return Some(l10n_toml::FILE.to_owned());
    }
    let end = format!("/{}", l10n_toml::FILE);
    let mut found: Vec<String> = disk.walk("").files;
    found.retain(|path| path.ends_with(&end));
    match found.len() {
        1 => found.pop(),
        _ => None,
    }
}

fn by_l10n_toml(disk: &Disk, path: &str, source: Option<&str>) -> Result<Proposal, Failure> {
    let locale = source.map(known_locale).transpose()?;
    let (config, findings) = l10n_toml::read(disk, path, None, locale)?;
    let Some(config) = config else { return Err(unusable(path, &findings)) };
    let mut reasons = vec![format!("`{path}` says where files are, and which locales there are")];
    reasons.push(source_reason(&config.paths, source, &config.source));
    if !findings.is_empty() {
        reasons.push(format!("`isogloss check` will tell what is wrong with `{path}`"));
    }
    let mut text = head(&reasons);
    text.push_str(&format!("source = {:?}\nl10n-toml = {path:?}\n", &*config.source.code));
    Ok(Proposal { source: config.source.to_string(), text, reasons })
}

/// Why a project file leads nowhere.
pub(super) fn unusable(path: &str, findings: &[Diagnostic]) -> Failure {
    let failure = Failure::new(format!("`{path}` names no Fluent file of the source"));
    match findings.first() {
        Some(finding) => failure.help(format!("line {}: {}", finding.place.start.line, finding.message)),
        None => failure.help("it is for files of other formats: remove it, or run `isogloss check --source en <folder>`"),
    }
}

/// How the source locale of a project file of Mozilla's was told.
pub(super) fn source_reason(paths: &[Paths], given: Option<&str>, source: &Locale) -> String {
    match (given, l10n_toml::source_of(paths)) {
        (Some(_), _) => format!("the source is `{source}`: `--source` says so"),
        (None, Some(_)) => format!("the source is `{source}`: the references lie in its folder"),
        (None, None) => format!(
            "the source is taken to be `{source}`: nothing names the language of the references; \
             `--source` says otherwise"
        ),
    }
}

fn by_layout(disk: &Disk, source: Option<&str>) -> Result<Proposal, Failure> {
    let layout = layout::find(disk, "", source)?;
    let told = layout::groups(disk, &layout);
    let mut reasons = layout.reasons.clone();
    let word = match told.groups {
        Groups::Unknown => None,
        Groups::All => Some("all"),
        Groups::Folder => Some("folder"),
        Groups::File => Some("file"),
    };
    reasons.push(match word {
        Some(word) => format!("groups = {word:?}: {}", told.reason),
        None => format!("which files are loaded together cannot be told: {}", told.reason),
    });
    let text = configuration(&layout, word, &reasons);
    Ok(Proposal { source: layout.source.to_string(), text, reasons })
}

fn head(reasons: &[String]) -> String {
    let mut text = "# Written by `isogloss init`, because:\n".to_owned();
    for reason in reasons {
        text.push_str(&format!("# - {reason}\n"));
    }
    text.push('\n');
    text
}

fn configuration(layout: &Layout, groups: Option<&str>, reasons: &[String]) -> String {
    let mut text = head(reasons);
    text.push_str(&format!("source = {:?}\n", &*layout.source.code));
    let paths: Vec<String> = layout.paths.iter().map(pattern).collect();
    text.push_str(&match paths.as_slice() {
        [one] => format!("paths = [{one}]\n"),
        _ => format!("paths = [\n    {},\n]\n", paths.join(",\n    ")),
    });
    text.push_str(&match groups {
        Some(word) => format!("groups = {word:?}\n"),
        None => format!(
            "# Say which files of a locale are loaded together, and more can be checked:\n\
             # groups = \"all\"    # or {}\n",
            listed(&["folder", "file"]).replace('`', "\"").replace(" and ", " or "),
        ),
    });
    for code in layout.locales.iter().skip(1) {
        text.push_str(&format!("\n[locales.{}]\nstage = \"released\"\n", key(code)));
    }
    text
}

fn pattern(paths: &Paths) -> String {
    let (reference, translation) = (&paths.reference.pattern, &paths.translation.pattern);
    match reference == translation {
        true => format!("{translation:?}"),
        false => format!("{{ reference = {reference:?}, translation = {translation:?} }}"),
    }
}
