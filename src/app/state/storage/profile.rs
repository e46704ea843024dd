//! A profile as listed on the device, and the state of its record.

/// A named record on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub id: String,
    /// The id of one of [`PICTURES`]; another version of the page may know more of them.
    pub picture: String,
    pub alias: String,
    /// Milliseconds since 1970, by the clock at the time of saving.
    pub saved: i64,
    pub state: Record,
}

/// Whether this page can read a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Record {
    #[default]
    Sound,
    /// Written by a later Fiel.
    Newer,
    Damaged,
}

/// The maximum length of a record's texts when shown: a damaged record may contain anything.
const MOST_SHOWN: usize = 60;

impl Record {
    /// The format version of the records written here. Of a newer format only the bytes can be handed out.
    pub const FORM: u32 = 1;

    /// The state of a record with this format version; `is_whole` if all its parts are present.
    #[must_use]
    pub fn of(form: Option<u32>, is_whole: bool) -> Record {
        match form {
            Some(form) if form > Record::FORM => Record::Newer,
            Some(Record::FORM) if is_whole => Record::Sound,
            _ => Record::Damaged,
        }
    }
}

impl Profile {
    /// The list entry of a record. Its texts are cut and reduced to one line; `None` if it has no id.
    #[must_use]
    pub fn listed(id: &str, picture: &str, alias: &str, saved: Option<i64>, state: Record) -> Option<Profile> {
        let shown = |text: &str| text.replace(['\t', '\n'], " ").chars().take(MOST_SHOWN).collect::<String>();
        let (id, picture, alias) = (shown(id), shown(picture), shown(alias));
        (!id.is_empty()).then_some(Profile { id, picture, alias, saved: saved.unwrap_or_default(), state })
    }
}

/// Pictures that distinguish profiles without a name: the id in the record, and the lines on a 24 × 24 grid. New ones
/// go at the end; an id must never change.
pub const PICTURES: [(&str, &str); 10] = [
    ("mountain", "M2 20 9 6l4 7 3-4 6 11z"),
    ("sun", "M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4 4l2 2M18 18l2 2M4 20l2-2M18 6l2-2"),
    ("moon", "M16 3a9.5 9.5 0 1 0 5 14A10 10 0 0 1 16 3z"),
    ("star", "M12 2l3 7 7 .5-5.500 4.500 2 7-6.500-4-6.500 4 2-7L2 9.500 9 9z"),
    ("pick", "M4 8c5-6 11-6 16 0-5-3-11-3-16 0zM12 6v16"),
    ("fish", "M2 12c4-7 11-7 15 0l5-5v10l-5-5c-4 7-11 7-15 0zM7 11v.5"),
    ("house", "M3 11 12 3l9 8M5 10v11h14V10M10 21v-7h4v7"),
    ("leaf", "M4 20C3 9 10 3 21 3c0 11-6 18-15 15M4 20 14 10"),
    ("drop", "M12 2c5 7 7 10 7 13a7 7 0 0 1-14 0c0-3 2-6 7-13z"),
    (
        "flower",
        "M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM12 9c-4-3-2-7 0-7s4 4 0 7zM12 15c4 3 2 7 0 7s-4-4 0-7zM9 12c-3 4-7 2-7 0s4-4 7 0zM15 12c3-4 7-2 7 0s-4 4-7 0z",
    ),
];
