//! Golden cases as data: the published vectors, and one case for each channel worked out by hand.

#[path = "golden/channels.rs"]
mod channels;
#[path = "golden/examples.rs"]
mod examples;
#[path = "golden/expect.rs"]
mod expect;
#[path = "golden/vectors.rs"]
mod vectors;
