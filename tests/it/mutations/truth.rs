//! What a translation says besides words: markup, links, names, options, lengths.

use super::Edit::{Append, Replace};
use super::{Mutation, error, warning};

const REPORT: &str = "https://example.org/annual-reports";
const STORY_AR: &str = "locales/ar/stories/one-hundred-organisations.ftl";
const STORY_FR: &str = "locales/fr/stories/one-hundred-organisations.ftl";
const STORY_RU: &str = "locales/ru/stories/one-hundred-organisations.ftl";

pub(super) const TABLE: &[Mutation] = &[
    // Markup.
    Mutation(
        "a link of Markdown with a space in it is no link",
        &[Replace(
            "locales/fr/sections/results.ftl",
            "[rapports annuels](",
            "[rapports annuels] (",
        )],
        &[error("broken-markup", "fr", "locales/fr/sections/results.ftl", "▸[rapports annuels] (")
            .says("is part of no link")],
    ),
    Mutation(
        "emphasis that is never closed is shown as a star",
        &[Replace("locales/ru/sections/numbers.ftl", "*нет данных*", "*нет данных")],
        &[error("broken-markup", "ru", "locales/ru/sections/numbers.ftl", "▸*нет данных")],
    ),
    Mutation(
        "a tag in Markdown is shown as it stands",
        &[Replace(
            "locales/es/sections/results.ftl",
            "[informes anuales]",
            "<b>[informes anuales]",
        )],
        &[error("broken-markup", "es", "locales/es/sections/results.ftl", "<b>")],
    ),
    Mutation(
        "a tag of interface text that closes nothing is broken",
        &[Replace("locales/ar/site.ftl", "nav-stories = قصص", "nav-stories = <b>قصص</i></b>")],
        &[error("broken-markup", "ar", "locales/ar/site.ftl", "</i>")],
    ),
    Mutation(
        "markup where the source has none is shown as it stands",
        &[Replace("locales/ar/site.ftl", "nav-stories = قصص", "nav-stories = <b>قصص</b>")],
        &[warning("changed-markup", "ar", "locales/ar/site.ftl", "<b>")],
    ),
    Mutation(
        "a link of Markdown that is gone is missed, as markup and once",
        &[Replace(
            "locales/zh-Hans/sections/results.ftl",
            "[年度报告](https://example.org/annual-reports)",
            "年度报告",
        )],
        &[warning(
            "changed-markup",
            "zh-Hans",
            "locales/zh-Hans/sections/results.ftl",
            "▸你对某个数字有疑问吗？",
        )],
    ),
    Mutation(
        "a script is dangerous, in a draft too",
        &[Replace(
            "locales/sw/site.ftl",
            "nav-stories = Habari",
            "nav-stories = Habari<script>x()</script>",
        )],
        &[error("unsafe-markup", "sw", "locales/sw/site.ftl", "<script>")],
    ),
    Mutation(
        "a link to code is dangerous, also written with entities",
        &[Replace("locales/fr-CA/sections/results.ftl", REPORT, "java&#x73;cript:alert(1)")],
        &[error(
            "unsafe-markup",
            "fr-CA",
            "locales/fr-CA/sections/results.ftl",
            "▸[rapports annuels](java",
        )],
    ),
    Mutation(
        "an element that the source does not have is not the translation’s to add",
        &[Replace(
            "locales/es/site.ftl",
            "nav-stories = Historias",
            "nav-stories = <a href=\"https://example.net\">Historias</a>",
        )],
        &[error("unsafe-markup", "es", "locales/es/site.ftl", "<a href")],
    ),
    Mutation(
        "raised letters and isolation of direction are no danger",
        &[
            Replace("locales/fr/site.ftl", "nav-stories = Récits", "nav-stories = 1<sup>er</sup>"),
            Replace("locales/ar/site.ftl", "nav-stories = قصص", "nav-stories = <bdi>قصص</bdi>"),
        ],
        &[],
    ),
    // Links and mail.
    Mutation(
        "a link of Markdown that leads elsewhere is another link",
        &[Replace("locales/es/sections/results.ftl", REPORT, "https://example.org/informes")],
        &[warning("changed-link", "es", "locales/es/sections/results.ftl", "▸[informes anuales]")
            .says(REPORT)],
    ),
    Mutation(
        "a link that the source does not have leads readers away",
        &[Replace(
            "locales/ru/site.ftl",
            "nav-stories = Истории",
            "nav-stories = Истории (https://example.net)",
        )],
        &[warning("changed-link", "ru", "locales/ru/site.ftl", "https://example.net")],
    ),
    Mutation(
        "the same page in the language of the reader is the same",
        &[Replace(
            "locales/ar/sections/results.ftl",
            REPORT,
            "https://example.org/ar/annual-reports/",
        )],
        &[],
    ),
    Mutation(
        "an address that the source does not have is not the translation’s to add",
        &[Replace(
            "locales/fr/site.ftl",
            "nav-stories = Récits",
            "nav-stories = Récits, info@example.org",
        )],
        &[warning("changed-email", "fr", "locales/fr/site.ftl", "info@example.org")],
    ),
    // Names.
    Mutation(
        "a message that the source shows is missed where it is left out",
        &[Replace("locales/fr/site.ftl", "page-foot = { site-title }. ", "page-foot = ")],
        &[warning("changed-reference", "fr", "locales/fr/site.ftl", "page-foot = ▸{ updated }")],
    ),
    Mutation(
        "a name instead of another one is reported at its place",
        &[Replace(
            "locales/es/site.ftl",
            "site-title = { -network }",
            "site-title = { -convention }",
        )],
        &[warning("changed-reference", "es", "locales/es/site.ftl", "site-title = ▸{ -convention")
            .says("`-network`")],
    ),
    Mutation(
        "a name in another case may be a term of the locale’s own",
        &[
            Append("locales/ru/terms.ftl", "\n-network-in = сети по правам ребёнка\n"),
            Replace(
                "locales/ru/site.ftl",
                "site-title = { -network }",
                "site-title = В { -network-in }",
            ),
        ],
        &[],
    ),
    Mutation(
        "a term does not see the variables of the messages that show it",
        &[Replace("locales/es/terms.ftl", "-network = ", "-network = { $title } ")],
        &[error("term-variable", "es", "locales/es/terms.ftl", "▸$title")],
    ),
    // Numbers.
    Mutation(
        "another number is another fact",
        &[Replace(
            STORY_FR,
            "le { -network } a atteint le cap des 100 organisations.",
            "le { -network } a atteint le cap des 110 organisations.",
        )],
        &[warning("changed-number", "fr", STORY_FR, "▸110 organisations").says("`100`")],
    ),
    Mutation(
        "a number that is left out is missed at the message",
        &[Replace(
            STORY_RU,
            "(case: \"prepositional\") } стало 100 организаций.",
            "(case: \"prepositional\") } стало много организаций.",
        )],
        &[warning("changed-number", "ru", STORY_RU, "story-one-hundred-organisations-summary = ▸")
            .says("`100`")],
    ),
    Mutation(
        "digits, groupings and words of the language say the same number",
        &[
            Replace(STORY_AR, "100 منظمة خلال", "١٠٠ منظمة خلال"),
            Replace(
                STORY_FR,
                "le { -network } a atteint le cap des 100 organisations.",
                "le { -network } a atteint le cap des cent organisations.",
            ),
        ],
        &[],
    ),
    Mutation(
        "a number that the source does not have is not the translation’s to add",
        &[Replace("locales/es/site.ftl", "nav-stories = Historias", "nav-stories = 12 historias")],
        &[warning("changed-number", "es", "locales/es/site.ftl", "nav-stories = ▸12 historias")],
    ),
    Mutation(
        "today’s figure typed into a translation stays when the figure changes",
        &[Replace(
            "locales/ar/indicators.ftl",
            "[many] تضم { -network } { $value } منظمة.",
            "[many] تضم { -network } ١٠٨ منظمة.",
        )],
        &[warning("hard-coded-figure", "ar", "locales/ar/indicators.ftl", "١٠٨").says("$value")],
    ),
    Mutation(
        "a number that is typed where the source has a variable is told beside what it hides",
        &[Replace(
            "locales/zh-Hans/site.ftl",
            "figures-about = 约{ $value }",
            "figures-about = 约 55",
        )],
        &[
            error("missing-variable", "zh-Hans", "locales/zh-Hans/site.ftl", "▸约 55"),
            warning("hard-coded-figure", "zh-Hans", "locales/zh-Hans/site.ftl", "约 ▸55"),
        ],
    ),
    // Options, variants, lengths.
    Mutation(
        "a misspelt option is reported at its name",
        &[Replace(
            "locales/fr/site.ftl",
            "published-on = Publié le { $date }",
            "published-on = Publié le { DATETIME($date, dateStlye: \"long\") }",
        )],
        &[error("invalid-option", "fr", "locales/fr/site.ftl", "dateStlye").says("`dateStyle`")],
    ),
    Mutation(
        "a value that an option cannot take is reported at the value",
        &[Replace(
            "locales/ru/site.ftl",
            "published-on = Опубликовано { $date }",
            "published-on = Опубликовано { DATETIME($date, dateStyle: \"huge\") }",
        )],
        &[error("invalid-option", "ru", "locales/ru/site.ftl", "huge")],
    ),
    Mutation(
        "an option that every runtime ignores is only a warning",
        &[Replace(
            "locales/es/site.ftl",
            "published-on = Publicado el { $date }",
            "published-on = Publicado el { DATETIME($date, timeZone: \"UTC\") }",
        )],
        &[warning("invalid-option", "es", "locales/es/site.ftl", "timeZone")],
    ),
    Mutation(
        "a variant for a choice that never comes is never shown",
        &[Replace("locales/zh-Hans/site.ftl", "[child] 你享有权利", "[kid] 你享有权利")],
        &[warning("unknown-variant", "zh-Hans", "locales/zh-Hans/site.ftl", "▸kid] 你享有权利")],
    ),
    Mutation(
        "a text past the limit that the source declares does not fit",
        &[Replace("locales/en/site.ftl", "nav-act =", "# Max length: 14\nnav-act =")],
        &[error("too-long", "ru", "locales/ru/site.ftl", "nav-act = ▸Примите участие").says("15")],
    ),
    Mutation(
        "a name counts as it is shown",
        &[Replace(
            "locales/en/site.ftl",
            "# Name of the site,",
            "# Max length: 33\n# Name of the site,",
        )],
        &[error("too-long", "fr", "locales/fr/site.ftl", "site-title = ▸{ -network }")],
    ),
];
