// People at work on a hub, and a ledger of what they were told: whatever trouble comes, what a person
// was told is done must still be so, once, and the record must hold. Trouble is others' affair.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { randomUUID } from "node:crypto";

import { Person, get, run, scratch, serveUnder } from "./hub.mjs";

export const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// The same numbers for the same seed (xorshift32), between 0 and 1.
export function numbers(seed) {
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

export const report = (number) => ({
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
  turnedAway = 0; ///< requests that found nobody, or no room
}

/// Does one thing again and again while the server is there; an answer of another kind is a fault.
async function again(hub, isOver, { ledger, faults }, act) {
  while (!isOver()) {
    try {
      await act();
    } catch (error) {
      if (isOver() || hub.hasEnded()) return;
      const isOffLine = error.cause !== undefined || error.name === "AbortError";
      if (isOffLine || error.message.includes(": 503 instead")) ledger.turnedAway += 1;
      // Nobody answers, somebody was faster, or it sheds.
      if (isOffLine || /: (409|412|503|404) instead|is not at this step/.test(error.message)) await settle(5);
      else faults.push(error.message);
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

async function peopleOf(hub) {
  const names = { gate: "officer-gate", analyst: "analyst-1", approver: "approver-1", administrator: "administrator-1" };
  const people = {};
  for (const [role, name] of Object.entries(names)) people[role] = await Person.signIn(hub, name);
  return people;
}

/// The same people with the same sessions, wherever their store is served now.
function peopleAt(hub, people) {
  const moved = Object.entries(people).map(([role, { headers }]) => [role, Object.assign(new Person(hub.address), { headers })]);
  return Object.fromEntries(moved);
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

/// What no trouble must have done.
async function lossesOf(hub, people, ledger) {
  const { gate, analyst } = peopleAt(hub, people);
  const losses = { lost: 0, doubled: 0, unvetted: 0, unsent: 0 };
  for (const [key, id] of ledger.told) {
    const repeated = await gate.call("POST", "/api/v1/reports", ledger.sent.get(key), 201, { "idempotency-key": key });
    if (repeated.body.report !== id) losses.doubled += 1;
    const answer = await gate.get(`/api/v1/reports/${id}?purpose=vetting`).catch(() => undefined);
    if (!answer) losses.lost += 1;
    else if (ledger.vetted.has(id) && answer.body.state === "released") losses.unvetted += 1;
  }
  let sent = 0;
  for (let path = "/api/v1/alerts?limit=200"; path; ) {
    const { body } = await analyst.get(path);
    sent += body.alerts.filter(({ state }) => state === "sent").length;
    path = body.next && `/api/v1/alerts?limit=200&cursor=${encodeURIComponent(body.next)}`;
  }
  losses.unsent = Math.max(0, ledger.sentAlerts - sent);
  return losses;
}

/// A store with people who work on it, a partner and a mail server; `database` = "" for a file, else an
/// empty PostgreSQL database.
export class Load {
  ledger = new Ledger();
  faults = [];

  static async begin(t, database) {
    const load = new Load();
    load.t = t;
    load.folder = scratch(t);
    load.mail = await mailServer(t, join(load.folder, "mail"));
    load.data = join(load.folder, "store");
    const hub = await load.serve();
    load.people = await peopleOf(hub);
    load.partner = await addPartner(load.people.administrator, load.folder);
    await hub.stop();
    if (database) get("move", "--data", load.data, "--db", database);
    return load;
  }

  /// `under`: words of a command that the program is run by.
  serve(under = []) {
    const options = ["--demonstration", "--smtp", this.mail.url, "--mail-from", "kizuki@example.jp"];
    return serveUnder(this.t, under, this.data, ...options);
  }

  /// People work on `hubs`, which serve the same store, while `trouble` comes over them.
  async work(hubs, trouble) {
    let isOver = false;
    const works = hubs.flatMap((hub) => this.worksOn(hub, () => isOver));
    await trouble();
    isOver = true;
    await Promise.all(works);
  }

  worksOn(hub, isOver) {
    const { ledger, faults } = this;
    const { gate, analyst, approver } = peopleAt(hub, this.people);
    const keep = (act, isDone = isOver) => again(hub, isDone, { ledger, faults }, act);
    const unknown = [...ledger.sent.keys()].filter((key) => !ledger.told.has(key));
    return [
      ...unknown.map((key) => keep(() => submitOne(gate, ledger, key), () => isOver() || ledger.told.has(key))),
      ...Array.from({ length: 4 }, () => keep(() => submitOne(gate, ledger))),
      keep(() => vetOne(gate, ledger)),
      keep(() => warnOnce({ analyst, approver }, ledger)),
      keep(() => bundleOnce(analyst, this.partner.id)),
    ];
  }

  /// Whether one report more can be told to `hub`.
  async takes(hub) {
    const { gate } = peopleAt(hub, this.people);
    return submitOne(gate, this.ledger).then(() => true, () => false);
  }

  /// What was told, what of it was lost, and how the mails came.
  async outcome() {
    const { ledger, faults } = this;
    const hub = await this.serve();
    const losses = await lossesOf(hub, this.people, ledger);
    await settle(1500); // what the jobs still owe goes out
    await hub.stop();
    const file = join(this.folder, "out.bundle");
    const made = run("bundle", "--data", this.data, "--for", "delta", "--out", file);
    if (made.status === 0) get("import", "--data", this.partner.data, file);
    const verified = run("verify", "--data", this.data);
    const mails = this.mail.inbox();
    const copies = mails.length - new Set(mails.map(({ to, id }) => `${to} ${id}`)).size;
    return {
      faults, losses, acknowledged: ledger.told.size, vetted: ledger.vetted.size, sent: ledger.sentAlerts,
      turnedAway: ledger.turnedAway,
      mails: mails.length, copies, verified: verified.status === 0, record: verified.stdout + verified.stderr,
    };
  }
}
