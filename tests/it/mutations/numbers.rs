//! Plural forms, and variables that readers miss.

use super::Edit::Replace;
use super::{Mutation, error, warning};

/// The selector of the sample's messages that choose by a number.
const GIRLS: &str = "cell-girls = { ▸$value ->";
const STORIES: &str = "stories-count = { ▸$count ->";

pub(super) const TABLE: &[Mutation] = &[
    // Forms that are missing.
    Mutation(
        "Arabic needs its form for nothing",
        &[Replace("locales/ar/site.ftl", "    [zero] لا فتيات\n", "")],
        &[error("missing-plural-form", "ar", "locales/ar/site.ftl", GIRLS).says("[zero]")],
    ),
    Mutation(
        "Arabic needs its form for one",
        &[Replace("locales/ar/site.ftl", "    [one] فتاة واحدة\n", "")],
        &[error("missing-plural-form", "ar", "locales/ar/site.ftl", GIRLS).says("[one]")],
    ),
    Mutation(
        "Arabic needs its form for two",
        &[Replace("locales/ar/site.ftl", "    [two] فتاتان\n", "")],
        &[error("missing-plural-form", "ar", "locales/ar/site.ftl", GIRLS).says("[two]")],
    ),
    Mutation(
        "Arabic needs its form for a few",
        &[Replace("locales/ar/site.ftl", "    [few] { $value } فتيات\n", "")],
        &[error("missing-plural-form", "ar", "locales/ar/site.ftl", GIRLS).says("[few]")],
    ),
    Mutation(
        "Arabic needs its form for many",
        &[Replace("locales/ar/site.ftl", "    [many] { $value } فتاة\n", "")],
        &[error("missing-plural-form", "ar", "locales/ar/site.ftl", GIRLS).says("[many]")],
    ),
    Mutation(
        "Russian needs its form for one",
        &[Replace("locales/ru/site.ftl", "    [one] { $count } история\n", "")],
        &[error("missing-plural-form", "ru", "locales/ru/site.ftl", STORIES).says("[one]")],
    ),
    Mutation(
        "Russian needs its form for a few",
        &[Replace("locales/ru/site.ftl", "    [few] { $count } истории\n", "")],
        &[error("missing-plural-form", "ru", "locales/ru/site.ftl", STORIES).says("[few]")],
    ),
    Mutation(
        "Russian needs its form for many",
        &[Replace("locales/ru/site.ftl", "    [many] { $count } историй\n", "")],
        &[error("missing-plural-form", "ru", "locales/ru/site.ftl", STORIES).says("[many]")],
    ),
    Mutation(
        "a form is missed in the one branch that lacks it",
        &[Replace(
            "locales/ru/indicators.ftl",
            "            [few] В нашей Генеральной ассамблее участвовало около { $value } представителей.\n",
            "",
        )],
        &[error("missing-plural-form", "ru", "locales/ru/indicators.ftl", "[about] { ▸$value ->")
            .says("[few]")],
    ),
    Mutation(
        "Spanish needs its form for one",
        &[Replace("locales/es/site.ftl", "    [one] { $count } historia\n", "")],
        &[error("missing-plural-form", "es", "locales/es/site.ftl", STORIES).says("[one]")],
    ),
    Mutation(
        "French needs its form for one where nothing has a text of its own",
        &[Replace("locales/fr/site.ftl", "    [one] { $count } récit\n", "")],
        &[error("missing-plural-form", "fr", "locales/fr/site.ftl", STORIES).says("[one]")],
    ),
    // Forms that are never used.
    Mutation(
        "French has no form for a few",
        &[Replace(
            "locales/fr/site.ftl",
            "    [one] { $value } fille\n",
            "    [one] { $value } fille\n    [few] { $value } filles\n",
        )],
        &[warning("impossible-plural-form", "fr", "locales/fr/site.ftl", "[▸few]")],
    ),
    Mutation(
        "Spanish has no form for two, but may name the number",
        &[Replace(
            "locales/es/site.ftl",
            "    [one] { $value } niña\n",
            "    [one] { $value } niña\n    [two] { $value } niñas\n",
        )],
        &[warning("impossible-plural-form", "es", "locales/es/site.ftl", "[▸two]")
            .says("write [2] for exactly 2")],
    ),
    Mutation(
        "Chinese has no form for one, but may name the number",
        &[Replace(
            "locales/zh-Hans/site.ftl",
            "stories-count = { $count }个故事",
            "stories-count = { $count ->\n    [one] { $count }个故事\n   *[other] { $count }个故事\n}",
        )],
        &[warning("impossible-plural-form", "zh-Hans", "locales/zh-Hans/site.ftl", "[▸one]")
            .says("write [1] for exactly 1")],
    ),
    // Forms that lose the number.
    Mutation(
        "the Russian form for one also stands for 21",
        &[Replace("locales/ru/site.ftl", "[one] { $count } история", "[one] Одна история")],
        &[warning("number-lost-in-form", "ru", "locales/ru/site.ftl", "[▸one] Одна")],
    ),
    Mutation(
        "the French form for one also stands for 0",
        &[Replace("locales/fr/site.ftl", "[one] { $value } fille", "[one] Une fille")],
        &[warning("number-lost-in-form", "fr", "locales/fr/site.ftl", "[▸one] Une fille")],
    ),
    Mutation(
        "the Arabic form for a few stands for eight numbers",
        &[Replace("locales/ar/site.ftl", "[few] { $value } فتيات", "[few] فتيات")],
        &[warning("number-lost-in-form", "ar", "locales/ar/site.ftl", "[▸few] فتيات")],
    ),
    Mutation(
        "a default that loses the number is the same mistake",
        &[Replace("locales/es/site.ftl", "*[other] { $value } niñas", "*[other] niñas")],
        &[warning("number-lost-in-form", "es", "locales/es/site.ftl", "[▸other] niñas")],
    ),
    // Variables that are missing.
    Mutation(
        "a variable that is missing altogether is missed at the value",
        &[Replace("locales/es/site.ftl", "Imagen: { $credit }", "Imagen")],
        &[error("missing-variable", "es", "locales/es/site.ftl", "image-credit = ▸Imagen")
            .says("put `{ $credit }`")],
    ),
    Mutation(
        "a variable that is missing in an attribute is missed there",
        &[Replace("locales/ar/site.ftl", "قراءة المزيد: { $title }", "قراءة المزيد")],
        &[error("missing-variable", "ar", "locales/ar/site.ftl", ".aria-label = ▸قراءة المزيد\n")],
    ),
    Mutation(
        "a variable that one variant lacks is missed at that variant",
        &[Replace(
            "locales/fr/site.ftl",
            "[one] { $count } chiffre pour { $year } à ce jour",
            "[one] { $count } chiffre à ce jour",
        )],
        &[error(
            "missing-variable",
            "fr",
            "locales/fr/site.ftl",
            "[▸one] { $count } chiffre à ce jour",
        )
        .says("for [open · one]")],
    ),
    Mutation(
        "a variable that the default variant lacks is missed at that variant",
        &[Replace(
            "locales/zh-Hans/site.ftl",
            "*[closed] { $year }年共有{ $count }项数据",
            "*[closed] 共有{ $count }项数据",
        )],
        &[error("missing-variable", "zh-Hans", "locales/zh-Hans/site.ftl", "[▸closed]")
            .says("`$year`")],
    ),
    Mutation(
        "a number is missed where a language has one form for all",
        &[Replace("locales/zh-Hans/site.ftl", "{ $count }个故事", "几个故事")],
        &[error("missing-variable", "zh-Hans", "locales/zh-Hans/site.ftl", "▸几个故事")],
    ),
    // Nothing to be seen.
    Mutation(
        "a text of nothing shows nothing",
        &[Replace("locales/es/site.ftl", "topics = Temas", "topics = { \"\" }")],
        &[error("empty-translation", "es", "locales/es/site.ftl", "▸{ \"\" }")],
    ),
    Mutation(
        "a text of nothing is one finding, whatever it should have shown",
        &[Replace("locales/fr/site.ftl", "Image\u{A0}: { $credit }", "{ \" \" }")],
        &[error("empty-translation", "fr", "locales/fr/site.ftl", "▸{ \" \" }")],
    ),
    Mutation(
        "a variant of nothing is one finding, at the variant",
        &[Replace("locales/ru/site.ftl", "[one] { $count } история", "[one] { \"\" }")],
        &[error("empty-translation", "ru", "locales/ru/site.ftl", "[▸one] { \"\" }")],
    ),
];
