//! A form with its fields, what is wrong with them, and what they may hold.

use crate::app::Model;
use crate::app::geometry::Area;
use crate::app::overlay::form::input::Input;
use crate::app::overlay::form::layout::{HINT, LEAVE, Layout, Line, SENTENCE, layout};
use crate::app::overlay::form::{Focus, Form, Mode, Room};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// Draws a form where it is placed.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, form: &Form) {
    let layout = layout(form, Room::of(form, model));
    match layout.frame {
        Some(frame) => canvas.frame(frame, &title(form)),
        None => canvas.clear(layout.all),
    }
    for (area, line) in &layout.lines {
        draw_line(canvas, form, &layout, (*area, line));
    }
    if layout.frame.is_some() {
        draw_foot(canvas, form, &layout);
    }
    if let Some((x, y)) = layout.cursor {
        canvas.put_cursor(x, y);
    }
}

fn title(form: &Form) -> String {
    if form.has_draft() {
        format!("{} · what you typed is still here", form.title())
    } else {
        form.title().to_owned()
    }
}

fn draw_line(canvas: &mut Canvas<'_>, form: &Form, layout: &Layout, (area, line): (Area, &Line)) {
    match line {
        Line::Text { input, row, bytes } => {
            let there = &form.inputs()[*input];
            let is_focused = form.focus() == Focus::Field(*input);
            draw_label(canvas, layout, area, (there, *row, is_focused));
            let value = layout.value(area);
            let role = if is_focused { Role::Field } else { Role::Text };
            if is_focused {
                canvas.fill(value, ' ', Role::Field);
            }
            canvas.text(value, &there.editor.text()[bytes.clone()], role);
            // Inside a screen there is no row for the hint: it stands where nothing is typed yet.
            if layout.frame.is_none() && there.editor.text().is_empty() && *row == 0 {
                canvas.text(value.right_of(1), there.row.hint, Role::Quiet);
            }
        }
        Line::Choices { input } => {
            let there = &form.inputs()[*input];
            let is_focused = form.focus() == Focus::Field(*input);
            draw_label(canvas, layout, area, (there, 0, is_focused));
            draw_choices(canvas, layout, area, (there, is_focused));
        }
        Line::Problem { words, .. } => {
            canvas.text(layout.value(area), words, Role::Bad);
        }
        Line::Hint {
            words, is_first, ..
        } => {
            let value = layout.value(area);
            if *is_first {
                canvas.text(value, "›", Role::Focus);
            }
            canvas.text(value.right_of(HINT), words, Role::Quiet);
        }
        Line::Sentence { words, is_first } => {
            if *is_first {
                canvas.text(layout.label(area), SENTENCE, Role::Quiet);
            }
            canvas.text(layout.value(area), words, Role::Strong);
        }
        Line::Gap => {}
        Line::Suggestion { place } => {
            let is_picked = form.picked() == Some(*place);
            let (mark, role) = if is_picked {
                ("▌", Role::Strong)
            } else {
                ("·", Role::Quiet)
            };
            let value = layout.value(area);
            canvas.text(value, mark, Role::Focus);
            canvas.text(value.right_of(2), &form.suggestions()[*place], role);
        }
    }
}

fn draw_label(
    canvas: &mut Canvas<'_>,
    layout: &Layout,
    area: Area,
    (input, row, is_focused): (&Input, usize, bool),
) {
    if is_focused {
        canvas.text(area, "▌", Role::Focus);
    }
    if row == 0 {
        let role = if is_focused {
            Role::Strong
        } else {
            Role::Quiet
        };
        canvas.text(layout.label(area), input.row.label, role);
    }
}

/// The words to choose from, the chosen one with a filled mark. Where there is no room for all, it
/// alone with how many there are.
fn draw_choices(
    canvas: &mut Canvas<'_>,
    layout: &Layout,
    area: Area,
    (input, is_focused): (&Input, bool),
) {
    let Some(choices) = &input.choices else {
        return;
    };
    let shown = layout.choices(input, area);
    let chosen = input.chosen();
    if let ([only], true) = (shown.as_slice(), choices.len() > 1) {
        let word = choices
            .get(chosen)
            .map_or("", |word| input.row.choice_word(word));
        let text = format!("‹ {word} ›  {} of {}", chosen + 1, choices.len());
        let role = if is_focused { Role::Field } else { Role::Text };
        canvas.text(only.area, &text, role);
        return;
    }
    for word in shown {
        let text = choices
            .get(word.choice)
            .map_or("", |word| input.row.choice_word(word));
        let (mark, role) = match (word.choice == chosen, is_focused) {
            (true, true) => ("●", Role::Field),
            (true, false) => ("●", Role::Text),
            (false, _) => ("○", Role::Quiet),
        };
        canvas.text(word.area, mark, role);
        canvas.text(word.area.right_of(2), text, role);
    }
}

fn draw_foot(canvas: &mut Canvas<'_>, form: &Form, layout: &Layout) {
    let (hint, aside) = hint(form);
    let behind = canvas.text(layout.hint, hint, Role::Quiet);
    let rest = layout.hint.right_of(behind + 2 - layout.hint.x);
    canvas.text_right(rest, aside, Role::Key);
    let buttons = [
        (layout.save, form.subject().accepting().button, Focus::Save),
        (layout.leave, LEAVE, Focus::Leave),
    ];
    for (area, text, focus) in buttons {
        let role = if form.focus() == focus {
            Role::Lit
        } else {
            Role::Text
        };
        canvas.text(area, text, role);
    }
    if layout.count > layout.lines.len() {
        let last = layout.first + layout.lines.len();
        let shown = format!("{}–{last} of {}", layout.first + 1, layout.count);
        let row = layout.save;
        let all = Area {
            width: layout.hint.width,
            x: layout.hint.x,
            ..row
        };
        canvas.text_right(all, &shown, Role::Quiet);
    }
}

/// What the focused field is for, and the keys that are particular to it.
fn hint(form: &Form) -> (&'static str, &'static str) {
    let Focus::Field(place) = form.focus() else {
        return ("", "");
    };
    let hint = form.inputs().get(place).map_or("", |input| input.row.hint);
    let keys = match form.mode() {
        Mode::Picking => "Enter takes it",
        Mode::Suggesting => "↓ picks a name",
        Mode::Choosing => "← → choose",
        Mode::Lines => "Ctrl-S saves",
        Mode::Typing => "",
    };
    (hint, keys)
}
