//! Where a figure comes from.

use crate::i18n::message::Message;
use crate::i18n::text::SourceText;

pub const SOURCE: SourceText = SourceText {
    where_from: Message::new("Where does this come from: {0}?"),
    unsourced: "*No source.* Nobody has published it; better put your own.",
    reliance: Message::new("Confidence: {0}."),
    yours: Message::new("It is the figure you put in: *{0}*."),
    put_mine: "Put my figure",
};
