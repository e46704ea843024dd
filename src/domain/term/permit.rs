//! The papers and belongings that open channels.

use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A paper or a belonging that opens doors.
    Paper {
        Ruc "ruc", Registry "registry", Member "member", Fairtrade "fairtrade", Fairmined "fairmined",
        Ecological "fairmined_ecological",
    }
}

/// The papers that somebody has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Papers([bool; Paper::ALL.len()]);

impl Papers {
    #[must_use]
    pub fn contains(&self, paper: &Paper) -> bool {
        self.0.get(*paper as usize) == Some(&true)
    }

    pub fn insert(&mut self, paper: Paper) {
        self.set(paper, true);
    }

    pub fn set(&mut self, paper: Paper, has: bool) {
        if let Some(place) = self.0.get_mut(paper as usize) {
            *place = has;
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Paper> + '_ {
        Paper::ALL.iter().copied().filter(|paper| self.contains(paper))
    }
}
