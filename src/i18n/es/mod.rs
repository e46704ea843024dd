//! Spanish as people speak it at the mine: *usted*, short sentences, the unit always.

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

pub(super) use boot::BOOT;

use super::{Form, Text};

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
    doors: doors::DOORS,
    verdict: verdict::VERDICT,
    door: door::DOOR,
    plant: plant::PLANT,
    purses: purses::PURSES,
    ledger: ledger::LEDGER,
    compare: compare::COMPARE,
    arrivals: arrivals::ARRIVALS,
    questions: questions::QUESTIONS,
    slip: slip::SLIP,
    process: process::PROCESS,
    credit: credit::CREDIT,
    formal: formal::FORMAL,
    association: association::ASSOCIATION,
    list: list::LIST,
    payments: payments::PAYMENTS,
    fund: fund::FUND,
    jewelry: jewelry::JEWELRY,
    copper: copper::COPPER,
    sure: sure::SURE,
    purity: purity::PURITY,
    price: price::PRICE,
    mix: mix::MIX,
    paper: paper::PAPER,
    notice: notice::NOTICE,
    keep: keep::KEEP,
    gate: gate::GATE,
    done: done::DONE,
};

fn plural_form(number: &str) -> Form {
    if number == "1" { Form::One } else { Form::Other }
}
