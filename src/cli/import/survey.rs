//! `outboard import survey`: the answers of a survey, as its tool exports them.

mod told;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use crate::cli::answer::Answer;
use crate::cli::session::{Loaded, Wanted};
use crate::cli::typed::{quoted, today, words};
use crate::cli::{json, names};
use crate::domain::text::clean_line;
use crate::domain::{Source, Workspace};
use crate::exchange::survey::{Mapping, Options, Plan, Refused, Sheet, Unfinished, plan};
use told::{Told, in_words};

/// The file name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Take in the answers of a survey, from a CSV file as survey tools export it
///
/// Columns are matched to jobs by the jobs' ids or names; words such as "Very important" become
/// numbers. Respondents keep the number that the tool gave them; names, mail and IP addresses are
/// not kept. Unfinished responses and previews are left out. The report says of every row that is
/// not imported why.
#[derive(Debug, Args)]
pub(in crate::cli) struct Survey {
    /// The file; `-` reads standard input
    #[arg(value_name = "CSV")]
    path: PathBuf,
    /// The id of the study that takes the answers in, in place of what its respondents said before;
    /// else a study is made that is named after the file
    #[arg(long, value_name = "ID")]
    study: Option<String>,
    /// What each column is, from a file that --write-map made and you corrected
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Write what each column is taken for to a file, and import nothing
    #[arg(long, value_name = "FILE")]
    write_map: Option<PathBuf>,
    /// Who answered; customers if not said
    #[arg(long, value_parser = words::<Source>(), ignore_case = true)]
    source: Option<Source>,
    /// Take in unfinished responses and previews too
    #[arg(long)]
    unfinished: bool,
    /// Only report what would be done
    #[arg(long)]
    dry_run: bool,
    /// The report as JSON
    #[arg(long)]
    json: bool,
}

impl Survey {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let sheet = Sheet::read(&self.bytes()?).map_err(|refused| self.refused(&refused))?;
        if let Some(path) = &self.write_map {
            return self.write_mapping(path, &sheet, wanted);
        }
        if self.dry_run {
            let Loaded { workspace, remarks } = wanted.read()?;
            let plan = self.plan(&sheet, &workspace)?;
            let answer = Answer::default().saying_all(remarks);
            return self.told(
                answer.saying("Nothing was changed: this is a dry run"),
                &plan,
            );
        }
        let session = wanted.write()?;
        let plan = self.plan(&sheet, session.workspace())?;
        let answer = session.commit(plan.change.clone())?;
        self.told(answer, &plan)
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        if self.path == Path::new(STANDARD_INPUT) {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            return read.map(|_| bytes).context("standard input can't be read");
        }
        fs::read(&self.path).with_context(|| format!("{} can't be read", self.path.display()))
    }

    fn plan(&self, sheet: &Sheet, workspace: &Workspace) -> Result<Plan> {
        let study = match &self.study {
            Some(text) => Some(names::study(workspace, text)?.id.clone()),
            None => None,
        };
        let options = Options {
            study,
            name: self.name(),
            source: self.source,
            date: today()?,
        };
        let mapping = self.mapping(sheet, workspace)?;
        plan(sheet, &mapping, workspace, &options).map_err(|refused| self.refused(&refused))
    }

    fn mapping(&self, sheet: &Sheet, workspace: &Workspace) -> Result<Mapping> {
        let mut mapping = match &self.map {
            Some(path) => {
                let file = path.display();
                let text =
                    fs::read_to_string(path).with_context(|| format!("{file} can't be read"))?;
                let mapping =
                    Mapping::from_ron(&text).map_err(|error| anyhow!("{file}: {error}"))?;
                mapping
                    .fitted(sheet)
                    .map_err(|refused| self.refused(&refused))?
            }
            None => Mapping::guess(sheet, workspace),
        };
        if self.unfinished {
            mapping.unfinished = Unfinished::TakeIn;
        }
        Ok(mapping)
    }

    fn write_mapping(&self, path: &Path, sheet: &Sheet, wanted: &Wanted) -> Result<Answer> {
        if path.exists() {
            bail!("{} is there already; nothing was written", path.display());
        }
        let Loaded { workspace, remarks } = wanted.read()?;
        let mapping = self.mapping(sheet, &workspace)?;
        fs::write(path, mapping.to_ron())
            .with_context(|| format!("{} can't be written", path.display()))?;
        let (from, map) = (quoted(&self.path), quoted(path));
        Ok(Answer::default().saying_all(remarks).saying(format!(
            "Wrote {map}; correct it, and `outboard import survey {from} --map {map}` reads it"
        )))
    }

    /// What a study that is made is called: as the file, without its ending.
    fn name(&self) -> String {
        let name = match self.path.file_stem() {
            Some(stem) if self.path != Path::new(STANDARD_INPUT) => stem.to_string_lossy(),
            Some(_) | None => "Survey".into(),
        };
        let name = clean_line(&name).text.trim().to_owned();
        if name.is_empty() {
            "Survey".to_owned()
        } else {
            name
        }
    }

    fn refused(&self, refused: &Refused) -> anyhow::Error {
        anyhow!(
            "nothing was imported from {}: {refused}",
            self.path.display()
        )
    }

    fn told(&self, answer: Answer, plan: &Plan) -> Result<Answer> {
        if self.json {
            return Ok(answer.with(json::pretty(&Told::of(&plan.report))?));
        }
        Ok(answer.with(in_words(&plan.report)))
    }
}
