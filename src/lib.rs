//! Isogloss, a compiler for multilingual content.
//!
//! It loads source-language content, checks Fluent translations of it in every locale, and emits
//! per-locale bundles. The modules stand in the order of the pipeline; a module imports only from
//! lines above its own (`tests/it/layers.rs` holds it to that).

pub mod align;
pub mod failure;
pub mod locale;
pub mod text;

pub mod diagnostic;
pub mod files;
pub mod format;
pub mod markup;
pub mod syntax;

pub mod change;
pub mod sheet;
pub mod table;

pub mod argument;
pub mod config;
pub mod limit;
pub mod record;

pub mod content;
pub mod layout;
pub mod usage;

pub mod project;

pub mod evaluate;
pub mod load;
pub mod provenance;

pub mod history;
pub mod resolve;

pub mod coverage;

pub mod check;

pub mod todo;

pub mod edit;
pub mod emit;
pub mod report;

pub mod git;
pub mod session;

pub mod cli;
