//! The rules of the trade: what there is, what it is worth, and what each channel leaves of it.
//!
//! Pure: no clock, no locale, no input or output, no floats. The modules are storeys: each knows only those above it
//! in this list (`tests/architecture.rs` keeps it so).
//!
//! 1. [`number`]: exact decimals, how they are read, in which unit, how they are shared out and grow over time.
//! 2. [`mod@reference`]: reference values with source, year and confidence; treatment charges; prices.
//! 3. [`term`]: the fields and choices that can be asked, and what stands in where nobody answered.
//! 4. [`channel`]: the registry of sales channels, as data.
//! 5. [`case`]: what somebody entered, word for word.
//! 6. [`engine`]: from there to inputs, the lot, the work behind it, and one ledger for each channel.
//! 7. [`compare`]: the channels beside one another, the verdict, and how sure it is.
//! 8. [`tools`]: the questions beside the comparison, each one function on the same case and engine.

pub mod case;
pub mod channel;
pub mod compare;
pub mod engine;
pub mod number;
pub mod reference;
pub mod term;
pub mod tools;

pub use case::{Case, ChannelTerms, Entry};
pub use compare::evaluate;
pub use compare::outcome::Outcome;
pub use number::exact::{Exact, Soles};
pub use term::field::Field;
