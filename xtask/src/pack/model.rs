//! Foretells the next bit of the payload, in the packer and in the page alike.
//!
//! Three contexts (the last bytes; in code the last instructions), a repeat of what stood before, and the kind of
//! byte each say how likely a one is. A small mixer, trained as it goes, weighs the five by the kind of byte, how far
//! into it one is, and how long the repeat is. A byte is first one of the fifteen usual ones of its kind, in two to
//! six bits, or else eight bits of its own.
//!
//! More contexts, mixers and room for what was seen would make the page a twentieth smaller, and its start on a
//! slow phone a second longer.
//!
//! Only whole numbers, and nothing that depends on the machine: a bit foretold otherwise would spoil all the rest.

use super::lanes::Lanes;
use super::syntax::{CALL, CONST, DATA, INDEX, OFFSET, OPCODE, Syntax, hash};

/// As long as the payload may be.
pub const ROOM: usize = 1 << 21;
/// So few that most of them stay near the processor.
const SLOTS: usize = 1 << 20;
const CONTEXTS: usize = 3;
/// What else says how likely a one is: the repeat, and the kind alone.
const REPEAT: usize = CONTEXTS;
const KIND: usize = CONTEXTS + 1;
const INPUTS: usize = CONTEXTS + 2;
const KINDS: usize = 32;
/// How far into a byte one is: 1 to 15 in the usual ones, from 16 on by the count of bits in the others.
const STEPS: usize = 32;
/// From a repeat of this length on, one bit says that it goes on.
const LONG: u32 = 12;

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
    /// The other way, from a slot without its count.
    stretch: [i16; 4096],
    /// The odds of a one, less a half, in twelve bits, and in four how often they were put right. Sixteen make a
    /// bucket: a check and the fifteen places of a tree. The upper half is for repeats and what needs no check.
    slots: [u16; 2 * SLOTS],
    /// What the mixer gives for each input, by kind, step and trust in the repeat; the last three lanes are idle.
    weights: [Lanes; 4 * STEPS * KINDS],
    /// How likely a long repeat goes on; zero stands for 15 of 16.
    lasting: [u16; 32 * KINDS],
    /// Where the last six bytes, hashed, stood before.
    seen: [u32; 1 << 16],
    trail: u32,
    repeat: usize,
    run: u32,
    pub bytes: [u8; ROOM],
    length: usize,
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
const MOST: i16 = 11;
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
            self.stretch[odds ^ 2048] = x as i16 - 2048;
        }
        self.weights.fill(Lanes::all(WEIGHT));
    }

    /// Codes one byte, and learns from it.
    pub fn byte(&mut self, coder: &mut impl Coder) {
        let (contexts, kind) = self.contexts();
        let mut run = self.run;
        let foretold = self.at(self.repeat);
        if run >= LONG {
            let odds = &mut self.lasting[kind << 5 | (run >> 2).min(31) as usize];
            let same = coder.same(u32::from(*odds ^ 0xf000).clamp(16, 65_520), foretold);
            *odds = nearer(*odds ^ 0xf000, same) ^ 0xf000;
            if same == 1 {
                return self.take(foretold);
            }
            run = 0;
        }
        let mut told = way(kind, foretold);
        let mut bases = self.find(&contexts, 0);
        let (mut node, mut place) = (1, 1);
        loop {
            let plain = node | kind << 9;
            let repeat = (run.min(31) as usize) << 6 | kind << 1 | (told >> 31) as usize;
            bases[REPEAT] = SLOTS | if run > 0 { repeat } else { 1 << 14 | plain };
            bases[KIND] = SLOTS | 2 << 14 | plain;
            let step = if node < 16 { node } else { 16 + (node - 16).ilog2() as usize };
            let trust = usize::from(run > 0) + usize::from(run > 7);
            let bit = self.bit(coder, &bases, place, (kind * STEPS + step) << 2 | trust);
            if told >> 31 != bit {
                run = 0;
            }
            told <<= 1;
            let one = usize::from(bit == 1);
            if node < 16 {
                place = usize::from(NEXT[(place << 1 | one) & 31]);
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
                node = (node - 16) * 2 + one;
                if node > 255 {
                    return self.take(node as u32 & 255);
                }
                node += 16;
                place = place << 1 | one;
                if place < 16 {
                    continue;
                }
                place = 1;
            }
            bases = self.find(&contexts, node as u32);
        }
    }

    #[inline(always)]
    fn bit(&mut self, coder: &mut impl Coder, bases: &[usize; INPUTS], place: usize, set: usize) -> u32 {
        let mut at = *bases;
        for base in &mut at[..CONTEXTS] {
            *base |= place;
        }
        let (mut slots, mut inputs) = ([0; 8], [0; 8]);
        for k in 0..INPUTS {
            at[k] &= 2 * SLOTS - 1;
            let slot = self.slots[at[k]];
            slots[k] = slot as i16;
            inputs[k] = self.stretch[usize::from(slot >> 4)];
        }
        let (slots, inputs) = (Lanes::new(slots), Lanes::new(inputs));
        let weights = &mut self.weights[set & (4 * STEPS * KINDS - 1)];
        let mixed = (inputs.dot(*weights) >> 13).clamp(-2047, 2047) + 2048;
        let odds = u32::from(self.squash[mixed as usize & 4095]);

        let bit = coder.bit(odds.clamp(16, 65_520));

        let missed = (bit << 16) as i32 - odds as i32;
        *weights = weights.plus(inputs.times(Lanes::all((missed >> 2) as i16)));
        let goal = Lanes::all(if bit == 1 { i16::MAX } else { i16::MIN });
        let count = slots.and(Lanes::all(15));
        let nearer = slots.plus(goal.minus(slots).times(count.pick(&RATES)));
        let counted = count.plus(Lanes::all(1)).min(Lanes::all(MOST));
        let slots = nearer.and(Lanes::all(-16)).or(counted).each();
        for (at, slot) in at.into_iter().zip(slots) {
            self.slots[at] = slot as u16;
        }
        bit
    }

    /// What stands around the next byte, and its kind.
    fn contexts(&self) -> ([u32; CONTEXTS], usize) {
        let syntax = &self.syntax;
        let next = syntax.next as usize & (KINDS - 1);
        if syntax.is_code() {
            let here = hash(syntax.now, syntax.next | syntax.read.min(3) << 5 | syntax.opcode << 8);
            let contexts = [here, hash(here, syntax.before), hash(here, syntax.opcodes)];
            return (contexts, next);
        }
        let four = self.last_four();
        // Of data, what stands in which place of a word.
        let kind = if next as u32 == DATA { 18 + (self.length & 3) } else { next };
        ([four >> 24, four >> 16, four], kind)
    }

    /// The bucket of each context, made empty if it was another's.
    #[inline(never)]
    fn find(&mut self, contexts: &[u32; CONTEXTS], node: u32) -> [usize; INPUTS] {
        let mut bases = [0; INPUTS];
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
        let goes_on = self.run > 0 && self.at(self.repeat) == byte;
        self.run = if goes_on { self.run + 1 } else { 0 };
        self.repeat += 1;
        self.bytes[self.length & (ROOM - 1)] = byte as u8;
        self.length += 1;
        self.syntax.take(byte);
        // What came before the last six bytes is shifted out.
        let grown = self.trail.wrapping_mul(0x8dde_6c40);
        self.trail = grown.wrapping_add((byte + 1).wrapping_mul(0x2f0b_4c47));
        let trail = (self.trail >> 16) as usize;
        let before = self.seen[trail] as usize;
        self.seen[trail] = self.length as u32;
        if self.run == 0 && before > 0 {
            let mut alike = 0;
            while alike < 32 && alike < before && self.at(before - 1 - alike) == self.back(alike + 1) {
                alike += 1;
            }
            if alike > 2 {
                self.run = alike as u32;
                self.repeat = before;
            }
        }
    }

    fn at(&self, place: usize) -> u32 {
        u32::from(self.bytes[place & (ROOM - 1)])
    }

    fn back(&self, count: usize) -> u32 {
        self.at(self.length.wrapping_sub(count))
    }

    /// The last byte highest.
    fn last_four(&self) -> u32 {
        (1..=4).fold(0, |four, count| four << 8 | self.back(count))
    }

    /// The kind of the next byte, for `way`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn kind(&self) -> usize {
        self.contexts().1
    }
}
