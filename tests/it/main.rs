//! Behaviour that users would notice, in one binary.

mod layers;
mod sample;
mod sync;
