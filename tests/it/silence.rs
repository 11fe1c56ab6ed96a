//! What is right and must stay unreported: one row for each item, by its name.
//!
//! A row is a project of one message, or a few, in a locale; the default rules must find nothing in
//! it. The pages of the rules hold the same and more beside what is reported.

use std::fmt::Write as _;

use isogloss::diagnostic::Diagnostic;
use isogloss::files::Memory;
use isogloss::report::concise;

use crate::sample;

/// What is right: its name, the locale, the source and the translation.
struct Silent(&'static str, &'static str, &'static str, &'static str);

const TABLE: &[Silent] = &[
    Silent(
        "metavariables like `<file>` in the help of commands",
        "fr",
        "usage = copy <source>... <file> [--verbose] reads every <file> and <FIELD>",
        "usage = copy <source>... <fichier> [--verbose] lit chaque <fichier> et <CHAMP>",
    ),
    Silent(
        "a Slavic term in another case",
        "pl",
        "-rights = Network\nabout = Read about the { -rights } today.",
        "-rights =\n    { $case ->\n       *[nominative] Sieć\n        [genitive] Sieci\n    }\n\
         about = Przeczytaj dziś o działaniach { -rights(case: \"genitive\") }.",
    ),
    Silent(
        "a Slavic term in another case, by another term",
        "sk",
        "-rights = Network\nabout = Read about the { -rights } today.",
        "-rights = Sieť\n-rights-of = Siete\nabout = Prečítajte si dnes o práci { -rights-of }.",
    ),
    Silent(
        "`2x` is said in words",
        "es",
        "speed = Make it 2x faster",
        "speed = El doble de rápido",
    ),
    Silent(
        "the Romance plural form `many` is absent",
        "it",
        "files = { $count ->\n    [one] { $count } file\n   *[other] { $count } files\n}",
        "files = { $count ->\n    [one] { $count } documento\n   *[other] { $count } documenti\n}",
    ),
    Silent(
        "Armenian `՞` stands within the word",
        "hy",
        "where = Where are the pictures of today?",
        "where = Որտե՞ղ են այսօրվա նկարները",
    ),
    Silent(
        "a narrow space that does not break stands before a French `!`",
        "fr",
        "done = Your changes have been saved!",
        "done = Vos modifications ont été enregistrées\u{202F}!",
    ),
    Silent(
        "Arabic digits and separators",
        "ar",
        "cases = We have heard of 1,250 cases and 12.5 percent more.",
        "cases = سمعنا عن ١٬٢٥٠ حالة وبنسبة ١٢٫٥ في المئة أكثر.",
    ),
    Silent(
        "Indian grouping",
        "hi",
        "cases = We have heard of 1,250,000 cases.",
        "cases = हमने 12,50,000 मामलों के बारे में सुना है।",
    ),
    Silent(
        "Swiss grouping",
        "de-CH",
        "cases = We have heard of 12,500 cases.",
        "cases = Wir haben von 12'500 Fällen gehört.",
    ),
    Silent(
        "a French plural made from a plain English sentence",
        "fr",
        "files = Files in this folder: { $count }",
        "files =\n    { $count ->\n        [one] { $count } fichier dans ce dossier\n       \
         *[other] { $count } fichiers dans ce dossier\n    }",
    ),
    Silent(
        "a literal of a space that does not break within HTML",
        "fr",
        "note = <strong>Note:</strong> read <em>all</em> of it.",
        "note = <strong>Note{ \"\\u00A0\" }:</strong> lisez <em>tout</em>.",
    ),
    Silent(
        "a translation with more variants than the source",
        "pl",
        "new = { $count ->\n    [one] { $count } new message\n   *[other] { $count } new messages\n}",
        "new = { $count ->\n    [0] Brak nowych wiadomości\n    [one] { $count } nowa wiadomość\n    \
         [few] { $count } nowe wiadomości\n    [many] { $count } nowych wiadomości\n   \
         *[other] { $count } nowej wiadomości\n}",
    ),
    Silent(
        "a zero width non-joiner in Persian",
        "fa",
        "terms = Terms of these services",
        "terms = شرایط این سرویس\u{200C}ها",
    ),
    Silent(
        "a zero width joiner in Devanagari",
        "mr",
        "terms = Terms of these services",
        "terms = या सेवांच्या अटी र\u{94D}\u{200D}या",
    ),
    Silent(
        "zero width spaces in Khmer",
        "km",
        "terms = Terms of these services",
        "terms = លក្ខខណ្ឌ\u{200B}នៃ\u{200B}សេវាកម្ម\u{200B}ទាំងនេះ",
    ),
    Silent(
        "zero width spaces in Lao",
        "lo",
        "terms = Terms of these services",
        "terms = ຂໍ້ກຳນົດ\u{200B}ຂອງ\u{200B}ການບໍລິການ\u{200B}ເຫຼົ່ານີ້",
    ),
    Silent(
        "zero width spaces in Myanmar",
        "my",
        "terms = Terms of these services",
        "terms = ဤဝန်ဆောင်မှုများ၏\u{200B}စည်းကမ်းချက်များ",
    ),
    Silent(
        "zero width spaces in Thai",
        "th",
        "terms = Terms of these services",
        "terms = ข้อกำหนด\u{200B}ของ\u{200B}บริการ\u{200B}เหล่านี้",
    ),
    Silent(
        "marks of direction in Arabic",
        "ar",
        "web = Open the settings (HTML)",
        "web = افتح الإعدادات (HTML\u{200E})\u{200F}",
    ),
    Silent(
        "marks of direction in Hebrew",
        "he",
        "web = Open the settings (HTML)",
        "web = \u{200F}פתיחת ההגדרות (HTML\u{200E})",
    ),
    Silent(
        "reduplicated words in Indonesian",
        "id",
        "walk = The children walk slowly.",
        "walk = Anak anak berjalan pelan pelan.",
    ),
    Silent(
        "reduplicated words in Hindi",
        "hi",
        "walk = The children walk slowly.",
        "walk = बच्चे धीरे धीरे चलते हैं।",
    ),
    Silent(
        "no space before `! ? ;` in Canadian French",
        "fr-CA",
        "sure = Are you sure? Then go; we wait!",
        "sure = En êtes-vous certain? Alors allez-y; nous attendons!",
    ),
    Silent(
        "Serbian in Latin script under `sr-Latn`",
        "sr-Latn",
        "walk = The children walk slowly to their school.",
        "walk = Deca polako hodaju do svoje škole.",
    ),
    Silent(
        "two weeks for fourteen days",
        "ja",
        "soon = What happens in the next 14 Days",
        "soon = 今後 2 週間の出来事",
    ),
    Silent(
        "the last sixteen of a cup, counted by matches",
        "ru",
        "cup = Round of 16",
        "cup = 1/8 финала",
    ),
    Silent(
        "an ordinal number in words",
        "pl",
        "issue = This is our 100th issue. Thank you for reading.",
        "issue = To nasz setny numer. Dziękujemy za lekturę.",
    ),
    Silent(
        "a Burmese pronoun that is typed with a four",
        "my",
        "gone = The letter cannot be found where it was kept.",
        "gone = စာကို ၄င်းထားရာတွင် မတွေ့ပါ။",
    ),
    Silent(
        "a label that has a colon in one language",
        "pl",
        "size = Smallest size",
        "size = Najmniejszy rozmiar:",
    ),
    Silent(
        "a label that has none in another",
        "zh",
        "note = Colour of the text:",
        "note = 文字颜色",
    ),
    Silent(
        "a danda that is typed as the numerator that looks like it",
        "bn",
        "saved = Your letter has been saved.",
        "saved = আপনার চিঠি সংরক্ষণ করা হয়েছে৷",
    ),
    Silent(
        "a key behind the end of a label",
        "bn",
        "name = Write the name of the folder:",
        "name = ফোল্ডারের নাম লিখুন: (N)",
    ),
    Silent(
        "a sentence for an ellipsis",
        "ko",
        "wait = Sending it, please wait…",
        "wait = 보내는 중… 기다려 주십시오.",
    ),
    Silent(
        "names of things in Latin letters within Chinese",
        "zh",
        "shown = The remote procedure endpoint was closed before it was used.",
        "shown = Remote Procedure Endpoint 在使用之前已被关闭。",
    ),
    Silent(
        "what is meant, in English in brackets",
        "fa",
        "moved = moved text",
        "moved = متن جابه‌جاشده (Cut and Paste)",
    ),
    Silent(
        "an Irish preposition before a pronoun of the same form",
        "ga",
        "send = Send it to your friend",
        "send = Seol do do chara é",
    ),
    Silent("a title that says a name twice", "ar", "title = About About", "title = حول حول"),
    Silent(
        "the first of no matches",
        "cy",
        "found = { $total ->\n    [one] { $current } of { $total } letter\n   \
         *[other] { $current } of { $total } letters\n}",
        "found = { $total ->\n    [zero] Dim llythyrau\n    [one] { $current } o { $total } llythyr\n    \
         [two] { $current } o { $total } lythyr\n    [few] { $current } o { $total } llythyr\n    \
         [many] { $current } o { $total } llythyr\n   *[other] { $current } o { $total } llythyr\n}",
    ),
    Silent(
        "a name set off once where the source sets it off twice",
        "de",
        "clock = To open <b>{ $host }</b>, set the clock and then reload <b>{ $host }</b>.",
        "clock = Stellen Sie die Uhr und laden Sie dann <b>{ $host }</b> neu.",
    ),
    Silent(
        "no access key",
        "lt",
        "reload = Reload\n    .accesskey = R",
        "reload = Atnaujinti\n    .accesskey = { \"\" }",
    ),
    Silent(
        "a text that stands before another is not needed",
        "de",
        "range = Time to clear:{ \" \" }",
        "range = { \"\" }",
    ),
    Silent(
        "a term of the locale's own",
        "es",
        "topics = Topics about the rights of the child",
        "-rights = derechos de la niñez\ntopics = Temas sobre los { -rights }",
    ),
];

fn check(row: &Silent) -> Vec<Diagnostic> {
    let Silent(_, locale, source, translation) = row;
    let files = [
        ("isogloss.toml".to_owned(), "source = \"en\"\n".to_owned()),
        ("locales/en/app.ftl".to_owned(), format!("{source}\n")),
        (format!("locales/{locale}/app.ftl"), format!("{translation}\n")),
    ];
    sample::check(&Memory::new(files.map(|(path, text)| (path, text.into_bytes()))))
}

#[test]
fn what_is_right_stays_unreported() {
    let mut told = String::new();
    for row in TABLE {
        let findings = check(row);
        if !findings.is_empty() {
            let _ = writeln!(told, "{}:\n{}", row.0, concise(&findings));
        }
    }
    assert!(told.is_empty(), "{told}");
}

/// A row that could not be reported would prove nothing.
#[test]
fn the_same_projects_are_looked_at() {
    for row in TABLE {
        let broken = Silent(row.0, row.1, row.2, "else = \u{FFFD}");
        assert!(!check(&broken).is_empty(), "{}", row.0);
    }
}
