//! The façade: a project opened from files, with everything that was found on the way.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use fixed_decimal::Decimal;
use rayon::prelude::*;

use crate::argument::{Argument, Kind};
use crate::check::{self, Checker, Known, Outcome};
use crate::config::{self, Config, Sorted};
use crate::coverage::{self, PartState};
use crate::diagnostic::{Diagnostic, Place};
use crate::emit::{self, Request};
use crate::evaluate::{Arguments, Facts, Value, render};
use crate::failure::Failure;
use crate::files::Files;
use crate::format::{Day, NumberOptions};
use crate::load::{self, Loaded, Waiting};
use crate::locale::Locale;
use crate::locale::plural::Kind as PluralKind;
use crate::project::{Catalog, Found, Origin, Project};
use crate::provenance::{parts_of, words_of};
use crate::report::{LocaleCoverage, PartReport, VariantReport};
use crate::resolve::{Basis, Chain, ChainScope, PartName, Source};
use crate::syntax::{Reference, flatten, walk_references};
use crate::text::{SourceText, Span, listed, nearest};
use crate::todo::{Todo, todo};

const CARDINAL: PluralKind = PluralKind::Cardinal;

/// A loaded project and what loading found.
#[derive(Debug)]
pub struct Session {
    /// The project.
    pub project: Project,
    /// Findings about files that could not be read as they should.
    pub loading: Vec<Diagnostic>,
}

/// Reads the configuration at the root of `files`: `None` if it says too little to go on.
///
/// # Errors
/// There is none, or it cannot be read.
pub fn configuration(files: &dyn Files) -> Result<(Option<Config>, Vec<Diagnostic>), Failure> {
    let bytes = files.read(config::FILE).map_err(|error| {
        let message = format!("cannot read {}", config::FILE);
        Failure::io(message, error)
            .help("run `isogloss init` to make one, or `isogloss check --source en <folder>`")
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(format!("{} is not UTF-8", config::FILE)))?;
    Ok(config::read(files, &SourceText::new(config::FILE, text), &check::ids()))
}

/// A translation that somebody may say is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certifiable {
    /// The resource.
    pub resource: String,
    /// `id`, `-id` or `id.attribute`.
    pub name: String,
    /// What the source says today.
    pub source: String,
}

/// What came of checking a project.
#[derive(Debug)]
pub struct Checked {
    /// Everything that is wrong with it, in order.
    pub findings: Vec<Diagnostic>,
    /// Its locales, the source's first.
    pub locales: Vec<Locale>,
    /// The files that were looked at, in no order.
    pub paths: Vec<String>,
    /// How many findings the baseline hides.
    pub hidden: usize,
    /// The source side of the project.
    pub origin: Arc<Origin>,
}

/// Checks a project locale by locale: no more of it is in memory than the source, the locales that
/// are being looked at and what they fall back to. `found` is what files there are, where that is
/// known; `loading` is what was found on the way here.
pub fn check(
    files: &dyn Files,
    config: Config,
    found: Option<Sorted>,
    mut loading: Vec<Diagnostic>,
    known: Known,
) -> Checked {
    let Loaded { origin, waiting, findings } = load::origin(files, config, found);
    loading.extend(findings);
    let mut locales = vec![origin.source.locale().clone()];
    locales.extend(waiting.iter().map(|target| target.config.locale.clone()));
    let paths = looked_at(&origin, &waiting);
    let checker = Checker::new(&origin, known);
    let look = |family| -> (Vec<Outcome>, Vec<Diagnostic>) {
        let (targets, found) = load::read(files, &origin, family);
        let project = Project { origin: origin.clone(), targets };
        let targets = project.targets.iter().map(|target| checker.target(&project, target));
        (targets.collect(), found)
    };
    let families = load::families(waiting);
    let (source, checked) = rayon::join(|| checker.source(), || side_by_side(families, look));
    let mut outcomes = Vec::new();
    for (checked, found) in checked {
        outcomes.extend(checked);
        loading.extend(found);
    }
    let (findings, hidden) = checker.finish(source, outcomes, loading);
    Checked { findings, locales, paths, hidden, origin: origin.clone() }
}

/// Looks at families of locales, each as a whole, the largest first: so that no core is left with a
/// large one when the others are done. What came of each is in the order of the families.
fn side_by_side<T: Send>(
    families: Vec<Vec<Waiting>>,
    look: impl Fn(Vec<Waiting>) -> T + Sync,
) -> Vec<T> {
    let size = |family: &[Waiting]| family.iter().map(|one| one.files().count()).sum::<usize>();
    let mut largest: Vec<_> = families.into_iter().enumerate().collect();
    largest.sort_by_key(|(_, family)| Reverse(size(family)));
    let looked = largest.into_iter().par_bridge().map(|(index, family)| (index, look(family)));
    let mut looked: Vec<(usize, T)> = looked.collect();
    looked.sort_by_key(|(index, _)| *index);
    looked.into_iter().map(|(_, outcome)| outcome).collect()
}

fn looked_at(origin: &Origin, waiting: &[Waiting]) -> Vec<String> {
    let source = origin.source.resources.iter().map(|resource| &*resource.file.path);
    let content = origin.content.items.iter().map(|item| &*item.source.path);
    let targets = waiting.iter().flat_map(Waiting::files);
    let all = source.chain(content).chain(targets).chain([&*origin.config.file]);
    all.map(str::to_owned).collect()
}

impl Session {
    /// Opens the project whose configuration lies at the root of `files`.
    ///
    /// # Errors
    /// There is no configuration, or it cannot be read.
    pub fn open(files: &dyn Files) -> Result<Opened, Failure> {
        Ok(match configuration(files)? {
            (Some(config), findings) => {
                let mut session = Self::with(files, config);
                session.loading.extend(findings);
                Opened::Project(Box::new(session))
            }
            (None, findings) => Opened::Broken(findings),
        })
    }

    /// Opens a project with a configuration that was made up elsewhere.
    pub fn with(files: &dyn Files, config: Config) -> Self {
        let (project, loading) = load::load(files, config);
        Self { project, loading }
    }

    /// Everything that is wrong with the project, in order.
    pub fn check(&self) -> Vec<Diagnostic> {
        check::check(&self.project, self.loading.clone())
    }

    /// What stops a build, in order.
    pub fn obstacles(&self, request: Request) -> Vec<Diagnostic> {
        let findings = check::for_build(&self.project, self.loading.clone());
        emit::obstacles(&self.project, findings, request)
    }

    /// The coverage of every target.
    pub fn coverage(&self) -> Vec<LocaleCoverage> {
        let basis = Basis::new(&self.project.origin);
        let of = |catalog| {
            let chain = Basis::chain(&basis, &self.project, catalog);
            LocaleCoverage {
                locale: catalog.locale().code.to_string(),
                stage: catalog.config.stage,
                required: catalog.config.required.as_ref().map(|required| required.share),
                release_at: catalog.config.release_at,
                resources: coverage::by_resource(&chain),
            }
        };
        self.project.targets.par_iter().map(of).collect()
    }

    /// A target by its code.
    ///
    /// # Errors
    /// The project has no such target.
    pub fn target(&self, code: &str) -> Result<&Catalog, Failure> {
        let found = self.project.targets.iter().find(|target| &*target.locale().code == code);
        found.ok_or_else(|| {
            let codes: Vec<&str> =
                self.project.targets.iter().map(|target| &*target.locale().code).collect();
            Failure::new(format!("`{code}` is not a target of this project"))
                .help(format!("its targets are {}", listed(&codes)))
        })
    }

    /// What is left to do in a locale, in the order in which a reader meets it.
    ///
    /// # Errors
    /// The project has no such target.
    pub fn todo(&self, code: &str) -> Result<Todo, Failure> {
        let catalog = self.target(code)?;
        Ok(todo(&self.project, catalog, self.check()))
    }

    /// The translations of a locale that have one of these names, or stand in one of these resources:
    /// what somebody may say is right.
    ///
    /// # Errors
    /// The project has no such target, the source no such part or resource, or there is no
    /// translation of it.
    pub fn certifiable(
        &self,
        code: &str,
        names: &[String],
        resources: &[String],
    ) -> Result<Vec<Certifiable>, Failure> {
        let catalog = self.target(code)?;
        let mut translated = Vec::new();
        for resource in &catalog.resources {
            let Some(source) = self.project.source.resource(&resource.name) else { continue };
            let words = words_of(resource);
            for (name, pattern) in parts_of(source.text(), &source.tree) {
                if words.contains_key(&name) {
                    let source = flatten(source.text(), pattern);
                    let resource = resource.name.to_string();
                    translated.push(Certifiable { resource, name, source });
                }
            }
        }
        let is_of = |part: &Certifiable, name: &str| {
            part.name == name
                || part.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        };
        for name in names {
            if !translated.iter().any(|part| is_of(part, name)) {
                let known = translated.iter().map(|part| part.name.as_str());
                let mut failure = Failure::new(format!("`{code}` has no translation of `{name}`"));
                failure.help = nearest(name, known).map(|meant| format!("did you mean `{meant}`?"));
                return Err(failure);
            }
        }
        for resource in resources {
            if !translated.iter().any(|part| part.resource == *resource) {
                let known: BTreeSet<&str> =
                    translated.iter().map(|part| part.resource.as_str()).collect();
                let mut failure =
                    Failure::new(format!("`{code}` translates nothing of `{resource}`"));
                failure.help =
                    nearest(resource, known).map(|meant| format!("did you mean `{meant}`?"));
                return Err(failure);
            }
        }
        translated.retain(|part| {
            resources.contains(&part.resource) || names.iter().any(|name| is_of(part, name))
        });
        Ok(translated)
    }

    /// Explains every part of a locale that has this name: `id`, `-id` or `id.attribute`.
    ///
    /// # Errors
    /// The project has no such locale, or the source no such part.
    pub fn why(&self, code: &str, wanted: &str) -> Result<Vec<PartReport>, Failure> {
        let catalog = match code == &*self.project.config.source.code {
            true => &self.project.source,
            false => self.target(code)?,
        };
        let chain = Chain::new(&self.project, catalog);
        let states = coverage::states(&chain);
        let parts: Vec<&PartState<'_>> = states
            .iter()
            .filter(|part| {
                name(part.source, part.attribute) == wanted || part.source.name() == wanted
            })
            .collect();
        if parts.is_empty() {
            let names: Vec<String> =
                states.iter().map(|part| name(part.source, part.attribute)).collect();
            let mut failure = Failure::new(format!("the source has no part `{wanted}`"));
            failure.help = nearest(wanted, names.iter().map(String::as_str))
                .map(|meant| format!("did you mean `{meant}`?"));
            return Err(failure);
        }
        let findings = self.check();
        // States are as `status` counts them; what readers get is what a build shows.
        let chain = chain.published();
        Ok(parts.into_iter().map(|part| self.part_report(&chain, part, &findings)).collect())
    }

    fn part_report(
        &self,
        chain: &Chain<'_>,
        part: &PartState<'_>,
        findings: &[Diagnostic],
    ) -> PartReport {
        let source = part.source;
        let catalog = chain.links[0].catalog;
        let id = source.message.id.of(source.resource.text());
        let part_name = PartName {
            resource: &source.resource.name,
            is_term: source.message.is_term,
            id,
            attribute: part.attribute,
        };
        let item = self.project.content.items.iter().find(|item| {
            item.resource == source.resource.name && item.parts.iter().any(|part| part.id == id)
        });
        let shown = match item {
            Some(item) if part.attribute.is_none() => chain.item_part(item, id),
            _ => chain.part(part_name),
        };
        let own = catalog.in_resource(part_name.resource, part_name.is_term, id);
        let written = |found: Found<'_>| {
            let pattern = found.pattern(part.attribute)?;
            let text = found.resource.text();
            Some((outdented(text, pattern.span), place(found, pattern.span)))
        };
        let about = |finding: &&Diagnostic| {
            finding.locale.as_deref() == Some(&catalog.locale().code)
                && finding.id.as_deref() == Some(source.name())
                && (finding.attribute.is_none() || finding.attribute.as_deref() == part.attribute)
        };
        PartReport {
            name: name(source, part.attribute),
            locale: catalog.locale().code.to_string(),
            resource: source.resource.name.to_string(),
            state: match catalog.locale() == self.project.source.locale() {
                true => "source".to_owned(),
                false => part.state.word().to_owned(),
            },
            chain: chain.links.iter().map(|link| link.catalog.locale().code.to_string()).collect(),
            shown_from: shown.as_ref().map(|shown| {
                let code = chain.links[shown.link].catalog.locale().code.to_string();
                (code, place(shown.found, shown.pattern.span))
            }),
            source: written(source),
            translation: own
                .filter(|_| catalog.locale() != self.project.source.locale())
                .and_then(written),
            variants: shown.map(|shown| self.variants(chain, source, &shown)).unwrap_or_default(),
            findings: findings.iter().filter(about).cloned().collect(),
        }
    }

    fn variants(
        &self,
        chain: &Chain<'_>,
        source: Found<'_>,
        shown: &Source<'_>,
    ) -> Vec<VariantReport> {
        let facts = &chain.links[shown.link].facts;
        let mut declared = self.project.arguments(source.resource, source.message);
        let mut names: Vec<String> = chain.variables(source).iter().cloned().collect();
        names.sort();
        for name in names {
            if !declared.iter().any(|argument| argument.name == name) {
                declared.push(Argument::new(name, Kind::Text));
            }
        }
        // What only the source selects by makes no difference here; what neither mentions itself
        // comes through a reference.
        let (used, original) = (mentioned(shown.found), mentioned(source));
        declared.retain(|argument| {
            let name = argument.name.as_str();
            used.contains(name) || !original.contains(name)
        });
        samples(&declared, facts)
            .into_iter()
            .map(|arguments| {
                let text = chain.text(shown);
                let rendered = render(&ChainScope(chain), text, shown.pattern, &arguments);
                VariantReport { arguments: described(&arguments), text: rendered.text() }
            })
            .collect()
    }
}

/// How many samples of one part are shown.
const MAX_SAMPLES: usize = 24;

/// Arguments that take a part through its forms: each choice, and a number of each plural category.
pub fn samples(declared: &[Argument], facts: &Facts) -> Vec<Arguments> {
    let mut all = vec![Arguments::new()];
    for argument in declared {
        let values = sample_values(argument, facts);
        all = all
            .into_iter()
            .flat_map(|arguments| {
                values.iter().map(move |value| {
                    let mut arguments = arguments.clone();
                    arguments.insert(argument.name.clone(), value.clone());
                    arguments
                })
            })
            .take(MAX_SAMPLES)
            .collect();
    }
    all
}

fn sample_values(argument: &Argument, facts: &Facts) -> Vec<Value> {
    match &argument.kind {
        Kind::Count | Kind::Number => {
            let counts = facts.plurals.counts(CARDINAL);
            let mut numbers: Vec<Decimal> = argument.values.clone();
            for &category in facts.plurals.categories(CARDINAL) {
                let first = counts.iter().position(|count| *count == category);
                numbers.extend(first.map(|number| Decimal::from(number as u64)));
            }
            let mut seen = HashSet::new();
            numbers.retain(|number| seen.insert(number.to_string()));
            numbers.into_iter().map(Value::number).collect()
        }
        Kind::Percent => {
            let half: Decimal = "0.5".parse().unwrap_or_default();
            let options = NumberOptions { percent: true, ..NumberOptions::default() };
            vec![Value::Number(half, options)]
        }
        Kind::Date => Day::new(2022, 8, 26).map(Value::Day).into_iter().collect(),
        Kind::Text => vec![Value::Text(format!("{{ ${} }}", argument.name))],
        Kind::Choice(choices) => choices.iter().cloned().map(Value::Text).collect(),
    }
}

/// The variables a message mentions, wherever it stands.
fn mentioned(found: Found<'_>) -> HashSet<&str> {
    let text = found.resource.text();
    let mut names = HashSet::new();
    for (_, pattern) in found.parts() {
        walk_references(pattern, &mut |reference| {
            if let Reference::Variable { name, .. } = reference {
                names.insert(name.of(text));
            }
        });
    }
    names
}

fn described(arguments: &Arguments) -> String {
    let said = arguments.iter().filter_map(|(name, value)| match value {
        Value::Number(number, _) => Some(format!("${name} = {number}")),
        Value::Text(text) if !text.starts_with('{') => Some(format!("${name} = {text}")),
        _ => None,
    });
    said.collect::<Vec<_>>().join(", ")
}

fn name(found: Found<'_>, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => format!("{}.{attribute}", found.name()),
        None => found.name().to_owned(),
    }
}

fn place(found: Found<'_>, span: Span) -> String {
    let place = Place::new(&found.resource.file, span);
    format!("{}:{}", place.path, place.start)
}

/// A pattern as it is written, without the indentation its lines share.
fn outdented(text: &str, span: Span) -> String {
    let written = span.of(text);
    let indents = written.lines().skip(1).filter(|line| !line.trim().is_empty());
    let indent = indents.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let lines = written.lines().enumerate().map(|(index, line)| match index {
        0 => line,
        _ => line.get(indent..).unwrap_or_default(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What came of opening a project.
#[derive(Debug)]
pub enum Opened {
    /// A project.
    Project(Box<Session>),
    /// A configuration that says too little to load anything by.
    Broken(Vec<Diagnostic>),
}
