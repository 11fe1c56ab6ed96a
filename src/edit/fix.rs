//! The edits that findings offer, made by byte range: nothing else of a file changes.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Edit};
use crate::files::Output;

/// What mending findings comes to.
#[derive(Debug)]
pub struct Fixed {
    /// The files as they would be, with what they are now.
    pub files: Vec<(Output, String)>,
    /// How many findings are mended.
    pub mended: usize,
}

/// Applies what findings offer. Of two findings that want to change the same place the first in
/// its file is mended; the other comes up again when the files are checked again.
pub fn fix(findings: &[Diagnostic], read: &dyn Fn(&str) -> Option<String>) -> Fixed {
    let mut by_path: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| !finding.edits().is_empty()) {
        by_path.entry(&finding.place.path).or_default().push(finding);
    }
    let mut fixed = Fixed { files: Vec::new(), mended: 0 };
    for (path, findings) in by_path {
        let Some(before) = read(path) else { continue };
        let (edits, mended) = compatible(&findings);
        let Some(after) = apply(&before, &edits) else { continue };
        fixed.mended += mended;
        fixed.files.push((Output::new(path, after), before));
    }
    fixed
}

/// The edits of findings none of which stands in another's way, and of how many findings they are.
fn compatible<'a>(findings: &[&'a Diagnostic]) -> (Vec<&'a Edit>, usize) {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut mended = 0;
    for finding in findings {
        let is_same = |edit: &Edit| taken.contains(&edit);
        if finding.edits().iter().all(is_same) {
            mended += 1;
            continue;
        }
        let in_the_way = |edit: &Edit| taken.iter().any(|other| other.span.touches(edit.span));
        if !finding.edits().iter().any(in_the_way) {
            taken.extend(finding.edits());
            mended += 1;
        }
    }
    taken.sort_by_key(|edit| edit.span);
    (taken, mended)
}

/// The text with edits made; `None` if the text is not the one they were made for.
pub(super) fn apply(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        after.push_str(text.get(at..edit.span.start as usize)?);
        after.push_str(&edit.replacement);
        at = edit.span.end as usize;
    }
    after.push_str(text.get(at..)?);
    Some(after)
}
