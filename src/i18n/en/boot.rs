//! What is said where the program does not run.

use crate::i18n::text::BootText;

pub const BOOT: BootText = BootText {
    incomplete: "This file is incomplete. Ask for another copy.",
    notice: "If this notice stays, this copy cannot run here.",
    how_to_open: [
        "On a phone: touch the file, choose “Open with”, then an up-to-date Chrome.",
        "On a PC: right-click, “Open with”, an up-to-date Chrome or Firefox.",
        "If it stays the same, ask for another copy.",
    ],
    opening: "This file could not be opened here.",
    stopped: "The calculator stopped. Reload it to go on.",
    translated: "The browser translated the page, which can change the figures. Turn translation off and reload.",
    reload: "Reload",
    take_data: "Take my data",
    installed_name: "Fiel: what your gold is worth",
    installed_description: "What your gold is worth and what each door really pays you for it.",
};
