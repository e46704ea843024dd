//! The rules of the trade: what there is, what it is worth, and what each door leaves of it.
//!
//! Pure: no clock, no locale, no input or output, no floats. In reading order: how a number is
//! read ([`number`]), in which [`unit`], what can be asked ([`field`]) and with which reference
//! figure ([`fact`]); the [`case`] somebody entered and its [`sheet`] of figures; what there is
//! ([`lot`]) and how people [`work`] for it; the [`ledger`] that every [`channel`] is booked in,
//! by one [`pipeline`] (ore by way of a [`settlement`]); what [`waiting`] costs; and the
//! comparison of all of it ([`compare`]). Parts beside the way stand on the same case and the same rules:
//! a settlement in hand ([`slip`]), ways to get the gold out ([`process`]), equipment on [`credit`]
//! (by way of its [`repayment`] and of [`finance`]), the steps that open a door ([`formal`]); people
//! who sell together ([`association`]), [`jewelry`], [`copper`], a lot sold through several
//! doors ([`mix`]), how pure the gold is ([`purity`]), what its [`price`] does to those who wait (by
//! way of the [`prices`] of every month; a newer one may stand in for the last of them, [`market`]), and
//! how sure the comparison of the doors is ([`sure`]).

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
