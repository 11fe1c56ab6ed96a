//! Path patterns: `*` within a name, `**` for any folders, `{locale}` for a locale's code.

use std::ops::Range;

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
    Locale,
}

/// Where a path matched a pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The stretch that `{locale}` took.
    pub locale: Option<Range<usize>>,
    /// The stretches that the wildcards took, in order.
    pub wildcards: Vec<Range<usize>>,
}

const LOCALE: &str = "{locale}";

impl Glob {
    /// Reads a pattern. Everything but the three wildcards stands for itself.
    pub fn new(pattern: &str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = pattern;
        while !rest.is_empty() {
            let (token, length) = if let Some(behind) = rest.strip_prefix("**") {
                (Token::Folders, if behind.starts_with('/') { 3 } else { 2 })
            } else if rest.starts_with('*') {
                (Token::Star, 1)
            } else if rest.starts_with(LOCALE) {
                (Token::Locale, LOCALE.len())
            } else {
                let special = [rest.find('*'), rest.find(LOCALE)].into_iter().flatten().min();
                let length = special.unwrap_or(rest.len());
                (Token::Literal(rest[..length].to_owned()), length)
            };
            tokens.push(token);
            rest = &rest[length..];
        }
        Self { pattern: pattern.to_owned(), tokens }
    }

    /// Whether the pattern has a place for a locale's code.
    pub fn has_locale(&self) -> bool {
        self.tokens.contains(&Token::Locale)
    }

    /// The folder that every matching path lies in, without a closing `/`; may be empty.
    pub fn folder(&self) -> &str {
        let fixed = match self.tokens.first() {
            Some(Token::Literal(literal)) if self.tokens.len() > 1 => literal.len(),
            Some(Token::Literal(literal)) => literal.len(),
            _ => 0,
        };
        self.pattern[..fixed].rfind('/').map_or("", |slash| &self.pattern[..slash])
    }

    /// Matches a whole path.
    pub fn matches(&self, path: &str) -> Option<Match> {
        let mut found = Match::default();
        matches_from(&self.tokens, path, 0, &mut found).then_some(found)
    }

    /// The path that stands for the same file with these wildcards and locale.
    pub fn fill(&self, wildcards: &[&str], locale: &str) -> String {
        let mut path = String::new();
        let mut wildcards = wildcards.iter();
        for token in &self.tokens {
            match token {
                Token::Literal(literal) => path.push_str(literal),
                Token::Locale => path.push_str(locale),
                Token::Star | Token::Folders => path.push_str(wildcards.next().unwrap_or(&"")),
            }
        }
        path
    }
}

fn matches_from(tokens: &[Token], path: &str, at: usize, found: &mut Match) -> bool {
    let Some((token, tokens)) = tokens.split_first() else { return at == path.len() };
    let rest = &path[at..];
    match token {
        Token::Literal(literal) => {
            rest.starts_with(literal.as_str())
                && matches_from(tokens, path, at + literal.len(), found)
        }
        Token::Folders => {
            let slashes = rest.match_indices('/').map(|(slash, _)| slash + 1);
            let ends_path = tokens.is_empty().then_some(rest.len());
            let ends = std::iter::once(0).chain(slashes).chain(ends_path);
            try_ends(ends, tokens, path, at, found)
        }
        Token::Star | Token::Locale => {
            let name = rest.find('/').unwrap_or(rest.len());
            let ends = (0..=name).filter(|&end| rest.is_char_boundary(end));
            match token {
                Token::Star => try_ends(ends, tokens, path, at, found),
                _ => ends.skip(1).any(|end| {
                    found.locale = Some(at..at + end);
                    matches_from(tokens, path, at + end, found)
                }),
            }
        }
    }
}

fn try_ends(
    ends: impl Iterator<Item = usize>,
    tokens: &[Token],
    path: &str,
    at: usize,
    found: &mut Match,
) -> bool {
    for end in ends {
        let kept = found.wildcards.len();
        found.wildcards.push(at..at + end);
        if matches_from(tokens, path, at + end, found) {
            return true;
        }
        found.wildcards.truncate(kept);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale<'p>(pattern: &str, path: &'p str) -> Option<&'p str> {
        let found = Glob::new(pattern).matches(path)?;
        Some(found.locale.map_or("", |range| &path[range]))
    }

    #[test]
    fn patterns_find_the_locale() {
        assert_eq!(locale("locales/{locale}/**/*.ftl", "locales/fr/a/b/c.ftl"), Some("fr"));
        assert_eq!(locale("locales/{locale}/**/*.ftl", "locales/fr/c.ftl"), Some("fr"));
        assert_eq!(locale("src/*/locales/{locale}.ftl", "src/ls/locales/es-ES.ftl"), Some("es-ES"));
        assert_eq!(locale("src/*/locales/{locale}.ftl", "src/ls/x/locales/es.ftl"), None);
        assert_eq!(locale("l10n/messages_{locale}.ftl", "l10n/messages_pt.ftl"), Some("pt"));
        assert_eq!(locale("stories/*.md", "stories/a.md"), Some(""));
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
