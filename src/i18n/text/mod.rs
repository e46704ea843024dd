//! What every language has to say: a language without one of these does not compile.
//!
//! Each part of the page has a struct of its own here, and a file of the same name in each language.

mod arrivals;
mod association;
mod boot;
mod common;
mod compare;
mod copper;
mod credit;
mod done;
mod door;
mod doors;
mod field;
mod figures;
mod formal;
mod fund;
mod gate;
mod have;
mod header;
mod jewelry;
mod keep;
mod ledger;
mod list;
mod market;
mod mix;
mod names;
mod notice;
mod paper;
mod payments;
mod plant;
mod price;
mod process;
mod purity;
mod purses;
mod questions;
mod rail;
mod range;
mod slip;
mod source;
mod start;
mod sure;
mod verdict;
mod work;

pub use arrivals::Arrivals;
pub use association::Association;
pub use boot::Boot;
pub use common::Common;
pub use compare::Compare;
pub use copper::Copper;
pub use credit::Credit;
pub use done::Done;
pub use door::Door;
pub use doors::Doors;
pub use field::Field;
pub use figures::Figures;
pub use formal::Formal;
pub use fund::Fund;
pub use gate::Gate;
pub use have::Have;
pub use header::Header;
pub use jewelry::Jewelry;
pub use keep::Keep;
pub use ledger::Ledger;
pub use list::List;
pub use market::Market;
pub use mix::Mix;
pub use names::Names;
pub use notice::Notice;
pub use paper::Paper;
pub use payments::Payments;
pub use plant::Plant;
pub use price::Price;
pub use process::Process;
pub use purity::Purity;
pub use purses::Purses;
pub use questions::Questions;
pub use rail::Rail;
pub use range::Range;
pub use slip::Slip;
pub use source::Source;
pub use start::Start;
pub use sure::Sure;
pub use verdict::Verdict;
pub use work::Work;

use super::{Form, Message, Plural};

/// The words of one language.
pub struct Text {
    /// The form that a number takes, as it is shown.
    pub plural_form: fn(&str) -> Form,
    pub names: Names,
    pub figures: Figures,
    pub header: Header,
    pub market: Market,
    pub rail: Rail,
    pub common: Common,
    pub start: Start,
    pub field: Field,
    pub source: Source,
    pub range: Range,
    pub have: Have,
    pub work: Work,
    pub doors: Doors,
    pub verdict: Verdict,
    pub door: Door,
    pub plant: Plant,
    pub purses: Purses,
    pub ledger: Ledger,
    pub compare: Compare,
    pub arrivals: Arrivals,
    pub questions: Questions,
    pub slip: Slip,
    pub process: Process,
    pub credit: Credit,
    pub formal: Formal,
    pub association: Association,
    pub list: List,
    pub payments: Payments,
    pub fund: Fund,
    pub jewelry: Jewelry,
    pub copper: Copper,
    pub sure: Sure,
    pub purity: Purity,
    pub price: Price,
    pub mix: Mix,
    pub paper: Paper,
    pub notice: Notice,
    pub keep: Keep,
    pub gate: Gate,
    pub done: Done,
}

impl Text {
    /// The form of a sentence for what is counted: `number` as it is shown.
    #[must_use]
    pub fn counted<const ARGUMENTS: usize>(&self, sentence: Plural<ARGUMENTS>, number: &str) -> Message<ARGUMENTS> {
        sentence.form((self.plural_form)(number))
    }
}
