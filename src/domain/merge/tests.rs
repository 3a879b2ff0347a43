//! What holds of the merge of any three workspaces, and each rule by an example.

mod any;
mod rules;
