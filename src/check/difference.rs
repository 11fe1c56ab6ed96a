//! What a variant path of a translation lacks of the source, and what it has beyond it.
//!
//! A source that says different things on its own paths lets a translation say any of them: only
//! what all of its paths have can be lacking, and only what none of them has is beyond it.

/// What differs, in order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference<'d, T> {
    /// In every path of the source, and not in the translation's.
    pub(super) lost: Vec<&'d T>,
    /// In the translation's path, and in none of the source.
    pub(super) added: Vec<&'d T>,
}

/// Compares one path of a translation with the paths of the source. `alike` is asked about a thing
/// of the source and another one.
pub(super) fn difference<'d, T>(
    own: &'d [T],
    source: &[&'d [T]],
    alike: impl Fn(&T, &T) -> bool,
) -> Difference<'d, T> {
    let Some((first, rest)) = source.split_first() else {
        return Difference { lost: Vec::new(), added: Vec::new() };
    };
    let has = |things: &[T], wanted: &T| things.iter().any(|thing| alike(wanted, thing));
    let is_lost = |wanted: &&T| !has(own, wanted) && rest.iter().all(|path| has(path, wanted));
    let is_added = |thing: &&T| !source.iter().any(|path| path.iter().any(|it| alike(it, thing)));
    Difference {
        lost: first.iter().filter(is_lost).collect(),
        added: own.iter().filter(is_added).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_the_source_may_differ() {
        let source: [&[i32]; 2] = [&[1, 2], &[1, 3]];
        let equal = |one: &i32, two: &i32| one == two;
        let none = Difference { lost: vec![], added: vec![] };
        assert_eq!(difference(&[1], &source, equal), none);
        assert_eq!(difference(&[1, 2, 3], &source, equal), none);
        let both = Difference { lost: vec![&1], added: vec![&4] };
        assert_eq!(difference(&[2, 4], &source, equal), both);
    }
}
