//! Behaviour that users would notice, in one binary.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it does not expect, and makes files to test with"
)]

#[cfg(unix)]
mod action;
mod adopt;
mod adopting;
mod build;
mod changes;
mod commands;
mod corpora;
mod damage;
mod import;
mod l10n_toml;
mod layers;
mod layouts;
mod mutations;
mod opening;
mod oracle;
mod pages;
mod plurals;
mod policy;
mod provenance;
mod renames;
mod rendering;
mod reports;
mod sample;
mod schemas;
mod silence;
mod sync;
mod todo;
