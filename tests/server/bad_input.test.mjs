// Malformed reports at the door of the server: refused at their place, nothing stored.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { Person, scratch, serve } from "../shared/hub.mjs";

const corpus = new URL("../corpus/report/", import.meta.url).pathname;
const expected = readFileSync(join(corpus, "expected.tsv"), "utf8")
  .trimEnd().split("\n").slice(1).map((line) => line.split("\t"));

async function countReports(person) {
  const { body } = await person.get("/api/v1/reports?limit=200");
  return body.reports.length;
}

test("every malformed report is refused with the place of its error, and nothing is stored", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const officer = await Person.signIn(hub, "officer-alpha");
  const before = await countReports(officer);
  for (const [name, pointer] of expected) {
    const answer = await fetch(`${hub.address}/api/v1/reports`, {
      method: "POST",
      headers: officer.headers,
      body: readFileSync(join(corpus, "invalid", `${name}.json`)),
    });
    const problem = await answer.json();
    assert.ok([400, 413, 422].includes(answer.status), `${name}: ${answer.status}`);
    assert.match(answer.headers.get("content-type"), /application\/problem\+json/);
    assert.equal(problem.errors[0].pointer, pointer ?? "", `${name}: ${JSON.stringify(problem)}`);
    assert.ok(problem.errors[0].problem.length > 0, name);
  }
  assert.ok(expected.length >= 30);
  assert.equal(await countReports(officer), before);
});

test("a body over the limit is refused before it is read", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const officer = await Person.signIn(hub, "officer-alpha");
  const content = { kizuki: "report/1", narrative: "x".repeat(2 << 20) };
  const answer = await officer.call("POST", "/api/v1/reports", content, 413).catch((error) => error);
  // A client that still writes may see the connection close instead of the answer.
  assert.ok(answer.status === 413 || /fetch failed/.test(String(answer)), String(answer));
});

test("the largest report that the schema allows keeps the queue and the record whole", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const analyst = await Person.signIn(hub, "analyst-1");
  const behaviours = ["AP1", "AP2", "AP3", "AP4", "AP5", "OK1", "OK2", "OK3"];
  const encounters = Array.from({ length: 200 }, () => ({ place: { kind: "bar" }, behaviours }));
  const sent = await fetch(`${hub.address}/api/v1/door/reports`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kizuki: "report/1", encounters }),
  });
  assert.equal(sent.status, 201, await sent.clone().text());
  const receipt = await sent.json();
  assert.equal(receipt.words, undefined, "a receipt's code is not repeated as words");
  const isRead = async () => {
    const { body } = await analyst.get("/api/v1/reports?limit=200");
    return body.reports.some((report) => report.assessment?.band ?? report.band);
  };
  for (let look = 0; look < 100 && !(await isRead()); ++look) await new Promise((go) => setTimeout(go, 50));
  await analyst.get("/api/v1/queue");
  const mailbox = await fetch(`${hub.address}/api/v1/door/mailbox`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: receipt.code }),
  });
  assert.equal(mailbox.status, 200);
});

test("the description of the interface and the schemas are served", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const openapi = await (await fetch(`${hub.address}/api/v1/openapi.json`)).json();
  assert.match(openapi.openapi, /^3\./);
  assert.ok(openapi.paths["/api/v1/door/reports"].post, "the door is described");
  const schema = await (await fetch(`${hub.address}/api/v1/schemas/report-1.schema.json`)).json();
  assert.match(schema.$schema, /json-schema/);
});

test("a list is read on by the cursor it gave, and by no other", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const analyst = await Person.signIn(hub, "analyst-1");
  const list = "/api/v1/organisations?limit=1";
  const first = (await analyst.get(list)).body;
  const second = (await analyst.get(`${list}&cursor=${encodeURIComponent(first.next)}`)).body;
  assert.notEqual(second.organisations[0].id, first.organisations[0].id);
  const { body } = await analyst.get(`${list}&cursor=zzz`, 400);
  assert.equal(body.errors[0].pointer, "cursor");
});
