//! `isogloss todo`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Outcome, open, print, with_slashes};
use crate::failure::Failure;
use crate::files::{Disk, Output, System, write_each};
use crate::report;
use crate::sheet;
use crate::todo::Todo as Left;

/// List what is left to do in a locale, in page order: what is missing, stale, and wrong
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
isogloss todo sw                                    with the source, and how it changed\n  \
isogloss todo sw --format csv --output sw.csv       for a spreadsheet\n  \
isogloss import sw sw.csv                           and back, filled in\n  \
isogloss todo sw --format markdown --output sw.md   for an issue or a mail")]
pub(super) struct Todo {
    /// The locale
    locale: String,

    /// How it is told
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Write it to a file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What stands between the cells of a CSV table
    #[arg(long, value_enum, default_value_t = Separator::Comma)]
    separator: Separator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A list with comments
    Human,
    /// A list in Markdown, with boxes to tick
    Markdown,
    /// A JSON document
    Json,
    /// A table to be filled in with a spreadsheet, and taken back by `isogloss import`
    Csv,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Separator {
    /// As the format's standard has it
    Comma,
    /// As Excel expects it where numbers are written with a comma
    Semicolon,
    /// As Excel takes it when it is pasted
    Tab,
}

impl Todo {
    pub(super) fn run(self, project: Option<&Path>) -> Result<Outcome, Failure> {
        let project = open(project)?;
        let left = project.session.todo(&self.locale)?;
        let text = self.text(&left);
        match &self.output {
            None => print(&text)?,
            Some(path) => {
                let text = match self.format {
                    Format::Human => anstream::adapter::strip_str(&text).to_string(),
                    _ => text,
                };
                if path.exists() && !path.is_file() {
                    let path = path.display();
                    return Err(Failure::new(format!("cannot write `{path}`: it is not a file")));
                }
                let output = Output::new(with_slashes(path), text);
                write_each(&System, &Disk::new("."), &[output])?;
            }
        }
        Ok(Outcome::Clean)
    }

    fn text(&self, left: &Left) -> String {
        match self.format {
            Format::Human => report::todo_text(left),
            Format::Markdown => report::todo_markdown(left),
            Format::Json => report::todo_json(left),
            Format::Csv => report::todo_csv(
                left,
                match self.separator {
                    Separator::Comma => sheet::Separator::Comma,
                    Separator::Semicolon => sheet::Separator::Semicolon,
                    Separator::Tab => sheet::Separator::Tab,
                },
            ),
        }
    }
}
