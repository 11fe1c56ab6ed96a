//! Documents that are made from code: the table of rules, the reference of commands, and the
//! reference and JSON schema of the configuration.
//!
//! CLDR's tables need a network and are made by `codegen` alone; these need nothing and are checked
//! in every run.

use std::fmt::Write as _;

use isogloss::config::key::{Holds, L10N_SECTIONS, ROOT, SECTIONS, Section};
use serde_json::{Map, Value, json};

use crate::Outcome;

const RULES: &str = "src/check/rules/README.md";
const COMMANDS: &str = "src/cli/README.md";
const CONFIGURATION: &str = "src/config/README.md";
const SCHEMA: &str = "src/config/isogloss.schema.json";

/// Writes the documents, or with `check` fails where one is stale.
pub(crate) fn run(check: bool) -> Outcome {
    let documents = [
        (RULES, rules()),
        (COMMANDS, commands()),
        (CONFIGURATION, configuration()),
        (SCHEMA, schema()?),
    ];
    for (path, text) in documents {
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        if committed == text {
            continue;
        }
        if check {
            return Err(format!("{path} is stale: run `cargo xtask codegen`"));
        }
        std::fs::write(path, text).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

fn rules() -> String {
    let mut text = "# Rules\n\nMade by `cargo xtask codegen`. `isogloss explain <rule>` shows a rule’s page.\n\n\
                    | rule | level | reports |\n|---|---|---|\n"
        .to_owned();
    for rule in isogloss::check::ALL {
        let level = rule.severity.map_or("off", |severity| severity.word());
        let page = rule.id.replace('-', "_");
        let _ = writeln!(text, "| [`{}`]({page}.md) | {level} | {} |", rule.id, rule.summary);
    }
    text
}

fn commands() -> String {
    let mut text =
        "# Commands\n\nMade by `cargo xtask codegen` from what `--help` says.\n".to_owned();
    for (name, help) in isogloss::cli::reference() {
        let _ = write!(text, "\n## {name}\n\n```text\n{}\n```\n", help.trim_end());
    }
    text
}

fn configuration() -> String {
    let mut text = "# Configuration\n\nMade by `cargo xtask codegen` from `src/config/key.rs`. \
                    Editors can use [isogloss.schema.json](isogloss.schema.json).\n\n\
                    A key that does not exist and a value that means nothing are findings of \
                    `invalid-config`, each at its place.\n"
        .to_owned();
    SECTIONS.iter().for_each(|section| reference(&mut text, section));
    text.push_str("\n# Mozilla’s project files\n");
    L10N_SECTIONS.iter().for_each(|section| reference(&mut text, section));
    text
}

fn reference(text: &mut String, section: &Section) {
    let _ = writeln!(text, "\n## {}\n\n{}\n", section.name(), section.about);
    text.push_str("| key | value | default | meaning | example |\n|---|---|---|---|---|\n");
    for setting in section.settings {
        let default = match setting.default {
            "" => "must be set".to_owned(),
            default if default.starts_with(['[', '"']) => format!("`{default}`"),
            default => default.to_owned(),
        };
        let _ = writeln!(
            text,
            "| `{}` | {} | {default} | {} | `{}` |",
            setting.key,
            described(&setting.holds),
            setting.meaning,
            setting.example,
        );
    }
}

/// What a value is, for people.
fn described(holds: &Holds) -> String {
    match holds {
        Holds::Text => "text".to_owned(),
        Holds::Boolean => "`true` or `false`".to_owned(),
        Holds::Share => "number from 0 to 1".to_owned(),
        Holds::Count => "whole number from 1".to_owned(),
        Holds::Word(words) => {
            let words: Vec<String> = words().iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        }
        Holds::List(of) => format!("list of: {}", described(of)),
        Holds::Table(section) => format!("table, see {}", section.name()),
        Holds::TableOf(key, of) => format!("table; {key} → {}", described(of)),
        Holds::Rules => "table; a rule → its level".to_owned(),
        Holds::Either(one, other) => format!("{}; or {}", described(one), described(other)),
        Holds::Anything => "anything".to_owned(),
    }
}

/// The JSON schema of isogloss.toml, for editors.
fn schema() -> Result<String, String> {
    let mut schema = section_schema(&ROOT);
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(ROOT.title));
    let definitions = SECTIONS
        .iter()
        .skip(1)
        .map(|section| (definition(section), Value::Object(section_schema(section))));
    schema.insert("$defs".to_owned(), Value::Object(definitions.collect()));
    let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

fn section_schema(section: &Section) -> Map<String, Value> {
    let properties: Map<String, Value> = section
        .settings
        .iter()
        .map(|setting| {
            let mut value = value_schema(&setting.holds);
            value.insert("description".to_owned(), json!(setting.meaning));
            (setting.key.to_owned(), Value::Object(value))
        })
        .collect();
    let mut schema = Map::new();
    schema.insert("description".to_owned(), json!(section.about));
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema
}

fn definition(section: &Section) -> String {
    let name: String =
        section.title.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
    name
}

fn value_schema(holds: &Holds) -> Map<String, Value> {
    let value = match holds {
        Holds::Text => json!({ "type": "string" }),
        Holds::Boolean => json!({ "type": "boolean" }),
        Holds::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Holds::Count => json!({ "type": "integer", "minimum": 1 }),
        Holds::Word(words) => json!({ "enum": words() }),
        Holds::List(of) => json!({ "type": "array", "items": value_schema(of) }),
        Holds::Table(section) => json!({ "$ref": format!("#/$defs/{}", definition(section)) }),
        Holds::TableOf(_, of) => {
            json!({ "type": "object", "additionalProperties": value_schema(of) })
        }
        Holds::Rules => json!({
            "type": "object",
            "propertyNames": { "enum": isogloss::check::ids() },
            "additionalProperties": { "enum": isogloss::config::level_words() },
        }),
        Holds::Either(one, other) => {
            json!({ "anyOf": [value_schema(one), value_schema(other)] })
        }
        Holds::Anything => json!({}),
    };
    match value {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}
