//! The rules, in alphabetical order. A new one takes its file, its page and a line below.

use super::rule::Rule;

pub use stale_translation::refused;

/// Declares the module of each rule and lists them.
macro_rules! rules {
    ($($rule:ident,)*) => {
        $(mod $rule;)*

        /// Every rule, sorted by id.
        pub static ALL: &[&Rule] = &[$(&$rule::RULE,)*];
    };
}

rules! {
    below_required_coverage,
    bidi_control,
    broken_markup,
    changed_email,
    changed_link,
    changed_markup,
    changed_number,
    changed_reference,
    cyclic_reference,
    duplicate_attribute,
    duplicate_message,
    duplicate_variant,
    empty_translation,
    end_punctuation,
    forbidden_word,
    hard_coded_figure,
    hard_coded_term,
    identical_to_source,
    impossible_plural_form,
    inconsistent_translation,
    invalid_config,
    invalid_content,
    invalid_encoding,
    invalid_option,
    invisible_character,
    length_outlier,
    lossy_target,
    missing_attribute,
    missing_message,
    missing_plural_form,
    missing_resource,
    missing_value,
    missing_variable,
    no_formatting_data,
    not_normalised,
    number_lost_in_form,
    obsolete_attribute,
    obsolete_message,
    obsolete_resource,
    obsolete_value,
    out_of_sync,
    plural_in_parentheses,
    quotation_marks,
    repeated_word,
    replacement_character,
    reused_translation,
    spacing,
    stale_translation,
    straight_quotes,
    syntax_error,
    term_variable,
    three_dots,
    too_deep,
    too_long,
    unbalanced_brackets,
    undefined_reference,
    undocumented_variable,
    unknown_function,
    unknown_locale_folder,
    unknown_variable,
    unknown_variant,
    unreadable_file,
    unrecorded_translation,
    unsafe_markup,
    unused_allowance,
    unused_message,
    unused_term,
    wrong_script,
}

/// A rule by id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.binary_search_by_key(&id, |rule| rule.id).ok().map(|index| ALL[index])
}

/// The ids of every rule, in order.
pub fn ids() -> Vec<&'static str> {
    ALL.iter().map(|rule| rule.id).collect()
}
