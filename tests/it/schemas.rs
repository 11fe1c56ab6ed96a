//! Machine-readable output against its published schemas.

use std::fs;

use boon::{Compiler, Schemas};
use serde_json::Value;

use crate::build::{contents, isogloss, sample_folder};
use crate::sample;

/// What a schema has against a document; nothing if it fits.
pub(crate) fn complaints(schema: &str, document: &[u8]) -> String {
    let path = sample::root().join(schema);
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    let schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    compiler.add_resource("schema.json", schema).unwrap();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    let document: Value = serde_json::from_slice(document).unwrap();
    match schemas.validate(&document, index) {
        Ok(()) => String::new(),
        Err(error) => format!("{error:#}"),
    }
}

#[test]
fn findings_and_coverage_fit_their_schemas() {
    let folder = sample_folder();
    let path = folder.path().join("locales/fr/site.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("stories-count", "stories-cuont") + "nav = twice\nbroken = {\n")
        .unwrap();
    let ran = isogloss(folder.path(), &["check", "--format", "json"], &[]);
    assert_eq!(complaints("src/report/schema/check.schema.json", &ran.stdout), "");
    let ran = isogloss(folder.path(), &["status", "--format", "json"], &[]);
    assert_eq!(complaints("src/report/schema/status.schema.json", &ran.stdout), "");
}

#[test]
fn every_file_of_a_build_fits_its_schema() {
    let folder = sample_folder();
    let ran = isogloss(folder.path(), &["build", "--drafts"], &[]);
    assert!(ran.status.success());
    for (path, bytes) in contents(&folder.path().join("dist")) {
        let schema = match path.rsplit('/').next().unwrap() {
            "manifest.json" => "src/emit/schema/manifest.schema.json",
            "content.json" => "src/emit/schema/content.schema.json",
            _ => continue,
        };
        assert_eq!(complaints(schema, &bytes), "", "{path}");
    }
}
