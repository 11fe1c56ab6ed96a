//! Changes that break nothing, and about which nothing may be said.

use super::Edit::{Append, Delete, Replace, Rewrite};
use super::Mutation;

pub(super) const TABLE: &[Mutation] = &[
    Mutation("the sample as it is", &[], &[]),
    Mutation(
        "messages may stand in any order",
        &[
            Replace("locales/fr/site.ftl", "skip-to-content = Aller au contenu\n", ""),
            Append("locales/fr/site.ftl", "\nskip-to-content = Aller au contenu\n"),
        ],
        &[],
    ),
    Mutation(
        "a locale may have comments of its own",
        &[Replace(
            "locales/ru/site.ftl",
            "topics = Темы",
            "# Слово { $x } — здесь не переменная.\ntopics = Темы",
        )],
        &[],
    ),
    Mutation(
        "a locale may have a term of its own",
        &[
            Append("locales/es/terms.ftl", "\n-rights = derechos de la niñez\n"),
            Replace("locales/es/site.ftl", "topics = Temas", "topics = Temas: { -rights }"),
        ],
        &[],
    ),
    Mutation(
        "a locale may have a message of its own that another one shows",
        &[
            Append("locales/es/site.ftl", "\nspanish-topics = Temas\n"),
            Replace(
                "locales/es/site.ftl",
                "topics = Temas\n\ntopic-s",
                "topics = { spanish-topics }\n\ntopic-s",
            ),
        ],
        &[],
    ),
    Mutation(
        "a locale may give its terms cases",
        &[
            Replace(
                "locales/es/terms.ftl",
                "-network = Red por los Derechos de la Niñez",
                "-network = { $article ->
   *[none] Red por los Derechos de la Niñez
    [definite] la Red por los Derechos de la Niñez
}",
            ),
            Replace(
                "locales/es/site.ftl",
                "site-title = { -network }",
                "site-title = { -network(article: \"definite\") }",
            ),
        ],
        &[],
    ),
    Mutation(
        "a locale may give its terms attributes and select by them",
        &[
            Replace(
                "locales/ar/terms.ftl",
                "# مؤنث\n-network = شبكة حقوق الطفل",
                "-network = شبكة حقوق الطفل\n    .gender = feminine",
            ),
            Replace(
                "locales/ar/site.ftl",
                "site-title = { -network }",
                "site-title = { -network.gender ->
    [masculine] { -network }
   *[feminine] { -network }
}",
            ),
        ],
        &[],
    ),
    Mutation(
        "a term may get one case more",
        &[Replace(
            "locales/ru/terms.ftl",
            "    [prepositional] Сети за права ребёнка\n",
            "    [prepositional] Сети за права ребёнка\n    [locative] Сети за права ребёнка\n",
        )],
        &[],
    ),
    Mutation(
        "nothing may have a text of its own",
        &[Replace(
            "locales/es/site.ftl",
            "    [one] { $count } historia\n",
            "    [0] Ninguna historia\n    [one] { $count } historia\n",
        )],
        &[],
    ),
    Mutation(
        "exactly one may have a text of its own without the number",
        &[Replace(
            "locales/ru/site.ftl",
            "    [one] { $value } девочка\n",
            "    [1] Одна девочка\n    [one] { $value } девочка\n",
        )],
        &[],
    ),
    Mutation(
        "a form for one number alone may leave the number out",
        &[Replace("locales/es/site.ftl", "[one] { $value } niña\n", "[one] Una niña\n")],
        &[],
    ),
    Mutation(
        "a form for 0 and 1 may leave the number out where 0 has its own",
        &[Replace("locales/fr/site.ftl", "[one] { $count } récit\n", "[one] Un récit\n")],
        &[],
    ),
    Mutation(
        "French may have its form for millions",
        &[Replace(
            "locales/fr/site.ftl",
            "    [one] { $value } fille\n",
            "    [one] { $value } fille\n    [many] { $value } de filles\n",
        )],
        &[],
    ),
    Mutation(
        "Spanish may have its form for millions",
        &[Replace(
            "locales/es/site.ftl",
            "    [one] { $value } niña\n",
            "    [one] { $value } niña\n    [many] { $value } de niñas\n",
        )],
        &[],
    ),
    Mutation(
        "a number may be formatted",
        &[Replace(
            "locales/fr/site.ftl",
            "environ { $value }",
            "environ { NUMBER($value, useGrouping: \"true\") }",
        )],
        &[],
    ),
    Mutation(
        "a choice may be made of what the source only shows",
        &[Replace(
            "locales/ru/site.ftl",
            "figures-at-least = не менее { $value }",
            "figures-at-least = { $value ->
    [one] не менее { $value }
    [few] не менее { $value }
    [many] не менее { $value }
   *[other] не менее { $value }
}",
        )],
        &[],
    ),
    Mutation(
        "a choice may be dropped where a language needs none",
        &[Replace(
            "locales/zh-Hans/indicators.ftl",
            "    { $value ->
        [1] { $value }名13至17岁的儿童顾问与我们一起工作。
       *[other] { $value }名13至17岁的儿童顾问与我们一起工作，他们来自世界各个地区。
    }",
            "    { $value }名13至17岁的儿童顾问与我们一起工作。",
        )],
        &[],
    ),
    Mutation(
        "quotation marks are a language's own affair",
        &[Replace("locales/fr/sections/numbers.ftl", "«\u{202F}plus de\u{202F}»", "“plus de”")],
        &[],
    ),
    Mutation(
        "lines may end as on Windows",
        &[Rewrite("locales/ru/indicators.ftl", |text| text.replace('\n', "\r\n"))],
        &[],
    ),
    Mutation(
        "content may have lines that end as on Windows",
        &[Rewrite("content/sections/results.md", |text| text.replace('\n', "\r\n"))],
        &[],
    ),
    Mutation(
        "a file may start with a byte order mark",
        &[Rewrite("locales/fr/site.ftl", |text| format!("\u{FEFF}{text}"))],
        &[],
    ),
    Mutation(
        "a file need not end in a line break",
        &[Rewrite("locales/ar/site.ftl", |text| text.trim_end().to_owned())],
        &[],
    ),
    Mutation(
        "content may be wrapped otherwise",
        &[Replace("content/sections/voices.md", "advise us. We do not", "advise us.\nWe do not")],
        &[],
    ),
    Mutation(
        "an overlay may leave a message to its base",
        &[Replace("locales/fr-CA/site.ftl", "topic-treaty-bodies = Organes de traités\n", "")],
        &[],
    ),
    Mutation(
        "an overlay may leave a file to its base",
        &[Delete("locales/fr-CA/sections/results.ftl")],
        &[],
    ),
    Mutation(
        "what an overlay leaves to its base counts as covered",
        &[Replace("isogloss.toml", "overlay = \"fr\"", "overlay = \"fr\"\nrequired = 1.0")],
        &[],
    ),
    Mutation(
        "an overlay may use names that only its base has",
        &[Append("locales/fr-CA/site.ftl", "\ntopics = Sujets\u{A0}: { -un-committee }\n")],
        &[],
    ),
    Mutation(
        "a draft may have gaps, whatever is required of it",
        &[Replace("isogloss.toml", "stage = \"draft\"", "stage = \"draft\"\nrequired = 1.0")],
        &[],
    ),
];
