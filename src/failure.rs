//! Why the tool cannot go on: its surroundings failed, or it was asked for what does not exist.
//!
//! A failure is never about the user's content; that is a finding (`diagnostic`).

use std::fmt;

/// A failure, with what to do about it.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done: lower case, no full stop.
    pub message: String,
    /// What to do, where the cause is known.
    pub help: Option<String>,
    /// The error of the system beneath.
    pub cause: Option<std::io::Error>,
}

impl Failure {
    /// A failure that needs no more words than its message.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, cause: None }
    }

    /// The system refused something.
    pub fn io(message: impl Into<String>, cause: std::io::Error) -> Self {
        Self { message: message.into(), help: None, cause: Some(cause) }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}
