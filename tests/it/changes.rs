//! What kind of change an edit of a source text is.

use isogloss::change::{Change, Fingerprint, Language, Part, Piece, change, diff};
use isogloss::locale::Locale;
use isogloss::syntax;

fn language(code: &str) -> Language {
    Language::new(&Locale::parse(code).unwrap().tag)
}

/// Hands over a part that stands in a file, as the value of a message.
fn placed<T>(
    value: &str,
    is_markdown: bool,
    language: &Language,
    take: impl FnOnce(&Part<'_>) -> T,
) -> T {
    let start = if value.starts_with(' ') { "\n" } else { " " };
    let file = format!("# A comment\nid ={start}{value}\n");
    let resource = syntax::parse(&file);
    let pattern = resource.messages().next().and_then(|(_, message)| message.value.as_ref());
    take(&Part::new(&file, pattern.unwrap_or_else(|| panic!("{value}")), is_markdown, language))
}

/// The word for a change, or `same`. However the parts are come by, it is one word.
fn class(code: &str, is_markdown: bool, before: &str, after: &str) -> &'static str {
    let language = language(code);
    placed(before, is_markdown, &language, |old| {
        placed(after, is_markdown, &language, |new| {
            let (old_text, new_text) = (old.text(), new.text());
            let old_again = Part::remembered(&old_text, is_markdown, &language);
            let new_again = Part::remembered(&new_text, is_markdown, &language);
            assert_eq!(old.fingerprint(), old_again.fingerprint(), "{before}");
            assert_eq!(new.fingerprint(), new_again.fingerprint(), "{after}");
            let found = change(old, new);
            assert_eq!(change(&old_again, new), found, "{before}");
            assert_eq!(change(old, &new_again), found, "{after}");
            let heaviest = old.fingerprint().heaviest(new.fingerprint());
            match found {
                None => assert_eq!(heaviest, Change::Cosmetic, "{after}"),
                Some(Change::Wording) => assert_eq!(heaviest, Change::Rewrite, "{after}"),
                Some(found) => assert_eq!(heaviest, found, "{after}"),
            }
            found.map_or("same", Change::word)
        })
    })
}

/// Rows of language, before, after and the word expected.
fn check(is_markdown: bool, rows: &[(&str, &str, &str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(code, before, after, expected)| {
            let found = class(code, is_markdown, before, after);
            (found != *expected)
                .then(|| format!("{code}: {before:?} → {after:?} is {found}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn edits_of_texts_in_many_languages_are_classed() {
    check(
        false,
        &[
            // White space and punctuation that is a matter of typography.
            ("en", "Save the file", "Save the file", "same"),
            ("en", "Save  the file", "Save the file", "cosmetic"),
            ("en", "Don't worry", "Don’t worry", "cosmetic"),
            ("en", "Say \"hello\" to them", "Say “hello” to them", "cosmetic"),
            ("en", "Loading...", "Loading…", "cosmetic"),
            ("en", "Ready -- set - go", "Ready — set – go", "cosmetic"),
            ("en", "Page 10 of the book", "Page 10\u{A0}of the book", "cosmetic"),
            ("en", "    One long line of text", "    One long\n    line of text", "cosmetic"),
            ("fr", "Bonjour !", "Bonjour\u{202F}!", "cosmetic"),
            ("fr", "Il dit \"oui\" et part", "Il dit «\u{A0}oui\u{A0}» et part", "cosmetic"),
            ("de", "Er sagt \"ja\" und geht", "Er sagt „ja“ und geht", "cosmetic"),
            ("es", "¿Borrar el archivo?", "¿borrar el archivo?", "cosmetic"),
            ("he", "ארה\"ב", "ארה״ב", "cosmetic"),
            ("ja", "「はい」を選ぶ", "“はい”を選ぶ", "cosmetic"),
            ("ja", "ﾌｧｲﾙを開く", "ファイルを開く", "cosmetic"),
            ("zh", "请使用Firefox浏览器。", "请使用 Firefox 浏览器。", "cosmetic"),
            ("zh", "打开文件!", "打开文件！", "cosmetic"),
            ("zh", "    打开这个文件夹中的文件", "    打开这个文件夹\n    中的文件", "cosmetic"),
            ("ar", "مرحبا بكم", "مرحبـــا بكم", "cosmetic"),
            ("ar", "ﻣﺮﺣﺒﺎ", "مرحبا", "cosmetic"),
            ("vi", "Tiếng Việt", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "cosmetic"),
            ("hi", "फ़ाइल सहेजें।", "फ़ाइल सहेजें", "cosmetic"),
            ("en", "The file was saved", "The file was saved.", "cosmetic"),
            // The first letter of a sentence.
            ("en", "done. try again", "Done. Try again", "cosmetic"),
            ("tr", "İndir", "indir", "cosmetic"),
            ("tr", "Isı ayarı", "ısı ayarı", "cosmetic"),
            ("tr", "Isı ayarı", "isı ayarı", "wording"),
            ("nl", "IJsland kiezen", "ijsland kiezen", "cosmetic"),
            ("de", "Wir essen jetzt", "Wir Essen jetzt", "wording"),
            ("en", "Ask us now", "Ask US now", "wording"),
            ("en", "DELETE", "Delete", "wording"),
            // Words.
            ("en", "Recieve the mail", "Receive the mail", "wording"),
            ("en", "Recieve", "Receive", "wording"),
            ("en", "Delete this file", "Do not delete this file", "wording"),
            ("en", "You can share it", "You can't share it", "wording"),
            ("en", "Delete", "Remove", "rewrite"),
            ("en", "Delete file", "Remove file", "wording"),
            ("en", "The dog bites the man", "The man bites the dog", "wording"),
            ("en", "Sign up to get news", "Your account is ready", "rewrite"),
            ("en", "Save it?", "Save it.", "wording"),
            ("en", "Save", "Save…", "wording"),
            ("en", "Let's eat, grandma", "Let's eat grandma", "wording"),
            ("en", "The dogs' tails", "The dog's tails", "wording"),
            ("en", "A well known place", "A wellknown place", "wording"),
            ("fr", "Il a mangé", "Il a mange", "wording"),
            ("es", "Si, acepto", "Sí, acepto", "wording"),
            ("ru", "Удалить этот файл", "Не удалять этот файл", "wording"),
            ("ru", "Сохранить изменения", "Закрыть окно", "rewrite"),
            ("ar", "احذف الملف", "إحذف الملف", "wording"),
            ("ar", "علم", "عَلَم", "wording"),
            ("fa", "می خواهم بروم", "می‌خواهم بروم", "wording"),
            ("fa", "پرونده را ذخیره کن", "پرونده را پاک کن", "wording"),
            ("he", "לא לשמור את הקובץ", "לשמור את הקובץ", "wording"),
            ("hi", "फ़ाइल सहेजें", "फ़ाइल हटाएँ", "wording"),
            ("zh", "删除所选的文件", "不要删除所选的文件", "wording"),
            ("zh", "保存更改", "退出登录", "rewrite"),
            ("ja", "ファイルを保存する", "ファイルを保存しない", "wording"),
            ("ko", "파일을 저장합니다", "파일을 삭제합니다", "wording"),
            ("ko", "파일저장", "파일 저장", "wording"),
            ("th", "บันทึกไฟล์นี้ทันที", "ลบไฟล์นี้ทันที", "wording"),
            ("th", "บันทึกไฟล์", "ออกจากระบบ", "rewrite"),
            // Numbers, addresses and markup.
            ("en", "Up to 3 files", "Up to 5 files", "interface"),
            ("en", "About 1250 people", "About 1,250 people", "cosmetic"),
            ("de", "Etwa 1250 Menschen", "Etwa 1.250 Menschen", "cosmetic"),
            ("ar-EG", "حتى 12 ملفا", "حتى ١٢ ملفا", "cosmetic"),
            ("hi", "१२ फ़ाइलें", "१५ फ़ाइलें", "interface"),
            ("en", "1.2 million people", "1.2 billion people", "interface"),
            ("en", "Version 1.1", "Version 1.10", "wording"),
            ("en", "5 GB are left", "5GB are left", "cosmetic"),
            ("en", "It is -5 degrees", "It is 5 degrees", "wording"),
            ("en", "A board of 5'", "A board of 5\"", "wording"),
            ("en", "from 3 to 5", "from 5 to 3", "wording"),
            ("en", "See https://a.example/x.", "See https://a.example/y.", "interface"),
            ("en", "Write to a@b.example", "Write to c@b.example", "interface"),
            ("en", "<b>Now</b> or never", "<strong>Now</strong> or never", "interface"),
            ("en", "<A class='x' href=/y>Go</A>", "<a href=\"/y\" class=\"x\">Go</a>", "cosmetic"),
            ("en", "<a href=\"/y\">Go</a>", "<a href=\"/z\">Go</a>", "interface"),
            ("en", "<img alt=\"A cat\" src=x>", "<img alt=\"A dog\" src=x>", "wording"),
            ("en", "Hello <b>big</b> world", "Hello big <b>world</b>", "wording"),
            ("en", "Q&amp;A", "Q&A", "cosmetic"),
            ("en", "copy <from> <to>", "copy <source> <to>", "wording"),
            ("en", "Use --all", "Use -all", "wording"),
        ],
    );
}

#[test]
fn edits_of_fluent_are_classed() {
    let select = "{ $n ->\n    [one] { $n } file\n   *[other] { $n } files\n  } left";
    let dense = "{$n ->\n [one]   {$n}   file\n  *[other]\n   {$n} files\n} left";
    let shuffled = "{ $n ->\n   *[other] { $n } files\n    [one] { $n } file\n  } left";
    let more =
        "{ $n ->\n    [0] No file\n    [one] { $n } file\n   *[other] { $n } files\n  } left";
    let worded = "{ $n ->\n    [one] { $n } page\n   *[other] { $n } files\n  } left";
    let default = "{ $n ->\n   *[one] { $n } file\n    [other] { $n } files\n  } left";
    let other = "{ $m ->\n    [one] { $n } file\n   *[other] { $n } files\n  } left";
    let first = "{ $n ->\n    [1] One\n    [one] { $n }\n   *[other] { $n }\n  }";
    let second = "{ $n ->\n    [one] { $n }\n    [1] One\n   *[other] { $n }\n  }";
    let bracket = "{ $n ->\n    [one] one [sic] file\n   *[other] files *[all]\n  }";
    let bracketed = "{ $n ->\n    [one] one [sic] file\n   *[other] files *[none]\n  }";
    check(
        false,
        &[
            ("en", "Hello { $name }", "Hello {$name}", "cosmetic"),
            ("en", "Hello { $name }", "Hello { $user }", "interface"),
            ("en", "Hello { $name }", "Hello", "interface"),
            ("en", "{ $a } of { $b }", "{ $b } of { $a }", "wording"),
            ("en", "{ $name } and { $name }", "{ $name } and they", "wording"),
            ("en", "{ $first } { $last }", "{ $first }{ $last }", "wording"),
            ("en", "{ \"\" }Plain { \"text\" }", "Plain text", "cosmetic"),
            ("en", "A { \"\\u2014\" } b", "A — b", "cosmetic"),
            ("en", "{ \"{\" }x{ \"}\" } is code", "{ \"{x}\" } is code", "cosmetic"),
            ("en", "About { -brand }", "About { -vendor }", "interface"),
            ("en", "About { -brand() }", "About { -brand }", "cosmetic"),
            ("de", "Über { -marke(fall: \"a\") }", "Über { -marke(fall: \"b\") }", "interface"),
            ("en", "See { help.title }", "See { help }", "interface"),
            (
                "en",
                "{ NUMBER($n, style: \"percent\", minimumFractionDigits: 2) }",
                "{NUMBER($n,minimumFractionDigits:2,style:\"percent\")}",
                "cosmetic",
            ),
            ("en", "{ NUMBER($n) }", "{ NUMBER($n, style: \"percent\") }", "interface"),
            ("en", "<a href=\"{ $url }\">Go</a>", "<a href=\"{ $link }\">Go</a>", "interface"),
            ("en", select, dense, "cosmetic"),
            ("en", select, shuffled, "cosmetic"),
            ("en", select, more, "interface"),
            ("en", select, worded, "wording"),
            ("en", select, default, "interface"),
            ("en", select, other, "interface"),
            ("en", first, second, "interface"),
            ("en", bracket, bracketed, "wording"),
        ],
    );
}

#[test]
fn edits_of_markdown_are_classed() {
    check(
        true,
        &[
            (
                "en",
                "    One *long* paragraph of text",
                "    One _long_\n    paragraph of text",
                "cosmetic",
            ),
            ("en", "A **bold** word", "A __bold__ word", "cosmetic"),
            ("en", "A bold word", "A **bold** word", "wording"),
            ("en", "A \\* and R&amp;D", "A * and R&D", "cosmetic"),
            ("en", "[Here](/a \"Go\")", "[Here](</a> 'Go')", "cosmetic"),
            ("en", "[Here](/a)", "[Here](/b)", "interface"),
            ("en", "[Here](/a)", "Here", "interface"),
            ("en", "[Here](/a)", "[Back](/a)", "rewrite"),
            ("en", "[One](/a) or [two](/b)", "[One](/b) or [two](/a)", "wording"),
            ("en", "![A cat](cat.png)", "![A dog](cat.png)", "wording"),
            ("en", "![A cat](cat.png)", "![A cat](dog.png)", "interface"),
            ("en", "Type `ls -l` now", "Type `ls -L` now", "wording"),
            ("en", "Type `“x”` now", "Type `\"x\"` now", "wording"),
            ("en", "[{ $name }]({ $url })", "[{ $url }]({ $name })", "interface"),
            ("en", "    One\\\n    two", "    One\n    two", "wording"),
            ("fr", "**Attention** : n'ouvrez pas", "**Attention**\u{A0}: n’ouvrez pas", "cosmetic"),
            ("ar", "اقرأ [القصة](/ar/1)", "اقرأ [القصة](/ar/2)", "interface"),
            ("ja", "**重要**なお知らせ", "重要なお知らせ", "wording"),
            ("th", "อ่าน **เรื่อง** นี้", "อ่าน __เรื่อง__ นี้", "cosmetic"),
        ],
    );
}

#[test]
fn a_fingerprint_stays_what_it_is() {
    // What records hold: if this changes, `change::VERSION` has to grow.
    let english = language("en");
    let text = "Hello { $name }, see [3 stories](https://a.example) — now!";
    let fingerprint = Part::remembered(text, true, &english).fingerprint();
    insta::assert_snapshot!(fingerprint.to_string(), @"099342231dcca030-83abbbdeb6fbc366");
    assert_eq!(fingerprint.to_string().parse::<Fingerprint>(), Ok(fingerprint));
}

#[test]
fn punctuation_alone_changes_no_words() {
    let says = |before, after| {
        let english = language("en");
        let part = |text| Part::remembered(text, false, &english);
        isogloss::change::says_the_same_words(&part(before), &part(after))
    };
    assert!(says("Save it?", "Save it!"));
    assert!(says("Hello, { $name }", "Hello { $name }"));
    assert!(!says("Save it", "Save them"));
    assert!(!says("Hello { $name }", "Hello { $user }"));
}

/// What a text is made of, whole and broken.
const PIECES: [&str; 34] = [
    "word",
    "Words",
    " ",
    "  ",
    "\n",
    "\n\n",
    ".",
    "...",
    "…",
    "?",
    "'",
    "’",
    "\"",
    "“",
    "-",
    "--",
    "—",
    "{ $n }",
    "{$n}",
    "{",
    "}",
    "{ \"x\" }",
    "<b>",
    "</b>",
    "<a href='/x'>",
    "*",
    "**",
    "[x](/y)",
    "`",
    "5",
    "1,250",
    "中文",
    "ไทย",
    "\u{FFFC}e\u{301}\u{200B}\u{3}",
];

#[test]
fn a_long_text_of_any_piece_is_read_in_linear_time() {
    let english = language("en");
    let pairs = ["{ $n ->\n *[a] ", "[x](<", "<b a=", "**_", ". A", "http://a.b/ "];
    for piece in PIECES.iter().chain(&pairs) {
        let (before, after) = (piece.repeat(20_000), piece.repeat(20_001));
        for is_markdown in [false, true] {
            let old = Part::remembered(&before, is_markdown, &english);
            let new = Part::remembered(&after, is_markdown, &english);
            assert!(change(&old, &new).is_some(), "{piece}");
        }
        assert!(!diff(&before, &after, &english).is_empty(), "{piece}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_compared_with_any_other(
        before in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..20),
        after in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..20),
        is_markdown: bool,
    ) {
        let (before, after) = (before.concat(), after.concat());
        let english = language("en");
        let old = Part::remembered(&before, is_markdown, &english);
        let new = Part::remembered(&after, is_markdown, &english);
        assert_eq!(change(&old, &old), None);
        let found = change(&old, &new);
        assert_eq!(found.is_none(), before == after);
        let is_cosmetic = old.fingerprint() == new.fingerprint();
        assert_eq!(is_cosmetic, matches!(found, None | Some(Change::Cosmetic)));
        assert_eq!(change(&new, &old), found, "{before:?} {after:?}");
        let pieces = diff(&before, &after, &english);
        let side = |is_shown: fn(&Piece<'_>) -> bool| -> String {
            let shown = pieces.iter().filter(|piece| is_shown(piece)).map(|piece| match piece {
                Piece::Same(text) | Piece::Removed(text) | Piece::Added(text) => *text,
            });
            shown.collect()
        };
        assert_eq!(side(|piece| !matches!(piece, Piece::Removed(_))), after);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&side(|piece| !matches!(piece, Piece::Added(_)))), words(&before));
    }

    #[test]
    fn no_text_is_too_odd(before: String, after: String, is_markdown: bool) {
        let german = language("de");
        let old = Part::remembered(&before, is_markdown, &german);
        let new = Part::remembered(&after, is_markdown, &german);
        assert_eq!(change(&old, &old), None);
        assert_eq!(change(&old, &new).is_none(), before == after);
        diff(&before, &after, &german);
    }

    #[test]
    fn how_a_message_is_laid_out_never_matters(
        words in proptest::collection::vec("[a-zA-Zéß中ก]{1,6}", 1..12),
        breaks in proptest::collection::vec(0..4_usize, 12),
        indent in 1..8_usize,
        is_markdown: bool,
    ) {
        let flat = words.join(" ");
        let mut wrapped = String::new();
        for (word, kind) in words.iter().zip(&breaks) {
            wrapped.push_str(word);
            wrapped.push_str(["\n    ", "  ", "{ \" \" }", "\n\n\n    "][*kind]);
        }
        // A paragraph of its own starts a sentence, so its first letter is put in small letters.
        let (flat, wrapped) = (flat.to_lowercase(), wrapped.to_lowercase());
        let wrapped = format!("\n    {}", wrapped.trim_end());
        let class_of = |before: &str, after: &str| class("en", is_markdown, before, after);
        assert!(["same", "cosmetic"].contains(&class_of(&format!("    {flat}"), &wrapped)));
        let space = " ".repeat(indent);
        let select = |open: &str, space: &str| {
            format!("{{{open}$n{open} ->\n{space}[one]{open}{flat}\n{space}*[other] x {{{open}$n}} y\n}}")
        };
        let found = class_of(&select("", "    "), &select("  ", &space));
        assert!(["same", "cosmetic"].contains(&found), "{found}");
    }
}
