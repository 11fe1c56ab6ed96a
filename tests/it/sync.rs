//! `sync`: what happens to the ids and texts of a catalog when people change content.
//!
//! Most tests work on one story in memory, a river that floods a school.

mod edits;
mod merge;
mod random;
mod refuse;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use isogloss::edit;
use isogloss::files::Memory;
use isogloss::record;
use isogloss::syntax::{segments, unescape};

use crate::sample;

const CONTENT: &str = "content/stories/river.md";
const CATALOG: &str = "locales/en/stories/river.ftl";
const RETIRED: &str = "locales/.isogloss/retired.txt";
const SNAPSHOT: &str = "locales/.isogloss/source/stories/river.ftl.txt";
const CONFIG: &str = "source = \"en\"\ncontent = \"content\"\n";
const FRONT: &str = "+++\ntitle = \"The river\"\ndate = 2024-05-01\nsummary = \"A flood, and what came after.\"\n+++\n\n";

/// A project of one story, not yet synced.
fn story(body: &str) -> Memory {
    Memory::new([("isogloss.toml", CONFIG.to_owned()), (CONTENT, format!("{FRONT}{body}"))])
}

/// A project of one story, synced.
fn synced(body: &str) -> Memory {
    let mut files = story(body);
    apply(&mut files);
    files
}

/// Writes another body below the story's front matter.
fn rewrite(files: &mut Memory, body: &str) {
    files.0.insert(CONTENT.to_owned(), format!("{FRONT}{body}").into_bytes());
}

/// Runs `sync` on a project without findings, and gives the paths of what it changed.
fn apply(files: &mut Memory) -> Vec<String> {
    let session = sample::open(files);
    assert_eq!(session.loading, []);
    let sync = edit::sync(&session.project);
    assert_eq!(sync.findings, []);
    for output in &sync.outputs {
        match &output.bytes {
            Some(bytes) => files.0.insert(output.path.clone(), bytes.clone()),
            None => files.0.remove(&output.path),
        };
    }
    sync.outputs.into_iter().map(|output| output.path).collect()
}

/// The messages of the story's catalog in order: id, and the text a reader gets.
fn messages(files: &Memory) -> Vec<(String, String)> {
    read(&sample::text(files, CATALOG))
}

/// The messages made from the story's body.
fn blocks(files: &Memory) -> Vec<(String, String)> {
    messages(files).into_iter().filter(|(id, _)| is_block(id)).collect()
}

fn is_block(id: &str) -> bool {
    id.starts_with("story-river-body-")
}

/// The id of the one block that shows `text`.
fn id_of(files: &Memory, text: &str) -> String {
    let mut found = blocks(files).into_iter().filter(|(_, shown)| shown == text);
    let (id, _) = found.next().unwrap_or_else(|| panic!("no block shows `{text}`"));
    assert_eq!(found.next(), None, "`{text}` stands once");
    id
}

fn ids(blocks: &[(String, String)]) -> BTreeSet<&str> {
    blocks.iter().map(|(id, _)| id.as_str()).collect()
}

/// The ids that must not come back.
fn retired(files: &Memory) -> BTreeSet<String> {
    match files.0.contains_key(RETIRED) {
        true => record::read_retired(&sample::text(files, RETIRED)),
        false => BTreeSet::new(),
    }
}

/// Every file as text, for comparison.
fn text_files(files: &Memory) -> BTreeMap<&str, String> {
    files.0.keys().map(|path| (path.as_str(), sample::text(files, path))).collect()
}

/// Reads a catalog with nothing but `fluent-syntax`.
fn read(catalog: &str) -> Vec<(String, String)> {
    let resource = fluent_syntax::parser::parse(catalog)
        .unwrap_or_else(|(_, errors)| panic!("junk in the catalog: {errors:?}\n{catalog}"));
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages.map(|message| (message.id.name.to_owned(), shown(message.value.as_ref()))).collect()
}

/// What a pattern shows: text and string literals as they are, other placeables on one line.
fn shown(pattern: Option<&Pattern<&str>>) -> String {
    let elements = pattern.map(|pattern| pattern.elements.as_slice()).unwrap_or_default();
    elements.iter().map(shown_element).collect()
}

fn shown_element(element: &PatternElement<&str>) -> String {
    match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => unescape(value).into_owned(),
        PatternElement::Placeable { .. } => {
            let pattern = Pattern { elements: vec![element.clone()] };
            let id = fluent_syntax::ast::Identifier { name: "x" };
            let message = Message { id, value: Some(pattern), attributes: vec![], comment: None };
            let resource = fluent_syntax::ast::Resource { body: vec![Entry::Message(message)] };
            let written = fluent_syntax::serializer::serialize(&resource);
            written.split_whitespace().skip(2).collect::<Vec<_>>().join(" ")
        }
    }
}

/// What a pattern's source in content shows.
fn said(pattern: &str) -> String {
    let segments = segments(pattern).expect("braces in pairs");
    let said = segments.into_iter().map(|segment| {
        let source = &pattern[segment.range];
        match segment.is_placeable {
            true => read(&format!("x = {source}\n")).remove(0).1,
            false => source.to_owned(),
        }
    });
    said.collect()
}

/// Every text of content stands in the catalog once, as it is.
fn assert_round_trip(files: &Memory) {
    let session = sample::open(files);
    let items = &session.project.content.items;
    let parts = items.iter().flat_map(|item| &item.parts);
    let content: Vec<(String, String)> =
        parts.map(|part| (part.id.clone(), said(&part.pattern.text))).collect();
    assert_eq!(messages(files), content);
}

#[test]
fn a_second_sync_has_nothing_to_do() {
    let mut files = story("The river rose.\n\n- First one\n- Then another\n");
    assert_eq!(apply(&mut files), [SNAPSHOT, CATALOG]);
    assert_eq!(apply(&mut files), [""; 0]);
}

#[test]
fn the_sample_is_in_sync() {
    assert_eq!(apply(&mut sample::files()), [""; 0]);
}

#[test]
fn the_sample_is_rebuilt_from_content_and_records_alone() {
    let mut files = sample::files();
    let before = files.clone();
    let generated = |text: &[u8]| text.starts_with(b"### From content/");
    files.0.retain(|_, text| !generated(text));
    assert_ne!(text_files(&files), text_files(&before));
    apply(&mut files);
    assert_eq!(text_files(&files), text_files(&before));
}

#[test]
fn catalog_and_record_read_as_people_expect() {
    let files = synced("# High water\n\nThe river\nrose.\\\n[See](/map)\n");
    let catalog = sample::text(&files, CATALOG);
    let ids: Vec<String> = blocks(&files).into_iter().map(|(id, _)| id).collect();
    let expected = format!(
        "### From content/stories/river.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-river-title = The river

# What the story is about, in one or two sentences.
story-river-summary = A flood, and what came after.

# Heading.
{} = High water

# Paragraph.
{} =
    The river rose.\\
    {{ \"[\" }}See](/map)
",
        ids[0], ids[1]
    );
    assert_eq!(catalog, expected);
}

#[test]
fn text_that_comes_back_after_it_was_deleted_gets_an_id_that_was_never_used() {
    let mut files = synced("The river rose.\n\nBoats came.\n");
    let mut seen = BTreeSet::from([id_of(&files, "Boats came.")]);
    for _ in 0..5 {
        rewrite(&mut files, "The river rose.\n");
        apply(&mut files);
        assert_eq!(retired(&files), seen);
        rewrite(&mut files, "The river rose.\n\nBoats came.\n");
        apply(&mut files);
        assert!(seen.insert(id_of(&files, "Boats came.")), "a retired id came back");
    }
}

/// The id of a block comes from its first text, which another block may have by now.
#[test]
fn first_text_of_a_block_that_is_deleted_does_not_bring_its_id_back() {
    let mut files = synced("The river rose in spring.\n");
    let first = id_of(&files, "The river rose in spring.");
    for body in ["The river rose in May again.\n", "A stream swelled in May again.\n"] {
        rewrite(&mut files, body);
        apply(&mut files);
    }
    assert_eq!(blocks(&files)[0].0, first);
    rewrite(&mut files, "The river rose in spring.\n");
    apply(&mut files);
    assert_ne!(blocks(&files)[0].0, first);
    assert!(retired(&files).contains(&first));
}

#[test]
fn of_two_equal_paragraphs_the_one_that_is_edited_is_the_one_that_changes() {
    let both = "All are safe today.\n\nAll are safe today.\n";
    for (edited, place) in [
        ("All are well today.\n\nAll are safe today.\n", 0),
        ("All are safe today.\n\nAll are well today.\n", 1),
    ] {
        let mut files = synced(both);
        let before = blocks(&files);
        rewrite(&mut files, edited);
        apply(&mut files);
        let after = blocks(&files);
        assert_eq!(after[place], (before[place].0.clone(), "All are well today.".to_owned()));
        assert_eq!(after[1 - place], before[1 - place]);
    }
}

/// Tables say the same word in many cells; what is not edited keeps its place and its id.
#[test]
fn a_row_put_before_equal_rows_moves_no_id() {
    let head = "| Town | Safe |\n|---|---|\n";
    let mut files = synced(&format!("{head}| Arba | Yes |\n| Bela | Yes |\n"));
    let before = blocks(&files);
    rewrite(&mut files, &format!("{head}| Cora | No |\n| Arba | Yes |\n| Bela | Yes |\n"));
    apply(&mut files);
    let after = blocks(&files);
    assert_eq!(after[..2], before[..2]);
    assert_eq!(after[4..], before[2..]);
}

#[test]
fn a_block_keeps_its_id_through_many_small_edits() {
    let mut files = synced("One two three four.\n\nThe school stayed open.\n");
    let id = blocks(&files).remove(0).0;
    for text in
        ["One two three five.", "One two six five.", "One seven six five.", "Eight seven six five."]
    {
        rewrite(&mut files, &format!("The school stayed open.\n\n{text}\n"));
        apply(&mut files);
        assert_eq!(id_of(&files, text), id);
    }
    assert_eq!(retired(&files), BTreeSet::new());
}

#[test]
fn a_lost_catalog_is_rebuilt_with_the_same_ids() {
    let mut files = synced("The river rose in spring.\n\nBoats came at noon.\n");
    rewrite(&mut files, "The river rose in May.\n\nBoats came at noon.\n");
    apply(&mut files);
    let before = files.clone();
    for lost in [None, Some(""), Some("\n")] {
        match lost {
            None => files.0.remove(CATALOG),
            Some(text) => files.0.insert(CATALOG.to_owned(), text.into()),
        };
        assert_eq!(apply(&mut files), [CATALOG]);
        assert_eq!(text_files(&files), text_files(&before));
    }
}

#[test]
fn a_message_lost_from_a_catalog_comes_back_with_its_id() {
    let mut files = synced("The river rose in spring.\n\nBoats came at noon.\n");
    rewrite(&mut files, "The river rose in May.\n\nBoats came at noon.\n");
    apply(&mut files);
    let before = files.clone();
    let id = id_of(&files, "The river rose in May.");
    sample::replace(&mut files, CATALOG, &format!("{id} = "), "oops ");
    let session = sample::open(&files);
    assert_eq!(session.loading.len(), 1, "the broken line");
    for output in edit::sync(&session.project).outputs {
        files.0.insert(output.path, output.bytes.unwrap());
    }
    assert_eq!(text_files(&files), text_files(&before));
}

#[test]
fn a_catalog_edited_by_hand_is_put_right_and_keeps_its_ids() {
    let mut files = synced("The river rose in spring.\n\nBoats came at noon.\n");
    rewrite(&mut files, "The river rose in May.\n\nBoats came at noon.\n");
    apply(&mut files);
    let before = files.clone();
    sample::replace(&mut files, CATALOG, "The river rose in May.", "Nobody expected a flood.");
    assert_eq!(apply(&mut files), [CATALOG]);
    assert_eq!(text_files(&files), text_files(&before));
}

#[test]
fn a_renamed_file_whose_item_keeps_its_name_keeps_its_ids() {
    let mut files = synced("The river rose in spring.\n\nBoats came at noon.\n");
    rewrite(&mut files, "The river rose in May.\n\nBoats came at noon.\n");
    apply(&mut files);
    let before = messages(&files);
    let content = sample::text(&files, CONTENT).replacen("+++\n", "+++\nid = \"river\"\n", 1);
    files.0.remove(CONTENT);
    files.0.insert("content/stories/flood.md".to_owned(), content.into_bytes());
    apply(&mut files);
    assert!(!files.0.contains_key(CATALOG));
    assert_eq!(read(&sample::text(&files, "locales/en/stories/flood.ftl")), before);
    assert_eq!(retired(&files), BTreeSet::new());
}

#[test]
fn source_catalogs_are_written_where_the_project_keeps_its_source() {
    let paths = "paths = [{ reference = \"templates/**/*.ftl\", translation = \"l10n/{locale}/**/*.ftl\" }]\n";
    let mut files = story("The river rose.\n");
    files.0.insert("isogloss.toml".to_owned(), format!("{CONFIG}{paths}").into_bytes());
    assert_eq!(apply(&mut files), [SNAPSHOT, "templates/stories/river.ftl"]);
    assert_eq!(apply(&mut files), [""; 0]);
}

/// Messages written by hand may lie in another layout than those of content.
#[test]
fn a_resource_without_a_folder_of_its_locale_is_recorded_once() {
    let paths = "paths = [\"locales/{locale}/**/*.ftl\", \"apps/*/{locale}.ftl\"]\n";
    let mut files = story("The river rose.\n");
    files.0.insert("isogloss.toml".to_owned(), format!("{CONFIG}{paths}").into_bytes());
    files.0.insert("apps/map/en.ftl".to_owned(), "zoom = Zoom\n".into());
    let record = "locales/.isogloss/source/apps/map/{locale}.ftl.txt";
    assert_eq!(apply(&mut files), [record, SNAPSHOT, CATALOG]);
    assert_eq!(apply(&mut files), [""; 0]);
}

/// Entries of a list are known by their texts, like blocks.
#[test]
fn texts_in_a_list_keep_their_ids_when_they_move() {
    let config = "[kinds.story.fields]\npoints = { type = \"list\", of = { type = \"text\" } }\n";
    let mut files = story("The river rose.\n");
    files.0.insert("isogloss.toml".to_owned(), format!("{CONFIG}{config}").into_bytes());
    let points = |files: &Memory| -> BTreeMap<String, String> {
        let messages = messages(files).into_iter();
        messages.filter(|(id, _)| id.contains("points")).map(|(id, text)| (text, id)).collect()
    };
    let write = |points: &str, files: &mut Memory| {
        let front = FRONT.replacen("title", &format!("points = [{points}]\ntitle"), 1);
        files.0.insert(CONTENT.to_owned(), format!("{front}The river rose.\n").into_bytes());
        apply(files);
    };
    write(r#""Warm clothes", "Clean water for all", "[bread]""#, &mut files);
    let before = points(&files);
    write(r#""[bread]", "Clean { -water } for all", "Warm clothes""#, &mut files);
    let after = points(&files);
    assert_eq!(after["[bread]"], before["[bread]"]);
    assert_eq!(after["Warm clothes"], before["Warm clothes"]);
    assert_eq!(after["Clean { -water } for all"], before["Clean water for all"]);
    assert_round_trip(&files);
}

#[test]
fn equal_texts_of_two_stories_have_ids_of_their_own() {
    let mut files = story("The river rose.\n");
    let lake = sample::text(&files, CONTENT);
    files.0.insert("content/stories/lake.md".to_owned(), lake.into_bytes());
    apply(&mut files);
    let lake = read(&sample::text(&files, "locales/en/stories/lake.ftl"));
    assert_eq!(lake.len(), 3);
    assert!(ids(&lake).is_disjoint(&ids(&messages(&files))));
}

#[test]
fn a_lost_record_is_made_again() {
    let mut files = synced("The river rose.\n");
    let before = files.clone();
    files.0.remove(SNAPSHOT);
    assert_eq!(apply(&mut files), [SNAPSHOT]);
    assert_eq!(text_files(&files), text_files(&before));
}

#[test]
fn a_damaged_record_of_retired_ids_still_counts() {
    let mut files = synced("The river rose.\n\nBoats came.\n");
    let id = id_of(&files, "Boats came.");
    rewrite(&mut files, "The river rose.\n");
    apply(&mut files);
    files.0.get_mut(RETIRED).unwrap().extend(b"\xFF\n");
    rewrite(&mut files, "The river rose.\n\nBoats came.\n");
    apply(&mut files);
    assert_ne!(id_of(&files, "Boats came."), id);
}

#[test]
fn a_catalog_checked_out_with_crlf_is_in_sync_and_keeps_its_ids() {
    let mut files = synced("The river rose\\\nin spring.\n");
    let before = blocks(&files);
    for path in [CATALOG, SNAPSHOT, CONTENT] {
        let text = sample::text(&files, path).replace('\n', "\r\n");
        files.0.insert(path.to_owned(), text.into_bytes());
    }
    assert_eq!(apply(&mut files), [""; 0]);
    let found = sample::check(&files).into_iter().filter(|finding| finding.rule == "out-of-sync");
    assert_eq!(found.collect::<Vec<_>>(), []);
    rewrite(&mut files, "The river rose\\\nin spring.\n\nBoats came.\n");
    apply(&mut files);
    assert_eq!(blocks(&files)[0], before[0]);
}

#[test]
fn a_deleted_content_file_takes_its_catalog_along_and_retires_its_ids() {
    let mut files = synced("The river rose.\n");
    let ids: BTreeSet<String> = messages(&files).into_iter().map(|(id, _)| id).collect();
    files.0.remove(CONTENT);
    assert_eq!(apply(&mut files), [RETIRED, SNAPSHOT, CATALOG]);
    assert!(!files.0.contains_key(CATALOG));
    assert_eq!(retired(&files), ids);
    assert_eq!(apply(&mut files), [""; 0]);
}

#[test]
fn a_content_file_that_comes_back_gets_new_ids_for_its_blocks_alone() {
    let mut files = synced("The river rose.\n");
    let before: BTreeMap<String, String> = messages(&files).into_iter().collect();
    let content = files.0.remove(CONTENT).unwrap();
    apply(&mut files);
    files.0.insert(CONTENT.to_owned(), content);
    apply(&mut files);
    let after = messages(&files);
    let (blocks, fields): (Vec<_>, Vec<_>) = after.iter().partition(|(id, _)| is_block(id));
    assert!(fields.iter().all(|(id, _)| before.contains_key(id) && !retired(&files).contains(id)));
    assert!(blocks.iter().all(|(id, _)| !before.contains_key(id)));
}

/// `retired.txt` speaks of what content used, not of messages that people wrote by hand.
#[test]
fn a_hand_written_catalog_that_goes_retires_nothing() {
    let mut files = synced("The river rose.\n");
    let site = "site-title = Rivers\n    .label = Rivers\n-brand = Rivers\n";
    files.0.insert("locales/en/site.ftl".to_owned(), site.into());
    assert_eq!(apply(&mut files), ["locales/.isogloss/source/site.ftl.txt"]);
    files.0.remove("locales/en/site.ftl");
    assert_eq!(apply(&mut files), ["locales/.isogloss/source/site.ftl.txt"]);
    assert_eq!(retired(&files), BTreeSet::new());
}
