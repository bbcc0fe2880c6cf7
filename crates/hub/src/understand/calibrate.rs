//! How often the weights are right when they are so sure: by examples that the weights had not seen.

use firstline_domain::lang::Lang;

use super::model::{Certainty, PartyCertainty, on_curve};
use super::train::{Judged, OwnerTable};

/// Of the questions it is sure of, so many are to be right.
const RIGHT_WHEN_SURE: f32 = 0.957;
/// It is to be sure of so many: in a language where that takes it, the share of right ones may be smaller,
const SURE_SHARE: f32 = 0.88;
/// down to this,
const RIGHT_WHEN_SURE_MIN: f32 = 0.95;
/// or to this where it is not told who asks, which the words do not always say.
const RIGHT_UNTOLD_MIN: f32 = 0.93;
/// Examples below which a threshold would rest on chance.
const SURE_MIN: usize = 50;
/// Points of a curve.
const POINTS: usize = 24;

/// A guess: how strongly it was made, and whether it was right.
type Guess = (f32, bool);

/// The curves and thresholds that follow from what was judged unseen.
pub(super) fn certainty(owners: &OwnerTable, judged: &[Judged<'_>]) -> Certainty {
    let (mut told, mut untold) = (Vec::with_capacity(judged.len()), Vec::with_capacity(judged.len()));
    let mut topic: Vec<Guess> = Vec::new();
    for Judged {
        seen,
        likely,
        by_asker,
    } in judged
    {
        let (asker, lang) = (seen.example.asker, seen.example.lang);
        let best = owners.best(likely, asker);
        let right = seen.meant().any(|meant| owners.same(best, meant, asker));
        told.push((lang, (owners.share(likely, best, asker), right)));
        let (party, strength) = owners.likeliest(by_asker);
        let right = seen.meant().any(|meant| owners.of(meant, asker) == party);
        untold.push((lang, (strength, right)));
        let likely = likely.iter().enumerate().filter(|(_, p)| **p > 0.02);
        topic.extend(likely.map(|(at, p)| (*p, seen.meant().any(|meant| meant == at))));
    }
    Certainty {
        told: party(&told, RIGHT_WHEN_SURE_MIN),
        untold: party(&untold, RIGHT_UNTOLD_MIN),
        topic: curve(topic),
    }
}

fn party(guesses: &[(Lang, Guess)], right_min: f32) -> PartyCertainty {
    let of = |lang: Option<Lang>| -> Vec<Guess> {
        let own = guesses
            .iter()
            .filter(|(of, _)| lang.is_none_or(|lang| *of == lang));
        own.map(|(_, guess)| *guess).collect()
    };
    let curve = curve(of(None));
    let sure = Lang::ALL
        .into_iter()
        .map(|lang| (lang, on_curve(&curve, threshold(of(Some(lang)), right_min))))
        .collect();
    PartyCertainty { curve, sure }
}

/// The share of right guesses by their strength, growing with it: pools of equals that would break the order are made one.
fn curve(mut guesses: Vec<Guess>) -> Vec<[f32; 2]> {
    guesses.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = guesses.len().div_ceil(POINTS * 4).max(1);
    // Sum of strengths, right ones, all.
    let mut pools: Vec<[f32; 3]> = Vec::new();
    for few in guesses.chunks(size) {
        pools.push([
            few.iter().map(|(strength, _)| strength).sum(),
            few.iter().filter(|(_, right)| *right).count() as f32,
            few.len() as f32,
        ]);
        while let [.., before, last] = pools.as_slice()
            && before[1] * last[2] >= last[1] * before[2]
        {
            let joined = std::array::from_fn(|at| before[at] + last[at]);
            pools.truncate(pools.len() - 2);
            pools.push(joined);
        }
    }
    pools
        .iter()
        // Half a guess in doubt to either side: nothing is ever certain.
        .map(|[strength, right, all]| [strength / all, (right + 0.5) / (all + 1.0)])
        .collect()
}

/// The lowest strength from which on the guesses are right often enough.
fn threshold(mut guesses: Vec<Guess>, right_min: f32) -> f32 {
    guesses.sort_by(|a, b| b.0.total_cmp(&a.0));
    let enough = guesses.len() as f32 * SURE_SHARE;
    let mut lowest = 1.0;
    let (mut right, mut sure) = (0, 0);
    for (at, (strength, is_right)) in guesses.iter().enumerate() {
        right += usize::from(*is_right);
        let share = right as f32 / (at + 1) as f32;
        let few = (sure as f32) < enough;
        if at + 1 >= SURE_MIN && (share >= RIGHT_WHEN_SURE || few && share >= right_min) {
            lowest = *strength;
            sure = at + 1;
        }
    }
    lowest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_grows_and_a_threshold_keeps_its_promise() {
        let guesses: Vec<Guess> = (0..1000)
            .map(|at| (at as f32 / 1000.0, at % 1000 > 997 - at))
            .collect();
        let drawn = curve(guesses.clone());
        assert!(
            drawn
                .windows(2)
                .all(|pair| pair[0][0] < pair[1][0] && pair[0][1] < pair[1][1]),
            "{drawn:?}"
        );
        let from = threshold(guesses.clone(), RIGHT_WHEN_SURE_MIN);
        let sure: Vec<bool> = guesses
            .iter()
            .filter(|guess| guess.0 >= from)
            .map(|guess| guess.1)
            .collect();
        let right = sure.iter().filter(|right| **right).count() as f32;
        assert!(right / sure.len() as f32 >= RIGHT_WHEN_SURE_MIN && sure.len() > SURE_MIN);
    }
}
