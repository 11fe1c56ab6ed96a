//! Space that is missing, doubled or of the wrong kind. The page beside this file says the rest.

use std::ops::Range;

use super::super::prose::prose;
use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{HOLE, Path};
use crate::locale::written::{Features, Space};

pub(super) static RULE: Rule = Rule {
    id: "spacing",
    summary: "space that is missing, doubled or of the wrong kind",
    severity: Some(Severity::Warning),
    page: include_str!("spacing.md"),
    check: Check::Part(check),
};

/// Marks that a language may set off.
const MARKS: [char; 6] = ['!', '?', ';', ':', '«', '»'];
const NO_BREAK: char = '\u{A0}';
const NARROW_NO_BREAK: char = '\u{202F}';

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.has_own_words() {
        return;
    }
    if part.may_have(Features::LITERAL) {
        check_edges(part, findings);
    }
    let may_double = part.own.features.has(Features::DOUBLED_GAP);
    let sets_marks_off = part.written().space_before('!').is_some();
    if !may_double && !sets_marks_off {
        return;
    }
    for path in part.paths() {
        let prose = prose(part.own, path);
        if may_double {
            check_doubled(part, path, prose, findings);
        }
        if sets_marks_off {
            check_marks(part, path, prose, findings);
        }
    }
}

/// Fluent trims a pattern, so space at its ends was put there in a literal, to keep the text apart
/// from what stands beside it.
fn check_edges(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    for edge in [Edge::Start, Edge::End] {
        let theirs = |spaced| {
            let mut paths = original.paths.iter();
            paths.all(|path| edge.is_spaced(path.text()) == spaced)
        };
        for path in part.paths().iter().filter(|path| !path.is_empty()) {
            let is_spaced = edge.is_spaced(path.text());
            if !theirs(!is_spaced) || !is_spaced && edge.is_unspaced(path.text()) {
                continue;
            }
            let (own, theirs) = if is_spaced { ("with", "without") } else { ("without", "with") };
            let verb = edge.verb();
            let message =
                format!("`{}` {verb} {own} a space, its source {theirs} one", part.name());
            let help = match is_spaced {
                true => "remove it",
                false => "write it as `{ \" \" }`, for Fluent trims what is not in quotation marks",
            };
            findings.push(
                part.finding(RULE.id, path.span(edge.range(path.text())), message)
                    .label("the text stands beside another")
                    .help(help),
            );
        }
    }
}

/// An end of a text.
#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

impl Edge {
    fn outermost(self, text: &str) -> Option<char> {
        match self {
            Self::Start => text.chars().next(),
            Self::End => text.chars().next_back(),
        }
    }

    fn range(self, text: &str) -> Range<usize> {
        let length = self.outermost(text).map_or(0, char::len_utf8);
        match self {
            Self::Start => 0..length,
            Self::End => text.len() - length..text.len(),
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Start => "starts",
            Self::End => "ends",
        }
    }

    /// A space at which no line breaks belongs to the mark beside it, not to the edge.
    fn is_spaced(self, text: &str) -> bool {
        self.outermost(text).is_some_and(|c| c.is_whitespace() && !is_no_break(c))
    }

    /// Whether the script that stands there is written without spaces.
    fn is_unspaced(self, text: &str) -> bool {
        self.outermost(text).is_some_and(|c| {
            matches!(
                c,
                '\u{E00}'..='\u{109F}'
                    | '\u{1780}'..='\u{17FF}'
                    | '\u{1950}'..='\u{19FF}'
                    | '\u{2E80}'..='\u{9FFF}'
                    | '\u{A980}'..='\u{A9FF}'
                    | '\u{AA60}'..='\u{AA7F}'
                    | '\u{F900}'..='\u{FAFF}'
                    | '\u{FF00}'..='\u{FFEF}'
                    | '\u{20000}'..='\u{3FFFF}'
            )
        })
    }
}

fn is_no_break(c: char) -> bool {
    matches!(c, NO_BREAK | NARROW_NO_BREAK)
}

fn is_space(c: char) -> bool {
    c == ' ' || is_no_break(c)
}

/// Whether another space may stand beside the one at `at`, by the bytes they end and begin with.
fn is_beside_space(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    matches!(before, Some(b' ' | 0xA0 | 0xAF))
        || matches!(text.get(at + 1), Some(b' ' | 0xC2 | 0xE2))
}

fn check_doubled(part: &PartView<'_>, path: &Path<'_>, prose: &str, findings: &mut Findings<'_>) {
    let written = part.written();
    for range in doubled(prose) {
        let theirs = part.original.map_or(&[][..], |original| &original.paths);
        let mark = prose[range.end..].chars().next();
        if mark.is_some_and(|mark| written.space_before(mark).is_some()) {
            continue;
        }
        if theirs.iter().any(|path| doubled(path.text()).next().is_some()) {
            return;
        }
        if part.original.is_none() && is_typed_so(prose, &range) {
            continue;
        }
        let is_plain = prose[range.clone()].bytes().all(|byte| byte == b' ');
        let place = path.written(part.text(), range.clone()).filter(|_| is_plain);
        let message = format!("`{}` has a doubled space", part.name());
        let finding = part.finding(RULE.id, path.span(range), message).help("write one");
        findings.push(match place {
            Some(span) => finding.fix(span, " "),
            None => finding,
        });
    }
}

/// Two spaces between words of a line, one of them an ordinary one. More of them draw a column, and
/// so do those behind the mark of a list; at its ends a line is indented or broken.
fn doubled(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + text.as_bytes()[from..].iter().position(|&byte| byte == b' ')?;
            if !is_beside_space(text.as_bytes(), at) {
                from = at + 1;
                continue;
            }
            let start = text[..at].trim_end_matches(is_no_break).len();
            let behind = text[at..].trim_start_matches(is_space);
            from = text.len() - behind.len();
            let mut run = text[start..from].chars().skip(1);
            if run.next().is_some() && run.next().is_none() && is_inside(&text[..start], behind) {
                return Some(start..from);
            }
        }
    })
}

/// Whether a run of spaces stands between words of a line.
fn is_inside(before: &str, behind: &str) -> bool {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\t' | '|');
    if behind.is_empty() || behind.starts_with(is_break) {
        return false;
    }
    // Two letters at the head of a line are the mark of a list, three are a word.
    let mut shown = 0;
    for c in before.chars().rev().take_while(|c| !is_break(*c)).filter(|c| !is_space(*c)) {
        shown += if c == HOLE { 3 } else { 1 };
        if shown > 2 {
            return true;
        }
    }
    false
}

/// Whether the source itself may want two spaces: in a text of several lines, as many people do
/// behind a sentence, or as the column of a table.
fn is_typed_so(prose: &str, range: &Range<usize>) -> bool {
    prose.contains(['\n', '|']) || prose[..range.start].ends_with(['.', '!', '?', ':', ';', ','])
}

/// French sets `! ? ; :` and the inner sides of `« »` off by a space at which no line breaks.
fn check_marks(part: &PartView<'_>, path: &Path<'_>, prose: &str, findings: &mut Findings<'_>) {
    let written = part.written();
    let may_begin = |byte: u8| matches!(byte, b'!' | b'?' | b';' | b':' | 0xC2);
    let bytes = prose.bytes().enumerate().filter(|(_, byte)| may_begin(*byte));
    let marks = bytes.filter_map(|(at, _)| Some((at, prose[at..].chars().next()?)));
    for (at, mark) in marks.filter(|(_, c)| MARKS.contains(c)) {
        let behind = at + mark.len_utf8();
        if let Some(wanted) = written.space_before(mark)
            && ends_clause(mark, &prose[behind..])
        {
            let run = prose[..at].len() - prose[..at].trim_end_matches(is_space).len();
            let spot = Spot { mark, side: "before", wanted, space: at - run..at };
            check_spot(part, path, prose, &spot, findings);
        }
        if let Some(wanted) = written.space_after(mark) {
            let run = prose[behind..].len() - prose[behind..].trim_start_matches(is_space).len();
            let spot = Spot { mark, side: "after", wanted, space: behind..behind + run };
            check_spot(part, path, prose, &spot, findings);
        }
    }
}

/// Where a mark is set off.
struct Spot {
    mark: char,
    side: &'static str,
    wanted: Space,
    /// The space there is; empty where there is none.
    space: Range<usize>,
}

fn check_spot(
    part: &PartView<'_>,
    path: &Path<'_>,
    prose: &str,
    spot: &Spot,
    findings: &mut Findings<'_>,
) {
    let Spot { mark, side, wanted, space } = spot;
    let run = &prose[space.clone()];
    let right = if matches!(mark, '!' | '?' | ';') { NARROW_NO_BREAK } else { NO_BREAK };
    let name = format!("U+{:04X}", u32::from(right));
    let (what, help, replacement) = match (run, wanted) {
        ("", Space::NoBreak) if is_left_out(part, prose, spot) => {
            ("no space stands", format!("write {name} there"), None)
        }
        (" ", Space::No) => ("a space stands", "remove it".to_owned(), Some(String::new())),
        (" ", _) => {
            let replacement = Some(right.to_string());
            ("an ordinary space stands", format!("write {name} in its place"), replacement)
        }
        _ if run.chars().count() > 1 => ("a doubled space stands", "write one".to_owned(), None),
        _ => return,
    };
    if !run.is_empty() && is_named_in_source(part, *mark) {
        return;
    }
    let range = match run {
        "" if *side == "before" => space.start..space.start + mark.len_utf8(),
        "" => space.start - mark.len_utf8()..space.start,
        _ => space.clone(),
    };
    let message = format!("{what} {side} `{mark}`");
    let mut finding = part.finding(RULE.id, path.span(range.clone()), message).help(help);
    if *wanted != Space::No {
        finding = finding.label("a line may break there, or the mark sticks to its word");
    }
    let place = path.written(part.text(), range);
    if let (Some(replacement), Some(span)) = (replacement, place) {
        finding = finding.fix(span, replacement);
    }
    findings.push(finding);
}

/// Whether a mark stands where a clause ends: not in `10:30`, `::`, `:)` or `?x=1`.
fn ends_clause(mark: char, behind: &str) -> bool {
    let next = behind.chars().next();
    match (mark, next) {
        (_, None) => true,
        (_, Some(c)) if c.is_whitespace() => true,
        ('!' | '?', Some(c)) => {
            matches!(c, '!' | '?' | '…' | '"' | '”' | '’' | ')' | ']' | '*' | '_')
        }
        ('»', _) => true,
        _ => false,
    }
}

/// Whether the space was left out behind a word: not behind a sign, a value or the name of a
/// program, nor in a name that the source writes so.
fn is_left_out(part: &PartView<'_>, prose: &str, spot: &Spot) -> bool {
    let Spot { mark, side, space, .. } = spot;
    if *side == "after" {
        return prose[space.end..].starts_with(char::is_alphabetic);
    }
    let line = prose[..space.start].rsplit('\n').next().unwrap_or_default();
    let word = line.rsplit(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or_default();
    let is_first = word.len() == line.trim_start().len();
    let is_word = word.chars().count() >= 3
        && (!is_first || word.starts_with(char::is_uppercase))
        && word.chars().skip(1).all(char::is_lowercase);
    let marked = format!("{word}{mark}");
    is_word && !shows_in_source(part, |text| text.contains(&marked))
}

/// Whether the source has a space before the mark too: both speak of the mark itself.
fn is_named_in_source(part: &PartView<'_>, mark: char) -> bool {
    shows_in_source(part, |text| {
        text.match_indices(mark).any(|(at, _)| text[..at].ends_with(is_space))
    })
}

fn shows_in_source(part: &PartView<'_>, shows: impl Fn(&str) -> bool) -> bool {
    part.original.is_some_and(|original| original.paths.iter().any(|path| shows(path.text())))
}
