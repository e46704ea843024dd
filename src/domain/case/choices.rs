//! Every choice that a person makes among a few named options.

use crate::domain::term::choice::choices;

// `#[default]` binds to the first variant only because the macro repeats after it.
choices! {
    /// What the miner has.
    Kind { Gold "gold", Amalgam "amalgam", Ore "ore", Gravel "gravel" }
    /// The period or unit that the entered quantity is the output of.
    Per { Lot "lot", Shift "shift", Day "day", Campaign "campaign", Month "month" }
    /// How ore or gravel is processed; `None`: it is sold unprocessed.
    Method {
        None "none", Amalgamation "amalgamation", GravityTable "gravity_table", Centrifuge "centrifuge",
        Sluice "sluice", Cyanidation "cyanidation",
    }
    /// How working days are entered: days of a month, a rotation, or a cachorreo.
    Schedule { Days "days", Rotation "rotation", Cachorreo "cachorreo" }
    /// The kind of the statement in hand: ore sold to a plant, or gold that was weighed.
    StatementKind { Plant "plant", Gold "gold" }
    /// What is paid in the grace months: the interest, or nothing (the interest is added to the debt).
    Grace { Interest "interest", Nothing "nothing" }
    /// A way to get the gold out, for comparing ways.
    WayId {
        Amalgamation "amalgamation", AmalgamationRetort "amalgamation_retort", GravityTable "gravity_table",
        Centrifuge "centrifuge", Sluice "sluice", Cyanidation "cyanidation", AsItIs "as_it_is",
    }
    /// By what the money of an association is shared out among its members.
    Sharing { Grams "grams", Days "days", Equal "equal", Parts "parts" }
    /// A column of the member list.
    Column { Name "name", Group "group", People "people", Days "days", Grams "grams", Parts "parts" }
    /// A step of formalization.
    StepId {
        Registry "registry", Environment "environment", Ruc "ruc", Invoices "invoices", Membership "membership",
        Certification "certification",
    }
    /// How the purity of gold is determined; `Water`: weighed hanging in water; `Cup`: lowered into a cup of water on
    /// the scale.
    PurityBy { Unknown "unknown", Mark "mark", Touchstone "touchstone", Water "water", Cup "cup" }
    /// The metal that the gold is alloyed with.
    Alloy { Unknown "unknown", Silver "silver", Copper "copper" }
}
