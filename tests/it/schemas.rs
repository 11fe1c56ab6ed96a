//! Machine-readable output against its published schemas.

use std::fs;

use boon::{Compiler, Schemas};
use isogloss::config;
use isogloss::config::key::{self, Section};
use isogloss::files::Memory;
use isogloss::text::SourceText;
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

/// What the schema of isogloss.toml has against a configuration.
fn complaints_about(config: &str) -> String {
    let value: toml::Table = toml::from_str(config).unwrap();
    let json = serde_json::to_vec(&value).unwrap();
    complaints("src/config/isogloss.schema.json", &json)
}

#[test]
fn the_configuration_fits_its_schema_and_a_misspelt_one_does_not() {
    let sample = fs::read_to_string(sample::root().join("isogloss.toml")).unwrap();
    assert_eq!(complaints_about(&sample), "");
    for (right, wrong) in [
        ("required = 0.95", "requird = 0.95"),
        ("required = 0.95", "required = 95"),
        ("stage = \"draft\"", "stage = \"drafft\""),
        ("type = \"list\"", "typ = \"list\""),
    ] {
        assert_ne!(complaints_about(&sample.replacen(right, wrong, 1)), "", "{wrong}");
    }
}

/// A table in which every key of a section stands with its example, but for some.
fn examples(section: &Section, except: &[&str]) -> String {
    let said = section.settings.iter().filter(|setting| !except.contains(&setting.key));
    let said = said.map(|setting| format!("{} = {}", setting.key, setting.example));
    format!("{{ {} }}", said.collect::<Vec<_>>().join(", "))
}

/// The lines of a section's own keys.
fn lines(section: &Section, except: &[&str]) -> String {
    let said = section.settings.iter().filter(|setting| !except.contains(&setting.key));
    said.map(|setting| format!("{} = {}\n", setting.key, setting.example)).collect()
}

#[test]
fn every_key_of_the_reference_is_read_and_its_example_means_something() {
    let except = ["l10n-toml", "paths", "locales", "levels", "kinds", "build"];
    let mut config = lines(&key::ROOT, &except);
    config += &format!("paths = [{}]\n", examples(&key::PATHS, &[]));
    config += &format!("levels = [{}]\n", examples(&key::LEVEL, &[]));
    config += &format!("build = {}\n", examples(&key::BUILD, &[]));
    config += "locales.fr = {}\n";
    config += &format!("locales.fr-CA = {}\n", examples(&key::LOCALE, &[]));
    config += &format!("kinds.poster = {}\n", examples(&key::KIND, &["fields"]));
    // Which keys a field has besides depends on its type.
    for (kind, own) in [
        ("text", &["translate", "max"][..]),
        ("choice", &["choices", "labels"]),
        ("reference", &["kind"]),
        ("list", &["of"]),
        ("record", &["fields"]),
    ] {
        let common = ["type", "required", "comment"];
        let keys = key::FIELD.settings.iter().map(|setting| setting.key);
        let except: Vec<&str> = keys
            .filter(|key| *key == "type" || !(common.contains(key) || own.contains(key)))
            .collect();
        let field =
            examples(&key::FIELD, &except).replacen('{', &format!("{{ type = \"{kind}\","), 1);
        config += &format!("kinds.story.fields.{kind} = {field}\n");
    }
    let source = SourceText::new("isogloss.toml", config.as_str());
    let (read, findings) = config::read(&Memory::default(), &source, &isogloss::check::ids());
    assert!(read.is_some() && findings.is_empty(), "{config}{findings:?}");
    assert_eq!(complaints_about(&config), "", "{config}");
}

#[test]
fn every_key_of_a_project_file_of_mozillas_is_read() {
    let except = ["paths", "includes", "excludes", "filters"];
    let mut toml = lines(&key::L10N, &except);
    toml += &format!("paths = [{}]\n", examples(&key::L10N_PATHS, &[]));
    toml += &format!("filters = [{}]\n", examples(&key::L10N_FILTER, &[]));
    let other = examples(&key::L10N_INCLUDE, &[]);
    toml += &format!("includes = [{other}]\nexcludes = [{other}]\n");
    let files =
        Memory::new([("l10n.toml", toml.as_str()), ("other/l10n.toml", "locales = [\"fr\"]\n")]);
    let (read, findings) = config::l10n_toml::read(&files, "l10n.toml", None, None).unwrap();
    assert!(read.is_some() && findings.is_empty(), "{toml}{findings:?}");
}
