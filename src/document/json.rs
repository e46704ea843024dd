//! JSON, as far as a case document needs it.
//!
//! Numbers stay the texts they are: a case has none but its version, and a library's float tables
//! would make the page a tenth larger.

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// In the order written; of a name that comes twice, the last one counts.
    Map(Vec<(String, Json)>),
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    pub line: usize,
    pub column: usize,
}

/// Deeper than any case; a text made to exhaust the stack is refused.
const MOST_DEEP: usize = 32;

impl Json {
    /// Reads one value, and nothing after it.
    ///
    /// # Errors
    /// [`NotJson`] with the line and column where it breaks.
    pub fn read(text: &str) -> Result<Json, NotJson> {
        let mut reader = Reader { text, at: 0 };
        reader.whole().ok_or_else(|| reader.place())
    }

    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    #[must_use]
    pub fn bool(&self) -> Option<bool> {
        if let Json::Bool(on) = self { Some(*on) } else { None }
    }

    #[must_use]
    pub fn list(&self) -> Option<&[Json]> {
        if let Json::List(list) = self { Some(list) } else { None }
    }

    #[must_use]
    pub fn map(&self) -> Option<&[(String, Json)]> {
        if let Json::Map(map) = self { Some(map) } else { None }
    }

    /// The value of a name, in a map.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.map()?.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Written indented, a short map or list of plain values on one line.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.put(&mut out, 0);
        out.push('\n');
        out
    }

    fn put(&self, out: &mut String, deep: usize) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(on) => out.push_str(if *on { "true" } else { "false" }),
            Json::Number(number) => out.push_str(number),
            Json::Text(text) => put_text(out, text),
            Json::List(list) => put_all(out, deep, ['[', ']'], list, |out, deep, value| value.put(out, deep)),
            Json::Map(map) => put_all(out, deep, ['{', '}'], map, |out, deep, (name, value)| {
                put_text(out, name);
                out.push_str(": ");
                value.put(out, deep);
            }),
        }
    }
}

/// A map that is being put together, name by name.
#[derive(Default)]
pub struct Map(Vec<(String, Json)>);

impl Map {
    #[inline(never)]
    pub fn put(&mut self, name: &str, value: Json) {
        self.0.push((name.to_owned(), value));
    }

    #[inline(never)]
    pub fn text(&mut self, name: &str, text: &str) {
        self.put(name, Json::Text(text.to_owned()));
    }

    #[must_use]
    pub fn json(self) -> Json {
        Json::Map(self.0)
    }
}

fn put_all<T>(out: &mut String, deep: usize, [open, close]: [char; 2], all: &[T], put: fn(&mut String, usize, &T)) {
    out.push(open);
    for (place, one) in all.iter().enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        indent(out, deep + 1);
        put(out, deep + 1, one);
    }
    if !all.is_empty() {
        out.push('\n');
        indent(out, deep);
    }
    out.push(close);
}

fn indent(out: &mut String, deep: usize) {
    for _ in 0..deep {
        out.push_str("  ");
    }
}

fn put_text(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if u32::from(control) < 0x20 => {
                out.push_str("\\u00");
                out.extend([4, 0].map(|shift| char::from_digit((u32::from(control) >> shift) & 15, 16).unwrap_or('0')));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn whole(&mut self) -> Option<Json> {
        let value = self.value(0)?;
        self.space();
        (self.at == self.text.len()).then_some(value)
    }

    fn place(&self) -> NotJson {
        let read = self.text.get(..self.at).unwrap_or_default();
        let (mut line, mut column) = (1, 1);
        for letter in read.chars() {
            (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        NotJson { line, column }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        self.text.get(self.at..)?.starts_with(word).then(|| self.at += word.len())?;
        Some(value)
    }

    fn value(&mut self, deep: usize) -> Option<Json> {
        self.space();
        match self.peek()? {
            _ if deep > MOST_DEEP => None,
            b'{' => self.map(deep),
            b'[' => self.list(deep),
            b'"' => self.string().map(Json::Text),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn list(&mut self, deep: usize) -> Option<Json> {
        let mut list = Vec::new();
        self.take(b'[')?;
        if self.take(b']').is_some() {
            return Some(Json::List(list));
        }
        loop {
            list.push(self.value(deep + 1)?);
            if self.take(b']').is_some() {
                return Some(Json::List(list));
            }
            self.take(b',')?;
        }
    }

    fn map(&mut self, deep: usize) -> Option<Json> {
        let mut map = Vec::new();
        self.take(b'{')?;
        if self.take(b'}').is_some() {
            return Some(Json::Map(map));
        }
        loop {
            self.space();
            let name = self.string()?;
            self.take(b':')?;
            map.push((name, self.value(deep + 1)?));
            if self.take(b'}').is_some() {
                return Some(Json::Map(map));
            }
            self.take(b',')?;
        }
    }

    /// A number as JSON has it, kept as written: `-1.5e3`, but not `01`, `.5` or `1.`.
    fn number(&mut self) -> Option<Json> {
        let from = self.at;
        self.skip(b"-");
        let zero = self.peek() == Some(b'0');
        let whole = self.digits();
        let mut good = whole > 0 && (!zero || whole == 1);
        if self.skip(b".") {
            good &= self.digits() > 0;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            good &= self.digits() > 0;
        }
        let text = self.text.get(from..self.at).filter(|_| good);
        if text.is_none() {
            self.at = from;
        }
        text.map(|text| Json::Number(text.to_owned()))
    }

    fn skip(&mut self, any: &[u8]) -> bool {
        let there = self.peek().is_some_and(|byte| any.contains(&byte));
        self.at += usize::from(there);
        there
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while self.skip(b"0123456789") {}
        self.at - from
    }

    fn string(&mut self) -> Option<String> {
        if self.peek() != Some(b'"') {
            return None;
        }
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.find(|c: char| matches!(c, '"' | '\\') || u32::from(c) < 0x20)?;
            text.push_str(rest.get(..plain)?);
            self.at += plain;
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(text);
                }
                b'\\' => text.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = *self.text.as_bytes().get(self.at + 1)?;
        self.at += 2;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => self.unicode()?,
            _ => return None,
        })
    }

    /// `\u00e9`, or a pair of two for what lies beyond.
    fn unicode(&mut self) -> Option<char> {
        let high = self.four()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        self.text.get(self.at..)?.starts_with("\\u").then(|| self.at += 2)?;
        let low = self.four().filter(|low| (0xDC00..0xE000).contains(low))?;
        char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    }

    fn four(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let all = digits.chars().try_fold(0, |value, digit| Some(value * 16 + digit.to_digit(16)?))?;
        self.at += 4;
        Some(all)
    }
}
