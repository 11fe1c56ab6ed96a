//! Messages, terms and attributes: missing, obsolete, misspelt, circular, twice.

use super::Edit::{Append, Delete, Replace};
use super::{Mutation, error, warning};

pub(super) const TABLE: &[Mutation] = &[
    // Missing.
    Mutation(
        "a message that is not translated is shown where the source has it",
        &[Replace("locales/fr/site.ftl", "skip-to-content = Aller au contenu\n", "")],
        &[error("missing-message", "fr", "locales/en/site.ftl", "skip-to-content =")
            .says("translate it in `locales/fr/site.ftl`")],
    ),
    Mutation(
        "a message made from content is missed like any other",
        &[Replace("locales/ru/actions/act.ftl", "action-act-link-label", "#")],
        &[error("missing-message", "ru", "locales/en/actions/act.ftl", "action-act-link-label")],
    ),
    Mutation(
        "a term that is not translated is missed",
        &[Replace(
            "locales/es/terms.ftl",
            "-convention = Convención sobre los Derechos del Niño",
            "",
        )],
        &[error("missing-message", "es", "locales/en/terms.ftl", "▸-convention =")
            .says("the term `-convention`")],
    ),
    Mutation(
        "an attribute that is not translated is missed at its message",
        &[Replace(
            "locales/es/site.ftl",
            "language-switcher = Idioma\n    .aria-label = Elegir el idioma de esta página\n",
            "language-switcher = Idioma\n",
        )],
        &[error("missing-attribute", "es", "locales/es/site.ftl", "language-switcher")
            .says("`language-switcher.aria-label`")],
    ),
    Mutation(
        "a value that is gone is missed although the attributes are there",
        &[Replace("locales/ar/site.ftl", "language-switcher = اللغة", "language-switcher =")],
        &[error("missing-value", "ar", "locales/ar/site.ftl", "language-switcher")],
    ),
    Mutation(
        "a value where the source has only an attribute is never shown",
        &[Replace(
            "locales/ru/site.ftl",
            "nav =\n    .aria-label = Основная навигация\n",
            "nav = Основная навигация\n",
        )],
        &[
            error("missing-attribute", "ru", "locales/ru/site.ftl", "▸nav = О"),
            warning("obsolete-value", "ru", "locales/ru/site.ftl", "nav = ▸О"),
        ],
    ),
    Mutation(
        "a file that is gone is one finding, not one for each message",
        &[Delete("locales/zh-Hans/sections/voices.ftl")],
        &[error("missing-resource", "zh-Hans", "locales/en/sections/voices.ftl", "")
            .says("add `locales/zh-Hans/sections/voices.ftl`")],
    ),
    Mutation(
        "names that a locale lacks come from the source, so that nothing refers to nothing",
        &[Delete("locales/ru/terms.ftl")],
        &[error("missing-resource", "ru", "locales/en/terms.ftl", "")],
    ),
    // Obsolete.
    Mutation(
        "a message that the source does not have is never shown",
        &[Append("locales/fr/site.ftl", "\nnav-donate = Faire un don\n")],
        &[warning("obsolete-message", "fr", "locales/fr/site.ftl", "nav-donate")],
    ),
    Mutation(
        "an overlay cannot say what nobody asks for either",
        &[Append("locales/fr-CA/site.ftl", "\nnav-donate = Faire un don\n")],
        &[warning("obsolete-message", "fr-CA", "locales/fr-CA/site.ftl", "nav-donate")],
    ),
    Mutation(
        "an attribute that the source does not have is never shown",
        &[Replace(
            "locales/zh-Hans/site.ftl",
            "topics = 主题\n",
            "topics = 主题\n    .title = 主题\n",
        )],
        &[warning(
            "obsolete-attribute",
            "zh-Hans",
            "locales/zh-Hans/site.ftl",
            "topics = 主题\n    .▸title",
        )],
    ),
    Mutation(
        "a file that the source does not have is one finding",
        &[super::Edit::Add("locales/es/stories/forest.ftl", "story-forest-title = Bosque\n")],
        &[warning("obsolete-resource", "es", "locales/es/stories/forest.ftl", "")],
    ),
    // Misspelt.
    Mutation(
        "a misspelt id leaves a gap and is taken for a renaming",
        &[Replace("locales/fr/site.ftl", "skip-to-content", "skip-to-contnet")],
        &[
            error("missing-message", "fr", "locales/en/site.ftl", "skip-to-content"),
            warning("obsolete-message", "fr", "locales/fr/site.ftl", "skip-to-contnet")
                .says("was it renamed to `skip-to-content`?"),
        ],
    ),
    Mutation(
        "a misspelt attribute leaves a gap and a guess",
        &[Replace(
            "locales/ar/site.ftl",
            "    .title = ليس لدينا رقم",
            "    .titel = ليس لدينا رقم",
        )],
        &[
            error("missing-attribute", "ar", "locales/ar/site.ftl", "▸figures-not-available = غ"),
            warning("obsolete-attribute", "ar", "locales/ar/site.ftl", "titel")
                .says("did you mean `.title`?"),
        ],
    ),
    Mutation(
        "a misspelt variable is one finding, with a guess",
        &[Replace("locales/es/site.ftl", "Publicado el { $date }", "Publicado el { $daet }")],
        &[error("unknown-variable", "es", "locales/es/site.ftl", "$daet")
            .says("did you mean `$date`?")],
    ),
    Mutation(
        "a variable that was translated is unknown, and the one it stands for is missed",
        &[Replace("locales/fr/site.ftl", "{ $credit }", "{ $auteur }")],
        &[
            error("unknown-variable", "fr", "locales/fr/site.ftl", "$auteur")
                .says("the source passes `$credit`"),
            error("missing-variable", "fr", "locales/fr/site.ftl", "image-credit = ▸"),
        ],
    ),
    Mutation(
        "a misspelt selector is one finding, at the selector",
        &[Replace("locales/ru/site.ftl", "welcome = { $audience ->", "welcome = { $audiance ->")],
        &[error("unknown-variable", "ru", "locales/ru/site.ftl", "$audiance")
            .says("did you mean `$audience`?")],
    ),
    Mutation(
        "a misspelt term is undefined, with a guess",
        &[Replace("locales/ru/site.ftl", "site-title = { -network }", "site-title = { -netwrok }")],
        &[error("undefined-reference", "ru", "locales/ru/site.ftl", "-netwrok")
            .says("did you mean `-network`?")],
    ),
    Mutation(
        "a misspelt term within text made from content is undefined",
        &[Replace(
            "locales/fr/indicators.ftl",
            "[one] { $value } organisation fait partie du { -network }.",
            "[one] { $value } organisation fait partie du { -netwok }.",
        )],
        &[error("undefined-reference", "fr", "locales/fr/indicators.ftl", "-netwok")],
    ),
    Mutation(
        "a misspelt function does not exist, with a guess",
        &[Replace("locales/fr/site.ftl", "Publié le { $date }", "Publié le { DATETMIE($date) }")],
        &[error("unknown-function", "fr", "locales/fr/site.ftl", "DATETMIE")
            .says("did you mean `DATETIME`?")],
    ),
    Mutation(
        "a term that no language defines is undefined",
        &[Replace("locales/zh-Hans/site.ftl", "topics = 主题", "topics = { -secretariat }主题")],
        &[error("undefined-reference", "zh-Hans", "locales/zh-Hans/site.ftl", "-secretariat")],
    ),
    Mutation(
        "a misspelt message reference is undefined, with a guess",
        &[Replace("locales/ar/site.ftl", "{ figures-not-available }", "{ figures-not-avialable }")],
        &[error("undefined-reference", "ar", "locales/ar/site.ftl", "figures-not-avialable")
            .says("did you mean `figures-not-available`?")],
    ),
    Mutation(
        "an attribute that a message lacks is undefined",
        &[Replace(
            "locales/es/site.ftl",
            "{ figures-not-available }",
            "{ figures-not-available.label }",
        )],
        &[error("undefined-reference", "es", "locales/es/site.ftl", "figures-not-available.label")],
    ),
    Mutation(
        "a message without a value has nothing to show",
        &[Replace("locales/fr/site.ftl", "topics = Thèmes", "topics = Thèmes { nav }")],
        &[error("undefined-reference", "fr", "locales/fr/site.ftl", "{ ▸nav }")
            .says("`nav` has only attributes")],
    ),
    // Circles.
    Mutation(
        "two messages that show each other are one circle",
        &[Replace(
            "locales/fr/site.ftl",
            "Page mise à jour le { $date }",
            "Page mise à jour le { $date } { page-foot }",
        )],
        &[error("cyclic-reference", "fr", "locales/fr/site.ftl", "page-foot = ▸{ site-title }")
            .says("`page-foot` → `updated` → `page-foot`")],
    ),
    Mutation(
        "two terms that show each other are one circle",
        &[
            Replace("locales/es/terms.ftl", "-network = Red", "-network = { -convention } Red"),
            Replace(
                "locales/es/terms.ftl",
                "-convention = Convención",
                "-convention = { -network } Convención",
            ),
        ],
        &[error("cyclic-reference", "es", "locales/es/terms.ftl", "▸{ -network } Convención")],
    ),
    Mutation(
        "a message that shows itself is a circle",
        &[Replace("locales/zh-Hans/site.ftl", "topics = 主题", "topics = 主题{ topics }")],
        &[error("cyclic-reference", "zh-Hans", "locales/zh-Hans/site.ftl", "▸主题{ topics }")
            .says("`topics` → `topics`")],
    ),
    Mutation(
        "two attributes that show each other are one circle",
        &[
            Replace(
                "locales/ru/site.ftl",
                "    .title = У нас нет цифры",
                "    .title = { figures-not-collected.title } У нас нет цифры",
            ),
            Replace(
                "locales/ru/site.ftl",
                "    .title = Этих данных",
                "    .title = { figures-not-available.title } Этих данных",
            ),
        ],
        &[error(
            "cyclic-reference",
            "ru",
            "locales/ru/site.ftl",
            "{ figures-not-collected.title }",
        )],
    ),
    // Twice.
    Mutation(
        "of two messages in one file the second is reported",
        &[Append("locales/fr/site.ftl", "\ntopics = Sujets\n")],
        &[error("duplicate-message", "fr", "locales/fr/site.ftl", "topics = Sujets")],
    ),
    Mutation(
        "a message that strayed into a later file is reported there",
        &[Append("locales/es/terms.ftl", "\ntopics = Asuntos\n")],
        &[error("duplicate-message", "es", "locales/es/terms.ftl", "topics = Asuntos")],
    ),
    Mutation(
        "a message that strayed into an earlier file is reported there",
        &[Append("locales/es/actions/act.ftl", "\ntopics = Asuntos\n")],
        &[error("duplicate-message", "es", "locales/es/actions/act.ftl", "topics = Asuntos")],
    ),
    Mutation(
        "a message that was moved to another file is never shown from there",
        &[
            Replace("locales/es/site.ftl", "topics = Temas\n", ""),
            Append("locales/es/terms.ftl", "\ntopics = Temas\n"),
        ],
        &[
            error("missing-message", "es", "locales/en/site.ftl", "topics = Topics"),
            warning("obsolete-message", "es", "locales/es/terms.ftl", "topics = Temas")
                .says("move it to `locales/es/site.ftl`"),
        ],
    ),
    Mutation(
        "of two terms the second is reported",
        &[Append("locales/ar/terms.ftl", "\n-network = الشبكة\n")],
        &[error("duplicate-message", "ar", "locales/ar/terms.ftl", "-network = الشبكة")
            .says("a term `-network`")],
    ),
    Mutation(
        "of two attributes the second is reported",
        &[Replace(
            "locales/ru/site.ftl",
            "    .aria-label = Читать дальше: { $title }\n",
            "    .aria-label = Читать дальше: { $title }\n    .aria-label = Дальше: { $title }\n",
        )],
        &[error("duplicate-attribute", "ru", "locales/ru/site.ftl", ".▸aria-label = Дальше")],
    ),
    Mutation(
        "of two variants the second is reported",
        &[Replace(
            "locales/es/site.ftl",
            "   *[adult] Los niños",
            "    [child] Tienes derechos.\n   *[adult] Los niños",
        )],
        &[error("duplicate-variant", "es", "locales/es/site.ftl", "[▸child] Tienes derechos.")],
    ),
    Mutation(
        "keys of one number are the same, however they are written",
        &[Replace(
            "locales/zh-Hans/indicators.ftl",
            "   *[other] { $value }名人权维护者",
            "    [1.0] { $value }名人权维护者。\n   *[other] { $value }名人权维护者",
        )],
        &[error("duplicate-variant", "zh-Hans", "locales/zh-Hans/indicators.ftl", "[▸1.0]")],
    ),
];
