//! Addresses of the web and of mail in a text, and whether two lead to the same place.
//!
//! Names of hosts without `https://` or `www.` are not taken for links: `relay.example` may be a
//! program.

use std::ops::Range;

use memchr::memmem;

use super::INSERTED;
use super::html::decoded;
use crate::locale::Locale;

/// An address where it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'t> {
    /// Without the punctuation behind it.
    pub range: Range<usize>,
    /// As it is written.
    pub address: &'t str,
}

/// The addresses of the web in a text: with `http`, `https`, `ftp` or `www.`, wherever they stand,
/// in attributes and in targets of Markdown too.
pub fn links(text: &str) -> impl Iterator<Item = Link<'_>> {
    let schemes = memmem::find_iter(text.as_bytes(), "://").filter_map(|at| {
        let letters = text[..at].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let is_web = |name: &&str| name.eq_ignore_ascii_case(&text[at - letters..at]);
        ["http", "https", "ftp"].iter().any(is_web).then_some(at - letters)
    });
    let bare = memmem::find_iter(text.as_bytes(), "www.").filter(|&at| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '.' | '@' | '-'))
    });
    schemes.filter_map(apart(text)).chain(bare.filter_map(apart(text)))
}

/// Takes the starts of addresses, in order, but for those that stand within another.
fn apart<'t>(text: &'t str) -> impl FnMut(usize) -> Option<Link<'t>> {
    let mut end = 0;
    move |start| {
        if start < end {
            return None;
        }
        end = start + length(&text[start..]);
        let address = trimmed(&text[start..end]);
        let is_named = |c: char| c == INSERTED || c.is_alphanumeric();
        let is_link = host_and_rest(address).0.contains(is_named);
        is_link.then(|| Link { range: start..start + address.len(), address })
    }
}

/// How long the address is that a text starts with. A bracket that was opened before it ends it.
fn length(text: &str) -> usize {
    let mut open = 0_usize;
    let ends = |c: char| match c {
        '(' => {
            open += 1;
            false
        }
        ')' if open == 0 => true,
        ')' => {
            open -= 1;
            false
        }
        _ => !is_of_address(c),
    };
    text.find(ends).unwrap_or(text.len())
}

/// What RFC 3986 allows in an address, but for brackets and `'`; letters of other scripts, as
/// readers see them in IRIs (RFC 3987); and what a program puts in.
fn is_of_address(c: char) -> bool {
    match c {
        '-' | '.' | '_' | '~' | ':' | '/' | '?' | '#' | '@' | '!' | '$' | '&' | '(' | ')' | '*'
        | '+' | ',' | ';' | '=' | '%' | INSERTED => true,
        _ => c.is_alphanumeric(),
    }
}

/// Without the punctuation of the sentence that an address stands in.
fn trimmed(address: &str) -> &str {
    let entities = ["&quot;", "&nbsp;", "&lt;", "&gt;", "&apos;"];
    let end = entities.iter().filter_map(|entity| address.find(entity)).min();
    let address = &address[..end.unwrap_or(address.len())];
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~', '('])
}

/// The addresses of mail in a text. One that a program completes is none.
pub fn emails(text: &str) -> impl Iterator<Item = Link<'_>> {
    memchr::memchr_iter(b'@', text.as_bytes()).filter_map(|at| {
        let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
        let is_domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
        let local = text[..at].bytes().rev().take_while(is_local).count();
        let length = text[at + 1..].bytes().take_while(is_domain).count();
        let domain = text[at + 1..at + 1 + length].trim_end_matches(['.', '-']);
        let (before, behind) = (&text[..at - local], &text[at + 1 + length..]);
        let is_completed = before.ends_with(INSERTED) || behind.starts_with(INSERTED);
        if local == 0 || is_completed || is_within_link(before) {
            return None;
        }
        // Hungarian writes `info@example.org-ra`.
        let (name, last) = domain.rsplit_once('.')?;
        let is_coded = last.starts_with("xn--");
        let last = if is_coded { last } else { last.split('-').next()? };
        let is_top = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
        let range = at - local..at + 1 + name.len() + 1 + last.len();
        (is_top || is_coded).then(|| Link { range: range.clone(), address: &text[range] })
    })
}

/// Whether what stands before an `@` is the start of an address of the web.
fn is_within_link(before: &str) -> bool {
    let word = &before.as_bytes()[before.len().saturating_sub(LONG_LINK)..];
    let start = word.iter().rposition(u8::is_ascii_whitespace).unwrap_or(0);
    memmem::find(&word[start..], b"//").is_some()
}

/// The start of an address is not looked for further back than this.
const LONG_LINK: usize = 200;

/// The scheme of an address that runs code or is a document by itself, however it is written:
/// browsers read entities, and pass over line breaks, tabs and the case of letters.
pub fn dangerous_scheme(address: &str) -> Option<&'static str> {
    let address = decoded(address);
    let address = address.trim_start_matches(|c: char| c <= ' ');
    let plain = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let start: String = plain.take(LONGEST).collect::<String>().to_ascii_lowercase();
    let (scheme, rest) = start.split_once(':')?;
    let is_picture = PICTURES.iter().any(|kind| rest.starts_with(kind));
    let is_dangerous = |name: &&&str| **name == scheme && !(scheme == "data" && is_picture);
    ["javascript", "vbscript", "data"].iter().find(is_dangerous).copied()
}

/// Long enough for the longest scheme and kind of picture.
const LONGEST: usize = 20;

/// Pictures that hold no code of their own.
const PICTURES: [&str; 5] = ["image/png", "image/gif", "image/jpeg", "image/webp", "image/avif"];

/// Whether two addresses lead to the same place, or to the same site in another language, which is
/// that of a translation.
pub fn lead_alike(source: &str, translation: &str, language: &str) -> bool {
    if source == translation || is_inflected(source, translation) {
        return true;
    }
    let (from, from_language) = Address::new(source, language);
    let (to, to_language) = Address::new(translation, language);
    // Pages of a language may be named in it: /en/about and /fr/a-propos.
    let is_localised = match (&from_language, &to_language) {
        (Some(from), Some(to)) => from != to,
        (None, Some(to)) => to == language,
        _ => false,
    };
    from == to || (from.host == to.host && is_localised)
}

/// Whether a translation is an address with an ending of its language: `https://a.example-ra`.
fn is_inflected(source: &str, translation: &str) -> bool {
    let Some(ending) = translation.strip_prefix(source) else { return false };
    match ending.chars().next() {
        Some('-' | ':') => {
            let letters = &ending[1..];
            (1..=6).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic())
        }
        Some(c) => !c.is_ascii() && c != INSERTED,
        None => true,
    }
}

/// An address without what does not matter: `http` or `https`, `www.`, a slash at the end, how
/// letters are encoded; and without what says its language.
#[derive(Debug, PartialEq, Eq)]
struct Address {
    host: String,
    path: Vec<String>,
    query: Vec<String>,
    fragment: String,
}

impl Address {
    /// Takes an address apart; also gives the language it names.
    fn new(address: &str, language: &str) -> (Self, Option<String>) {
        let address = decoded(address);
        let (host, rest) = host_and_rest(&address);
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut named = None;
        let host = host_without_language(host, language, &mut named);
        let path = path_without_language(path, language, &mut named);
        let mut query: Vec<String> =
            query.split('&').filter(|pair| !pair.is_empty()).map(unescaped).collect();
        query.retain(|pair| {
            let word = pair.split_once('=').map(|(_, word)| word);
            let word = word.filter(|word| is_language(word, language));
            named = named.take().or(word.map(str::to_owned));
            word.is_none()
        });
        let address = Self { host, path, query, fragment: unescaped(fragment) };
        (address, named.map(|code| primary(&code)))
    }
}

/// The host of an address, and what stands behind it.
fn host_and_rest(address: &str) -> (&str, &str) {
    let address = address.split_once("://").map_or(address, |(_, address)| address);
    address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()))
}

fn host_without_language(host: &str, language: &str, named: &mut Option<String>) -> String {
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    match host.split_once('.') {
        Some((first, site)) if site.contains('.') && is_language(first, language) => {
            *named = Some(first.to_owned());
            site.to_owned()
        }
        _ => host.to_owned(),
    }
}

fn path_without_language(path: &str, language: &str, named: &mut Option<String>) -> Vec<String> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let mut path: Vec<String> = segments.map(unescaped).collect();
    if let Some(at) = path.iter().position(|segment| is_language(segment, language)) {
        *named = Some(path.remove(at));
    }
    if let Some(name) = path.last_mut()
        && let Some((rest, word)) = name_without_language(name, language)
    {
        *name = rest;
        *named = Some(word);
    }
    path
}

/// `report.pdf` and `EN` of `report_EN.pdf`, and the same of `report.en.html`.
fn name_without_language(name: &str, language: &str) -> Option<(String, String)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (stem, word) = stem.rsplit_once(['.', '-', '_'])?;
    is_language(word, language).then(|| (format!("{stem}.{extension}"), word.to_owned()))
}

/// Whether a word is the code of a language, as sites put it into addresses. Words of three letters
/// are only taken for the language that is expected: `new` is Newari, `cat` Catalan.
fn is_language(word: &str, expected: &str) -> bool {
    let first = word.split(['-', '_']).next().unwrap_or_default();
    let is_code = match first.len() {
        2 => first.bytes().all(|byte| byte.is_ascii_alphabetic()),
        _ => first.eq_ignore_ascii_case(expected),
    };
    is_code && word.len() <= LONGEST_CODE && Locale::parse(&word.replace('_', "-")).is_some()
}

/// Longer codes than `zh-Hant-TW` are not seen in addresses.
const LONGEST_CODE: usize = 12;

/// `fr` of `fr-CA`.
fn primary(code: &str) -> String {
    code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// A stretch of an address with its `%C3%A9` read.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digit = |at: usize| char::from(*behind.get(at)?).to_digit(16);
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &behind[2..];
            }
            _ => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).map(|link| link.address).collect()
    }

    #[test]
    fn an_address_ends_before_the_punctuation_of_its_sentence() {
        assert_eq!(found("See https://a.example/b(c)."), ["https://a.example/b(c)"]);
        let two = ["https://a.example/", "www.b.example"];
        assert_eq!(found("(https://a.example/), www.b.example!"), two);
        assert_eq!(found("请看https://a.example/b。谢谢"), ["https://a.example/b"]);
        let tag = r#"<a href="http://a.example/?x=1&amp;y=2">"#;
        assert_eq!(found(tag), ["http://a.example/?x=1&amp;y=2"]);
        let two = ["https://a.example/\u{FFFC}", "https://b.example"];
        assert_eq!(found("[x](https://a.example/\u{FFFC}) {https://b.example}"), two);
        assert_eq!(found("http:// chrome://x wwwx"), [""; 0]);
    }

    #[test]
    fn mail_is_found_where_it_is_whole() {
        let found = |text| emails(text).map(|link| link.address).collect::<Vec<_>>();
        let two = ["a.b@c.example", "d@e.example"];
        assert_eq!(found("mailto:a.b@c.example, <d@e.example>."), two);
        let two = ["info@a.example", "info@a.example"];
        assert_eq!(found("请写信至info@a.example。 info@a.example-ra"), two);
        let none = "shop@you.\u{FFFC} \u{FFFC}@a.example @name a@b https://x@y.example";
        assert_eq!(found(none), [""; 0]);
    }

    #[test]
    fn code_is_seen_however_it_is_written() {
        for address in [
            "javascript:alert(1)",
            "  JaVaScRiPt:",
            "java\nscript:x",
            "&#106;ava&Tab;script&colon;x",
            "\u{1}vbscript:x",
            "data:text/html,x",
            "data:image/svg+xml,x",
        ] {
            assert!(dangerous_scheme(address).is_some(), "{address}");
        }
        for address in ["https://a.example", "/javascript:", "data:image/png;base64,x", "mailto:a"]
        {
            assert_eq!(dangerous_scheme(address), None, "{address}");
        }
    }

    #[test]
    fn the_same_site_in_another_language_is_the_same() {
        let alike = |one, two| lead_alike(one, two, "fr");
        let site = "https://a.example/en/about";
        assert!(alike(site, "http://www.a.example/fr/about/"));
        assert!(alike(site, "https://a.example/about"));
        assert!(alike(site, "https://a.example/fr/a-propos"));
        assert!(!alike(site, "https://b.example/fr/about"));
        assert!(!alike(site, "https://a.example/en/contact"));
        assert!(alike("https://en.wiki.example/X", "https://fr.wiki.example/%C3%89"));
        assert!(alike("https://a.example/?hl=en_US&b=1", "https://a.example/?hl=fr&b=1"));
        assert!(alike("https://a.example/r_EN.pdf", "https://a.example/r_FR.pdf"));
        assert!(alike("https://a.example/é", "https://a.example/%C3%A9"));
        assert!(!alike("https://a.example/", "https://a.example.evil/"));
        assert!(!alike("https://a.example/new/x", "https://a.example/old/x"));
    }

    #[test]
    fn an_ending_of_the_language_changes_nothing() {
        assert!(lead_alike("https://a.example", "https://a.example에서", "ko"));
        assert!(lead_alike("https://a.example", "https://a.example-ra", "hu"));
        assert!(!lead_alike("https://a.example", "https://a.example-evil.example", "hu"));
    }
}
