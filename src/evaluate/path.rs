//! Variant paths: every way through a part's select expressions, as text that can be checked.

use std::collections::HashSet;
use std::ops::{Deref, Range};

use super::shown::{HOLE, Shown};
use crate::syntax::{Element, Expression, Key, Pattern, Select, unescape};
use crate::text::Span;

/// How many paths of one part are looked at; beyond, the part is too deep.
pub const MAX_PATHS: usize = 1000;

/// How many choices of one path are looked at; beyond, the default variant is taken.
const MAX_CHOICES: usize = 100;

/// How many bytes of text and placeables all paths of a part may have together, unless one alone has
/// more.
const MAX_SIZE: usize = 1024 * 1024;

/// The ways through one part: at least one, and just one without select expressions.
#[derive(Debug)]
pub struct Paths<'a> {
    ways: Ways<'a>,
    /// Whether there are more than [`MAX_PATHS`], or too much of them; then these are the first.
    pub is_capped: bool,
}

#[derive(Debug)]
enum Ways<'a> {
    One(Path<'a>),
    Several(Vec<Path<'a>>),
}

impl<'a> Deref for Paths<'a> {
    type Target = [Path<'a>];

    fn deref(&self) -> &[Path<'a>] {
        match &self.ways {
            Ways::One(path) => std::slice::from_ref(path),
            Ways::Several(paths) => paths,
        }
    }
}

impl<'a> Paths<'a> {
    fn one(path: Path<'a>) -> Self {
        Self { ways: Ways::One(path), is_capped: false }
    }

    /// Appends to every path, and lets go of the last ones where it is too much.
    fn push(&mut self, show: impl Fn(&mut Path<'a>)) {
        match &mut self.ways {
            Ways::One(path) => return show(path),
            Ways::Several(paths) => paths.iter_mut().for_each(show),
        }
        while self.len() > 1 && self.size() > MAX_SIZE {
            if let Ways::Several(paths) = &mut self.ways {
                paths.truncate(paths.len() / 2);
            }
            self.is_capped = true;
        }
    }

    fn take(&mut self) -> Vec<Path<'a>> {
        match std::mem::replace(&mut self.ways, Ways::Several(Vec::new())) {
            Ways::One(path) => vec![path],
            Ways::Several(paths) => paths,
        }
    }

    fn size(&self) -> usize {
        self.iter().map(Path::size).sum()
    }
}

/// One way through a part's select expressions.
#[derive(Clone, Debug, Default)]
pub struct Path<'a> {
    /// What was chosen on the way, outermost first.
    pub choices: Vec<Choice<'a>>,
    /// What is shown that is no text, and where its placeable stands, in order.
    pub placeables: Vec<(&'a Expression, Span)>,
    shown: Shown<'a>,
}

/// A variant that was taken.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Where.
    pub select: &'a Select,
    /// Its index among the variants.
    pub variant: usize,
}

impl Choice<'_> {
    /// The key of the variant that was taken.
    pub fn key(&self) -> Key {
        self.select.variants[self.variant].key
    }

    /// Whether it is the default variant.
    pub fn is_default(&self) -> bool {
        self.select.variants[self.variant].is_default
    }
}

impl<'a> Path<'a> {
    /// What it shows. Literals are written out; anything else is a [`HOLE`](super::HOLE).
    pub fn text(&self) -> &str {
        self.shown.text()
    }

    /// Where a range of the text stands in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.shown.span(range)
    }

    /// Where a range of the text stands in the file, if it is written there letter for letter: only
    /// then may it be edited.
    pub fn written(&self, source: &str, range: Range<usize>) -> Option<Span> {
        let span = self.span(range.clone());
        (span.of(source) == &self.text()[range]).then_some(span)
    }

    /// Whether it shows nothing but white space.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// `one`, or `child · few`: what was chosen, for people. Empty without a choice.
    pub fn label(&self, source: &str) -> String {
        let keys: Vec<&str> =
            self.choices.iter().map(|choice| choice.key().span().of(source)).collect();
        keys.join(" · ")
    }

    fn size(&self) -> usize {
        self.text().len() + self.placeables.len()
    }

    /// The last choice made by the same selector.
    fn chosen(&self, selector: &str, source: &str) -> Option<Choice<'a>> {
        let same = |choice: &&Choice<'_>| choice.select.selector_span.of(source) == selector;
        self.choices.iter().rev().find(same).copied()
    }
}

/// Enumerates the variant paths of a pattern in `source`.
///
/// Two select expressions with the same selector choose together: no number is `one` in the first
/// and `other` in the second.
pub fn paths<'a>(source: &'a str, pattern: &'a Pattern) -> Paths<'a> {
    if let [Element::Text(span)] = &*pattern.elements {
        let shown = Shown::Plain(span.of(source), span.start);
        return Paths::one(Path { shown, ..Path::default() });
    }
    let elements = pattern.elements.len();
    let empty =
        Path { shown: Shown::with_room(pattern.span.range().len(), elements), ..Path::default() };
    let mut all = Paths::one(empty);
    extend(source, pattern, &mut all);
    all
}

/// Appends the pattern to every path, splitting them at select expressions.
fn extend<'a>(source: &'a str, pattern: &'a Pattern, all: &mut Paths<'a>) {
    for element in &pattern.elements {
        match element {
            Element::Text(span) => {
                all.push(|path| path.shown.push(span.of(source), span.start));
            }
            Element::Placeable(placeable) => {
                extend_expression(source, &placeable.expression, placeable.span, all);
            }
        }
    }
}

fn extend_expression<'a>(
    source: &'a str,
    expression: &'a Expression,
    span: Span,
    all: &mut Paths<'a>,
) {
    match expression {
        Expression::Placeable(inner) => extend_expression(source, &inner.expression, span, all),
        Expression::Select(select) => split(source, select, all),
        Expression::String(literal) => {
            let text = unescape(literal.of(source));
            all.push(|path| path.shown.push_made(&text, *literal));
        }
        Expression::Number(literal) => {
            let text = literal.of(source);
            all.push(|path| path.shown.push_made(text, *literal));
        }
        shown => all.push(|path| {
            path.shown.push_made(HOLE.encode_utf8(&mut [0; 3]), span);
            path.placeables.push((shown, span));
        }),
    }
}

fn split<'a>(source: &'a str, select: &'a Select, all: &mut Paths<'a>) {
    let selector = select.selector_span.of(source);
    let (mut split, mut is_capped, mut size) = (Vec::new(), all.is_capped, 0);
    for path in all.take() {
        if path.choices.len() >= MAX_CHOICES {
            is_capped = true;
            let mut only = Paths::one(path);
            extend(source, &select.default().pattern, &mut only);
            split.append(&mut only.take());
            continue;
        }
        for variant in possible(source, select, path.chosen(selector, source)) {
            let is_full = !split.is_empty() && size + path.size() > MAX_SIZE;
            if is_full || split.len() >= MAX_PATHS {
                is_capped = true;
                break;
            }
            let mut path = path.clone();
            path.choices.push(Choice { select, variant });
            let mut inner = Paths::one(path);
            extend(source, &select.variants[variant].pattern, &mut inner);
            let room = MAX_PATHS - split.len();
            is_capped |= inner.is_capped || inner.len() > room;
            size += inner.size();
            split.extend(inner.take().into_iter().take(room));
        }
    }
    *all = Paths { ways: Ways::Several(split), is_capped };
}

/// The variants that can follow an earlier choice by the same selector.
fn possible(source: &str, select: &Select, earlier: Option<Choice<'_>>) -> Vec<usize> {
    let every = || (0..select.variants.len()).collect();
    let Some(earlier) = earlier else { return every() };
    let key = |key: Key| key.span().of(source);
    let indices = |wanted: &dyn Fn(usize) -> bool| -> Vec<usize> {
        (0..select.variants.len()).filter(|&index| wanted(index)).collect()
    };
    if earlier.is_default() {
        // The default stood for every key the earlier expression did not name.
        let named: HashSet<&str> =
            earlier.select.variants.iter().filter(|v| !v.is_default).map(|v| key(v.key)).collect();
        return indices(&|index| {
            let variant = &select.variants[index];
            variant.is_default || !named.contains(key(variant.key))
        });
    }
    let wanted = key(earlier.key());
    if let Some(same) = select.variants.iter().position(|variant| key(variant.key) == wanted) {
        return vec![same];
    }
    // A number has a category and a category has numbers, so either may follow the other.
    let was_number = matches!(earlier.key(), Key::Number(_));
    indices(&|index| {
        let variant = &select.variants[index];
        variant.is_default || matches!(variant.key, Key::Number(_)) != was_number
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;

    fn labels(pattern: &str) -> Vec<String> {
        let text = format!("a = {pattern}\n");
        let resource = syntax::parse(&text);
        let message = resource.message(0).expect("a message");
        let paths = paths(&text, message.value.as_ref().expect("a value"));
        paths.iter().map(|path| format!("{}: {}", path.label(&text), path.text())).collect()
    }

    #[test]
    fn selects_multiply() {
        let one = "{ $a ->\n [x] 1\n *[y] 2\n}";
        let two = "{ $b ->\n [u] 3\n *[v] 4\n}";
        assert_eq!(
            labels(&format!("{one}{two}")),
            ["x · u: 13", "x · v: 14", "y · u: 23", "y · v: 24"]
        );
    }

    #[test]
    fn the_same_selector_chooses_together() {
        let one = "{ $n ->\n [one] a\n *[other] b\n}";
        let two = "{ $n ->\n [one] c\n [two] d\n *[other] e\n}";
        assert_eq!(
            labels(&format!("{one}{two}")),
            ["one · one: ac", "other · two: bd", "other · other: be"]
        );
    }

    #[test]
    fn long_texts_with_many_variants_stay_small() {
        let variants: String = (0..900).map(|key| format!(" [k{key}] x\n")).collect();
        let text = format!("a = {{ $n ->\n{variants} *[other] y\n}}{}", "{ $v }".repeat(4000));
        let resource = syntax::parse(&text);
        let value = resource.message(0).and_then(|message| message.value.as_ref());
        let paths = paths(&text, value.expect("a value"));
        assert!(paths.is_capped && paths.size() <= MAX_SIZE, "{}", paths.size());
        assert!(paths.iter().all(|path| path.placeables.len() == 4000));
    }

    #[test]
    fn products_are_capped() {
        let select = |name: usize| format!("{{ $v{name} ->\n [a] 1\n [b] 2\n *[c] 3\n}}");
        let pattern: String = (0..20).map(select).collect();
        let text = format!("a = {pattern}\n");
        let resource = syntax::parse(&text);
        let value = resource.message(0).and_then(|message| message.value.as_ref());
        let paths = paths(&text, value.expect("a value"));
        assert!(paths.is_capped);
        assert_eq!(paths.len(), MAX_PATHS);
    }
}
