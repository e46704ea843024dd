//! A case: what a person entered, word for word, with nothing calculated yet.

mod choices;
mod entered_case;
mod entry;
mod parts;
mod place;
mod priced;
pub mod terms;
mod tool_entries;

pub use choices::{Alloy, Column, Grace, Kind, Method, Per, PurityBy, Schedule, Sharing, StatementKind, StepId, WayId};
pub use entered_case::{Case, ChannelTerms};
pub use entry::{Entries, Entry};
pub use parts::{
    Association, Item, Jewelry, Loan, Member, PortionTerms, PurityTest, SplitSale, Statement, StepTerms, WayTerms,
};
pub use place::Place;
pub use priced::PricedCase;
pub use tool_entries::ToolEntries;
