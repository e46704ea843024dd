//! Texts of the association screen.

use crate::domain::case::Sharing;
use crate::i18n::message::Message;

pub struct AssociationText {
    pub title: &'static str,
    pub lead: &'static str,
    pub sharing: fn(Sharing) -> &'static str,
    pub nobody: &'static str,
    pub pooled: Message<3>,
    pub lot: Message<2>,
    pub more: Message<5>,
    pub less: Message<5>,
    pub lacking: Message<1>,
    pub row: Message<2>,
    pub channels: &'static str,
    pub the_list: &'static str,
    pub how_shared: &'static str,
    pub several: &'static str,
    pub same: Message<4>,
    pub between: &'static str,
}
