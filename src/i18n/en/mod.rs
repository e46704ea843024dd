//! English, for trainers and visitors: the same plain words.

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

pub(super) use boot::BOOT;

use super::plural::Form;
use super::text::Text;

pub(super) static TEXT: Text = Text {
    plural_form,
    names: names::NAMES,
    figures: figures::FIGURES,
    header: header::HEADER,
    market: market::MARKET,
    rail: rail::RAIL,
    common: common::COMMON,
    start: start::START,
    field: field::FIELD,
    source: source::SOURCE,
    range: range::RANGE,
    have: have::HAVE,
    work: work::WORK,
    channels: channels::DOORS,
    verdict: verdict::VERDICT,
    channel: channel::DOOR,
    plant: plant::PLANT,
    purses: purses::PURSES,
    ledger: ledger::LEDGER,
    compare: compare::COMPARE,
    arrivals: arrivals::ARRIVALS,
    questions: questions::QUESTIONS,
    statement: statement::SLIP,
    process: process::PROCESS,
    credit: credit::CREDIT,
    formalization: formalization::FORMAL,
    association: association::ASSOCIATION,
    list: list::LIST,
    payments: payments::PAYMENTS,
    fund: fund::FUND,
    jewelry: jewelry::JEWELRY,
    copper: copper::COPPER,
    sensitivity: sensitivity::SURE,
    purity: purity::PURITY,
    price: price::PRICE,
    split_sale: split_sale::MIX,
    paper: paper::PAPER,
    notice: notice::NOTICE,
    keep: keep::KEEP,
    gate: gate::GATE,
    done: done::DONE,
};

fn plural_form(number: &str) -> Form {
    if number == "1" { Form::One } else { Form::Other }
}
