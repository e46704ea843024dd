//! The permits (papers and belongings) that open channels.

use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A paper or a membership that opens channels.
    Permit {
        Ruc "ruc", Registry "registry", Member "member", Fairtrade "fairtrade", Fairmined "fairmined",
        Ecological "fairmined_ecological",
    }
}

/// The permits that a person has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permits([bool; Permit::ALL.len()]);

impl Permits {
    #[must_use]
    pub fn contains(&self, paper: &Permit) -> bool {
        self.0.get(*paper as usize) == Some(&true)
    }

    pub fn insert(&mut self, paper: Permit) {
        self.set(paper, true);
    }

    pub fn set(&mut self, paper: Permit, has: bool) {
        if let Some(place) = self.0.get_mut(paper as usize) {
            *place = has;
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Permit> + '_ {
        Permit::ALL.iter().copied().filter(|paper| self.contains(paper))
    }
}
