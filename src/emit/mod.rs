//! Per-locale outputs: Fluent bundles, rendered content, and the manifest that describes them.
//!
//! Nothing here writes: a build is a list of files, the same bytes for the same project.

mod fluent;
mod html;
mod json;
mod manifest;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Groups, Stage, Target};
use crate::coverage;
use crate::diagnostic::{Diagnostic, Severity};
use crate::failure::Failure;
use crate::files::Output;
use crate::format::Day;
use crate::project::{Catalog, Project};
use crate::resolve::Basis;

pub use manifest::{FILE as MANIFEST, is_manifest};

/// What a build is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Drafts too.
    pub drafts: bool,
    /// The day it is made for: decides what is published from a day on.
    pub today: Day,
}

/// A part that could not be shown as its locale has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fallback {
    /// The resource.
    pub resource: String,
    /// `id`, `-id` or `id.attribute`.
    pub name: String,
    /// The locale whose text is shown; `None` if there is none to show.
    pub from: Option<String>,
    /// Why: `missing`, `unit` (the rest of its item is missing), or what would have leaked.
    pub reason: String,
}

/// One locale of a build.
#[derive(Debug)]
pub(crate) struct Built {
    files: Vec<Output>,
    entry: manifest::Locale,
}

/// Makes every file of a build.
///
/// # Errors
/// An id repeats and nothing says which files are loaded together; or a bundle would not load: a
/// fault of the tool, for the project was checked before.
pub fn build(project: &Project, request: Request) -> Result<Vec<Output>, Failure> {
    if project.config.groups == Groups::Unknown
        && let Some(repeated) = repeated_id(project)
    {
        let message =
            format!("the id `{repeated}` stands in several files, so one bundle cannot hold them");
        return Err(Failure::new(message).help(
            "say which files are loaded together: `groups = \"folder\"` or `groups = \"file\"`",
        ));
    }
    let wanted: Vec<&Catalog> = project
        .catalogs()
        .filter(|catalog| request.drafts || catalog.config.stage == Stage::Released)
        .collect();
    let basis = Basis::new(&project.origin);
    let built: Result<Vec<Built>, Failure> = wanted
        .into_par_iter()
        .map(|catalog| build_locale(&basis, project, catalog, request))
        .collect();
    let mut outputs = Vec::new();
    let mut locales = Vec::new();
    for built in built? {
        outputs.extend(built.files);
        locales.push(built.entry);
    }
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    outputs.push(manifest::write(project, request, locales));
    Ok(outputs)
}

/// An id of the source that more than one resource has.
fn repeated_id(project: &Project) -> Option<&str> {
    let mut first_in: BTreeMap<&str, &str> = BTreeMap::new();
    project.source.messages().map(|found| (found.name(), &*found.resource.name)).find_map(
        |(name, resource)| {
            let first = *first_in.entry(name).or_insert(resource);
            (first != resource).then_some(name)
        },
    )
}

fn build_locale(
    basis: &Arc<Basis<'_>>,
    project: &Project,
    catalog: &Catalog,
    request: Request,
) -> Result<Built, Failure> {
    let chain = Basis::chain(basis, project, catalog);
    let code = &catalog.locale().code;
    let mut files = Vec::new();
    let mut fallbacks = Vec::new();
    for target in &project.config.build.targets {
        let folder = format!("{}/{code}", target.word());
        match target {
            Target::Fluent => {
                for (name, text) in fluent::bundles(&chain, request, &mut fallbacks) {
                    fluent::load(catalog, &name, &text)?;
                    files.push(Output::new(format!("{folder}/{name}"), text));
                }
            }
            Target::Json => {
                let text = json::content(&chain, request);
                files.push(Output::new(format!("{folder}/content.json"), text));
            }
        }
    }
    let counts = coverage::total(&chain);
    fallbacks.sort();
    fallbacks.dedup();
    let entry = manifest::Locale::new(&chain, counts, &files, &fallbacks);
    Ok(Built { files, entry })
}

/// The errors that stop a build: those in what it would publish.
pub fn obstacles<'f>(
    project: &Project,
    findings: &'f [Diagnostic],
    request: Request,
) -> Vec<&'f Diagnostic> {
    let stages: BTreeMap<&str, Stage> =
        project.catalogs().map(|catalog| (&*catalog.locale().code, catalog.config.stage)).collect();
    let is_built = |code: &str| request.drafts || stages.get(code) != Some(&Stage::Draft);
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .filter(|finding| finding.subject.locale.as_deref().is_none_or(is_built))
        .collect()
}
