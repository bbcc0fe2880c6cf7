//! Whose a topic usually is, as the policy says it where no sale is known.

use std::collections::HashMap;

use firstline_domain::decision::{Facts, decide};
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::EditionRef;
use firstline_domain::subscription::RefundWindow;

/// Who answers for a question, and whom its asker turns to first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owners {
    pub responsible: PartyKind,
    pub first_contact: PartyKind,
}

/// The channel an asker's questions are taken to be about where nothing says it.
pub const fn usual_channel(asker: PartyKind) -> Channel {
    match asker {
        PartyKind::Reseller | PartyKind::Provider => Channel::Indirect,
        _ => Channel::DirectBill,
    }
}

/// Whose a topic is under the programme where nothing else is known; none where it is not one of the programme's.
pub fn usual_owners(
    edition: EditionRef<'_>,
    topic: &str,
    asker: PartyKind,
    channel: Channel,
) -> Option<Owners> {
    let deployed = edition.policy.topic.get(topic)?.deployed;
    let facts = Facts {
        asker,
        channel,
        topic: topic.to_owned(),
        offer: None,
        deployed,
        parties: Vec::new(),
        share: None,
        provider_meets_customers: false,
        choice: None,
        support_contact: None,
        refund: RefundWindow::Unknown,
        subscription: false,
        sees_offer_contacts: true,
    };
    let decision = decide(edition, &facts).ok()?;
    Some(Owners {
        responsible: decision.responsible().kind,
        first_contact: decision.first_contact().kind,
    })
}

/// Whose topics are, worked out once for each asker that a text may have.
pub(super) struct KnownOwners<'h> {
    edition: EditionRef<'h>,
    /// How the product was bought, where that is said.
    channel: Option<Channel>,
    known: HashMap<(usize, PartyKind), Option<Owners>>,
}

impl<'h> KnownOwners<'h> {
    pub(super) fn new(edition: EditionRef<'h>, channel: Option<Channel>) -> Self {
        KnownOwners {
            edition,
            channel,
            known: HashMap::new(),
        }
    }

    /// How the product is taken to have been bought.
    pub(super) fn channel(&self, asker: PartyKind) -> Channel {
        self.channel.unwrap_or(usual_channel(asker))
    }

    /// Whose the topic at a place of the model is.
    pub(super) fn of(&mut self, at: usize, topic: &str, asker: PartyKind) -> Option<Owners> {
        let channel = self.channel(asker);
        *self
            .known
            .entry((at, asker))
            .or_insert_with(|| usual_owners(self.edition, topic, asker, channel))
    }
}
