//! `add-locale`: a new locale, declared and ready to be filled.

use crate::config::{FILE, key};
use crate::failure::Failure;
use crate::files::Output;
use crate::locale::Locale;
use crate::project::{Catalog, Project, Resource};
use crate::syntax::Body;

/// The files that make a project have one more locale: the configuration, and for every resource of
/// the source a file in which each message waits as a comment.
///
/// # Errors
/// The code is no locale, or the project has it already.
pub fn add_locale(project: &Project, config: &str, code: &str) -> Result<Vec<Output>, Failure> {
    let Some(locale) = Locale::parse(code) else {
        return Err(Failure::new(format!("`{code}` is not a known locale"))
            .help("use a BCP 47 tag such as `fr`, `pt-BR` or `zh-Hans`"));
    };
    let same = project.catalogs().map(Catalog::locale).find(|other| other.is_same_as(&locale));
    if let Some(same) = same {
        let already = format!("the project already has `{same}`");
        return Err(Failure::new(match *same == locale {
            true => already,
            false => format!("{already}, which is the same as `{code}`"),
        }));
    }
    if *project.config.file != *FILE {
        let file = &project.config.file;
        return Err(Failure::new(format!("{file} says which locales there are"))
            .help(format!("add `{code}` to `locales` in {file}")));
    }
    let table = format!("[locales.{}]\nstage = \"draft\"\n", key(code));
    let config = format!("{}\n\n{table}", config.trim_end());
    let mut outputs = vec![Output::new(FILE, config)];
    for resource in &project.source.resources {
        let path = project.path_of(&resource.name, Some(&resource.file.path), &locale.code);
        outputs.push(Output::new(path, waiting(resource)));
    }
    Ok(outputs)
}

/// A resource with every message and term as a comment, under its own comment.
fn waiting(resource: &Resource) -> String {
    let text = resource.text();
    let mut waiting = format!(
        "### Translated from {}: uncomment a message and translate it.\n",
        resource.file.path
    );
    for entry in &resource.tree.entries {
        match &entry.body {
            Body::Message(_) => {
                waiting.push('\n');
                for line in entry.core.of(text).lines() {
                    let is_comment = line.starts_with('#');
                    let line = if is_comment || line.is_empty() {
                        line.to_owned()
                    } else {
                        format!("# {line}")
                    };
                    waiting.push_str(if line.is_empty() { "#" } else { &line });
                    waiting.push('\n');
                }
            }
            Body::Comment(comment) if comment.level == 2 => {
                waiting.push('\n');
                waiting.push_str(entry.core.of(text));
                waiting.push('\n');
            }
            _ => {}
        }
    }
    waiting
}
