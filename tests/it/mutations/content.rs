//! Content, and the source catalogs made from it.

use super::Edit::{Add, Append, Bytes, Delete, Replace};
use super::{Expected, Mutation, error};

/// Something wrong with content.
const fn invalid(path: &'static str, at: &'static str) -> Expected {
    error("invalid-content", "", path, at)
}

pub(super) const TABLE: &[Mutation] = &[
    // Fields.
    Mutation(
        "a field that the kind does not have is reported at its name",
        &[Replace("content/actions/act.md", "link = {", "author = \"x\"\nlink = {")],
        &[invalid("content/actions/act.md", "author").says("`author` is not a key of")],
    ),
    Mutation(
        "a misspelt field is one finding, with a guess",
        &[Replace("content/actions/act.md", "title = ", "titel = ")],
        &[invalid("content/actions/act.md", "titel").says("did you mean `title`?")],
    ),
    Mutation(
        "a field that must be there is missed at the item",
        &[Replace("content/stories/one-hundred-organisations.md", "date = 2022-06-10\n", "")],
        &[invalid("content/stories/one-hundred-organisations.md", "").says("`date` is missing")],
    ),
    Mutation(
        "a title that is missing is missed",
        &[Replace(
            "content/sections/voices.md",
            "title = \"What children and evaluators tell us\"\n",
            "",
        )],
        &[invalid("content/sections/voices.md", "").says("`title` is missing")],
    ),
    Mutation(
        "what is missing in one item is found, whatever is wrong with another",
        &[
            Replace("content/indicators.toml", "label = \"New members\"\n", ""),
            Replace("content/indicators.toml", "method = \"People,", "how = \"People,"),
        ],
        &[
            invalid("content/indicators.toml", "▸[[indicator]]\nid = \"new-members\"")
                .says("`label` is missing"),
            invalid("content/indicators.toml", "how = ").says("`how` is not a key of"),
        ],
    ),
    Mutation(
        "an item without an id is one finding, whatever refers to it",
        &[Replace("content/indicators.toml", "id = \"years\"\n", "")],
        &[invalid("content/indicators.toml", "label = \"Years").says("an indicator needs `id`")],
    ),
    Mutation(
        "a broken file is one finding, whatever refers to it",
        &[Replace("content/actions/act.md", "title = \"Stand with children\"", "title = \"Stand")],
        &[invalid("content/actions/act.md", "title = \"Stand▸\nlink")],
    ),
    Mutation(
        "a value of the wrong type is reported at the value",
        &[Replace("content/stories/one-hundred-organisations.md", "2022-06-10", "\"2022-06-10\"")],
        &[invalid("content/stories/one-hundred-organisations.md", "\"2022-06-10\"")
            .says("expected a date, found a text")],
    ),
    Mutation(
        "a day that does not exist is reported at the day",
        &[Replace("content/stories/one-hundred-organisations.md", "2022-06-10", "2022-02-30")],
        &[invalid("content/stories/one-hundred-organisations.md", "2022-02-30")],
    ),
    Mutation(
        "a topic that is none is reported with a guess",
        &[Replace(
            "content/stories/one-hundred-organisations.md",
            "\"membership\"",
            "\"memberhsip\"",
        )],
        &[invalid("content/stories/one-hundred-organisations.md", "memberhsip")
            .says("did you mean `membership`?")],
    ),
    Mutation(
        "a country that does not exist is reported",
        &[Replace("content/testimonials/advisor-moldova.md", "\"MD\"", "\"XX\"")],
        &[invalid("content/testimonials/advisor-moldova.md", "XX")],
    ),
    Mutation(
        "an address without a scheme is none",
        &[Replace("content/actions/act.md", "https://example.org/act", "example.org/act")],
        &[invalid("content/actions/act.md", "example.org/act")],
    ),
    Mutation(
        "a picture that is not there is reported at its path",
        &[Delete("content/images/healthy-environment.svg")],
        &[invalid("content/stories/right-to-a-healthy-environment.md", "images/healthy")],
    ),
    Mutation(
        "a picture that nobody described is reported",
        &[Replace(
            "content/stories/right-to-a-healthy-environment.md",
            "alt = \"A drawing of a young plant with two leaves, growing from green hills beside blue water under a warm sun.\", ",
            "",
        )],
        &[invalid("content/stories/right-to-a-healthy-environment.md", "image = ▸{ path")
            .says("add `alt = \"…\"`")],
    ),
    Mutation(
        "a quote needs the language it was said in",
        &[Replace(
            "content/testimonials/advisor-bolivia.md",
            "form = \"summary\"",
            "form = \"quote\"",
        )],
        &[invalid("content/testimonials/advisor-bolivia.md", "form = \"quote\"").says("language")],
    ),
    // Items and what they refer to.
    Mutation(
        "a file of no kind is reported",
        &[Add("content/notes/later.md", "+++\ntitle = \"Later\"\n+++\n")],
        &[invalid("content/notes/later.md", "").says("of no kind")],
    ),
    Mutation(
        "a file without front matter is reported",
        &[Add("content/stories/forest.md", "A forest.\n")],
        &[invalid("content/stories/forest.md", "").says("no front matter")],
    ),
    Mutation(
        "a reference to nothing is reported where it stands, with a guess",
        &[Replace("content/pages/impact.md", "section/voices", "section/vioces")],
        &[invalid("content/pages/impact.md", "section/vioces").says("did you mean `voices`?")],
    ),
    Mutation(
        "a reference to a kind that does not exist is reported, with a guess",
        &[Replace("content/pages/impact.md", "\"testimonial\"", "\"testimonal\"")],
        &[invalid("content/pages/impact.md", "testimonal").says("did you mean `testimonial`?")],
    ),
    Mutation(
        "a figure of an indicator that does not exist is reported",
        &[Replace("content/figures/2024.toml", "\"advisors\"", "\"advisers\"")],
        &[invalid("content/figures/2024.toml", "advisers").says("did you mean `advisors`?")],
    ),
    Mutation(
        "of two items with one id the second is reported",
        &[Append(
            "content/indicators.toml",
            "\n[[indicator]]\nid = \"years\"\nlabel = \"Age\"\nsentence = \"{ $value } years\"\nvalue-type = \"count\"\n",
        )],
        &[invalid("content/indicators.toml", "▸id = \"years\"\nlabel = \"Age\"")],
    ),
    Mutation(
        "of two figures of one indicator and year the second is reported",
        &[Append(
            "content/figures/2024.toml",
            "\n[[figure]]\nindicator = \"advisors\"\nstatus = \"unknown\"\n",
        )],
        &[invalid("content/figures/2024.toml", "▸indicator = \"advisors\"\nstatus = \"unknown\"")],
    ),
    // Texts.
    Mutation(
        "a broken pattern is reported within the string of the content file",
        &[Replace(
            "content/indicators.toml",
            "   *[other] { $value } online workshops were",
            "    [other] { $value } online workshops were",
        )],
        &[invalid(
            "content/indicators.toml",
            "    [other] { $value } online workshops were held in Africa.\n▸}",
        )
        .says("default variant")],
    ),
    Mutation(
        "a broken placeable is reported within the string of the content file",
        &[Replace(
            "content/stories/one-hundred-organisations.md",
            "summary = \"At its General Assembly of 2–3 June 2022, { -network }",
            "summary = \"At its General Assembly of 2–3 June 2022, { - network }",
        )],
        &[invalid("content/stories/one-hundred-organisations.md", "{ ▸- network }")],
    ),
    Mutation(
        "a brace that is not closed is reported within the string of the content file",
        &[Replace(
            "content/diagrams/change.toml",
            "Laws respect the { -convention }",
            "Laws respect the { -convention",
        )],
        &[invalid("content/diagrams/change.toml", "Laws respect the ▸{ -convention\"")],
    ),
    Mutation(
        "a brace that is not closed is reported within its paragraph",
        &[Replace(
            "content/sections/introduction.md",
            "For four decades, { -network } has",
            "For four decades, { -network has",
        )],
        &[invalid("content/sections/introduction.md", "For four decades, ▸{ -network has")],
    ),
    Mutation(
        "a term that no language defines is undefined in the source too",
        &[
            Replace(
                "content/sections/introduction.md",
                "For four decades, { -network } has",
                "For four decades, { -netwrok } has",
            ),
            Replace(
                "locales/en/sections/introduction.ftl",
                "For four decades, { -network } has",
                "For four decades, { -netwrok } has",
            ),
        ],
        &[error("undefined-reference", "en", "locales/en/sections/introduction.ftl", "-netwrok")],
    ),
    Mutation(
        "HTML in a paragraph is reported where it starts",
        &[Replace(
            "content/sections/voices.md",
            "each text is a summary",
            "each text is a <b>summary",
        )],
        &[invalid("content/sections/voices.md", "<b>").says("cannot hold HTML")],
    ),
    Mutation(
        "a block of HTML is reported",
        &[Append("content/sections/voices.md", "\n<div>More</div>\n")],
        &[invalid("content/sections/voices.md", "<div>").says("cannot hold HTML")],
    ),
    Mutation(
        "a merge conflict in content is one finding, at its start",
        &[Replace(
            "content/sections/voices.md",
            "Two of these voices belong",
            "<<<<<<< HEAD\nTwo of these voices belong\n=======\nTwo voices belong\n>>>>>>> theirs\n",
        )],
        &[invalid("content/sections/voices.md", "<<<<<<< HEAD").says("merge conflict")],
    ),
    Mutation(
        "bytes that are not UTF-8 are reported where they stand, and nothing else",
        &[Bytes("content/sections/voices.md", "Two of these", b"Tw\xF6 of these")],
        &[invalid("content/sections/voices.md", "Tw▸\u{FFFD} of these")],
    ),
    Mutation(
        "broken TOML is one finding at its place",
        &[Replace("content/figures/2023.toml", "value = 108", "value = 1o8")],
        &[invalid("content/figures/2023.toml", "1o8")],
    ),
    // Figures and diagrams.
    Mutation(
        "a breakdown that says it is complete must add up",
        &[
            Replace(
                "content/figures/2023.toml",
                "[[figure.breakdown]]\ndimension = \"gender\"\ncomplete = false\ncells = { girls = 8 }\n",
                "",
            ),
            Replace(
                "content/figures/2023.toml",
                "value = 12\n",
                "value = 12\n\n[[figure.breakdown]]\ndimension = \"gender\"\ncomplete = true\ncells = { girls = 8, boys = 3 }\n",
            ),
        ],
        &[invalid("content/figures/2023.toml", "dimension = \"▸gender")
            .says("adds up to 11, not to 12")],
    ),
    Mutation(
        "a breakdown that is not complete cannot be more than the whole",
        &[Replace(
            "content/figures/2023.toml",
            "value = 12\n",
            "value = 12\nbreakdown = [{ dimension = \"age\", cells = { children = 13 } }]\n",
        )],
        &[invalid("content/figures/2023.toml", "▸age\", cells")
            .says("adds up to 13, more than 12")],
    ),
    Mutation(
        "a figure cannot have a value and a reason why there is none",
        &[Replace(
            "content/figures/2024.toml",
            "indicator = \"advisors\"\nstatus",
            "indicator = \"advisors\"\nvalue = 3\nstatus",
        )],
        &[invalid("content/figures/2024.toml", "indicator = \"advisors\"").says("not both")],
    ),
    Mutation(
        "a figure without a value needs the reason why",
        &[Replace(
            "content/figures/2024.toml",
            "indicator = \"advisors\"\nstatus = \"announced\"\n",
            "indicator = \"advisors\"\n",
        )],
        &[invalid("content/figures/2024.toml", "indicator = \"advisors\"")
            .says("a value or a status")],
    ),
    Mutation(
        "a bound that the sentence does not say would be lost",
        &[Replace("content/figures/2023.toml", "value = 12\n", "value = 12\nbound = \"about\"\n")],
        &[invalid("content/figures/2023.toml", "bound = \"▸about").says("does not say `about`")],
    ),
    Mutation(
        "an edge to a node that does not exist is reported, with a guess",
        &[Replace(
            "content/diagrams/change.toml",
            "to = \"better-policies\"",
            "to = \"beter-policies\"",
        )],
        &[invalid("content/diagrams/change.toml", "beter-policies")
            .says("did you mean `better-policies`?")],
    ),
    Mutation(
        "an edge that leads back is reported at its end",
        &[Replace(
            "content/diagrams/change.toml",
            "to = \"better-policies\"",
            "to = \"children-act\"",
        )],
        &[invalid(
            "content/diagrams/change.toml",
            "from = \"decisions-at-home\"\nto = \"▸children-act",
        )
        .says("leads backwards")],
    ),
    // Out of sync.
    Mutation(
        "content that was edited is out of sync at the first line that differs",
        &[Replace("content/sections/voices.md", "The third is", "The last is")],
        &[error("out-of-sync", "en", "locales/en/sections/voices.ftl", "section-voices-body-kw9t")
            .says("run `isogloss sync`")],
    ),
    Mutation(
        "a catalog that was edited by hand is out of sync at the line that was edited",
        &[Replace("locales/en/actions/act.ftl", "See what you can do", "See what to do")],
        &[error("out-of-sync", "en", "locales/en/actions/act.ftl", "action-act-link-label")
            .says("run `isogloss sync`")],
    ),
    Mutation(
        "content that was added has no catalog yet",
        &[Add("content/actions/give.md", "+++\ntitle = \"Give\"\n+++\n")],
        &[error("out-of-sync", "en", "content/actions/give.md", "").says("has no catalog yet")],
    ),
    Mutation(
        "a catalog whose content is gone is out of sync",
        &[Delete("content/testimonials/advisor-bolivia.md")],
        &[error("out-of-sync", "en", "locales/en/testimonials/advisor-bolivia.ftl", "")],
    ),
    Mutation(
        "an indicator's new figure is out of sync at the comment that names it",
        &[Replace("content/figures/2023.toml", "value = 108", "value = 109")],
        &[error(
            "out-of-sync",
            "en",
            "locales/en/indicators.ftl",
            "#   $value (count) - such as 100 or 108",
        )],
    ),
];
