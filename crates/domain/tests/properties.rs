//! What holds of every decision, whatever the facts and whatever the programme.
//!
//! | property | holds that | where |
//! |---|---|---|
//! | totality | every combination has one responsible party, or says who must decide | here, over all combinations |
//! | third-party technical | never the operator's; the publisher's contact stays within reach | here |
//! | first contact | no customer is led past its seller, save to the publisher by the seller's choice | here; no language is among the facts |
//! | nothing agreed | the reseller's provider is asked, nobody guesses; and only where an agreement would change the way | here |
//! | technical choice | changes technical questions of customers and nothing else | here |
//! | support contact | the one named goes first | here; who may be named is a matter of recorded relationships |
//! | bought directly | no seller carries it | here |
//! | audience | a customer sees a provider's desk only where the provider meets customers | here; who is written to belongs to notification |
//! | day | a later agreement or edition changes nothing before it | here |
//! | several questions in one | each leg has its own owner | needs cases: one decision is one question |
//! | contacts | those for partners never reach a customer; a gap is the publisher's to close | here |
//! | outage | reaches sellers and customers of what is affected, nobody else | needs health notices |
//! | escalation | only those who hold an account reach the operator | here; what an escalation must bring along needs cases |
//! | translation | the same case in another language has the same owner | needs the search for topics by words |
//! | unrelated facts | change nothing | here |
//! | surfaces | page, interface and mail give one answer and cite one source | needs the surfaces |
//! | replay | the same facts give the same decision, also from their record | here |

mod given;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

use firstline_domain::decision::{Decision, Facts, Lack, Missing, PartyFacts, decide};
use firstline_domain::id::{OrganisationId, SplitId};
use firstline_domain::offer::{Contact, ContactKind, OfferFacts, SupportedBy};
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::{EditionRef, Policy, Topic};
use firstline_domain::split::{Share, Split, TechnicalChoice, in_force};
use firstline_domain::subscription::RefundWindow;
use given::{PROGRAMMES, contact, offer, programme, question};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use uuid::Uuid;

static POLICIES: LazyLock<Vec<Policy>> =
    LazyLock::new(|| PROGRAMMES.iter().map(|(name, _)| programme(name)).collect());

/// One of the programmes; a failure names it and does not print all its rules.
#[derive(Clone, Copy)]
struct Programme(&'static Policy);

impl fmt::Debug for Programme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.programme())
    }
}

// ---------------------------------------------------------------- over all combinations

#[test]
fn every_combination_has_one_answer() {
    for policy in POLICIES.iter() {
        let newest = newest(policy);
        let mut met = BTreeSet::new();
        for topic in policy.file().topic.keys() {
            for facts in combinations(topic) {
                let decision = decide(newest, &facts).expect("a topic of the programme");
                let kinds = kinds(&decision);
                assert_eq!(kinds.first(), Some(&facts.asker), "{facts:?}");
                assert_eq!(
                    kinds.iter().collect::<BTreeSet<_>>().len(),
                    kinds.len(),
                    "somebody twice on {kinds:?}: {facts:?}"
                );
                assert!(kinds.contains(&decision.responsible().kind), "{facts:?}");
                assert!(!decision.clauses.is_empty(), "no clause says why: {facts:?}");
                assert_eq!(
                    !decision.agreed,
                    decision.missing.contains(&OPEN_SPLIT),
                    "silence about the split: {facts:?}"
                );
                for clause in &decision.clauses {
                    assert!(newest.clause(clause).is_some());
                }
                met.insert(decision.responsible().kind);
            }
        }
        let never: Vec<&PartyKind> = PartyKind::ALL
            .iter()
            .filter(|kind| **kind != PartyKind::Customer && !met.contains(*kind))
            .collect();
        assert!(never.is_empty(), "{}: {never:?} never answer", policy.programme());
        assert!(
            !met.contains(&PartyKind::Customer),
            "{}: a customer answers",
            policy.programme()
        );
    }
}

/// Everything a rule is chosen by, with everything a split and a subscription can add.
fn combinations(topic: &str) -> impl Iterator<Item = Facts> {
    let mut all = Vec::new();
    let supporters = [
        None,
        Some(SupportedBy::Publisher),
        Some(SupportedBy::Operator),
        Some(SupportedBy::Community),
    ];
    for &asker in PartyKind::ALL {
        for &channel in Channel::ALL {
            for deployed in [false, true] {
                for supported_by in supporters {
                    let base = Facts {
                        deployed,
                        offer: supported_by.map(|supported_by| OfferFacts {
                            supported_by,
                            ..offer("kind")
                        }),
                        ..question(asker, channel, topic)
                    };
                    for choice in perhaps(TechnicalChoice::ALL) {
                        for &refund in RefundWindow::ALL {
                            for share in perhaps(Share::ALL) {
                                for support_contact in perhaps(&[PartyKind::Reseller, PartyKind::Provider]) {
                                    all.push(Facts {
                                        choice,
                                        refund,
                                        share,
                                        support_contact,
                                        ..base.clone()
                                    });
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    all.into_iter()
}

fn perhaps<T: Copy>(all: &[T]) -> Vec<Option<T>> {
    std::iter::once(None)
        .chain(all.iter().copied().map(Some))
        .collect()
}

/// What a profile lets the provider take from customers it must also be able to hear from them.
#[test]
fn profiles_share_every_shared_topic() {
    for policy in POLICIES.iter() {
        for (id, profile) in &policy.file().profile {
            for (topic, _) in policy.file().topic.iter().filter(|(_, topic)| topic.split) {
                let share = profile.share(topic);
                assert!(share.is_some(), "profile {id} leaves {topic} open");
                assert!(
                    share != Some(Share::Provider) || profile.provider_meets_customers,
                    "profile {id}: {topic}"
                );
            }
        }
    }
}

// ---------------------------------------------------------------- over any facts

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn third_party_technical_is_never_the_operators((policy, facts) in questions()) {
        let (decision, topic) = answer(policy, &facts);
        if topic.technical && third_party(&facts) {
            prop_assert_eq!(decision.responsible().kind, PartyKind::Publisher);
            prop_assert!(facts.asker == PartyKind::Operator || !kinds(&decision).contains(&PartyKind::Operator));
            let given = facts.offer.iter().flat_map(|offer| &offer.contacts).any(is_customer_support);
            prop_assert_eq!(given, decision.contacts.iter().copied().any(is_customer_support), "customer support is for everybody");
        }
    }

    #[test]
    fn a_customer_is_never_led_past_its_seller(
        (policy, facts) in questions().prop_map(|(policy, facts)| (policy, Facts { asker: PartyKind::Customer, ..facts }))
    ) {
        let (decision, topic) = answer(policy, &facts);
        if facts.channel != Channel::Direct {
            let first = decision.first_contact().kind;
            let sent_on = first == PartyKind::Publisher && topic.technical && facts.choice == Some(TechnicalChoice::SendOn);
            prop_assert!(first.sells() || sent_on, "{:?}", kinds(&decision));
            if sent_on {
                prop_assert!(decision.first_contact().contact.is_some(), "sent on to nobody");
            }
        }
    }

    #[test]
    fn without_an_agreement_the_provider_is_asked(
        (policy, facts) in questions().prop_map(|(policy, facts)| (policy, Facts { channel: Channel::Indirect, share: None, ..facts }))
    ) {
        let (decision, topic) = answer(policy, &facts);
        for station in &decision.path {
            prop_assert!(station.agreed || (station.kind == PartyKind::Provider && !decision.agreed));
        }
        let kinds = kinds(&decision);
        if topic.split && third_party(&facts) && kinds.contains(&PartyKind::Reseller) {
            prop_assert!(!decision.agreed, "{:?}", kinds);
            prop_assert!(kinds.windows(2).any(|pair| pair == [PartyKind::Reseller, PartyKind::Provider]), "{:?}", kinds);
        }
        if !topic.split {
            prop_assert!(decision.agreed);
        }
        for share in Share::ALL {
            let agreed = Facts { share: Some(*share), ..facts.clone() };
            let (decision, _) = answer(policy, &agreed);
            prop_assert!(decision.agreed && decision.path.iter().all(|station| station.agreed));
        }
    }

    #[test]
    fn it_is_open_only_where_an_agreement_would_change_the_way(
        (policy, facts) in questions().prop_map(|(policy, facts)| (policy, Facts { channel: Channel::Indirect, share: None, ..facts }))
    ) {
        let way = |share: Option<Share>| {
            let facts = Facts { share, ..facts.clone() };
            let (decision, _) = answer(policy, &facts);
            (kinds(&decision), decision.owner, decision.agreed)
        };
        let agreed: Vec<_> = Share::ALL.iter().map(|share| way(Some(*share))).collect();
        if agreed.windows(2).all(|pair| pair[0] == pair[1]) {
            prop_assert_eq!(&way(None), &agreed[0]);
        }
    }

    #[test]
    fn a_step_to_the_provider_is_open_where_an_agreement_could_take_it_away(
        (policy, facts) in questions().prop_map(|(policy, facts)| (policy, Facts { channel: Channel::Indirect, share: None, ..facts }))
    ) {
        let steps = |share: Option<Share>| -> Vec<(PartyKind, PartyKind, bool)> {
            let facts = Facts { share, ..facts.clone() };
            let (decision, _) = answer(policy, &facts);
            decision.path.windows(2).map(|pair| (pair[0].kind, pair[1].kind, pair[1].agreed)).collect()
        };
        for (from, to, agreed) in steps(None) {
            if to == PartyKind::Provider {
                let always = Share::ALL.iter().all(|share| steps(Some(*share)).contains(&(from, to, true)));
                prop_assert_eq!(agreed, always, "{} to {}", from, to);
            }
        }
    }

    #[test]
    fn the_choice_bears_on_customers_technical_questions_alone((policy, facts) in questions()) {
        let (decision, topic) = answer(policy, &facts);
        if !topic.technical || facts.asker != PartyKind::Customer || facts.channel == Channel::Direct {
            for choice in perhaps(TechnicalChoice::ALL) {
                let other = Facts { choice, ..facts.clone() };
                prop_assert_eq!(&decision, &answer(policy, &other).0);
            }
        }
    }

    #[test]
    fn the_support_contact_goes_first((policy, facts) in questions(), named in select(vec![PartyKind::Reseller, PartyKind::Provider])) {
        let set = Facts { support_contact: Some(named), ..facts.clone() };
        let unset = Facts { support_contact: None, ..facts.clone() };
        let (decision, _) = answer(policy, &set);
        if facts.asker == PartyKind::Customer && facts.channel == Channel::Indirect {
            let first = decision.first_contact().kind;
            prop_assert!(first == named || !first.sells(), "{:?}", kinds(&decision));
        } else {
            prop_assert_eq!(&decision, &answer(policy, &unset).0);
        }
    }

    #[test]
    fn what_was_bought_directly_is_no_sellers(
        (policy, facts) in questions().prop_map(|(policy, facts)| (policy, Facts { channel: Channel::Direct, ..facts }))
    ) {
        let (decision, _) = answer(policy, &facts);
        if facts.asker == PartyKind::Customer {
            prop_assert!(!kinds(&decision).iter().any(|kind| kind.sells()), "{:?}", kinds(&decision));
        }
        prop_assert!(facts.topic == "support.split" || !decision.responsible().kind.sells(), "{:?}", kinds(&decision));
        for share in perhaps(Share::ALL) {
            let other = Facts { share, ..facts.clone() };
            prop_assert_eq!(&decision, &answer(policy, &other).0, "a split does not bear");
        }
    }

    #[test]
    fn a_customer_sees_a_provider_that_meets_customers((policy, facts) in questions()) {
        let hidden = Facts { provider_meets_customers: false, ..facts.clone() };
        let met = Facts { provider_meets_customers: true, ..facts.clone() };
        let (hidden, met) = (answer(policy, &hidden).0, answer(policy, &met).0);
        prop_assert_eq!(kinds(&hidden), kinds(&met));
        prop_assert_eq!(hidden.owner, met.owner);
        for (index, (hidden, met)) in hidden.path.iter().zip(&met.path).enumerate().skip(2) {
            if facts.asker == PartyKind::Customer && hidden.kind != PartyKind::Publisher {
                // Whoever bought from the operator itself asks at its desk.
                let bought = hidden.kind == PartyKind::Operator && facts.channel == Channel::Direct;
                prop_assert!(hidden.contact.is_none() || bought, "station {} shows its desk to a customer", index);
                prop_assert!(met.contact.is_none() || met.kind == PartyKind::Provider || bought);
            } else {
                prop_assert_eq!(hidden, met);
            }
        }
    }

    #[test]
    fn contacts_for_partners_stay_with_partners((policy, facts) in questions()) {
        let (decision, _) = answer(policy, &facts);
        let shown: Vec<&Contact> = decision
            .contacts
            .iter()
            .copied()
            .chain(decision.path.iter().filter_map(|station| station.contact))
            .filter(|contact| contact.kind.is_some())
            .collect();
        let without_role = !facts.sees_offer_contacts;
        for contact in shown {
            prop_assert!(contact.is_reachable());
            let for_partners = contact.kind != Some(ContactKind::CustomerSupport);
            prop_assert!(!(for_partners && (facts.asker == PartyKind::Customer || without_role)), "{:?}", contact);
        }
        let publisher_beyond = decision.path.iter().skip(1).any(|station| station.kind == PartyKind::Publisher);
        if publisher_beyond && let Some(offer) = &facts.offer {
            let gap = Missing { what: Lack::CustomerSupportContact, who: PartyKind::Publisher };
            prop_assert_eq!(!offer.contacts.iter().any(is_customer_support), decision.missing.contains(&gap));
        }
    }

    #[test]
    fn only_account_holders_reach_the_operator((policy, facts) in questions()) {
        let (decision, _) = answer(policy, &facts);
        for pair in kinds(&decision).windows(2).filter(|pair| pair[1] == PartyKind::Operator) {
            let holds = matches!(pair[0], PartyKind::Provider | PartyKind::Partner | PartyKind::Publisher);
            let bought = pair[0] == PartyKind::Customer && facts.channel == Channel::Direct;
            prop_assert!(holds || bought, "{:?}", kinds(&decision));
        }
        let beyond: Vec<PartyKind> = decision.escalation.iter().map(|station| station.kind).collect();
        if beyond.contains(&PartyKind::Operator) {
            prop_assert_eq!(beyond.last(), Some(&PartyKind::Operator));
            let way: Vec<PartyKind> = kinds(&decision).into_iter().chain(beyond).collect();
            let holder = way.iter().any(|kind| matches!(kind, PartyKind::Provider | PartyKind::Partner));
            let bought = facts.channel == Channel::Direct && facts.asker == PartyKind::Customer;
            prop_assert!(holder || bought, "{:?} asks the operator without anybody who may", way);
        }
    }

    #[test]
    fn an_orphaned_publisher_ends_at_the_operator((policy, facts) in questions()) {
        let Some(offer) = facts.offer.clone() else { return Ok(()) };
        let facts = Facts { offer: Some(OfferFacts { orphaned: true, ..offer }), ..facts };
        let (decision, _) = answer(policy, &facts);
        let publisher_beyond = decision.path.iter().skip(1).any(|station| station.kind == PartyKind::Publisher);
        if publisher_beyond {
            let beyond = decision.escalation.iter().map(|station| station.kind);
            let way: Vec<PartyKind> = kinds(&decision).into_iter().chain(beyond).collect();
            prop_assert!(way.contains(&PartyKind::Operator), "{:?}", way);
        }
    }

    #[test]
    fn unrelated_facts_change_nothing((policy, facts) in questions(), stranger in "[a-z]{3,12}") {
        let (decision, _) = answer(policy, &facts);
        let beyond = decision.escalation.iter().map(|station| station.kind);
        let on_path: Vec<PartyKind> = kinds(&decision).into_iter().chain(beyond).collect();

        let mut renamed = facts.clone();
        for known in renamed.parties.iter_mut().filter(|known| !on_path.contains(&known.party.kind)) {
            known.party.organisation = Some(stranger.clone());
            known.desk = None;
        }
        prop_assert_eq!(&decision, &answer(policy, &renamed).0, "somebody not on the way was renamed");

        let mut gone = facts.clone();
        gone.parties.retain(|known| on_path.contains(&known.party.kind));
        gone.parties.reverse();
        prop_assert_eq!(&decision, &answer(policy, &gone).0, "those not on the way are not known");

        let mut empty = facts.clone();
        if let Some(offer) = &mut empty.offer {
            offer.contacts.push(Contact { name: Some(stranger), kind: Some(ContactKind::Engineering), ..Contact::default() });
        }
        prop_assert_eq!(&decision, &answer(policy, &empty).0, "a contact that reaches nobody was added");
    }

    #[test]
    fn a_decision_can_be_made_again((policy, facts) in questions()) {
        let record = serde_json::to_string(&facts).expect("facts are kept as JSON");
        let read: Facts = serde_json::from_str(&record).expect("kept facts can be read");
        prop_assert_eq!(&facts, &read);
        let (first, again) = (answer(policy, &facts).0, answer(policy, &read).0);
        prop_assert_eq!(&first, &again);
        let json = |decision: &Decision<'_>| serde_json::to_string(decision).expect("a decision can be shown");
        prop_assert_eq!(json(&first), json(&again));
    }

    #[test]
    fn a_later_agreement_changes_nothing_before_it(splits in splits(), later in split(), on in day(), ahead in 1..400_i64) {
        let found = in_force(&splits, on);
        match found {
            Some(split) => {
                prop_assert!(split.holds_on(on));
                prop_assert!(splits.iter().all(|other| !other.holds_on(on) || other.from <= split.from));
            }
            None => prop_assert!(splits.iter().all(|split| !split.holds_on(on))),
        }
        let mut more = splits.clone();
        more.push(Split { from: on.saturating_add(ahead.days()), until: None, ..later });
        prop_assert_eq!(found, in_force(&more, on));
        more.reverse();
        prop_assert_eq!(found, in_force(&more, on), "the order they are kept in does not bear");
    }

    #[test]
    fn the_edition_of_a_day_is_the_last_that_began(Programme(policy) in programmes(), on in day()) {
        let found = policy.edition_on(on);
        let begun: Vec<Date> = policy.editions().map(|edition| edition.edition.from).filter(|from| *from <= on).collect();
        let first = policy.editions().next().map(|edition| edition.edition.from);
        prop_assert_eq!(Some(found.edition.from), begun.into_iter().max().or(first));
        prop_assert_eq!(policy.edition(&found.edition.id).map(|edition| &edition.edition.id), Some(&found.edition.id));
    }
}

// ---------------------------------------------------------------- what they are made of

const OPEN_SPLIT: Missing = Missing {
    what: Lack::Split,
    who: PartyKind::Provider,
};

fn newest(policy: &Policy) -> EditionRef<'_> {
    policy.editions().next_back().expect("a policy has an edition")
}

fn answer<'f>(Programme(policy): Programme, facts: &'f Facts) -> (Decision<'f>, &'static Topic) {
    let decision = decide(newest(policy), facts).expect("a topic of the programme");
    (decision, &policy.file().topic[&facts.topic])
}

fn kinds(decision: &Decision<'_>) -> Vec<PartyKind> {
    decision.path.iter().map(|station| station.kind).collect()
}

fn third_party(facts: &Facts) -> bool {
    facts
        .offer
        .as_ref()
        .is_none_or(|offer| offer.supported_by != SupportedBy::Operator)
}

fn is_customer_support(contact: &Contact) -> bool {
    contact.kind == Some(ContactKind::CustomerSupport) && contact.is_reachable()
}

fn programmes() -> impl Strategy<Value = Programme> {
    select(POLICIES.iter().map(Programme).collect::<Vec<_>>())
}

/// A question under one of the programmes, with anything known and anything missing.
fn questions() -> impl Strategy<Value = (Programme, Facts)> {
    programmes().prop_flat_map(|Programme(policy)| {
        let topics: Vec<String> = policy.file().topic_order.clone();
        let kinds: Vec<String> = policy.file().kind.keys().cloned().collect();
        let sold = (
            proptest::option::weighted(0.8, offers(kinds)),
            any::<bool>(),
            proptest::option::of(select(Share::ALL)),
            any::<bool>(),
            proptest::option::of(select(TechnicalChoice::ALL)),
            proptest::option::of(select(vec![PartyKind::Reseller, PartyKind::Provider])),
            select(RefundWindow::ALL),
            any::<(bool, bool)>(),
        );
        (
            select(PartyKind::ALL),
            select(Channel::ALL),
            select(topics),
            parties(),
            sold,
        )
            .prop_map(move |(asker, channel, topic, parties, sold)| {
                let (
                    offer,
                    deployed,
                    share,
                    provider_meets_customers,
                    choice,
                    support_contact,
                    refund,
                    (bought, sees),
                ) = sold;
                let facts = Facts {
                    offer,
                    deployed,
                    parties,
                    share,
                    provider_meets_customers,
                    choice,
                    support_contact,
                    refund,
                    subscription: bought,
                    sees_offer_contacts: sees,
                    ..question(asker, channel, &topic)
                };
                (Programme(policy), facts)
            })
    })
}

fn offers(kinds: Vec<String>) -> impl Strategy<Value = OfferFacts> {
    let contacts = subsequence(ContactKind::ALL.to_vec(), 0..=ContactKind::ALL.len());
    (
        select(kinds),
        select(SupportedBy::ALL),
        any::<(bool, bool)>(),
        contacts,
        any::<bool>(),
    )
        .prop_map(
            |(kind, supported_by, (orphaned, agreement), contacts, reachable)| {
                let given = |kind| {
                    if reachable {
                        contact(kind)
                    } else {
                        Contact {
                            email: None,
                            ..contact(kind)
                        }
                    }
                };
                let full = offer(&kind);
                OfferFacts {
                    supported_by,
                    orphaned,
                    contacts: contacts.into_iter().map(given).collect(),
                    agreement: full.agreement.filter(|_| agreement),
                    ..full
                }
            },
        )
}

fn parties() -> impl Strategy<Value = Vec<PartyFacts>> {
    let all = given::everyone();
    let count = all.len();
    (
        subsequence(all, 0..=count),
        proptest::collection::vec(any::<bool>(), count),
    )
        .prop_map(|(mut known, desks)| {
            for (known, has_desk) in known.iter_mut().zip(desks) {
                if !has_desk {
                    known.desk = None;
                }
            }
            known
        })
}

fn day() -> impl Strategy<Value = Date> {
    (0..4_000_i64).prop_map(|after| date(2018, 1, 1).saturating_add(after.days()))
}

fn split() -> impl Strategy<Value = Split> {
    (
        any::<u128>(),
        day(),
        proptest::option::of(0..800_i64),
        any::<bool>(),
    )
        .prop_map(|(id, from, length, met)| Split {
            id: SplitId(Uuid::from_u128(id)),
            provider: OrganisationId(Uuid::from_u128(1)),
            reseller: OrganisationId(Uuid::from_u128(2)),
            from,
            until: length.map(|days| from.saturating_add(days.days())),
            provider_meets_customers: met,
            shares: BTreeMap::new(),
        })
}

fn splits() -> impl Strategy<Value = Vec<Split>> {
    proptest::collection::vec(split(), 0..8)
}
