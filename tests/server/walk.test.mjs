// From a report to an acknowledged warning over REST, as the people of the demonstration.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { Person, get, scratch, serve, submitAndRelease, until } from "../shared/hub.mjs";

const encounter = (day, area) => ({
  when: day,
  place: { kind: "street", area, text: "駅近くの路上", lat: 35.6262, lon: 139.7236 },
  channel: "in_person",
  said: "駅への道を教えてもらえませんか",
  languages: ["ja"],
  personas: [0],
  asked_for: [{ what: "連絡先", class: "personal" }],
  offered: [{ what: "お礼の一杯", kind: "drink" }],
  technologies: ["semiconductor.etching"],
  behaviours: ["SP1", "AP1", "AP2", "AP3", "CV1"],
});

const report = (name, day, area) => ({
  kizuki: "report/1",
  language: "ja",
  how_learned: "told_by_approached",
  narrative: "会社の近くで男に道を聞かれ、連絡先を尋ねられ、お礼に飲みに行こうと誘われた。",
  innocent_reading: "道に迷っていたのかもしれない",
  encounters: [encounter(day, area)],
  personas: [{ names: [{ text: name, certainty: "heard" }], phones: ["+81 3-1234-5678"], appearance: { age: [35, 45] } }],
});

const daysAgo = (days) => new Date(Date.now() - days * 86400e3).toISOString().slice(0, 10);

async function vet(person, path, part) {
  return person.change(`${path}?purpose=vetting`, "POST", `${path}/vetting`, { part, decision: "pass" });
}

async function step(person, path, content, expected = 200) {
  return person.change(`${path}?purpose=alert`, "POST", `${path}/steps`, content, expected);
}

test("a report becomes a warning that the next firm acknowledges", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const names = ["officer-alpha", "officer-delta", "officer-gate", "analyst-1", "analyst-2", "approver-1"];
  const [alpha, delta, gate, analyst, second, approver] = await Promise.all(
    names.map((name) => Person.signIn(hub, name)),
  );

  const first = await submitAndRelease(alpha, report("架空イワン", daysAgo(5), "13109"));
  const other = await submitAndRelease(delta, report("架空ピョートル", daysAgo(3), "13109"));
  const seen = await until(async () => {
    const { body } = await analyst.get(`${other.path}?purpose=vetting`);
    return body.assessment && body;
  });
  assert.ok(seen.indicators.some((state) => state.id === "AP1"));
  await gate.get(`${first.path}?purpose=vetting`);

  for (const { path } of [first, other]) {
    await vet(gate, path, "behaviour");
    await vet(analyst, path, "context");
  }

  const link = await until(async () => {
    const { body } = await analyst.get(`${other.path}/links`);
    return body.links.find(({ proposal }) => [proposal.left.report, proposal.right.report].includes(first.id));
  });
  const judged = await analyst.change(
    `/api/v1/links/${link.id}?purpose=linking`,
    "POST",
    `/api/v1/links/${link.id}/judgements`,
    { judgement: "same", kind: "same_person", note: "the same words, the same street" },
  );
  assert.equal(judged.body.judgement, "same");

  const { body: proposed } = await analyst.call(
    "POST",
    "/api/v1/dossiers",
    { label: "Walk-1", personas: [link.proposal.left, link.proposal.right] },
    201,
  );
  const dossier = `/api/v1/dossiers/${proposed.id}`;
  await analyst.change(`${dossier}?purpose=linking`, "POST", `${dossier}/decision`, { decision: "open" }, 403);
  await second.change(`${dossier}?purpose=linking`, "POST", `${dossier}/decision`, { decision: "open" });

  const { body: draft } = await analyst.call("POST", "/api/v1/alerts", { product: "warning", dossier: proposed.id }, 201);
  const alert = `/api/v1/alerts/${draft.id}`;
  const refused = await step(analyst, alert, { step: "submit" }, 422);
  assert.ok(refused.body.errors.some(({ pointer }) => pointer.includes("contrary_evidence")));

  const { text, confidence, marking, expires_at } = draft;
  await analyst.change(`${alert}?purpose=alert`, "PUT", alert, {
    text, confidence, marking, expires_at,
    contrary_evidence: "He may be a lonely commuter.",
  });
  await step(analyst, alert, { step: "submit" });
  await step(approver, alert, { step: "approve" }, 422);
  for (const source of draft.sources) await approver.get(`${alert}/sources/${source}`);
  await step(approver, alert, { step: "approve" });
  const sent = await step(analyst, alert, { step: "send" });
  assert.equal(sent.body.state, "sent");

  // Whoever reported gets no warning about itself; a station hands the alert to the others.
  const { body: list } = await analyst.get(`${alert}/deliveries`);
  assert.ok(list.deliveries.length > 0);
  assert.ok(!list.deliveries.some(({ organisation_key }) => ["alpha", "delta"].includes(organisation_key)));
  const mine = await until(async () => {
    const { body } = await gate.get("/api/v1/queue?kind=hand_over");
    return body.tasks.find(({ object }) => list.deliveries.some(({ id }) => id === object));
  });
  const delivery = list.deliveries.find(({ id }) => id === mine.object);
  const handed = await gate.call(
    "POST",
    `/api/v1/deliveries/${delivery.id}/hand-over`,
    { to_name: "Fictional Recipient", to_role: "head of security", acknowledgement: { seen_here_too: "no" } },
    200,
    { "if-match": `"${(await analyst.get(`${alert}/deliveries`)).body.deliveries.find(({ id }) => id === delivery.id).revision}"` },
  );
  assert.ok(handed.body.acknowledged);

  const mailbox = await new Person(hub.address).call("POST", "/api/v1/door/mailbox", { code: first.code });
  assert.equal(mailbox.body.state, "vetted_context");
  assert.equal(await hub.stop(), 0);
  assert.match(get("verify", "--data", hub.data), /record holds/);
});

test("an alert waits in the inbox until somebody acknowledges it deliberately", async (t) => {
  const hub = await serve(t, join(scratch(t), "store"), "--demonstration");
  const delta = await Person.signIn(hub, "officer-delta");
  const { body } = await delta.get("/api/v1/inbox");
  assert.ok(body.items.length > 0);
  const path = `/api/v1/inbox/${body.items[0].delivery.id}`;
  await delta.get(path);
  const answer = await delta.change(path, "POST", `${path}/acknowledgement`, { seen_here_too: "yes", own_logs_hits: 2 });
  assert.equal(answer.body.acknowledged.own_logs_hits, 2);
});
