//! TOML with places: tables whose every key and value knows where it stands in its file, and a
//! reader that turns what it does not understand into problems instead of giving up.
//!
//! What the keys mean is the business of `config` and `content`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place};
use crate::text::{Mapped, SourceText, Span, listed, nearest};

pub use toml::value::Datetime;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// Quotes and brackets included.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string of any of TOML's four forms, unescaped.
    Text(Mapped),
    /// An integer or a float, as written but without `_`; empty exponents resolved.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A date, a time, or both.
    Datetime(Datetime),
    /// An array, or an array of tables.
    List(Vec<Node>),
    /// A table of any form.
    Table(Table),
}

impl Value {
    /// What it is, for people: `a number`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Boolean(_) => "true or false",
            Self::Datetime(_) => "a date",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// A table, its fields in file order.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The header or the braces.
    pub span: Span,
    /// In file order; a key stands once.
    pub fields: Vec<Field>,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub node: Node,
}

/// Something wrong with a file, before it is known which rule says so.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// Lower case, no full stop.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Another place in the same file.
    pub related: Option<(Span, String)>,
}

/// The problems of one file.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Adds a problem.
    pub fn push(&mut self, span: Span, message: impl Into<String>, help: Option<String>) {
        self.0.push(Problem { span, message: message.into(), help, related: None });
    }

    /// Adds a problem that another place in the same file explains.
    pub fn push_related(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: Option<String>,
        related: (Span, String),
    ) {
        let message = message.into();
        self.0.push(Problem { span, message, help, related: Some(related) });
    }

    /// The problems as findings of a rule.
    pub fn into_findings(self, rule: &'static str, source: &SourceText) -> Vec<Diagnostic> {
        let finding = |problem: Problem| {
            let place = Place::new(source, problem.span);
            let finding = Diagnostic::new(rule, place, problem.message).help_if(problem.help);
            match problem.related {
                Some((span, message)) => finding.relate(Place::new(source, span), message),
                None => finding,
            }
        };
        self.0.into_iter().map(finding).collect()
    }
}

/// Reads the TOML that stands at `span` of a file. What cannot be read is left out and a problem.
pub fn parse(source: &SourceText, span: Span, problems: &mut Problems) -> Table {
    let text = span.of(&source.text);
    let base = span.start as usize;
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut of_second_table = 0..0;
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let is_duplicate = error.message() == "duplicate key";
        if is_duplicate && of_second_table.contains(&at.start) {
            continue;
        }
        if is_duplicate && is_header(text, at.start) {
            of_second_table = at.end..next_header(text, at.end);
        }
        let message = error.message().lines().next().unwrap_or("invalid TOML").to_owned();
        problems.push(Span::new(base + at.start, base + at.end), message, None);
    }
    let reader = Toml { text, base };
    let mut root = reader.table(table.get_ref());
    root.span = Span::at(base);
    root
}

/// Whether a place stands in the header of a table.
fn is_header(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..at].trim_start().starts_with('[')
}

/// Where the next table begins. A table that is there twice has its keys twice too, which goes
/// without saying.
fn next_header(text: &str, from: usize) -> usize {
    let ends = memchr::memchr_iter(b'\n', &text.as_bytes()[from..]).map(|end| from + end + 1);
    let mut headers =
        ends.filter(|&start| text[start..].trim_start_matches([' ', '\t']).starts_with('['));
    headers.next().unwrap_or(text.len())
}

struct Toml<'s> {
    text: &'s str,
    base: usize,
}

impl Toml<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }

    fn table(&self, table: &DeTable<'_>) -> Table {
        let mut fields: Vec<Field> = table
            .iter()
            .map(|(key, value)| Field {
                key: key.get_ref().to_string(),
                key_span: self.span(key.span()),
                node: self.node(value),
            })
            .collect();
        fields.sort_by_key(|field| field.key_span);
        Table { span: Span::default(), fields }
    }

    fn node(&self, value: &Spanned<DeValue<'_>>) -> Node {
        let span = self.span(value.span());
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(self.string(text, value.span())),
            DeValue::Integer(integer) => Value::Number(integer_as_written(integer)),
            DeValue::Float(float) => Value::Number(float.as_str().to_owned()),
            DeValue::Boolean(boolean) => Value::Boolean(*boolean),
            DeValue::Datetime(datetime) => Value::Datetime(*datetime),
            DeValue::Array(array) => {
                Value::List(array.iter().map(|item| self.node(item)).collect())
            }
            DeValue::Table(table) => {
                let mut table = self.table(table);
                table.span = span;
                Value::Table(table)
            }
        };
        Node { span, value }
    }

    /// Finds every character of the value again in what stands between the quotes.
    fn string(&self, value: &str, range: std::ops::Range<usize>) -> Mapped {
        let raw = &self.text[range.clone()];
        let quote = raw.chars().next().unwrap_or('"');
        let quotes = if raw.starts_with(&quote.to_string().repeat(3)) { 3 } else { 1 };
        let mut at = quotes.min(raw.len());
        if quotes == 3 {
            at += raw[at..].len() - raw[at..].trim_start_matches('\r').len();
            at += usize::from(raw[at..].starts_with('\n'));
        }
        let start = |at: usize| self.base + range.start + at;
        if quote == '\'' || !raw.contains('\\') {
            return Mapped::new(value, start(at));
        }
        let mut mapped = Mapped::default();
        for c in value.chars() {
            at += line_continuation(&raw[at..]);
            mapped.push(c.encode_utf8(&mut [0; 4]), start(at));
            at += escape_length(&raw[at..]);
        }
        mapped
    }
}

fn integer_as_written(integer: &toml::de::DeInteger<'_>) -> String {
    match i128::from_str_radix(integer.as_str(), integer.radix()) {
        Ok(number) => number.to_string(),
        Err(_) => integer.as_str().to_owned(),
    }
}

/// The length of the escape or character that `raw` starts with.
fn escape_length(raw: &str) -> usize {
    let mut chars = raw.chars();
    match chars.next() {
        Some('\\') => match chars.next() {
            Some('x') => 4,
            Some('u') => 6,
            Some('U') => 10,
            Some(escaped) => 1 + escaped.len_utf8(),
            None => 1,
        },
        Some(c) => c.len_utf8(),
        None => 0,
    }
    .min(raw.len())
}

/// The length of a backslash at a line's end and the blanks behind it, which show nothing.
fn line_continuation(raw: &str) -> usize {
    let Some(rest) = raw.strip_prefix('\\') else { return 0 };
    let blanks = rest.len() - rest.trim_start().len();
    match rest[..blanks].contains('\n') {
        true => 1 + blanks + line_continuation(&rest[blanks..]),
        false => 0,
    }
}

/// Takes the fields of a table one by one, and reports those that nobody asked for.
pub struct Reader<'p> {
    table: Table,
    asked: Vec<String>,
    /// Keys that were reported as unknown.
    unknown: Vec<String>,
    /// Where problems go.
    pub problems: &'p mut Problems,
}

impl<'p> Reader<'p> {
    /// Starts with all fields.
    pub fn new(table: Table, problems: &'p mut Problems) -> Self {
        Self { table, asked: Vec::new(), unknown: Vec::new(), problems }
    }

    /// Starts with the fields that have one of these names. The others are reported as no keys of
    /// `what`, however the reading goes on.
    pub fn with_keys(
        mut table: Table,
        keys: &[&str],
        what: &str,
        problems: &'p mut Problems,
    ) -> Self {
        let is_known = |field: &Field| keys.contains(&field.key.as_str());
        let (known, unknown) = table.fields.into_iter().partition(is_known);
        table.fields = known;
        let unknown: Vec<Field> = unknown;
        for field in &unknown {
            let help = not_a_key(&field.key, keys);
            let message = format!("`{}` is not a key of {what}", field.key);
            problems.push(field.key_span, message, help);
        }
        let unknown = unknown.into_iter().map(|field| field.key).collect();
        Self { table, asked: Vec::new(), unknown, problems }
    }

    /// Where the table stands.
    pub fn span(&self) -> Span {
        self.table.span
    }

    /// Where the value of a field stands, without taking it.
    pub fn place_of(&self, key: &str) -> Option<Span> {
        let field = self.table.fields.iter().find(|field| field.key == key)?;
        Some(field.node.span)
    }

    /// Takes a field as it is.
    pub fn take(&mut self, key: &str) -> Option<Field> {
        self.asked.push(key.to_owned());
        let index = self.table.fields.iter().position(|field| field.key == key)?;
        Some(self.table.fields.remove(index))
    }

    /// Takes all fields that were not asked for yet.
    pub fn rest(&mut self) -> Vec<Field> {
        std::mem::take(&mut self.table.fields)
    }

    /// Whether a field that is unknown or was not asked for yet looks like this one.
    pub fn is_misspelt(&self, key: &str) -> bool {
        let left = self.table.fields.iter().map(|field| &field.key);
        nearest(key, left.chain(&self.unknown).map(String::as_str)).is_some()
    }

    /// Takes a text.
    pub fn text(&mut self, key: &str) -> Option<Mapped> {
        let field = self.take(key)?;
        match field.node.value {
            Value::Text(text) => Some(text),
            other => self.expected("a text in quotes", field.node.span, &other),
        }
    }

    /// Takes a text that must be one of a few words.
    pub fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text.text) {
            return Some(*meaning);
        }
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!("`{key}` cannot be `{}`", text.text);
        self.problems.push(text.span(), message, Some(format!("it is one of {}", listed(&names))));
        None
    }

    /// Takes `true` or `false`.
    pub fn boolean(&mut self, key: &str) -> Option<bool> {
        let field = self.take(key)?;
        match field.node.value {
            Value::Boolean(boolean) => Some(boolean),
            other => self.expected("`true` or `false`", field.node.span, &other),
        }
    }

    /// Takes a number between two bounds.
    pub fn number(&mut self, key: &str, range: std::ops::RangeInclusive<f64>) -> Option<f64> {
        let field = self.take(key)?;
        let Value::Number(number) = &field.node.value else {
            return self.expected("a number", field.node.span, &field.node.value);
        };
        let number = number.parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let message = format!("`{key}` must lie between {} and {}", range.start(), range.end());
            self.problems.push(field.node.span, message, None);
        }
        number
    }

    /// Takes a table.
    pub fn table(&mut self, key: &str) -> Option<Table> {
        let field = self.take(key)?;
        match field.node.value {
            Value::Table(table) => Some(table),
            other => self.expected("a table", field.node.span, &other),
        }
    }

    /// Takes a list; empty if absent.
    pub fn list(&mut self, key: &str) -> Vec<Node> {
        let Some(field) = self.take(key) else { return Vec::new() };
        match field.node.value {
            Value::List(list) => list,
            other => self.expected("a list", field.node.span, &other).unwrap_or_default(),
        }
    }

    /// Takes a list of texts; empty if absent.
    pub fn texts(&mut self, key: &str) -> Vec<Mapped> {
        let mut texts = Vec::new();
        for node in self.list(key) {
            match node.value {
                Value::Text(text) => texts.push(text),
                other => {
                    texts.extend(self.expected::<Mapped>("a text in quotes", node.span, &other));
                }
            }
        }
        texts
    }

    fn expected<T>(&mut self, what: &str, span: Span, found: &Value) -> Option<T> {
        self.problems.push(span, format!("expected {what}, found {}", found.kind()), None);
        None
    }

    /// Reports the fields that nobody asked for; `what` is what they are no field of.
    pub fn finish(mut self, what: &str) {
        for field in self.rest() {
            let message = format!("`{}` is not a key of {what}", field.key);
            let asked: Vec<&str> = self.asked.iter().map(String::as_str).collect();
            self.problems.push(field.key_span, message, not_a_key(&field.key, &asked));
        }
    }
}

/// What to do about a key that does not exist.
fn not_a_key(key: &str, keys: &[&str]) -> Option<String> {
    match nearest(key, keys.iter().copied()) {
        Some(meant) => Some(format!("did you mean `{meant}`?")),
        None if keys.is_empty() => None,
        None => Some(format!("its keys are {}", listed(keys))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Table, Problems) {
        let source = SourceText::new("a.toml", text);
        let mut problems = Problems::default();
        let table = parse(&source, Span::new(0, text.len()), &mut problems);
        (table, problems)
    }

    #[test]
    fn strings_point_back_to_the_file_through_escapes() {
        let text = "a = \"\"\"x\\u00E9 \\\n   y { $z\"\"\"\nb = '''\nline'''\n";
        let (table, problems) = read(text);
        assert!(problems.0.is_empty());
        let Value::Text(a) = &table.fields[0].node.value else { unreachable!() };
        assert_eq!(a.text, "xé y { $z");
        let brace = a.text.find('{').expect("a brace");
        assert_eq!(&text[a.offset(brace)..][..4], "{ $z");
        let Value::Text(b) = &table.fields[1].node.value else { unreachable!() };
        assert_eq!(&text[b.offset(0)..][..4], "line");
    }

    #[test]
    fn keys_nobody_asked_for_are_problems_with_a_guess() {
        let (table, mut problems) = read("suorce = \"en\"\n");
        let mut reader = Reader::new(table, &mut problems);
        reader.text("source");
        reader.finish("isogloss.toml");
        assert_eq!(problems.0[0].message, "`suorce` is not a key of isogloss.toml");
        assert_eq!(problems.0[0].help.as_deref(), Some("did you mean `source`?"));
    }

    #[test]
    fn a_table_that_is_there_twice_is_one_problem() {
        let twice = |text: &str| {
            let (_, problems) = read(text);
            problems.0.iter().map(|problem| problem.span.of(text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            twice("[a]\nx = 1\ny = 2\n[b]\n[a]\nx = 2\ny = 3\n[c]\nz = 1\nz = 2"),
            ["a", "z"]
        );
        assert_eq!(twice("a = 1\na = 2\n"), ["a"]);
    }

    #[test]
    fn broken_toml_is_a_problem_at_its_place() {
        let (_, problems) = read("a = \nb = 1\n");
        assert_eq!(problems.0.len(), 1);
    }
}
