//! A project's files as they would be with outputs written.

use std::collections::BTreeMap;
use std::io;

use crate::files::{Files, Output, Walk};

/// Files with some of them replaced, added or removed.
pub struct Overlay<'a> {
    below: &'a dyn Files,
    outputs: BTreeMap<String, Option<Vec<u8>>>,
}

impl<'a> Overlay<'a> {
    /// What `below` holds, and these instead. Of two for one path the last counts.
    pub fn new(below: &'a dyn Files, outputs: impl IntoIterator<Item = Output>) -> Self {
        let outputs = outputs.into_iter().map(|output| (output.path, output.bytes)).collect();
        Self { below, outputs }
    }
}

impl Files for Overlay<'_> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        match self.outputs.get(path) {
            None => self.below.read(path),
            Some(Some(bytes)) => Ok(bytes.clone()),
            Some(None) => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn walk(&self, folder: &str) -> Walk {
        let mut walk = self.below.walk(folder);
        let start = match folder.trim_end_matches('/') {
            "" => String::new(),
            folder => format!("{folder}/"),
        };
        // As on the disk, what is hidden is not walked into.
        let is_below = |path: &str| {
            let rest = path.strip_prefix(&start);
            rest.is_some_and(|rest| !rest.split('/').any(|name| name.starts_with('.')))
        };
        walk.files.retain(|path| !self.outputs.contains_key(path));
        let added = self.outputs.iter().filter(|(path, bytes)| bytes.is_some() && is_below(path));
        walk.files.extend(added.map(|(path, _)| path.clone()));
        walk.files.sort();
        walk
    }
}
