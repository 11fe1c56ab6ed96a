//! Per-locale outputs: Fluent bundles, rendered content, and the manifest that describes them.
//!
//! Nothing here writes: a build is a list of files, the same bytes for the same project.

mod circle;
mod fluent;
mod html;
mod json;
mod manifest;
mod shown;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Groups, Stage, Target};
use crate::coverage;
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::failure::Failure;
use crate::files::Output;
use crate::format::Day;
use crate::project::{Catalog, Project};
use crate::resolve::Basis;

pub use manifest::{FILE as MANIFEST, is_manifest};

use shown::{Fallback, Reason};

/// What a build is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Drafts too.
    pub drafts: bool,
    /// The day it is made for: decides what is published from a day on.
    pub today: Day,
}

/// A finished build, of which nothing is written yet.
#[derive(Debug)]
pub struct Build {
    /// Its files.
    pub outputs: Vec<Output>,
    /// How many stale texts fall back, over all locales.
    pub passed_over: usize,
    /// How many are shown all the same.
    pub kept: usize,
}

/// One locale of a build.
#[derive(Debug)]
pub(crate) struct Built {
    files: Vec<Output>,
    entry: manifest::Locale,
    passed_over: usize,
    kept: usize,
}

/// Makes every file of a build. What [`obstacles`] would stop it for falls back.
///
/// # Errors
/// An id repeats and nothing says which files are loaded together; or a bundle would not load: a
/// fault of the tool, for the project was checked before.
pub fn build(project: &Project, request: Request) -> Result<Build, Failure> {
    if project.config.groups == Groups::Unknown
        && let Some(repeated) = repeated_id(project)
    {
        let message =
            format!("the id `{repeated}` stands in several files, so one bundle cannot hold them");
        return Err(Failure::new(message).help(
            "say which files are loaded together: `groups = \"folder\"` or `groups = \"file\"`",
        ));
    }
    let basis = Basis::new(&project.origin);
    let built: Result<Vec<Built>, Failure> = wanted(project, request)
        .into_par_iter()
        .map(|catalog| build_locale(&basis, project, catalog, request))
        .collect();
    let mut build = Build { outputs: Vec::new(), passed_over: 0, kept: 0 };
    let mut locales = Vec::new();
    for built in built? {
        build.outputs.extend(built.files);
        build.passed_over += built.passed_over;
        build.kept += built.kept;
        locales.push(built.entry);
    }
    build.outputs.sort_by(|a, b| a.path.cmp(&b.path));
    build.outputs.push(manifest::write(project, request, locales));
    Ok(build)
}

/// The locales of a build.
fn wanted(project: &Project, request: Request) -> Vec<&Catalog> {
    let is_wanted = |stage| request.drafts || stage == Stage::Released;
    project.catalogs().filter(|catalog| is_wanted(catalog.config.stage)).collect()
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
    // What is counted is what `status` counts, whatever a build makes of it.
    let counts = coverage::total(&chain);
    let chain = chain.published();
    let messages = shown::messages(&chain, request);
    let code = &catalog.locale().code;
    let mut files = Vec::new();
    for target in &project.config.build.targets {
        let folder = format!("{}/{code}", target.word());
        match target {
            Target::Fluent => {
                for (name, text) in fluent::bundles(&chain, &messages) {
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
    let fallbacks = shown::fallbacks(&chain, &messages);
    let kept = shown::kept(&chain, &messages);
    let is_stale = |fallback: &&Fallback| matches!(fallback.reason, Reason::Stale(_));
    let passed_over = fallbacks.iter().filter(is_stale).count();
    let entry = manifest::Locale::new(&chain, counts, &files, &fallbacks, &kept);
    Ok(Built { files, entry, passed_over, kept: kept.len() })
}

/// The rule that tells of stale translations. What becomes of them is the policy's to say.
const STALE: &str = "stale-translation";

/// What stops a build, in order: errors in what it would publish, as `check::for_build` finds them,
/// and stale translations that the project does not let pass.
pub fn obstacles(
    project: &Project,
    mut findings: Vec<Diagnostic>,
    request: Request,
) -> Vec<Diagnostic> {
    let is_built = |code: &str| request.drafts || project.config.stage(code) != Stage::Draft;
    findings.retain(|finding| {
        finding.severity == Severity::Error
            && finding.rule != STALE
            && finding.locale.as_deref().is_none_or(is_built)
    });
    findings.extend(refusals(project, request));
    sort(&mut findings);
    findings
}

/// The stale translations that a project lets no build pass; each once, though it may be on the way
/// of several locales.
fn refusals(project: &Project, request: Request) -> Vec<Diagnostic> {
    if !project.config.build.stale.may_fail() {
        return Vec::new();
    }
    let basis = Basis::new(&project.origin);
    let of = |catalog: &Catalog| {
        let chain = Basis::chain(&basis, project, catalog).published();
        shown::refusals(&chain, &shown::messages(&chain, request))
    };
    let mut refusals: Vec<Diagnostic> =
        wanted(project, request).into_par_iter().flat_map_iter(of).collect();
    sort(&mut refusals);
    refusals.dedup();
    refusals
}
