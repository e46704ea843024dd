//! What things of the trade are called.

use crate::domain::case::{Kind, Method, Per, Schedule};
use crate::domain::channel::ChannelId;
use crate::domain::reference::value::{Confidence, ReferenceId};
use crate::domain::term::permit::Permit;
use crate::i18n::text::NamesText;

pub const NAMES: NamesText = NamesText {
    channel,
    channel_hint,
    kind,
    per,
    method,
    schedule,
    paper,
    source,
    confidence,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

fn channel(channel: ChannelId) -> &'static str {
    match channel {
        ChannelId::Camp => "Camp or town buyer",
        ChannelId::LocalTrader => "Formal gold shop",
        ChannelId::Plant => "Processing plant",
        ChannelId::Cooperative => "Exporting cooperative",
        ChannelId::Fairtrade => "Fairtrade export",
        ChannelId::Fairmined => "Fairmined export",
        ChannelId::FairminedEcological => "Fairmined Ecological",
        ChannelId::Jeweller => "Jeweller",
        ChannelId::State => "State purchase",
    }
}

fn channel_hint(channel: ChannelId) -> &'static str {
    match channel {
        ChannelId::Camp => "Pays today, in the hand.",
        ChannelId::LocalTrader => "Assays the gold and gives an invoice.",
        ChannelId::Plant => "Buys ore by its grade.",
        ChannelId::Cooperative => "Pools the gold of many and exports it.",
        ChannelId::Fairtrade => "Minimum price and a premium for the fund.",
        ChannelId::Fairmined => "Minimum price and a higher premium.",
        ChannelId::FairminedEcological => "Without mercury or cyanide.",
        ChannelId::Jeweller => "Buys gold for a workshop. Ask the price.",
        ChannelId::State => "Does not exist today: only to imagine.",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Gold => "Gold",
        Kind::Amalgam => "Amalgam",
        Kind::Ore => "Ore",
        Kind::Gravel => "Gravel",
    }
}

fn per(per: Per) -> &'static str {
    match per {
        Per::Lot => "one lot",
        Per::Shift => "one shift",
        Per::Day => "one day",
        Per::Campaign => "one campaign",
        Per::Month => "one month",
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::None => "I do not: sold as it is",
        Method::Amalgamation => "With mercury (quimbalete)",
        Method::GravityTable => "Gravimetric table",
        Method::Centrifuge => "Centrifuge",
        Method::Sluice => "Sluice",
        Method::Cyanidation => "Cyanide at a plant",
    }
}

fn schedule(schedule: Schedule) -> &'static str {
    match schedule {
        Schedule::Days => "Days a month",
        Schedule::Rotation => "Shifts",
        Schedule::Cachorreo => "Cachorreo",
    }
}

fn paper(paper: Permit) -> &'static str {
    match paper {
        Permit::Ruc => "RUC and invoice",
        Permit::Registry => "REINFO or formalization",
        Permit::Member => "Member of an organisation",
        Permit::Fairtrade => "Fairtrade certificate",
        Permit::Fairmined => "Fairmined certificate",
        Permit::Ecological => "Fairmined Ecological certificate",
    }
}

fn source(reference: ReferenceId) -> &'static str {
    reference.value().source
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Definition => "by definition",
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
        Confidence::Unsourced => "none",
    }
}
