//! Records that are committed beside the translations: what source texts `sync` saw, and which
//! ids content has used up. Plain lines, so that git merges them and people can read them.
//!
//! What the records say about a translation is not decided here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The file of ids that content used once, below the folder of records.
pub const RETIRED: &str = "retired.txt";

/// The folder of source snapshots, below the folder of records.
pub const SNAPSHOTS: &str = "source";

const RETIRED_HEAD: &str =
    "# Ids that content used once and that never come back. Made by `isogloss sync`.\n";
const SNAPSHOT_HEAD: &str =
    "# Source texts as `isogloss sync` last saw them. Made by `isogloss sync`.\n";

/// Reads retired ids: one a line. Comments and merge-conflict markers are passed over, so both
/// sides of a conflict count.
pub fn read_retired(text: &str) -> BTreeSet<String> {
    lines(text).map(str::to_owned).collect()
}

/// Writes retired ids, sorted.
pub fn write_retired(ids: &BTreeSet<String>) -> String {
    let mut text = RETIRED_HEAD.to_owned();
    for id in ids {
        let _ = writeln!(text, "{id}");
    }
    text
}

/// The parts of one source resource: name (`id` or `id.attribute`) → text.
pub type Snapshot = Vec<(String, String)>;

/// Reads a snapshot: a name, then indented under it the text as a JSON string.
pub fn read_snapshot(text: &str) -> Snapshot {
    let mut snapshot = Snapshot::new();
    let mut seen = BTreeMap::new();
    let mut name = None;
    for line in text.lines().filter(|line| !is_marker(line) && !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => name = Some(line),
            Some(value) => {
                let (Some(name), Ok(text)) = (name, serde_json::from_str::<String>(value)) else {
                    continue;
                };
                if seen.insert((name, text.clone()), ()).is_none() {
                    snapshot.push((name.to_owned(), text));
                }
            }
        }
    }
    snapshot
}

/// Writes a snapshot in the order given.
pub fn write_snapshot(parts: &[(String, String)]) -> String {
    let mut text = SNAPSHOT_HEAD.to_owned();
    for (name, value) in parts {
        let value = serde_json::Value::String(value.clone());
        let _ = writeln!(text, "{name}\n  {value}");
    }
    text
}

/// The file of a resource's snapshot, below the folder of records.
pub fn snapshot_path(resource: &str) -> String {
    format!("{SNAPSHOTS}/{resource}.txt")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_marker(line))
}

/// Whether a merge left a record in conflict: what it holds counts, but it must be written again.
pub fn is_unmerged(text: &str) -> bool {
    text.lines().any(is_conflict_marker)
}

fn is_marker(line: &str) -> bool {
    line.starts_with('#') || is_conflict_marker(line)
}

fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_read_back_even_in_the_middle_of_a_merge() {
        let parts =
            vec![("a".to_owned(), "x\n\"y\"".to_owned()), ("a.b".to_owned(), "é".to_owned())];
        assert_eq!(read_snapshot(&write_snapshot(&parts)), parts);
        let retired = "<<<<<<< HEAD\na-1\n=======\na-2\n>>>>>>> other\n";
        assert_eq!(read_retired(retired).len(), 2);
    }
}
