//! `manifest.json`: what a build holds and where it came from, described by
//! `schema/manifest.schema.json`.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::Request;
use super::shown::{Fallback, Kept, Reason};
use crate::content::Publish;
use crate::coverage::Counts;
use crate::files::Output;
use crate::locale::CLDR_VERSION;
use crate::project::Project;
use crate::resolve::Chain;

/// The version of the format.
const SCHEMA: u32 = 1;

/// The name of the file, at the root of a build.
pub const FILE: &str = "manifest.json";

/// Whether a file of that name is the manifest of a build, and not of something else.
pub fn is_manifest(bytes: &[u8]) -> bool {
    let document: Option<Json> = serde_json::from_slice(bytes).ok();
    document
        .is_some_and(|document| document["isogloss"].is_string() && document["schema"].is_number())
}

/// What the manifest says of one locale.
#[derive(Debug)]
pub(super) struct Locale {
    code: String,
    entry: Json,
}

impl Locale {
    pub(super) fn new(
        chain: &Chain<'_>,
        counts: Counts,
        files: &[Output],
        fallbacks: &[Fallback],
        kept: &[Kept],
    ) -> Self {
        let catalog = chain.links[0].catalog;
        let locale = catalog.locale();
        let codes: Vec<&str> =
            chain.links.iter().map(|link| &*link.catalog.locale().code).collect();
        let endonym = catalog.config.name.clone().or_else(|| locale.endonym());
        let entry = json!({
            "lang": locale.tag.to_string(),
            "dir": locale.direction(),
            "name": endonym,
            "stage": catalog.config.stage.word(),
            "chain": codes,
            "parts": { "total": counts.total(), "covered": counts.covered() },
            "coverage": counts.coverage(),
            "fresh": counts.fresh(),
            "fallbacks": fallbacks.iter().map(fallback).collect::<Vec<_>>(),
            "kept": kept.iter().map(self::kept).collect::<Vec<_>>(),
            "files": files.iter().map(file).collect::<BTreeMap<_, _>>(),
        });
        Self { code: locale.code.to_string(), entry }
    }
}

fn fallback(fallback: &Fallback) -> Json {
    let (reason, change) = match &fallback.reason {
        Reason::Missing => ("missing", None),
        Reason::Unit => ("unit", None),
        Reason::Stale(change) => ("stale", Some(*change)),
        Reason::Unsound(why) => (why.as_str(), None),
    };
    let mut entry = json!({
        "resource": fallback.resource,
        "name": fallback.name,
        "from": fallback.from,
        "reason": reason,
    });
    if let Some(change) = change {
        entry["change"] = json!(change.word());
    }
    entry
}

fn kept(kept: &Kept) -> Json {
    json!({
        "resource": kept.resource,
        "name": kept.name,
        "from": kept.from,
        "change": kept.change.word(),
    })
}

fn file(output: &Output) -> (&str, Json) {
    let bytes = output.bytes.as_deref().unwrap_or_default();
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    (&output.path, json!({ "size": bytes.len(), "sha256": digest }))
}

/// The manifest of a build.
pub(super) fn write(project: &Project, request: Request, locales: Vec<Locale>) -> Output {
    let codes: Vec<String> = locales.iter().map(|locale| locale.code.clone()).collect();
    let entries: BTreeMap<String, Json> =
        locales.into_iter().map(|locale| (locale.code, locale.entry)).collect();
    let is_dated =
        project.content.items.iter().any(|item| matches!(item.publish, Publish::From(_)));
    let document = json!({
        "schema": SCHEMA,
        "isogloss": env!("CARGO_PKG_VERSION"),
        "cldr": { "plurals": CLDR_VERSION, "formats": crate::format::CLDR_VERSION },
        "source": &*project.config.source.code,
        "order": codes,
        "locales": entries,
        // The day matters only to content that is published from a day on.
        "date": is_dated.then(|| request.today.iso()),
    });
    Output::new(FILE, format!("{document:#}\n"))
}
