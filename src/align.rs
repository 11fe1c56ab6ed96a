//! Aligning two sequences of texts: what stayed, what was replaced, by the algorithm of Myers.

use rustc_hash::FxHashMap;
use similar::algorithms::{Capture, Compact, Replace, myers};

pub use similar::{DiffOp, DiffTag};

/// The steps from one sequence to another, in order. Together they cover both.
pub fn align<'t>(
    old: impl IntoIterator<Item = &'t str>,
    new: impl IntoIterator<Item = &'t str>,
) -> Vec<DiffOp> {
    // Equal texts get equal numbers: these are compared faster, and by one function for all.
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut number = |text| {
        let next = numbers.len() as u32;
        *numbers.entry(text).or_insert(next)
    };
    let old: Vec<u32> = old.into_iter().map(&mut number).collect();
    let new: Vec<u32> = new.into_iter().map(&mut number).collect();
    align_numbers(&old, &new)
}

fn align_numbers(old: &[u32], new: &[u32]) -> Vec<DiffOp> {
    let mut steps = Compact::new(Replace::new(Capture::new()), old, new);
    match myers::diff(&mut steps, old, 0..old.len(), new, 0..new.len()) {
        Ok(()) => steps.into_inner().into_inner().into_ops(),
        Err(never) => match never {},
    }
}
