//! A decision: the way of a question, what is promised on it, and the clauses it rests on.

use firstline_domain::decision::{Decision, Station};
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_hub::Hub;
use firstline_hub::ask::Answer;
use serde::Serialize;
use utoipa::ToSchema;

use super::{ContactBody, PartyBody, TargetBody, channels, party_kinds};

/// A party on the way of a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct StationBody<'a> {
    #[serde(flatten)]
    pub party: PartyBody<'a>,
    /// How the party before it reaches it, where the asker may see that.
    pub contact: Option<ContactBody<'a>>,
    /// False where it is not agreed that the question comes here.
    pub agreed: bool,
}

impl<'a> StationBody<'a> {
    fn new(station: &Station<'a>) -> Self {
        StationBody {
            party: party(station),
            contact: station
                .contact
                .map(|contact| ContactBody::new(station.kind, contact)),
            agreed: station.agreed,
        }
    }
}

/// What the responsible party promises, and where that stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceLevelBody<'a> {
    #[schema(schema_with = party_kinds)]
    pub by: &'static str,
    /// `agreement`, `programme` or `desk`.
    pub source: &'static str,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    /// When its times run; null means around the clock or not said.
    pub hours: Option<&'a str>,
    pub targets: Vec<TargetBody>,
    /// For questions where nothing is broken.
    pub otherwise_business_days: Option<u32>,
}

/// A rule that a decision rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseBody<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub lang: &'static str,
}

/// Something that would be needed to answer better, and who must supply it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingBody {
    pub what: &'static str,
    #[schema(schema_with = party_kinds)]
    pub who: &'static str,
}

/// Whose a question is, why, and how to reach them.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionBody<'a> {
    /// Set where the decision was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub programme: &'a str,
    /// The edition of the programme's rules it was made under.
    pub edition: &'a str,
    pub topic: &'a str,
    #[schema(schema_with = channels)]
    pub channel: &'static str,
    /// Whom the asker turns to.
    pub first_contact: PartyBody<'a>,
    /// Who answers for it.
    pub responsible: PartyBody<'a>,
    /// From the asker to the last who acts on it.
    pub path: Vec<StationBody<'a>>,
    /// Where it goes on when the responsible party cannot be reached.
    pub escalation: Vec<StationBody<'a>>,
    /// The contacts that the asker may see, the first contact's first.
    pub contacts: Vec<ContactBody<'a>>,
    pub service_level: Option<ServiceLevelBody<'a>>,
    pub clauses: Vec<ClauseBody<'a>>,
    pub missing: Vec<MissingBody>,
    /// False where the split between provider and reseller leaves it open.
    pub agreed: bool,
    pub decided_at: String,
}

fn party<'a>(station: &Station<'a>) -> PartyBody<'a> {
    PartyBody {
        kind: station.kind.as_str(),
        organisation: station.organisation,
        name: station.name,
    }
}

impl<'a> DecisionBody<'a> {
    /// An answer for a reader.
    pub fn new(hub: &'a Hub, answer: &'a Answer, decision: &'a Decision<'a>, lang: Lang) -> Self {
        let edition = answer.edition(hub);
        let first = decision.first_contact();
        let desk = first.contact.filter(|contact| contact.kind.is_none());
        let mut contacts: Vec<ContactBody<'_>> = desk
            .map(|contact| ContactBody::new(first.kind, contact))
            .into_iter()
            .collect();
        contacts.extend(
            decision
                .contacts
                .iter()
                .map(|contact| ContactBody::new(PartyKind::Publisher, contact)),
        );
        DecisionBody {
            id: answer.id.map(|id| id.to_string()),
            programme: decision.programme,
            edition: decision.edition,
            topic: decision.topic,
            channel: decision.channel.as_str(),
            first_contact: party(first),
            responsible: party(decision.responsible()),
            path: decision.path.iter().map(StationBody::new).collect(),
            escalation: decision.escalation.iter().map(StationBody::new).collect(),
            contacts,
            service_level: decision.service_level.as_ref().map(|level| ServiceLevelBody {
                by: level.by.as_str(),
                source: level.source.as_str(),
                title: level.title,
                url: level.url,
                hours: level.hours.as_deref(),
                targets: level.targets.iter().map(TargetBody::from).collect(),
                otherwise_business_days: level.otherwise_business_days,
            }),
            clauses: decision
                .clauses
                .iter()
                .filter_map(|id| {
                    let texts = edition.clause(id)?;
                    Some(ClauseBody {
                        id,
                        text: texts.get(lang),
                        lang: lang.tag(),
                    })
                })
                .collect(),
            missing: decision
                .missing
                .iter()
                .map(|missing| MissingBody {
                    what: missing.what.as_str(),
                    who: missing.who.as_str(),
                })
                .collect(),
            agreed: decision.agreed,
            decided_at: answer.decided_at.to_string(),
        }
    }
}
