// Kills the program at random moments under load and counts what was lost: what a person was told
// is done must still be so, once, and the record must hold. Used by a test (a few kills) and by a
// benchmark (many).
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { randomUUID } from "node:crypto";

import { Person, get, run, scratch, serve, until } from "./hub.mjs";

const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// The same numbers for the same seed (xorshift32), between 0 and 1.
function numbers(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/// A real mail server; `inbox()` gives the Message-ID of each mail it took, by recipient.
async function mailServer(t, folder) {
  mkdirSync(folder);
  const script = new URL("../server/smtp_server.py", import.meta.url).pathname;
  const child = spawn("/usr/bin/python3", [script, folder], { stdio: ["pipe", "pipe", "inherit"] });
  t.after(() => child.stdin.end());
  const line = (await createInterface(child.stdout)[Symbol.asyncIterator]().next()).value;
  const inbox = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".eml"))
      .map((name) => ({
        to: readFileSync(join(folder, name.replace(".eml", ".env")), "utf8").split("\n")[1],
        id: readFileSync(join(folder, name), "utf8").match(/^message-id: *(\S+)/im)?.[1],
      }));
  return { url: `smtp://127.0.0.1:${line.split(" ")[1]}`, inbox };
}

const report = (number) => ({
  kizuki: "report/1",
  id: randomUUID(),
  language: "en",
  from: { organisation: "alpha", capacity: "station_officer" },
  how_learned: "own_experience",
  narrative: `A fictional stranger asked the way and then invited for a drink; story ${number}.`,
  encounters: [
    {
      when: "2026-10",
      place: { kind: "street", area: "13109", text: "near the station", lat: 35.62, lon: 139.72 },
      channel: "in_person",
      personas: [0],
      offered: [{ what: "a drink", kind: "drink" }],
      behaviours: ["AP1", "AP2", "AP3"],
    },
  ],
  personas: [{ names: [{ text: `Fictional ${number % 7}`, certainty: "heard" }], phones: [`+81 90-0000-${1000 + (number % 50)}`] }],
});

/// What people were told, and what is on its way: the truth that the store is held against.
class Ledger {
  sent = new Map(); ///< key of a request -> its content
  told = new Map(); ///< key of a request -> id of the report that was acknowledged
  vetted = new Set(); ///< reports whose first vetting was acknowledged
  toWarn = []; ///< of these, what no alert was begun for
  sentAlerts = 0; ///< alerts whose sending was acknowledged
}

/// Does one thing again and again until the server is gone; an answer of another kind is a fault.
async function again(isOver, faults, act) {
  while (!isOver()) {
    try {
      await act();
    } catch (error) {
      if (isOver() || error.cause !== undefined || error.name === "AbortError") return;
      if (/: (409|412|503|404) instead/.test(error.message)) continue; // somebody was faster, or it sheds
      faults.push(error.message);
      return;
    }
  }
}

async function submitOne(officer, ledger, key = randomUUID()) {
  const content = ledger.sent.get(key) ?? report(ledger.sent.size);
  ledger.sent.set(key, content);
  const { body } = await officer.call("POST", "/api/v1/reports", content, 201, { "idempotency-key": key });
  ledger.told.set(key, body.report);
}

async function vetOne(officer, ledger) {
  const { body } = await officer.get("/api/v1/queue?kind=vet_behaviour");
  const task = body.tasks[ledger.vetted.size % body.tasks.length];
  if (!task) return settle(20);
  const path = `/api/v1/reports/${task.object}`;
  await officer.change(`${path}?purpose=vetting`, "POST", `${path}/vetting`, { part: "behaviour", decision: "pass" });
  ledger.vetted.add(task.object);
  ledger.toWarn.push(task.object);
}

/// A caution about a vetted report, approved and sent: deliveries and their mails follow.
async function warnOnce({ analyst, approver }, ledger) {
  const source = ledger.toWarn.pop();
  if (!source) return settle(50);
  const path = `/api/v1/reports/${source}`;
  await analyst.change(`${path}?purpose=vetting`, "POST", `${path}/vetting`, { part: "context", decision: "pass" });
  const { body: draft } = await analyst.call("POST", "/api/v1/alerts", { product: "caution", report: source }, 201);
  const alert = `/api/v1/alerts/${draft.id}`;
  const { text, confidence, marking, expires_at } = draft;
  const step = (person, word) => person.change(`${alert}?purpose=alert`, "POST", `${alert}/steps`, { step: word });
  await analyst.change(`${alert}?purpose=alert`, "PUT", alert, {
    text, confidence, marking, expires_at, contrary_evidence: "He may have been lost.",
  });
  await step(analyst, "submit");
  for (const one of draft.sources) await approver.get(`${alert}/sources/${one}`);
  await step(approver, "approve");
  await step(analyst, "send");
  ledger.sentAlerts += 1;
}

async function bundleOnce(analyst, partner) {
  await analyst.call("POST", `/api/v1/partners/${partner}/bundle`, {}, 201);
  await settle(50);
}

/// People at work until the program dies under them.
async function workAndKill(hub, people, partner, ledger, faults, lifetime_ms) {
  let over = false;
  const isOver = () => over;
  for (const person of Object.values(people)) person.address = hub.address;
  const { gate, analyst, approver } = people;
  const unknown = [...ledger.sent.keys()].filter((key) => !ledger.told.has(key));
  const works = [
    ...unknown.map((key) => again(() => over || ledger.told.has(key), faults, () => submitOne(gate, ledger, key))),
    ...Array.from({ length: 4 }, () => again(isOver, faults, () => submitOne(gate, ledger))),
    again(isOver, faults, () => vetOne(gate, ledger)),
    again(isOver, faults, () => warnOnce({ analyst, approver }, ledger)),
    again(isOver, faults, () => bundleOnce(analyst, partner)),
  ];
  await settle(lifetime_ms);
  over = true;
  hub.child.kill("SIGKILL");
  await Promise.all(works);
}

async function peopleOf(hub) {
  const names = { gate: "officer-gate", analyst: "analyst-1", approver: "approver-1", administrator: "administrator-1" };
  const people = {};
  for (const [role, name] of Object.entries(names)) people[role] = await Person.signIn(hub, name);
  return people;
}

/// The hub of a firm that bundles are made for.
async function addPartner(administrator, folder) {
  const data = join(folder, "firm");
  get("init", "--data", data, "--recovery-out", join(folder, "firm.key"), "--organisation", "delta", "--kind", "company");
  const { body: own } = await administrator.get("/api/v1/hub-card");
  const cardOfPolice = join(folder, "police.card");
  writeFileSync(cardOfPolice, JSON.stringify(own.card));
  get("partner", "add", cardOfPolice, "--data", data, "--verified", "test (fictional)");
  const card = JSON.parse(get("partner", "card", "--data", data));
  const { body } = await administrator.call("POST", "/api/v1/partners", { card, verified_how: "test (fictional)" }, 201);
  return { id: body.id, data };
}

/// What a kill at every moment must not have done.
async function lossesOf(hub, people, ledger) {
  for (const person of Object.values(people)) person.address = hub.address;
  const { gate, analyst } = people;
  const losses = { lost: 0, doubled: 0, unvetted: 0, unsent: 0 };
  for (const [key, id] of ledger.told) {
    const repeated = await gate.call("POST", "/api/v1/reports", ledger.sent.get(key), 201, { "idempotency-key": key });
    if (repeated.body.report !== id) losses.doubled += 1;
    const answer = await gate.get(`/api/v1/reports/${id}?purpose=vetting`).catch(() => undefined);
    if (!answer) losses.lost += 1;
    else if (ledger.vetted.has(id) && answer.body.state === "released") losses.unvetted += 1;
  }
  const { body } = await analyst.get("/api/v1/alerts?limit=200");
  const sent = body.alerts.filter(({ state }) => state === "sent").length;
  losses.unsent = Math.max(0, ledger.sentAlerts - sent);
  return losses;
}

/// Kills the program `kills` times; `database` = "" for a file, else an empty PostgreSQL database.
/// Returns what was told, what of it was lost, and how the mails came.
export async function killAtRandom(t, { kills, seed = 1, database = "", longest_ms = 700 }) {
  const folder = scratch(t);
  const mail = await mailServer(t, join(folder, "mail"));
  const data = join(folder, "store");
  const options = ["--demonstration", "--smtp", mail.url, "--mail-from", "kizuki@example.jp"];
  let hub = await serve(t, data, ...options);
  const people = await peopleOf(hub);
  const partner = await addPartner(people.administrator, folder);
  await hub.stop();
  if (database) get("move", "--data", data, "--db", database);
  const ledger = new Ledger(), faults = [], random = numbers(seed);
  for (let round = 0; round < kills; ++round) {
    hub = await serve(t, data, ...options);
    await workAndKill(hub, people, partner.id, ledger, faults, 20 + random() * longest_ms);
  }
  hub = await serve(t, data, ...options);
  const losses = await lossesOf(hub, people, ledger);
  await settle(1500); // what the jobs still owe goes out
  await hub.stop();
  const file = join(folder, "out.bundle");
  const made = run("bundle", "--data", data, "--for", "delta", "--out", file);
  if (made.status === 0) get("import", "--data", partner.data, file);
  const verified = run("verify", "--data", data);
  const mails = mail.inbox();
  const copies = mails.length - new Set(mails.map(({ to, id }) => `${to} ${id}`)).size;
  return {
    kills, faults, losses, acknowledged: ledger.told.size, vetted: ledger.vetted.size,
    sent: ledger.sentAlerts, mails: mails.length, copies, verified: verified.status === 0, record: verified.stdout + verified.stderr,
  };
}
