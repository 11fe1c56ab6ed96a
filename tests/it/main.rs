//! Behaviour that users would notice, in one binary.

mod build;
mod corpora;
mod layers;
mod oracle;
mod plurals;
mod rendering;
mod sample;
