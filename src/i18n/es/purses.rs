//! When money comes, and to whom.

use crate::i18n::text::PursesText;

pub const PURSES: PursesText = PursesText { now: "hoy", later: "después", locked: "bloqueado", fund: "fondo" };
