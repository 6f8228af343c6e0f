//! A case: one situation, the answers about it, what was done about it, and from which side one looks at it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::answers::Answers;
use super::kept::kept;
use super::ledger::{Formal, Stands};
use super::lens::{FirstTried, HandleFacets, InformalTried, Lens, Reached, RespondFacets};
use super::letters;
use super::logs::{Log, Logs, about};
use super::routing::handle::Desk;
use super::routing::{self, MessageKind, Plan, Said, Who};
use super::situation::{Facets, First, Informal};

/// What is kept of one situation. Results and plans are worked out from it, never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Case {
    /// From which side the person looks at it.
    pub lens: Lens,
    /// All answers, also those set aside.
    pub answers: Answers,
    /// The stage ledger, the need-to-know log and the documents index; and the names table (`domain/names.rs`).
    pub logs: Logs,
}

kept!(Case { lens, answers, logs });

impl Case {
    /// What the stage ledger says about the three stages.
    #[must_use]
    pub fn stands(&self) -> Stands {
        Stands::of(self.logs.rows(Log::Steps))
    }

    /// The same case with those rows alone that are about this person, or name nobody; `""`: all of them.
    #[must_use]
    pub fn about(&self, person: &str) -> Self {
        let mut case = self.clone();
        for log in Log::ALL {
            case.logs.set(log, about::only(self.logs.rows(log), person));
        }
        case
    }

    /// The answers, with what the stage ledger says in the place of those about clauses 1 and 2.
    #[must_use]
    pub fn by_ledger(&self) -> Answers {
        let mut answers = self.answers.clone();
        let stands = self.stands();
        if let Some(first) = stands.first {
            answers.choose("first", first.key());
        }
        if let Some(informal) = stands.informal {
            answers.choose("informal", informal.key());
        }
        answers
    }

    /// The facets of the one who raises it: by the answers, and by the ledger where it speaks.
    #[must_use]
    pub fn facets(&self) -> Facets {
        let facets = Facets::from_answers(&self.by_ledger());
        let stands = self.stands();
        // A request that stands in the ledger counts even where the interview would not have asked about it.
        Facets {
            first: stands.first.unwrap_or(facets.first),
            informal: match stands.formal {
                // Settled is settled, whichever request it was.
                Some(Formal::Settled) => Informal::Settled,
                _ => stands.informal.unwrap_or(facets.informal),
            },
            ..facets
        }
    }

    /// The facets of the person concerned: a formal request in the ledger says where things stand (3.2, 3.3).
    #[must_use]
    pub fn concerned(&self) -> RespondFacets {
        let facets = RespondFacets::from_answers(&self.answers);
        let reached = match self.stands().formal {
            Some(Formal::Requested) => Reached::Tmb,
            Some(Formal::Decided | Formal::Appealed) => Reached::TmbDecision,
            Some(Formal::Settled) | None => facets.reached,
        };
        RespondFacets { reached, ..facets }
    }

    /// The facets of whoever handles it: what was tried, by the ledger where it speaks. Only a request that did not settle it is on
    /// record as tried (3.1).
    #[must_use]
    pub fn handled(&self) -> HandleFacets {
        let facets = HandleFacets::from_answers(&self.answers);
        let stands = self.stands();
        HandleFacets {
            first: match stands.first {
                None => facets.first,
                Some(First::HelpSettled | First::HelpUnsettled) => FirstTried::Helped,
                Some(First::NotYet | First::Unknown) => FirstTried::NotYet,
                Some(_) => FirstTried::Spoke,
            },
            informal: match stands.informal {
                None => facets.informal,
                Some(Informal::Unsettled | Informal::SettledAgain) => InformalTried::Recorded,
                Some(_) => InformalTried::NotYet,
            },
            ..facets
        }
    }
}

impl Case {
    /// The plan through this lens: by the answers, and by the ledger where it speaks.
    #[must_use]
    pub fn plan(&self, lens: Lens) -> Plan {
        let mut plan = self.plan_so_far(lens);
        if lens == Lens::Raise
            && ["copies", "name"]
                .iter()
                .any(|key| self.answers.chose("assets", key))
        {
            routing::about_copyright(&mut plan);
        }
        routing::formal_in_ledger(&mut plan, self.stands(), self.who(lens));
        routing::noted_in_ledger(&mut plan, self.logs.rows(Log::Steps));
        plan
    }

    /// The same without what the ledger says about a formal request: noting one down opens nothing (invariant 3).
    fn plan_so_far(&self, lens: Lens) -> Plan {
        match lens {
            Lens::Raise => routing::route(&self.facets()),
            Lens::Respond => routing::respond::plan(&self.concerned()),
            Lens::Handle => routing::handle::plan(&self.handled()),
        }
    }

    /// Who acts and about whom, through this lens. The person concerned is the one who looks through their own.
    #[must_use]
    pub fn who(&self, lens: Lens) -> Who {
        match lens {
            Lens::Raise => Who::of(&self.facets()),
            Lens::Respond => Who::default(),
            Lens::Handle => Desk::of(&HandleFacets::from_answers(&self.answers)).who(),
        }
    }

    /// Why a letter cannot be begun yet: neither plan in which a formal request may stand has reached it (3.1, invariant 3).
    #[must_use]
    pub fn locked(&self, kind: MessageKind) -> Option<Said> {
        let why = letters::locked(kind, &self.plan_so_far(Lens::Handle))?;
        letters::locked(kind, &self.plan_so_far(Lens::Raise)).map(|_| why)
    }
}

/// As its key.
impl Serialize for Lens {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}

/// One that is not known reads as the default, never as an error.
impl<'de> Deserialize<'de> for Lens {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        Ok(Self::parse(&key).unwrap_or_default())
    }
}
