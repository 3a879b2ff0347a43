//! The table: a row for each action. Within a group the most useful comes first; footers and help
//! follow this order.

use super::{Action, Command, Context, Group};
use crate::app::lists::Go;
use crate::app::overlay::{broken, confirm, conflicts, decisions, form, import, menu};
use crate::app::roadmap::what_if;
use crate::app::{board, card, global, health, research, roadmap, workshop};

/// Every context with its actions.
pub const GROUPS: &[Group] = &[
    Group {
        context: Context::Captured,
        title: "After a card was added",
        commands: CAPTURED,
    },
    Group {
        context: Context::Board,
        title: "Board",
        commands: BOARD,
    },
    Group {
        context: Context::Card,
        title: "Card",
        commands: CARD,
    },
    Group {
        context: Context::WhatIf,
        title: "What if, on the roadmap",
        commands: WHAT_IF,
    },
    Group {
        context: Context::Roadmap,
        title: "Roadmap",
        commands: ROADMAP,
    },
    Group {
        context: Context::Research,
        title: "Research",
        commands: RESEARCH,
    },
    Group {
        context: Context::Trace,
        title: "Trace",
        commands: TRACE,
    },
    Group {
        context: Context::Health,
        title: "Health",
        commands: HEALTH,
    },
    Group {
        context: Context::Workshop,
        title: "Workshop",
        commands: WORKSHOP,
    },
    Group {
        context: Context::Asking,
        title: "Workshop: while a job is rated",
        commands: ASKING,
    },
    Group {
        context: Context::Revealed,
        title: "Workshop: after the reveal",
        commands: REVEALED,
    },
    Group {
        context: Context::Summary,
        title: "Workshop: at the end",
        commands: SUMMARY,
    },
    Group {
        context: Context::Running,
        title: "Workshop: from job to job",
        commands: RUNNING,
    },
    Group {
        context: Context::Going,
        title: "Going around",
        commands: GOING,
    },
    Group {
        context: Context::Global,
        title: "Everywhere",
        commands: GLOBAL,
    },
    Group {
        context: Context::Lines,
        title: "In a field of several lines",
        commands: LINES,
    },
    Group {
        context: Context::Choosing,
        title: "In a field with words to choose from",
        commands: CHOOSING,
    },
    Group {
        context: Context::Suggesting,
        title: "Above suggestions",
        commands: SUGGESTING,
    },
    Group {
        context: Context::Picking,
        title: "At a suggestion",
        commands: PICKING,
    },
    Group {
        context: Context::Form,
        title: "In a form",
        commands: FORM,
    },
    Group {
        context: Context::Menu,
        title: "In a list",
        commands: MENU,
    },
    Group {
        context: Context::Confirm,
        title: "In a question",
        commands: CONFIRM,
    },
    Group {
        context: Context::Broken,
        title: "In front of a file that can't be read",
        commands: BROKEN,
    },
    Group {
        context: Context::Conflicts,
        title: "Among what was changed on both sides",
        commands: CONFLICTS,
    },
    Group {
        context: Context::Decisions,
        title: "Among decisions and what was parked",
        commands: DECISIONS,
    },
    Group {
        context: Context::Column,
        title: "At a column of a survey",
        commands: COLUMN,
    },
    Group {
        context: Context::Import,
        title: "In the preview of a survey",
        commands: IMPORT,
    },
];

/// Keys on which others follow, where they hold, and what all of those are about.
pub const PREFIXES: &[(Context, &str, &str)] = &[
    (Context::Board, "s", "stage"),
    (Context::Card, "a", "add"),
    (Context::Research, "a", "add"),
    (Context::Global, "p", "meeting"),
];

const fn board(action: board::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Board(action), id, title)
}

const fn card(action: card::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Card(action), id, title)
}

const fn roadmap(action: roadmap::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Roadmap(action), id, title)
}

const fn research(action: research::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Research(action), id, title)
}

const fn trace(action: research::trace::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Trace(action), id, title)
}

const fn health(action: health::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Health(action), id, title)
}

const fn workshop(action: workshop::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Workshop(action), id, title)
}

const fn what_if(action: what_if::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::WhatIf(action), id, title)
}

const fn global(action: global::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Global(action), id, title)
}

const fn go(action: Go, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Go(action), id, title)
}

const fn form(action: form::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Form(action), id, title)
}

const fn menu(action: menu::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Menu(action), id, title)
}

const fn confirm(action: confirm::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Confirm(action), id, title)
}

const fn broken(action: broken::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Broken(action), id, title)
}

const fn conflicts(action: conflicts::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Conflicts(action), id, title)
}

const fn decisions(action: decisions::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Decisions(action), id, title)
}

const fn import(action: import::Action, id: &'static str, title: &'static str) -> Command {
    Command::new(Action::Import(action), id, title)
}

const CAPTURED: &[Command] = &[
    board(board::Action::AddNext, "card.add-next", "Add the next card")
        .changing()
        .keys(&["enter"])
        .hint("add the next"),
];

const BOARD: &[Command] = &[
    board(board::Action::Add, "card.add", "Add a card")
        .changing()
        .keys(&["a", "insert"])
        .hint("add")
        .also("new create outcome capture insert"),
    board(board::Action::Open, "card.open", "Open the card")
        .keys(&["enter"])
        .hint("open")
        .also("details show everything initiatives kpis jobs notes"),
    board(
        board::Action::MoveRight,
        "card.move-right",
        "Move the card to the next stage",
    )
    .changing()
    .keys(&["shift-right", ">", "L"])
    .hint("move")
    .also("forward advance push shift"),
    board(
        board::Action::MoveLeft,
        "card.move-left",
        "Move the card to the stage before",
    )
    .changing()
    .keys(&["shift-left", "<", "H"])
    .also("back pull shift"),
    board(board::Action::Search, "board.search", "Search the board")
        .keys(&["/", "ctrl-f"])
        .hint("find")
        .also("find text look filter words"),
    board(board::Action::Edit, "card.statement", "Edit the statement")
        .changing()
        .keys(&["e", "f2"])
        .hint("edit")
        .also("change rename reword outcome text"),
    board(board::Action::MoveUp, "card.move-up", "Move the card up")
        .changing()
        .keys(&["shift-up", "K"])
        .also("before rank order"),
    board(
        board::Action::MoveDown,
        "card.move-down",
        "Move the card down",
    )
    .changing()
    .keys(&["shift-down", "J"])
    .also("after rank order"),
    board(
        board::Action::MoveTo,
        "card.move-to",
        "Move to a stage of the list",
    )
    .changing()
    .keys(&["m"])
    .also("pick send column"),
    board(
        board::Action::Mark,
        "card.mark",
        "Mark the card, or unmark it",
    )
    .keys(&["space"])
    .also("select several check tick"),
    board(board::Action::Tags, "card.tags", "Tag the card")
        .changing()
        .keys(&["t"])
        .also("label word"),
    board(
        board::Action::Duplicate,
        "card.duplicate",
        "Duplicate the card",
    )
    .changing()
    .keys(&["D"])
    .also("copy clone"),
    board(
        board::Action::Archive,
        "card.archive",
        "Archive the card: off the board, undo brings it back",
    )
    .changing()
    .keys(&["x"])
    .also("hide remove away done"),
    board(
        board::Action::Archived,
        "board.archived",
        "Archived cards, to put one back",
    )
    .changing()
    .keys(&["A"])
    .also("restore unarchive hidden"),
    board(
        board::Action::Delete,
        "card.delete",
        "Delete the card: undo brings it back",
    )
    .changing()
    .keys(&["delete", "X"])
    .also("remove erase drop"),
    board(
        board::Action::Filter,
        "board.filter",
        "Filter the board by segment, team, tag or KPI",
    )
    .keys(&["f"])
    .also("narrow only show status"),
    board(board::Action::AddStage, "stage.add", "Add a stage")
        .changing()
        .keys(&["s a"])
        .also("new create column"),
    board(
        board::Action::RenameStage,
        "stage.rename",
        "Rename the stage",
    )
    .changing()
    .keys(&["s r"])
    .also("name column"),
    board(
        board::Action::EditStage,
        "stage.edit",
        "Edit the stage: team, mindset, entry, purchase",
    )
    .changing()
    .keys(&["s e"])
    .also("column change set"),
    board(
        board::Action::StageLeft,
        "stage.move-left",
        "Move the stage to the left",
    )
    .changing()
    .keys(&["s left", "s h"])
    .also("column order"),
    board(
        board::Action::StageRight,
        "stage.move-right",
        "Move the stage to the right",
    )
    .changing()
    .keys(&["s right", "s l"])
    .also("column order"),
    board(
        board::Action::DeleteStage,
        "stage.delete",
        "Delete the stage; its cards ask where to go",
    )
    .changing()
    .keys(&["s d"])
    .also("remove column"),
];

const CARD: &[Command] = &[
    card(card::Action::Edit, "row.edit", "Edit what is selected")
        .changing()
        .keys(&["enter"])
        .hint("edit")
        .also("change rename open"),
    card(card::Action::AddReading, "reading.add", "Add a reading")
        .changing()
        .keys(&["r", "a r"])
        .hint("reading")
        .also("record value measure number new"),
    card(card::Action::AddJob, "job.add", "Add a job")
        .changing()
        .keys(&["a j"])
        .hint("job")
        .also("new create story task"),
    card(
        card::Action::AddInitiative,
        "initiative.add",
        "Add an initiative",
    )
    .changing()
    .keys(&["a i"])
    .also("new create touchpoint proactive reactive project"),
    card(card::Action::AddKpi, "kpi.add", "Add a KPI")
        .changing()
        .keys(&["a k"])
        .also("new create metric indicator measure number"),
    card(
        card::Action::AddStep,
        "escalation.add",
        "Add an escalation step",
    )
    .changing()
    .keys(&["a e"])
    .also("new create problem process"),
    card(
        card::Action::LinkNeed,
        "card.need",
        "Choose the needs that the outcome serves",
    )
    .changing()
    .keys(&["a n"])
    .also("link connect evidence why research"),
    card(card::Action::Leave, "card.leave", "Back from the card")
        .keys(&["esc"])
        .hint("back")
        .also("close out board return"),
    card(
        card::Action::Step,
        "row.step",
        "Put the next word: a status, a touch, a fate",
    )
    .changing()
    .keys(&["space"])
    .hint("next word")
    .also("toggle switch choice cycle"),
    card(
        card::Action::EditAll,
        "row.edit-all",
        "Edit everything of what is selected",
    )
    .changing()
    .keys(&["e", "f2"])
    .hint("edit all")
    .also("form fields"),
    card(
        card::Action::Build,
        "row.build",
        "Put the outcome or the job story together from its parts",
    )
    .changing()
    .keys(&["b"])
    .hint("from parts")
    .also("statement builder direction metric object context when want so wording"),
    card(
        card::Action::Delete,
        "row.delete",
        "Delete what is selected",
    )
    .changing()
    .keys(&["delete", "X"])
    .also("remove clear empty erase"),
    card(card::Action::Earlier, "row.up", "Move what is selected up")
        .changing()
        .keys(&["shift-up", "K"])
        .also("order reorder sort"),
    card(
        card::Action::Later,
        "row.down",
        "Move what is selected down",
    )
    .changing()
    .keys(&["shift-down", "J"])
    .also("order reorder sort"),
    card(
        card::Action::NextSection,
        "section.next",
        "To the next section",
    )
    .keys(&["tab"])
    .also("jobs initiatives notes jump"),
    card(
        card::Action::PreviousSection,
        "section.previous",
        "To the section before",
    )
    .keys(&["shift-tab"])
    .also("jump"),
    card(
        card::Action::Roadmap,
        "job.roadmap",
        "See it where else it stands: job on the roadmap, need or segment in the research",
    )
    .keys(&["o"])
    .also("rank score go"),
    card(
        card::Action::StageBefore,
        "outcome.left",
        "Move the open card to the stage before",
    )
    .changing()
    .keys(&["shift-left", "<", "H"])
    .also("left"),
    card(
        card::Action::StageBehind,
        "outcome.right",
        "Move the open card to the next stage",
    )
    .changing()
    .keys(&["shift-right", ">", "L"])
    .also("right"),
    card(
        card::Action::MoveTo,
        "outcome.move-to",
        "Move the open card to a stage",
    )
    .changing()
    .keys(&["m"])
    .also("column"),
    card(
        card::Action::Archive,
        "outcome.archive",
        "Archive the open card, or restore it",
    )
    .changing()
    .keys(&["x"])
    .also("hide close board"),
    card(card::Action::NextCard, "outcome.next", "To the next card").keys(&["N"]),
    card(
        card::Action::PreviousCard,
        "outcome.previous",
        "To the card before",
    )
    .keys(&["P"]),
];

const WHAT_IF: &[Command] = &[
    what_if(
        what_if::Action::Less,
        "what-if.less",
        "Suppose half a point less",
    )
    .keys(&["left", "-"])
    .hint("less")
    .also("lower decrease minus down"),
    what_if(
        what_if::Action::More,
        "what-if.more",
        "Suppose half a point more",
    )
    .keys(&["right", "+", "="])
    .hint("more")
    .also("higher raise increase plus up"),
    what_if(
        what_if::Action::Other,
        "what-if.other",
        "From importance to satisfaction and back",
    )
    .keys(&["tab", "shift-tab", "enter"])
    .hint("other figure")
    .also("switch next field"),
    what_if(
        what_if::Action::Type,
        "what-if.number",
        "Type the figure that is supposed",
    )
    .keys(&["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "."])
    .also("number digits enter"),
    what_if(
        what_if::Action::Truth,
        "what-if.truth",
        "Suppose nothing of this job",
    )
    .keys(&["delete", "backspace"])
    .hint("as it is")
    .also("reset restore clear"),
    what_if(
        what_if::Action::Leave,
        "what-if.leave",
        "Back to what is; nothing was saved",
    )
    .keys(&["esc", "i"])
    .hint("back to what is")
    .also("leave truth close cancel"),
];

const ROADMAP: &[Command] = &[
    roadmap(roadmap::Action::Now, "job.now", "Serve the job now")
        .changing()
        .keys(&["n"])
        .hint("now")
        .also("fate priority do why"),
    roadmap(roadmap::Action::Next, "job.next", "Serve the job next")
        .changing()
        .keys(&["t"])
        .hint("next")
        .also("fate priority soon why"),
    roadmap(roadmap::Action::Later, "job.later", "Serve the job later")
        .changing()
        .keys(&["l"])
        .hint("later")
        .also("fate priority postpone why"),
    roadmap(
        roadmap::Action::Never,
        "job.never",
        "Never serve the job, and say why",
    )
    .changing()
    .keys(&["x"])
    .hint("never")
    .also("fate priority reject won't drop reason"),
    roadmap(
        roadmap::Action::WhatIf,
        "roadmap.what-if",
        "What if a job had other figures? Nothing is saved",
    )
    .keys(&["i"])
    .hint("what if")
    .also("suppose try simulate scenario sensitivity importance satisfaction"),
    roadmap(
        roadmap::Action::NextView,
        "roadmap.view",
        "Another view: table, landscape, lanes",
    )
    .keys(&["v"])
    .hint("view")
    .also("scatter chart plot show both"),
    roadmap(
        roadmap::Action::Rate,
        "job.rate",
        "Estimate importance and satisfaction",
    )
    .changing()
    .keys(&["r"])
    .hint("rate")
    .also("estimate score rating"),
    roadmap(
        roadmap::Action::Open,
        "job.open",
        "Open the card of the job's outcome",
    )
    .keys(&["enter"])
    .hint("card")
    .also("show details"),
    roadmap(
        roadmap::Action::Segments,
        "roadmap.segments",
        "Compare the segments side by side",
    )
    .keys(&["c"])
    .hint("compare")
    .also("beside columns bands differ table customers"),
    roadmap(
        roadmap::Action::NoFate,
        "job.no-fate",
        "Take the job's fate back",
    )
    .changing()
    .keys(&["0", "backspace"])
    .also("unsorted clear remove"),
    roadmap(
        roadmap::Action::Sooner,
        "job.sooner",
        "Serve the job sooner: a lane to the left",
    )
    .changing()
    .keys(&["shift-left", "<"])
    .also("fate move lane"),
    roadmap(
        roadmap::Action::Postpone,
        "job.postpone",
        "Serve the job later: a lane to the right",
    )
    .changing()
    .keys(&["shift-right", ">"])
    .also("fate move lane"),
    roadmap(roadmap::Action::Add, "job.add-unplaced", "Add a job")
        .changing()
        .keys(&["a", "insert"])
        .also("new create story"),
    roadmap(roadmap::Action::Edit, "job.edit", "Edit the job")
        .changing()
        .keys(&["e", "f2"])
        .also("change rename story outcome effort"),
    roadmap(roadmap::Action::Delete, "job.delete", "Delete the job")
        .changing()
        .keys(&["delete"])
        .also("remove"),
    roadmap(roadmap::Action::Find, "job.find", "Find a job")
        .keys(&["/", "ctrl-f"])
        .also("search look filter"),
    roadmap(
        roadmap::Action::PickSegment,
        "roadmap.segment",
        "Rank by the answers of a segment",
    )
    .keys(&["s"])
    .also("filter customers group scope"),
    roadmap(
        roadmap::Action::PickStudy,
        "roadmap.study",
        "Rank by the answers of a study",
    )
    .keys(&["S"])
    .also("survey filter scope"),
    roadmap(
        roadmap::Action::PickLens,
        "roadmap.lens",
        "Rank by another lens",
    )
    .keys(&["o"])
    .also("order sort formula score gap value mean"),
    roadmap(
        roadmap::Action::Lanes,
        "roadmap.lanes",
        "Lanes: now, next, later, never",
    )
    .keys(&["L"])
    .also("kanban columns fate view"),
    roadmap(
        roadmap::Action::Effort,
        "job.effort",
        "Say how much effort the job takes",
    )
    .changing()
    .keys(&["E"])
    .also("size estimate cost points days work"),
    roadmap(
        roadmap::Action::Capacity,
        "roadmap.capacity",
        "How much effort each lane has room for",
    )
    .changing()
    .keys(&["C"])
    .also("capacity budget team room load workload points days"),
    roadmap(
        roadmap::Action::SwapAxes,
        "roadmap.axes",
        "Swap the axes of the landscape",
    )
    .keys(&["y"])
    .also("turn flip chart importance satisfaction"),
];

const RESEARCH: &[Command] = &[
    research(
        research::Action::Edit,
        "research.edit",
        "Edit what is selected, or go to what is linked",
    )
    .changing()
    .keys(&["enter"])
    .hint("edit")
    .also("change rename open vision outcome card"),
    research(research::Action::AddNeed, "need.add", "Add a need")
        .changing()
        .keys(&["a n"])
        .hint("need")
        .also("new create latent expressed"),
    research(
        research::Action::AddEvidence,
        "evidence.add",
        "Add evidence for a need",
    )
    .changing()
    .keys(&["a e"])
    .also("new create interview observation source quote"),
    research(research::Action::AddSegment, "segment.add", "Add a segment")
        .changing()
        .keys(&["a s"])
        .also("new create customers group persona"),
    research(
        research::Action::AddAssumption,
        "assumption.add",
        "Add an assumption",
    )
    .changing()
    .keys(&["a a"])
    .also("new create hypothesis belief vision"),
    research(
        research::Action::Step,
        "research.step",
        "Put the next word: a verdict, expressed or latent",
    )
    .changing()
    .keys(&["space"])
    .hint("next word")
    .also("toggle switch cycle holds refuted untested assumption"),
    research(
        research::Action::Link,
        "research.link",
        "Choose the outcomes that serve the need, or what speaks of the segment",
    )
    .changing()
    .keys(&["o", "a o"])
    .hint("outcomes")
    .also("connect join unlink serve"),
    research(
        research::Action::Leave,
        "research.leave",
        "Back from the research",
    )
    .keys(&["esc"])
    .hint("back")
    .also("close out board return"),
    research(
        research::Action::Find,
        "research.find",
        "Find something in the research",
    )
    .keys(&["/", "ctrl-f"])
    .hint("find")
    .also("search look filter evidence need"),
    research(
        research::Action::EditAll,
        "research.edit-all",
        "Edit everything of what is selected",
    )
    .changing()
    .keys(&["e", "f2"])
    .also("form fields"),
    research(
        research::Action::Delete,
        "research.delete",
        "Delete what is selected; a link is cut",
    )
    .changing()
    .keys(&["delete", "X"])
    .also("remove erase empty unlink"),
    research(
        research::Action::Earlier,
        "research.up",
        "Move the assumption or the evidence up",
    )
    .changing()
    .keys(&["shift-up", "K"])
    .also("order reorder sort"),
    research(
        research::Action::Later,
        "research.down",
        "Move the assumption or the evidence down",
    )
    .changing()
    .keys(&["shift-down", "J"])
    .also("order reorder sort"),
    research(
        research::Action::NextSection,
        "research.section-next",
        "To the next section",
    )
    .keys(&["tab"])
    .also("vision needs segments studies jump"),
    research(
        research::Action::PreviousSection,
        "research.section-previous",
        "To the section before",
    )
    .keys(&["shift-tab"])
    .also("jump"),
];

const TRACE: &[Command] = &[
    trace(
        research::trace::Action::Deeper,
        "trace.deeper",
        "Deeper: what hangs on it",
    )
    .keys(&["enter"])
    .hint("deeper")
    .also("open down children next"),
    trace(
        research::trace::Action::Back,
        "trace.back",
        "Back, and out of the trace",
    )
    .keys(&["esc"])
    .hint("back")
    .also("close up leave return"),
    trace(
        research::trace::Action::Open,
        "trace.open",
        "Go to where it stands: the card, the roadmap, the research",
    )
    .keys(&["o", "e"])
    .hint("go there")
    .also("show edit jump"),
];

const HEALTH: &[Command] = &[
    health(
        health::Action::Visit,
        "finding.visit",
        "Go to what a finding is about",
    )
    .keys(&["enter"])
    .hint("go there")
    .also("open place jump"),
    health(
        health::Action::Mend,
        "finding.fix",
        "Open the form that fixes a finding",
    )
    .keys(&["e"])
    .hint("fix")
    .changing()
    .also("edit mend repair add"),
    health(
        health::Action::Silence,
        "finding.silence",
        "Silence a finding with a reason, or take that back",
    )
    .keys(&["x"])
    .hint("silence")
    .changing()
    .also("hush ignore mute dismiss hide"),
    health(health::Action::Find, "finding.find", "Find a finding")
        .keys(&["/", "f"])
        .hint("find")
        .also("search look"),
];

const WORKSHOP: &[Command] = &[
    workshop(
        workshop::Action::Begin,
        "workshop.begin",
        "Begin a workshop: say who rates what",
    )
    .changing()
    .keys(&["enter", "a"])
    .hint("begin")
    .also("start rate together vote silent meeting"),
    workshop(
        workshop::Action::Mark,
        "workshop.mark",
        "Mark the job to be rated, or unmark it",
    )
    .keys(&["space"])
    .hint("mark")
    .also("select choose tick"),
];

const ASKING: &[Command] = &[
    workshop(
        workshop::Action::Answer,
        "workshop.answer",
        "Take the answers; reveal them when all are in",
    )
    .changing()
    .keys(&["enter"])
    .hint("go on")
    .also("show reveal next"),
    workshop(workshop::Action::Skip, "workshop.skip", "Skip the job")
        .keys(&["s"])
        .hint("skip")
        .also("next leave out"),
    workshop(
        workshop::Action::HandOn,
        "workshop.hand-on",
        "Everybody types their own answers, or one types all",
    )
    .keys(&["tab"])
    .hint("one by one")
    .also("hidden keyboard pass"),
    workshop(
        workshop::Action::Pause,
        "workshop.pause",
        "Stop the timer, or let it go on",
    )
    .keys(&["t"])
    .hint("timer")
    .also("pause time clock resume"),
    workshop(
        workshop::Action::Erase,
        "workshop.erase",
        "Take the last answer back",
    )
    .keys(&["backspace", "delete"])
    .also("delete correct"),
];

const REVEALED: &[Command] =
    &[
        workshop(workshop::Action::Next, "workshop.next", "To the next job")
            .keys(&["enter"])
            .hint("next job")
            .also("go on continue"),
    ];

const SUMMARY: &[Command] = &[
    workshop(
        workshop::Action::Roadmap,
        "workshop.roadmap",
        "The roadmap as this workshop ranks it",
    )
    .keys(&["enter"])
    .hint("roadmap")
    .also("rank result"),
    workshop(
        workshop::Action::Close,
        "workshop.close",
        "End the workshop; what was revealed is kept",
    )
    .keys(&["x"])
    .hint("end")
    .also("close finish leave"),
];

const RUNNING: &[Command] = &[
    workshop(
        workshop::Action::Again,
        "workshop.again",
        "Rate the job again",
    )
    .keys(&["r"])
    .hint("rate again")
    .also("round repeat revote skipped"),
    workshop(
        workshop::Action::Back,
        "workshop.back",
        "Back to the job before",
    )
    .keys(&["b"])
    .hint("back")
    .also("previous return"),
    workshop(
        workshop::Action::Finish,
        "workshop.finish",
        "To the summary of the workshop",
    )
    .keys(&["e"])
    .hint("summary")
    .also("finish stop result end"),
];

const GOING: &[Command] = &[
    go(Go::Up, "go.up", "Up").keys(&["up", "k"]),
    go(Go::Down, "go.down", "Down").keys(&["down", "j"]),
    go(Go::Left, "go.left", "Left").keys(&["left", "h"]),
    go(Go::Right, "go.right", "Right").keys(&["right", "l"]),
    go(Go::First, "go.first", "To the first")
        .keys(&["home", "g"])
        .also("top begin"),
    go(Go::Last, "go.last", "To the last")
        .keys(&["end", "G"])
        .also("bottom end"),
    go(Go::PageUp, "go.page-up", "A page up").keys(&["pageup"]),
    go(Go::PageDown, "go.page-down", "A page down").keys(&["pagedown"]),
];

const GLOBAL: &[Command] = &[
    global(global::Action::Undo, "undo", "Undo")
        .changing()
        .keys(&["u", "ctrl-z"])
        .hint("undo")
        .also("back revert take"),
    global(global::Action::Redo, "redo", "Redo")
        .changing()
        .keys(&["U", "ctrl-y"])
        .also("again forward"),
    global(global::Action::ShowBoard, "screen.board", "Board")
        .keys(&["1"])
        .also("columns kanban stages lifecycle"),
    global(global::Action::ShowRoadmap, "screen.roadmap", "Roadmap")
        .keys(&["2"])
        .hint("roadmap")
        .also("rank jobs priorities opportunity"),
    global(global::Action::ShowResearch, "screen.research", "Research")
        .keys(&["4"])
        .also("vision needs evidence segments studies surveys"),
    global(global::Action::ShowHealth, "screen.health", "Health")
        .keys(&["5"])
        .also("check findings problems warnings lint gaps"),
    global(global::Action::ShowWorkshop, "screen.workshop", "Workshop")
        .keys(&["6"])
        .also("rate together meeting silent vote ballot room"),
    global(
        global::Action::Trace,
        "trace",
        "Trace: from the vision to the KPIs",
    )
    .keys(&["T"])
    .also("why chain path evidence need outcome line of sight"),
    global(
        global::Action::Beside,
        "screen.beside",
        "Board and roadmap side by side",
    )
    .keys(&["b"])
    .also("split pane"),
    global(
        global::Action::SwitchPane,
        "screen.switch",
        "Go to the other side",
    )
    .keys(&["tab", "shift-tab"])
    .also("pane split focus"),
    global(global::Action::Messages, "messages", "Messages so far")
        .keys(&["ctrl-l"])
        .also("log history notices"),
    global(global::Action::Save, "save", "Is everything saved?")
        .keys(&["ctrl-s"])
        .also("write store"),
    global(
        global::Action::Unread,
        "unread",
        "What can't be read in this file",
    )
    .also("broken mistake error damage newer backup restore editor"),
    global(
        global::Action::CopyMode,
        "copy-mode",
        "Select text with the mouse, or stop",
    )
    .keys(&["f9"])
    .also("mouse clipboard copy"),
    global(
        global::Action::Glyphs,
        "charts.signs",
        "Draw charts with other signs: blocks, braille, ASCII",
    )
    .keys(&["ctrl-g"])
    .also("glyphs characters font boxes sparkline landscape dots"),
    global(global::Action::Redraw, "redraw", "Draw the screen anew")
        .keys(&["f12"])
        .also("refresh repaint"),
    global(
        global::Action::Workspace,
        "workspace.edit",
        "Name the workspace and put down its vision",
    )
    .changing()
    .keys(&["w"])
    .also("rename title customer need offer impact"),
    global(
        global::Action::Park,
        "meeting.park",
        "Park something for another day",
    )
    .changing()
    .keys(&["p p"])
    .also("parking lot later idea question meeting"),
    global(
        global::Action::Decide,
        "meeting.decide",
        "Note a decision: what, why, who, when",
    )
    .changing()
    .keys(&["p d"])
    .also("decision log minutes meeting"),
    global(
        global::Action::Decisions,
        "meeting.decisions",
        "Decisions and parking lot",
    )
    .keys(&["p l"])
    .also("log list minutes decided parked review meeting"),
    global(global::Action::Import, "survey.import", "Import a survey")
        .keys(&["i"])
        .also("csv file answers responses google forms typeform qualtrics excel read load"),
    global(global::Action::Suspend, "suspend", "Suspend to the shell").also("background stop fg"),
    global(global::Action::Back, "back", "One step out")
        .keys(&["esc"])
        .also("cancel close leave"),
    global(global::Action::Quit, "quit", "Quit")
        .keys(&["q", "ctrl-q", "ctrl-c"])
        .also("exit leave close end"),
    global(global::Action::Palette, "palette", "Everything one can do")
        .keys(&["?", ":", "ctrl-p", "f1"])
        .hint("more")
        .also("help keys commands palette search"),
];

const LINES: &[Command] = &[form(form::Action::Line, "form.line", "Start a line")
    .keys(&["enter"])
    .hint("new line")];

const CHOOSING: &[Command] = &[
    form(
        form::Action::ChooseNext,
        "form.choose-next",
        "The next word",
    )
    .keys(&["right"])
    .hint("choose"),
    form(
        form::Action::ChooseBefore,
        "form.choose-before",
        "The word before",
    )
    .keys(&["left"]),
];

const SUGGESTING: &[Command] =
    &[
        form(form::Action::Pick, "form.pick", "Pick the first suggestion")
            .keys(&["down"])
            .hint("pick a name"),
    ];

const PICKING: &[Command] = &[form(form::Action::Take, "form.take", "Take the suggestion")
    .keys(&["enter"])
    .hint("take")];

const FORM: &[Command] = &[
    form(form::Action::Accept, "form.accept", "Save what was typed")
        .keys(&["enter", "ctrl-s"])
        .hint("save"),
    form(form::Action::Next, "form.next", "To the next field")
        .keys(&["tab"])
        .hint("next field"),
    form(
        form::Action::Previous,
        "form.previous",
        "To the field before",
    )
    .keys(&["shift-tab"]),
    form(
        form::Action::Down,
        "form.down",
        "To the suggestion, the row or the field below",
    )
    .keys(&["down"]),
    form(
        form::Action::Up,
        "form.up",
        "To the suggestion, the row or the field above",
    )
    .keys(&["up"]),
    form(
        form::Action::Build,
        "form.build",
        "Put the outcome together from its parts",
    )
    .keys(&["f3"])
    .hint("from parts"),
    form(
        form::Action::Cancel,
        "form.cancel",
        "Leave, and keep what was typed for the next time",
    )
    .keys(&["esc"])
    .hint("leave"),
    form(
        form::Action::Help,
        "form.help",
        "Everything one can do here",
    )
    .keys(&["f1"])
    .hint("more")
    .also("help keys"),
];

const MENU: &[Command] = &[
    menu(menu::Action::Accept, "menu.accept", "Take the selected one")
        .keys(&["enter"])
        .hint("take"),
    menu(menu::Action::Up, "menu.up", "Up").keys(&["up", "shift-tab"]),
    menu(menu::Action::Down, "menu.down", "Down")
        .keys(&["down", "tab"])
        .hint("next"),
    menu(menu::Action::PageUp, "menu.page-up", "A page up").keys(&["pageup"]),
    menu(menu::Action::PageDown, "menu.page-down", "A page down").keys(&["pagedown"]),
    menu(menu::Action::Close, "menu.close", "Close the list")
        .keys(&["esc", "f1", "ctrl-p"])
        .hint("close"),
];

const CONFIRM: &[Command] = &[
    confirm(confirm::Action::Accept, "confirm.accept", "Yes")
        .keys(&["enter", "y"])
        .hint("yes"),
    confirm(confirm::Action::Cancel, "confirm.cancel", "No")
        .keys(&["esc", "n"])
        .hint("no"),
];

const BROKEN: &[Command] = &[
    broken(
        broken::Action::Edit,
        "broken.edit",
        "Open the file in your own editor, where it is wrong",
    )
    .keys(&["e"])
    .hint("edit"),
    broken(
        broken::Action::Backups,
        "broken.backups",
        "Go back to a backup",
    )
    .keys(&["b"])
    .hint("backups"),
    broken(
        broken::Action::Rest,
        "broken.rest",
        "Look at what can be read",
    )
    .keys(&["enter", "o", "esc"])
    .hint("look at the rest"),
    broken(broken::Action::Down, "broken.down", "The next mistake")
        .keys(&["down", "j", "tab"])
        .hint("next"),
    broken(broken::Action::Up, "broken.up", "The mistake before").keys(&["up", "k", "shift-tab"]),
    broken(
        broken::Action::Leave,
        "broken.leave",
        "Leave; the file stays as it is",
    )
    .keys(&["q", "ctrl-q", "ctrl-c"])
    .hint("leave"),
];

const CONFLICTS: &[Command] = &[
    conflicts(conflicts::Action::Mine, "conflicts.mine", "Take my version")
        .keys(&["m", "left"])
        .hint("mine"),
    conflicts(
        conflicts::Action::Theirs,
        "conflicts.theirs",
        "Take their version",
    )
    .keys(&["t", "right"])
    .hint("theirs"),
    conflicts(
        conflicts::Action::Both,
        "conflicts.both",
        "Keep both versions, one after the other",
    )
    .keys(&["b"])
    .hint("both"),
    conflicts(
        conflicts::Action::Accept,
        "conflicts.accept",
        "Make it so, as one step",
    )
    .keys(&["enter"])
    .hint("make it so"),
    conflicts(
        conflicts::Action::Leave,
        "conflicts.leave",
        "Leave everything as it stands",
    )
    .keys(&["esc"])
    .hint("leave as it is"),
    conflicts(conflicts::Action::Up, "conflicts.up", "To the one above").keys(&["up", "k"]),
    conflicts(
        conflicts::Action::Down,
        "conflicts.down",
        "To the one below",
    )
    .keys(&["down", "j", "tab"])
    .hint("next"),
    conflicts(conflicts::Action::PageUp, "conflicts.page-up", "A page up").keys(&["pageup"]),
    conflicts(
        conflicts::Action::PageDown,
        "conflicts.page-down",
        "A page down",
    )
    .keys(&["pagedown"]),
    conflicts(
        conflicts::Action::AllMine,
        "conflicts.all-mine",
        "Take my version everywhere",
    )
    .keys(&["M"]),
    conflicts(
        conflicts::Action::AllTheirs,
        "conflicts.all-theirs",
        "Take their version everywhere",
    )
    .keys(&["T"]),
];

const DECISIONS: &[Command] = &[
    decisions(decisions::Action::Edit, "decisions.edit", "Put it right")
        .changing()
        .keys(&["enter", "e"])
        .hint("edit"),
    decisions(
        decisions::Action::Settle,
        "decisions.settle",
        "Decide on what was parked",
    )
    .changing()
    .keys(&["s"])
    .hint("settle"),
    decisions(
        decisions::Action::Decide,
        "decisions.add",
        "Note a decision",
    )
    .changing()
    .keys(&["a", "insert"])
    .hint("decision"),
    decisions(
        decisions::Action::Park,
        "decisions.park",
        "Park something for another day",
    )
    .changing()
    .keys(&["p"])
    .hint("park"),
    decisions(decisions::Action::Delete, "decisions.delete", "Delete it")
        .changing()
        .keys(&["d", "delete"])
        .hint("delete"),
    decisions(decisions::Action::Up, "decisions.up", "To the one above").keys(&["up", "k"]),
    decisions(
        decisions::Action::Down,
        "decisions.down",
        "To the one below",
    )
    .keys(&["down", "j"]),
    decisions(decisions::Action::PageUp, "decisions.page-up", "A page up").keys(&["pageup"]),
    decisions(
        decisions::Action::PageDown,
        "decisions.page-down",
        "A page down",
    )
    .keys(&["pagedown"]),
    decisions(decisions::Action::Leave, "decisions.leave", "Close")
        .keys(&["esc", "q"])
        .hint("close"),
];

const COLUMN: &[Command] = &[
    import(
        import::Action::Correct,
        "import.correct",
        "Say what the column is",
    )
    .keys(&["enter", "e"])
    .hint("correct"),
    import(
        import::Action::LeaveOut,
        "import.leave-out",
        "Leave the column out",
    )
    .keys(&["x", "delete"])
    .hint("leave out"),
];

const IMPORT: &[Command] = &[
    import(import::Action::Accept, "import.accept", "Import the survey")
        .keys(&["enter", "i"])
        .hint("import"),
    import(
        import::Action::Study,
        "import.study",
        "Say where the answers go: study, date, source, scale",
    )
    .keys(&["s"])
    .hint("study"),
    import(
        import::Action::NextFace,
        "import.next-face",
        "Columns, rows, ranking: the next",
    )
    .keys(&["right", "l"])
    .hint("rows, ranking"),
    import(
        import::Action::FaceBefore,
        "import.face-before",
        "Columns, rows, ranking: the one before",
    )
    .keys(&["left", "h"]),
    import(
        import::Action::Write,
        "import.write",
        "Keep what each column is in a file beside the survey",
    )
    .keys(&["w"])
    .hint("keep columns"),
    import(
        import::Action::Unfinished,
        "import.unfinished",
        "Take in unfinished responses, or leave them out",
    )
    .keys(&["p"]),
    import(
        import::Action::Source,
        "import.source",
        "Who answered: customers, or the team",
    )
    .keys(&["t"]),
    import(
        import::Action::Mapping,
        "import.mapping",
        "Columns as the program takes them, or as the file beside the survey says",
    )
    .keys(&["m"]),
    import(
        import::Action::Switch,
        "import.switch",
        "Between the list and the button",
    )
    .keys(&["tab", "shift-tab"]),
    import(import::Action::Up, "import.up", "Up").keys(&["up", "k"]),
    import(import::Action::Down, "import.down", "Down").keys(&["down", "j"]),
    import(import::Action::First, "import.first", "To the first").keys(&["home", "g"]),
    import(import::Action::Last, "import.last", "To the last").keys(&["end", "G"]),
    import(import::Action::PageUp, "import.page-up", "A page up").keys(&["pageup"]),
    import(import::Action::PageDown, "import.page-down", "A page down").keys(&["pagedown"]),
    import(
        import::Action::Leave,
        "import.leave",
        "Leave; nothing is imported",
    )
    .keys(&["esc", "q"])
    .hint("leave"),
    import(
        import::Action::Help,
        "import.help",
        "Everything one can do here",
    )
    .keys(&["?", "f1"])
    .hint("more"),
];
