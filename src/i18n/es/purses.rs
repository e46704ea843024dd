//! When money comes, and to whom.

use crate::i18n::text::Purses;

pub const PURSES: Purses = Purses { now: "hoy", later: "después", locked: "bloqueado", fund: "fondo" };
