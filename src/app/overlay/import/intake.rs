//! Where the answers of a survey go and how they are taken, as far as a person says otherwise: the
//! study, who answered, the scale, unfinished responses, and the file beside the survey that keeps
//! what the columns are.

use super::{Around, Import, MappingFile, Origin, file};
use crate::app::fields::Subject;
use crate::app::fields::survey::Intake;
use crate::app::overlay::Overlay;
use crate::app::overlay::confirm::Confirm;
use crate::app::overlay::form::Form;
use crate::app::{Effect, Out};
use crate::domain::choice::Choice;
use crate::domain::{Source, Workspace};

impl Import {
    pub(super) fn take_in(&mut self, intake: &Intake, workspace: &Workspace) {
        let before = self.intake();
        self.is_scale_said |= intake.scale != before.scale;
        self.mapping.scale = intake.scale;
        self.mapping.unfinished = intake.unfinished;
        self.options.date = intake.date;
        if intake.source != before.source {
            self.options.source = Some(intake.source);
        }
        self.send_to(&intake.study, workspace);
    }

    /// Sends the answers to the study of a name: one of the workspace, or a new one.
    pub(super) fn send_to(&mut self, name: &str, workspace: &Workspace) {
        let is_called = |called: &str| called.trim().to_lowercase() == name.trim().to_lowercase();
        let mut studies = workspace.studies().values();
        let there = studies.find(|study| is_called(&study.name));
        self.options.study = there.map(|study| study.id.clone());
        name.trim().clone_into(&mut self.options.name);
    }

    /// Where the answers go, as it is so far.
    fn intake(&self) -> Intake {
        Intake {
            study: self.options.name.clone(),
            date: self.options.date,
            source: self.source(),
            scale: self.mapping.scale,
            unfinished: self.mapping.unfinished,
        }
    }

    fn source(&self) -> Source {
        let planned = self.planned.as_ref().ok();
        let planned = planned.map(|planned| planned.plan.report.source);
        self.options.source.or(planned).unwrap_or(Source::Customers)
    }

    pub(super) fn ask_where(&self, around: Around<'_>, out: &mut Out) {
        let subject = Subject::Intake(self.intake());
        let form = Form::for_subject(subject, around.workspace, around.now);
        out.open(Overlay::Form(form));
    }

    pub(super) fn other_source(&mut self, workspace: &Workspace) {
        self.options.source = Some(self.source().step(1));
        self.plan(workspace);
    }

    pub(super) fn other_unfinished(&mut self, workspace: &Workspace) {
        self.mapping.unfinished = self.mapping.unfinished.step(1);
        self.plan(workspace);
    }

    /// Between what the program takes the columns for and what the file beside the survey says.
    pub(super) fn other_mapping(&mut self, workspace: &Workspace, out: &mut Out) {
        let beside = self.beside();
        let kept = match (self.origin, &self.file.kept) {
            (Origin::Kept, _) => {
                self.mapping = self.guess.clone();
                self.origin = Origin::Guess;
                out.say("The columns are as Outboard takes them");
                return self.plan(workspace);
            }
            (Origin::Guess, None) => return out.refuse(format!("There is no {beside}")),
            (Origin::Guess, Some(Err(why))) => {
                return out.refuse(format!("{beside} can't be used: {why}"));
            }
            (Origin::Guess, Some(Ok(kept))) => kept.clone(),
        };
        self.mapping = kept;
        self.origin = Origin::Kept;
        out.say(format!("The columns are as {beside} says"));
        self.plan(workspace);
    }

    /// Has what the columns are written into the file beside the survey; asks before another is
    /// replaced.
    pub(super) fn write(&mut self, out: &mut Out) {
        let replaces = self.is_written || self.file.kept.is_some();
        let path = self.file.beside.clone();
        let detail = format!("It is there already: {}", path.display());
        let effect = Effect::WriteMapping(MappingFile {
            path,
            text: self.mapping.to_ron(),
            replaces,
        });
        self.is_written = true;
        if replaces {
            out.open(Overlay::Confirm(Confirm {
                question: format!("Replace {}?", self.beside()),
                detail,
                yes: effect,
            }));
        } else {
            out.effect(effect);
        }
    }

    /// The name of the file beside the survey.
    pub(super) fn beside(&self) -> String {
        file::name(&self.file.beside)
    }
}
