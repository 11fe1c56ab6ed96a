// Loads every Fluent bundle of a build with @fluent/bundle and formats every message in it.
// usage: node load.mjs <dist>

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";

const dist = process.argv[2];
const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
const numbers = [0, 1, 2, 3, 5, 11, 21, 70, 100, 103, 1000, 1000000, 1.5];
const counts = new Set(["value", "count", "current", "total"]);
const choices = { bound: ["exact", "more-than", "at-least", "about"], audience: ["child", "adult"], period: ["open", "closed"] };
const problems = [];
let formatted = 0;

/** Arguments that take every variable of the text through what it can be. */
function* samples(text) {
  const names = [...new Set([...text.matchAll(/\$([a-zA-Z][\w-]*)/g)].map((match) => match[1]))];
  for (let round = 0; round < numbers.length; round++) {
    yield Object.fromEntries(
      names.map((name) => {
        if (counts.has(name)) return [name, numbers[round]];
        if (name === "date") return [name, new Date(Date.UTC(2022, 7, 26))];
        if (name in choices) return [name, choices[name][round % choices[name].length]];
        return [name, "word"];
      }),
    );
  }
}

function check(locale, bundle, name, pattern, text) {
  for (const args of samples(text)) {
    const errors = [];
    const shown = bundle.formatPattern(pattern, args, errors);
    formatted++;
    for (const error of errors) problems.push(`${locale} ${name}: ${error}`);
    if (!shown.trim()) problems.push(`${locale} ${name}: shows nothing`);
  }
}

for (const [locale, entry] of Object.entries(manifest.locales)) {
  const bundle = new FluentBundle(entry.lang);
  const files = Object.keys(entry.files).filter((file) => file.endsWith(".ftl"));
  if (files.length === 0) problems.push(`${locale}: no Fluent bundle`);
  for (const file of files) {
    const text = readFileSync(join(dist, file), "utf8");
    const starts = text.split("\n").filter((line) => /^[a-zA-Z]/.test(line)).length;
    for (const error of bundle.addResource(new FluentResource(text))) problems.push(`${file}: ${error}`);
    const messages = [...bundle._messages.values()];
    if (messages.length !== starts) problems.push(`${file}: ${messages.length} of ${starts} messages were read`);
    for (const message of messages) {
      if (message.value) check(locale, bundle, message.id, message.value, text);
      for (const [name, pattern] of Object.entries(message.attributes)) {
        check(locale, bundle, `${message.id}.${name}`, pattern, text);
      }
    }
  }
}

if (problems.length > 0) {
  console.error([...new Set(problems)].join("\n"));
  process.exit(1);
}
console.log(`${Object.keys(manifest.locales).length} locales, ${formatted} texts formatted without errors`);
