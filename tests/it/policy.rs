//! What a build does with translations whose source changed since, and that its manifest says so.

use std::collections::BTreeMap;
use std::fs;

use fluent::{FluentArgs, FluentBundle, FluentResource};
use isogloss::coverage::{State, states};
use isogloss::diagnostic::{Diagnostic, Severity};
use isogloss::edit;
use isogloss::emit::{self, Request};
use isogloss::files::Memory;
use isogloss::format::Day;
use isogloss::resolve::Chain;
use isogloss::session::{Opened, Session};
use serde_json::{Value, json};

use crate::build::{contents, isogloss, sample_folder};
use crate::sample::{self, replace};
use crate::schemas::complaints;

const RELEASED: Request = Request { drafts: false, today: TODAY };
const DRAFTS: Request = Request { drafts: true, today: TODAY };
const TODAY: Day = Day { year: 2026, month: 1, day: 1 };

fn sync(files: &mut Memory) {
    let session = sample::open(files);
    for output in edit::sync(&session.project).outputs {
        files.0.insert(output.path, output.bytes.unwrap());
    }
}

/// A project whose translations were made from `before`, and whose source says `after` now.
fn changed(config: &str, before: &str, after: &str, translations: &[(&str, &str)]) -> Memory {
    let config = format!("source = \"en\"\n{config}");
    let mut files = Memory::new([("isogloss.toml", &*config), ("locales/en/app.ftl", before)]);
    let write = |files: &mut Memory, is_translated: bool| {
        for (locale, text) in translations {
            let text = if is_translated { *text } else { "" };
            files.0.insert(format!("locales/{locale}/app.ftl"), text.into());
        }
        sync(files);
    };
    // What was translated while `sync` looked on was made from what the source said.
    write(&mut files, false);
    write(&mut files, true);
    files.0.insert("locales/en/app.ftl".to_owned(), after.into());
    files
}

/// What a build with `--keep-going` writes. Its manifest is as its schema says.
struct Built {
    files: BTreeMap<String, String>,
    manifest: Value,
}

impl Built {
    fn new(files: &Memory, request: Request) -> Self {
        let build = emit::build(&sample::open(files).project, request).unwrap();
        let files: BTreeMap<String, String> = build
            .outputs
            .into_iter()
            .map(|output| (output.path, String::from_utf8(output.bytes.unwrap()).unwrap()))
            .collect();
        let manifest = &files["manifest.json"];
        assert_eq!(complaints("src/emit/schema/manifest.schema.json", manifest.as_bytes()), "");
        let manifest = serde_json::from_str(manifest).unwrap();
        Self { files, manifest }
    }

    fn bundle(&self, locale: &str) -> &str {
        &self.files[&format!("fluent/{locale}/messages.ftl")]
    }

    /// What the manifest says of a locale: `votes stale interface → en`, a line for each fallback
    /// and each text that was kept.
    fn told(&self, locale: &str) -> Vec<String> {
        let locale = &self.manifest["locales"][locale];
        let lines = |list: &str| locale[list].as_array().unwrap().clone();
        let said = |entry: &Value, name: &str| entry[name].as_str().unwrap_or("").to_owned();
        let line = |entry: Value, reason: String| {
            let words = [said(&entry, "name"), reason, said(&entry, "change")];
            let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
            format!("{} → {}", words.join(" "), said(&entry, "from"))
        };
        let fallbacks = lines("fallbacks").into_iter().map(|entry| {
            let reason = said(&entry, "reason");
            line(entry, reason)
        });
        let kept = lines("kept").into_iter().map(|entry| line(entry, "kept".to_owned()));
        fallbacks.chain(kept).collect()
    }
}

/// Formats a message of a bundle as a run time would, and finds nothing wrong with it.
fn formatted(bundle: &str, name: &str) -> String {
    let resource = FluentResource::try_new(bundle.to_owned()).unwrap();
    let mut loaded = FluentBundle::new(Vec::new());
    loaded.set_use_isolating(false);
    loaded.add_resource(resource).unwrap();
    let mut arguments = FluentArgs::new();
    for name in ["count", "total"] {
        arguments.set(name, 3);
    }
    let mut errors = Vec::new();
    let pattern = loaded.get_message(name).unwrap().value().unwrap();
    let text = loaded.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    assert_eq!(errors, [], "{bundle}");
    text
}

fn rules(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule).collect()
}

/// A change of each kind: its name, the source before and after, and a translation.
const CHANGES: [(&str, &str, &str, &str); 3] = [
    (
        "wording",
        "a = Every kid has rights\n",
        "a = Every child has rights\n",
        "a = Chaque enfant a des droits\n",
    ),
    (
        "rewrite",
        "a = Need help? Ask your teacher\n",
        "a = Call us, day or night\n",
        "a = Besoin d’aide ? Demande à ton professeur\n",
    ),
    (
        "interface",
        "a = { $count } people voted\n",
        "a = { $count } of { $total } people voted\n",
        "a = { $count } personnes ont voté\n",
    ),
];

/// A project in which the translation of `a` is stale in one way.
fn stale(change: &str, config: &str) -> Memory {
    let (_, before, after, translation) =
        CHANGES.into_iter().find(|(name, ..)| *name == change).unwrap();
    changed(config, before, after, &[("fr", translation)])
}

#[test]
fn every_kind_of_change_follows_its_policy() {
    for (change, _, after, translation) in CHANGES {
        for policy in ["keep", "fall-back", "fail"] {
            // The others have the policy that would show.
            let other = if policy == "keep" { "fail" } else { "keep" };
            let said = CHANGES.map(|(name, ..)| {
                format!("{name} = \"{}\"\n", if name == change { policy } else { other })
            });
            let files = stale(change, &format!("[build.stale]\n{}", said.concat()));
            let what = format!("{change} = {policy}");
            let obstacles = sample::open(&files).obstacles(RELEASED);
            let built = Built::new(&files, RELEASED);
            let (shown, told) = match policy {
                "keep" => (translation, format!("a kept {change} → fr")),
                _ => (after, format!("a stale {change} → en")),
            };
            assert_eq!(built.bundle("fr"), shown, "{what}");
            assert_eq!(built.told("fr"), [told], "{what}");
            let expected: &[&str] = match (change, policy) {
                (_, "fail") => &["stale-translation"],
                // It lacks an argument, whatever it was made from.
                ("interface", "keep") => &["missing-variable"],
                _ => &[],
            };
            assert_eq!(rules(&obstacles), expected, "{what}");
        }
    }
}

#[test]
fn by_default_words_are_kept_and_a_changed_interface_falls_back() {
    for (change, _, after, translation) in CHANGES {
        let files = stale(change, "");
        let built = Built::new(&files, RELEASED);
        let shown = if change == "interface" { after } else { translation };
        assert_eq!(built.bundle("fr"), shown);
        assert_eq!(sample::open(&files).obstacles(RELEASED), [], "{change}");
    }
}

#[test]
fn what_falls_back_is_stale_all_the_same_for_check_and_status() {
    let files = stale("interface", "");
    let session = sample::open(&files);
    let findings = session.check();
    assert_eq!(rules(&findings), ["missing-variable", "stale-translation"]);
    assert!(findings.iter().all(|finding| finding.severity == Severity::Error));
    let coverage = session.coverage();
    assert_eq!(coverage[0].resources["app.ftl"].stale.interface, 1);
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.manifest["locales"]["fr"]["parts"], json!({ "total": 1, "covered": 0 }));
}

#[test]
fn a_change_that_leaves_every_locale_behind_stops_no_build() {
    let (_, before, after, _) = CHANGES[2];
    let locales = ["ar", "de", "fr", "th"];
    let translations = locales.map(|locale| (locale, "a = { $count } …\n"));
    let files = changed("", before, after, &translations);
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
}

#[test]
fn a_refused_text_is_named_with_its_words_and_what_to_do() {
    let files = stale("wording", "[build]\nstale.wording = \"fail\"\n");
    let obstacles = sample::open(&files).obstacles(RELEASED);
    let [refused] = &obstacles[..] else { panic!("{obstacles:?}") };
    assert_eq!(refused.severity, Severity::Error);
    assert_eq!(refused.place.path.as_ref(), "locales/fr/app.ftl");
    assert_eq!(refused.label.as_deref(), Some("in the source: Every [-kid-]{+child+} has rights"));
    let help = refused.help.as_deref().unwrap();
    assert!(help.starts_with("translate it anew"), "{help}");
    assert!(help.contains("`isogloss accept fr a --because"), "{help}");
    assert!(help.contains("`stale.wording = \"fail\"`"), "{help}");

    let told = sample::check(&files);
    let [told] = &told[..] else { panic!("{told:?}") };
    assert_eq!((told.severity, &told.message), (Severity::Warning, &refused.message));
    assert_eq!(told.identity(), refused.identity());
}

#[test]
fn the_policy_says_what_stops_a_build_and_not_the_level_of_the_rule() {
    let off = "[rules]\nstale-translation = \"off\"\n[build]\nstale.wording = \"fail\"\n";
    let obstacles = sample::open(&stale("wording", off)).obstacles(RELEASED);
    assert_eq!(rules(&obstacles), ["stale-translation"]);

    let error = "[rules]\nstale-translation = \"error\"\nunused-allowance = \"error\"\n";
    let mut files = stale("wording", error);
    assert_eq!(sample::check(&files)[0].severity, Severity::Error);
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);

    // What is allowed in a text that falls back is not said to be nothing.
    files = stale("interface", error);
    let allowed = "# isogloss: allow(missing-variable) the total is in the picture\na =";
    replace(&mut files, "locales/fr/app.ftl", "a =", allowed);
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
}

const SOURCE: &str = "votes = { $count } voted\nhelp = Help\nsee = See how\n";
const NEW_SOURCE: &str = "votes = { $count } of { $total } voted\nhelp = Help\nsee = See how\n";

#[test]
fn a_text_that_is_stale_in_the_middle_of_a_chain_is_passed_over() {
    let fr = "votes = { $count } ont voté\nhelp = Aide\nsee = Vois comment\n";
    let files = changed(
        "[locales.fr]\n[locales.fr-CA]\n[rules]\nmissing-message = \"off\"\n",
        SOURCE,
        NEW_SOURCE,
        &[("fr", fr), ("fr-CA", "help = À l’aide\n")],
    );
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.manifest["locales"]["fr-CA"]["chain"], json!(["fr-CA", "fr", "en"]));
    let shown = "votes = { $count } of { $total } voted\nhelp = À l’aide\nsee = Vois comment\n";
    assert_eq!(built.bundle("fr-CA"), shown);
    assert_eq!(built.told("fr-CA"), ["see missing → fr", "votes missing → en"]);
    assert_eq!(built.told("fr"), ["votes stale interface → en"]);
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
}

#[test]
fn a_text_falls_back_to_the_next_of_the_chain_that_is_up_to_date() {
    let mut files = changed(
        "[locales.fr]\n[locales.fr-CA]\n",
        SOURCE,
        NEW_SOURCE,
        &[
            ("fr", "votes = { $count } ont voté\nhelp = Aide\nsee = Vois comment\n"),
            ("fr-CA", "votes = { $count } votèrent\nhelp = À l’aide\nsee = Voyez comment\n"),
        ],
    );
    sync(&mut files);
    replace(&mut files, "locales/fr/app.ftl", "{ $count } ont", "{ $count } sur { $total } ont");
    let built = Built::new(&files, RELEASED);
    assert!(built.bundle("fr-CA").starts_with("votes = { $count } sur { $total } ont voté\n"));
    assert_eq!(built.told("fr-CA"), ["votes stale interface → fr"]);
}

#[test]
fn an_overlay_takes_its_bases_text_or_falls_back_with_it() {
    let mut files = changed(
        "[locales.fr]\n[locales.fr-CA]\noverlay = \"fr\"\n",
        SOURCE,
        NEW_SOURCE,
        &[
            ("fr", "votes = { $count } ont voté\nhelp = Aide\nsee = Vois comment\n"),
            ("fr-CA", "see = Voyez comment\n"),
        ],
    );
    sync(&mut files);
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.told("fr-CA"), ["votes stale interface → en"]);

    replace(&mut files, "locales/fr/app.ftl", "{ $count } ont", "{ $count } sur { $total } ont");
    sync(&mut files);
    replace(&mut files, "locales/en/app.ftl", "See how", "See <b>how</b>");
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.told("fr-CA"), ["see stale interface → en"]);
    sync(&mut files);
    replace(&mut files, "locales/fr/app.ftl", "Vois comment", "Vois <b>comment</b>");
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.told("fr-CA"), ["see stale interface → fr"]);
    assert!(built.bundle("fr-CA").contains("see = Vois <b>comment</b>"));
}

#[test]
fn what_an_overlay_shows_of_a_stale_base_is_told_of_both() {
    let config = "[locales.fr]\n[locales.fr-CA]\noverlay = \"fr\"\n[build.stale]\n";
    let fail = format!("{config}wording = \"fail\"\n");
    for (config, told, stops) in [
        (config, "a kept wording → fr", 0),
        // One text is the matter of one finding.
        (&*fail, "a stale wording → en", 1),
    ] {
        let (_, before, after, translation) = CHANGES[0];
        let files = changed(config, before, after, &[("fr", translation), ("fr-CA", "\n")]);
        let built = Built::new(&files, RELEASED);
        assert_eq!(built.told("fr"), [told]);
        assert_eq!(built.told("fr-CA"), [told]);
        assert_eq!(sample::open(&files).obstacles(RELEASED).len(), stops);
    }
}

#[test]
fn a_term_that_falls_back_leaves_every_text_whole() {
    let before =
        "-network = Network of 20\nhello = Welcome to { -network }\nmore = More: { hello }\n";
    let files = changed(
        "",
        before,
        &before.replace("20", "30"),
        &[(
            "fr",
            "-network = Réseau des 20\n    .gender = masculine\n\
             hello =\n    { -network.gender ->\n        [masculine] Bienvenue au { -network }\n       \
             *[feminine] Bienvenue à la { -network }\n    }\nmore = Plus : { hello }\n",
        )],
    );
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.told("fr"), ["-network stale interface → en"]);
    assert_eq!(formatted(built.bundle("fr"), "more"), "Plus : Bienvenue au Network of 30");
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
    let why = sample::open(&files).why("fr", "hello").unwrap();
    assert_eq!(why[0].variants[0].text, "Bienvenue au Network of 30");
}

#[test]
fn what_refers_to_a_text_that_falls_back_shows_the_next_of_the_chain() {
    let before = "hint = Call { $count } people\n    .title = Call\nsee = See: { hint }\n";
    let files = changed(
        "",
        before,
        &before.replace("{ $count }", "{ $count } of { $total }"),
        &[(
            "fr",
            "hint = Appelle { $count } personnes\n    .title = Appelle\nsee = Vois : { hint }\n",
        )],
    );
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.told("fr"), ["hint stale interface → en"]);
    assert!(built.bundle("fr").contains(".title = Appelle"), "a part falls back by itself");
    assert_eq!(formatted(built.bundle("fr"), "see"), "Vois : Call 3 of 3 people");
}

#[test]
fn texts_of_two_locales_that_would_refer_to_each_other_come_from_the_source() {
    let mut files = changed(
        "",
        "a = Read { b }\nb = Help\nc = See { b }\n",
        "a = Read\nb = Help, and { a }\nc = See { b }\n",
        &[("fr", "a = Lis { b }\nb = Aide\nc = Vois { b }\n")],
    );
    sync(&mut files);
    replace(&mut files, "locales/fr/app.ftl", "Lis", "Lisez");
    let built = Built::new(&files, RELEASED);
    assert_eq!(built.told("fr"), ["a `a` leads back to itself → en", "b stale interface → en"]);
    assert_eq!(formatted(built.bundle("fr"), "c"), "Vois Help, and Read");
}

#[test]
fn bundles_of_content_alone_have_a_manifest_that_says_as_much() {
    let files = stale("interface", "[build]\ntargets = [\"json\"]\n");
    assert_eq!(Built::new(&files, RELEASED).told("fr"), ["a stale interface → en"]);
}

/// The sample after an edit of its content.
fn edited(path: &str, old: &str, new: &str) -> Memory {
    let mut files = sample::files();
    replace(&mut files, path, old, new);
    sync(&mut files);
    files
}

#[test]
fn a_testimonial_with_one_stale_part_falls_back_whole() {
    let path = "content/testimonials/advisor-bolivia.md";
    let files = edited(path, "\"Child advisor\"", "\"Child advisor, aged 16\"");
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
    let built = Built::new(&files, RELEASED);
    let content: Value = serde_json::from_str(&built.files["json/fr/content.json"]).unwrap();
    let testimonials = content["content"]["testimonial"].as_array().unwrap();
    let find = |id: &str| testimonials.iter().find(|item| item["id"] == id).unwrap();
    let fallen = find("advisor-bolivia");
    assert_eq!(fallen["attribution"]["role"]["text"], "Child advisor, aged 16");
    assert_eq!(fallen["attribution"]["role"]["lang"], "en");
    assert_eq!(fallen["body"]["lang"], "en");
    assert!(find("advisor-moldova")["body"]["lang"].is_null());
    assert!(built.bundle("fr").contains("body-6aen = This advisor speaks"));
    let told = [
        "testimonial-advisor-bolivia-attribution-role stale interface → en",
        "testimonial-advisor-bolivia-body-6aen unit → en",
    ];
    assert_eq!(built.told("fr"), told);
    assert_eq!(built.told("fr-CA"), told, "what it leaves to French falls back with French");
}

#[test]
fn nothing_is_stale_in_the_sample_and_its_manifest_says_so() {
    let built = Built::new(&sample::files(), DRAFTS);
    for (code, locale) in built.manifest["locales"].as_object().unwrap() {
        assert_eq!(locale["kept"], json!([]), "{code}");
        let stale = |entry: &Value| entry["reason"] == "stale";
        assert!(!locale["fallbacks"].as_array().unwrap().iter().any(stale), "{code}");
    }
}

#[test]
fn drafts_follow_the_same_policy_where_they_are_built() {
    let draft = "[locales.fr]\nstage = \"draft\"\n";
    let files = stale("interface", draft);
    assert_eq!(Built::new(&files, DRAFTS).told("fr"), ["a stale interface → en"]);
    assert_eq!(sample::open(&files).obstacles(DRAFTS), []);

    let files = stale("interface", &format!("{draft}[build.stale]\ninterface = \"fail\"\n"));
    assert_eq!(rules(&sample::open(&files).obstacles(DRAFTS)), ["stale-translation"]);
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
}

#[test]
fn the_text_of_a_draft_that_a_released_locale_would_show_is_refused_too() {
    let (_, before, after, translation) = CHANGES[0];
    let config = "[locales.fr]\nstage = \"draft\"\n[locales.fr-CA]\n\
                  [rules]\nmissing-message = \"off\"\n[build.stale]\nwording = \"fail\"\n";
    let mut files = changed(config, before, after, &[("fr", translation), ("fr-CA", "\n")]);
    assert_eq!(rules(&sample::open(&files).obstacles(RELEASED)), ["stale-translation"]);
    sync(&mut files);
    files.0.insert("locales/fr-CA/app.ftl".to_owned(), "a = Tous ont des droits\n".into());
    assert_eq!(sample::open(&files).obstacles(RELEASED), []);
}

#[test]
fn why_says_what_a_build_shows() {
    let session = sample::open(&stale("interface", ""));
    let [part] = &session.why("fr", "a").unwrap()[..] else { panic!("one part") };
    assert_eq!(part.state, "stale");
    let (from, place) = part.shown_from.as_ref().unwrap();
    assert_eq!((from.as_str(), place.as_str()), ("en", "locales/en/app.ftl:1:5"));
    assert!(part.variants[0].text.contains("people voted"), "{}", part.variants[0].text);

    let session = sample::open(&stale("wording", ""));
    let [part] = &session.why("fr", "a").unwrap()[..] else { panic!("one part") };
    assert_eq!((part.state.as_str(), &*part.shown_from.as_ref().unwrap().0), ("stale", "fr"));
}

#[test]
fn what_was_never_recorded_is_no_matter_of_a_policy() {
    let config = "[build.stale]\nwording = \"fail\"\nrewrite = \"fail\"\ninterface = \"fail\"\n";
    let mut files = stale("interface", config);
    files.0.retain(|path, _| !path.starts_with("locales/.isogloss/translations/"));
    assert!(!rules(&sample::open(&files).obstacles(RELEASED)).contains(&"stale-translation"));
    assert_eq!(Built::new(&files, RELEASED).told("fr"), Vec::<String>::new());
}

#[test]
fn a_policy_that_means_nothing_is_a_finding_at_its_place() {
    let config = "source = \"en\"\n[build.stale]\ninterfaces = \"keep\"\nwording = \"fallback\"\n";
    let files = Memory::new([("isogloss.toml", config), ("locales/en/app.ftl", "a = A\n")]);
    let Opened::Project(session) = Session::open(&files).unwrap() else { panic!("broken") };
    let found: Vec<String> = session
        .check()
        .iter()
        .map(|finding| {
            let (place, help) = (&finding.place, finding.help.as_deref().unwrap());
            format!("{}:{} {} {}: {help}", place.path, place.start, finding.rule, finding.message)
        })
        .collect();
    assert_eq!(
        found,
        [
            "isogloss.toml:3:1 invalid-config `interfaces` is not a key of `[build.stale]`: did \
             you mean `interface`?",
            "isogloss.toml:4:12 invalid-config `wording` cannot be `fallback`: it is one of \
             `keep`, `fall-back` and `fail`",
        ]
    );
}

#[test]
fn the_states_of_a_chain_are_the_same_as_a_build_follows_it() {
    let session = sample::open(&stale("interface", ""));
    let chain = Chain::new(&session.project, session.target("fr").unwrap()).published();
    assert!(matches!(states(&chain)[0].state, State::Stale(_)));
}

#[test]
fn a_refused_text_stops_the_build_and_keep_going_lets_it_fall_back() {
    let folder = sample_folder();
    isogloss(folder.path(), &["build"], &[]);
    let before = contents(&folder.path().join("dist"));
    let change = |path: &str, old: &str, new: &str| {
        let path = folder.path().join(path);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace(old, new)).unwrap();
    };
    change(
        "isogloss.toml",
        "content = \"content\"",
        "content = \"content\"\nbuild.stale.wording = \"fail\"",
    );
    change("locales/en/site.ftl", "nav-impact = Our impact", "nav-impact = The impact");

    let ran = isogloss(folder.path(), &["build"], &[]);
    assert_eq!(ran.status.code(), Some(1));
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(out.contains("in the source: [-Our-]{+The+} impact"), "{out}");
    assert!(out.contains("nothing was built"), "{out}");
    assert!(contents(&folder.path().join("dist")) == before, "nothing may be written");

    let ran = isogloss(folder.path(), &["build", "--keep-going"], &[]);
    assert_eq!(ran.status.code(), Some(0));
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(out.contains("fell back, 0 kept"), "{out}");
    let files = contents(&folder.path().join("dist"));
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let fallbacks = manifest["locales"]["fr"]["fallbacks"].as_array().unwrap();
    assert_eq!(
        fallbacks[..],
        [json!({
            "resource": "site.ftl", "name": "nav-impact", "from": "en",
            "reason": "stale", "change": "wording",
        })]
    );
}
