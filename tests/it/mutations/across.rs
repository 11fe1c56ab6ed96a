//! What only shows across a locale, across all of them, or in what is made of them.

use super::Edit::{Add, Append, Replace, Rewrite};
use super::{Mutation, error, note, warning};

/// Two sentences of the source that are the same, and no locale has to translate them yet.
const TWICE: &str = "
# isogloss: allow(missing-message) the translators are at it
first-hint = You can change this whenever you like.

# isogloss: allow(missing-message) the translators are at it
second-hint = You can change this whenever you like.
";

/// A template that asks for every message of the sample's site but one.
const TEMPLATE: &str = "
<title data-l10n-id='page-title'></title> <a data-l10n-id=skip-to-content></a>
{{ t('nav') }} {{ t('nav-' ~ page) }} {{ t('language-switcher') }} {{ t('not-translated') }}
{{ t('read-more') }} {{ t('published-on') }} {{ t('stories-count') }} {{ t('image-credit') }}
{{ t('topics') }} {{ t('figures-' ~ bound) }} {{ t('cell-girls') }} {{ t('dimension-gender') }}
{{ t('breakdown-incomplete') }} {{ t('shares-of-year') }} {{ t('testimonial-' ~ what) }}
{{ t('results-page') }} {{ t('page-foot') }}
";

/// Where the first number of the sample's content stands.
const FIRST_FIGURE: &str = "[[figure]]\n▸indicator = \"organisations\"";

pub(super) const TABLE: &[Mutation] = &[
    // Texts that are the source's.
    Mutation(
        "a text that was copied from the source was forgotten",
        &[Replace("locales/fr/site.ftl", "Aller au contenu", "Skip to the content")],
        &[warning("identical-to-source", "fr", "locales/fr/site.ftl", "Skip to the content")
            .says("says the same as the source")],
    ),
    Mutation(
        "a variant that was copied from the source was forgotten",
        &[Replace(
            "locales/es/site.ftl",
            "    [child] ",
            "    [child] You have rights, and this page is for you too.\n    [other] ",
        )],
        &[
            warning("identical-to-source", "es", "locales/es/site.ftl", "[▸child] You have")
                .says("for [child]"),
            warning("unknown-variant", "es", "locales/es/site.ftl", "[▸other] Tienes"),
        ],
    ),
    Mutation(
        "a single word that is the same is no fault",
        &[Replace("locales/fr/site.ftl", "topics = Thèmes", "topics = Topics")],
        &[],
    ),
    Mutation(
        "what half of the locales leave as it is need not be translated",
        &[
            Replace("locales/fr/site.ftl", "Aller au contenu", "Skip to the content"),
            Replace("locales/es/site.ftl", "Saltar al contenido", "Skip to the content"),
            Replace("locales/ru/site.ftl", "Перейти к содержанию", "Skip to the content"),
        ],
        &[],
    ),
    // Terms.
    Mutation(
        "a name that is written out will not change with the name",
        &[Replace(
            "locales/fr/site.ftl",
            "site-title = { -network }",
            "site-title = Réseau pour les droits de l’enfant",
        )],
        &[warning("hard-coded-term", "fr", "locales/fr/site.ftl", "▸Réseau pour")
            .says("write `{ -network }`")],
    ),
    Mutation(
        "a form of a name is told from the others",
        &[Replace(
            "locales/ru/indicators.ftl",
            "[few] В { -network(case: \"accusative\") } входят",
            "[few] В Сетью за права ребёнка входят",
        )],
        &[warning("hard-coded-term", "ru", "locales/ru/indicators.ftl", "▸Сетью за права")
            .says("-network(case: \"instrumental\")")],
    ),
    Mutation(
        "an overlay's own name is found in its own texts",
        &[Append("locales/fr-CA/site.ftl", "\nsite-title = Réseau pour les droits de l’enfant\n")],
        &[warning("hard-coded-term", "fr-CA", "locales/fr-CA/site.ftl", "▸Réseau pour")],
    ),
    Mutation(
        "a term that no text shows",
        &[Append(
            "locales/en/terms.ftl",
            "\n# isogloss: allow(missing-message) the translators are at it\n-un-women = UN Women\n",
        )],
        &[warning("unused-term", "en", "locales/en/terms.ftl", "-un-women")],
    ),
    Mutation(
        "a term of a locale's own that no text shows",
        &[Append("locales/ru/terms.ftl", "\n-child = ребёнок\n")],
        &[warning("unused-term", "ru", "locales/ru/terms.ftl", "-child")],
    ),
    Mutation(
        "a term of a locale's own that a text shows is fine",
        &[
            Append("locales/ru/terms.ftl", "\n-topics = Темы\n"),
            Replace("locales/ru/site.ftl", "topics = Темы", "topics = { -topics }"),
        ],
        &[],
    ),
    // The same text twice.
    Mutation(
        "one sentence said in two ways is one note, at the second",
        &[
            Append("locales/en/site.ftl", TWICE),
            Append("locales/fr/site.ftl", "\nfirst-hint = Modifiable à tout moment.\n"),
            Append("locales/fr/site.ftl", "\nsecond-hint = Vous pouvez changer d’avis.\n"),
        ],
        &[note(
            "inconsistent-translation",
            "fr",
            "locales/fr/site.ftl",
            "second-hint = ▸Vous pouvez",
        )
        .says("`second-hint` and `first-hint`")],
    ),
    Mutation(
        "one sentence said in one way is fine, whatever its lines",
        &[
            Append("locales/en/site.ftl", TWICE),
            Append("locales/fr/site.ftl", "\nfirst-hint = Modifiable à tout moment.\n"),
            Append("locales/fr/site.ftl", "\nsecond-hint =\n    Modifiable à\n    tout moment.\n"),
        ],
        &[],
    ),
    Mutation(
        "a paragraph that was pasted in the place of another",
        &[Rewrite("locales/fr/stories/right-to-a-healthy-environment.ftl", |text| {
            let line = |id: &str| text.lines().find(|line| line.contains(id)).unwrap().to_owned();
            let (one, other) = (line("body-qscx"), line("body-wxmu"));
            let (_, pasted) = one.split_once('=').unwrap();
            text.replace(&other, &format!("{}={pasted}", other.split_once('=').unwrap().0))
        })],
        &[note(
            "reused-translation",
            "fr",
            "locales/fr/stories/right-to-a-healthy-environment.ftl",
            "body-wxmu = ▸Pour les enfants",
        )
        .says("-body-qscx`")],
    ),
    // What is asked for.
    Mutation(
        "a message that no template asks for",
        &[
            Replace(
                "isogloss.toml",
                "content = \"content\"",
                "content = \"content\"\nused-in = [\"templates/*.html\"]",
            ),
            Add("templates/page.html", TEMPLATE),
        ],
        &[warning("unused-message", "en", "locales/en/site.ftl", "welcome = {")
            .says("nothing asks for the message `welcome`")],
    ),
    Mutation(
        "templates that are not there",
        &[Replace(
            "isogloss.toml",
            "content = \"content\"",
            "content = \"content\"\nused-in = [\"templates/*.html\"]",
        )],
        &[error("invalid-config", "", "isogloss.toml", "templates/*.html")],
    ),
    // What is made of content.
    Mutation(
        "a language whose dates nobody knows how to write",
        &[Replace("isogloss.toml", "[locales.es]\n", "[locales.es]\nformat-as = \"rhg\"\n")],
        &[warning("no-formatting-data", "es", "content/figures/2022.toml", FIRST_FIGURE)
            .says("format-as")],
    ),
    Mutation(
        "a function of the program is not there when content is rendered",
        &[
            Replace(
                "isogloss.toml",
                "content = \"content\"",
                "content = \"content\"\nfunctions = [\"PLATFORM\"]",
            ),
            Replace(
                "locales/es/actions/act.ftl",
                "Póngase del lado de la niñez",
                "Póngase del lado de la niñez{ PLATFORM() }",
            ),
        ],
        &[warning("lossy-target", "es", "locales/es/actions/act.ftl", "PLATFORM")],
    ),
    Mutation(
        "cells that are hidden all together",
        &[Append(
            "content/figures/2024.toml",
            "\n[[figure.breakdown]]\ndimension = \"gender\"\nsuppress-below = 5\n\
             cells = { girls = 12, boys = 9 }\n",
        )],
        &[warning("lossy-target", "", "content/figures/2024.toml", "gender")],
    ),
    // The style of the source, where a project asks for it.
    Mutation(
        "a plural in parentheses",
        &[
            Append("isogloss.toml", "\n[rules]\nplural-in-parentheses = \"warning\"\n"),
            Replace("locales/en/site.ftl", "nav-stories = Stories", "nav-stories = Story(ies)"),
        ],
        &[warning("plural-in-parentheses", "en", "locales/en/site.ftl", "Story(ies)")],
    ),
    Mutation(
        "a variable that no comment describes",
        &[
            Append("isogloss.toml", "\n[rules]\nundocumented-variable = \"note\"\n"),
            Replace("locales/en/site.ftl", "#   $credit (text) - who made the image\n", ""),
        ],
        &[note("undocumented-variable", "en", "locales/en/site.ftl", "$credit")],
    ),
    Mutation(
        "an apostrophe of a typewriter",
        &[
            Append("isogloss.toml", "\n[rules]\nstraight-quotes = \"warning\"\n"),
            Replace("locales/en/site.ftl", "the child’s own words", "the child's own words"),
        ],
        &[warning("straight-quotes", "en", "locales/en/site.ftl", "child▸'s own").says("`’`")],
    ),
    Mutation(
        "three full stops",
        &[
            Append("isogloss.toml", "\n[rules]\nthree-dots = \"warning\"\n"),
            Replace("locales/en/site.ftl", "Shared with consent", "Shared... with consent"),
        ],
        &[warning("three-dots", "en", "locales/en/site.ftl", "Shared▸... with")],
    ),
    Mutation(
        "a word that the project does not use",
        &[Replace(
            "isogloss.toml",
            "content = \"content\"",
            "content = \"content\"\nforbidden = [{ word = \"skip\", use = \"go\" }]",
        )],
        &[warning("forbidden-word", "en", "locales/en/site.ftl", "skip-to-content = ▸Skip")
            .says("write “go”")],
    ),
    Mutation(
        "the style of the source is nobody's business unless a project asks for it",
        &[
            Replace("locales/en/site.ftl", "Shared with consent", "Share(d)... with consent"),
            Replace("locales/en/site.ftl", "the child’s own words", "the child's own words"),
            Replace("locales/en/site.ftl", "#   $credit (text) - who made the image\n", ""),
        ],
        &[],
    ),
];
