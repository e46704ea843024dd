//! What somebody chooses among a few named possibilities.

use crate::domain::term::choice::choices;

// `#[default]` binds to the first variant only because the macro repeats after it.
choices! {
    /// What the miner has.
    Kind { Gold "gold", Amalgam "amalgam", Ore "ore", Gravel "gravel" }
    /// What the entered quantity is the output of.
    Per { Lot "lot", Shift "shift", Day "day", Campaign "campaign", Month "month" }
    /// How ore or gravel is worked; none: it is sold as it is.
    Method {
        None "none", Amalgamation "amalgamation", GravityTable "gravity_table", Centrifuge "centrifuge",
        Sluice "sluice", Cyanidation "cyanidation",
    }
    /// How the days of a month are shared out.
    Schedule { Days "days", Rotation "rotation", Cachorreo "cachorreo" }
    /// What kind of settlement somebody holds: of ore at a plant, or of gold that was weighed.
    StatementKind { Plant "plant", Gold "gold" }
    /// What is paid in the months of grace: the interest, or nothing (it is added to the debt).
    Grace { Interest "interest", Nothing "nothing" }
    /// A way to get the gold out, as one is compared with another.
    WayId {
        Amalgamation "amalgamation", AmalgamationRetort "amalgamation_retort", GravityTable "gravity_table",
        Centrifuge "centrifuge", Sluice "sluice", Cyanidation "cyanidation", AsItIs "as_it_is",
    }
    /// What the money of an association is shared out by.
    Sharing { Grams "grams", Days "days", Equal "equal", Parts "parts" }
    /// A column of the list of members.
    Column { Name "name", Group "group", People "people", Days "days", Grams "grams", Parts "parts" }
    /// A step of formalizing.
    StepId {
        Registry "registry", Environment "environment", Ruc "ruc", Invoices "invoices", Membership "membership",
        Certification "certification",
    }
    /// How somebody tells the purity of gold: weighed hanging in water, or into a cup of it on the scale.
    PurityBy { Unknown "unknown", Mark "mark", Touchstone "touchstone", Water "water", Cup "cup" }
    /// What the gold is mixed with.
    Alloy { Unknown "unknown", Silver "silver", Copper "copper" }
}
