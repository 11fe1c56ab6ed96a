//! `isogloss.toml`, and what follows from it.

use super::Edit::{Append, Replace};
use super::{Expected, Mutation, error};

/// Something wrong with the configuration.
const fn invalid(at: &'static str) -> Expected {
    error("invalid-config", "", "isogloss.toml", at)
}

pub(super) const TABLE: &[Mutation] = &[
    Mutation(
        "a misspelt key is one finding, with a guess",
        &[Replace("isogloss.toml", "[locales.fr]\nrequired", "[locales.fr]\nrequierd")],
        &[invalid("requierd").says("did you mean `required`?")],
    ),
    Mutation(
        "a misspelt content folder is one finding, not one for each catalog",
        &[Replace("isogloss.toml", "content = \"content\"", "contents = \"content\"")],
        &[invalid("contents").says("did you mean `content`?")],
    ),
    Mutation(
        "a configuration without a source cannot be used",
        &[Replace("isogloss.toml", "source = \"en\"\n", "")],
        &[invalid("").says("add `source = \"en\"`")],
    ),
    Mutation(
        "a source that is no locale cannot be used",
        &[Replace("isogloss.toml", "source = \"en\"", "source = \"english\"")],
        &[invalid("english")],
    ),
    Mutation(
        "a rule that does not exist is reported, with a guess",
        &[Append("isogloss.toml", "\n[rules]\nmissing-mesage = \"off\"\n")],
        &[invalid("missing-mesage").says("did you mean `missing-message`?")],
    ),
    Mutation(
        "a level that does not exist is reported at the level",
        &[Append("isogloss.toml", "\n[rules]\nmissing-message = \"fatal\"\n")],
        &[invalid("fatal").says("it is one of")],
    ),
    Mutation(
        "an overlay of a locale that the project does not have is one finding",
        &[Replace("isogloss.toml", "overlay = \"fr\"", "overlay = \"frr\"")],
        &[invalid("overlay = \"▸frr").says("did you mean `fr`?")],
    ),
    Mutation(
        "a value of the wrong type is reported at the value",
        &[Replace(
            "isogloss.toml",
            "[locales.es]\nrequired = 0.95",
            "[locales.es]\nrequired = \"all\"",
        )],
        &[invalid("\"all\"").says("expected a number, found a text")],
    ),
    Mutation(
        "a share of more than all is reported at the value",
        &[Replace(
            "isogloss.toml",
            "[locales.es]\nrequired = 0.95",
            "[locales.es]\nrequired = 100",
        )],
        &[invalid("required = ▸100").says("between 0 and 1")],
    ),
    Mutation(
        "a stage that does not exist is reported",
        &[Replace("isogloss.toml", "[locales.fr]\n", "[locales.fr]\nstage = \"publishd\"\n")],
        &[invalid("publishd").says("`released` and `draft`")],
    ),
    Mutation(
        "a misspelt draft is one finding, not one for each of its gaps",
        &[Replace("isogloss.toml", "stage = \"draft\"", "stage = \"drafft\"")],
        &[invalid("drafft").says("`released` and `draft`")],
    ),
    Mutation(
        "a locale that does not exist is reported at its name",
        &[Append("isogloss.toml", "\n[locales.klingon]\n")],
        &[invalid("klingon")],
    ),
    Mutation(
        "the source is no target",
        &[Append("isogloss.toml", "\n[locales.en]\n")],
        &[invalid("[locales.▸en]").says("not a target")],
    ),
    Mutation(
        "a kind has no such field of its own",
        &[Replace(
            "isogloss.toml",
            "[kinds.story.fields]",
            "[kinds.story]\nfils = \"stories/*.md\"\n\n[kinds.story.fields]",
        )],
        &[invalid("fils").says("did you mean `files`?")],
    ),
    Mutation(
        "a field has no such setting",
        &[Replace("isogloss.toml", "topics = { type", "topics = { requird = true, type")],
        &[invalid("requird").says("did you mean `required`?")],
    ),
    Mutation(
        "a field of no type is reported at the type",
        &[Replace("isogloss.toml", "type = \"list\"", "type = \"lst\"")],
        &[invalid("lst").says("no field type `lst`")],
    ),
    Mutation(
        "a build target that does not exist is reported",
        &[Append("isogloss.toml", "\n[build]\ntargets = [\"json\", \"html\"]\n")],
        &[invalid("\"▸html").says("it is one of")],
    ),
    Mutation(
        "broken TOML is one finding",
        &[Append("isogloss.toml", "\n[rules]\nmissing-message = @\n")],
        &[invalid("missing-message = ▸@")],
    ),
    Mutation(
        "a locale that is declared twice is one finding",
        &[Append("isogloss.toml", "\n[locales.ar]\nstage = \"released\"\n")],
        &[invalid("[locales.▸ar]\nstage")],
    ),
    // A bug: the keys of the second table are reported as duplicates of the first one's too.
    // Mutation(
    //     "a locale that is declared twice is one finding, whatever is said of it",
    //     &[Append("isogloss.toml", "\n[locales.ar]\nrequired = 0.5\n")],
    //     &[invalid("[locales.▸ar]\nrequired = 0.5")],
    // ),
    // Coverage.
    Mutation(
        "a locale that falls short of its share says by how much",
        &[
            Replace(
                "isogloss.toml",
                "[locales.es]\nrequired = 0.95",
                "[locales.es]\nrequired = 1.0",
            ),
            Replace("locales/es/site.ftl", "updated = Última actualización: { $date }\n", ""),
        ],
        &[
            error("missing-message", "es", "locales/en/site.ftl", "▸updated = Updated"),
            error(
                "below-required-coverage",
                "es",
                "isogloss.toml",
                "[locales.es]\nrequired = ▸1.0",
            )
            .says("(99.4 %), but 100 % is required"),
        ],
    ),
    Mutation(
        "a locale that need not be complete may fall short a little",
        &[
            Replace(
                "isogloss.toml",
                "[locales.es]\nrequired = 0.95",
                "[locales.es]\nrequired = 0.9",
            ),
            Replace("locales/es/site.ftl", "updated = Última actualización: { $date }\n", ""),
        ],
        &[error("missing-message", "es", "locales/en/site.ftl", "▸updated = Updated")],
    ),
];
