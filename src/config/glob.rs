//! Path patterns: `*` within a name, `**` for any folders, `{locale}` for a locale's code, and
//! `{android_locale}` for the code as Android's resource folders have it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::locale::{from_android, to_android};

/// A pattern of paths relative to the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glob {
    /// As written.
    pub pattern: String,
    tokens: Vec<Token>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Literal(String),
    /// Any characters but `/`.
    Star,
    /// Any folders, none included; takes the `/` behind it.
    Folders,
    Locale(Spelling),
}

/// How a path spells a locale's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    AsWritten,
    Android,
}

impl Spelling {
    fn written(self, code: &str) -> Cow<'_, str> {
        match self {
            Self::AsWritten => Cow::Borrowed(code),
            // What stands for any locale in the name of a resource stays so.
            Self::Android if code == LOCALE => Cow::Borrowed(code),
            Self::Android => Cow::Owned(to_android(code)),
        }
    }

    fn read(self, code: &str) -> Cow<'_, str> {
        match self {
            Self::Android if code != LOCALE => Cow::Owned(from_android(code)),
            _ => Cow::Borrowed(code),
        }
    }
}

/// Where a path matched a pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The stretch that the first `{locale}` took; further ones are the same locale.
    locale: Option<(Range<usize>, Spelling)>,
    /// The stretches that the wildcards took, in order.
    pub wildcards: Vec<Range<usize>>,
}

impl Match {
    /// The code of the locale that the path belongs to.
    pub fn locale<'p>(&self, path: &'p str) -> Option<Cow<'p, str>> {
        let (range, spelling) = self.locale.as_ref()?;
        Some(spelling.read(&path[range.clone()]))
    }
}

/// What stands for a locale's code in a pattern, and in the names of resources.
pub(super) const LOCALE: &str = "{locale}";
const ANDROID_LOCALE: &str = "{android_locale}";

/// Wildcards that are simply tried. Behind them it is remembered what was tried in vain.
const FEW: usize = 2;

impl Glob {
    /// Reads a pattern. Everything but the wildcards stands for itself; two stars that are not a
    /// whole name are no more than one.
    pub fn new(pattern: &str) -> Self {
        let mut tokens = Vec::new();
        let mut literal = 0;
        let mut at = 0;
        while at < pattern.len() {
            let Some((token, length)) = wildcard(pattern, at) else {
                at += pattern[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            if literal < at {
                tokens.push(Token::Literal(pattern[literal..at].to_owned()));
            }
            tokens.push(token);
            at += length;
            literal = at;
        }
        if literal < at {
            tokens.push(Token::Literal(pattern[literal..].to_owned()));
        }
        Self { pattern: pattern.to_owned(), tokens }
    }

    /// Whether the pattern has a place for a locale's code.
    pub fn has_locale(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Locale(_)))
    }

    /// The kinds of its wildcards, in order: two patterns for the same files have the same.
    pub fn wildcards(&self) -> Vec<&'static str> {
        let kind = |token: &Token| match token {
            Token::Star => Some("*"),
            Token::Folders => Some("**"),
            Token::Literal(_) | Token::Locale(_) => None,
        };
        self.tokens.iter().filter_map(kind).collect()
    }

    /// The folder that every matching path lies in, without a closing `/`; may be empty.
    pub fn folder(&self) -> &str {
        let fixed = match self.tokens.first() {
            Some(Token::Literal(literal)) => literal.len(),
            _ => 0,
        };
        self.pattern[..fixed].rfind('/').map_or("", |slash| &self.pattern[..slash])
    }

    /// What stands before the first folder that is named after a locale, if no wildcard does:
    /// `locales/` of `locales/{locale}/*.ftl`.
    pub(super) fn before_locale(&self) -> Option<&str> {
        let before = match self.tokens.as_slice() {
            [Token::Locale(_), ..] => "",
            [Token::Literal(before), Token::Locale(_), ..] => before,
            _ => return None,
        };
        let is_folder = before.is_empty() || before.ends_with('/');
        let behind = match self.tokens.get(usize::from(!before.is_empty()) + 1)? {
            Token::Literal(behind) => behind.starts_with('/'),
            _ => false,
        };
        (is_folder && behind).then_some(before)
    }

    /// Matches a whole path.
    pub fn matches(&self, path: &str) -> Option<Match> {
        let mut attempt = Attempt { path, found: Match::default(), failed: HashSet::new() };
        attempt.matches(&self.tokens, 0).then_some(attempt.found)
    }

    /// Matches a whole path, or a folder above it.
    pub fn covers(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(slash, _)| slash);
        let pattern = self.without_slash();
        folders.chain([path.len()]).any(|end| pattern.matches(&path[..end]).is_some())
    }

    fn without_slash(&self) -> Cow<'_, Self> {
        match self.pattern.strip_suffix('/') {
            Some(pattern) => Cow::Owned(Self::new(pattern)),
            None => Cow::Borrowed(self),
        }
    }

    /// Whether it has the codes of locales as they are.
    pub fn writes_codes(&self) -> bool {
        let is_written = |token: &Token| !matches!(token, Token::Locale(Spelling::Android));
        self.tokens.iter().all(is_written)
    }

    /// The path that stands for the same file with these wildcards and locale.
    pub fn fill(&self, wildcards: &[&str], locale: &str) -> String {
        let length = wildcards.iter().map(|text| text.len()).sum::<usize>();
        let mut path = String::with_capacity(self.pattern.len() + length + locale.len());
        let mut wildcards = wildcards.iter();
        for token in &self.tokens {
            match token {
                Token::Literal(literal) => path.push_str(literal),
                Token::Locale(spelling) => path.push_str(&spelling.written(locale)),
                Token::Star | Token::Folders => path.push_str(wildcards.next().unwrap_or(&"")),
            }
        }
        path
    }
}

/// The wildcard that stands at `at`, and its length.
fn wildcard(pattern: &str, at: usize) -> Option<(Token, usize)> {
    let rest = &pattern[at..];
    if rest.starts_with(LOCALE) {
        return Some((Token::Locale(Spelling::AsWritten), LOCALE.len()));
    }
    if rest.starts_with(ANDROID_LOCALE) {
        return Some((Token::Locale(Spelling::Android), ANDROID_LOCALE.len()));
    }
    let stars = rest.len() - rest.trim_start_matches('*').len();
    let starts_name = at == 0 || pattern[..at].ends_with('/');
    match (stars, rest[stars..].chars().next()) {
        (0, _) => None,
        (2, Some('/')) if starts_name => Some((Token::Folders, 3)),
        (2, None) if starts_name => Some((Token::Folders, 2)),
        _ => Some((Token::Star, stars)),
    }
}

/// One path held against a pattern.
struct Attempt<'p> {
    path: &'p str,
    found: Match,
    /// The questions that had no answer: with many wildcards the same ones come up again and again.
    failed: HashSet<Question>,
}

/// How many tokens are left, at which offset, and which stretch is the locale.
type Question = (usize, usize, Option<(usize, usize)>);

impl Attempt<'_> {
    fn matches(&mut self, tokens: &[Token], at: usize) -> bool {
        let Some((token, tokens)) = tokens.split_first() else { return at == self.path.len() };
        let rest = &self.path[at..];
        match token {
            Token::Literal(literal) => {
                rest.starts_with(literal.as_str()) && self.matches(tokens, at + literal.len())
            }
            Token::Folders => {
                let slashes = rest.match_indices('/').map(|(slash, _)| slash + 1);
                let ends_path = tokens.is_empty().then_some(rest.len());
                let ends = std::iter::once(0).chain(slashes).chain(ends_path);
                self.matches_wildcard(ends, tokens, at)
            }
            Token::Star => self.matches_wildcard(ends_of_name(rest), tokens, at),
            Token::Locale(spelling) => match self.found.locale(self.path) {
                Some(code) => {
                    let code = spelling.written(&code).into_owned();
                    rest.starts_with(&code) && self.matches(tokens, at + code.len())
                }
                None => {
                    let is_match = ends_of_name(rest).skip(1).any(|end| {
                        self.found.locale = Some((at..at + end, *spelling));
                        self.matches(tokens, at + end)
                    });
                    if !is_match {
                        self.found.locale = None;
                    }
                    is_match
                }
            },
        }
    }

    fn matches_wildcard(
        &mut self,
        ends: impl Iterator<Item = usize>,
        tokens: &[Token],
        at: usize,
    ) -> bool {
        let kept = self.found.wildcards.len();
        for end in ends {
            let locale = self.found.locale.as_ref().map(|(range, _)| (range.start, range.end));
            let question = (tokens.len(), at + end, locale);
            if kept >= FEW && self.failed.contains(&question) {
                continue;
            }
            self.found.wildcards.push(at..at + end);
            if self.matches(tokens, at + end) {
                return true;
            }
            self.found.wildcards.truncate(kept);
            if kept >= FEW {
                self.failed.insert(question);
            }
        }
        false
    }
}

/// Every place up to the end of the name that `rest` begins with.
fn ends_of_name(rest: &str) -> impl Iterator<Item = usize> {
    let name = rest.find('/').unwrap_or(rest.len());
    (0..=name).filter(|&end| rest.is_char_boundary(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale<'p>(pattern: &str, path: &'p str) -> Option<Cow<'p, str>> {
        let found = Glob::new(pattern).matches(path)?;
        Some(found.locale(path).unwrap_or_default())
    }

    #[test]
    fn patterns_find_the_locale() {
        assert_eq!(
            locale("locales/{locale}/**/*.ftl", "locales/fr/a/b/c.ftl").as_deref(),
            Some("fr")
        );
        assert_eq!(locale("locales/{locale}/**/*.ftl", "locales/fr/c.ftl").as_deref(), Some("fr"));
        assert_eq!(
            locale("src/*/locales/{locale}.ftl", "src/ls/locales/es-ES.ftl").as_deref(),
            Some("es-ES")
        );
        assert_eq!(locale("src/*/locales/{locale}.ftl", "src/ls/x/locales/es.ftl"), None);
        assert_eq!(
            locale("l10n/messages_{locale}.ftl", "l10n/messages_pt.ftl").as_deref(),
            Some("pt")
        );
        assert_eq!(locale("stories/*.md", "stories/a.md").as_deref(), Some(""));
    }

    #[test]
    fn a_pattern_means_one_locale_wherever_it_names_it() {
        let pattern = "l10n/{locale}/app_{locale}.ftl";
        assert_eq!(locale(pattern, "l10n/pt_BR/app_pt_BR.ftl").as_deref(), Some("pt_BR"));
        assert_eq!(locale(pattern, "l10n/pt/app_fr.ftl"), None);
        let android = "{locale}/res/values-{android_locale}/a.ftl";
        assert_eq!(locale(android, "pt-BR/res/values-pt-rBR/a.ftl").as_deref(), Some("pt-BR"));
        assert_eq!(locale(android, "pt-BR/res/values-pt/a.ftl"), None);
        assert_eq!(locale("*/{locale}/x/{locale}.ftl", "a/b/x/c.ftl"), None);
    }

    #[test]
    fn two_stars_are_folders_only_where_they_are_a_whole_name() {
        assert_eq!(locale("a/**", "a/b/c.ftl").as_deref(), Some(""));
        assert_eq!(locale("a/b**.ftl", "a/bcd.ftl").as_deref(), Some(""));
        assert_eq!(locale("a/b**.ftl", "a/bc/d.ftl"), None);
        assert_eq!(Glob::new("a/**/b*.ftl").wildcards(), ["**", "*"]);
    }

    #[test]
    fn a_folder_covers_what_is_below_it() {
        for pattern in ["locales/fr", "locales/fr/", "locales/*", "locales/fr/**"] {
            assert!(Glob::new(pattern).covers("locales/fr/a/b.ftl"), "{pattern}");
        }
        assert!(!Glob::new("locales/f").covers("locales/fr/a.ftl"));
    }

    #[test]
    fn many_wildcards_are_no_riddle() {
        let pattern = format!("{{locale}}/{}{}b", "**/".repeat(30), "*a".repeat(30));
        let path = format!("en/{}{}", "a/".repeat(50), "a".repeat(200));
        assert_eq!(locale(&pattern, &path), None);
        assert_eq!(locale(&pattern, &format!("{path}b")).as_deref(), Some("en"));
    }

    #[test]
    fn a_match_can_be_filled_in_again() {
        let glob = Glob::new("src/*/locales/{locale}/**/*.ftl");
        let path = "src/ls/locales/fr/a/b/c.ftl";
        let found = glob.matches(path).expect("a match");
        let wildcards: Vec<&str> = found.wildcards.iter().map(|r| &path[r.clone()]).collect();
        assert_eq!(glob.fill(&wildcards, "de"), "src/ls/locales/de/a/b/c.ftl");
        assert_eq!(glob.folder(), "src");
    }
}
