//! What most locales share is no fault of theirs: it becomes one finding on the source.

use std::collections::BTreeMap;

use super::rule::{Doubt, Shared};
use crate::diagnostic::Diagnostic;

/// So many locales must agree before they outvote the source.
const FEW: usize = 3;

/// The parts of the source that a locale translates, by their numbers.
#[derive(Debug)]
pub(super) struct Translated(Vec<u64>);

impl Translated {
    pub(super) fn new(parts: usize) -> Self {
        Self(vec![0; parts.div_ceil(64)])
    }

    pub(super) fn insert(&mut self, part: u32) {
        self.0[part as usize / 64] |= 1 << (part % 64);
    }

    fn has(&self, part: u32) -> bool {
        self.0[part as usize / 64] & 1 << (part % 64) != 0
    }
}

/// Settles doubts: a finding for each locale, or where enough of those that translate the part share
/// it, what is said instead.
pub(super) fn settle(doubts: Vec<Doubt>, translated: &[Translated]) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<(u32, &'static str, String), Vec<Doubt>> = BTreeMap::new();
    for mut doubt in doubts {
        let what = std::mem::take(&mut doubt.what);
        groups.entry((doubt.part, doubt.finding.rule, what)).or_default().push(doubt);
    }
    let mut findings = Vec::new();
    for ((part, ..), mut group) in groups {
        let locales = translated.iter().filter(|translated| translated.has(part)).count();
        let count = group.len();
        let is_shared = match group[0].shared {
            Shared::ByMost(_) => count >= FEW && count * 2 > locales,
            Shared::ByHalf => count >= FEW && count * 2 >= locales,
            Shared::ByTwo => count >= 2,
        };
        if !is_shared {
            findings.extend(group.into_iter().map(|doubt| doubt.finding));
            continue;
        }
        let Some(Doubt { finding, shared: Shared::ByMost(mut on_source), .. }) = group.pop() else {
            continue;
        };
        on_source.message = format!("{count} of {locales} locales {}", on_source.message).into();
        on_source.severity = finding.severity;
        findings.push(on_source.help("if it means something else now, give it a new id"));
    }
    findings
}
