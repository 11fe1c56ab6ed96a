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
        "a draft that is to be released at more than all is reported at the value",
        &[Replace("isogloss.toml", "release-at = 0.95", "release-at = 95")],
        &[invalid("release-at = ▸95").says("between 0 and 1")],
    ),
    Mutation(
        "a misspelt share to release a draft at is reported",
        &[Replace("isogloss.toml", "release-at = 0.95", "relese-at = 0.95")],
        &[invalid("relese-at").says("did you mean `release-at`?")],
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
    Mutation(
        "a locale that is declared twice is one finding, whatever is said of it",
        &[Append("isogloss.toml", "\n[locales.ar]\nrequired = 0.5\n")],
        &[invalid("[locales.▸ar]\nrequired = 0.5")],
    ),
    Mutation(
        "a locale that is declared in two spellings is one finding",
        &[Append("isogloss.toml", "\n[locales.zh_Hans]\nrequired = 0.5\n")],
        &[invalid("zh_Hans").says("are the same locale")],
    ),
    Mutation(
        "an overlay of an overlay is refused",
        &[Append("isogloss.toml", "\n[locales.fr-BE]\noverlay = \"fr-CA\"\n")],
        &[invalid("overlay = \"▸fr-CA").says("is an overlay itself")],
    ),
    Mutation(
        "an overlay of no text is one finding, not one for each text it leaves out",
        &[Replace("isogloss.toml", "overlay = \"fr\"", "overlay = 1")],
        &[invalid("overlay = ▸1").says("expected a text in quotes, found a number")],
    ),
    Mutation(
        "a fallback that is no list is reported, and the locale is still there",
        &[Replace("isogloss.toml", "overlay = \"fr\"", "overlay = \"fr\"\nfallback = \"fr\"")],
        &[invalid("fallback = ▸\"fr\"").says("write `[\"fr\"]`")],
    ),
    Mutation(
        "a fallback to what is no code is reported",
        &[Replace("isogloss.toml", "overlay = \"fr\"", "overlay = \"fr\"\nfallback = [1]")],
        &[invalid("[▸1]").says("expected a locale's code in quotes")],
    ),
    Mutation(
        "a fallback to a locale that the project does not have is reported",
        &[Replace("isogloss.toml", "overlay = \"fr\"", "overlay = \"fr\"\nfallback = [\"frr\"]")],
        &[invalid("[\"▸frr").says("did you mean `fr`?")],
    ),
    Mutation(
        "levels for a locale that the project does not have are reported",
        &[Append(
            "isogloss.toml",
            "\n[[levels]]\nlocale = \"frr\"\nrules = { missing-message = \"off\" }\n",
        )],
        &[invalid("locale = \"▸frr").says("did you mean `fr`?")],
    ),
    Mutation(
        "levels may be for the source",
        &[Append(
            "isogloss.toml",
            "\n[[levels]]\nlocale = \"en\"\nrules = { syntax-error = \"off\" }\n",
        )],
        &[],
    ),
    Mutation(
        "levels that are no table are reported",
        &[Replace("isogloss.toml", "source = \"en\"", "source = \"en\"\nlevels = [\"fr\"]")],
        &[invalid("[▸\"fr\"]").says("expected a table, found a text")],
    ),
    Mutation(
        "levels without a rule are reported",
        &[Append("isogloss.toml", "\n[[levels]]\nlocale = \"fr\"\n")],
        &[invalid("[[levels]]").says("add `rules`")],
    ),
    Mutation(
        "a list of levels has no such key",
        &[Append(
            "isogloss.toml",
            "\n[[levels]]\nlocales = \"fr\"\nrules = { missing-message = \"error\" }\n",
        )],
        &[invalid("locales = \"fr\"").says("did you mean `locale`?")],
    ),
    Mutation(
        "a kind like one that does not exist is one finding",
        &[Append(
            "isogloss.toml",
            "\n[kinds.poster]\nlike = \"storry\"\nfiles = \"posters/*.md\"\nunit = \"part\"\n",
        )],
        &[invalid("storry").says("did you mean `story`?")],
    ),
    Mutation(
        "a kind that is misspelt to be like another is one finding",
        &[Append("isogloss.toml", "\n[kinds.poster]\nlika = \"story\"\n")],
        &[invalid("lika").says("did you mean `like`?")],
    ),
    Mutation(
        "a list of nothing is reported at its type",
        &[Append("isogloss.toml", "\n[kinds.story.fields.tags]\ntype = \"list\"\n")],
        &[invalid("type = \"▸list\"\n").says("add `of`")],
    ),
    Mutation(
        "a field whose type is misspelt away is one finding",
        &[Append("isogloss.toml", "\n[kinds.story.fields.tags]\ntyp = \"text\"\n")],
        &[invalid("typ =").says("did you mean `type`?")],
    ),
    Mutation(
        "a source that is no text is one finding",
        &[Replace("isogloss.toml", "source = \"en\"", "source = 1")],
        &[invalid("source = ▸1").says("expected a text in quotes")],
    ),
    Mutation(
        "a misspelt source is one finding",
        &[Replace("isogloss.toml", "source = \"en\"", "sorce = \"en\"")],
        &[invalid("sorce").says("did you mean `source`?")],
    ),
    Mutation(
        "paths that are no list are one finding",
        &[Replace("isogloss.toml", "source = \"en\"", "source = \"en\"\npaths = \"{locale}.ftl\"")],
        &[invalid("paths = ▸").says("expected a list")],
    ),
    Mutation(
        "a path without a place for the locale is one finding",
        &[Replace("isogloss.toml", "source = \"en\"", "source = \"en\"\npaths = [\"fr/*.ftl\"]")],
        &[invalid("fr/*.ftl").says("write `{locale}`")],
    ),
    Mutation(
        "a path that does not say where translations are is one finding",
        &[Replace(
            "isogloss.toml",
            "source = \"en\"",
            "source = \"en\"\npaths = [{ reference = \"locales/en/**/*.ftl\" }]",
        )],
        &[invalid("▸{ reference").says("add `translation`")],
    ),
    Mutation(
        "a reference with other wildcards than its translations is one finding",
        &[Replace(
            "isogloss.toml",
            "source = \"en\"",
            "source = \"en\"\npaths = [{ reference = \"en/*.ftl\", translation = \"{locale}/**/*.ftl\" }]",
        )],
        &[invalid("en/*.ftl").says("has `**` and `*`")],
    ),
    Mutation(
        "a path for a locale that the project does not have is reported",
        &[Replace(
            "isogloss.toml",
            "source = \"en\"",
            "source = \"en\"\npaths = [\"locales/{locale}/**/*.ftl\", { translation = \"x/{locale}.ftl\", locales = [\"frr\"] }]",
        )],
        &[invalid("[\"▸frr").says("did you mean `fr`?")],
    ),
    Mutation(
        "a project file of Mozilla's that is not there is one finding",
        &[Replace(
            "isogloss.toml",
            "source = \"en\"",
            "source = \"en\"\nl10n-toml = \"l10n.toml\"",
        )],
        &[invalid("l10n-toml = \"▸l10n.toml").says("there is no such file")],
    ),
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
