//! The list of members.

use crate::i18n::message::Message;
use crate::i18n::text::ListText;

pub const LIST: ListText = ListText {
    open: "Open a list (CSV)",
    save: "Save the list (CSV)",
    saved: "List saved in your downloads folder.",
    columns: "The list comes from a spreadsheet, saved as CSV. Columns: name, grams, days, parts, people, group.",
    taken: Message::new("List opened: *{0}* rows. {1}"),
    left_out: "Left out:",
    empty: "The file has no rows.",
    workbook: "It is a workbook. Save it as CSV and open that here.",
    line: Message::new("Line {0}"),
    no_name: "The name or number is missing.",
    cells: "There are more cells than columns. A comma inside a number?",
    too_long: "A text is too long.",
    unclosed: "A quotation mark is never closed.",
    too_many: Message::new("There are more than {0} rows: from here on they are left out."),
    name: "Name",
    group: "Group",
    no_group: "No group",
    add: "Add a person",
    remove: Message::new("Remove row {0}"),
    rows: Message::new("{0} to {1} of {2}"),
    before: "Rows before",
    after: "Rows after",
    total: "It looks like the sum of the list.",
    column: Message::new("I do not know the column \u{201c}{0}\u{201d}."),
    row_out: "The row was taken out.",
};
