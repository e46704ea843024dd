//! The registry of sales channels: each is the product it buys and a set of terms.
//!
//! To add a channel, add a file here, a variant, and a line in [`ChannelId::channel`]: the pipeline books it from its
//! terms alone.

mod camp;
mod cooperative;
mod definition;
mod fairmined;
mod fairmined_ecological;
mod fairtrade;
mod jeweller;
mod local_trader;
mod plant;
mod state;

pub use definition::{Buys, Channel, Condition};

use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A sales channel, in the order of the page: the camp buyer, who made the user's own offer, comes first.
    ChannelId {
        Camp "camp_buyer", LocalTrader "local_trader", Plant "plant", Cooperative "cooperative",
        Fairtrade "fairtrade", Fairmined "fairmined", FairminedEcological "fairmined_ecological", Jeweller "jeweller",
        State "state_purchase",
    }
}

impl ChannelId {
    pub const ALL: &'static [ChannelId] = <ChannelId as Choice>::ALL;

    /// The channel's definition in the registry.
    #[must_use]
    pub fn channel(self) -> &'static Channel {
        match self {
            ChannelId::Camp => &camp::CHANNEL,
            ChannelId::LocalTrader => &local_trader::CHANNEL,
            ChannelId::Plant => &plant::CHANNEL,
            ChannelId::Cooperative => &cooperative::CHANNEL,
            ChannelId::Fairtrade => &fairtrade::CHANNEL,
            ChannelId::Fairmined => &fairmined::CHANNEL,
            ChannelId::FairminedEcological => &fairmined_ecological::CHANNEL,
            ChannelId::Jeweller => &jeweller::CHANNEL,
            ChannelId::State => &state::CHANNEL,
        }
    }
}
