//! Documents that are made from code: the table of rules and the reference of commands.
//!
//! CLDR's tables need a network and are made by `codegen` alone; these need nothing and are checked
//! in every run.

use std::fmt::Write as _;

use crate::Outcome;

const RULES: &str = "src/check/rules/README.md";
const COMMANDS: &str = "src/cli/README.md";

/// Writes the documents, or with `check` fails where one is stale.
pub(crate) fn run(check: bool) -> Outcome {
    for (path, text) in [(RULES, rules()), (COMMANDS, commands())] {
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
