//! `content.json`: a locale's content, rendered and raw, described by
//! `schema/content.schema.json`.

use serde_json::{Map, Value as Json, json};

use super::{Request, html};
use crate::content::{Image, Item, Leaf, Value, is_shown};
use crate::evaluate::{Arguments, Rendered, Value as Argument, render};
use crate::format::{DateStyle, NumberOptions};
use crate::resolve::{Chain, ChainScope, PartName, Source};

/// The version of the format.
const SCHEMA: u32 = 1;

/// All content that may be shown, by kind, ending in a line break.
pub(super) fn content(chain: &Chain<'_>, request: Request) -> String {
    let locale = chain.links[0].catalog.locale();
    let writer = Writer { chain, request };
    let mut kinds: Map<String, Json> = Map::new();
    for item in &chain.origin.content.items {
        if is_shown(item, request.today)
            && let Json::Array(items) = kinds.entry(item.kind.clone()).or_insert_with(|| json!([]))
        {
            items.push(writer.item(item));
        }
    }
    let document = json!({
        "schema": SCHEMA,
        "locale": &*locale.code,
        "lang": locale.tag.to_string(),
        "dir": locale.direction(),
        "content": kinds,
    });
    format!("{document:#}\n")
}

struct Writer<'c, 'a> {
    chain: &'c Chain<'a>,
    request: Request,
}

impl Writer<'_, '_> {
    fn item(&self, item: &Item) -> Json {
        let mut object = Map::new();
        object.insert("id".to_owned(), json!(item.id));
        // A text that waits for arguments is shown where they come from: in the figures.
        let waits = |value: &Value| matches!(value, Value::Text(part) if !item.parts[*part].arguments.is_empty());
        for (name, value) in item.fields.iter().filter(|(_, value)| !waits(value)) {
            object.insert(name.clone(), self.value(item, value));
        }
        if let Some(sentence) = self.sentence(item) {
            object.insert("sentence".to_owned(), sentence);
        }
        Json::Object(object)
    }

    fn value(&self, item: &Item, value: &Value) -> Json {
        let formats = self.chain.links[0].facts.formats();
        match value {
            Value::Text(part) => self.text(item, *part, &Arguments::new()),
            Value::Markdown(blocks) => {
                let leaf = |leaf: &Leaf| self.rendered(item, leaf.part, &Arguments::new()).0;
                let shown = html::document(blocks, &leaf);
                let link = item.parts.iter().find(|part| part.is_markdown);
                let source = link.and_then(|part| self.chain.item_part(item, &part.id));
                self.marked("html", &shown, source.as_ref())
            }
            Value::Plain(text) => json!(text.text),
            Value::Date(day) => json!({
                "date": day.iso(),
                "text": formats.date(*day, DateStyle::Long),
            }),
            Value::Url(url) => json!(url),
            Value::Number(number) => json!({
                "value": raw_number(number),
                "text": formats.number(number, &NumberOptions::default()),
            }),
            Value::Boolean(boolean) => json!(boolean),
            Value::Choice { word, label } => self.choice(&word.text, label.as_deref()),
            Value::Country(code) => json!(code),
            Value::Language(tag) => json!(tag),
            Value::Image(image) => self.image(item, image),
            Value::Reference(reference) => self.reference(reference),
            Value::List(values) => values.iter().map(|value| self.value(item, value)).collect(),
            // Small cells are not hidden one by one yet, so that none is shown.
            Value::Record(fields) => fields
                .iter()
                .filter(|(name, _)| value.get("suppress-below").is_none() || name == "dimension")
                .map(|(name, value)| (name.clone(), self.value(item, value)))
                .collect::<Map<String, Json>>()
                .into(),
            Value::Counts(counts) => counts
                .iter()
                .map(|(name, number)| {
                    let text = formats.number(number, &NumberOptions::default());
                    (name.clone(), json!({ "value": raw_number(number), "text": text }))
                })
                .collect::<Map<String, Json>>()
                .into(),
        }
    }

    /// A figure's value in its indicator's sentence.
    fn sentence(&self, figure: &Item) -> Option<Json> {
        let Some(Value::Reference(reference)) = figure.field("indicator") else { return None };
        let Some(Value::Number(value)) = figure.field("value") else { return None };
        let content = &self.chain.origin.content;
        let indicator = content.item(&reference.kind, reference.id.as_deref()?)?;
        if !is_shown(indicator, self.request.today) {
            return None;
        }
        let Some(Value::Text(sentence)) = indicator.field("sentence") else { return None };
        let percent = indicator.word("value-type") == Some("percent");
        let options = NumberOptions { percent, ..NumberOptions::default() };
        let bound = figure.word("bound").unwrap_or("exact").to_owned();
        let arguments = Arguments::from([
            ("value".to_owned(), Argument::Number(value.clone(), options)),
            ("bound".to_owned(), Argument::Text(bound)),
        ]);
        Some(self.text(indicator, *sentence, &arguments))
    }

    fn choice(&self, word: &str, label: Option<&str>) -> Json {
        let Some(label) = label else { return json!(word) };
        let chain = self.chain;
        let source = chain.links[chain.links.len() - 1].catalog;
        let mut object = Map::from_iter([("value".to_owned(), json!(word))]);
        if let Some(found) = source.in_group("", false, label) {
            let resource = &*found.resource.name;
            let name = PartName { resource, is_term: false, id: label, attribute: None };
            if let Some(source) = chain.part(name) {
                let shown = self.render(&source, &Arguments::new()).text();
                object.insert("label".to_owned(), self.marked("text", &shown, Some(&source)));
            }
        }
        Json::Object(object)
    }

    /// A picture of people who did not agree is not shown.
    fn image(&self, item: &Item, image: &Image) -> Json {
        if image.consent == Some(false) {
            return Json::Null;
        }
        let alt = image.alt.map(|part| self.text(item, part, &Arguments::new()));
        json!({
            "path": image.path,
            "alt": alt,
            "credit": image.credit,
            "consent": image.consent,
        })
    }

    /// A reference to what is not shown is null.
    fn reference(&self, reference: &crate::content::Reference) -> Json {
        let items = self.chain.origin.content.referenced(reference);
        let shown: Vec<Json> = items
            .into_iter()
            .filter(|item| is_shown(item, self.request.today))
            .map(|item| json!({ "kind": item.kind, "id": item.id }))
            .collect();
        match reference.id {
            Some(_) => shown.into_iter().next().unwrap_or(Json::Null),
            None => json!({ "kind": reference.kind, "items": shown }),
        }
    }

    fn text(&self, item: &Item, part: usize, arguments: &Arguments) -> Json {
        let (rendered, source) = self.rendered(item, part, arguments);
        self.marked("text", &rendered.text(), source.as_ref())
    }

    fn rendered(
        &self,
        item: &Item,
        part: usize,
        arguments: &Arguments,
    ) -> (Rendered, Option<Source<'_>>) {
        let Some(part) = item.parts.get(part) else { return (Rendered::default(), None) };
        let source = self.chain.item_part(item, &part.id);
        let rendered = source.as_ref().map(|source| self.render(source, arguments));
        (rendered.unwrap_or_default(), source)
    }

    fn render(&self, source: &Source<'_>, arguments: &Arguments) -> Rendered {
        render(&ChainScope(self.chain), self.chain.text(source), source.pattern, arguments)
    }

    /// A string, with its language and direction if it is not the locale's own.
    fn marked(&self, key: &str, shown: &str, source: Option<&Source<'_>>) -> Json {
        let mut object = Map::from_iter([(key.to_owned(), json!(shown))]);
        if let Some(source) = source
            && source.link > 0
        {
            let locale = self.chain.links[source.link].catalog.locale();
            let own = self.chain.links[0].catalog.locale();
            if !own.is_related_to(locale) {
                object.insert("lang".to_owned(), json!(locale.tag.to_string()));
                object.insert("dir".to_owned(), json!(locale.direction()));
            }
        }
        Json::Object(object)
    }
}

/// A JSON number where one can hold it exactly, else a string.
fn raw_number(number: &fixed_decimal::Decimal) -> Json {
    let text = number.to_string();
    match text.parse::<i64>() {
        Ok(integer) => json!(integer),
        Err(_) => match text.parse::<f64>() {
            Ok(float) if float.to_string() == text => json!(float),
            _ => json!(text),
        },
    }
}
