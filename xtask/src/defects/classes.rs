//! The classes of defects that are put into entries: a row each.

use isogloss::locale::plural::{Kind, category_named, keyword};
use isogloss::syntax::{Key, Variant};

use super::site::Site;

/// A class of defects.
pub(super) struct Class {
    pub(super) name: &'static str,
    /// Who makes it, and how.
    pub(super) how: &'static str,
    /// The rules of Isogloss that tell of it.
    pub(super) rules: &'static [&'static str],
    /// Whether it is put into terms, not into messages.
    pub(super) is_of_terms: bool,
    /// The entry with the defect, from its name on; `None` where it does not suit.
    pub(super) seed: fn(&Site) -> Option<String>,
}

const fn row(
    name: &'static str,
    how: &'static str,
    rules: &'static [&'static str],
    seed: fn(&Site) -> Option<String>,
) -> Class {
    Class { name, how, rules, is_of_terms: false, seed }
}

/// Classes that suit few entries come first.
pub(super) const CLASSES: &[Class] = &[
    // Variants.
    row(
        "number lost in a form",
        "`{ $n }` left out of a form that covers 1, 21, 31 …",
        &["number-lost-in-form", "missing-variable"],
        |site| {
            let (select, variable) = site.target.select()?;
            let is_of_many = |variant: &&Variant| {
                let category = category_named(site.target.key(variant))?;
                let plurals = site.plurals()?;
                let is_used = plurals.counts(Kind::Cardinal).contains(&category);
                let only = plurals.only_integer(Kind::Cardinal, category);
                (is_used && only.is_none() && !variant.is_default).then_some(())
            };
            let mut variants = select.variants.iter();
            let variant = variants.find(|variant| is_of_many(variant).is_some())?;
            without_variable(site, variant, variable)
        },
    ),
    row(
        "missing plural form",
        "a form that the source’s language does not have is left out",
        &["missing-plural-form"],
        |site| {
            let (select, _) = site.target.select()?;
            let plurals = site.plurals()?;
            let is_used = |variant: &&Variant| {
                let category = category_named(site.target.key(variant));
                !variant.is_default
                    && category.is_some_and(|c| plurals.counts(Kind::Cardinal).contains(&c))
            };
            let is_number = |variant: &Variant| matches!(variant.key, Key::Number(_));
            if select.variants.iter().any(is_number) {
                return None;
            }
            let variant = select.variants.iter().rev().find(is_used)?;
            Some(site.splice(site.target.variant(variant), ""))
        },
    ),
    row(
        "translated plural form",
        "`[one]` becomes `[uno]`",
        &["missing-plural-form", "unknown-variant"],
        |site| site.swap("[one]", "[uno]"),
    ),
    row(
        "impossible plural form",
        "a form copied from another language",
        &["impossible-plural-form"],
        |site| {
            let (select, _) = site.target.select()?;
            let default = select.default();
            category_named(site.target.key(default))?;
            let plurals = site.plurals()?;
            let categories = plurals.categories(Kind::Cardinal);
            let taken = |word: &str| {
                select.variants.iter().any(|variant| site.target.key(variant) == word)
                    || categories.iter().any(|category| keyword(*category) == word)
            };
            let word = ["two", "few", "many", "zero"].into_iter().find(|word| !taken(word))?;
            let text = &site.target.value[site.target.variant_text(default)];
            let at = site.target.variant(default).start;
            Some(site.splice(at..at, &format!("[{word}] {text}\n        ")))
        },
    ),
    row(
        "missing variable in one form",
        "`{ $n }` deleted in the default variant only",
        &["missing-variable", "number-lost-in-form"],
        |site| {
            let (select, variable) = site.target.select()?;
            let plurals = site.plurals()?;
            let category = category_named(site.target.key(select.default()))?;
            let is_used = plurals.counts(Kind::Cardinal).contains(&category);
            without_variable(site, select.default(), variable).filter(|_| is_used)
        },
    ),
    row(
        "duplicate variant",
        "a line of a choice is pasted twice",
        &["duplicate-variant"],
        |site| {
            let (select, _) = site.target.select()?;
            let first = select.variants.first().filter(|variant| !variant.is_default)?;
            let range = site.target.variant(first);
            let text = &site.target.value[range.clone()];
            Some(site.splice(range.start..range.start, &format!("{text}\n        ")))
        },
    ),
    row("choice without a default", "the `*` is deleted", &["syntax-error"], |site| {
        site.swap("*[", "[")
    }),
    row(
        "misspelt selector",
        "`{ $count ->` becomes `{ $conut ->`",
        &["unknown-variable"],
        |site| {
            let (_, variable) = site.target.select()?;
            site.swap(&format!("${variable}"), &format!("${}", misspelt(variable)?))
        },
    ),
    // What few texts have.
    row("French spacing", "an ordinary space before high punctuation", &["spacing"], |site| {
        let pairs = [("\u{a0}?", " ?"), ("\u{a0}!", " !"), ("\u{a0}:", " :"), ("\u{202f}?", " ?")];
        let rest = [("\u{202f}!", " !"), ("\u{a0};", " ;"), ("\u{a0}»", " »"), (" :", ":")];
        let mut swaps = pairs.into_iter().chain(rest);
        swaps.find_map(|(old, new)| site.swap(old, new)).filter(|_| site.locale == "fr")
    }),
    row("changed number", "a figure is mistyped", &["changed-number"], |site| {
        let numbers = site.source.figures();
        let figures = site.target.figures();
        let is_same =
            |(_, figure): &&(usize, &str)| numbers.iter().any(|(_, number)| number == figure);
        let (at, figure) = figures.iter().find(is_same)?;
        let other = figure.parse::<u64>().ok()? + 3;
        Some(site.splice(*at..at + figure.len(), &other.to_string()))
    }),
    row("unbalanced bracket", "a closing bracket is deleted", &["unbalanced-brackets"], |site| {
        let at =
            site.target.closing_bracket().filter(|_| site.source.closing_bracket().is_some())?;
        Some(site.splice(at..at + 1, ""))
    }),
    row(
        "lost dollar",
        "`{ $name }` becomes `{ name }`",
        &["undefined-reference", "missing-variable"],
        |site| {
            let (range, name) = site.target.shown().into_iter().next()?;
            Some(site.splice(range, &format!("{{ {name} }}")))
        },
    ),
    row("lost braces", "`{ $name }` becomes `$name`", &["missing-variable"], |site| {
        let (range, name) = site.target.shown().into_iter().next()?;
        Some(site.splice(range, &format!("${name}")))
    }),
    row(
        "misspelt variable",
        "two letters of the name swapped",
        &["unknown-variable", "missing-variable"],
        |site| {
            let (range, name) = site.target.shown().into_iter().next()?;
            Some(site.splice(range, &format!("{{ ${} }}", misspelt(name)?)))
        },
    ),
    row("missing variable", "a placeable is deleted with a word", &["missing-variable"], |site| {
        let (range, _) = site.target.shown().into_iter().next()?;
        Some(site.splice(range, "")).filter(|_| site.target.value.len() > 40)
    }),
    row(
        "hard-coded figure",
        "the example of the comment is typed for the variable",
        &["missing-variable", "hard-coded-figure"],
        |site| {
            let (range, _) = site.target.shown().into_iter().next()?;
            Some(site.splice(range, "5"))
        },
    ),
    row(
        "unknown function",
        "`{ $name }` becomes `{ CAPITALIZE($name) }`",
        &["unknown-function"],
        |site| {
            let (range, name) = site.target.shown().into_iter().next()?;
            Some(site.splice(range, &format!("{{ CAPITALIZE(${name}) }}")))
        },
    ),
    row("invalid option", "an option of `NUMBER` is misspelt", &["invalid-option"], |site| {
        let (range, name) = site.target.shown().into_iter().next()?;
        let call = format!("{{ NUMBER(${name}, minimumFractionDigit: 2) }}");
        Some(site.splice(range, &call))
    }),
    row("broken HTML", "a closing tag is deleted", &["broken-markup"], |site| {
        ["</a>", "</b>", "</strong>"].iter().find_map(|tag| site.swap(tag, ""))
    }),
    row("misspelt tag", "`</a>` becomes `<a>`", &["broken-markup"], |site| {
        ["a", "b", "strong"]
            .iter()
            .find_map(|tag| site.swap(&format!("</{tag}>"), &format!("<{tag}>")))
    }),
    row("changed tag", "`<b>` becomes `<i>`", &["changed-markup", "unsafe-markup"], |site| {
        let pairs = [("b>", "i>"), ("strong>", "em>"), ("p>", "div>")];
        let (old, new) = pairs.into_iter().find(|(old, _)| {
            site.target.value.contains(&format!("</{old}"))
                && !site.target.value.contains(&format!("-{old}"))
        })?;
        Some(
            site.with_value(
                &site
                    .target
                    .value
                    .replace(&format!("<{old}"), &format!("<{new}"))
                    .replace(&format!("</{old}"), &format!("</{new}")),
            ),
        )
    }),
    row("lost tags", "text pasted without its markup", &["changed-markup"], |site| {
        let tag = ["b", "strong", "p"].into_iter().find(|tag| {
            let close = format!("</{tag}>");
            site.target.value.contains(&close) && site.source.value.contains(&close)
        })?;
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        Some(site.with_value(&site.target.value.replace(&open, "").replace(&close, "")))
    }),
    row("changed link", "another host", &["changed-link"], |site| {
        site.swap("https://example.org/", "https://example.com/")
    }),
    row("changed e-mail address", "the name in it is translated", &["changed-email"], |site| {
        site.swap("help@example.org", "info@example.org")
    }),
    // Attributes and values.
    row("missing attribute", "a tool that knows values only", &["missing-attribute"], |site| {
        without_attribute(site, "title")
    }),
    row("obsolete attribute", "renamed in the source", &["obsolete-attribute"], |site| {
        let end = site.target.attribute("title")?.end;
        let whole = site.target.whole;
        Some(format!("{}\n    .placeholder = …{}", &whole[..end], &whole[end..]))
    }),
    row(
        "duplicate attribute",
        "both sides of a merge are kept",
        &["duplicate-attribute"],
        |site| {
            let range = site.target.attribute("title")?;
            let whole = site.target.whole;
            Some(format!("{}{}{}", &whole[..range.end], &whole[range.clone()], &whole[range.end..]))
        },
    ),
    row("missing value", "only the attribute is kept", &["missing-value"], |site| {
        site.target.attribute("title").map(|_| site.with_value(""))
    }),
    row(
        "obsolete value",
        "a text for a message that has attributes only",
        &["obsolete-value"],
        |site| {
            site.target.attribute("label")?;
            let is_bare = site.target.value.is_empty() && site.source.value.is_empty();
            let text = site.target.whole.replacen(" =", " = …", 1);
            is_bare.then_some(text)
        },
    ),
    // References.
    row("wrong reference", "another brand’s term is chosen", &["changed-reference"], |site| {
        let (range, term) = site.target.terms().into_iter().next()?;
        let other =
            if term == "brand-name-mozilla" { "brand-name-vpn" } else { "brand-name-mozilla" };
        let is_new = !site.target.value.contains(other) && !site.source.value.contains(other);
        is_new.then(|| site.splice(range, &format!("{{ -{other} }}")))
    }),
    row("dangling reference", "a term’s name is misspelt", &["undefined-reference"], |site| {
        let (range, term) = site.target.terms().into_iter().next()?;
        Some(site.splice(range, &format!("{{ -{} }}", misspelt(term)?)))
    }),
    row(
        "reference written out",
        "the brand is typed for its term",
        &["changed-reference", "hard-coded-term"],
        |site| {
            let mut terms = site.target.terms().into_iter();
            let (range, _) = terms.find(|(_, term)| *term == "brand-name-relay")?;
            Some(site.splice(range, "Relay"))
        },
    ),
    row("cyclic reference", "a message shows itself", &["cyclic-reference"], |site| {
        site.target.is_plain().then(|| site.append(&format!(" {{ {} }}", site.name)))
    }),
    Class {
        name: "variable in a term",
        how: "a message’s variable is used in a term, which nobody passes",
        rules: &["term-variable"],
        is_of_terms: true,
        seed: |site| site.target.is_plain().then(|| site.append(" { $owner }")),
    },
    // Syntax.
    row("unclosed brace", "`}` is deleted", &["syntax-error"], |site| {
        let is_short = !site.target.value.contains('\n');
        let at = site.target.value.rfind('}').filter(|_| is_short)?;
        Some(site.splice(at..at + 1, ""))
    }),
    row("lost equals sign", "`id = text` becomes `id: text`", &["syntax-error"], |site| {
        Some(site.target.whole.replacen(" =", ":", 1)).filter(|_| site.target.is_plain())
    }),
    row(
        "lost indentation",
        "an editor takes off the indentation of a second line",
        &["syntax-error"],
        |site| {
            let at = site.target.value.find("\n    ")?;
            let is_word = site.target.value[at..].trim_start().starts_with(char::is_alphabetic);
            let has_choice = site.target.value.contains("->");
            (is_word && !has_choice).then(|| site.splice(at + 1..at + 5, ""))
        },
    ),
    row(
        "conflict left in the file",
        "both sides of a git merge, with their marks",
        &["syntax-error"],
        |site| {
            let whole = site.target.whole;
            let other = site.with_value(site.source.value);
            site.target
                .is_plain()
                .then(|| format!("<<<<<<< HEAD\n{whole}\n=======\n{other}\n>>>>>>> translations"))
        },
    ),
    row(
        "curly quotes in code",
        "`{ \"…\" }` typed with curly quotes",
        &["syntax-error"],
        |site| site.target.is_plain().then(|| site.append(" { “ok” }")),
    ),
    // Messages.
    row("missing message", "not translated", &["missing-message"], |site| {
        site.target.is_plain().then(String::new)
    }),
    row("obsolete message", "an entry that the source dropped", &["obsolete-message"], |site| {
        let old = site.target.whole.replacen(" =", "-old =", 1);
        site.target.is_plain().then(|| format!("{}\n{old}", site.target.whole))
    }),
    row(
        "misspelt id",
        "an id is changed with the text",
        &["missing-message", "obsolete-message"],
        |site| {
            let id = misspelt(site.name)?;
            site.target.is_plain().then(|| site.target.whole.replacen(site.name, &id, 1))
        },
    ),
    row("duplicate message", "both sides of a merge are kept", &["duplicate-message"], |site| {
        let whole = site.target.whole;
        site.target.is_plain().then(|| format!("{whole}\n{whole}…"))
    }),
    row("empty translation", "`{ \"\" }` to make a tool quiet", &["empty-translation"], |site| {
        site.target.is_plain().then(|| site.with_value("{ \"\" }"))
    }),
    row("untranslated text", "the source is copied", &["identical-to-source"], |site| {
        let is_long = site.source.is_plain() && site.source.words(3).len() >= 5;
        let is_other = is_long && site.target.is_plain() && site.locale != "en-GB";
        is_other.then(|| site.with_value(site.source.value))
    }),
    row("unknown variable", "a variable of another message", &["unknown-variable"], |site| {
        site.target.is_plain().then(|| site.append(" { $account }"))
    }),
    row("unsafe markup", "a snippet is pasted from a page", &["unsafe-markup"], |site| {
        let snippet = " <img src=\"x\" onerror=\"load()\">";
        site.target.is_plain().then(|| site.append(snippet))
    }),
    // Writing.
    row("dropped full stop", "the last character is not copied", &["end-punctuation"], |site| {
        let ends = |text: &str| text.ends_with('.') && !text.ends_with("..");
        let is_sentence = ends(site.target.value) && ends(site.source.value);
        let at = site.target.value.len().checked_sub(1).filter(|_| is_sentence)?;
        Some(site.splice(at..at + 1, ""))
    }),
    row("doubled space", "typed twice", &["spacing"], |site| {
        let (at, word) = spaced_word(site, 3)?;
        Some(site.splice(at..at + word.len(), &format!("{word} ")))
    }),
    row("repeated word", "typed twice", &["repeated-word"], |site| {
        let (at, word) = spaced_word(site, 4).filter(|(_, word)| is_latin(word))?;
        let is_lower = word.chars().all(char::is_lowercase) && site.locale != "id";
        is_lower.then(|| site.splice(at..at, &format!("{word} ")))
    }),
    row("bidi control", "U+202E comes with copied text", &["bidi-control"], |site| {
        let (at, _) = *site.target.words(4).first()?;
        Some(site.splice(at..at, "\u{202e}"))
    }),
    row("zero-width space in a word", "comes with copied text", &["invisible-character"], |site| {
        let words = site.target.words(5);
        let (at, _) = *words.iter().find(|(_, word)| is_latin(word))?;
        Some(site.splice(at + 3..at + 3, "\u{200b}"))
    }),
    row("homoglyph", "a Cyrillic letter in a Latin word", &["wrong-script"], |site| {
        let words = site.target.words(5);
        let latin = words.iter().filter(|(_, word)| is_latin(word));
        let (at, letter) = latin
            .filter_map(|(at, word)| {
                let letter = word.find(['a', 'e', 'o'])?;
                Some((at + letter, word.as_bytes()[letter]))
            })
            .next()?;
        let other = match letter {
            b'a' => "а",
            b'e' => "е",
            _ => "о",
        };
        Some(site.splice(at..at + 1, other))
    }),
    row(
        "another language",
        "the Russian text in another locale’s file",
        &["wrong-script"],
        |site| {
            let russian = site.russian.filter(|text| text.chars().count() > 15)?;
            let is_other = site.target.is_plain() && !["ru", "uk", "sr"].contains(&site.locale);
            is_other.then(|| site.with_value(russian))
        },
    ),
    row("letters not composed", "typed on a system that decomposes", &["not-normalised"], |site| {
        accented(site, |letters| letters.decomposed)
    }),
    row("U+FFFD", "saved in an old encoding", &["replacement-character"], |site| {
        accented(site, |_| "\u{fffd}")
    }),
    row(
        "mojibake",
        "UTF-8 read as Latin-1: `Ã©`",
        &["replacement-character", "wrong-script"],
        |site| accented(site, |letters| letters.misread),
    ),
    row(
        "text cut off",
        "a tool cuts at 60 characters",
        &["length-outlier", "end-punctuation"],
        |site| {
            let (end, _) = site.target.value.char_indices().nth(60)?;
            let is_long = site.target.is_plain() && site.target.value.len() > 160;
            is_long.then(|| site.with_value(site.target.value[..end].trim_end()))
        },
    ),
];

/// A name with two letters swapped.
fn misspelt(name: &str) -> Option<String> {
    let mut bytes = name.as_bytes().to_vec();
    let at = (2..bytes.len()).rev().find(|&at| {
        bytes[at] != bytes[at - 1]
            && bytes[at].is_ascii_lowercase()
            && bytes[at - 1].is_ascii_lowercase()
    })?;
    bytes.swap(at, at - 1);
    String::from_utf8(bytes).ok()
}

/// The entry with a variant that does not show the variable.
fn without_variable(site: &Site, variant: &Variant, variable: &str) -> Option<String> {
    let range = site.target.variant_text(variant);
    let text = &site.target.value[range.clone()];
    let open = text.find(&format!("{{ ${variable} }}"))?;
    let end = open + variable.len() + "{ $ }".len();
    let rest = format!("{}{}", &text[..open], text[end..].trim_start());
    (!rest.trim().is_empty()).then(|| site.splice(range, &rest))
}

fn without_attribute(site: &Site, name: &str) -> Option<String> {
    let range = site.target.attribute(name)?;
    let whole = site.target.whole;
    Some(format!("{}{}", &whole[..range.start], &whole[range.end..]))
}

/// The first word of at least so many letters that a space and a letter follow.
fn spaced_word<'a>(site: &Site<'a>, least: usize) -> Option<(usize, &'a str)> {
    let is_followed = |(at, word): &(usize, &str)| {
        let rest = &site.target.value[at + word.len()..];
        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    site.target.words(least).into_iter().find(is_followed)
}

fn is_latin(word: &str) -> bool {
    word.is_ascii()
}

/// A letter with a mark, in two letters of Unicode, and as it looks when read as Latin-1.
struct Accented {
    letter: char,
    decomposed: &'static str,
    misread: &'static str,
}

const ACCENTED: [Accented; 8] = [
    Accented { letter: 'é', decomposed: "e\u{301}", misread: "Ã©" },
    Accented { letter: 'ü', decomposed: "u\u{308}", misread: "Ã¼" },
    Accented { letter: 'ö', decomposed: "o\u{308}", misread: "Ã¶" },
    Accented { letter: 'ä', decomposed: "a\u{308}", misread: "Ã¤" },
    Accented { letter: 'ó', decomposed: "o\u{301}", misread: "Ã³" },
    Accented { letter: 'ç', decomposed: "c\u{327}", misread: "Ã§" },
    Accented { letter: 'á', decomposed: "a\u{301}", misread: "Ã¡" },
    Accented { letter: 'å', decomposed: "a\u{30a}", misread: "Ã¥" },
];

/// The entry with something else for its first letter with a mark.
fn accented(site: &Site, other: fn(&Accented) -> &'static str) -> Option<String> {
    site.target.words(3).into_iter().find_map(|(at, word)| {
        let (place, letter) = word.char_indices().find(|(_, letter)| !letter.is_ascii())?;
        let letters = ACCENTED.iter().find(|accented| accented.letter == letter)?;
        let at = at + place;
        Some(site.splice(at..at + letter.len_utf8(), other(letters)))
    })
}

/// Why some defects of a class are missed.
pub(super) const MISSES: &[(&str, &str)] = &[
    (
        "missing variable",
        "the source shows the variable twice and one is left; Isogloss asks whether a variable is shown, \
         not how often, since languages repeat differently.",
    ),
    (
        "reference written out",
        "the term is still shown elsewhere in the text; Isogloss asks whether a name is shown, since \
         languages repeat names or use pronouns.",
    ),
    ("variable in a term", "no text shows the term, so no reader sees the variable."),
    (
        "dropped full stop",
        "the text now ends in a placeable or a tag, and what is shown there may end in a mark of its own.",
    ),
    (
        "repeated word",
        "Turkish doubles words on purpose (`hızlı hızlı`), so doubled ones are left alone.",
    ),
];
