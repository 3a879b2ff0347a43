//! What holds on every screen: saving is always told, history goes both ways, no key is silent.

use super::{run, update};
use crate::app::command::Context;
use crate::app::overlay::Overlay;
use crate::app::{Access, Effect, Msg, NotSaved, Now, Out, Remedy, Saved, Screen, Time};
use crate::domain::history::History;
use crate::testing::{Session, now};

fn failure() -> NotSaved {
    NotSaved {
        why: "the disk is full".to_owned(),
        remedy: Remedy::TryAgain,
    }
}

#[test]
fn a_change_is_saving_until_its_revision_is_in_the_file() {
    let mut session = Session::sample(120, 36);
    session.keys("shift-right");
    assert_eq!(session.model.saved, Saved::Saving);
    let revision = session.model.document.revision();
    session.take(Msg::Saved(revision - 1));
    assert_eq!(
        session.model.saved,
        Saved::Saving,
        "an older state is not everything"
    );
    session.take(Msg::Saved(revision));
    assert!(matches!(session.model.saved, Saved::At(_)));
}

#[test]
fn what_could_not_be_saved_is_asked_about_once_and_said_until_it_is() {
    let mut session = Session::sample(120, 36);
    session.keys("shift-right").take(Msg::NotSaved(failure()));
    assert!(session.screen().contains("Not saved. What now?"));
    session.keys("esc shift-left");
    assert!(
        session.screen().contains("NOT SAVED"),
        "a new try is no success"
    );
    session.take(Msg::NotSaved(failure()));
    assert!(
        session.model.overlays.is_empty(),
        "the question is asked once"
    );
    let revision = session.model.document.revision();
    session.take(Msg::Saved(revision));
    assert!(!session.screen().contains("NOT SAVED"));
}

#[test]
fn leaving_waits_for_the_file_and_asks_when_it_can_not_be_written() {
    let mut session = Session::sample(120, 36);
    session.keys("shift-right q");
    assert!(
        !session.effects.contains(&Effect::Quit),
        "it is being saved"
    );
    let revision = session.model.document.revision();
    session.take(Msg::Saved(revision));
    assert!(session.effects.contains(&Effect::Quit));

    let mut session = Session::sample(120, 36);
    session.keys("shift-right q").take(Msg::NotSaved(failure()));
    assert!(
        !session.effects.contains(&Effect::Quit),
        "a failed save does not close the program"
    );
    session.keys("esc q");
    assert!(session.screen().contains("Leave without saving?"));
    session.keys("y");
    assert!(session.effects.contains(&Effect::Quit));
}

#[test]
fn undo_and_redo_say_what_they_did_and_the_way_back() {
    let mut session = Session::sample(120, 36);
    session.keys("shift-right");
    let moved = session.said().to_owned();
    assert!(moved.ends_with("u undoes"), "{moved}");
    session.keys("u");
    assert!(
        session.said().starts_with("Undid: Moved"),
        "{}",
        session.said()
    );
    assert!(
        session.said().ends_with("U does it again"),
        "{}",
        session.said()
    );
    session.keys("U");
    assert!(
        session.said().starts_with("Did again: Moved"),
        "{}",
        session.said()
    );
    session.keys("u u");
    assert_eq!(session.said(), "There is nothing to undo");
}

#[test]
fn a_key_that_does_nothing_says_so() {
    let mut session = Session::sample(120, 36);
    session.keys("Z");
    assert_eq!(session.said(), "Z does nothing here · ? shows what does");
}

#[test]
fn a_paste_onto_a_screen_runs_nothing() {
    let mut session = Session::sample(120, 36);
    let before = session.workspace().clone();
    session.take(Msg::Paste("xdDq\n".repeat(100)));
    assert_eq!(*session.workspace(), before);
    assert!(session.effects.is_empty());
    assert!(session.said().contains("no field here"));
}

#[test]
fn the_palette_finds_an_action_by_its_title_a_synonym_and_its_key() {
    for words in ["side by side", "split", "2"] {
        let mut session = Session::sample(120, 36);
        session.keys("?").letters(words).keys("enter");
        let is_there = session.model.screen == Screen::Roadmap
            || session.said().contains("side by side from 150 columns on");
        assert!(is_there, "{words}: {}", session.said());
    }
}

#[test]
fn the_palette_puts_what_begins_as_typed_first() {
    let mut session = Session::sample(120, 36);
    session.keys("a").letters("Keep in touch").keys("enter");
    session.keys("?").letters("undo").keys("enter");
    assert!(session.said().contains("Undid"), "{}", session.said());
}

#[test]
fn a_list_that_does_not_fit_says_how_much_of_it_is_shown() {
    let mut session = Session::sample(80, 24);
    session.keys("?").find("1–");
    session.find(" of ");
}

#[test]
fn a_prefix_names_each_action_once() {
    let mut session = Session::sample(120, 36);
    session.keys("s");
    let screen = session.screen();
    assert_eq!(screen.matches("Move the stage to the left").count(), 1);
}

#[test]
fn the_footer_hints_at_nothing_that_leads_nowhere() {
    let footer = |session: &Session| session.screen().lines().last().map(str::to_owned);
    let mut session = Session::sample(80, 24);
    assert!(!footer(&session).unwrap_or_default().contains("Esc back"));
    session.keys("/");
    assert!(!footer(&session).unwrap_or_default().contains("next field"));
    let mut session = Session::sample(40, 10);
    session.keys("enter");
    assert!(footer(&session).unwrap_or_default().contains("Esc back"));
    session.keys("e");
    assert!(footer(&session).unwrap_or_default().contains("Esc leave"));
}

#[test]
fn every_screen_opens_the_palette_by_the_same_keys() {
    for screen in ["1", "2", "enter"] {
        for key in ["?", ":", "ctrl-p", "f1"] {
            let mut session = Session::sample(120, 36);
            session.keys(screen).keys(key);
            assert!(
                session.screen().contains("type to search"),
                "{screen} {key}"
            );
        }
    }
}

#[test]
fn what_was_said_can_be_read_again() {
    let mut session = Session::sample(120, 36);
    session.keys("shift-right down ctrl-l");
    assert!(session.screen().contains("What was said"));
    assert!(session.screen().contains("Moved"));
}

#[test]
fn a_click_on_a_tab_or_a_hint_does_what_it_says() {
    let mut session = Session::sample(120, 36);
    session.click("Roadmap");
    assert_eq!(session.model.screen, Screen::Roadmap);
    session.click("Board");
    assert_eq!(session.model.screen, Screen::Board);
    session.click("? more");
    assert!(session.screen().contains("type to search"));
}

#[test]
fn no_size_and_no_key_makes_any_screen_panic() {
    let keys =
        "1 down enter down e esc r esc esc 2 down v enter esc ? a b c esc tab b l x esc s a esc";
    for (width, height) in [
        (1, 1),
        (2, 40),
        (39, 9),
        (40, 10),
        (61, 17),
        (300, 3),
        (500, 200),
    ] {
        let mut session = Session::sample(width, height);
        for key in keys.split(' ') {
            session.keys(key).screen();
        }
        session.take(Msg::Resize(height, width)).screen();
    }
}

#[test]
fn the_workspace_is_named_and_its_vision_put_down_from_any_screen() {
    for screen in ["1", "2", "enter"] {
        let mut session = Session::sample(120, 36);
        session.keys(screen).keys("w").letters(" Two").keys("enter");
        assert_eq!(session.workspace().name(), "Acme CRM Two");
    }
}

#[test]
fn a_message_is_shown_to_its_end_however_narrow_the_terminal_is() {
    let mut session = Session::sample(60, 20);
    let long = "one thing was taken in · and another could not be · and a third one, which is last";
    session.take(Msg::Tell(long.to_owned()));
    let screen = session.screen();
    let shown: Vec<&str> = screen.lines().collect();
    assert_eq!(
        shown[17],
        " ✓ one thing was taken in · and another could not be · and"
    );
    assert_eq!(shown[18], "   a third one, which is last");
}

#[test]
fn where_nothing_can_be_changed_the_header_says_so_and_every_change_is_refused_with_the_reason() {
    let mut session = Session::sample(120, 24);
    let revision = session.model.document.revision();
    session.model.access = Access::ReadOnly("2 things can't be read".to_owned());
    let header = session.screen().lines().next().map(str::to_owned);
    let header = header.expect("a header");
    assert!(
        header.ends_with("read-only · 2 things can't be read"),
        "{header}"
    );
    for keys in ["shift-right", "u", "U", "ctrl-s"] {
        session.keys(keys);
        assert!(
            session.said().contains("2 things can't be read"),
            "{keys}: {}",
            session.said()
        );
    }
    assert_eq!(session.model.document.revision(), revision);
    assert!(
        !session
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Save(..)))
    );
}

#[test]
fn what_is_typed_into_a_form_where_nothing_can_be_changed_is_kept() {
    let mut session = Session::sample(80, 24);
    session.keys("a").letters("A thought");
    session.model.access = Access::ReadOnly("another Outboard has it open".to_owned());
    session.keys("enter");
    assert!(
        session.said().contains("another Outboard has it open"),
        "{}",
        session.said()
    );
    assert!(
        session.screen().contains("A thought"),
        "the form is still there"
    );
    session.keys("esc");
    session.model.access = Access::Write;
    session.keys("a enter");
    assert!(
        session.last_step().contains("A thought"),
        "{}",
        session.last_step()
    );
}

/// The hints at the foot of the screen.
fn footer(session: &Session) -> String {
    let screen = session.screen();
    screen.lines().next_back().unwrap_or_default().to_owned()
}

#[test]
fn where_nothing_can_be_changed_nothing_that_changes_is_offered_or_asked_for() {
    let mut session = Session::sample(120, 36);
    assert!(footer(&session).contains("a add"), "{}", footer(&session));
    session.model.access = Access::ReadOnly("it follows the file".to_owned());
    for (screen, shown) in [
        ("1", "Enter open"),
        ("2", "v view"),
        ("1 enter", "Esc back"),
    ] {
        session.keys(screen);
        let footer = footer(&session);
        assert!(footer.contains(shown), "{screen}: {footer}");
        for changing in [
            "add",
            "edit",
            "move",
            "undo",
            "now",
            "rate",
            "reading",
            "from parts",
        ] {
            assert!(!footer.contains(changing), "{screen}: {footer}");
        }
    }
    session.keys("e");
    assert!(
        session.model.overlays.is_empty(),
        "no form is opened that can't be saved"
    );
    assert!(
        session.said().contains("it follows the file"),
        "{}",
        session.said()
    );
    session.keys("esc ?").letters("add a card");
    let palette = session.screen();
    let row = palette.lines().find(|line| line.contains("Add a card"));
    assert!(
        row.is_some_and(|row| row.contains("read-only")),
        "{palette}"
    );
    session.keys("enter");
    assert!(
        session.said().contains("it follows the file"),
        "{}",
        session.said()
    );
    session.keys("/").letters("data").keys("enter");
    assert_eq!(
        session.model.ui.board.filter().text,
        "data",
        "a search changes nothing"
    );
}

#[test]
fn what_changes_the_workspace_is_marked_so_in_the_table() {
    let mut unmarked = Vec::new();
    for (group, row) in crate::app::command::all().filter(|(_, row)| !row.is_changing) {
        let way = match group.context {
            Context::Board | Context::Captured | Context::Going | Context::Global => "1",
            Context::Card => "1 enter",
            Context::Roadmap => "2",
            Context::Research => "4",
            Context::Health => "5",
            Context::Workshop => "6",
            // What lies over a screen has been let there already.
            _ => continue,
        };
        let mut session = Session::sample(120, 36);
        session.keys(way);
        let mut out = Out::default();
        run(&mut session.model, row.action, &mut out);
        let is_form =
            matches!(&out.open, Some(Overlay::Form(form)) if form.subject().changes_workspace());
        if is_form || out.change.is_some() || out.travel.is_some() {
            unmarked.push(row.id);
        }
    }
    assert!(
        unmarked.is_empty(),
        "mark these as `changing` in the table of actions: {unmarked:?}"
    );
}

#[test]
fn a_narrow_terminal_says_at_least_that_it_is_read_only() {
    let mut session = Session::sample(40, 12);
    session.model.access = Access::ReadOnly("another Outboard has it open".to_owned());
    let screen = session.screen();
    let header = screen.lines().next().expect("a header");
    assert!(
        header.contains("Roadmap") && header.ends_with("read-only"),
        "{header}"
    );
}

#[test]
fn a_clock_that_is_set_back_changes_the_time_that_is_told_and_nothing_else() {
    let mut session = Session::sample(120, 36);
    session.keys("shift-right");
    let before = session.workspace().clone();
    let mut set_back = |key: &str, millis| {
        let moment = Now {
            today: "2026-11-20".parse().expect("a date"),
            time: Time { hour: 9, minute: 5 },
            ..now(millis)
        };
        let key = Msg::Key(key.parse().expect("a key"));
        update(&mut session.model, key, moment);
        let revision = session.model.document.revision();
        update(&mut session.model, Msg::Saved(revision), moment);
    };
    set_back("shift-right", 10_000);
    set_back("u", 20_000);
    assert!(
        *session.workspace() == before,
        "each step is one of its own"
    );
    assert!(session.screen().contains("saved 09:05"));
    let said: Vec<_> = session.model.messages.latest_first().collect();
    assert!(said[0].text.starts_with("Undid"), "the latest comes first");
}

#[test]
fn undo_waits_for_what_earlier_sessions_did_as_often_as_it_was_pressed() {
    let mut before = Session::sample(120, 36);
    before.keys("a").letters("First").keys("enter");
    before.keys("a").letters("Second").keys("enter");
    let history = before.model.document.history();
    let earlier = History::of_steps(history.done().to_vec(), history.undone().to_vec());
    let mut session = Session::of(before.workspace().clone(), 120, 36);
    session.model.expect_recall();
    session.keys("u u");
    assert_eq!(session.cards("offering").len(), 3, "nothing is known yet");
    session.take(Msg::Recalled(earlier));
    assert_eq!(session.cards("offering").len(), 1);
    session.keys("U");
    assert_eq!(session.cards("offering").len(), 2);
}
