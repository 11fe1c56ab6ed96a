//! Texts as their language is written: controls, letters, marks, spaces, lengths.

use super::Edit::Replace;
use super::{Mutation, error, note, warning};

pub(super) const TABLE: &[Mutation] = &[
    // Controls of direction.
    Mutation(
        "an override turns a name around",
        &[Replace("locales/fr/site.ftl", "{ $credit }", "\u{202E}{ $credit }")],
        &[error("bidi-control", "fr", "locales/fr/site.ftl", "\u{202E}{")
            .says("right-to-left override")],
    ),
    Mutation(
        "an isolate that is never closed is an error in a draft too",
        &[Replace("locales/sw/site.ftl", "ya { $language } kwa", "ya \u{2068}{ $language } kwa")],
        &[error("bidi-control", "sw", "locales/sw/site.ftl", "ya ▸\u{2068}{")
            .says("close it with U+2069")],
    ),
    Mutation(
        "the end of an isolate needs its start, written or escaped",
        &[Replace("locales/ar/site.ftl", "{ $language } لأنه", "{ $language }{ \"\\u2069\" } لأنه")],
        &[error("bidi-control", "ar", "locales/ar/site.ftl", "▸\\u2069").says("closes nothing")],
    ),
    Mutation(
        "an isolate may be closed, and marks of direction need no closing",
        &[Replace(
            "locales/ar/site.ftl",
            "{ $language } لأنه",
            "\u{2068}{ $language }\u{2069}\u{200F} لأنه",
        )],
        &[],
    ),
    // Letters.
    Mutation(
        "an accent that is a character of its own is not found by who searches",
        &[Replace("locales/fr/site.ftl", "Publié le", "Publie\u{301} le")],
        &[warning("not-normalised", "fr", "locales/fr/site.ftl", "Publie\u{301}")
            .says("write `Publié`")],
    ),
    Mutation(
        "a breve may be a character of its own as well",
        &[Replace("locales/ru/site.ftl", "этой страницы", "этои\u{306} страницы")],
        &[warning("not-normalised", "ru", "locales/ru/site.ftl", "этои\u{306}")
            .says("write `этой`")],
    ),
    // Lengths.
    Mutation(
        "a text that lost most of its sentences is out of proportion",
        &[Replace(
            "locales/fr/sections/results.ftl",
            "Un vide dans nos chiffres est une raison de poser une question, jamais une raison de deviner.",
            "Un vide.",
        )],
        &[note("length-outlier", "fr", "locales/fr/sections/results.ftl", "Un vide.")
            .says("`section-results-body-nhj9` has 8 characters")],
    ),
    Mutation(
        "a text that says much more than its source is out of proportion",
        &[Replace(
            "locales/zh-Hans/site.ftl",
            "这部分内容尚未翻译，现以{ $language }显示。",
            "这部分内容尚未翻译，现以{ $language }显示。我们的志愿译者正在努力完成这项工作，\
             但是网站上的文字很多，需要一些时间，请您谅解；如果您愿意帮忙，请写信告诉我们，\
             我们会很高兴地收到您的来信，并且会尽快答复。",
        )],
        &[note("length-outlier", "zh-Hans", "locales/zh-Hans/site.ftl", "▸这部分内容")
            .says("usual in `zh-Hans`")],
    ),
];
