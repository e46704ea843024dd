//! Bytes as printable letters, 13 bits in two of them: a twelfth shorter than base64.
//!
//! The letters are those from `!` to `~` without `&`, `<` and `\`: nothing in them ends a script, and no browser
//! or editor changes them. `boot.js` reads them.

/// What is left at the end goes into two letters, or into one if it fits; so it never reads back as a byte more.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held |= u32::from(*byte) << bits;
        bits += 8;
        if bits >= 13 {
            text.extend([letter(held % 8192 % 91), letter(held % 8192 / 91)]);
            held >>= 13;
            bits -= 13;
        }
    }
    if bits > 6 {
        text.extend([letter(held % 91), letter(held / 91)]);
    } else if bits > 0 {
        text.push(letter(held));
    }
    text
}

fn letter(digit: u32) -> char {
    let skipped = [38, 60, 92];
    let code = skipped.iter().fold(digit + 33, |code, skip| if code >= *skip { code + 1 } else { code });
    char::from_u32(code).unwrap_or('!')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `boot.js` reads it.
    fn decode(text: &str) -> Vec<u8> {
        let digit = |code: u8| u32::from(code - 33) - [38, 60, 92].iter().filter(|skip| code > **skip).count() as u32;
        let mut bytes = Vec::new();
        let (mut held, mut bits) = (0_u32, 0);
        for pair in text.as_bytes().chunks(2) {
            held |= (digit(pair[0]) + 91 * pair.get(1).map_or(0, |code| digit(*code))) << bits;
            bits += if pair.len() == 2 { 13 } else { 6 };
            while bits >= 8 {
                bytes.push((held & 255) as u8);
                held >>= 8;
                bits -= 8;
            }
        }
        bytes
    }

    #[test]
    fn what_is_written_reads_back_at_every_length() {
        let noise: Vec<u8> = (0..700_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for length in 0..noise.len() {
            assert_eq!(decode(&encode(&noise[..length])), &noise[..length], "{length} bytes");
        }
        assert_eq!(decode(&encode(&[255; 64])), [255; 64]);
    }

    #[test]
    fn no_letter_means_anything_to_a_browser() {
        let text = encode(&(0..=255).cycle().take(5000).collect::<Vec<u8>>());
        assert!(text.bytes().all(|code| (33..127).contains(&code) && !b"&<\\".contains(&code)));
    }
}
