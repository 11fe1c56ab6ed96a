//! What is left to translate in a locale, in the order in which a reader meets it.

use std::fmt::Write as _;

use anstyle::Style;

use crate::text::counted;

/// One part that is missing.
#[derive(Clone, Debug)]
pub struct Todo {
    /// The file to translate it in.
    pub path: String,
    /// `id` or `id.attribute`.
    pub name: String,
    /// The translator's comment, if there is one.
    pub comment: String,
    /// The source as it is written.
    pub source: String,
    /// Words of the source.
    pub words: usize,
    /// `missing` or `invalid`.
    pub state: &'static str,
}

/// The list for people, by file, with counts.
pub fn todo(locale: &str, parts: &[Todo]) -> String {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    if parts.is_empty() {
        return format!("{locale}: nothing is left to translate\n");
    }
    let words: usize = parts.iter().map(|part| part.words).sum();
    let mut text = format!(
        "{bold}{locale}{bold:#}: {} left, {}\n",
        counted(parts.len(), "part"),
        counted(words, "word")
    );
    let mut path = "";
    for part in parts {
        if part.path != path {
            path = &part.path;
            let words: usize =
                parts.iter().filter(|other| other.path == path).map(|part| part.words).sum();
            let _ = writeln!(text, "\n{bold}{path}{bold:#} {dim}{}{dim:#}", counted(words, "word"));
        }
        let note =
            if part.state == "missing" { String::new() } else { format!(" ({})", part.state) };
        let _ = writeln!(text, "\n  {}{note}", part.name);
        for line in part.comment.lines() {
            let _ = writeln!(text, "    {dim}# {line}{dim:#}");
        }
        for line in part.source.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}
