//! Eight numbers of 16 bits that are worked on at once.
//!
//! In the page by one instruction each, in the packer one after the other; both give the same to the last bit.

#[cfg(not(target_arch = "wasm32"))]
pub use plain::Lanes;
#[cfg(target_arch = "wasm32")]
pub use wide::Lanes;

#[cfg(target_arch = "wasm32")]
mod wide {
    use core::arch::wasm32::*;

    #[derive(Clone, Copy)]
    pub struct Lanes(v128);

    impl Lanes {
        pub const fn new(n: [i16; 8]) -> Self {
            Self(i16x8(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]))
        }
        pub fn all(n: i16) -> Self {
            Self(i16x8_splat(n))
        }
        pub fn each(self) -> [i16; 8] {
            let v = self.0;
            let low = [i16x8_extract_lane::<0>(v), i16x8_extract_lane::<1>(v), i16x8_extract_lane::<2>(v)];
            let next = [i16x8_extract_lane::<3>(v), i16x8_extract_lane::<4>(v), i16x8_extract_lane::<5>(v)];
            let high = [i16x8_extract_lane::<6>(v), i16x8_extract_lane::<7>(v)];
            [low[0], low[1], low[2], next[0], next[1], next[2], high[0], high[1]]
        }
        /// The sum of the eight products.
        pub fn dot(self, other: Self) -> i32 {
            let sums = i32x4_dot_i16x8(self.0, other.0);
            let low = i32x4_extract_lane::<0>(sums) + i32x4_extract_lane::<1>(sums);
            low + i32x4_extract_lane::<2>(sums) + i32x4_extract_lane::<3>(sums)
        }
        pub fn plus(self, other: Self) -> Self {
            Self(i16x8_add_sat(self.0, other.0))
        }
        pub fn minus(self, other: Self) -> Self {
            Self(i16x8_sub_sat(self.0, other.0))
        }
        /// The other ones count as parts of 32,768.
        pub fn times(self, other: Self) -> Self {
            Self(i16x8_q15mulr_sat(self.0, other.0))
        }
        pub fn and(self, other: Self) -> Self {
            Self(v128_and(self.0, other.0))
        }
        pub fn or(self, other: Self) -> Self {
            Self(v128_or(self.0, other.0))
        }
        pub fn min(self, other: Self) -> Self {
            Self(i16x8_min(self.0, other.0))
        }
        /// Each number below 16 becomes that entry of the table, 128 times over.
        pub fn pick(self, table: &[u8; 16]) -> Self {
            let bytes = u128::from_le_bytes(*table);
            let found = u8x16_swizzle(u64x2(bytes as u64, (bytes >> 64) as u64), self.0);
            Self(i16x8_shl(v128_and(found, i16x8_splat(255)), 7))
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod plain {
    #[derive(Clone, Copy)]
    pub struct Lanes([i16; 8]);

    impl Lanes {
        pub const fn new(n: [i16; 8]) -> Self {
            Self(n)
        }
        pub fn all(n: i16) -> Self {
            Self([n; 8])
        }
        pub fn each(self) -> [i16; 8] {
            self.0
        }
        fn with(self, other: Self, work: impl Fn(i16, i16) -> i16) -> Self {
            Self(std::array::from_fn(|lane| work(self.0[lane], other.0[lane])))
        }
        pub fn dot(self, other: Self) -> i32 {
            self.0.iter().zip(other.0).map(|(a, b)| i32::from(*a) * i32::from(b)).sum()
        }
        pub fn plus(self, other: Self) -> Self {
            self.with(other, i16::saturating_add)
        }
        pub fn minus(self, other: Self) -> Self {
            self.with(other, i16::saturating_sub)
        }
        pub fn times(self, other: Self) -> Self {
            self.with(other, |a, b| ((i32::from(a) * i32::from(b) + 16_384) >> 15).min(32_767) as i16)
        }
        pub fn and(self, other: Self) -> Self {
            self.with(other, |a, b| a & b)
        }
        pub fn or(self, other: Self) -> Self {
            self.with(other, |a, b| a | b)
        }
        pub fn min(self, other: Self) -> Self {
            self.with(other, i16::min)
        }
        pub fn pick(self, table: &[u8; 16]) -> Self {
            self.with(self, |n, _| i16::from(table[usize::from(n as u16 & 15)]) << 7)
        }
    }
}
