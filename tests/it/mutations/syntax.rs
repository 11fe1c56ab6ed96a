//! Files that cannot be read, or not all of them.

use super::Edit::{Add, Append, Bytes, Replace, Rewrite};
use super::{Mutation, error, warning};

pub(super) const TABLE: &[Mutation] = &[
    Mutation(
        "a message with nothing behind its `=` is no message",
        &[Replace("locales/es/site.ftl", "topics = Temas\n", "topics =\n")],
        &[error("syntax-error", "es", "locales/es/site.ftl", "topics =\n")],
    ),
    Mutation(
        "a brace that is not closed is reported where it should be",
        &[Replace("locales/fr/site.ftl", "plus de { $value }", "plus de { $value")],
        &[error("syntax-error", "fr", "locales/fr/site.ftl", "plus de { $valu▸e\n")
            .says("expected `}`")],
    ),
    Mutation(
        "a brace that was not opened is reported",
        &[Replace("locales/ru/site.ftl", "более { $value }", "более $value }")],
        &[error("syntax-error", "ru", "locales/ru/site.ftl", "более $value ▸}")],
    ),
    Mutation(
        "a choice without a default is no choice",
        &[Replace(
            "locales/es/site.ftl",
            "   *[other] { $value } niñas",
            "    [other] { $value } niñas",
        )],
        &[error("syntax-error", "es", "locales/es/site.ftl", "[other] { $value } niñas\n▸}")
            .says("default variant")],
    ),
    Mutation(
        "the form for all other numbers cannot be left out",
        &[Replace(
            "locales/ar/site.ftl",
            "    [many] { $value } فتاة\n   *[other] { $value } فتاة\n",
            "    [many] { $value } فتاة\n",
        )],
        &[error("syntax-error", "ar", "locales/ar/site.ftl", "[many] { $value } فتاة\n▸}")
            .says("default variant")],
    ),
    Mutation(
        "a string ends on its line",
        &[Replace("locales/fr/site.ftl", "topics = Thèmes", "topics = { \"Thèmes }")],
        &[error("syntax-error", "fr", "locales/fr/site.ftl", "{ \"Thèmes ▸}")],
    ),
    Mutation(
        "a line that is no Fluent costs no message",
        &[Replace("locales/ru/site.ftl", "topics = Темы\n", "topics = Темы\n\nперевести это\n")],
        &[error("syntax-error", "ru", "locales/ru/site.ftl", "перевести это")],
    ),
    Mutation(
        "a line of words is taken for a message without a value",
        &[Replace("locales/zh-Hans/site.ftl", "topics = 主题\n", "topics = 主题\n\nTODO later\n")],
        &[error("syntax-error", "zh-Hans", "locales/zh-Hans/site.ftl", "TODO ▸later")],
    ),
    Mutation(
        "an attribute without a name is reported, and missed no second time",
        &[Replace(
            "locales/es/site.ftl",
            "    .aria-label = Elegir el idioma",
            "    .aria-label Elegir el idioma",
        )],
        &[error("syntax-error", "es", "locales/es/site.ftl", ".aria-label Elegir")],
    ),
    Mutation(
        "a merge conflict is one finding, at its start",
        &[Replace(
            "locales/fr/site.ftl",
            "topics = Thèmes\n",
            "<<<<<<< HEAD\ntopics = Thèmes\n=======\ntopics = Sujets\n>>>>>>> theirs\n",
        )],
        &[error("syntax-error", "fr", "locales/fr/site.ftl", "<<<<<<< HEAD")
            .says("merge conflict")],
    ),
    Mutation(
        "a merge conflict within a message is one finding, at its start",
        &[Replace(
            "locales/ru/site.ftl",
            "    [one] { $value } девочка\n",
            "<<<<<<< HEAD
    [one] { $value } девочка
=======
    [one] { $value } дочь
>>>>>>> theirs
",
        )],
        &[error("syntax-error", "ru", "locales/ru/site.ftl", "<<<<<<< HEAD")
            .says("merge conflict")],
    ),
    Mutation(
        "what is left of a merge conflict is one finding",
        &[Replace(
            "locales/fr/site.ftl",
            "topics = Thèmes\n",
            "topics = Thèmes\n=======\n>>>>>>> theirs\n",
        )],
        &[error("syntax-error", "fr", "locales/fr/site.ftl", "=======").says("merge conflict")],
    ),
    Mutation(
        "an underlined title is no merge conflict",
        &[Replace(
            "locales/fr/site.ftl",
            "topics = Thèmes\n",
            "topics = Thèmes\n\nÀ voir\n=======\n",
        )],
        &[error("syntax-error", "fr", "locales/fr/site.ftl", "À voir").says("an identifier")],
    ),
    Mutation(
        "two merge conflicts are two findings",
        &[
            Replace(
                "locales/ar/site.ftl",
                "topics = المواضيع\n",
                "<<<<<<< one
topics = المواضيع
||||||| base
=======
topics = مواضيع
>>>>>>> theirs
",
            ),
            Replace(
                "locales/ar/site.ftl",
                "nav-act = ",
                "<<<<<<< two\n=======\n>>>>>>> theirs\nnav-act = ",
            ),
        ],
        &[
            error("syntax-error", "ar", "locales/ar/site.ftl", "<<<<<<< one"),
            error("syntax-error", "ar", "locales/ar/site.ftl", "<<<<<<< two"),
        ],
    ),
    Mutation(
        "bytes that are not UTF-8 are reported where they stand",
        &[Bytes(
            "locales/fr/sections/voices.ftl",
            "évaluation externe\n",
            b"\xE9valuation externe\n",
        )],
        &[error("invalid-encoding", "fr", "locales/fr/sections/voices.ftl", "\u{FFFD}valuation")],
    ),
    Mutation(
        "a message of 500 braces is too deep, and its neighbours are read",
        &[Rewrite("locales/ru/site.ftl", |text| {
            let deep =
                format!("topics = {}{}", "{ ".repeat(500), "$x }".to_owned() + &" }".repeat(499));
            text.replacen("topics = Темы", &deep, 1)
        })],
        &[error("too-deep", "ru", "locales/ru/site.ftl", "topics = ▸{")],
    ),
    Mutation(
        "a folder whose name is no locale is not passed over in silence",
        &[Add("locales/french/site.ftl", "topics = Thèmes\n")],
        &[warning("unknown-locale-folder", "", "locales/french/site.ftl", "")
            .says("`french` is no locale")],
    ),
    Mutation(
        "a folder of a locale that was not declared is not passed over in silence",
        &[
            Add("locales/de/site.ftl", "topics = Themen\n"),
            Add("locales/de/terms.ftl", "-network = Netzwerk\n"),
        ],
        &[warning("unknown-locale-folder", "", "locales/de/site.ftl", "")
            .says("add `[locales.de]`")],
    ),
    Mutation(
        "a base that is broken is its own affair, not its overlay's",
        &[Append("locales/fr/sections/voices.ftl", "\nsection-voices-note = { $\n")],
        &[error("syntax-error", "fr", "locales/fr/sections/voices.ftl", "{ ▸$\n")],
    ),
];
