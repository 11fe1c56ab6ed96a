//! `import`: takes back the table that `todo` wrote and a translator filled in.
//!
//! Findings stand at the cells they are about. What is written was checked as if it were written
//! already, and is recorded as made from the source that the table showed, whatever it says by now.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::insert::{Translation, insert};
use super::overlay::Overlay;
use super::sync::{MadeFrom, Told, sync_told};
use crate::change::{Fingerprint, Language, Part};
use crate::check::check;
use crate::diagnostic::{Diagnostic, Place, Severity, sort};
use crate::files::{Files, Output};
use crate::load::load;
use crate::project::{Catalog, Found, Project, Resource};
use crate::provenance::{Sources, part_name};
use crate::record::Words;
use crate::sheet::{Cell, RULE, Row, Sheet};
use crate::syntax::{self, Pattern};
use crate::text::{Mapped, Span, listed, nearest};
use crate::todo::{column, says_no_more};

/// What is to be imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The locale's code.
    pub locale: &'a str,
    /// The table's path, for findings.
    pub path: &'a str,
    /// The table.
    pub bytes: &'a [u8],
    /// Whether rows that nothing is wrong with are imported when others are not.
    pub keep_going: bool,
    /// Whether translations give way that were made after the table was.
    pub overwrite: bool,
}

/// What an import comes to.
#[derive(Debug, Default)]
pub struct Import {
    /// Files to write, records too; none if nothing may be written or nothing is new.
    pub outputs: Vec<Output>,
    /// What is imported, in the order of the table.
    pub taken: Vec<Taken>,
    /// How many rows are left out for what is wrong with them.
    pub left_out: usize,
    /// What is wrong, and what was found about what is imported.
    pub findings: Vec<Diagnostic>,
    /// Whether something is wrong that lets nothing be written.
    pub is_refused: bool,
    /// The table as a text, for excerpts.
    pub table: String,
}

/// A translation that is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The resource.
    pub resource: String,
    /// `id`, `-id` or `id.attribute`.
    pub name: String,
    /// What becomes of it.
    pub what: What,
    /// Whether it was made from a source that says something else by now.
    pub is_stale: bool,
}

/// What becomes of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is translated for the first time.
    New,
    /// Its translation is replaced.
    Changed,
    /// Its translation is said to be right as it is.
    StillRight,
}

/// Works out what a table changes. Nothing is written.
pub fn import(
    files: &dyn Files,
    project: &Project,
    catalog: &Catalog,
    loading: &[Diagnostic],
    request: &Request<'_>,
) -> Import {
    let columns = [column::ID, column::TRANSLATION];
    let sheet = match Sheet::read(request.path, request.bytes, &columns) {
        Ok(sheet) => sheet,
        Err(finding) => {
            let findings = vec![finding];
            return Import { findings, is_refused: true, ..Import::default() };
        }
    };
    let desk = Desk {
        files,
        project,
        catalog,
        request,
        sheet: &sheet,
        language: Language::new(&project.source.locale().tag),
        sources: Sources::today(&project.origin),
        keeps_records: Sources::new(&project.origin).is_some(),
        parts: parts(project),
    };
    let (mut wishes, mut problems) = desk.wishes();
    let known: HashSet<String> =
        check(project, loading.to_vec()).iter().map(Diagnostic::identity).collect();
    let mut import = Import { table: sheet.source.text.clone(), ..Import::default() };
    loop {
        let attempt = desk.attempt(&wishes, &known);
        problems.extend(attempt.problems);
        if problems.is_empty() {
            import.outputs = attempt.outputs;
            import.taken = wishes.iter().map(Wish::taken).collect();
            import.findings.extend(attempt.told);
            break;
        }
        let is_of_all = problems.iter().any(|problem| problem.row.is_none());
        let rows: BTreeSet<usize> = problems.iter().filter_map(|problem| problem.row).collect();
        import.findings.extend(problems.drain(..).map(|problem| problem.finding));
        if is_of_all || !request.keep_going {
            import.is_refused = true;
            break;
        }
        import.left_out += rows.len();
        wishes.retain(|wish| !rows.contains(&wish.row.number));
    }
    sort(&mut import.findings);
    import
}

/// The parts of the source that translations answer to, by name.
fn parts(project: &Project) -> BTreeMap<String, Vec<(Found<'_>, Option<&str>)>> {
    let mut parts: BTreeMap<String, Vec<(Found<'_>, Option<&str>)>> = BTreeMap::new();
    for found in project.origin.source.messages() {
        let is_own = |attribute: &Option<&str>| found.message.is_term && attribute.is_some();
        for attribute in found.attributes().filter(|it| !is_own(it)) {
            let name = part_name(found.name(), attribute);
            parts.entry(name.into_owned()).or_default().push((found, attribute));
        }
    }
    parts
}

/// All that rows are read and tried with.
struct Desk<'a> {
    files: &'a dyn Files,
    project: &'a Project,
    catalog: &'a Catalog,
    request: &'a Request<'a>,
    sheet: &'a Sheet,
    language: Language,
    sources: Sources<'a>,
    keeps_records: bool,
    /// The parts of the source by name.
    parts: BTreeMap<String, Vec<(Found<'a>, Option<&'a str>)>>,
}

/// What a row wants.
struct Wish<'a> {
    row: &'a Row,
    source: Found<'a>,
    attribute: Option<&'a str>,
    /// `id`, `-id` or `id.attribute`.
    name: String,
    /// The translation as it is.
    own: Option<(&'a Resource, &'a Pattern)>,
    /// What the translation is to be, a pattern's source; `None` if it is to stay.
    wanted: Option<Mapped>,
    /// What it was made from, if the table says so.
    from: Option<MadeFrom>,
    is_stale: bool,
}

/// Something that keeps a row, or everything, from being imported.
struct Problem {
    row: Option<usize>,
    finding: Diagnostic,
}

/// What comes of importing some rows.
struct Attempt {
    outputs: Vec<Output>,
    /// What was found that keeps nothing from being imported.
    told: Vec<Diagnostic>,
    problems: Vec<Problem>,
}

impl Wish<'_> {
    fn taken(&self) -> Taken {
        Taken {
            resource: self.source.resource.name.to_string(),
            name: self.name.clone(),
            what: match (&self.wanted, self.own) {
                (None, _) => What::StillRight,
                (Some(_), None) => What::New,
                (Some(_), Some(_)) => What::Changed,
            },
            is_stale: self.is_stale,
        }
    }

    /// Whether it has other words than the translation that is there.
    fn has_other_words(&self) -> bool {
        let Some(wanted) = &self.wanted else { return false };
        let words = self.own.map(|(own, pattern)| Words::of(pattern.span.of(own.text())));
        words != Some(Words::of(&wanted.text))
    }
}

impl<'a> Desk<'a> {
    /// What the rows want that somebody filled in, and what is wrong with them.
    fn wishes(&self) -> (Vec<Wish<'a>>, Vec<Problem>) {
        let (mut wishes, mut problems) = (Vec::new(), Vec::new());
        let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for row in &self.sheet.rows {
            let wish = match self.wish(row) {
                Ok(Some(wish)) => wish,
                Ok(None) => continue,
                Err(finding) => {
                    problems.push(Problem { row: Some(row.number), finding });
                    continue;
                }
            };
            let part = (&*wish.source.resource.name, wish.name.clone());
            if let Some(first) = seen.get(&part) {
                let message = format!("`{}` is translated in row {first} already", wish.name);
                let finding = self.finding(row, column::TRANSLATION, &message);
                problems.push(Problem { row: Some(row.number), finding });
                continue;
            }
            seen.insert(part, row.number);
            wishes.push(wish);
        }
        (wishes, problems)
    }

    /// What a row wants; `None` if nobody filled anything in, or nothing that is new.
    fn wish(&self, row: &'a Row) -> Result<Option<Wish<'a>>, Diagnostic> {
        if let Some(cell) = self.sheet.surplus(row) {
            let message = "it has more cells than there are columns";
            let finding = self.at(row, cell.span, message);
            return Err(finding.help("quote cells in which the separator stands"));
        }
        let typed = self.sheet.cell(row, column::TRANSLATION).map(trimmed);
        let typed = typed.filter(|typed| !typed.text.is_empty());
        let because = self.text(row, column::STILL_RIGHT);
        if typed.is_none() && because.is_empty() {
            return Ok(None);
        }
        let locale = self.text(row, column::LOCALE);
        if !locale.is_empty() && locale != self.request.locale {
            let message = format!("it is of `{locale}`, not of `{}`", self.request.locale);
            return Err(self.finding(row, column::LOCALE, &message));
        }
        let (source, attribute) = self.part(row)?;
        let name = part_name(source.name(), attribute).into_owned();
        let id = source.message.id.of(source.resource.text());
        let found = self.catalog.in_resource(&source.resource.name, source.message.is_term, id);
        let own = found.and_then(|own| Some((own.resource, own.pattern(attribute)?)));
        let wanted = match typed {
            Some(pattern) => self.wanted(row, &name, pattern, own)?,
            None => None,
        };
        if wanted.is_none() && because.is_empty() {
            return Ok(None);
        }
        self.is_readable(row, source)?;
        self.is_as_it_was(row, &name, own)?;
        let from = self.made_from(row, &name);
        let now = self.sources.get(&source.resource.name, &name).map(|original| original.now);
        let is_stale = from.as_ref().is_some_and(|(from, _)| Some(*from) != now);
        if is_stale && !self.keeps_records {
            let message =
                format!("the source of `{name}` changed since, and no records would say so");
            let finding = self.finding(row, column::MADE_FROM, &message);
            let help = "`isogloss sync` starts to keep records of what translations were made from";
            return Err(finding.help(help));
        }
        if wanted.is_none() {
            self.may_be_right(row, &name, own.is_some(), from.is_some())?;
        }
        let because = if wanted.is_some() { String::new() } else { because };
        let from = from.map(|(fingerprint, text)| MadeFrom { fingerprint, text, because });
        Ok(Some(Wish { row, source, attribute, name, own, wanted, from, is_stale }))
    }

    /// The part of the source that a row is about.
    fn part(&self, row: &Row) -> Result<(Found<'a>, Option<&'a str>), Diagnostic> {
        let (name, resource) = (self.text(row, column::ID), self.text(row, column::RESOURCE));
        if name.is_empty() {
            let message = "it does not say which message it translates".to_owned();
            return Err(self.finding(row, column::ID, &message));
        }
        let named = self.parts.get(name.as_str()).map_or(&[][..], Vec::as_slice).iter();
        let is_in = |found: &Found<'_>| resource.is_empty() || *found.resource.name == *resource;
        let found: Vec<&(Found<'_>, Option<&str>)> = named.filter(|(it, _)| is_in(it)).collect();
        let mut resources: Vec<&str> = found.iter().map(|(it, _)| &*it.resource.name).collect();
        resources.dedup();
        match (found.first(), resources.as_slice()) {
            (Some(found), [_]) => Ok(**found),
            (Some(_), several) => {
                let message = format!("`{name}` is in {}", listed(several));
                let finding = self.finding(row, column::ID, &message);
                let help = format!("say which in a column `{}`", column::RESOURCE);
                Err(finding.help(help))
            }
            (None, _) => {
                let message = match resource.is_empty() {
                    true => format!("the source has no `{name}`"),
                    false => format!("the source has no `{name}` in `{resource}`"),
                };
                let meant = nearest(&name, self.parts.keys().map(String::as_str));
                let help = meant.map(|meant| format!("did you mean `{meant}`?"));
                Err(self.finding(row, column::ID, &message).help_if(help))
            }
        }
    }

    /// What somebody typed; `None` if that is what the translation is.
    fn wanted(
        &self,
        row: &Row,
        name: &str,
        pattern: Mapped,
        own: Option<(&Resource, &Pattern)>,
    ) -> Result<Option<Mapped>, Diagnostic> {
        flattened(&pattern.text).map_err(|(at, reason)| {
            let message = format!("the translation of `{name}` cannot be read: {reason}");
            self.at(row, character(&pattern, at), &message)
        })?;
        let is_there = own.is_some_and(|(own, there)| is_written(own.text(), there, &pattern.text));
        Ok((!is_there).then_some(pattern))
    }

    /// Whether the file that the translation goes to, and the message in it, can be read.
    fn is_readable(&self, row: &Row, source: Found<'_>) -> Result<(), Diagnostic> {
        let Some(own) = self.catalog.resource(&source.resource.name) else { return Ok(()) };
        if !own.is_damaged && !own.tree.is_broken(own.text(), source.name()) {
            return Ok(());
        }
        let message = format!("`{}` is written in a way that cannot be read", source.name());
        let path = &own.file.path;
        let finding = self.finding(row, column::TRANSLATION, &message);
        Err(finding.help(format!("mend it in {path} first: `isogloss check`")))
    }

    /// Whether the translation is the one that the table showed.
    fn is_as_it_was(
        &self,
        row: &Row,
        name: &str,
        own: Option<(&Resource, &Pattern)>,
    ) -> Result<(), Diagnostic> {
        if self.request.overwrite || !self.sheet.has(column::PRESENT) {
            return Ok(());
        }
        let own = own.map(|(own, pattern)| syntax::editable(own.text(), pattern));
        let words = own.as_deref().map_or(Words::of(""), Words::of);
        if Words::of(&self.text(row, column::PRESENT)) == words {
            return Ok(());
        }
        let message = format!("`{name}` was translated otherwise since the table was made");
        let finding = self.finding(row, column::PRESENT, &message);
        let finding = finding.help("`--overwrite` takes the translation of the table");
        Err(match own {
            Some(own) => finding.label(format!("by now: {own}")),
            None => finding.label("by now there is none"),
        })
    }

    fn may_be_right(
        &self,
        row: &Row,
        name: &str,
        is_translated: bool,
        is_source_known: bool,
    ) -> Result<(), Diagnostic> {
        let message = match (is_translated, self.keeps_records, is_source_known) {
            (false, ..) => format!("`{name}` has no translation that could be right"),
            (_, false, _) => "the project keeps no records that could say so".to_owned(),
            (_, _, false) => "the table does not say beside which source it is right".to_owned(),
            (true, true, true) => return Ok(()),
        };
        Err(self.finding(row, column::STILL_RIGHT, &message))
    }

    /// The text of the source that a row shows: what stands for it, and the text if it is unchanged.
    fn made_from(&self, row: &Row, name: &str) -> Option<(Fingerprint, Option<String>)> {
        let said: Option<Fingerprint> = self.text(row, column::MADE_FROM).parse().ok();
        let shown = self.sheet.cell(row, column::SOURCE).map(trimmed);
        let shown = shown.and_then(|shown| {
            let flat = flattened(&shown.text).ok()?;
            let is_markdown = self.project.is_markdown(name);
            let part = Part::remembered(&flat, is_markdown, &self.language);
            Some((part.fingerprint(), flat.clone()))
        });
        match (said, shown) {
            (Some(said), Some((shown, flat))) => Some((said, (said == shown).then_some(flat))),
            (Some(said), None) => Some((said, None)),
            (None, Some((shown, flat))) => Some((shown, Some(flat))),
            (None, None) => None,
        }
    }

    /// Imports rows, as far as nobody sees it, and checks what comes of it.
    fn attempt(&self, wishes: &[Wish<'_>], known: &HashSet<String>) -> Attempt {
        let nothing = |problems| Attempt { outputs: Vec::new(), told: Vec::new(), problems };
        let mut outputs = match self.texts(wishes) {
            Ok(outputs) => outputs,
            Err(problems) => return nothing(problems),
        };
        if self.keeps_records && !wishes.is_empty() {
            let told = self.told(wishes);
            let overlay = Overlay::new(self.files, outputs.clone());
            let (project, _) = load(&overlay, self.project.config.clone());
            let sync = sync_told(&project, &told);
            if !sync.findings.is_empty() {
                let of_all = |finding| Problem { row: None, finding };
                return nothing(sync.findings.into_iter().map(of_all).collect());
            }
            outputs.extend(sync.outputs);
        }
        let overlay = Overlay::new(self.files, outputs.clone());
        let (project, loading) = load(&overlay, self.project.config.clone());
        let (mut told, mut problems) = (Vec::new(), Vec::new());
        for finding in check(&project, loading) {
            if says_no_more(finding.rule) && finding.rule != STALE {
                continue;
            }
            let is_bad = finding.severity == Severity::Error && finding.rule != STALE;
            match wishes.iter().find(|wish| self.is_about(&finding, wish)) {
                Some(wish) => {
                    let finding = self.relocated(&project, finding, wish);
                    match is_bad {
                        true => problems.push(Problem { row: Some(wish.row.number), finding }),
                        false => told.push(finding),
                    }
                }
                None if is_bad && !known.contains(&finding.identity()) => {
                    problems.push(Problem { row: None, finding });
                }
                None => {}
            }
        }
        Attempt { outputs, told, problems }
    }

    /// The files of the locale with the translations in them.
    fn texts(&self, wishes: &[Wish<'_>]) -> Result<Vec<Output>, Vec<Problem>> {
        let mut by_resource: BTreeMap<&str, Vec<&Wish<'_>>> = BTreeMap::new();
        for wish in wishes.iter().filter(|wish| wish.wanted.is_some()) {
            by_resource.entry(&wish.source.resource.name).or_default().push(wish);
        }
        let (mut outputs, mut problems) = (Vec::new(), Vec::new());
        for (name, wishes) in by_resource {
            let own = self.catalog.resource(name);
            let translations: Vec<Translation<'_>> = wishes
                .iter()
                .filter_map(|wish| {
                    let (message, attribute) = (wish.source.name(), wish.attribute);
                    let pattern = wish.wanted.as_ref()?.text.as_str();
                    Some(Translation { message, attribute, pattern })
                })
                .collect();
            let unwritable = |wish: &Wish<'_>| {
                let message = format!("the translation of `{}` cannot be written", wish.name);
                let finding = self.finding(wish.row, column::TRANSLATION, &message);
                Problem { row: Some(wish.row.number), finding }
            };
            match insert(wishes[0].source.resource, own, &translations) {
                Ok(text) => {
                    let tree = syntax::parse(&text);
                    let lost = wishes.iter().filter(|wish| !holds(&text, &tree, wish));
                    problems.extend(lost.map(|wish| unwritable(wish)));
                    let path = match own {
                        Some(own) => own.file.path.to_string(),
                        None => self.project.own_path(self.request.locale, name),
                    };
                    outputs.push(Output::new(path, text));
                }
                Err((index, _)) => problems.push(unwritable(wishes[index])),
            }
        }
        if problems.is_empty() { Ok(outputs) } else { Err(problems) }
    }

    /// What is to be recorded: punctuation alone certifies nothing.
    fn told(&self, wishes: &[Wish<'_>]) -> Told {
        let certify = |wish: &&Wish<'_>| wish.wanted.is_none() || wish.has_other_words();
        let parts = wishes.iter().filter(certify).filter_map(|wish| {
            let part = (wish.source.resource.name.to_string(), wish.name.clone());
            Some((part, wish.from.clone()?))
        });
        Told { locale: self.request.locale.to_owned(), parts: parts.collect() }
    }

    fn is_about(&self, finding: &Diagnostic, wish: &Wish<'_>) -> bool {
        wish.wanted.is_some()
            && finding.locale.as_deref() == Some(self.request.locale)
            && finding.resource.as_deref() == Some(&*wish.source.resource.name)
            && finding.id.as_deref() == Some(wish.source.name())
            && finding.attribute.as_deref() == wish.attribute
    }

    /// A finding about the outcome, at the cell it is about: at what it marks, where that stands in
    /// the cell once.
    fn relocated(&self, project: &Project, finding: Diagnostic, wish: &Wish<'_>) -> Diagnostic {
        let Some(pattern) = &wish.wanted else { return finding };
        let catalog = project.catalog(self.request.locale);
        let own = catalog.and_then(|catalog| catalog.resource(&wish.source.resource.name));
        let marked = own.filter(|own| own.file.path == finding.place.path);
        let marked = marked.map_or("", |own| finding.place.span.of(own.text()));
        let mut places = pattern.text.match_indices(marked).map(|(at, _)| at);
        let span = match (places.next(), places.next()) {
            (Some(start), None) if !marked.is_empty() => {
                let last = character(pattern, start + marked.len() - 1);
                Span::at(pattern.offset(start)).to(last)
            }
            _ => pattern.span(),
        };
        let place = Place::new(&self.sheet.source, span);
        let mut finding = finding;
        finding.message = format!("row {}: {}", wish.row.number, finding.message).into();
        finding.place = place;
        finding.offer_nothing();
        finding
    }

    /// What is wrong with a cell, or with a row that has none in that column.
    fn finding(&self, row: &Row, column: &str, message: &str) -> Diagnostic {
        let span = self.sheet.cell(row, column).map_or(row.span(), |cell| cell.span);
        self.at(row, span, message)
    }

    fn at(&self, row: &Row, span: Span, message: &str) -> Diagnostic {
        let place = Place::new(&self.sheet.source, span);
        Diagnostic::new(RULE, place, format!("row {}: {message}", row.number))
            .of_locale(self.request.locale.into())
    }

    /// The text of a cell; empty if there is none.
    fn text(&self, row: &Row, column: &str) -> String {
        let cell = self.sheet.cell(row, column);
        cell.map(|cell| cell.text.text.trim().to_owned()).unwrap_or_default()
    }
}

/// The rule that says of what was imported that its source changed since.
const STALE: &str = "stale-translation";

/// What somebody typed, without the blanks around it that Fluent would not show.
fn trimmed(cell: &Cell) -> Mapped {
    let text = cell.text.text.trim_end();
    let start = text.len() - text.trim_start_matches([' ', '\t', '\n']).len();
    cell.text.slice(start..text.len())
}

/// A pattern's source as records remember it.
///
/// # Errors
/// Why it cannot be read, and where.
fn flattened(typed: &str) -> Result<String, (usize, String)> {
    let alone = syntax::alone(typed).map_err(|error| (error.at, error.message))?;
    let tree = syntax::parse(&alone);
    let value =
        tree.message(0).filter(|it| it.attributes.is_empty()).and_then(|it| it.value.as_ref());
    if let (Some(value), [_]) = (value, tree.entries.as_slice()) {
        return Ok(syntax::flatten(&alone, value));
    }
    match syntax::write_value(typed, false) {
        Err(error) => Err((error.at, error.message)),
        Ok(_) => Err((0, "expected a text".to_owned())),
    }
}

/// The place of the character at an offset of a text, or of its last one.
fn character(text: &Mapped, at: usize) -> Span {
    let mut start = at.min(text.text.len().saturating_sub(1));
    while !text.text.is_char_boundary(start) {
        start -= 1;
    }
    let length = text.text[start..].chars().next().map_or(0, char::len_utf8);
    let offset = text.offset(start);
    Span::new(offset, offset + length)
}

/// Whether a file says of a part what a row wants.
fn holds(text: &str, tree: &syntax::Resource, wish: &Wish<'_>) -> bool {
    let mut messages = tree.messages().map(|(_, message)| message);
    let message = messages.find(|message| message.name().of(text) == wish.source.name());
    let pattern = message.and_then(|message| message.pattern(text, wish.attribute));
    let wanted = wish.wanted.as_ref().map_or("", |wanted| &wanted.text);
    pattern.is_some_and(|pattern| is_written(text, pattern, wanted))
}

/// Whether a pattern says what somebody typed, however it is laid out.
fn is_written(text: &str, pattern: &Pattern, typed: &str) -> bool {
    let written = |typed: &str| syntax::write_value(typed, false).ok();
    written(&syntax::editable(text, pattern)) == written(typed)
}
