//! The façade: a project opened from files, with everything that was found on the way.

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Severity};
use crate::failure::Failure;
use crate::files::Files;
use crate::load;
use crate::project::Project;
use crate::text::SourceText;

/// A loaded project and what loading found.
#[derive(Debug)]
pub struct Session {
    /// The project.
    pub project: Project,
    /// Findings about files that could not be read as they should.
    pub loading: Vec<Diagnostic>,
}

impl Session {
    /// Opens the project whose configuration lies at the root of `files`.
    ///
    /// # Errors
    /// There is no configuration, or it cannot be read.
    pub fn open(files: &dyn Files) -> Result<Opened, Failure> {
        let bytes = files.read(config::FILE).map_err(|error| {
            let message = format!("cannot read {}", config::FILE);
            Failure::io(message, error)
                .help("run `isogloss init` to make one, or `isogloss check --source en <folder>`")
        })?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::new(format!("{} is not UTF-8", config::FILE)))?;
        let source = SourceText::new(config::FILE, text);
        let (config, findings) = config::read(&source, &[]);
        Ok(match config {
            Some(config) => {
                let mut session = Self::with(files, config);
                session.loading.extend(findings);
                Opened::Project(Box::new(session))
            }
            None => Opened::Broken(findings),
        })
    }

    /// Opens a project with a configuration that was made up elsewhere.
    pub fn with(files: &dyn Files, config: Config) -> Self {
        let (project, loading) = load::load(files, config);
        Self { project, loading }
    }

    /// Whether loading found an error.
    pub fn is_broken(&self) -> bool {
        self.loading.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// What came of opening a project.
#[derive(Debug)]
pub enum Opened {
    /// A project.
    Project(Box<Session>),
    /// A configuration that says too little to load anything by.
    Broken(Vec<Diagnostic>),
}
