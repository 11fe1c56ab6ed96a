//! Every key of the configuration files, in one table: unknown keys are told from it, and the
//! reference and the JSON schema are made of it.
//!
//! What the keys mean to the project is decided where they are read.

use super::kind::{ROLES, SHAPES, UNITS};
use super::read::{GROUPS, STAGES};
use super::{Policy, Target, l10n_toml};
use crate::table::{Problems, Reader, Table};

/// The keys of a table.
#[derive(Debug)]
pub struct Section {
    /// How the table is written: `[build]`.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// In the order in which people think of them.
    pub settings: &'static [Setting],
}

/// A key, and what may be said with it.
#[derive(Debug)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// What its value is.
    pub holds: Holds,
    /// What holds where it is not set; empty where it must be.
    pub default: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// A value, as TOML.
    pub example: &'static str,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// Any text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number from 0 to 1.
    Share,
    /// A whole number from 1.
    Count,
    /// One of a few words.
    Word(fn() -> Vec<&'static str>),
    /// A list.
    List(&'static Holds),
    /// A table with these keys.
    Table(&'static Section),
    /// A table with any keys, such as codes of locales; what the keys are, and what each holds.
    TableOf(&'static str, &'static Holds),
    /// A table of rules and their levels.
    Rules,
    /// One or the other.
    Either(&'static Holds, &'static Holds),
    /// Anything: it is for other tools.
    Anything,
}

impl Section {
    /// What its keys are keys of.
    pub fn name(&self) -> String {
        match self.title.starts_with('[') {
            true => format!("`{}`", self.title),
            false => self.title.to_owned(),
        }
    }

    /// Starts to read a table of this kind; keys that it does not have are reported as no keys of
    /// `what`.
    pub(super) fn open<'p>(
        &self,
        table: Table,
        what: &str,
        problems: &'p mut Problems,
    ) -> Reader<'p> {
        let keys: Vec<&str> = self.settings.iter().map(|setting| setting.key).collect();
        Reader::with_keys(table, &keys, what, problems)
    }
}

fn words<T>(all: &[(&'static str, T)]) -> Vec<&'static str> {
    all.iter().map(|(word, _)| *word).collect()
}

const TEXTS: Holds = Holds::List(&Holds::Text);

/// `isogloss.toml`.
pub static ROOT: Section = Section {
    title: "isogloss.toml",
    about: "What a project says of itself. Only `source` must be there.",
    settings: &[
        Setting {
            key: "source",
            holds: Holds::Text,
            default: "",
            meaning: "The locale that content is written in, as its code stands in paths. With \
                      `l10n-toml` it may be left to the folder that the references are in.",
            example: "\"en\"",
        },
        Setting {
            key: "paths",
            holds: Holds::List(&Holds::Either(&Holds::Text, &Holds::Table(&PATHS))),
            default: "[\"locales/{locale}/**/*.ftl\"]",
            meaning: "Where Fluent files are: patterns with `{locale}` where the code stands \
                      (`{android_locale}` for `pt-rBR`), `*` within a name and `**` for any folders.",
            example: "[\"src/*/locales/{locale}.ftl\"]",
        },
        Setting {
            key: "l10n-toml",
            holds: Holds::Text,
            default: "none",
            meaning: "A project file of Mozilla's, which then says where files are, which locales \
                      there are and what they may leave out. It takes the place of `paths`.",
            example: "\"l10n.toml\"",
        },
        Setting {
            key: "locales",
            holds: Holds::TableOf("a locale's code", &Holds::Table(&LOCALE)),
            default: "every locale that has files",
            meaning: "The locales to translate into, a table each.",
            example: "{ fr = {} }",
        },
        Setting {
            key: "groups",
            holds: Holds::Word(|| words(&GROUPS)),
            default: "`all` with content, else unknown",
            meaning: "Which files of a locale are loaded together at run time: ids must be unique \
                      and references must resolve within a group. While it is unknown, references \
                      may resolve anywhere and ids may repeat from file to file.",
            example: "\"all\"",
        },
        Setting {
            key: "functions",
            holds: TEXTS,
            default: "[]",
            meaning: "Functions that the project's run time adds to `NUMBER` and `DATETIME`.",
            example: "[\"PLATFORM\"]",
        },
        Setting {
            key: "used-in",
            holds: TEXTS,
            default: "[]",
            meaning: "Patterns of the files in which the program asks for messages, for the rule `unused-message`.",
            example: "[\"src/**/*.rs\", \"templates/**\"]",
        },
        Setting {
            key: "forbidden",
            holds: Holds::List(&Holds::Either(&Holds::Text, &Holds::Table(&FORBIDDEN))),
            default: "[]",
            meaning: "Words that the source must not use, for the rule `forbidden-word`.",
            example: "[\"click here\", { word = \"utilise\", use = \"use\" }]",
        },
        Setting {
            key: "rules",
            holds: Holds::Rules,
            default: "each rule's own level",
            meaning: "Levels of rules: `error`, `warning`, `note` or `off`.",
            example: "{ obsolete-message = \"error\" }",
        },
        Setting {
            key: "levels",
            holds: Holds::List(&Holds::Table(&LEVEL)),
            default: "none",
            meaning: "Levels of rules in one locale or below one path; later ones win.",
            example: "[{ locale = \"fr\", rules = { obsolete-message = \"off\" } }]",
        },
        Setting {
            key: "content",
            holds: Holds::Text,
            default: "no content",
            meaning: "The folder of source content from which `isogloss sync` makes catalogs.",
            example: "\"content\"",
        },
        Setting {
            key: "records",
            holds: Holds::Text,
            default: "\"locales/.isogloss\"",
            meaning: "The folder of records that `isogloss sync` keeps.",
            example: "\"locales/.isogloss\"",
        },
        Setting {
            key: "kinds",
            holds: Holds::TableOf("a kind's name", &Holds::Table(&KIND)),
            default: "the built-in kinds",
            meaning: "Kinds of content, a table each; one of a built-in name changes that kind.",
            example: "{ poster = { like = \"story\", files = \"posters/*.md\" } }",
        },
        Setting {
            key: "build",
            holds: Holds::Table(&BUILD),
            default: "all targets in `dist`",
            meaning: "What `isogloss build` makes, and where.",
            example: "{ folder = \"dist\" }",
        },
    ],
};

/// An element of `paths`.
pub static PATHS: Section = Section {
    title: "[[paths]]",
    about: "A pattern for a source that lies elsewhere than its translations, or for files that \
            only some locales have.",
    settings: &[
        Setting {
            key: "reference",
            holds: Holds::Text,
            default: "the same as `translation`",
            meaning: "Where the source's files are; it has the wildcards of `translation`.",
            example: "\"templates/**/*.ftl\"",
        },
        Setting {
            key: "translation",
            holds: Holds::Text,
            default: "",
            meaning: "Where the translations are, with `{locale}`.",
            example: "\"l10n/{locale}/**/*.ftl\"",
        },
        Setting {
            key: "locales",
            holds: TEXTS,
            default: "all",
            meaning: "The only locales that are asked for these files.",
            example: "[\"fr\"]",
        },
    ],
};

/// A table of `locales`.
pub static LOCALE: Section = Section {
    title: "[locales.<code>]",
    about: "A locale to translate into.",
    settings: &[
        Setting {
            key: "stage",
            holds: Holds::Word(|| words(&STAGES)),
            default: "`released`",
            meaning: "Whether it is meant for readers yet. What a draft lacks is a note, and it is \
                      built only with `--drafts`.",
            example: "\"draft\"",
        },
        Setting {
            key: "overlay",
            holds: Holds::Text,
            default: "none",
            meaning: "Another locale, of which this one only says differences. It is no overlay \
                      itself.",
            example: "\"fr\"",
        },
        Setting {
            key: "required",
            holds: Holds::Share,
            default: "no share",
            meaning: "The least share of the source that a released locale must cover.",
            example: "0.95",
        },
        Setting {
            key: "release-at",
            holds: Holds::Share,
            default: "no share",
            meaning: "The share of the source at which `status` suggests to release a draft. \
                      Nothing is released by itself.",
            example: "0.9",
        },
        Setting {
            key: "fallback",
            holds: TEXTS,
            default: "CLDR's parent locales",
            meaning: "The locales whose texts readers get where this one has none, nearest first. \
                      The source comes last by itself.",
            example: "[\"fr\"]",
        },
        Setting {
            key: "format-as",
            holds: Holds::Text,
            default: "itself",
            meaning: "The locale whose numbers and dates to use, where CLDR has none for this one.",
            example: "\"es\"",
        },
        Setting {
            key: "name",
            holds: Holds::Text,
            default: "CLDR's",
            meaning: "Its name in itself.",
            example: "\"français canadien\"",
        },
    ],
};

/// A forbidden word.
pub static FORBIDDEN: Section = Section {
    title: "a forbidden word",
    about: "A word that the source must not use, and what to write instead.",
    settings: &[
        Setting {
            key: "word",
            holds: Holds::Text,
            default: "",
            meaning: "The word.",
            example: "\"utilise\"",
        },
        Setting {
            key: "use",
            holds: Holds::Text,
            default: "nothing is suggested",
            meaning: "What to write instead.",
            example: "\"use\"",
        },
    ],
};

/// An element of `levels`.
pub static LEVEL: Section = Section {
    title: "[[levels]]",
    about: "Levels for some findings. With both `locale` and `path`, both must fit.",
    settings: &[
        Setting {
            key: "locale",
            holds: Holds::Text,
            default: "every locale",
            meaning: "A locale of the project, or its source.",
            example: "\"fr\"",
        },
        Setting {
            key: "path",
            holds: Holds::Text,
            default: "every path",
            meaning: "A pattern of paths.",
            example: "\"locales/*/legal/**\"",
        },
        Setting {
            key: "rules",
            holds: Holds::Rules,
            default: "",
            meaning: "Rules and their levels.",
            example: "{ obsolete-message = \"off\" }",
        },
    ],
};

/// `build`.
pub static BUILD: Section = Section {
    title: "[build]",
    about: "What `isogloss build` makes.",
    settings: &[
        Setting {
            key: "folder",
            holds: Holds::Text,
            default: "\"dist\"",
            meaning: "The folder that a build replaces.",
            example: "\"dist\"",
        },
        Setting {
            key: "targets",
            holds: Holds::List(&Holds::Word(|| words(&Target::ALL))),
            default: "all",
            meaning: "The formats of bundles.",
            example: "[\"fluent\"]",
        },
        Setting {
            key: "stale",
            holds: Holds::Table(&STALE),
            default: "texts are kept, but for those whose interface changed",
            meaning: "What becomes of translations whose source changed since.",
            example: "{ rewrite = \"fall-back\" }",
        },
    ],
};

const POLICY: Holds = Holds::Word(|| words(&Policy::ALL));

/// `build.stale`.
pub static STALE: Section = Section {
    title: "[build.stale]",
    about: "What a build does with translations whose source changed since, by kind of change. \
            `keep`: readers get them all the same. `fall-back`: readers get what they would get if \
            the locale did not have them, an item of content as a whole. `fail`: nothing is built; \
            with `--keep-going` they fall back. It depends on what the state of a part is, not on \
            the level of the rule `stale-translation`, and `manifest.json` says what became of each.",
    settings: &[
        Setting {
            key: "wording",
            holds: POLICY,
            default: "`keep`",
            meaning: "The source is worded otherwise: most of its words are as they were.",
            example: "\"keep\"",
        },
        Setting {
            key: "rewrite",
            holds: POLICY,
            default: "`keep`",
            meaning: "The source says something else: most of its words are other ones.",
            example: "\"fall-back\"",
        },
        Setting {
            key: "interface",
            holds: POLICY,
            default: "`fall-back`",
            meaning: "The source has another argument, reference, tag, link or number.",
            example: "\"fail\"",
        },
    ],
};

/// A table of `kinds`.
pub static KIND: Section = Section {
    title: "[kinds.<name>]",
    about: "A kind of content. A name of a built-in kind changes that one.",
    settings: &[
        Setting {
            key: "like",
            holds: Holds::Text,
            default: "the built-in kind of this name",
            meaning: "Another kind, with all of which this one starts.",
            example: "\"story\"",
        },
        Setting {
            key: "files",
            holds: Holds::Text,
            default: "those of the kind it is like",
            meaning: "Files below the folder of content.",
            example: "\"posters/*.md\"",
        },
        Setting {
            key: "unit",
            holds: Holds::Word(|| words(&UNITS)),
            default: "`item`",
            meaning: "What falls back to another language together.",
            example: "\"part\"",
        },
        Setting {
            key: "role",
            holds: Holds::Word(|| words(&ROLES)),
            default: "`plain`",
            meaning: "What it means beyond its fields, and so what is checked of it.",
            example: "\"plain\"",
        },
        Setting {
            key: "items",
            holds: Holds::Text,
            default: "each file is an item",
            meaning: "The array of tables that holds the items, where a file holds several.",
            example: "\"poster\"",
        },
        Setting {
            key: "id",
            holds: TEXTS,
            default: "[\"file\"]",
            meaning: "What an item's id is made of: `file` for the file's stem, or fields.",
            example: "[\"file\"]",
        },
        Setting {
            key: "fields",
            holds: Holds::TableOf("a field's name", &Holds::Table(&FIELD)),
            default: "none",
            meaning: "Its fields, in the order in which they are translated and shown.",
            example: "{ place = { type = \"text\" } }",
        },
    ],
};

/// A table of a kind's `fields`.
pub static FIELD: Section = Section {
    title: "[kinds.<name>.fields]",
    about: "A field of an item. Which keys it has besides the first three depends on its `type`.",
    settings: &[
        Setting {
            key: "type",
            holds: Holds::Word(|| SHAPES.to_vec()),
            default: "",
            meaning: "What it holds.",
            example: "\"text\"",
        },
        Setting {
            key: "required",
            holds: Holds::Boolean,
            default: "`false`",
            meaning: "Whether an item must have it.",
            example: "true",
        },
        Setting {
            key: "comment",
            holds: Holds::Text,
            default: "none",
            meaning: "What it is, for the translator.",
            example: "\"where it hangs\"",
        },
        Setting {
            key: "translate",
            holds: Holds::Boolean,
            default: "`true`",
            meaning: "For a `text`: whether translators see it.",
            example: "false",
        },
        Setting {
            key: "max",
            holds: Holds::Count,
            default: "no limit",
            meaning: "For a `text`: how many characters fit.",
            example: "60",
        },
        Setting {
            key: "choices",
            holds: TEXTS,
            default: "",
            meaning: "For a `choice`: its words.",
            example: "[\"wide\", \"tall\"]",
        },
        Setting {
            key: "labels",
            holds: Holds::Text,
            default: "none",
            meaning: "For a `choice`: the prefix of the messages that name its words.",
            example: "\"topic\"",
        },
        Setting {
            key: "kind",
            holds: Holds::Text,
            default: "any",
            meaning: "For a `reference`: the kind it is of.",
            example: "\"story\"",
        },
        Setting {
            key: "of",
            holds: Holds::Table(&FIELD),
            default: "",
            meaning: "For a `list`: what each of its elements is.",
            example: "{ type = \"text\" }",
        },
        Setting {
            key: "fields",
            holds: Holds::TableOf("a field's name", &Holds::Table(&FIELD)),
            default: "none",
            meaning: "For a `record`: its fields.",
            example: "{ city = { type = \"text\" } }",
        },
    ],
};

/// Mozilla's `l10n.toml`.
pub static L10N: Section = Section {
    title: "l10n.toml",
    about: "A project file of Mozilla's, as compare-locales reads it. Paths may use what `[env]` \
            sets, as `{name}`, and `{l10n_base}`, the folder that `--l10n-base` names.",
    settings: &[
        Setting {
            key: "basepath",
            holds: Holds::Text,
            default: "\".\"",
            meaning: "The folder that paths are relative to, from where this file is.",
            example: "\".\"",
        },
        Setting {
            key: "locales",
            holds: TEXTS,
            default: "those of its paths and of included files",
            meaning: "The locales to translate into.",
            example: "[\"fr\"]",
        },
        Setting {
            key: "env",
            holds: Holds::TableOf("a name", &Holds::Text),
            default: "none",
            meaning: "What `{name}` stands for in paths.",
            example: "{ l = \"{l10n_base}/{locale}/\" }",
        },
        Setting {
            key: "paths",
            holds: Holds::List(&Holds::Table(&L10N_PATHS)),
            default: "none",
            meaning: "Where files are. What is not `.ftl` is passed over.",
            example: "[{ reference = \"en/a.ftl\", l10n = \"{l}a.ftl\" }]",
        },
        Setting {
            key: "includes",
            holds: Holds::List(&Holds::Table(&L10N_INCLUDE)),
            default: "none",
            meaning: "Other project files that belong to this one.",
            example: "[]",
        },
        Setting {
            key: "excludes",
            holds: Holds::List(&Holds::Table(&L10N_INCLUDE)),
            default: "none",
            meaning: "Other project files, whose paths are left out for their locales.",
            example: "[]",
        },
        Setting {
            key: "filters",
            holds: Holds::List(&Holds::Table(&L10N_FILTER)),
            default: "none",
            meaning: "What of the paths of this file locales may leave out; later ones win.",
            example: "[{ path = \"{l}a.ftl\", key = \"re:^beta-\", action = \"ignore\" }]",
        },
        Setting {
            key: "build",
            holds: Holds::Anything,
            default: "none",
            meaning: "For other tools; passed over.",
            example: "{ exclude-multi-locale = [\"fr\"] }",
        },
    ],
};

/// An element of `paths` in an `l10n.toml`.
pub static L10N_PATHS: Section = Section {
    title: "[[paths]]",
    about: "Files of the source and of the translations.",
    settings: &[
        Setting {
            key: "reference",
            holds: Holds::Text,
            default: "",
            meaning: "Where the source's files are.",
            example: "\"en/a.ftl\"",
        },
        Setting {
            key: "l10n",
            holds: Holds::Text,
            default: "",
            meaning: "Where the translations are, with `{locale}` or `{android_locale}`.",
            example: "\"{locale}/a.ftl\"",
        },
        Setting {
            key: "locales",
            holds: TEXTS,
            default: "all",
            meaning: "The only locales that are asked for these files.",
            example: "[\"fr\"]",
        },
        Setting {
            key: "test",
            holds: TEXTS,
            default: "none",
            meaning: "For other tools; passed over.",
            example: "[\"android-dtd\"]",
        },
    ],
};

/// An element of `includes` or `excludes` in an `l10n.toml`.
pub static L10N_INCLUDE: Section = Section {
    title: "[[includes]]",
    about: "Another project file, for `[[excludes]]` too. It may exclude nothing itself.",
    settings: &[Setting {
        key: "path",
        holds: Holds::Text,
        default: "",
        meaning: "The file, relative to `basepath`.",
        example: "\"other/l10n.toml\"",
    }],
};

/// An element of `filters` in an `l10n.toml`.
pub static L10N_FILTER: Section = Section {
    title: "[[filters]]",
    about: "What locales may leave out. It concerns what is missing or obsolete; what a locale has \
            must be right all the same.",
    settings: &[
        Setting {
            key: "path",
            holds: Holds::Either(&Holds::Text, &TEXTS),
            default: "",
            meaning: "Translations, as in `l10n` of `[[paths]]`.",
            example: "\"{locale}/a.ftl\"",
        },
        Setting {
            key: "key",
            holds: Holds::Either(&Holds::Text, &TEXTS),
            default: "whole files",
            meaning: "The id of a message, `-id` of a term, or `re:` and a regular expression that \
                      ids start with.",
            example: "\"re:^beta-\"",
        },
        Setting {
            key: "action",
            holds: Holds::Word(|| words(&l10n_toml::ACTIONS)),
            default: "",
            meaning: "Whether it is passed over, worth a warning, or asked for after all.",
            example: "\"ignore\"",
        },
    ],
};

/// The sections of `isogloss.toml`, in the order of the reference.
pub static SECTIONS: [&Section; 9] =
    [&ROOT, &PATHS, &LOCALE, &LEVEL, &FORBIDDEN, &BUILD, &STALE, &KIND, &FIELD];

/// Those of `l10n.toml`.
pub static L10N_SECTIONS: [&Section; 4] = [&L10N, &L10N_PATHS, &L10N_INCLUDE, &L10N_FILTER];
