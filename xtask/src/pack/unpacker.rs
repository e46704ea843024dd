//! The page's unpacker: a wasm program of its own, which the packer builds and the boot carries.
//!
//! `press.rs` is its other half. The boot puts the letters at `begin()`, and calls `number` for the length, `take`
//! until all bytes stand at `bytes()`, and `number` for the checksum.

#![no_std]

mod lanes;
mod model;
mod syntax;

use core::mem::MaybeUninit;
use model::{Coder, Model};

/// The letters of the payload, from `!` to `~` without `<`, are the digits of one long fraction.
const BASE: u32 = 93;
const ROOM: usize = 1 << 19;

struct Reader {
    letters: [u8; ROOM],
    at: usize,
    range: u32,
    code: u32,
}

impl Coder for Reader {
    #[inline(always)]
    fn bit(&mut self, odds: u32) -> u32 {
        while self.range <= u32::MAX / BASE {
            let letter = u32::from(self.letters[self.at & (ROOM - 1)]);
            self.at += 1;
            let digit = letter.wrapping_sub(33 + u32::from(letter > 60));
            self.code = self.code.wrapping_mul(BASE).wrapping_add(digit);
            self.range *= BASE;
        }
        let bound = ((u64::from(self.range) * u64::from(odds)) >> 16) as u32;
        if self.code < bound {
            self.range = bound;
            return 1;
        }
        self.code -= bound;
        self.range -= bound;
        0
    }

    fn same(&mut self, odds: u32, _: u32) -> u32 {
        self.bit(odds)
    }
}

static mut MODEL: MaybeUninit<Model> = MaybeUninit::zeroed();
static mut READER: MaybeUninit<Reader> = MaybeUninit::zeroed();

/// There is one thread, and no call runs within another.
fn model() -> &'static mut Model {
    unsafe { (*&raw mut MODEL).assume_init_mut() }
}

fn reader() -> &'static mut Reader {
    unsafe { (*&raw mut READER).assume_init_mut() }
}

#[unsafe(no_mangle)]
extern "C" fn begin() -> *mut u8 {
    model().begin();
    reader().range = 1;
    reader().letters.as_mut_ptr()
}

#[unsafe(no_mangle)]
extern "C" fn number() -> u32 {
    (0..32).fold(0, |number, _| number << 1 | reader().bit(1 << 15))
}

#[unsafe(no_mangle)]
extern "C" fn take(count: u32) {
    for _ in 0..count {
        model().byte(reader());
    }
}

#[unsafe(no_mangle)]
extern "C" fn bytes() -> *const u8 {
    model().bytes.as_ptr()
}

#[panic_handler]
fn stop(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
