//! The payload made small: each bit as costly as the model found it unlikely. `unpacker.rs` is the other half.
//!
//! All bits together are one long fraction, written in base 93: the letters from `!` to `~` without `<`, so that
//! nothing in them ends a script, and no browser or editor changes them. First comes the length in 32 bits, then
//! the bytes, then their CRC-32.

use super::model::{Coder, Model, ROOM, way};
use crate::run::{Result, about, root, run};
use base64::{Engine, engine::general_purpose::STANDARD};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::path::Path;
use std::process::Command;

const BASE: u64 = 93;
/// The digits that still can change are five, and all before are settled but for a carry.
const TOP: u64 = BASE * BASE * BASE * BASE;

pub fn pack(bytes: &[u8]) -> Result<String> {
    if bytes.len() > ROOM {
        return Err(format!("The payload has {} bytes; its unpacker has room for {ROOM}.", bytes.len()));
    }
    let mut model = model();
    let mut writer = Writer { range: 1, ..Writer::default() };
    writer.number(bytes.len() as u32);
    for byte in bytes {
        writer.byte = u32::from(*byte);
        writer.way = way(model.kind(), writer.byte);
        model.byte(&mut writer);
    }
    writer.number(crc32(bytes));
    Ok(writer.end())
}

/// The unpacker as the boot carries it: a wasm program, deflated, in base 64.
pub fn unpacker(stage: &Path) -> Result<String> {
    let path = stage.join("unpacker.wasm");
    let mut rustc = Command::new("rustc");
    rustc.args([
        "--edition=2024",
        "--crate-type=cdylib",
        "--target=wasm32-unknown-unknown",
        "-Ctarget-feature=+simd128",
    ]);
    rustc.args(["-Copt-level=2", "-Cpanic=abort", "-Cstrip=symbols", "-Clto=fat", "-o"]).arg(&path);
    run(rustc.arg(root().join("xtask/src/pack/unpacker.rs")))?;
    let program = std::fs::read(&path).map_err(about(&path))?;
    std::fs::remove_file(&path).map_err(about(&path))?;
    let program = super::wasm::without_custom_sections(&program)?;
    Ok(STANDARD.encode(compress_to_vec_zlib(&program, 10)))
}

/// Made where it stays: it is too large for the stack.
fn model() -> Box<Model> {
    // SAFETY: it holds nothing but numbers, and zero is one for each.
    let mut model = unsafe { Box::<Model>::new_zeroed().assume_init() };
    model.begin();
    model
}

#[derive(Default)]
struct Writer {
    digits: Vec<u8>,
    low: u64,
    range: u64,
    byte: u32,
    way: u32,
}

impl Writer {
    fn put(&mut self, bit: bool, odds: u32) {
        while self.range <= u64::from(u32::MAX) / BASE {
            self.shift();
        }
        let bound = (self.range * u64::from(odds)) >> 16;
        if bit {
            self.range = bound;
            return;
        }
        self.range -= bound;
        self.low += bound;
        if self.low >= TOP * BASE {
            self.low -= TOP * BASE;
            self.carry();
        }
    }

    fn shift(&mut self) {
        self.digits.push((self.low / TOP) as u8);
        self.low = self.low % TOP * BASE;
        self.range *= BASE;
    }

    fn carry(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            *digit = (*digit + 1) % BASE as u8;
            if *digit > 0 {
                return;
            }
        }
    }

    fn number(&mut self, number: u32) {
        (0..32).rev().for_each(|place| self.put(number >> place & 1 == 1, 1 << 15));
    }

    /// The first five digits are zeros: the range began below them.
    fn end(mut self) -> String {
        (0..5).for_each(|_| self.shift());
        self.digits[5..].iter().map(|digit| char::from(digit + 33 + u8::from(*digit > 26))).collect()
    }
}

impl Coder for Writer {
    fn bit(&mut self, odds: u32) -> u32 {
        let bit = self.way >> 31;
        self.way <<= 1;
        self.put(bit == 1, odds);
        bit
    }

    fn same(&mut self, odds: u32, byte: u32) -> u32 {
        self.put(self.byte == byte, odds);
        u32::from(self.byte == byte)
    }
}

/// The checksum of zip and PNG, bit by bit; the boot works it out by a table.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| sum >> 1 ^ (0xedb8_8320 & 0u32.wrapping_sub(sum & 1));
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `unpacker.rs` reads it.
    struct Reader<'a> {
        letters: &'a [u8],
        range: u64,
        code: u64,
    }

    impl Coder for Reader<'_> {
        fn bit(&mut self, odds: u32) -> u32 {
            while self.range <= u64::from(u32::MAX) / BASE {
                let (letter, rest) = self.letters.split_first().unwrap_or((&33, &[]));
                self.letters = rest;
                self.code = self.code * BASE + u64::from(letter - 33) - u64::from(*letter > 60);
                self.range *= BASE;
            }
            let bound = (self.range * u64::from(odds)) >> 16;
            let one = self.code < bound;
            self.range = if one { bound } else { self.range - bound };
            self.code -= if one { 0 } else { bound };
            u32::from(one)
        }

        fn same(&mut self, odds: u32, _: u32) -> u32 {
            self.bit(odds)
        }
    }

    fn unpack(letters: &str) -> (Vec<u8>, u32) {
        let mut reader = Reader { letters: letters.as_bytes(), range: 1, code: 0 };
        let number = |reader: &mut Reader| (0..32).fold(0, |number, _| number << 1 | reader.bit(1 << 15));
        let mut model = model();
        let length = number(&mut reader) as usize;
        (0..length).for_each(|_| model.byte(&mut reader));
        (model.bytes[..length].to_vec(), number(&mut reader))
    }

    fn noise(length: usize) -> Vec<u8> {
        (0..length as u32).map(|n| (n.wrapping_mul(n).wrapping_mul(2_654_435_761) >> 13) as u8).collect()
    }

    #[test]
    fn what_is_packed_reads_back() {
        let text = "El fiel de la balanza. ".repeat(400);
        assert!(pack(text.as_bytes()).unwrap().len() < 100);
        let wasm = [b"\0asm\x01\0\0\0\x0a\x0c\x01\x0a\x00".as_slice(), b"\x20\x00\x41\xc0\x00\x6a\x1a\x0b"].concat();
        let samples = [text.into_bytes(), noise(3000), vec![0; 5000], vec![255; 50], wasm, vec![]];
        for bytes in samples {
            assert_eq!(unpack(&pack(&bytes).unwrap()), (bytes.clone(), crc32(&bytes)));
        }
    }

    /// A letter holds 6.54 bits: 8,000 bytes are at least 9,787 letters. The model may be wrong by a twentieth.
    #[test]
    fn noise_grows_by_what_a_letter_cannot_hold() {
        let length = pack(&noise(8000)).unwrap().len();
        assert!(length < 9_787 * 21 / 20, "{length}");
    }

    #[test]
    fn no_letter_means_anything_to_a_browser() {
        let text = pack(&noise(5000)).unwrap();
        assert!(text.bytes().all(|code| (33..127).contains(&code) && code != b'<'));
    }

    #[test]
    fn the_checksum_is_the_one_that_everybody_uses() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
