//! `isogloss init`.

use std::path::Path;

use clap::Args;

use super::{Outcome, print};
use crate::config::FILE;
use crate::failure::Failure;
use crate::files::{Disk, Output, System, write_each};
use crate::layout::{self, Layout};

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

impl Init {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let disk = Disk::new(project.unwrap_or(Path::new(".")));
        if disk.exists(FILE) && !self.dry_run {
            return Err(Failure::new(format!("there is already an {FILE}"))
                .help("`isogloss init --dry-run` shows what would be written"));
        }
        let layout = layout::find(&disk, "", self.source.as_deref())?;
        let text = configuration(&layout);
        if self.dry_run {
            print(&text)?;
            return Ok(Outcome::Clean);
        }
        write_each(&System, &disk, &[Output::new(FILE, text)])?;
        let mut said = format!("wrote {FILE}: source `{}`\n", layout.source);
        for reason in &layout.reasons {
            said.push_str(&format!("  {reason}\n"));
        }
        said.push_str("next: isogloss check\n");
        print(&said)?;
        Ok(Outcome::Clean)
    }
}

fn configuration(layout: &Layout) -> String {
    let mut text = format!("# Why this: {}.\n\n", layout.reasons.join("; "));
    text.push_str(&format!("source = {:?}\npaths = {:?}\n", &*layout.source.code, layout.patterns));
    for code in layout.locales.iter().skip(1) {
        let key = match code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
            true => code.clone(),
            false => format!("{code:?}"),
        };
        text.push_str(&format!("\n[locales.{key}]\nstage = \"released\"\n"));
    }
    text
}
