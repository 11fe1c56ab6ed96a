//! Tables as spreadsheet programs exchange them (RFC 4180), whose every cell knows where it stands in
//! its file.
//!
//! What those programs make of a file is read as well: other separators, other ends of lines, UTF-16.
//! A cell that a program would take for a formula has a `'` before it, which is taken off when it is
//! read. What the columns mean is nobody's business here.

use crate::diagnostic::{Diagnostic, Place};
use crate::text::{BOM, Mapped, SourceText, Span, listed};

/// What findings about a table are called.
pub const RULE: &str = "unusable-sheet";

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`, as RFC 4180 has it.
    Comma,
    /// `;`, which programs expect where numbers are written with a comma.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// A table that was read.
#[derive(Debug)]
pub struct Sheet {
    /// The file.
    pub source: SourceText,
    /// The names of its columns, in small letters.
    names: Vec<String>,
    /// Its rows; those without any text are left out.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// As spreadsheet programs number them: the names of the columns are row 1.
    pub number: usize,
    cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text, which points back to the file. Its lines end in `\n`.
    pub text: Mapped,
    /// Where it stands, quotes included.
    pub span: Span,
}

impl Row {
    /// From its first cell to its last.
    pub fn span(&self) -> Span {
        let spans = self.cells.iter().map(|cell| cell.span);
        spans.reduce(Span::to).unwrap_or_default()
    }
}

impl Sheet {
    /// Reads a table that has all of these columns, whatever others it has and in whatever order.
    ///
    /// # Errors
    /// What makes it unusable.
    pub fn read(path: &str, bytes: &[u8], columns: &[&str]) -> Result<Self, Diagnostic> {
        let text = decoded(bytes).ok_or_else(|| {
            let finding = Diagnostic::new(RULE, Place::file(path), "neither UTF-8 nor UTF-16");
            finding.help("save it as `CSV UTF-8`")
        })?;
        let source = SourceText::new(path, text);
        let headers = Separator::ALL.map(|separator| Reader::new(&source.text, separator).row());
        let has = |cells: &Option<Vec<Cell>>, column: &str| {
            cells.iter().flatten().any(|cell| name(cell) == column)
        };
        let known = |cells: &Option<Vec<Cell>>| columns.iter().filter(|it| has(cells, it)).count();
        let best = (0..headers.len()).rev().max_by_key(|&index| known(&headers[index]));
        let best = best.unwrap_or_default();
        let missing: Vec<&str> =
            columns.iter().copied().filter(|column| !has(&headers[best], column)).collect();
        if !missing.is_empty() {
            let message = match missing.as_slice() {
                [only] => format!("the column `{only}` is missing"),
                several => format!("the columns {} are missing", listed(several)),
            };
            let finding = Diagnostic::new(RULE, Place::file(path), message);
            let help =
                "the first row names the columns, as `isogloss todo --format csv` wrote them";
            return Err(finding.help(help));
        }
        let mut reader = Reader::new(&source.text, Separator::ALL[best]);
        let names = reader.row().unwrap_or_default().iter().map(name).collect();
        let mut rows = Vec::new();
        let mut number = 1;
        while reader.at < source.text.len() {
            number += 1;
            let start = reader.at;
            let Some(cells) = reader.row() else {
                let quote = Span::new(start, source.text.len());
                let finding = Diagnostic::new(
                    RULE,
                    Place::new(&source, quote),
                    format!("row {number} has a `\"` that is never closed"),
                );
                return Err(finding);
            };
            if cells.iter().any(|cell| !cell.text.text.trim().is_empty()) {
                rows.push(Row { number, cells });
            }
        }
        Ok(Self { source, names, rows })
    }

    /// The cell of a row in a column; `None` if there is no such column, or the row ends before it.
    pub fn cell<'s>(&self, row: &'s Row, column: &str) -> Option<&'s Cell> {
        row.cells.get(self.names.iter().position(|name| name == column)?)
    }

    /// The first cell of a row that stands under no name and holds something.
    pub fn surplus<'s>(&self, row: &'s Row) -> Option<&'s Cell> {
        let beyond = row.cells.iter().skip(self.names.len());
        beyond.into_iter().find(|cell| !cell.text.text.is_empty())
    }

    /// Whether it has a column.
    pub fn has(&self, column: &str) -> bool {
        self.names.iter().any(|name| name == column)
    }
}

fn name(cell: &Cell) -> String {
    cell.text.text.trim().to_lowercase()
}

/// The text of a file in UTF-8, or in UTF-16 behind a byte order mark.
fn decoded(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return None };
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    String::from_utf16(&units).ok()
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    separator: char,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, separator: Separator) -> Self {
        let at = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        Self { text, at, separator: separator.sign() }
    }

    /// The cells up to the end of a row; `None` if a quote is never closed.
    fn row(&mut self) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell()?);
            let rest = &self.text[self.at..];
            if rest.starts_with(self.separator) {
                self.at += self.separator.len_utf8();
                continue;
            }
            self.at += match rest.as_bytes() {
                [b'\r', b'\n', ..] => 2,
                rest => rest.len().min(1),
            };
            return Some(cells);
        }
    }

    fn cell(&mut self) -> Option<Cell> {
        let start = self.at;
        let mut text = Mapped::default();
        if self.text[start..].starts_with('"') {
            self.at += 1;
            self.quoted(&mut text)?;
        }
        // All of a cell without quotes; behind the closing quote there should be nothing.
        let rest = &self.text[self.at..];
        let rest = &rest[..rest.find([self.separator, '\r', '\n']).unwrap_or(rest.len())];
        text.push(rest, self.at);
        self.at += rest.len();
        Some(Cell { text: unguarded(text), span: Span::new(start, self.at) })
    }

    /// Takes what stands in quotes, and the closing one.
    fn quoted(&mut self, text: &mut Mapped) -> Option<()> {
        loop {
            let close = self.at + self.text[self.at..].find('"')?;
            push_lines(text, &self.text[self.at..close], self.at);
            self.at = close + 1;
            if !self.text[self.at..].starts_with('"') {
                return Some(());
            }
            text.push("\"", close);
            self.at += 1;
        }
    }
}

/// Adds a stretch of the file with every end of a line as `\n`.
fn push_lines(text: &mut Mapped, stretch: &str, offset: usize) {
    let mut start = 0;
    for (end, _) in stretch.match_indices('\r') {
        text.push(&stretch[start..end], offset + start);
        start = end + 1;
        if !stretch[start..].starts_with('\n') {
            text.push("\n", offset + end);
        }
    }
    text.push(&stretch[start..], offset + start);
}

/// What makes a program take a cell for a formula, full width too, or pass over its first sign.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\n', '\r', '＝', '＋', '－', '＠'];

const GUARD: char = '\'';

/// Whether a text must not stand in a cell as it is, or looks as if it had been guarded already.
fn needs_guard(text: &str) -> bool {
    text.trim_start_matches(GUARD).starts_with(FORMULA)
}

fn unguarded(text: Mapped) -> Mapped {
    match text.text.starts_with(GUARD) && needs_guard(&text.text) {
        true => text.slice(GUARD.len_utf8()..text.text.len()),
        false => text,
    }
}

/// A table as bytes of UTF-8 behind a byte order mark, each row ending in CR LF. The first row holds
/// the names of the columns.
pub fn write(rows: impl IntoIterator<Item = Vec<String>>, separator: Separator) -> String {
    let mut out = String::from(BOM);
    for row in rows {
        for (index, text) in row.iter().enumerate() {
            if index > 0 {
                out.push(separator.sign());
            }
            push_cell(&mut out, text);
        }
        out.push_str("\r\n");
    }
    out
}

fn push_cell(out: &mut String, text: &str) {
    let is_special = |c: char| c == '"' || c.is_whitespace() || is_separator(c);
    let is_guarded = needs_guard(text);
    if !is_guarded && !text.contains(|c: char| c != ' ' && is_special(c)) && text.trim() == text {
        return out.push_str(text);
    }
    out.push('"');
    if is_guarded {
        out.push(GUARD);
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

fn is_separator(c: char) -> bool {
    Separator::ALL.iter().any(|separator| separator.sign() == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = Sheet::read("a.csv", bytes, &["a", "b"]).expect("a table");
        let of = |row: &Row| {
            let cells = ["a", "b"].map(|name| sheet.cell(row, name).cloned());
            cells.into_iter().flatten().map(|cell| cell.text.text).collect()
        };
        sheet.rows.iter().map(of).collect()
    }

    #[test]
    fn what_programs_make_of_a_table_is_read() {
        let expected = [["x, y", "say \"z\""], ["two\nlines", "é"]];
        let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(unit).collect()
        };
        let tabs = "\u{FEFF}a\tb\r\nx, y\t\"say \"\"z\"\"\"\r\n\"two\nlines\"\té\r\n";
        for bytes in [
            "a,b\n\"x, y\",\"say \"\"z\"\"\"\n\"two\nlines\",é".as_bytes(),
            "\u{FEFF}A; B \r\nx, y;say \"z\"\r\n;\r\n\r\n\"two\r\nlines\";é\r\n".as_bytes(),
            "b,c,\"a\"\r\"say \"\"z\"\"\",,\"x, y\"\ré,\"\",\"two\rlines\"\r".as_bytes(),
            &utf16(tabs, u16::to_le_bytes),
            &utf16(tabs, u16::to_be_bytes),
        ] {
            assert_eq!(cells(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_is_no_table_says_why() {
        for (bytes, expected) in [
            (&b"a,b\n\xE9,x\n"[..], "neither UTF-8 nor UTF-16"),
            (b"", "the columns `a` and `b` are missing"),
            (b"a;c\nx;y\n", "the column `b` is missing"),
            (b"a,b\nx,y\n\"x,y\n", "row 3 has a `\"` that is never closed"),
        ] {
            let finding = Sheet::read("a.csv", bytes, &["a", "b"]).expect_err("no table");
            assert_eq!(*finding.message, *expected);
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_each_reads_back() {
        let texts = [
            "=1+1",
            "-brand",
            "'-x",
            "''=",
            "@a",
            "\tb",
            "'quoted'",
            " a ",
            "a\"b;c,d\ne",
            "",
            "＝1",
        ];
        for separator in Separator::ALL {
            let rows = texts.map(|text| vec![text.to_owned(), "end".to_owned()]);
            let head = vec!["a".to_owned(), "b".to_owned()];
            let written = write([head].into_iter().chain(rows), separator);
            for line in written.lines() {
                let sign = line
                    .trim_start_matches(['"', BOM, separator.sign()])
                    .chars()
                    .next()
                    .unwrap_or('x');
                assert!(!FORMULA.contains(&sign), "{line}");
            }
            let read: Vec<String> =
                cells(written.as_bytes()).into_iter().map(|mut row| row.remove(0)).collect();
            assert_eq!(read, texts, "{written}");
        }
    }
}
