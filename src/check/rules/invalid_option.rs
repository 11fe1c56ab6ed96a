//! An option that a function does not take. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::written::Features;
use crate::syntax::{Arguments, Expression, Pattern, Reference, walk_references};
use crate::text::{Span, listed, nearest};

pub(super) static RULE: Rule = Rule {
    id: "invalid-option",
    summary: "an option that a function does not take",
    severity: Some(Severity::Error),
    page: include_str!("invalid_option.md"),
    check: Check::PartWith(Holds::own(Features::CALL), check),
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
    /// `NUMBER` of fluent-bundle 0.16 or of `@fluent/bundle` 0.19, `DATETIME` of the latter. What
    /// content.json makes of it is `lossy-target`’s business.
    is_taken: bool,
}

const fn taken(name: &'static str, values: Values) -> FunctionOption {
    FunctionOption { name, values, is_taken: true }
}

const fn ignored(name: &'static str, values: Values) -> FunctionOption {
    FunctionOption { name, values, is_taken: false }
}

const BOOLEAN: Values = Words(&["true", "false"]);
const NUMERIC: Values = Words(&["numeric", "2-digit"]);
const NAMED: Values = Words(&["narrow", "short", "long"]);
const STYLES: Values = Words(&["full", "long", "medium", "short"]);
const MATCHERS: Values = Words(&["lookup", "best fit"]);

/// Of `Intl.NumberFormat`, and `type` of `Intl.PluralRules`.
static NUMBER: [FunctionOption; 22] = [
    ignored("compactDisplay", Words(&["short", "long"])),
    taken("currency", Any),
    taken("currencyDisplay", Words(&["code", "symbol", "narrowSymbol", "name"])),
    ignored("currencySign", Words(&["standard", "accounting"])),
    ignored("localeMatcher", MATCHERS),
    taken("maximumFractionDigits", Digits(0, 100)),
    taken("maximumSignificantDigits", Digits(1, 21)),
    taken("minimumFractionDigits", Digits(0, 100)),
    taken("minimumIntegerDigits", Digits(1, 21)),
    taken("minimumSignificantDigits", Digits(1, 21)),
    ignored("notation", Words(&["standard", "scientific", "engineering", "compact"])),
    ignored("numberingSystem", Any),
    ignored("roundingIncrement", Any),
    ignored("roundingMode", Any),
    ignored("roundingPriority", Words(&["auto", "morePrecision", "lessPrecision"])),
    ignored("signDisplay", Words(&["auto", "always", "never", "exceptZero", "negative"])),
    taken("style", Words(&["decimal", "percent", "currency", "unit"])),
    ignored("trailingZeroDisplay", Words(&["auto", "stripIfInteger"])),
    taken("type", Words(&["cardinal", "ordinal"])),
    ignored("unit", Any),
    taken("unitDisplay", NAMED),
    taken("useGrouping", Words(&["true", "false", "always", "auto", "min2"])),
];

/// Of `Intl.DateTimeFormat`.
static DATETIME: [FunctionOption; 20] = [
    ignored("calendar", Any),
    taken("dateStyle", STYLES),
    taken("day", NUMERIC),
    taken("dayPeriod", NAMED),
    taken("era", NAMED),
    ignored("formatMatcher", Words(&["basic", "best fit"])),
    taken("fractionalSecondDigits", Digits(1, 3)),
    taken("hour", NUMERIC),
    taken("hour12", BOOLEAN),
    ignored("hourCycle", Words(&["h11", "h12", "h23", "h24"])),
    ignored("localeMatcher", MATCHERS),
    taken("minute", NUMERIC),
    taken("month", Words(&["numeric", "2-digit", "narrow", "short", "long"])),
    ignored("numberingSystem", Any),
    taken("second", NUMERIC),
    taken("timeStyle", STYLES),
    ignored("timeZone", Any),
    taken(
        "timeZoneName",
        Words(&["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"]),
    ),
    taken("weekday", NAMED),
    taken("year", NUMERIC),
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
        (!option.is_taken).then(|| {
            let message = format!("every runtime of Fluent ignores `{written}` of `{function}`");
            part.finding(RULE.id, name, message)
                .label("it changes nothing for readers")
                .help("format the value in the program, and pass it formatted")
                .milder(Severity::Warning)
        })
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
