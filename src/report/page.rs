//! A rule's page as text for a terminal.

use anstyle::Style;

/// Markdown with its headings set off; fences are indented.
pub fn page(markdown: &str) -> String {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let mut text = String::new();
    let mut in_fence = false;
    for line in markdown.lines() {
        if let Some(info) = line.strip_prefix("```") {
            in_fence = !in_fence;
            if in_fence && !info.is_empty() {
                text.push_str(&format!("    {dim}{info}{dim:#}\n"));
            }
        } else if in_fence {
            text.push_str(&format!("    {line}\n"));
        } else if line.starts_with('#') {
            text.push_str(&format!("{bold}{}{bold:#}\n", line.trim_start_matches('#').trim()));
        } else {
            text.push_str(&format!("{line}\n"));
        }
    }
    text
}
