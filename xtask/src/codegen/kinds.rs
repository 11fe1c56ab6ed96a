//! Makes the table of the kinds of characters from what the library says of each of them.

use std::fmt::Write as _;
use std::process::Command;

use isogloss::locale::written::Features;

use crate::{Outcome, run};

const TABLE: &str = "src/locale/written/kinds.rs";
/// So many characters are looked up together.
const BLOCK: usize = 64;

/// Writes the table of the Basic Multilingual Plane.
pub(super) fn table() -> Outcome {
    let (mut kinds, mut blocks, mut starts) = (Vec::new(), Vec::new(), Vec::new());
    let codes: Vec<u32> = (0..0x1_0000).collect();
    for block in codes.chunks(BLOCK) {
        // A surrogate is no character.
        let features = block.iter().map(|&code| char::from_u32(code).map_or(0, bits));
        let row: Vec<usize> = features.map(|bits| index(&mut kinds, bits)).collect();
        starts.push(index(&mut blocks, row));
    }
    let mut table = "//! Kinds of characters by block, made by `cargo xtask codegen` of what Unicode says of them. Not\n\
         //! edited by hand.\n"
        .to_owned();
    let kinds: Vec<String> = kinds.iter().map(|bits| format!("{bits:#x}")).collect();
    list(&mut table, "The kinds that characters are of together.", "KINDS", "u64", &kinds);
    let blocks: Vec<String> = blocks.iter().map(|row| format!("{row:?}")).collect();
    let name = format!("[u8; {BLOCK}]");
    list(&mut table, "Blocks of characters: indexes of `KINDS`.", "BLOCKS", &name, &blocks);
    let starts: Vec<String> = starts.iter().map(usize::to_string).collect();
    list(&mut table, "Each block of the plane: indexes of `BLOCKS`.", "STARTS", "u16", &starts);
    std::fs::write(TABLE, table).map_err(|error| error.to_string())?;
    run(Command::new("rustfmt").args(["--edition", "2024", TABLE]))
}

fn bits(c: char) -> u64 {
    Features::by_unicode(c).bits()
}

fn index<T: PartialEq>(known: &mut Vec<T>, one: T) -> usize {
    known.iter().position(|known| *known == one).unwrap_or_else(|| {
        known.push(one);
        known.len() - 1
    })
}

fn list(table: &mut String, summary: &str, name: &str, kind: &str, rows: &[String]) {
    let _ = write!(
        table,
        "\n/// {summary}\npub(super) static {name}: [{kind}; {}] = [{}];\n",
        rows.len(),
        rows.join(",")
    );
}
