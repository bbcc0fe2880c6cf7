//! The lists of an index: which documents have a term, and what it earned there, packed.

/// Per term a list of (ordinal, impact): the distance to the ordinal before in 7-bit groups, then the impact.
#[derive(Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    /// Where the list of each term ends.
    ends: Vec<usize>,
}

impl Postings {
    /// Appends an entry to the bytes of one list.
    pub(super) fn append(list: &mut Vec<u8>, mut distance: u32, impact: u8) {
        while distance >= 0x80 {
            list.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        list.extend([distance as u8, impact]);
    }

    /// Appends an entry to the list at hand.
    pub(super) fn push(&mut self, distance: u32, impact: u8) {
        Self::append(&mut self.bytes, distance, impact);
    }

    /// Ends the list at hand; the next one is that of the next term.
    pub(super) fn finish_list(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// Reads the entries of one list.
    pub(super) fn each(list: &[u8], mut entry: impl FnMut(u32, u8)) {
        let mut bytes = list.iter().copied();
        while let Some(first) = bytes.next() {
            let mut distance = u32::from(first & 0x7F);
            let mut shift = 7;
            let mut more = first >= 0x80;
            while more && let Some(byte) = bytes.next() {
                distance |= u32::from(byte & 0x7F) << shift;
                shift += 7;
                more = byte >= 0x80;
            }
            entry(distance, bytes.next().unwrap_or(0));
        }
    }

    pub(super) fn packed(mut self) -> Self {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    pub(super) fn list(&self, rank: usize) -> &[u8] {
        let start = if rank == 0 { 0 } else { self.ends[rank - 1] };
        &self.bytes[start..self.ends[rank]]
    }

    pub(super) fn size_bytes(&self) -> usize {
        self.bytes.len() + self.ends.len() * size_of::<usize>()
    }
}
