//! Where paths carry what may be a locale's code.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::locale::Locale;

/// What stands around the code in a path, and is the same for all locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Shape<'p> {
    /// The folders before, with a closing `/`.
    pub(super) before: &'p str,
    /// What the name begins with: `values-`.
    pub(super) head: &'p str,
    /// What the name ends with: `.ftl`.
    pub(super) tail: &'p str,
    /// Whether a folder has the code, not the file.
    pub(super) is_folder: bool,
}

/// Shapes that differ only in the names of the folders before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Class<'p> {
    depth: usize,
    head: &'p str,
    tail: &'p str,
    pub(super) is_folder: bool,
}

impl<'p> Shape<'p> {
    pub(super) fn class(&self) -> Class<'p> {
        let depth = self.before.matches('/').count();
        Class { depth, head: self.head, tail: self.tail, is_folder: self.is_folder }
    }
}

impl Class<'_> {
    /// The name with `{locale}` for the code.
    pub(super) fn name(&self) -> String {
        format!("{}{{locale}}{}", self.head, self.tail)
    }

    /// Whether the name is the code and nothing else.
    fn is_whole(&self) -> bool {
        self.head.is_empty() && (self.tail.is_empty() || self.tail == ".ftl")
    }
}

/// So many paths are looked at in one go.
const LOOKED_AT: usize = 256;

/// Codes and what is behind them, in order, each pair once. Where what is behind names the locale
/// again, `{locale}` stands for it.
#[derive(Default)]
pub(super) struct Rests<'p>(Vec<(&'p str, Cow<'p, str>)>);

impl<'p> Rests<'p> {
    /// Each code with what is behind it.
    pub(super) fn by_code(&self) -> impl Iterator<Item = (&'p str, &[(&'p str, Cow<'p, str>)])> {
        self.0.chunk_by(|(one, _), (other, _)| one == other).map(|same| (same[0].0, same))
    }

    /// Everything that is behind a code, once for each code.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, rest)| &**rest)
    }

    /// Whether a code stands here.
    pub(super) fn has(&self, code: &str) -> bool {
        !self.of(code).is_empty()
    }

    /// What is behind a code.
    fn of(&self, code: &str) -> &[(&'p str, Cow<'p, str>)] {
        let start = self.0.partition_point(|(other, _)| *other < code);
        let length = self.0[start..].partition_point(|(other, _)| *other == code);
        &self.0[start..start + length]
    }
}

/// Every place in the paths of a project where a well-known locale's code may stand.
pub(super) struct Sites<'p> {
    pub(super) paths: Vec<&'p str>,
    /// Those of each path.
    by_path: Vec<Vec<Site<'p>>>,
    shapes: BTreeMap<Shape<'p>, Rests<'p>>,
    scores: BTreeMap<Class<'p>, usize>,
}

impl<'p> Sites<'p> {
    /// `given` is a code that is known to be one.
    pub(super) fn of(paths: &[&'p str], given: Option<&Locale>) -> Self {
        let look = |paths: &[&'p str]| -> Vec<Vec<Site<'p>>> {
            let mut known = FxHashMap::default();
            paths.iter().map(|path| sites(path, given, &mut known)).collect()
        };
        let by_path: Vec<Vec<Site<'p>>> = paths.par_chunks(LOOKED_AT).flat_map_iter(look).collect();
        let mut shapes: FxHashMap<Shape<'p>, Rests<'p>> = FxHashMap::default();
        for site in by_path.iter().flatten() {
            shapes.entry(site.shape).or_default().0.push((site.code, site.rest.clone()));
        }
        let in_order = |(shape, Rests(mut rests)): (Shape<'p>, Rests<'p>)| {
            rests.sort_unstable();
            rests.dedup();
            (shape, Rests(rests))
        };
        let shapes: BTreeMap<Shape<'p>, Rests<'p>> = shapes.into_iter().map(in_order).collect();
        let mut scores: BTreeMap<Class<'p>, usize> = BTreeMap::new();
        for (shape, rests) in &shapes {
            *scores.entry(shape.class()).or_default() += shared(rests);
        }
        Self { paths: paths.to_vec(), by_path, shapes, scores }
    }

    pub(super) fn shapes(&self) -> impl Iterator<Item = &Shape<'p>> {
        self.shapes.keys()
    }

    /// What is behind each code of a shape.
    pub(super) fn rests(&self, shape: &Shape<'p>) -> &Rests<'p> {
        &self.shapes[shape]
    }

    /// The class in which most files are there in several locales, with its codes and how many
    /// files each has.
    pub(super) fn axis(&self) -> Option<(Class<'p>, BTreeMap<&'p str, usize>)> {
        let best = self.scores.iter().filter(|(_, score)| **score > 0);
        let (class, _) =
            best.max_by_key(|(class, score)| (**score, class.is_whole(), class.is_folder))?;
        let mut codes: BTreeMap<&'p str, usize> = BTreeMap::new();
        for (_, rests) in self.shapes.iter().filter(|(shape, _)| shape.class() == *class) {
            for (code, rests) in rests.by_code() {
                *codes.entry(code).or_default() += rests.len();
            }
        }
        Some((*class, codes))
    }

    /// Whether some file with this code is there in another locale too.
    pub(super) fn is_shared(&self, code: &str) -> bool {
        self.shapes.values().any(|rests| {
            let own: Vec<&str> = rests.of(code).iter().map(|(_, rest)| &**rest).collect();
            let mut others = rests.0.iter().filter(|(other, _)| *other != code);
            !own.is_empty() && others.any(|(_, rest)| own.binary_search(&&**rest).is_ok())
        })
    }

    /// Codes that are a folder's or file's whole name.
    pub(super) fn whole_names(&self) -> impl Iterator<Item = &'p str> {
        let whole = self.shapes.iter().filter(|(shape, _)| shape.class().is_whole());
        whole.flat_map(|(_, rests)| rests.by_code().map(|(code, _)| code))
    }

    /// Where a code stands: of several places in one path the one where most files are shared, or
    /// else the first that is a whole name.
    pub(super) fn shapes_of(&self, code: &str) -> Vec<Shape<'p>> {
        let mut chosen = BTreeSet::new();
        for found in &self.by_path {
            let with_code = found.iter().filter(|site| site.code == code).map(|site| site.shape);
            // Of equals the last one is taken, so the first stands last.
            let best = with_code.rev().max_by_key(|shape| {
                let class = shape.class();
                (self.scores.get(&class).copied().unwrap_or(0), class.is_whole(), class.is_folder)
            });
            chosen.extend(best);
        }
        let score = |shape: &Shape<'_>| self.scores.get(&shape.class()).copied().unwrap_or(0);
        if chosen.iter().any(|shape| score(shape) > 0) {
            chosen.retain(|shape| score(shape) > 0);
        } else if chosen.iter().any(|shape| shape.class().is_whole()) {
            chosen.retain(|shape| shape.class().is_whole());
        }
        chosen.into_iter().collect()
    }

    /// What patterns of these shapes end with.
    pub(super) fn rests_within(&self, shapes: &[&Shape<'p>]) -> Vec<String> {
        let rests: BTreeSet<&str> =
            shapes.iter().flat_map(|shape| self.shapes[*shape].all()).collect();
        match shapes.first() {
            Some(shape) if !shape.is_folder => vec![String::new()],
            // Every file is named after its locale once more.
            _ if rests.iter().all(|rest| rest.contains("{locale}")) => {
                rests.into_iter().map(str::to_owned).collect()
            }
            _ => vec!["/**/*.ftl".to_owned()],
        }
    }
}

/// A place in a path where a code may stand.
struct Site<'p> {
    /// What is around it.
    shape: Shape<'p>,
    code: &'p str,
    /// What is behind it. Where that names the locale again, `{locale}` stands for it.
    rest: Cow<'p, str>,
}

/// What is behind a code, with `{locale}` where it names the locale again.
fn without_code<'p>(rest: &'p str, code: &str) -> Cow<'p, str> {
    if !rest.contains(code) {
        return Cow::Borrowed(rest);
    }
    let rest = rest.replace(&format!("_{code}."), "_{locale}.");
    Cow::Owned(rest.replace(&format!("/{code}.ftl"), "/{locale}.ftl"))
}

/// How many files are there in one more locale, summed up.
fn shared(rests: &Rests<'_>) -> usize {
    let distinct: FxHashSet<&str> = rests.all().collect();
    rests.0.len() - distinct.len()
}

/// Every place of a path where a well-known locale's code may stand, or a given one. `known` is where
/// names have one, for names come again and again.
fn sites<'p>(
    path: &'p str,
    given: Option<&Locale>,
    known: &mut FxHashMap<&'p str, Vec<Range<usize>>>,
) -> Vec<Site<'p>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < path.len() {
        let end = path[start..].find('/').map_or(path.len(), |length| start + length);
        let (before, name, rest) = (&path[..start], &path[start..end], &path[end..]);
        let is_folder = !rest.is_empty();
        let stem = if is_folder { name } else { name.strip_suffix(".ftl").unwrap_or(name) };
        for range in &*known.entry(stem).or_insert_with(|| codes(stem, given)) {
            let code = &stem[range.clone()];
            let (head, tail) = (&name[..range.start], &name[range.end..]);
            let shape = Shape { before, head, tail, is_folder };
            found.push(Site { shape, code, rest: without_code(rest, code) });
        }
        start = end + 1;
    }
    found
}

/// Where a code may stand in a name: all of it, or what begins or ends at a separator.
fn codes(stem: &str, given: Option<&Locale>) -> Vec<Range<usize>> {
    let is_separator = |byte: u8| matches!(byte, b'-' | b'_' | b'.');
    let places = stem.bytes().enumerate().filter(|(_, byte)| is_separator(*byte));
    let separators: Vec<usize> = places.map(|(at, _)| at).collect();
    let mut codes: Vec<Range<usize>> = std::iter::once(0..stem.len()).collect();
    codes.extend(separators.iter().map(|at| at + 1..stem.len()));
    codes.extend(separators.iter().rev().map(|at| 0..*at));
    let dots: Vec<usize> = stem.match_indices('.').map(|(at, _)| at).collect();
    codes.extend(dots.windows(2).map(|pair| pair[0] + 1..pair[1]));
    codes.retain(|range| {
        let code = &stem[range.clone()];
        // `BR` at the end of a name is the region, not Breton.
        let is_region = range.len() < stem.len() && code.bytes().all(|b| b.is_ascii_uppercase());
        let is_given = || given.is_some_and(|given| *given.code == *code);
        !is_region && (is_given() || is_well_known(code))
    });
    codes
}

fn is_well_known(code: &str) -> bool {
    Locale::parse(code).is_some_and(|locale| locale.is_well_known())
}
