//! `isogloss build`.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use super::{Outcome, Project, open, print, print_findings};
use crate::emit::{self, Request};
use crate::failure::Failure;
use crate::files::{Files as _, System, replace_folder};
use crate::format::Day;
use crate::text::counted;

/// Build bundles for every released locale
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss build                     released locales\n  \
isogloss build --drafts            drafts too\n  \
isogloss build --keep-going        fall back where a locale has errors, and say so\n\n\
What becomes of stale translations is said by `stale` under [build] in isogloss.toml.\n\n\
Exit codes: 0 built, 1 errors in what would be published (nothing was written), 2 failure.")]
pub(super) struct Build {
    /// Drafts too
    #[arg(long)]
    drafts: bool,

    /// Build in spite of errors: what is broken falls back, and the manifest says so
    #[arg(long)]
    keep_going: bool,

    /// The day to build for, such as 2026-12-24, for content published from a day on; by default
    /// SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Day>,
}

impl Build {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let today = match self.date {
            Some(day) => day,
            None => today()?,
        };
        let request = Request { drafts: self.drafts, today };
        let obstacles = project.session.obstacles(request);
        if !obstacles.is_empty() && !self.keep_going {
            print_findings(&obstacles, &project.disk)?;
            print("nothing was built: mend the errors, or build with --keep-going\n")?;
            return Ok(Outcome::Findings);
        }
        let outcome = self.write(&project, request)?;
        if !obstacles.is_empty() {
            let errors = counted(obstacles.len(), "error");
            print(&format!(
                "in spite of {errors}: what they are about falls back, as the manifest says\n"
            ))?;
        }
        Ok(outcome)
    }

    fn write(&self, project: &Project, request: Request) -> Result<Outcome, Failure> {
        let model = &project.session.project;
        let folder = &model.config.build.folder;
        let manifest = project.disk.read(&format!("{folder}/{}", emit::MANIFEST));
        let is_ours = manifest.is_ok_and(|bytes| emit::is_manifest(&bytes));
        if project.disk.exists(folder) && !is_ours {
            return Err(Failure::new(format!("`{folder}` was not made by isogloss"))
                .help("move it away, or set another `folder` under [build]"));
        }
        let build = emit::build(model, request)?;
        replace_folder(&System, &project.disk, folder, &build.outputs)?;
        let outputs = build.outputs.iter();
        let size: usize =
            outputs.map(|output| output.bytes.as_deref().unwrap_or_default().len()).sum();
        let targets: Vec<&str> = model.config.build.targets.iter().map(|t| t.word()).collect();
        print(&format!(
            "built {folder}: {} ({}), {} KiB\n",
            counted(build.outputs.len(), "file"),
            targets.join(", "),
            size.div_ceil(1024)
        ))?;
        print(&stale(&build))?;
        Ok(Outcome::Clean)
    }
}

/// What became of stale texts; nothing if there are none.
fn stale(build: &emit::Build) -> String {
    match (build.passed_over, build.kept) {
        (0, 0) => String::new(),
        (passed_over, kept) => {
            format!("stale texts: {passed_over} fell back, {kept} kept, as the manifest says\n")
        }
    }
}

fn day(text: &str) -> Result<Day, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return Err("write a day as 2026-12-24".to_owned());
    };
    let day = match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Day::new(year, month, day),
        _ => None,
    };
    day.ok_or_else(|| "this day does not exist".to_owned())
}

fn today() -> Result<Day, Failure> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text
            .parse::<u64>()
            .map_err(|_| Failure::new("SOURCE_DATE_EPOCH must be a number of seconds"))?,
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs()),
    };
    Ok(Day::from_epoch((seconds / 86_400) as i64))
}
