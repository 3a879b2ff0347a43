//! What one can be on in the research: its things, their fields, and what they are linked to.

use crate::app::fields::Subject;
use crate::app::listing;
use crate::domain::Id;

/// Something that is known, or believed, of the customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// The vision.
    Vision,
    /// An assumption behind the vision, by its place from 0.
    Assumption(usize),
    /// A need.
    Need(Id),
    /// A piece of evidence for a need, by its place from 0.
    Evidence(Id, usize),
    /// A segment.
    Segment(Id),
    /// A study.
    Study(Id),
}

/// What is listed under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// What we aim at.
    Vision,
    /// What must hold for the vision to work.
    Assumptions,
    /// What customers need.
    Needs,
    /// Groups of customers.
    Segments,
    /// Who was asked.
    Studies,
    /// How we know of a need.
    Evidence(Id),
    /// The outcomes that serve a need.
    Serving(Id),
    /// The needs that a segment has.
    NeedsOf(Id),
    /// The outcomes that a segment desires.
    OutcomesOf(Id),
    /// The studies that have respondents of a segment.
    Heard(Id),
    /// The segments of a study's respondents.
    Respondents(Id),
    /// The jobs that a study asked about.
    Asked(Id),
}

/// Where one can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The line of a thing.
    Thing(Thing),
    /// A field of a thing, by its name in the file.
    Field(Thing, &'static str),
    /// Something that a thing is linked to, in its details.
    Linked(Thing, Id),
    /// A section with nothing in it.
    Empty(Section),
}

impl Spot {
    /// The thing whose details are shown while one is here; the vision's are those of its fields.
    pub fn shows(&self) -> Option<Thing> {
        match self {
            Self::Thing(Thing::Evidence(need, _)) => Some(Thing::Need(need.clone())),
            Self::Thing(thing) | Self::Field(thing, _) | Self::Linked(thing, _) => {
                Some(thing.clone())
            }
            Self::Empty(section) => section.of(),
        }
    }

    /// The thing that would be edited or deleted here.
    pub fn thing(&self) -> Option<&Thing> {
        match self {
            Self::Thing(thing) | Self::Field(thing, _) => Some(thing),
            Self::Linked(..) | Self::Empty(_) => None,
        }
    }

    /// The id of what stands here: of the thing, of what it is linked to, else of the thing in whose
    /// details this is.
    pub fn id(&self) -> Option<Id> {
        match self {
            Self::Linked(_, id) => Some(id.clone()),
            Self::Thing(_) | Self::Field(..) | Self::Empty(_) => match self.shows()? {
                Thing::Need(id) | Thing::Segment(id) | Thing::Study(id) => Some(id),
                Thing::Vision | Thing::Assumption(_) | Thing::Evidence(..) => None,
            },
        }
    }
}

impl listing::Spot for Spot {
    fn line(&self) -> Option<Self> {
        let shown = self.shows()?;
        let line = Self::Thing(shown.clone());
        (shown != Thing::Vision && *self != line).then_some(line)
    }

    fn shown(&self) -> Option<Self> {
        self.shows().map(Self::Thing)
    }

    fn is_thing(&self) -> bool {
        matches!(self, Self::Thing(_))
    }
}

impl Section {
    /// The thing in whose details it stands; none for the sections of the list.
    fn of(&self) -> Option<Thing> {
        match self {
            Self::Evidence(need) | Self::Serving(need) => Some(Thing::Need(need.clone())),
            Self::NeedsOf(segment) | Self::OutcomesOf(segment) | Self::Heard(segment) => {
                Some(Thing::Segment(segment.clone()))
            }
            Self::Respondents(study) | Self::Asked(study) => Some(Thing::Study(study.clone())),
            Self::Vision | Self::Assumptions | Self::Needs | Self::Segments | Self::Studies => None,
        }
    }
}

impl Thing {
    /// What a form is about that edits it.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Vision => Subject::Workspace,
            Self::Assumption(place) => Subject::Assumption(*place),
            Self::Need(id) => Subject::Need(id.clone()),
            Self::Evidence(need, place) => Subject::Evidence {
                need: need.clone(),
                place: *place,
            },
            Self::Segment(id) => Subject::Segment(id.clone()),
            Self::Study(id) => Subject::Study(id.clone()),
        }
    }
}
