//! The programs that chores run: Isogloss itself, built for release, and its peers, pinned and
//! installed in an environment of their own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::run;

/// The peers, each with its version.
const PEERS: [&str; 3] = ["compare-locales==9.0.5", "moz.l10n==0.15.0", "FTL-Extract==0.12.3"];

/// Cargo's target folder: the one this program stands in.
pub(crate) fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.ancestors().nth(2).map_or_else(|| PathBuf::from("target"), Path::to_owned)
}

/// Builds Isogloss for release.
pub(crate) fn isogloss() -> Result<PathBuf, String> {
    run(Command::new("cargo").args(["build", "--quiet", "--release"]))?;
    Ok(target().join("release/isogloss"))
}

/// Everything `isogloss check` finds in a folder. Findings are no failure.
pub(crate) fn findings(folder: &Path, arguments: &[&str]) -> Result<Vec<Value>, String> {
    let program = target().join("release/isogloss");
    let ran = Command::new(&program)
        .args(["check", "--format", "json"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    if !matches!(ran.status.code(), Some(0 | 1)) {
        return Err(format!(
            "isogloss check {arguments:?}: {}",
            String::from_utf8_lossy(&ran.stderr)
        ));
    }
    let document: Value = serde_json::from_slice(&ran.stdout).map_err(|error| error.to_string())?;
    document["findings"].as_array().cloned().ok_or_else(|| "no findings in the output".to_owned())
}

/// The folder of the peers' programs; installs them if need be.
pub(crate) fn peers() -> Result<PathBuf, String> {
    let environment = target().join("peers");
    let installed = environment.join("installed");
    let wanted = PEERS.join("\n");
    if std::fs::read_to_string(&installed).unwrap_or_default() != wanted {
        crate::corpus::remove(&environment)?;
        run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
        run(Command::new(environment.join("bin/pip"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(PEERS))?;
        std::fs::write(&installed, wanted).map_err(|error| error.to_string())?;
    }
    Ok(environment.join("bin"))
}

/// Everything that compare-locales finds by a project file, file by file: path and finding.
///
/// A missing or obsolete file is a finding of its own.
pub(crate) fn compare_locales(
    folder: &Path,
    l10n_toml: &str,
) -> Result<Vec<(String, Value)>, String> {
    let program = peers()?.join("compare-locales");
    let ran = Command::new(&program)
        .args(["--json", "-", l10n_toml, "."])
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    compared(&ran.stdout)
        .ok_or_else(|| format!("compare-locales: {}", String::from_utf8_lossy(&ran.stderr)))
}

/// Reads what compare-locales prints as JSON.
pub(crate) fn compared(output: &[u8]) -> Option<Vec<(String, Value)>> {
    let document: Value = serde_json::from_slice(output).ok()?;
    let mut found = Vec::new();
    for project in document.as_array()? {
        leaves(&project["details"], "", &mut found);
    }
    Some(found)
}

/// Details are nested by folder; a name may be several folders.
fn leaves(details: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    match details {
        Value::Object(names) => {
            for (name, inner) in names {
                let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
                leaves(inner, &path, found);
            }
        }
        Value::Array(findings) => {
            found.extend(findings.iter().map(|finding| (path.to_owned(), finding.clone())));
        }
        _ => {}
    }
}
