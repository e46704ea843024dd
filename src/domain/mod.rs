//! The rules of the trade: what a lot is worth, and what each channel leaves of it.
//!
//! Pure: no clock, no locale, no input or output, no floats. The modules are layers: each may use only those listed
//! before it (`tests/architecture.rs` checks this).
//!
//! 1. [`number`]: exact decimals, parsing, units, sharing out amounts, and money over time.
//! 2. [`mod@reference`]: reference values with source, year and confidence; treatment charges; prices.
//! 3. [`term`]: the fields and choices that can be asked, and what is used when nobody answered.
//! 4. [`channel`]: the registry of sales channels, as data.
//! 5. [`case`]: what a person entered, word for word.
//! 6. [`engine`]: turns a case into inputs, the lot, the work behind it, and one ledger per channel.
//! 7. [`compare`]: compares the channels, gives the verdict, and says how sure it is.
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
