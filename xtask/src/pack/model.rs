//! Foretells the next bit of the payload, in the packer and in the page alike.
//!
//! Five contexts (the last bytes; in code the last instructions), the kind of byte, and the two longest repeats each
//! say how likely a one is. A small mixer, trained as it goes, weighs the eight by what kind of byte it is; another by how far into
//! the byte one is. Their mean is refined once more by what came true when they said the same before. A byte is
//! first one of the fifteen usual ones of its kind, in two to six bits, or else eight bits of its own.
//!
//! Only whole numbers, and nothing that depends on the machine: a bit foretold otherwise would spoil all the rest.

use super::lanes::Lanes;
use super::syntax::{CALL, CONST, DATA, INDEX, OFFSET, OPCODE, Syntax, hash};

/// As long as the payload may be.
pub const ROOM: usize = 1 << 21;
const SLOTS: usize = 1 << 22;
const CONTEXTS: usize = 5;
/// Two repeats, and the kind alone.
const REPEATS: usize = CONTEXTS;
const KIND: usize = CONTEXTS + 2;
const KINDS: usize = 32;
/// Places within a byte, by kind: 1 to 15 in the usual ones, 16 and the bits so far in the others.
const SETS: usize = 512 * KINDS;
/// From a repeat of this length on, one bit says that it goes on.
const LONG: u32 = 16;

/// Writes or reads one bit, of which a one has so many chances in 65,536.
pub trait Coder {
    fn bit(&mut self, odds: u32) -> u32;
    /// Whether the byte is this one.
    fn same(&mut self, odds: u32, byte: u32) -> u32;
}

/// Must begin as zeros.
pub struct Model {
    /// From log odds (256 to the unit, 2048 is even) to 65,536ths.
    squash: [u16; 4096],
    /// The other way, from a slot.
    stretch: [i16; 1 << 16],
    /// The odds of a one, less a half, in twelve bits, and in four how often they were put right. Sixteen make a
    /// bucket: a check and the fifteen places of a tree. The upper half is for repeats and what needs no check.
    slots: [u16; 2 * SLOTS],
    first: [Lanes; 16 * KINDS],
    second: [Lanes; SETS],
    refined: [[u16; 32]; SETS],
    /// How likely a long repeat goes on; zero stands for 15 of 16.
    lasting: [u16; 32 * KINDS],
    /// Where the last bytes stood before.
    seen: [[u32; 1 << 16]; 2],
    trails: [u32; 2],
    repeats: [usize; 2],
    runs: [u32; 2],
    pub bytes: [u8; ROOM],
    length: usize,
    word: u32,
    syntax: Syntax,
}

/// The usual bytes of a kind, the most usual first; at OTHERS what stands for all others.
const OTHERS: u8 = 255;
type Usual = [u8; 16];
static OPCODES: Usual =
    [0x20, 0x41, OTHERS, 0x6a, 0x21, 0x10, 0x28, 0x0b, 0x36, 0x22, 0x02, 0x0d, 0x37, 0x29, 0x0c, 0x42];
static INDICES: Usual = [0x40, 0, 7, 4, 3, 11, 8, 13, OTHERS, 10, 16, 14, 12, 46, 18, 0x7f];
static SMALL: Usual = [2, 3, 1, 0, 4, OTHERS, 5, 7, 6, 8, 10, 9, 11, 13, 12, 15];
static NUMBERS: Usual = [OTHERS, 0, 1, 2, 8, 4, 0x80, 12, 16, 0xf0, 6, 0xc0, 24, 10, 5, 7];
static LETTERS: Usual = *b"\xff\0 earotnisldcu\x01";
/// The tree of the usual ones: where a zero and a one lead from each place, from 16 on to one of them.
static NEXT: [u8; 32] = [
    0, 0, 2, 3, 16, 17, 4, 5, 18, 19, 6, 7, 8, 9, 10, 11, 20, 21, 22, 23, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30,
    31,
];

fn usual(kind: usize) -> &'static Usual {
    match kind as u32 {
        OPCODE => &OPCODES,
        INDEX => &INDICES,
        CALL | OFFSET | CONST => &NUMBERS,
        0..DATA => &SMALL,
        _ => &LETTERS,
    }
}

/// The bits of a byte of this kind, from the top of the word.
pub fn way(kind: usize, byte: u32) -> u32 {
    let usual = usual(kind);
    let rank = |byte: u32| usual.iter().position(|other| u32::from(*other) == byte).map(|rank| rank as u32);
    let leaf = |rank: u32| match rank {
        0..2 => rank << 30,
        2..4 => (2 + rank) << 29,
        4..8 => (20 + rank) << 27,
        _ => (48 + rank) << 26,
    };
    match rank(byte).filter(|_| byte != u32::from(OTHERS)) {
        Some(rank) => leaf(rank),
        None => {
            let rank = rank(u32::from(OTHERS)).unwrap_or(0);
            let depth = [2, 2, 3, 3, 5, 5, 5, 5][rank.min(7) as usize] + u32::from(rank > 7);
            leaf(rank) | byte << (24 - depth)
        }
    }
}

/// A slot goes so far towards what came, by how often it was put right (256 is all the way), and counts so far.
static RATES: [u8; 16] = [160, 98, 71, 56, 46, 39, 34, 30, 27, 24, 22, 20, 16, 12, 9, 8];
const MOST: Lanes = Lanes::new([11, 11, 11, 11, 11, 15, 15, 11]);
const WEIGHT: i16 = 2250;

fn nearer(odds: u16, bit: u32) -> u16 {
    let goal = if bit == 1 { 65_535 } else { 0 };
    (i32::from(odds) + ((goal - i32::from(odds)) >> 6)) as u16
}

impl Model {
    /// Fills the tables.
    pub fn begin(&mut self) {
        // From e^8 down in steps of e^(1/256); sums and products of doubles are the same everywhere.
        let mut power = 2_980.957_987_041_728_3;
        for squash in &mut self.squash {
            *squash = (65_536.0 / (1.0 + power)) as u16;
            power *= 0.996_101_369_470_117_5_f64;
        }
        let mut x = 0;
        for odds in 0..4096 {
            while x < 4095 && usize::from(self.squash[x]) < odds * 16 + 8 {
                x += 1;
            }
            for count in 0..16 {
                self.stretch[(odds ^ 2048) << 4 | count] = x as i16 - 2048;
            }
        }
        self.first.fill(Lanes::all(WEIGHT));
        self.second.fill(Lanes::all(WEIGHT));
        for set in &mut self.refined {
            for (cell, odds) in set.iter_mut().take(17).enumerate() {
                *odds = self.squash[(cell * 256).min(4095)];
            }
        }
    }

    /// Codes one byte, and learns from it.
    pub fn byte(&mut self, coder: &mut impl Coder) {
        let (contexts, kind) = self.contexts();
        let mut runs = self.runs;
        if runs[0] >= LONG {
            let byte = self.foretold(0);
            let odds = &mut self.lasting[kind << 5 | (runs[0] >> 2).min(31) as usize];
            let same = coder.same(u32::from(*odds ^ 0xf000).clamp(16, 65_520), byte);
            *odds = nearer(*odds ^ 0xf000, same) ^ 0xf000;
            if same == 1 {
                return self.take(byte);
            }
            runs[0] = 0;
        }
        let mut told = [way(kind, self.foretold(0)), way(kind, self.foretold(1))];
        let mut bases = self.find(&contexts, 0);
        let (mut node, mut place) = (1, 1);
        loop {
            let set = node | kind << 9;
            for k in 0..2 {
                let run = runs[k].min(31) as usize;
                let repeat = k << 11 | run << 6 | kind << 1 | (told[k] >> 31) as usize;
                bases[REPEATS + k] = SLOTS | if run > 0 { repeat } else { (1 + k) << 14 | set };
            }
            bases[KIND] = SLOTS | 3 << 14 | set;
            let trust = match runs {
                [0, run] => run.min(7),
                [run, _] => 8 + (run >> 2).min(7),
            };
            let bit = self.bit(coder, &bases, place, set, kind << 4 | trust as usize);
            for k in 0..2 {
                if told[k] >> 31 != bit {
                    runs[k] = 0;
                }
                told[k] <<= 1;
            }
            let step = usize::from(bit == 1);
            if node < 16 {
                place = usize::from(NEXT[(place << 1 | step) & 31]);
                node = place;
                if place < 16 {
                    continue;
                }
                let byte = usual(kind)[place & 15];
                if byte != OTHERS {
                    return self.take(u32::from(byte));
                }
                (node, place) = (17, 1);
            } else {
                node = (node - 16) * 2 + step;
                if node > 255 {
                    return self.take(node as u32 & 255);
                }
                node += 16;
                place = place << 1 | step;
                if place < 16 {
                    continue;
                }
                place = 1;
            }
            bases = self.find(&contexts, node as u32);
        }
    }

    #[inline(always)]
    fn bit(&mut self, coder: &mut impl Coder, bases: &[usize; 8], place: usize, set: usize, trust: usize) -> u32 {
        let mut at = *bases;
        for base in &mut at[..CONTEXTS] {
            *base |= place;
        }
        let at = at.map(|base| base & (2 * SLOTS - 1));
        let slots = at.map(|at| self.slots[at]);
        let inputs = Lanes::new(slots.map(|slot| self.stretch[usize::from(slot)]));
        let slots = Lanes::new(slots.map(|slot| slot as i16));
        let (set, trust) = (set & (SETS - 1), trust & (16 * KINDS - 1));
        let [a, b] = [self.first[trust], self.second[set]].map(|weights| {
            let mixed = (inputs.dot(weights) >> 13).clamp(-2047, 2047) + 2048;
            mixed as usize & 4095
        });
        let both = (a + b) >> 1;
        let (cell, part) = (both >> 8, (both & 255) as u32);
        let refined = &mut self.refined[set];
        let fine = (u32::from(refined[cell]) * (256 - part) + u32::from(refined[cell + 1]) * part) >> 8;
        let odds = (u32::from(self.squash[both]) + fine) >> 1;

        let bit = coder.bit(odds.clamp(16, 65_520));

        let refined = &mut refined[cell + (part >> 7) as usize];
        *refined = nearer(*refined, bit);
        let [a, b] = [a, b].map(|said| {
            let missed = (bit << 16) as i32 - i32::from(self.squash[said]);
            inputs.times(Lanes::all(((missed * 3) >> 3) as i16))
        });
        self.first[trust] = self.first[trust].plus(a);
        self.second[set] = self.second[set].plus(b);
        let goal = Lanes::all(if bit == 1 { i16::MAX } else { i16::MIN });
        let count = slots.and(Lanes::all(15));
        let nearer = slots.plus(goal.minus(slots).times(count.pick(&RATES)));
        let counted = count.plus(Lanes::all(1)).min(MOST);
        let slots = nearer.and(Lanes::all(-16)).or(counted).each();
        for lane in 0..8 {
            self.slots[at[lane]] = slots[lane] as u16;
        }
        bit
    }

    /// What stands around the next byte, and its kind.
    fn contexts(&self) -> ([u32; CONTEXTS], usize) {
        let syntax = &self.syntax;
        let next = syntax.next as usize & (KINDS - 1);
        if syntax.is_code() {
            let here = hash(syntax.now, syntax.next | syntax.read.min(3) << 5 | syntax.opcode << 8);
            let opcodes = syntax.opcodes as u32;
            let contexts = [
                here,
                hash(here, syntax.before),
                hash(here, opcodes & 0xffff),
                hash(hash(here, opcodes), (syntax.opcodes >> 32) as u32 & 0xffff),
                hash(hash(here, syntax.local), opcodes & 0xff_ffff),
            ];
            return (contexts, next);
        }
        let four = self.four(4);
        let [one, two, three] = [four >> 24, four >> 16, four >> 8];
        if syntax.next != DATA {
            return ([one, two, three, self.word, four], next);
        }
        // Of a table, what stood in the same place of the two words before.
        let place = self.length & 3;
        let column = hash(place as u32, self.back(4) | self.back(8) << 8);
        ([one, two, three, self.word, column], 18 + place)
    }

    /// The bucket of each context, made empty if it was another's.
    #[inline(never)]
    fn find(&mut self, contexts: &[u32; CONTEXTS], node: u32) -> [usize; 8] {
        let mut bases = [0; 8];
        let salt = node << 3 | u32::from(self.syntax.is_code()) << 12;
        for (lane, context) in contexts.iter().enumerate() {
            let hash = hash(*context, salt | lane as u32);
            let check = hash as u16 | 1;
            let mut base = (hash >> 5) as usize & (SLOTS - 16);
            if self.slots[base] != check {
                let other = base ^ 16;
                if self.slots[other] == check || self.slots[other | 1] & 15 < self.slots[base | 1] & 15 {
                    base = other;
                }
                if self.slots[base] != check {
                    self.slots[base..base + 16].fill(0);
                    self.slots[base] = check;
                }
            }
            bases[lane] = base;
        }
        bases
    }

    #[inline(never)]
    fn take(&mut self, byte: u32) {
        for k in 0..2 {
            let goes_on = self.runs[k] > 0 && self.foretold(k) == byte;
            self.runs[k] = if goes_on { self.runs[k] + 1 } else { 0 };
            self.repeats[k] += 1;
        }
        self.bytes[self.length & (ROOM - 1)] = byte as u8;
        self.length += 1;
        self.syntax.take(byte);
        let is_letter = byte >= 0xc3 || (byte | 32).wrapping_sub(97) < 26;
        self.word = if is_letter { hash(self.word, byte) } else { 0 };
        for k in 0..2 {
            // Eleven bytes, and six: what came before is shifted out.
            let grown = self.trails[k].wrapping_mul([0xf1bb_cd88, 0x8dde_6c40][k]);
            self.trails[k] = grown.wrapping_add((byte + 1).wrapping_mul(0x2f0b_4c47));
            let trail = (self.trails[k] >> 16) as usize;
            let before = self.seen[k][trail] as usize;
            self.seen[k][trail] = self.length as u32;
            if self.runs[k] == 0 && before > 0 {
                let mut alike = 0;
                while alike < 32 && alike < before && self.at(before - 1 - alike) == self.back(alike + 1) {
                    alike += 1;
                }
                if alike > 2 {
                    self.runs[k] = alike as u32;
                    self.repeats[k] = before;
                }
            }
        }
    }

    /// What follows if a repeat goes on.
    fn foretold(&self, k: usize) -> u32 {
        self.at(self.repeats[k])
    }

    fn at(&self, place: usize) -> u32 {
        u32::from(self.bytes[place & (ROOM - 1)])
    }

    fn back(&self, count: usize) -> u32 {
        self.at(self.length.wrapping_sub(count))
    }

    fn four(&self, count: usize) -> u32 {
        let [a, b, c, d] = [0, 1, 2, 3].map(|later| self.back(count - later));
        a | b << 8 | c << 16 | d << 24
    }

    /// The kind of the next byte, for `way`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn kind(&self) -> usize {
        self.contexts().1
    }
}
