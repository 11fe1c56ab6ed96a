//! Circles that come of putting texts of several locales into one bundle.
//!
//! What a text of another locale refers to is the bundle's own in the end. So two texts, each sound
//! where it was written, may refer to each other.

use rustc_hash::{FxHashMap, FxHashSet};

use super::shown::{Message, Part};
use crate::config::Groups;
use crate::project::group;
use crate::resolve::{Chain, target_of};
use crate::syntax::walk_references;

/// The index of a message, and of a part of it.
type At = (usize, usize);
/// What a reference reaches: group, whether it is a term, id, attribute.
type Name<'a> = (&'a str, bool, &'a str, Option<&'a str>);

/// Lets the texts on a circle fall back to the source, in which there is none.
pub(super) fn untie<'a>(chain: &Chain<'a>, messages: &mut [Message<'a>]) {
    let last = chain.links.len() - 1;
    let groups = chain.origin.config.groups;
    let index = index(groups, messages);
    while let Some(circle) = circle(groups, messages, &index) {
        let mut is_untied = false;
        for (message, part) in circle {
            let part = &mut messages[message].parts[part];
            if part.source.is_some_and(|source| source.link < last) {
                part.source = chain.original(part.name);
                part.is_untied = true;
                is_untied = true;
            }
        }
        if !is_untied {
            return;
        }
    }
}

fn index<'a>(groups: Groups, messages: &[Message<'a>]) -> FxHashMap<Name<'a>, At> {
    let mut index = FxHashMap::default();
    for (number, message) in messages.iter().enumerate() {
        for (part_number, part) in message.parts.iter().enumerate() {
            let name = part.name;
            let name = (group(groups, name.resource), name.is_term, name.id, name.attribute);
            index.insert(name, (number, part_number));
        }
    }
    index
}

/// A circle, if there is one: a text of another locale leads to it, for those of the locale itself are
/// known to be sound.
fn circle<'a>(
    groups: Groups,
    messages: &[Message<'a>],
    index: &FxHashMap<Name<'a>, At>,
) -> Option<Vec<At>> {
    let is_foreign = |part: &Part<'_>| part.source.is_some_and(|source| source.link > 0);
    let foreign = messages.iter().enumerate().flat_map(|(number, message)| {
        let parts = message.parts.iter().enumerate().filter(move |(_, part)| is_foreign(part));
        parts.map(move |(part, _)| (number, part))
    });
    let next = |(message, part): At| referred(groups, &messages[message].parts[part], index);
    let mut seen = FxHashSet::default();
    foreign.into_iter().find_map(|start| circle_behind(start, &next, &mut seen))
}

/// A circle among what a part leads to, but for what was seen before.
fn circle_behind(
    start: At,
    next: &dyn Fn(At) -> Vec<At>,
    seen: &mut FxHashSet<At>,
) -> Option<Vec<At>> {
    if !seen.insert(start) {
        return None;
    }
    let mut way = vec![start];
    let mut on_way = FxHashSet::from_iter([start]);
    let mut left = vec![next(start)];
    while let Some(choices) = left.last_mut() {
        match choices.pop() {
            Some(part) if on_way.contains(&part) => {
                let behind = way.into_iter().skip_while(|on_way| *on_way != part);
                return Some(behind.collect());
            }
            Some(part) if seen.insert(part) => {
                way.push(part);
                on_way.insert(part);
                left.push(next(part));
            }
            Some(_) => {}
            None => {
                left.pop();
                way.pop().iter().for_each(|part| {
                    on_way.remove(part);
                });
            }
        }
    }
    None
}

/// The parts that a part shows, as a run time finds them.
fn referred<'a>(groups: Groups, part: &Part<'a>, index: &FxHashMap<Name<'a>, At>) -> Vec<At> {
    let Some(source) = part.source.filter(|source| !source.pattern.is_text()) else {
        return Vec::new();
    };
    let text = source.found.resource.text();
    let group = group(groups, part.name.resource);
    let mut reached = Vec::new();
    walk_references(source.pattern, &mut |reference| {
        if let Some((target, _)) = target_of(reference, text) {
            let name = (group, target.is_term, target.id, target.attribute);
            reached.extend(index.get(&name).copied());
        }
    });
    reached
}
