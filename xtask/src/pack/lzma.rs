//! The payload made small: an LZMA stream behind its length and its checksum. `boot.js` unpacks it.
//!
//! A sixth smaller than the smallest gzip; no browser opens it by itself, so the boot does, in some
//! ninety lines. Four bytes of length, four of CRC-32, both little-endian, then the stream with three
//! bits of literal context, none of position, and no end mark.

use crate::run::Result;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::Write;

pub fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let about = |error: &dyn std::fmt::Display| format!("The payload could not be packed: {error}.");
    let length = u32::try_from(bytes.len()).map_err(|error| about(&error))?;
    let head = [length.to_le_bytes(), crc32(bytes).to_le_bytes()].concat();
    let options = LzmaOptions { pb: 0, nice_len: LzmaOptions::NICE_LEN_MAX, ..LzmaOptions::with_preset(9) };
    let mut packer = LzmaWriter::new_no_header(head, &options, false).map_err(|error| about(&error))?;
    packer.write_all(bytes).map_err(|error| about(&error))?;
    packer.finish().map_err(|error| about(&error))
}

/// The checksum of zip and PNG, bit by bit as the boot works it out.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| sum >> 1 ^ (0xedb8_8320 & 0u32.wrapping_sub(sum & 1));
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::LzmaReader;
    use std::io::Read;

    #[test]
    fn what_is_packed_is_whole_and_smaller() {
        let text = "El fiel de la balanza. ".repeat(400);
        let packed = pack(text.as_bytes()).unwrap();
        assert!(packed.len() < 100, "{} bytes", packed.len());
        assert_eq!(packed[..4], (text.len() as u32).to_le_bytes());
        assert_eq!(packed[4..8], crc32(text.as_bytes()).to_le_bytes());
        let mut unpacked = String::new();
        let mut reader = LzmaReader::new(&packed[8..], text.len() as u64, 3, 0, 0, 1 << 20, None).unwrap();
        reader.read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
    }

    #[test]
    fn the_checksum_is_the_one_that_everybody_uses() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
