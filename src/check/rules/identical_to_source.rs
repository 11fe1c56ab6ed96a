//! A translation that says what the source says. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule, Shared};
use super::super::view::{Kinship, PartView};
use super::super::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::evaluate::Path;
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "identical-to-source",
    summary: "a translation that says what the source says",
    severity: Some(Severity::Warning),
    page: include_str!("identical_to_source.md"),
    check: Check::PartWith(Holds::own(Features::LETTER), check),
};

/// So many words in a row do not mean the same in two languages.
const WORDS: usize = 3;
/// Nor do so many where the language is not even written in these letters.
const WORDS_OF_ANOTHER_SCRIPT: usize = 2;

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    if part.entry.found.message.is_term || part.is_setting() {
        return;
    }
    let sources = &original.paths;
    let is_same = |path: &Path<'_>| sources.iter().any(|source| has_same_letters(path, source));
    let Some(same) = part.paths().iter().find(|path| is_same(path)) else { return };
    let kinship = part.entry.locale.kinship();
    let mut untranslated = part.paths().iter().filter(|path| is_same(path));
    if kinship.is_close || !untranslated.any(|path| is_translatable(path, kinship)) {
        return;
    }
    let is_whole = part.paths().iter().all(is_same);
    let finding = finding(part, if is_whole { None } else { Some(same) });
    let what = finding.message.to_string();
    findings.push_unless_shared(original, finding, what, Shared::ByHalf);
}

fn finding(part: &PartView<'_>, path: Option<&Path<'_>>) -> Diagnostic {
    let name = part.name();
    let choice = path.and_then(|path| Some((path, path.choices.last()?)));
    let (span, message) = match choice {
        Some((path, choice)) => (
            choice.key().span(),
            format!("`{name}` says the same as the source for [{}]", path.label(part.text())),
        ),
        None => (part.pattern().span, format!("`{name}` says the same as the source")),
    };
    let source = part.entry.locale.source.locale();
    part.finding(RULE.id, span, message)
        .label(format!("readers get `{source}`"))
        .help("translate it, or say why not: `# isogloss: allow(identical-to-source) the reason`")
}

/// Equal but for placeables, numbers, signs and spaces. It ends at the first letter that differs.
fn has_same_letters(one: &Path<'_>, other: &Path<'_>) -> bool {
    let is_letter = |c: &char| Features::of_char(*c).has(Features::LETTER);
    let (one, other) = (one.text(), other.text());
    let first = |text: &str| text.chars().next().filter(is_letter);
    if first(one).zip(first(other)).is_some_and(|(one, other)| one != other) {
        return false;
    }
    // Many begin with the same name or tag.
    let is_same = |(one, other): &(u8, u8)| one == other;
    let same = one.bytes().zip(other.bytes()).take_while(is_same).count();
    let same = one.floor_char_boundary(same);
    one[same..].chars().filter(is_letter).eq(other[same..].chars().filter(is_letter))
}

/// Whether the path has words that another language would say in its own.
fn is_translatable(path: &Path<'_>, kinship: Kinship) -> bool {
    let enough = if kinship.shares_script { WORDS } else { WORDS_OF_ANOTHER_SCRIPT };
    words::plain(path.text()).len() >= enough
}
