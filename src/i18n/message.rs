//! Sentence templates: the number of arguments is part of the type.

/// A sentence with the placeholders `{0}` to `{ARGUMENTS - 1}`, and `*…*` around emphasized text.
#[derive(Clone, Copy)]
pub struct Message<const ARGUMENTS: usize>(&'static str);

impl<const ARGUMENTS: usize> Message<ARGUMENTS> {
    /// A language file whose sentence has a missing or an extra placeholder does not compile.
    #[must_use]
    pub(super) const fn new(template: &'static str) -> Message<ARGUMENTS> {
        assert!(names_each_place(template.as_bytes(), ARGUMENTS), "each place stands in it, and no other");
        Message(template)
    }

    /// The sentence with its arguments filled in.
    #[must_use]
    pub fn fill(self, with: [&str; ARGUMENTS]) -> String {
        filled(self.0, &with)
    }

    /// Like [`Message::fill`], split at the stars: every second piece is emphasized. Stars inside arguments do not
    /// count.
    #[must_use]
    pub fn pieces(self, with: [&str; ARGUMENTS]) -> Vec<String> {
        pieces(self.0, &with)
    }
}

/// Whether the template has each placeholder below `count`, no other one, and no stray brace.
const fn names_each_place(template: &[u8], count: usize) -> bool {
    let (mut found, mut at) = ([false; 10], 0);
    while at < template.len() {
        if template[at] == b'{' {
            if at + 2 >= template.len() || !template[at + 1].is_ascii_digit() || template[at + 2] != b'}' {
                return false;
            }
            found[(template[at + 1] - b'0') as usize] = true;
            at += 2;
        } else if template[at] == b'}' {
            return false;
        }
        at += 1;
    }
    let mut place = 0;
    while place < found.len() {
        if found[place] != (place < count) {
            return false;
        }
        place += 1;
    }
    count <= found.len()
}

fn pieces(template: &str, with: &[&str]) -> Vec<String> {
    template.split('*').map(|piece| filled(piece, with)).collect()
}

fn filled(template: &str, with: &[&str]) -> String {
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        let number = place.bytes().next().unwrap_or_default().wrapping_sub(b'0');
        text.push_str(with.get(usize::from(number)).copied().unwrap_or_default());
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Message, names_each_place};

    #[test]
    fn everything_is_put_in_its_place() {
        const SAID: Message<2> = Message::new("*{1}* of {0}, {1}");
        assert_eq!(SAID.fill(["two", "one"]), "*one* of two, one");
    }

    #[test]
    fn what_is_put_in_does_not_stand_out() {
        const SAID: Message<1> = Message::new("by *{0}*.");
        assert_eq!(SAID.pieces(["a*b{0}"]), ["by ", "a*b{0}", "."]);
    }

    #[test]
    fn a_sentence_names_each_place_and_no_other() {
        for (template, count) in [("", 0), ("{0}", 1), ("{1} {0} {1}", 2), ("¿{0}…{1}?", 2)] {
            assert!(names_each_place(template.as_bytes(), count), "{template} {count}");
        }
        for (template, count) in
            [("{0}", 0), ("{0}", 2), ("{1}", 1), ("{1}", 2), ("{", 0), ("}", 0), ("{0", 1), ("{}", 0), ("{a}", 0)]
        {
            assert!(!names_each_place(template.as_bytes(), count), "{template} {count}");
        }
    }
}
