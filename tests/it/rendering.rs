//! Every message of the sample, in every locale, with the sample's real figures and with boundary
//! numbers for every plural category of the locale.

use isogloss::argument::{Argument, Kind};
use isogloss::evaluate::{Trouble, render};
use isogloss::locale::plural::Kind as PluralKind;
use isogloss::resolve::{Chain, ChainScope, PartName};
use isogloss::session::{Session, samples};

use crate::sample;

/// Everything that goes wrong or looks broken in one locale, and how many texts were rendered.
fn troubles(session: &Session, code: &str) -> (Vec<String>, usize) {
    let project = &session.project;
    let chain = Chain::new(project, project.catalog(code).unwrap());
    let mut troubles = Vec::new();
    let mut rendered_texts = 0;
    for found in project.source.messages().filter(|found| !found.message.is_term) {
        let id = found.message.id.of(found.resource.text());
        let mut declared = project.arguments(found.resource, found.message);
        let mut names: Vec<String> = chain.variables(found).iter().cloned().collect();
        names.retain(|name| !declared.iter().any(|argument| argument.name == *name));
        names.sort();
        declared.extend(names.into_iter().map(|name| Argument::new(name, Kind::Text)));
        for attribute in found.attributes() {
            let name = PartName { resource: &found.resource.name, is_term: false, id, attribute };
            let source = chain.part(name).unwrap();
            let facts = &chain.links[source.link].facts;
            for arguments in samples(&declared, facts) {
                let text = chain.text(&source);
                let rendered = render(&ChainScope(&chain), text, source.pattern, &arguments);
                let shown = rendered.text();
                rendered_texts += 1;
                let samples = declared.iter().map(|argument| format!("{{ ${} }}", argument.name));
                let bare = samples.fold(shown.clone(), |text, sample| text.replace(&sample, ""));
                let has_placeable = bare.contains(['{', '}']);
                if !rendered.errors.is_empty() || shown.trim().is_empty() || has_placeable {
                    troubles.push(format!("{code} {id}: {shown} {:?}", rendered.errors));
                }
            }
        }
    }
    (troubles, rendered_texts)
}

#[test]
fn every_message_renders_in_every_locale_for_every_plural_category() {
    let session = sample::open(&sample::files());
    for catalog in session.project.catalogs() {
        let (troubles, rendered) = troubles(&session, &catalog.locale().code);
        assert_eq!(troubles, Vec::<String>::new());
        assert!(rendered > 150, "only {rendered} texts in {}", catalog.locale());
    }
}

#[test]
fn samples_reach_every_plural_category_of_the_locale() {
    let session = sample::open(&sample::files());
    let count = [Argument::new("count", Kind::Count)];
    for catalog in session.project.catalogs() {
        let chain = Chain::new(&session.project, catalog);
        let facts = &chain.links[0].facts;
        let reached = facts
            .plurals
            .counts(PluralKind::Cardinal)
            .iter()
            .collect::<std::collections::HashSet<_>>();
        assert_eq!(samples(&count, facts).len(), reached.len(), "{}", catalog.locale());
        assert!(facts.plurals.categories(PluralKind::Cardinal).len() >= reached.len());
    }
}

#[test]
fn a_missing_argument_is_named_and_shown_as_a_runtime_would() {
    let session = sample::open(&sample::files());
    let chain = Chain::new(&session.project, &session.project.source);
    let name =
        PartName { resource: "site.ftl", is_term: false, id: "published-on", attribute: None };
    let source = chain.part(name).unwrap();
    let text = chain.text(&source);
    let rendered = render(&ChainScope(&chain), text, source.pattern, &Default::default());
    assert_eq!(rendered.text(), "Published on {$date}");
    assert_eq!(rendered.errors, [Trouble::MissingArgument("date".to_owned())]);
}
