// The published schemas and the decoder hold the same corpus; the decoder's half is
// src/edges/codec/report_corpus_test.cpp.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020.js";

const repository = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, repository), "utf8");
const stem = (name) => name.replace(/\.json$/, "");

function validator(name) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(read(`docs/schemas/${name}.schema.json`)));
}

const expected = read("tests/corpus/report/expected.tsv")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"))
  .map(([name, pointer, seenBy]) => ({ name, pointer, seenBy }));

test("the schema accepts every valid report", () => {
  const validate = validator("report-1");
  for (const file of readdirSync(new URL("tests/corpus/report/valid/", repository))) {
    const report = JSON.parse(read(`tests/corpus/report/valid/${file}`));
    assert.ok(validate(report), `${stem(file)}: ${JSON.stringify(validate.errors)}`);
  }
});

test("the schema refuses every invalid report that a schema can see", () => {
  const validate = validator("report-1");
  const seen = expected.filter(({ seenBy }) => seenBy === "schema");
  assert.ok(seen.length >= 40);
  for (const { name } of seen) {
    const report = JSON.parse(read(`tests/corpus/report/invalid/${name}.json`));
    assert.ok(!validate(report), `${name} was accepted`);
  }
});

test("the schema points to the value that the decoder points to", () => {
  const validate = validator("report-1");
  for (const { name, pointer, seenBy } of expected) {
    if (seenBy !== "schema") continue;
    validate(JSON.parse(read(`tests/corpus/report/invalid/${name}.json`)));
    // A missing or unknown member is reported by ajv at its parent, a band at its end.
    const places = validate.errors.map(({ instancePath }) => instancePath);
    const found = places.some(
      (place) => `${pointer}/`.startsWith(`${place}/`) || place.startsWith(`${pointer}/`),
    );
    assert.ok(found, `${name}: expected ${pointer}, got ${places.join(" ")}`);
  }
});

// The decoder's reason is one of reading JSON, but the value is also wrong by its type or name.
const seenOtherwise = new Set(["infinite_number", "nested_too_deep", "nul_in_name", "too_many_members"]);

test("what only the decoder sees is no fault of the schema", () => {
  const validate = validator("report-1");
  for (const { name, seenBy } of expected) {
    if (seenBy !== "decoder") continue;
    let report;
    try {
      report = JSON.parse(read(`tests/corpus/report/invalid/${name}.json`));
    } catch {
      continue; // Not JSON at all.
    }
    if (seenOtherwise.has(name)) continue;
    assert.ok(validate(report), `${name} can be seen by the schema: ${JSON.stringify(validate.errors)}`);
  }
});

test("the reading of the contract fits its schema", () => {
  const validate = validator("reading-1");
  const reading = {
    kizuki: "reading/1",
    lang: "en",
    kind: "contact",
    band: "watch",
    score: 7,
    stage: "approach",
    indicators: [{ id: "AP1", quote: "asked how to get to a hotel", start: 71, end: 98 }],
    counter: [],
    playbooks: [{ id: "PB1", fit: 0.62 }],
    entities: [{ kind: "phone", text: "090-0000-0000", value: "+819000000000", start: 10, end: 23 }],
    advice: ["Tell your security officer."],
  };
  assert.ok(validate(reading), JSON.stringify(validate.errors));
  assert.ok(validate({ ...reading, kind: "protected", score: null, stage: "none" }));
  assert.ok(!validate({ ...reading, score: "7" }));
  assert.ok(!validate({ ...reading, playbooks: [{ id: "PB1", fit: 1.5 }] }));
  assert.ok(!validate({ ...reading, verdict: "spy" }));
});
