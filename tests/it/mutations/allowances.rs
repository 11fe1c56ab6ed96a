//! `# isogloss: allow(rule) reason`.

use super::Edit::Replace;
use super::{Mutation, error, note, warning};

pub(super) const TABLE: &[Mutation] = &[
    Mutation(
        "an allowance with a reason covers its message",
        &[Replace(
            "locales/es/site.ftl",
            "image-credit = Imagen: { $credit }",
            "# isogloss: allow(missing-variable) the credit stands in the picture\nimage-credit = Imagen",
        )],
        &[],
    ),
    Mutation(
        "an allowance in the source covers the message in every locale",
        &[
            Replace(
                "locales/en/site.ftl",
                "# The part of a breakdown that counts girls.\n",
                "# The part of a breakdown that counts girls.\n# isogloss: allow(number-lost-in-form) never more than nine\n",
            ),
            Replace("locales/ru/site.ftl", "[one] { $value } девочка", "[one] Одна девочка"),
            Replace("locales/fr/site.ftl", "[one] { $value } fille", "[one] Une fille"),
        ],
        &[],
    ),
    Mutation(
        "an allowance that stands by itself covers its file",
        &[
            Replace(
                "locales/ru/site.ftl",
                "## Сайт и навигация\n",
                "# isogloss: allow(number-lost-in-form) never more than nine\n\n## Сайт и навигация\n",
            ),
            Replace("locales/ru/site.ftl", "[one] { $value } девочка", "[one] Одна девочка"),
            Replace("locales/ru/site.ftl", "[one] { $count } история", "[one] Одна история"),
        ],
        &[],
    ),
    Mutation(
        "an allowance does not cover the message behind its own",
        &[
            Replace(
                "locales/es/site.ftl",
                "image-credit = Imagen: { $credit }",
                "# isogloss: allow(missing-variable) the credit stands in the picture\nimage-credit = Imagen",
            ),
            Replace(
                "locales/es/site.ftl",
                "updated = Última actualización: { $date }",
                "updated = Hoy",
            ),
        ],
        &[error("missing-variable", "es", "locales/es/site.ftl", "updated = ▸Hoy")],
    ),
    Mutation(
        "an allowance that nothing needs is reported at itself",
        &[Replace(
            "locales/fr/site.ftl",
            "topics = Thèmes",
            "# isogloss: allow(missing-variable) none\ntopics = Thèmes",
        )],
        &[warning("unused-allowance", "fr", "locales/fr/site.ftl", "# ▸isogloss: allow")
            .says("nothing is left for `allow(missing-variable)`")],
    ),
    Mutation(
        "an allowance that nothing needs is only a note in a draft",
        &[Replace(
            "locales/sw/site.ftl",
            "\nskip-to-content",
            "\n# isogloss: allow(missing-variable) none\nskip-to-content",
        )],
        &[note("unused-allowance", "sw", "locales/sw/site.ftl", "# ▸isogloss: allow")],
    ),
    Mutation(
        "an allowance without a reason covers nothing",
        &[Replace(
            "locales/es/site.ftl",
            "image-credit = Imagen: { $credit }",
            "# isogloss: allow(missing-variable)\nimage-credit = Imagen",
        )],
        &[
            error("missing-variable", "es", "locales/es/site.ftl", "image-credit = ▸Imagen"),
            warning("unused-allowance", "es", "locales/es/site.ftl", "# ▸isogloss: allow")
                .says("needs a reason"),
        ],
    ),
    Mutation(
        "an allowance of a rule that does not exist is reported, with a guess",
        &[Replace(
            "locales/ar/site.ftl",
            "topics = المواضيع",
            "# isogloss: allow(mising-variable) none\ntopics = المواضيع",
        )],
        &[warning("unused-allowance", "ar", "locales/ar/site.ftl", "# ▸isogloss: allow")
            .says("did you mean `missing-variable`?")],
    ),
];
