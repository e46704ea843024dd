//! The texts that every language must provide: a language with one missing does not compile.
//!
//! Each part of the page has its own struct here, and a file of the same name in each language.

mod arrivals;
mod association;
mod boot;
mod channel;
mod channels;
mod common;
mod compare;
mod copper;
mod credit;
mod done;
mod field;
mod figures;
mod formalization;
mod fund;
mod gate;
mod have;
mod header;
mod jewelry;
mod keep;
mod ledger;
mod list;
mod market;
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
mod sensitivity;
mod source;
mod split_sale;
mod start;
mod statement;
mod verdict;
mod work;

pub use arrivals::ArrivalsText;
pub use association::AssociationText;
pub use boot::BootText;
pub use channel::ChannelText;
pub use channels::ChannelsText;
pub use common::CommonText;
pub use compare::CompareText;
pub use copper::CopperText;
pub use credit::CreditText;
pub use done::DoneText;
pub use field::FieldText;
pub use figures::FiguresText;
pub use formalization::FormalizationText;
pub use fund::FundText;
pub use gate::GateText;
pub use have::HaveText;
pub use header::HeaderText;
pub use jewelry::JewelryText;
pub use keep::KeepText;
pub use ledger::LedgerText;
pub use list::ListText;
pub use market::MarketText;
pub use names::NamesText;
pub use notice::NoticeText;
pub use paper::PaperText;
pub use payments::PaymentsText;
pub use plant::PlantText;
pub use price::PriceText;
pub use process::ProcessText;
pub use purity::{PuritySourcesText, PurityText};
pub use purses::PursesText;
pub use questions::QuestionsText;
pub use rail::RailText;
pub use range::RangeText;
pub use sensitivity::SensitivityText;
pub use source::SourceText;
pub use split_sale::SplitSaleText;
pub use start::StartText;
pub use statement::StatementText;
pub use verdict::VerdictText;
pub use work::WorkText;

use super::message::Message;
use super::plural::{Form, Plural};

/// The texts of one language.
pub struct Text {
    /// The plural form of a number, as displayed.
    pub plural_form: fn(&str) -> Form,
    pub names: NamesText,
    pub figures: FiguresText,
    pub header: HeaderText,
    pub market: MarketText,
    pub rail: RailText,
    pub common: CommonText,
    pub start: StartText,
    pub field: FieldText,
    pub source: SourceText,
    pub range: RangeText,
    pub have: HaveText,
    pub work: WorkText,
    pub channels: ChannelsText,
    pub verdict: VerdictText,
    pub channel: ChannelText,
    pub plant: PlantText,
    pub purses: PursesText,
    pub ledger: LedgerText,
    pub compare: CompareText,
    pub arrivals: ArrivalsText,
    pub questions: QuestionsText,
    pub statement: StatementText,
    pub process: ProcessText,
    pub credit: CreditText,
    pub formalization: FormalizationText,
    pub association: AssociationText,
    pub list: ListText,
    pub payments: PaymentsText,
    pub fund: FundText,
    pub jewelry: JewelryText,
    pub copper: CopperText,
    pub sensitivity: SensitivityText,
    pub purity: PurityText,
    pub price: PriceText,
    pub split_sale: SplitSaleText,
    pub paper: PaperText,
    pub notice: NoticeText,
    pub keep: KeepText,
    pub gate: GateText,
    pub done: DoneText,
}

impl Text {
    /// The sentence in the plural form for `number`, given as displayed.
    #[must_use]
    pub fn counted<const ARGUMENTS: usize>(&self, sentence: Plural<ARGUMENTS>, number: &str) -> Message<ARGUMENTS> {
        sentence.form((self.plural_form)(number))
    }
}
