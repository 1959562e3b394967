// Small facts over REST, as the people of the demonstration (all fictional).
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { Person, openedDossier, scratch, serve } from "../shared/hub.mjs";

const plate = "品川 300 あ 98-76";
const seen = {
  kind: "vehicle",
  seen_on: "2026-06-01~",
  place: "架空電機の北門",
  text: "白い車が止まっていた（架空）",
  plate: "品川３００あ９８７６",
  purpose: "check_contact",
  why: "同じ車か",
};

test("a fact is noted once, says hit or no hit in one form, is kept longer once and goes", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const [officer, analyst] = await Promise.all(["officer-gate", "analyst-1"].map((name) => Person.signIn(hub, name)));

  const key = { "idempotency-key": "fact-1" };
  const { body: first, etag } = await officer.call("POST", "/api/v1/facts", seen, 201, key);
  const { body: again } = await officer.call("POST", "/api/v1/facts", seen, 201, key);
  assert.equal(again.fact.id, first.fact.id);
  assert.equal(first.answer.hit, false);

  const dossier = await openedDossier(hub, { vehicle: plate });
  const path = `/api/v1/facts/${first.fact.id}`;
  const { body: met } = await officer.get(path);
  assert.deepEqual(met.answer, { ...first.answer, hit: true }, "a hit has the form of no hit");
  assert.ok(met.answer.ask_name.ja);
  const { body: read } = await analyst.get(path);
  assert.deepEqual(read.answer.dossiers.map(({ dossier: id, marks }) => [id, marks]), [[dossier, ["plate"]]]);
  const { body: list } = await officer.get("/api/v1/facts");
  assert.deepEqual(list.facts.map(({ answer }) => answer.hit), [true]);

  const longer = { reason: "また来た" };
  await officer.call("POST", `${path}/extension`, longer, 412);
  await officer.call("POST", `${path}/extension`, longer, 403, { "if-match": etag });
  const { body: kept } = await analyst.change(path, "POST", `${path}/extension`, longer);
  assert.ok(kept.fact.expires_at > first.fact.expires_at);
  await analyst.change(path, "POST", `${path}/extension`, longer, 409);

  await officer.call("DELETE", path, undefined, 412, { "if-match": etag });
  await officer.change(path, "DELETE", path, undefined, 204);
  await officer.get(path, 404);
});

test("what is wrong with a fact is told in Japanese, each fault at its place", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const officer = await Person.signIn(hub, "officer-gate");
  const wrong = { ...seen, plate: "白い車", area: "27100", why: " " };
  const { body } = await officer.call("POST", "/api/v1/facts", wrong, 400, { "accept-language": "ja" });
  assert.deepEqual(body.errors.map(({ pointer }) => pointer), ["/area", "/why", "/plate"]);
  for (const { problem, next_step } of body.errors) assert.match(problem + next_step, /[ぁ-ん]/);
});

test("who is not of the police of the place reads none", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  for (const name of ["officer-alpha", "auditor-1", "approver-1"]) {
    const person = await Person.signIn(hub, name);
    await person.get("/api/v1/facts", 403);
    await person.call("POST", "/api/v1/facts", seen, 403);
  }
});
