//! What is wanted of a search, and what it gives.

/// Which of the documents that answer a query are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// So many at most.
    pub limit: usize,
    /// Only those after this end; of those that rank as high, only from this ordinal on.
    pub after: Option<(&'a End, u32)>,
    /// Documents that do not exist for the asker: they bear on nothing, not even on how rare a word is.
    pub hidden: &'a [u32],
}

/// The offers that answer a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// How many documents match and were accepted, also those that were not wanted.
    pub total: usize,
    /// The best of those wanted, best first.
    pub ordinals: Vec<u32>,
    /// Where they end, if there are more.
    pub end: Option<End>,
}

/// Where a page of hits ends: enough to go on from there in an index that has been made anew since.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// How high the last hit ranks.
    pub rank: u32,
    /// How the words of the query were taken. Taken so again, a document that is as it was ranks as it did,
    /// whatever was added or withdrawn beside it.
    pub words: Vec<Taken>,
}

/// How a word of a query was taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taken {
    /// How much it says; nothing if no document matched it.
    pub weight: f32,
    /// The mistakes that were looked for in it, where any explained it.
    pub typos: u8,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::{Document, Index, IndexBuilder};
    use super::*;

    /// Documents by an id that stays, in whose order they are added.
    type Shelf = BTreeMap<u32, String>;

    fn index(shelf: &Shelf) -> Index {
        let mut builder = IndexBuilder::new();
        for name in shelf.values() {
            builder.add(&Document {
                names: &[name],
                ..Document::default()
            });
        }
        builder.build()
    }

    /// The ids of a page and its end.
    fn page(
        shelf: &Shelf,
        query: &str,
        limit: usize,
        after: Option<&(End, u32)>,
    ) -> (Vec<u32>, Option<(End, u32)>) {
        let ids: Vec<u32> = shelf.keys().copied().collect();
        let after = after.map(|(end, last)| (end, ids.partition_point(|id| id <= last) as u32));
        let wanted = Wanted {
            limit,
            after,
            hidden: &[],
        };
        let hits = index(shelf)
            .search(query, &wanted, &mut |_| true)
            .expect("a query with a word");
        let found: Vec<u32> = hits.ordinals.iter().map(|at| ids[*at as usize]).collect();
        let last = found.last().copied();
        (found, hits.end.zip(last))
    }

    /// Names that share words, so that each that comes or goes makes others rarer or less rare.
    fn name() -> impl Strategy<Value = String> {
        let words = [
            "backup",
            "backups",
            "bakcup",
            "cloud",
            "data",
            "vault",
            "보안관리",
            "보안",
            "도구",
        ];
        proptest::collection::vec(prop::sample::select(words.to_vec()), 1..5)
            .prop_map(|words| words.join(" "))
    }

    fn query() -> impl Strategy<Value = String> {
        let words = [
            "backup",
            "bakup",
            "clou",
            "data vault",
            "cloud nothing data",
            "보안관",
            "backup 도구 cloud",
        ];
        prop::sample::select(words.to_vec()).prop_map(str::to_owned)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn pages_join_up_while_others_come_and_go(
            stay in proptest::collection::btree_map(0_u32..100, name(), 1..20),
            come_and_go in proptest::collection::vec((100_u32..200, name(), any::<bool>()), 0..40),
            query in query(),
            limit in 1_usize..4,
        ) {
            // Ids of those that come and go lie between those that stay.
            let mut shelf: Shelf = stay.iter().map(|(id, name)| (id * 2, name.clone())).collect();
            let other = |id: &u32| (id - 100) * 2 + 1;
            let (there, coming) = come_and_go.split_at(come_and_go.len() / 2);
            shelf.extend(there.iter().map(|(id, name, _)| (other(id), name.clone())));
            let (all, end) = page(&shelf, &query, usize::MAX, None);
            prop_assert_eq!(end, None);
            let mut changes = there.iter().map(|it| (it, true)).chain(coming.iter().map(|it| (it, false)));
            let mut walked = Vec::new();
            let mut after = None;
            loop {
                let (found, end) = page(&shelf, &query, limit, after.as_ref());
                walked.extend(found);
                after = end;
                if after.is_none() {
                    break;
                }
                for ((id, name, goes), was_there) in changes.by_ref().take(5) {
                    match was_there {
                        true if *goes => shelf.remove(&other(id)),
                        true => None,
                        false => shelf.insert(other(id), name.clone()),
                    };
                }
            }
            let staying = |ids: &[u32]| ids.iter().copied().filter(|id| id % 2 == 0).collect::<Vec<_>>();
            prop_assert_eq!(staying(&walked), staying(&all));
        }
    }

    #[test]
    fn what_is_hidden_bears_on_nothing() {
        let mut shelf: Shelf = (0..)
            .zip(["Cloud backup", "Cloud", "Backup", "Vault"].map(str::to_owned))
            .collect();
        let look = |shelf: &Shelf, hidden: &[u32]| {
            let wanted = Wanted {
                limit: 2,
                after: None,
                hidden,
            };
            let hits = index(shelf).search("backup cloud secret", &wanted, &mut |_| true);
            hits.expect("a query with a word")
        };
        let open = look(&shelf, &[]);
        assert_eq!((open.total, open.ordinals.as_slice()), (1, &[0][..]));
        shelf.insert(4, "Secret cloud".to_owned());
        shelf.insert(5, "Backup backup secret".to_owned());
        assert_eq!(look(&shelf, &[4, 5]), open);
        assert_ne!(look(&shelf, &[]), open);
    }
}
