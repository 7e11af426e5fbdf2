//! Which looks a stretch of text is worth, told by one pass over its bytes however many looks
//! there are: hardly any text has a sign of any.

/// What the bytes of a text may be part of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Signs(u8);

impl Signs {
    /// Brackets, of links that are none.
    pub(super) const BRACKETS: Signs = Signs(1);
    /// The first bytes of the brackets of East Asian keyboards.
    pub(super) const WIDE: Signs = Signs(2);
    /// The first bytes of signs that fonts have for themselves.
    pub(super) const PRIVATE: Signs = Signs(4);
    /// The first byte of letters of mathematics.
    pub(super) const DRAWN: Signs = Signs(8);
    /// What other programs leave in copied texts.
    pub(super) const LEFT: Signs = Signs(16);
    /// Marks of other programs.
    pub(super) const FOREIGN: Signs = Signs(32);

    /// Dollars, of formulas.
    pub(super) const MONEY: Signs = Signs(64);

    /// Those of a text.
    pub(super) fn of(text: &str) -> Signs {
        Signs(text.bytes().fold(0, |all, byte| all | TABLE[usize::from(byte)]))
    }

    /// Whether these are among them.
    pub(super) fn has(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }
}

const TABLE: [u8; 256] = {
    const ALL: [(Signs, &[u8]); 7] = [
        (Signs::BRACKETS, b"[]"),
        (Signs::WIDE, &[0xE3, 0xEF]),
        (Signs::PRIVATE, &[0xEE, 0xEF]),
        (Signs::DRAWN, &[0xF0]),
        (Signs::LEFT, &[b'!', b'#', b'[', b'H', b'_', b'\\', 0xE3]),
        (Signs::FOREIGN, &[b'=', b'{', b':', b'[', b'\'', 0xE2, b'%', b'^', b'&', b'<']),
        (Signs::MONEY, b"$"),
    ];
    let mut table = [0; 256];
    let mut kind = 0;
    while kind < ALL.len() {
        let (signs, bytes) = ALL[kind];
        let mut at = 0;
        while at < bytes.len() {
            table[bytes[at] as usize] |= signs.0;
            at += 1;
        }
        kind += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_signs_is_worth_no_look() {
        assert_eq!(Signs::of("Xã họp lúc 8 giờ, tại nhà văn hoá thôn."), Signs(0));
        assert!(Signs::of("xem [tin]").has(Signs::BRACKETS));
        assert!(Signs::of("𝗯").has(Signs::DRAWN) && !Signs::of("b").has(Signs::DRAWN));
    }
}
