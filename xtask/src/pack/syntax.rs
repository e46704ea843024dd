//! What the next byte of a wasm file is, told from the bytes before it: the model's best hint.

pub const OPCODE: u32 = 5;
pub const CALL: u32 = 7;
pub const OFFSET: u32 = 9;
pub const CONST: u32 = 10;
pub const INDEX: u32 = 12;
pub const DATA: u32 = 16;
/// What stands outside of code and data.
pub const OTHER: u32 = 17;
// The rest of what stands in code: the head of a function, and kinds of immediates.
const SIZE: u32 = 1;
const LOCALS: u32 = 2;
const GROUP: u32 = 3;
const TYPE: u32 = 4;
const LOCAL: u32 = 6;
const ALIGN: u32 = 8;
const LABEL: u32 = 11;
const LABELS: u32 = 13;
const FLOAT: u32 = 14;
const PREFIX: u32 = 15;

const HEADER: u32 = 8;
const CODE_SECTION: u32 = 10;
const DATA_SECTION: u32 = 11;
const NO_SECTION: u32 = 255;
const END: u32 = 0x0b;

/// Any bytes leave it in some state; only those of a wasm file leave it in one that helps.
pub struct Syntax {
    pub next: u32,
    /// How many bytes of the next number were read.
    pub read: u32,
    value: u32,
    header: u32,
    section: u32,
    /// Bytes of the section.
    left: u32,
    /// Immediates that are still to come, the next one lowest.
    rest: u32,
    /// How often the next thing comes.
    many: u32,
    depth: u32,
    pub opcode: u32,
    /// A hash of the instruction so far, and of the one before it.
    pub now: u32,
    pub before: u32,
    /// The four opcodes before, the last one lowest.
    pub opcodes: u32,
}

pub fn hash(a: u32, b: u32) -> u32 {
    let mixed = (a.wrapping_mul(0x2f0b_4c47) ^ b).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

impl Syntax {
    pub fn is_code(&self) -> bool {
        self.next < DATA
    }

    pub fn take(&mut self, byte: u32) {
        if self.header < HEADER {
            self.header += 1;
            self.section = NO_SECTION;
            return self.begin(OTHER);
        }
        self.value |= (byte & 127).wrapping_shl(7 * self.read);
        self.read += 1;
        let more = byte & 128 != 0;
        if self.left > 0 {
            self.left -= 1;
            self.step(byte, more);
            if self.left == 0 {
                self.section = NO_SECTION;
                self.begin(OTHER);
            }
        } else if self.section == NO_SECTION {
            self.section = byte;
            self.begin(OTHER);
        } else if !more {
            self.left = self.value;
            self.rest = 1;
            self.begin(match self.section {
                CODE_SECTION => SIZE,
                DATA_SECTION => DATA,
                _ => OTHER,
            });
        }
    }

    fn begin(&mut self, next: u32) {
        self.next = next;
        self.value = 0;
        self.read = 0;
    }

    fn step(&mut self, byte: u32, more: bool) {
        self.now = hash(self.now, byte + 1 + (self.next << 8));
        match self.next {
            DATA | OTHER => {}
            OPCODE => {
                self.opcode = byte;
                self.rest = immediates(byte);
                self.follow();
            }
            TYPE => {
                self.many = self.many.wrapping_sub(1);
                self.begin(if self.many == 0 { OPCODE } else { GROUP });
            }
            FLOAT => {
                self.many = self.many.wrapping_sub(1);
                if self.many == 0 {
                    self.follow();
                }
            }
            _ if more => {}
            // The first one is the count of functions.
            SIZE => {
                self.begin(if self.rest == 1 { SIZE } else { LOCALS });
                (self.rest, self.now, self.before, self.opcodes) = (0, 0, 0, 0);
            }
            LOCALS => {
                (self.many, self.depth, self.now) = (self.value, 0, 0);
                self.begin(if self.many == 0 { OPCODE } else { GROUP });
            }
            GROUP => self.begin(TYPE),
            LABELS => {
                self.many = self.value.wrapping_add(1);
                self.begin(LABEL);
            }
            LABEL if self.many > 1 => {
                self.many -= 1;
                self.begin(LABEL);
            }
            _ => self.end_number(),
        }
    }

    fn end_number(&mut self) {
        match self.next {
            PREFIX if self.value == 9 || self.value == 11 => self.rest = INDEX,
            PREFIX if self.value > 7 => self.rest = INDEX | INDEX << 4,
            _ => {}
        }
        self.follow();
    }

    /// The next immediate, or the next instruction.
    fn follow(&mut self) {
        if self.rest > 0 {
            self.begin(self.rest & 15);
            self.rest >>= 4;
            self.many = if self.opcode == 0x43 { 4 } else { 8 * u32::from(self.opcode == 0x44) };
            return;
        }
        (self.before, self.now) = (self.now, 0);
        self.opcodes = self.opcodes << 8 | self.opcode;
        self.begin(OPCODE);
        match self.opcode {
            END if self.depth == 0 => self.begin(SIZE),
            END => self.depth -= 1,
            0x02..=0x04 => self.depth += 1,
            _ => {}
        }
    }
}

/// The kinds of immediates that follow an opcode, the first one lowest.
fn immediates(opcode: u32) -> u32 {
    match opcode {
        0x02..=0x04 | 0x23..=0x26 | 0x3f | 0x40 | 0xd0 => INDEX,
        0x0c | 0x0d => LABEL,
        0x0e => LABELS,
        0x10 | 0xd2 => CALL,
        0x11 => INDEX | INDEX << 4,
        0x20..=0x22 => LOCAL,
        0x28..=0x3e => ALIGN | OFFSET << 4,
        0x41 | 0x42 => CONST,
        0x43 | 0x44 => FLOAT,
        0xfc => PREFIX,
        _ => 0,
    }
}
