//! Layouts of existing projects, recognised without configuration: from files to what is inferred
//! of them and what is found in them.

use std::fmt::Write as _;

use isogloss::files::Memory;
use isogloss::layout;
use isogloss::report::concise;
use isogloss::session::Session;

/// A layout: what it is like, the `--source` that is given, its files, and what comes of them: the
/// source, its patterns (`reference → translation` where they differ), the locales, and findings.
struct Layout(&'static str, Option<&'static str>, &'static [&'static str], &'static str);

/// What comes of files that all hold the same message.
fn told(source: Option<&str>, paths: &[&str]) -> String {
    let files = Memory::new(paths.iter().map(|path| (*path, "hello = Hello\n")));
    let layout = match layout::find(&files, "", source) {
        Ok(layout) => layout,
        Err(failure) => {
            let help = failure.help.as_deref().unwrap_or_default();
            return format!("failure: {failure} ({help})\n");
        }
    };
    let mut told = format!("source {}\n", layout.source);
    for paths in &layout.paths {
        let (reference, translation) = (&paths.reference.pattern, &paths.translation.pattern);
        let _ = match reference == translation {
            true => writeln!(told, "{translation}"),
            false => writeln!(told, "{reference} → {translation}"),
        };
    }
    let _ = writeln!(told, "locales {}", layout.locales[1..].join(" "));
    told + &concise(&Session::with(&files, layout.config()).check())
}

const LAYOUTS: &[Layout] = &[
    Layout(
        "a folder for each locale",
        None,
        &["locales/en/a.ftl", "locales/en/x/b.ftl", "locales/fr/a.ftl", "locales/fr/x/b.ftl"],
        "source en
locales/{locale}/**/*.ftl
locales fr
",
    ),
    Layout(
        "a folder for each locale at the root",
        Some("en"),
        &["en/a.ftl", "fr/a.ftl", "pt_BR/a.ftl"],
        "source en
{locale}/**/*.ftl
locales fr pt_BR
",
    ),
    Layout(
        "files named after locales",
        None,
        &["i18n/en-US.ftl", "i18n/de.ftl", "i18n/zh-rTW.ftl"],
        "source en-US
i18n/{locale}.ftl
locales de zh-rTW
",
    ),
    Layout(
        "files named after locales, in a folder of each package",
        Some("en-US"),
        &[
            "src/uu/ls/locales/en-US.ftl",
            "src/uu/ls/locales/fr-FR.ftl",
            "src/uu/cp/locales/en-US.ftl",
            "src/uu/cp/locales/fr-FR.ftl",
            "src/uucore/locales/en-US.ftl",
            "src/uucore/locales/fr-FR.ftl",
        ],
        "source en-US
src/uucore/locales/{locale}.ftl
src/uu/*/locales/{locale}.ftl
locales fr-FR
",
    ),
    Layout(
        "a name, a separator and the locale",
        None,
        &["l10n/app_en.ftl", "l10n/app_pt_BR.ftl", "l10n/app_zh_Hant_TW.ftl"],
        "source en
l10n/app_{locale}.ftl
locales pt_BR zh_Hant_TW
",
    ),
    Layout(
        "a name, a dot and the locale",
        None,
        &["ui/app.en.ftl", "ui/app.fr.ftl", "ui/menu.en.ftl", "ui/menu.fr.ftl"],
        "source en
ui/app.{locale}.ftl
ui/menu.{locale}.ftl
locales fr
",
    ),
    Layout(
        "the locale, a separator and a name",
        None,
        &["l10n/en-menu.ftl", "l10n/fr-menu.ftl", "l10n/pt-BR-menu.ftl"],
        "source en
l10n/{locale}-menu.ftl
locales fr pt-BR
",
    ),
    Layout(
        "gettext's folders",
        None,
        &["po/en/LC_MESSAGES/app.ftl", "po/sr@latin/LC_MESSAGES/app.ftl"],
        "source en
po/{locale}/**/*.ftl
locales sr@latin
",
    ),
    Layout(
        "the locale in the folder and in the file",
        None,
        &["l10n/en/app_en.ftl", "l10n/fr/app_fr.ftl", "l10n/pt_BR/app_pt_BR.ftl"],
        "source en
l10n/{locale}/app_{locale}.ftl
locales fr pt_BR
",
    ),
    Layout(
        "Android's folders, the source's without a code",
        None,
        &["res/values/a.ftl", "res/values-fr/a.ftl", "res/values-zh-rTW/a.ftl", "res/values-b+sr+Latn/a.ftl"],
        "source en
res/values/**/*.ftl → res/values-{locale}/**/*.ftl
locales b+sr+Latn fr zh-rTW
",
    ),
    Layout(
        "a source file without a code",
        None,
        &["po/messages.ftl", "po/messages.fr.ftl", "po/messages.de.ftl"],
        "source en
po/messages.ftl → po/messages.{locale}.ftl
locales de fr
",
    ),
    Layout(
        "templates beside the translations",
        Some("en-US"),
        &["l10n/templates/a.ftl", "l10n/templates/x/b.ftl", "l10n/fr/a.ftl", "l10n/de/a.ftl", "l10n/de/x/b.ftl"],
        "source en-US
l10n/templates/**/*.ftl → l10n/{locale}/**/*.ftl
locales de fr
l10n/templates/x/b.ftl:1:1: error[missing-resource] fr: `x/b.ftl` is not translated: 1 message
",
    ),
    Layout(
        "a file of templates beside files named after locales",
        None,
        &["i18n/template.ftl", "i18n/fr.ftl", "i18n/de.ftl"],
        "source en
i18n/template.ftl → i18n/{locale}.ftl
locales de fr
",
    ),
    Layout(
        "the source in another folder, by its code",
        None,
        &["l10n/en/a.ftl", "l10n/en/b.ftl", "translations/fr/a.ftl", "translations/de/a.ftl", "translations/de/b.ftl"],
        "source en
l10n/en/**/*.ftl → translations/{locale}/**/*.ftl
locales de fr
l10n/en/b.ftl:1:1: error[missing-resource] fr: `b.ftl` is not translated: 1 message
",
    ),
    Layout(
        "the source in another folder, and one translation",
        Some("en"),
        &["src/locales/en/a.ftl", "translations/fr/a.ftl"],
        "source en
src/locales/en/**/*.ftl → translations/{locale}/**/*.ftl
locales fr
",
    ),
    Layout(
        "the source in another folder, without a code",
        Some("en"),
        &["assets/strings/a.ftl", "assets/strings/b.ftl", "translations/fr/a.ftl", "translations/fr/b.ftl"],
        "source en
assets/strings/**/*.ftl → translations/{locale}/**/*.ftl
locales fr
",
    ),
    Layout(
        "the source in another folder, not in English",
        Some("de"),
        &["l10n/de/a.ftl", "translations/en/a.ftl", "translations/fr/a.ftl"],
        "source de
l10n/de/**/*.ftl → translations/{locale}/**/*.ftl
locales en fr
",
    ),
    Layout(
        "the source's files above the folders of the translations",
        Some("en"),
        &["locales/a.ftl", "locales/b.ftl", "locales/fr/a.ftl", "locales/de/a.ftl", "locales/de/b.ftl"],
        "source en
locales/*.ftl → locales/{locale}/*.ftl
locales de fr
locales/b.ftl:1:1: error[missing-resource] fr: `b.ftl` is not translated: 1 message
",
    ),
    Layout(
        "templates in each package",
        None,
        &[
            "apps/one/l10n/templates/a.ftl",
            "apps/one/l10n/fr/a.ftl",
            "apps/one/l10n/de/a.ftl",
            "apps/two/l10n/templates/a.ftl",
            "apps/two/l10n/fr/a.ftl",
        ],
        "source en
apps/*/l10n/templates/**/*.ftl → apps/*/l10n/{locale}/**/*.ftl
locales de fr
apps/two/l10n/templates/a.ftl:1:1: error[missing-resource] de: `apps/two/l10n/{locale}/a.ftl` is not translated: 1 message
",
    ),
    Layout(
        "templates, and the English of another country among the translations",
        None,
        &["l10n/templates/a.ftl", "l10n/en-GB/a.ftl", "l10n/fr/a.ftl"],
        "source en
l10n/templates/**/*.ftl → l10n/{locale}/**/*.ftl
locales en-GB fr
",
    ),
    Layout(
        "two places with other files",
        Some("en"),
        &["app/locales/en/a.ftl", "app/locales/fr/a.ftl", "web/i18n/src/en/a.ftl", "web/i18n/src/de/a.ftl"],
        "source en
app/locales/{locale}/**/*.ftl
web/i18n/src/{locale}/**/*.ftl
locales de fr
app/locales/en/a.ftl:1:1: error[missing-resource] de: `app/locales/{locale}/a.ftl` is not translated: 1 message
web/i18n/src/en/a.ftl:1:1: error[missing-resource] fr: `web/i18n/src/{locale}/a.ftl` is not translated: 1 message
",
    ),
    Layout(
        "no English: the locale with the most files",
        None,
        &["l10n/de/a.ftl", "l10n/de/b.ftl", "l10n/fr/a.ftl"],
        "source de
l10n/{locale}/**/*.ftl
locales fr
l10n/de/b.ftl:1:1: error[missing-resource] fr: `b.ftl` is not translated: 1 message
",
    ),
    Layout(
        "no English, and several with as many files",
        None,
        &["l10n/fr.ftl", "l10n/de.ftl"],
        "source de
l10n/{locale}.ftl
locales fr
",
    ),
    Layout(
        "copies in folders that tools fill",
        None,
        &["src/l10n/en/a.ftl", "src/l10n/fr/a.ftl", "dist/l10n/en/a.ftl", "target/l10n/en/b.ftl"],
        "source en
src/l10n/{locale}/**/*.ftl
locales fr
",
    ),
    Layout(
        "one language yet",
        None,
        &["app/locales/en/a.ftl", "app/locales/en/b.ftl"],
        "source en
app/locales/{locale}/**/*.ftl
locales 
",
    ),
    Layout(
        "folders that happen to be called like languages",
        None,
        &["app/src/locales/fr/ui.ftl", "app/src/locales/en/ui.ftl", "app/src/locales/lib/x.ftl"],
        "source en
app/src/locales/{locale}/**/*.ftl
locales fr
app/src/locales/lib/x.ftl:1:1: warning[unknown-locale-folder] `lib` is hardly a locale: it has no file that the source has
",
    ),
    Layout(
        "a rare language among others",
        None,
        &["l10n/en/a.ftl", "l10n/fr/a.ftl", "l10n/skr/a.ftl", "l10n/images/b.ftl"],
        "source en
l10n/{locale}/**/*.ftl
locales fr skr
l10n/images/b.ftl:1:1: warning[unknown-locale-folder] `images` is no locale
",
    ),
    Layout(
        "codes found in the wild are printed as they are written",
        None,
        &[
            "l10n/en-US/a.ftl",
            "l10n/b+sr+Cyrl/a.ftl",
            "l10n/ca-valencia/a.ftl",
            "l10n/crh/a.ftl",
            "l10n/en-x-pseudo/a.ftl",
            "l10n/es_AR/a.ftl",
            "l10n/fil/a.ftl",
            "l10n/hy-AM/a.ftl",
            "l10n/ja-JP-mac/a.ftl",
            "l10n/ja/a.ftl",
            "l10n/mai/a.ftl",
            "l10n/nb-NO/a.ftl",
            "l10n/skr/a.ftl",
            "l10n/sr@latin/a.ftl",
            "l10n/zh-CN/a.ftl",
            "l10n/zh-rTW/a.ftl",
            "l10n/zh_Hant_HK/a.ftl",
        ],
        "source en-US
l10n/{locale}/**/*.ftl
locales b+sr+Cyrl ca-valencia crh en-x-pseudo es_AR fil hy-AM ja ja-JP-mac mai nb-NO skr sr@latin zh-CN zh-rTW zh_Hant_HK
",
    ),
    Layout(
        "two spellings of one locale",
        None,
        &["l10n/en/a.ftl", "l10n/es-AR/a.ftl", "l10n/es_AR/a.ftl"],
        "source en
l10n/{locale}/**/*.ftl
locales es-AR es_AR
l10n/es_AR/a.ftl:1:1: warning[unknown-locale-folder] `es_AR` and `es-AR` are the same locale
",
    ),
    Layout(
        "codes of three letters, with the source named",
        Some("eng"),
        &["lang/eng/a.ftl", "lang/fra/a.ftl", "lang/src/b.ftl"],
        "source eng
lang/{locale}/**/*.ftl
locales fra
lang/src/b.ftl:1:1: warning[unknown-locale-folder] `src` is hardly a locale: it has no file that the source has
",
    ),
    Layout(
        "a folder called `app` is no source",
        None,
        &["app/ui.ftl", "lib/ui.ftl"],
        "failure: no folder or file below this folder is named after a locale (say where files are, in isogloss.toml: `paths = [\"…/{locale}/**/*.ftl\"]`)
",
    ),
    Layout(
        "a source that is not there",
        Some("en-GB"),
        &["l10n/en/a.ftl", "l10n/fr/a.ftl"],
        "failure: nothing below this folder is named after the source `en-GB` (did you mean `--source en`?)
",
    ),
    Layout(
        "a source that is no locale",
        Some("english"),
        &["l10n/en/a.ftl"],
        "failure: `english` is not a known locale (use the code as it is written in the project, such as `en` or `en-US`)
",
    ),
];

#[test]
fn layouts_are_recognised_and_checked_without_configuration() {
    let mut wrong = String::new();
    for Layout(name, source, paths, expected) in LAYOUTS {
        let told = told(*source, paths);
        if told != *expected {
            let _ = writeln!(wrong, "## {name}\n{told}--- expected\n{expected}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
