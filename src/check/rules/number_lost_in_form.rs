//! A plural form that stands for several numbers but shows none. The page beside this file says the rest.

use std::collections::BTreeSet;

use super::super::figure::is_typed;
use super::super::reading::Reading;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::{PartView, Plural, path_shows, selected};
use crate::diagnostic::Severity;
use crate::evaluate::Choice;
use crate::locale::plural::category_named;
use crate::locale::written::Features;
use crate::syntax::Key;

pub(super) static RULE: Rule = Rule {
    id: "number-lost-in-form",
    summary: "a plural form that stands for several numbers but shows none",
    severity: Some(Severity::Warning),
    page: include_str!("number_lost_in_form.md"),
    check: Check::PartWith(Holds::own(Features::CHOICE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    if original.pattern.is_text() || part.repeats_source() {
        return;
    }
    let text = part.text();
    let mut reported = BTreeSet::new();
    for path in part.paths().iter().filter(|path| !path.is_empty()) {
        for choice in &path.choices {
            let Some(plural) = part.plural(choice.select) else { continue };
            let key = choice.key().span();
            if path_shows(path, text, plural.variable)
                || part.is_misspelt(plural.variable)
                || !shown_somewhere(original, plural.variable)
                || reported.contains(&key)
            {
                continue;
            }
            // Readers see today's value: `hard-coded-figure` tells of it.
            if is_typed(part, path, plural.variable) {
                continue;
            }
            let Some((numbers, is_more)) = several(part, choice, plural) else { continue };
            reported.insert(key);
            let name = key.of(text);
            let message = format!("the form [{name}] does not show `${}`", plural.variable);
            let finding = part
                .finding(RULE.id, key, message)
                .label(format!("readers cannot tell {} and {} apart", numbers.0, numbers.1))
                .help(help(choice, plural, numbers));
            // A text is seldom shown for none.
            let is_doubtful = numbers == (0, 1) && !is_more && !plural.is_declared();
            findings.push(if is_doubtful { finding.milder(Severity::Note) } else { finding });
        }
    }
}

/// A form that is no default may also be written for the one number it was meant for.
fn help(choice: &Choice<'_>, plural: &Plural<'_>, numbers: (u32, u32)) -> String {
    let show = format!("show `{{ ${} }}` in it", plural.variable);
    let meant = if numbers == (0, 1) { 1 } else { numbers.0 };
    match choice.is_default() {
        true => show,
        false => format!("{show}, or write [{meant}] for exactly {meant}"),
    }
}

/// Whether the source shows the number for all but numbers it names one by one.
fn shown_somewhere(original: &Reading<'_>, variable: &str) -> bool {
    let source = original.text;
    let default = original.paths.iter().filter(|path| {
        path.choices.iter().all(|choice| {
            choice.is_default()
                || selected(&choice.select.selector, source)
                    .is_none_or(|(name, _)| name != variable)
        })
    });
    default.into_iter().all(|path| path_shows(path, source, variable))
}

/// The first two numbers a form stands for, if there is more than one, and whether there are others.
fn several(
    part: &PartView<'_>,
    choice: &Choice<'_>,
    plural: &Plural<'_>,
) -> Option<((u32, u32), bool)> {
    let text = part.text();
    let Key::Name(name) = choice.key() else { return None };
    let wanted = category_named(name.of(text))?;
    let plurals = &part.facts().plurals;
    if !choice.is_default() && plurals.only_integer(plural.kind, wanted).is_some() {
        return None;
    }
    let mut standing = plural.numbers.iter().filter(|&&number| {
        let category = plurals.category_of(plural.kind, number);
        let takes = category == wanted
            || (choice.is_default() && !Plural::has_form(choice.select, text, category));
        takes && !plural.is_named(choice.select, text, number)
    });
    Some(((*standing.next()?, *standing.next()?), standing.next().is_some()))
}
