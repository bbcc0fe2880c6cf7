//! How each route is asked. A route without a rule fails the test, which says what to add here.
//!
//! A rule is the route as `routes.table` has it, what asking it does, and how to ask: queries and bodies, of which one is thrown
//! for each request. In all of them `{…}` is filled with something of the world, whosever it is, or with something made up:
//!
//! | | |
//! |---|---|
//! | `{publisher}/{offer}` | an offer in a path |
//! | `{own-offer}` | an offer's handle |
//! | `{offer}` | an offer as questions name it |
//! | `{organisation}` `{person}` `{relationship}` `{split}` `{subscription}` `{decision}` `{invitation}` `{session}` `{token}` | what it says |
//! | `{person-id}` | a person, as directories name them |
//! | `{word}` | the word of any secret at all |
//! | `{topic}` | a topic of the programme |
//!
//! What may not be seen has to answer as what is not there, unless it is marked by `~`: the answer then depends on its very letters,
//! which stand somewhere in an order or are read.

use crate::model::Listed;

/// What asking does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Nothing that alters who may see what: asked at any time, and held against what each may see.
    Nothing,
    /// It may alter what people of one organisation may see, or end their sessions: asked last, and held against what the asker's
    /// organisations can see at most.
    Changes,
}

/// Whose sight an answer is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What the asker may see.
    Own,
    /// That, and how the operator is reached, which strangers may know.
    Everyone,
    /// What the asker may see, and the names and desks in what a colleague kept, of a draft of their own too.
    Shared,
    /// What is on record in the asker's organisation.
    Record,
    /// What the asker's own data holds, in all of their organisations.
    Mine,
}

/// How a route is asked.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub method: &'static str,
    /// As in `routes.table`.
    pub route: &'static str,
    pub path: &'static str,
    pub does: Does,
    pub reach: Reach,
    pub queries: &'static [&'static str],
    pub bodies: &'static [&'static str],
    /// With the first query: what the answer holds all of.
    pub lists: Option<Listed>,
    /// Why it may be that nobody is answered well: what it takes is not thrown, or seldom.
    pub refused: Option<&'static str>,
    /// Whether it answers with something drawn anew, so that no two answers are alike.
    pub draws: bool,
    /// How often it is asked, against others.
    pub weight: usize,
}

const fn asks(method: &'static str, route: &'static str) -> Rule {
    Rule {
        method,
        route,
        path: route,
        does: Does::Nothing,
        reach: Reach::Own,
        queries: &[""],
        bodies: &[""],
        lists: None,
        refused: None,
        draws: false,
        weight: 20,
    }
}

const fn get(route: &'static str) -> Rule {
    asks("GET", route)
}

const fn post(route: &'static str) -> Rule {
    asks("POST", route)
}

const fn put(route: &'static str) -> Rule {
    asks("PUT", route)
}

const fn delete(route: &'static str) -> Rule {
    asks("DELETE", route).changes()
}

impl Rule {
    /// With something of the world in the place of parameters whose names do not say what they are.
    const fn at(self, path: &'static str) -> Self {
        Rule { path, ..self }
    }

    const fn query(self, queries: &'static [&'static str]) -> Self {
        Rule { queries, ..self }
    }

    const fn body(self, bodies: &'static [&'static str]) -> Self {
        Rule { bodies, ..self }
    }

    const fn lists(self, listed: Listed) -> Self {
        Rule {
            lists: Some(listed),
            ..self
        }
    }

    const fn reach(self, reach: Reach) -> Self {
        Rule { reach, ..self }
    }

    const fn changes(self) -> Self {
        Rule {
            does: Does::Changes,
            ..self
        }
    }

    const fn refused(self, why: &'static str) -> Self {
        Rule {
            refused: Some(why),
            ..self
        }
    }

    const fn draws(self) -> Self {
        Rule { draws: true, ..self }
    }

    /// For what few may do to few things, so that some of those are thrown.
    const fn often(self) -> Self {
        Rule { weight: 240, ..self }
    }

    /// For what few may do, and most of them to whatever is thrown; and for what reads words, few of which name anything.
    const fn sometimes(self) -> Self {
        Rule { weight: 80, ..self }
    }

    /// For what takes long, such as a password.
    const fn rarely(self) -> Self {
        Rule { weight: 1, ..self }
    }
}

const QUESTIONS: &[&str] = &[
    r#"{"topic":"{topic}","offer":"{offer}"}"#,
    r#"{"topic":"{topic}","subscription":"{subscription}"}"#,
    r#"{"topic":"{topic}","offer":"{offer}","subscription":"{subscription}"}"#,
    r#"{"topic":"{topic}","offer":"{offer}","channel":"indirect"}"#,
    r#"{"topic":"{topic}"}"#,
    r#"{"topic":"{topic}","asker":"publisher","offer":"{offer}"}"#,
];

const ASKED: &[&str] = &[
    "topic={topic}&offer={offer}",
    "topic={topic}&subscription={subscription}",
    "topic={topic}&offer={offer}&channel=direct-bill",
    "text=the+invoice+of+{~word}+is+wrong&go=yes",
];

const SUPPORT: &[&str] =
    &[r#"{"contacts":[{"kind":"customer-support","email":"somebody@contact.example"}],"resources":[]}"#];

const SOUGHT: &[&str] = &[
    r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"]}"#,
    r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"userName eq \"{person}@people.example\""}"#,
];

const AUDIT: &[&str] = &[
    "",
    "limit=100",
    "text={word}",
    "object={split}",
    "who={person}",
    "object={session}",
];

pub const RULES: &[Rule] = &[
    get("/api/v1/openapi.json").rarely(),
    post("/api/v1/ask").body(QUESTIONS),
    post("/api/v1/decisions").body(QUESTIONS),
    get("/api/v1/decisions/{id}")
        .at("/api/v1/decisions/{decision}")
        .reach(Reach::Shared),
    get("/api/v1/topics"),
    post("/api/v1/understand").body(&[
        r#"{"text":"{~word} does not work, says {~word}"}"#,
        r#"{"text":"what is the charge on invoice {~word} for subscription {~subscription}"}"#,
        r#"{"text":"how do I reach {~organisation} about {~own-offer}"}"#,
    ])
    .sometimes(),
    get("/api/v1/offers").lists(Listed::Offers).query(&[
        "limit=100",
        "q={word}",
        "q={own-offer}",
        "publisher={organisation}",
        "readiness=ready",
        "available=true",
        "limit=1",
    ]),
    get("/api/v1/offers/{publisher}/{offer}"),
    put("/api/v1/offers/{publisher}/{offer}/support")
        .body(SUPPORT)
        .changes(),
    get("/api/v1/offers/{publisher}/{offer}/authorisations"),
    put("/api/v1/offers/{publisher}/{offer}/authorisations/{organisation}")
        .sometimes()
        .changes(),
    delete("/api/v1/offers/{publisher}/{offer}/authorisations/{organisation}").sometimes(),
    get("/api/v1/publishers")
        .lists(Listed::Publishers)
        .query(&["limit=100", "after={~organisation}"]),
    get("/api/v1/publishers/{publisher}").at("/api/v1/publishers/{organisation}"),
    get("/api/v1/organisations").lists(Listed::Organisations).query(&[
        "limit=100",
        "kind=customer",
        "limit=2",
        "after={~organisation}&limit=3",
        "q={word}",
    ]),
    post("/api/v1/organisations")
        .body(&[
            r#"{"name":"The new works","kinds":["customer","partner"]}"#,
            r#"{"name":"The new works","organisation":"{~organisation}","kinds":["publisher"]}"#,
        ])
        .sometimes()
        .changes(),
    get("/api/v1/organisations/{organisation}"),
    put("/api/v1/organisations/{organisation}")
        .body(&[
            r#"{"name":"The renamed works"}"#,
            r#"{"name":"The renamed works","kinds":["customer"],"orphaned":false}"#,
        ])
        .sometimes()
        .changes(),
    put("/api/v1/organisations/{organisation}/desk")
        .body(&[r#"{"desk":{"email":"somebody@desk.example"}}"#])
        .sometimes()
        .changes(),
    get("/api/v1/subscriptions").lists(Listed::Sales).query(&[
        "limit=100",
        "offer={offer}",
        "customer={organisation}",
        "offer={offer}&customer={organisation}",
        "after={~split}",
        "limit=1",
    ]),
    get("/api/v1/subscriptions/{subscription}"),
    get("/api/v1/subscriptions/{subscription}/charges"),
    put("/api/v1/subscriptions/{subscription}/support-contact")
        .body(&[
            r#"{"support_contact":"reseller"}"#,
            r#"{"support_contact":"provider"}"#,
        ])
        .often()
        .changes(),
    get("/api/v1/splits")
        .lists(Listed::Splits)
        .query(&["limit=100", "limit=1", "after={~split}"]),
    post("/api/v1/splits")
        .body(&[
            r#"{"reseller":"{organisation}","from":"2026-12-01","shares":{"commercial.billing":"provider"}}"#,
            r#"{"provider":"{organisation}","from":"2026-12-01","shares":{"commercial.billing":"provider"}}"#,
        ])
        .often()
        .changes(),
    get("/api/v1/splits/{split}"),
    delete("/api/v1/splits/{split}")
        .refused("the splits of the world are agreed")
        .changes(),
    put("/api/v1/splits/{split}/answer")
        .body(&[r#"{"accept":true}"#, r#"{"accept":false}"#])
        .refused("the splits of the world are agreed")
        .changes(),
    get("/api/v1/relationships").lists(Listed::Relations).query(&[
        "limit=100",
        "state=active",
        "state=ended&limit=1",
        "after={~relationship}",
    ]),
    post("/api/v1/relationships")
        .body(&[
            r#"{"kind":"provider-reseller","to":"{organisation}"}"#,
            r#"{"kind":"partner-customer","to":"{organisation}"}"#,
            r#"{"kind":"partner-customer","to":"{person}@people.example"}"#,
        ])
        .changes(),
    get("/api/v1/relationships/{relationship}"),
    delete("/api/v1/relationships/{relationship}"),
    put("/api/v1/relationships/{relationship}/answer")
        .body(&[r#"{"accept":true}"#, r#"{"accept":false}"#])
        .refused("the relations of the world are answered")
        .changes(),
    get("/api/v1/tokens").lists(Listed::Tokens),
    post("/api/v1/tokens")
        .body(&[
            r#"{"name":"A program","roles":["global-admin"],"days":3}"#,
            r#"{"name":"A program","roles":["owner"],"days":3,"kind":"client"}"#,
            r#"{"name":"A program","roles":["customer-admin"],"days":3}"#,
        ])
        .changes(),
    delete("/api/v1/tokens/{token}"),
    post("/oauth/token")
        .body(&["grant_type=client_credentials&client_id={token}&client_secret=none"])
        .refused("nobody in the world is a client"),
    get("/.well-known/oauth-authorization-server").rarely(),
    get("/settings/tokens").lists(Listed::Tokens),
    post("/settings/tokens")
        .body(&[
            "name=A+program&roles=global-admin&days=3",
            "name=A+program&roles=owner&days=3",
        ])
        .changes(),
    get("/settings/tokens/{id}/revoke").at("/settings/tokens/{token}/revoke"),
    post("/settings/tokens/{id}/revoke")
        .at("/settings/tokens/{token}/revoke")
        .changes(),
    get("/settings/relationships").query(&["", "after={~relationship}"]),
    post("/settings/relationships")
        .body(&[
            "kind=provider-reseller&to={organisation}",
            "kind=partner-customer&to={person}%40people.example",
        ])
        .changes(),
    post("/settings/relationships/{id}/answer")
        .at("/settings/relationships/{relationship}/answer")
        .body(&["answer=accept", "answer=decline"])
        .refused("the relations of the world are answered")
        .changes(),
    post("/settings/relationships/{id}/end")
        .at("/settings/relationships/{relationship}/end")
        .changes(),
    get("/settings/organisations").query(&["", "q={word}", "kind=partner", "after={~organisation}"]),
    post("/settings/organisations")
        .body(&[
            "name=The+newer+works&kinds=customer&kinds=partner",
            "name=The+newer+works&handle={~organisation}&kinds=publisher",
        ])
        .sometimes()
        .changes(),
    get("/settings/organisations/{handle}")
        .at("/settings/organisations/{organisation}"),
    post("/settings/organisations/{handle}")
        .at("/settings/organisations/{organisation}")
        .body(&["version=1&name=The+renamed+works&kinds=customer&kinds=reseller&kinds=provider&kinds=partner"])
        .often()
        .changes(),
    get("/settings/organisation"),
    post("/settings/organisation")
        .body(&["version=1&name=The+renamed+works"])
        .changes(),
    get("/scim/v2/ServiceProviderConfig").rarely(),
    get("/scim/v2/ResourceTypes").rarely(),
    get("/scim/v2/ResourceTypes/{id}")
        .at("/scim/v2/ResourceTypes/User")
        .rarely(),
    get("/scim/v2/Schemas").rarely(),
    get("/scim/v2/Schemas/{id}")
        .at("/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
        .rarely(),
    get("/scim/v2/Users").query(&[
        "",
        "count=1",
        "filter=userName%20eq%20%22{person}%40people.example%22",
        "filter=id%20eq%20%22{person-id}%22",
    ]),
    post("/scim/v2/Users")
        .body(&[
            r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{~person}@people.example"}"#,
        ])
        .refused("most addresses of the world have an account")
        .changes(),
    get("/scim/v2/Users/{id}").at("/scim/v2/Users/{person-id}"),
    put("/scim/v2/Users/{id}")
        .at("/scim/v2/Users/{person-id}")
        .body(&[
            r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{~person}@people.example"}"#,
        ])
        .refused("it takes the person's own address")
        .changes(),
    asks("PATCH", "/scim/v2/Users/{id}")
        .at("/scim/v2/Users/{person-id}")
        .body(&[
            r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"active","value":true}]}"#,
        ])
        .refused("it takes a program that manages people")
        .changes(),
    delete("/scim/v2/Users/{id}")
        .at("/scim/v2/Users/{person-id}")
        .refused("it takes a program that manages people"),
    post("/scim/v2/Users/.search").body(SOUGHT),
    post("/scim/v2/.search").body(SOUGHT),
    get("/settings/sign-on"),
    post("/settings/sign-on")
        .body(&["issuer=none&client=none"])
        .refused("it takes an identity provider")
        .changes(),
    post("/settings/sign-on/remove")
        .refused("it takes an identity provider")
        .changes(),
    post("/settings/sign-on/second-factor")
        .body(&["version=0", "version=1"])
        .changes(),
    post("/settings/sign-on/domains")
        .body(&["domain=none"])
        .refused("it takes a domain")
        .changes(),
    post("/settings/sign-on/domains/release")
        .body(&["domain=none"])
        .refused("it takes a domain")
        .changes(),
    get("/settings/translation"),
    post("/settings/translation")
        .body(&["version=0&address=https%3A%2F%2Ftranslate.example&targets=es&characters_a_minute=20000"])
        .sometimes()
        .changes(),
    post("/settings/translation/try")
        .body(&["address=none"])
        .refused("it takes a translation service")
        .changes(),
    post("/settings/translation/forget").sometimes()
        .changes(),
    get("/sign-in/organisation"),
    post("/sign-in/organisation")
        .body(&["email={person}%40people.example"])
        .refused("it takes an identity provider"),
    get("/sign-in/organisation/{handle}")
        .at("/sign-in/organisation/{~organisation}")
        .refused("it takes an identity provider"),
    get("/api/v1/technical-choices"),
    put("/api/v1/technical-choices")
        .body(&[
            r#"{"offer":"{offer}","choice":"coordinate"}"#,
            r#"{"choice":"send-on"}"#,
        ])
        .changes(),
    get("/api/v1/people")
        .lists(Listed::People)
        .query(&["limit=100", "limit=1", "after={~person}"]),
    get("/api/v1/people/{person}"),
    put("/api/v1/people/{person}/roles")
        .body(&[
            r#"{"roles":["global-admin"]}"#,
            r#"{"roles":["owner"]}"#,
            r#"{"roles":["customer-admin"]}"#,
        ])
        .refused("the version of what is on record is not known")
        .changes(),
    put("/api/v1/people/{person}/active")
        .body(&[r#"{"active":true}"#, r#"{"active":false}"#])
        .changes(),
    delete("/api/v1/people/{person}"),
    delete("/api/v1/people/{person}/sessions"),
    get("/api/v1/people/{person}/data").reach(Reach::Record),
    delete("/api/v1/people/{person}/data"),
    get("/api/v1/retention"),
    put("/api/v1/retention")
        .body(&[r#"{"audit_days":null,"decision_days":null,"invoice_line_days":null}"#])
        .changes(),
    get("/api/v1/audit").reach(Reach::Record).query(AUDIT),
    get("/api/v1/audit/head"),
    get("/api/v1/audit/export")
        .reach(Reach::Record)
        .query(&["format=jsonl", "format=csv"]),
    get("/api/v1/invitations").lists(Listed::Invitations),
    post("/api/v1/invitations")
        .body(&[
            r#"{"email":"somebody@new.example","roles":["customer-user"],"organisation":"{organisation}"}"#,
            r#"{"email":"{person}@people.example","roles":["global-admin"]}"#,
        ])
        .sometimes()
        .changes(),
    delete("/api/v1/invitations/{invitation}"),
    get("/"),
    get("/discover").lists(Listed::Offers).query(&[
        "",
        "q={word}",
        "q={own-offer}",
        "publisher={organisation}",
        "readiness=gaps",
        "available=no",
    ]),
    get("/search").query(&["q={word}", "q={own-offer}", "q=offer"]),
    get("/offers/{publisher}/{offer}").query(&["", "original"]),
    get("/offers/{publisher}/{offer}/contacts/{card}")
        .at("/offers/{publisher}/{offer}/contacts/engineering.vcf"),
    get("/ask").query(&[
        "",
        "offer={offer}",
        "subscription={subscription}",
        "topic={topic}&offer={offer}",
    ]),
    post("/ask").body(ASKED),
    get("/ask/offers").query(&["q={word}", "q={own-offer}"]),
    get("/answers/{id}")
        .at("/answers/{decision}")
        .reach(Reach::Shared)
        .query(&["", "also={decision}"]),
    get("/customers")
        .lists(Listed::Customers)
        .query(&["", "after={~organisation}"]),
    get("/subscriptions").query(&["", "customer={organisation}", "after={~split}"]),
    get("/subscriptions/{subscription}"),
    post("/subscriptions/{subscription}/support-contact")
        .body(&[
            "support_contact=reseller&version=1",
            "support_contact=provider&version=1",
        ])
        .often()
        .changes(),
    get("/support").query(&["", "offer_name={word}", "offer={offer}"]),
    post("/support/choice")
        .body(&["choice=coordinate", "choice=send-on&offer={offer}"])
        .changes(),
    get("/support/providers"),
    get("/support/providers/{provider}").at("/support/providers/{organisation}"),
    post("/support/providers/{provider}")
        .at("/support/providers/{organisation}")
        .body(&["from=2026-12-01&shares.commercial.billing=provider"])
        .often()
        .changes(),
    post("/support/splits/{id}/answer")
        .at("/support/splits/{split}/answer")
        .body(&["answer=accept", "answer=decline"])
        .refused("the splits of the world are agreed")
        .changes(),
    post("/support/splits/{id}/withdraw")
        .at("/support/splits/{split}/withdraw")
        .refused("the splits of the world are agreed")
        .changes(),
    get("/support/resellers/{reseller}").at("/support/resellers/{organisation}"),
    post("/support/resellers/{reseller}")
        .at("/support/resellers/{organisation}")
        .body(&["from=2026-12-01&shares.commercial.billing=provider"])
        .often()
        .changes(),
    get("/my-offers"),
    get("/my-offers/{offer}").at("/my-offers/{own-offer}"),
    post("/my-offers/{offer}")
        .at("/my-offers/{own-offer}")
        .body(&["version=1&contacts.customer-support.email=somebody%40contact.example"])
        .changes(),
    get("/my-offers/{offer}/partners")
        .at("/my-offers/{own-offer}/partners")
        .query(&["", "after={~organisation}"]),
    post("/my-offers/{offer}/partners")
        .at("/my-offers/{own-offer}/partners")
        .body(&["to={organisation}"])
        .sometimes()
        .changes(),
    post("/my-offers/{offer}/partners/withdraw")
        .at("/my-offers/{own-offer}/partners/withdraw")
        .body(&["handle={organisation}"])
        .sometimes()
        .changes(),
    get("/my-offers/{offer}/{section}").at("/my-offers/{own-offer}/documents"),
    post("/my-offers/{offer}/{section}")
        .at("/my-offers/{own-offer}/documents")
        .body(&["version=1"])
        .changes(),
    get("/desk"),
    post("/desk")
        .body(&["version=1&desk.email=somebody%40desk.example"])
        .changes(),
    get("/api").rarely(),
    get("/settings"),
    get("/settings/people").lists(Listed::People),
    get("/settings/people/{handle}").at("/settings/people/{person}"),
    post("/settings/people/{handle}/roles")
        .at("/settings/people/{person}/roles")
        .body(&["version=1&roles=global-admin", "version=1&roles=owner"])
        .refused("the version of what is on record is not known")
        .changes(),
    post("/settings/people/{handle}/active")
        .at("/settings/people/{person}/active")
        .body(&["active=yes", "active=no"])
        .changes(),
    post("/settings/people/{handle}/sign-out")
        .at("/settings/people/{person}/sign-out")
        .changes(),
    post("/settings/people/{handle}/remove")
        .at("/settings/people/{person}/remove")
        .changes(),
    get("/settings/people/{handle}/data")
        .at("/settings/people/{person}/data")
        .reach(Reach::Record),
    get("/settings/people/{handle}/erase").at("/settings/people/{person}/erase"),
    post("/settings/people/{handle}/erase")
        .at("/settings/people/{person}/erase")
        .changes(),
    get("/settings/privacy"),
    post("/settings/privacy")
        .body(&["version=0&audit_days=365"])
        .changes(),
    get("/settings/audit").reach(Reach::Record).query(AUDIT),
    get("/settings/audit/{file}")
        .at("/settings/audit/record.csv")
        .reach(Reach::Record),
    get("/settings/invitations").lists(Listed::Invitations),
    post("/settings/invitations")
        .body(&[
            "email=somebody%40new.example&roles=customer-user&organisation={organisation}",
            "email={person}%40people.example&roles=owner",
        ])
        .often()
        .changes(),
    post("/settings/invitations/{id}/withdraw")
        .at("/settings/invitations/{invitation}/withdraw")
        .changes(),
    get("/account"),
    post("/account").body(&["name=Somebody&language=tr"]).changes(),
    get("/account/address"),
    post("/account/address")
        .body(&["email={person}%40people.example"])
        .changes(),
    get("/account/password"),
    post("/account/password")
        .body(&["password=nine+quiet+lighthouses"])
        .rarely()
        .changes(),
    get("/account/passkeys"),
    post("/account/passkeys")
        .body(&["name=Mine"])
        .refused("it takes an authenticator")
        .changes(),
    post("/account/passkeys/challenge"),
    post("/account/passkeys/{id}/remove")
        .at("/account/passkeys/{session}/remove")
        .refused("nobody in the world has one")
        .changes(),
    get("/account/second-factor").draws(),
    post("/account/second-factor")
        .body(&["code=123456"])
        .refused("it takes a code")
        .changes(),
    post("/account/second-factor/remove")
        .refused("nobody in the world has a second factor")
        .changes(),
    post("/account/recovery-codes")
        .refused("nobody in the world has a second factor")
        .changes(),
    get("/account/data").reach(Reach::Mine),
    post("/account/sessions/end-others").changes(),
    post("/account/sessions/{id}/end")
        .at("/account/sessions/{session}/end")
        .changes(),
    get("/account/prove"),
    post("/account/prove")
        .body(&["password=nine+quiet+lighthouses"])
        .refused("nobody in the world has a password")
        .rarely(),
    post("/account/prove/challenge"),
    post("/account/prove/passkey")
        .body(&["credential=none"])
        .refused("it takes an authenticator"),
    post("/switch").body(&["organisation={organisation}"]).often()
        .changes(),
    get("/account/reset"),
    post("/account/reset")
        .body(&["email={person}%40people.example"])
        .changes(),
    get("/welcome"),
    get("/sign-in").query(&["", "to=/offers/{own-offer}"]),
    post("/sign-in")
        .body(&["email={person}%40people.example&password=nine+quiet+lighthouses"])
        .refused("nobody in the world has a password")
        .rarely(),
    get("/sign-in/code"),
    post("/sign-in/code")
        .body(&["code=123456"])
        .refused("it takes a code"),
    post("/sign-in/passkey")
        .body(&["credential=none"])
        .refused("it takes an authenticator"),
    post("/sign-in/passkey/challenge"),
    post("/sign-out").changes(),
    post("/preferences").body(&["lang=es", "theme=dark"]),
    get("/link"),
    post("/link")
        .body(&[
            "link=invitation_{invitation}.00",
            "link=https://hub.example/link%23reset_{person}.00",
        ])
        .refused("what the hub did not sign leads nowhere"),
    get("/link/open").refused("no browser of the world has a link that works"),
    post("/link/open")
        .body(&["link={invitation}&name={~person}&password=nine+quiet+lighthouses"])
        .refused("no browser of the world has a link that works"),
    get("/health").rarely(),
    get("/.well-known/security.txt").reach(Reach::Everyone).rarely(),
    get("/assets/{version}/{*path}")
        .at("/assets/x/app.css")
        .refused("the version is another with each build")
        .rarely(),
];
