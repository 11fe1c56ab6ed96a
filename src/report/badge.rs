//! Coverage as a badge: a small picture for a README.
//!
//! It says in words what it shows, and needs no font: text is fitted to its place whatever font
//! there is.

use super::{LocaleCoverage, percent};
use crate::coverage::Counts;

const HEIGHT: usize = 20;
/// Roughly the width of a character at the badge's size; the text is fitted to it.
const CHARACTER: f64 = 6.6;
const MARGIN: f64 = 6.0;

const LEFT: &str = "#3d444d";
const GOOD: &str = "#1a7f37";
const FAIR: &str = "#8a5a00";
const POOR: &str = "#b3261e";

/// The share that these locales cover together, under a label.
pub fn badge(label: &str, locales: &[LocaleCoverage]) -> String {
    let mut counts = Counts::default();
    locales.iter().for_each(|locale| counts += locale.total());
    let share = counts.coverage();
    drawn(label, &percent(share), color(share))
}

fn color(share: f64) -> &'static str {
    match share {
        0.95.. => GOOD,
        0.6.. => FAIR,
        _ => POOR,
    }
}

fn drawn(label: &str, value: &str, color: &str) -> String {
    let label = super::xml::text(label);
    let (left, right) = (width(&label), width(value));
    let whole = left + right;
    let said = format!("{label}: {value}");
    let words = |text: &str, start: f64, width: f64| {
        format!(
            "<text x=\"{:.1}\" y=\"14\" textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\">\
             {text}</text>",
            start + MARGIN,
            width - 2.0 * MARGIN
        )
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole:.0}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {whole:.0} {HEIGHT}\" role=\"img\" aria-label=\"{said}\">\n\
         <title>{said}</title>\n\
         <rect width=\"{whole:.0}\" height=\"{HEIGHT}\" rx=\"3\" fill=\"{color}\"/>\n\
         <path d=\"M3 0H{left:.0}V{HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z\" fill=\"{LEFT}\"/>\n\
         <g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"11\">\n\
         {}\n{}\n</g>\n</svg>\n",
        words(&label, 0.0, left),
        words(value, left, right)
    )
}

fn width(text: &str) -> f64 {
    (text.chars().count() as f64 * CHARACTER + 2.0 * MARGIN).round()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The luminance of a colour, as WCAG 2.2 defines it.
    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&color[at..at + 2], 16).unwrap();
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn white_text_can_be_read_on_every_colour() {
        for color in [LEFT, GOOD, FAIR, POOR] {
            let contrast = 1.05 / (luminance(color) + 0.05);
            assert!(contrast >= 4.5, "{color}: {contrast:.2}");
        }
    }
}
