//! The end: nothing is left.

use crate::i18n::text::DoneText;

pub const DONE: DoneText = DoneText {
    title: "Done. Nothing of yours is left in this tab.",
    kept: "Done. Only what is kept with a PIN is left.",
    unsure: "That all is erased could not be checked. Close the browser and clear this site's data.",
    case: "What you typed",
    draft: "The draft of this tab",
    profiles: "Kept with a PIN",
    erased: "erased",
    none: "none",
    language: "The language",
    stays: "stays",
    files: "The files you downloaded are still in their folder: erase them yourself.",
    close: "Now close this tab, and the others of Fiel.",
    new: "Start anew",
};
