//! The rules, in alphabetical order. A new one takes its file, its page and a line in each list.

use super::rule::Rule;

mod below_required_coverage;
mod cyclic_reference;
mod duplicate_attribute;
mod duplicate_message;
mod duplicate_variant;
mod empty_translation;
mod impossible_plural_form;
mod invalid_config;
mod invalid_content;
mod invalid_encoding;
mod missing_attribute;
mod missing_message;
mod missing_plural_form;
mod missing_resource;
mod missing_value;
mod missing_variable;
mod number_lost_in_form;
mod obsolete_attribute;
mod obsolete_message;
mod obsolete_resource;
mod obsolete_value;
mod out_of_sync;
mod syntax_error;
mod too_deep;
mod undefined_reference;
mod unknown_function;
mod unknown_locale_folder;
mod unknown_variable;
mod unreadable_file;
mod unused_allowance;

/// Every rule.
pub static ALL: &[&Rule] = &[
    &below_required_coverage::RULE,
    &cyclic_reference::RULE,
    &duplicate_attribute::RULE,
    &duplicate_message::RULE,
    &duplicate_variant::RULE,
    &empty_translation::RULE,
    &impossible_plural_form::RULE,
    &invalid_config::RULE,
    &invalid_content::RULE,
    &invalid_encoding::RULE,
    &missing_attribute::RULE,
    &missing_message::RULE,
    &missing_plural_form::RULE,
    &missing_resource::RULE,
    &missing_value::RULE,
    &missing_variable::RULE,
    &number_lost_in_form::RULE,
    &obsolete_attribute::RULE,
    &obsolete_message::RULE,
    &obsolete_resource::RULE,
    &obsolete_value::RULE,
    &out_of_sync::RULE,
    &syntax_error::RULE,
    &too_deep::RULE,
    &undefined_reference::RULE,
    &unknown_function::RULE,
    &unknown_locale_folder::RULE,
    &unknown_variable::RULE,
    &unreadable_file::RULE,
    &unused_allowance::RULE,
];

/// A rule by id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.binary_search_by_key(&id, |rule| rule.id).ok().map(|index| ALL[index])
}

/// The ids of every rule, in order.
pub fn ids() -> Vec<&'static str> {
    ALL.iter().map(|rule| rule.id).collect()
}
