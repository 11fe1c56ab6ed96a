//! Behaviour that users would notice, in one binary.

mod build;
mod commands;
mod corpora;
mod damage;
mod layers;
mod oracle;
mod plurals;
mod rendering;
mod sample;
