//! The only door to the disk: reading a project, and putting finished files in place.
//!
//! Paths are relative to a root, with `/` on every system. What the files mean is nobody's
//! business here.

#![expect(clippy::disallowed_methods, reason = "this module is the door")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::failure::Failure;
use crate::text::utf8;

/// The largest file that is read, in bytes: far above any real one, far below what hurts.
pub const MAX_FILE: u64 = 256 * 1024 * 1024;

/// Why a pipe, a socket or a device is not read.
const NO_FILE: &str = "it is no file but a pipe or a device";

/// Somewhere files can be read from.
pub trait Files: Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// Whatever the system says; a file over [`MAX_FILE`] is refused.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// A file as text; `None` if it cannot be read, or not as that.
    fn text(&self, path: &str) -> Option<String> {
        utf8(&self.read(path).ok()?).map(str::to_owned)
    }

    /// Every file below a folder, sorted by path. An absent folder has none.
    fn walk(&self, folder: &str) -> Walk;
}

/// How many bytes of a file are read in one go.
const FIRST: usize = 8 * 1024;

/// What was found below a folder.
#[derive(Debug, Default)]
pub struct Walk {
    /// Files, sorted.
    pub files: Vec<String>,
    /// Folders that could not be followed, and why.
    pub unreadable: Vec<(String, String)>,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Relative to the project (or the build's folder), with `/`.
    pub path: String,
    /// What it will hold; `None` removes the file.
    pub bytes: Option<Vec<u8>>,
}

impl Output {
    /// A file with these bytes.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: Some(bytes.into()) }
    }
}

/// A folder on disk.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// Paths will be relative to `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where a relative path lies on this system.
    pub fn locate(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.root.clone() } else { self.root.join(path) }
    }

    /// Whether there is a file or folder.
    pub fn exists(&self, path: &str) -> bool {
        self.locate(path).symlink_metadata().is_ok()
    }

    /// Walks a folder. `way` is every folder from which a symbolic link led here.
    fn walk_into(&self, folder: &str, way: &[PathBuf]) -> Walk {
        let mut walk = Walk::default();
        let entries = match std::fs::read_dir(self.locate(folder)) {
            Ok(entries) => entries,
            Err(error) => {
                walk.unreadable.push((folder.to_owned(), error.to_string()));
                return walk;
            }
        };
        let mut folders = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => self.walk_entry(folder, &entry, &mut folders, &mut walk),
                Err(error) => walk.unreadable.push((folder.to_owned(), error.to_string())),
            }
        }
        let walks: Vec<Walk> = folders
            .par_iter()
            .map(|(path, is_link)| match is_link {
                false => self.walk_into(path, way),
                true => self.walk_link(folder, path, way),
            })
            .collect();
        for below in walks {
            walk.files.extend(below.files);
            walk.unreadable.extend(below.unreadable);
        }
        walk
    }

    /// Follows a symbolic link in a folder to another folder, unless it leads back to one that the
    /// way here went through.
    fn walk_link(&self, folder: &str, path: &str, way: &[PathBuf]) -> Walk {
        let unreadable = |reason: String| {
            let unreadable = vec![(path.to_owned(), reason)];
            Walk { unreadable, ..Walk::default() }
        };
        let real = |path: &str| self.locate(path).canonicalize();
        let (here, there) = match (real(folder), real(path)) {
            (Ok(here), Ok(there)) => (here, there),
            (Err(error), _) | (_, Err(error)) => return unreadable(error.to_string()),
        };
        let way = [way, &[here]].concat();
        if way.iter().any(|above| above.starts_with(&there)) {
            return unreadable("a symbolic link leads back to a folder above it".to_owned());
        }
        self.walk_into(path, &way)
    }

    /// Adds a file to what was found, or a folder to what is to be walked, with whether it is a link.
    fn walk_entry(
        &self,
        folder: &str,
        entry: &std::fs::DirEntry,
        folders: &mut Vec<(String, bool)>,
        walk: &mut Walk,
    ) {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            let shown = format!("{folder}/{}", name.to_string_lossy());
            return walk.unreadable.push((shown, "its name is not UTF-8".to_owned()));
        };
        if name.starts_with('.') || name == "node_modules" {
            return;
        }
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        match entry.file_type() {
            Ok(kind) if kind.is_file() => walk.files.push(path),
            Ok(kind) if kind.is_dir() => folders.push((path, false)),
            _ => match std::fs::metadata(entry.path()) {
                Ok(target) if target.is_dir() => folders.push((path, true)),
                // A pipe or a device is refused when it is read, if anybody wants it.
                Ok(_) => walk.files.push(path),
                Err(error) => walk.unreadable.push((path, error.to_string())),
            },
        }
    }
}

impl Files for Disk {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let mut file = open(&self.locate(path))?;
        // Most files are small, and read before anything is asked about them.
        let mut bytes = Vec::with_capacity(FIRST);
        let length = file.by_ref().take(FIRST as u64).read_to_end(&mut bytes)?;
        if (1..FIRST).contains(&length) {
            bytes.shrink_to_fit();
            return Ok(bytes);
        }
        let found = file.metadata()?;
        if !found.is_file() {
            return Err(io::Error::other(NO_FILE));
        }
        let too_large = || {
            let limit = MAX_FILE / 1024 / 1024;
            io::Error::other(format!("it is larger than {limit} MiB"))
        };
        if found.len() > MAX_FILE {
            return Err(too_large());
        }
        bytes.reserve_exact((found.len() as usize).saturating_sub(length));
        // What is found may grow while it is read.
        file.take(MAX_FILE + 1 - length as u64).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MAX_FILE { Err(too_large()) } else { Ok(bytes) }
    }

    fn walk(&self, folder: &str) -> Walk {
        let folder = folder.trim_end_matches('/');
        match std::fs::metadata(self.locate(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Walk::default(),
            _ => {}
        }
        let mut walk = self.walk_into(folder, &[]);
        walk.files.sort();
        walk.unreadable.sort();
        walk
    }
}

/// Opens a file, without waiting for somebody to write to it if it is a pipe.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let at_once = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    std::fs::OpenOptions::new().read(true).custom_flags(at_once).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<std::fs::File> {
    std::fs::File::open(path)
}

/// Files held in memory, by path: for tests and for previews.
#[derive(Debug, Default, Clone)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Memory {
    /// From pairs of path and text.
    pub fn new<P: Into<String>, T: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, T)>) -> Self {
        Self(files.into_iter().map(|(path, text)| (path.into(), text.into())).collect())
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn walk(&self, folder: &str) -> Walk {
        let prefix = match folder.trim_end_matches('/') {
            "" => String::new(),
            folder => format!("{folder}/"),
        };
        let below = self.0.keys().filter(|path| {
            path.starts_with(&prefix)
                && !path[prefix.len()..].split('/').any(|name| name.starts_with('.'))
        });
        Walk { files: below.cloned().collect(), unreadable: Vec::new() }
    }
}

/// Changes to the disk, one system call each, so that a test can make any of them fail.
pub trait Store {
    /// Creates a folder and those above it.
    ///
    /// # Errors
    /// Whatever the system says; likewise below.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a new file and makes sure it has reached the disk.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Renames a file or folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders in one step, where the system can.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Makes sure a folder's entries have reached the disk.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and all in it.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The real disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Store for System {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        use io::Write as _;
        let mut file = std::fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) { std::fs::File::open(path)?.sync_all() } else { Ok(()) }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_dir_all(path)
    }
}

/// Writes or removes files one by one; each is replaced whole or not at all.
///
/// # Errors
/// The first change the system refused; files before it are already in place.
pub fn write_each(store: &dyn Store, disk: &Disk, outputs: &[Output]) -> Result<(), Failure> {
    for output in outputs {
        let path = disk.locate(&output.path);
        let refused = |cause| Failure::io(format!("cannot write `{}`", output.path), cause);
        let Some(bytes) = &output.bytes else {
            store.remove_file(&path).map_err(refused)?;
            continue;
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        store.create_folder(folder).map_err(refused)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let unfinished = folder.join(format!(".{name}.isogloss-unfinished"));
        let written = store
            .write(&unfinished, bytes)
            .and_then(|()| store.rename(&unfinished, &path))
            .and_then(|()| store.sync_folder(folder));
        if let Err(cause) = written {
            let _ = store.remove_file(&unfinished);
            return Err(refused(cause));
        }
    }
    Ok(())
}

/// Puts a folder of finished files where `folder` is, in one step.
///
/// Whatever fails, and whenever the machine stops, `folder` is the old one or the new one, whole.
/// Where the system cannot exchange two folders, there is a moment without one; then the old one
/// waits beside it as `<folder>.previous`, and the next call puts it back first.
///
/// # Errors
/// What the system refused; the old folder is in place.
pub fn replace_folder(
    store: &dyn Store,
    disk: &Disk,
    folder: &str,
    outputs: &[Output],
) -> Result<(), Failure> {
    let target = disk.locate(folder);
    let beside = |suffix: &str| disk.locate(&format!("{folder}{suffix}"));
    let (unfinished, previous) = (beside(".unfinished"), beside(".previous"));
    let refused = |cause| Failure::io(format!("cannot write `{folder}`"), cause);

    if previous.exists() {
        match target.exists() {
            true => store.remove_folder(&previous).map_err(refused)?,
            false => store.rename(&previous, &target).map_err(refused)?,
        }
    }
    if unfinished.exists() {
        store.remove_folder(&unfinished).map_err(refused)?;
    }
    if let Err(cause) = write_folder(store, &unfinished, outputs)
        .and_then(|()| swap(store, &unfinished, &target, &previous))
    {
        let _ = store.remove_folder(&unfinished);
        return Err(refused(cause));
    }
    // The new folder is in place; what is left of the old one does no harm.
    let _ = store.sync_folder(target.parent().unwrap_or(Path::new(".")));
    for leftover in [unfinished, previous] {
        if leftover.exists() {
            let _ = store.remove_folder(&leftover);
        }
    }
    Ok(())
}

fn write_folder(store: &dyn Store, folder: &Path, outputs: &[Output]) -> io::Result<()> {
    store.create_folder(folder)?;
    let mut folders = BTreeSet::from([folder.to_owned()]);
    for output in outputs {
        let path = folder.join(&output.path);
        if let Some(parent) = path.parent()
            && folders.insert(parent.to_owned())
        {
            store.create_folder(parent)?;
        }
        store.write(&path, output.bytes.as_deref().unwrap_or_default())?;
    }
    folders.iter().try_for_each(|folder| store.sync_folder(folder))
}

fn swap(store: &dyn Store, new: &Path, target: &Path, previous: &Path) -> io::Result<()> {
    if !target.exists() {
        return store.rename(new, target);
    }
    match store.exchange(new, target) {
        // A file system that cannot says one or the other.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
        }
        outcome => return outcome,
    }
    store.rename(target, previous)?;
    let moved = store.rename(new, target);
    if moved.is_err() {
        store.rename(previous, target)?;
    }
    moved
}
