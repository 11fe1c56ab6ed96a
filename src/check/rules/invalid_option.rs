//! An option that a function does not take. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::config::Target;
use crate::diagnostic::{Diagnostic, Severity};
use crate::syntax::{Arguments, Expression, Pattern, Reference, walk_references};
use crate::text::{Span, listed, nearest};

pub(super) static RULE: Rule = Rule {
    id: "invalid-option",
    summary: "an option that a function does not take",
    severity: Some(Severity::Error),
    page: include_str!("invalid_option.md"),
    check: Check::Part(check),
};

/// What an option may be.
enum Values {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A number from the first to the second.
    Digits(u32, u32),
    /// A word that is not looked at: a currency, a time zone.
    Any,
}

use Values::{Any, Digits, Words};

/// An option of ECMA-402, and who takes it from a message.
struct FunctionOption {
    name: &'static str,
    values: Values,
    /// `NUMBER` of fluent-bundle 0.16 or of `@fluent/bundle` 0.19, `DATETIME` of the latter.
    is_taken: bool,
    /// What `build` makes of content.
    is_rendered: bool,
}

const fn option(name: &'static str, values: Values, takers: u8) -> FunctionOption {
    FunctionOption { name, values, is_taken: takers > 0, is_rendered: takers > 1 }
}

const BOOLEAN: Values = Words(&["true", "false"]);
const NUMERIC: Values = Words(&["numeric", "2-digit"]);
const NAMED: Values = Words(&["narrow", "short", "long"]);
const STYLES: Values = Words(&["full", "long", "medium", "short"]);
const MATCHERS: Values = Words(&["lookup", "best fit"]);

/// Of `Intl.NumberFormat`, and `type` of `Intl.PluralRules`.
static NUMBER: [FunctionOption; 22] = [
    option("compactDisplay", Words(&["short", "long"]), 0),
    option("currency", Any, 1),
    option("currencyDisplay", Words(&["code", "symbol", "narrowSymbol", "name"]), 1),
    option("currencySign", Words(&["standard", "accounting"]), 0),
    option("localeMatcher", MATCHERS, 0),
    option("maximumFractionDigits", Digits(0, 100), 2),
    option("maximumSignificantDigits", Digits(1, 21), 2),
    option("minimumFractionDigits", Digits(0, 100), 2),
    option("minimumIntegerDigits", Digits(1, 21), 2),
    option("minimumSignificantDigits", Digits(1, 21), 1),
    option("notation", Words(&["standard", "scientific", "engineering", "compact"]), 0),
    option("numberingSystem", Any, 0),
    option("roundingIncrement", Any, 0),
    option("roundingMode", Any, 0),
    option("roundingPriority", Words(&["auto", "morePrecision", "lessPrecision"]), 0),
    option("signDisplay", Words(&["auto", "always", "never", "exceptZero", "negative"]), 0),
    option("style", Words(&["decimal", "percent", "currency", "unit"]), 2),
    option("trailingZeroDisplay", Words(&["auto", "stripIfInteger"]), 0),
    option("type", Words(&["cardinal", "ordinal"]), 2),
    option("unit", Any, 0),
    option("unitDisplay", NAMED, 1),
    option("useGrouping", Words(&["true", "false", "always", "auto", "min2"]), 2),
];

/// Of `Intl.DateTimeFormat`.
static DATETIME: [FunctionOption; 20] = [
    option("calendar", Any, 0),
    option("dateStyle", STYLES, 2),
    option("day", NUMERIC, 2),
    option("dayPeriod", NAMED, 1),
    option("era", NAMED, 1),
    option("formatMatcher", Words(&["basic", "best fit"]), 0),
    option("fractionalSecondDigits", Digits(1, 3), 1),
    option("hour", NUMERIC, 1),
    option("hour12", BOOLEAN, 1),
    option("hourCycle", Words(&["h11", "h12", "h23", "h24"]), 0),
    option("localeMatcher", MATCHERS, 0),
    option("minute", NUMERIC, 1),
    option("month", Words(&["numeric", "2-digit", "narrow", "short", "long"]), 2),
    option("numberingSystem", Any, 0),
    option("second", NUMERIC, 1),
    option("timeStyle", STYLES, 1),
    option("timeZone", Any, 0),
    option(
        "timeZoneName",
        Words(&["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"]),
        1,
    ),
    option("weekday", NAMED, 2),
    option("year", NUMERIC, 2),
];

/// Fields of a date that cannot stand beside `dateStyle` or `timeStyle` (ECMA-402, CreateDateTimeFormat).
const FIELDS: [&str; 11] = [
    "dayPeriod",
    "day",
    "era",
    "fractionalSecondDigits",
    "hour",
    "minute",
    "month",
    "second",
    "timeZoneName",
    "weekday",
    "year",
];

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if part.pattern().is_text() {
        return;
    }
    walk_references(part.pattern(), &mut |reference| {
        let Reference::Function { id, arguments, .. } = reference else { return };
        let function = id.of(part.text());
        let options: &[FunctionOption] = match function {
            "NUMBER" => &NUMBER,
            "DATETIME" => &DATETIME,
            _ => return,
        };
        let call = Call { part, function, options, arguments };
        for (name, value) in &arguments.named {
            // What the source says too is told once, there.
            if !call.is_in_source(*name, value)
                && let Some(finding) = call.check_option(*name, value)
            {
                findings.push(finding);
            }
        }
        if let Some(finding) = call.check_together() {
            findings.push(finding);
        }
    });
}

/// A call of a function that Fluent has.
struct Call<'c, 'a> {
    part: &'c PartView<'a>,
    function: &'a str,
    options: &'static [FunctionOption],
    arguments: &'a Arguments,
}

impl Call<'_, '_> {
    fn check_option(&self, name: Span, value: &Expression) -> Option<Diagnostic> {
        let (part, function) = (self.part, self.function);
        let written = name.of(part.text());
        let Some(option) = self.options.iter().find(|option| option.name == written) else {
            let names = self.options.iter().map(|option| option.name);
            let help = match nearest(&written.to_lowercase(), names.clone())
                .or_else(|| names.clone().find(|known| known.eq_ignore_ascii_case(written)))
            {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "the options are those of ECMA-402’s Intl formats".to_owned(),
            };
            let message = format!("`{function}` has no option `{written}`");
            let finding = part.finding(RULE.id, name, message);
            return Some(finding.label("it changes nothing for readers").help(help));
        };
        if let Some(help) = option.values.refuse(value, part.text()) {
            let span = value_span(value)?;
            let shown = span.of(part.text());
            let message = format!("`{written}` of `{function}` is never `{shown}`");
            let finding = part.finding(RULE.id, span, message);
            return Some(finding.label("it is ignored, or nothing is shown").help(help));
        }
        self.ignoring(option).map(|who| {
            let message = format!("{who} ignores `{written}` of `{function}`");
            part.finding(RULE.id, name, message)
                .label("it changes nothing for readers")
                .help("format the value in the program, and pass it formatted")
                .milder(Severity::Warning)
        })
    }

    /// Who takes no notice of an option.
    fn ignoring(&self, option: &FunctionOption) -> Option<&'static str> {
        let project = self.part.entry.locale.project;
        let is_rendered = || {
            let id = self.part.entry.found.name();
            let mut parts = project.content.items.iter().flat_map(|item| &item.parts);
            project.config.build.targets.contains(&Target::Json) && parts.any(|part| part.id == id)
        };
        match option {
            FunctionOption { is_taken: false, .. } => Some("every runtime of Fluent"),
            FunctionOption { is_rendered: false, .. } if is_rendered() => Some("`content.json`"),
            _ => None,
        }
    }

    /// What is wrong with options that stand together.
    fn check_together(&self) -> Option<Diagnostic> {
        let text = self.part.text();
        let named = &self.arguments.named;
        let at = |wanted: &str| named.iter().find(|(name, _)| name.of(text) == wanted);
        let style =
            at("dateStyle").or_else(|| at("timeStyle")).filter(|_| self.function == "DATETIME");
        if let Some((style, _)) = style
            && let Some((field, value)) = FIELDS.iter().find_map(|field| at(field))
            && !self.is_in_source(*field, value)
        {
            let (style, name) = (style.of(text), field.of(text));
            let message = format!("`{name}` cannot stand beside `{style}`");
            let finding = self.part.finding(RULE.id, *field, message);
            let finding = finding.label("a browser refuses both, and readers see no date");
            return Some(finding.help("name the fields, or take a style"));
        }
        let digits = |wanted: &str| number(&at(wanted)?.1, text);
        let kinds = ["FractionDigits", "SignificantDigits"].into_iter();
        kinds.filter(|_| self.function == "NUMBER").find_map(|kind| {
            let (least, most) = (format!("minimum{kind}"), format!("maximum{kind}"));
            let (name, value) = at(&least)?;
            if digits(&least)? <= digits(&most)? || self.is_in_source(*name, value) {
                return None;
            }
            let message = format!("`{least}` is greater than `{most}`");
            let finding = self.part.finding(RULE.id, *name, message);
            Some(finding.label("a browser refuses both, and readers see no number"))
        })
    }

    /// Whether the source calls the function with the same option.
    fn is_in_source(&self, name: Span, value: &Expression) -> bool {
        let Some(original) = self.part.original else { return false };
        let text = self.part.text();
        let wanted = (name.of(text), value_span(value).map(|span| span.of(text)));
        has_option(original.pattern, original.text, self.function, wanted)
    }
}

fn has_option(pattern: &Pattern, text: &str, function: &str, wanted: (&str, Option<&str>)) -> bool {
    let mut has = false;
    walk_references(pattern, &mut |reference| {
        let Reference::Function { id, arguments, .. } = reference else { return };
        has |= id.of(text) == function
            && arguments.named.iter().any(|(name, value)| {
                (name.of(text), value_span(value).map(|span| span.of(text))) == wanted
            });
    });
    has
}

impl Values {
    /// What may be written instead, if a value is none of these.
    fn refuse(&self, value: &Expression, text: &str) -> Option<String> {
        match (self, value) {
            (Words(words), Expression::String(word)) => {
                let word = word.of(text);
                (!words.contains(&word)).then(|| match nearest(word, words.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("it is one of {}", listed(words)),
                })
            }
            // 0 and 1 are no and yes.
            (Words(words), Expression::Number(_)) => {
                (!words.contains(&"true")).then(|| format!("it is one of {}", listed(words)))
            }
            (Digits(least, most), value) => {
                let is_within = |number: f64| {
                    number.fract() == 0.0
                        && (f64::from(*least)..=f64::from(*most)).contains(&number)
                };
                (!number(value, text).is_some_and(is_within))
                    .then(|| format!("it is a whole number from {least} to {most}"))
            }
            _ => None,
        }
    }
}

fn value_span(value: &Expression) -> Option<Span> {
    match value {
        Expression::String(span) | Expression::Number(span) => Some(*span),
        _ => None,
    }
}

fn number(value: &Expression, text: &str) -> Option<f64> {
    value_span(value)?.of(text).parse().ok()
}
