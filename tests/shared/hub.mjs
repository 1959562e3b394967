// Starts the program as its users do, a process with a data folder of its own, and talks to it as
// somebody who signed in. `t` is the context of a test, or anything else with `after(last)`.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const program = process.env.KIZUKI ?? new URL("../../build/release/kizuki", import.meta.url).pathname;

/// Runs a command to its end: {status, stdout, stderr}.
export function run(...words) {
  return spawnSync(program, words, { encoding: "utf8" });
}

/// The same, and its failure is a failure of the test.
export function get(...words) {
  return execFileSync(program, words, { encoding: "utf8" });
}

/// A folder that goes with the test.
export function scratch(t) {
  const folder = mkdtempSync(join(tmpdir(), "kizuki-server-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/// A new, empty store.
export function newStore(t) {
  const folder = scratch(t);
  const data = join(folder, "store");
  get("init", "--data", data, "--recovery-out", join(folder, "recovery.key"), "--territory", "13");
  return data;
}

/// A serving process; `address` is where, `output` what it has printed so far.
export function serve(t, data, ...options) {
  return serveUnder(t, [], data, ...options);
}

/// The same, run by another command, which becomes the program: `under` are its words.
export async function serveUnder(t, under, data, ...options) {
  const [command, ...words] = [...under, program, "serve", "--data", data, "--listen", "127.0.0.1:0", ...options];
  const child = spawn(command, words);
  const hub = { child, data, output: "", address: "" };
  const ended = new Promise((resolve) => child.on("exit", resolve));
  hub.hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  hub.kill = () => {
    child.kill("SIGKILL");
    return ended;
  };
  /// The demonstration prints how to sign in as each of its people.
  hub.passwordOf = (name) => hub.output.match(new RegExp(`^ +${name} +(\\S+)`, "m"))?.[1];
  hub.stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  t.after(hub.stop);
  child.stderr.on("data", (bytes) => (hub.output += bytes));
  await new Promise((resolve, reject) => {
    child.on("exit", () => reject(new Error(`ended: ${hub.output}`)));
    child.stdout.on("data", (bytes) => {
      hub.output += bytes;
      const found = hub.output.match(/serves on (http:\S+)/);
      if (found) resolve((hub.address = found[1]));
    });
  });
  return hub;
}

/// Somebody at the hub. Each call gives {status, body, etag}; a status that was not expected is an
/// error that shows the answer.
export class Person {
  constructor(address) {
    this.address = address;
    this.headers = {};
  }

  static signIn(hub, name) {
    return Person.enter(hub, "/api/v1/session", { name, password: hub.passwordOf(name) });
  }

  /// Takes up an account by the code of its invitation.
  static accept(hub, code) {
    return Person.enter(hub, "/api/v1/invitations/acceptance", { code, password: "a fictional pass phrase" });
  }

  static async enter(hub, path, proof) {
    const person = new Person(hub.address);
    const { body, headers } = await person.call("POST", path, proof, 201);
    person.headers = {
      cookie: headers.get("set-cookie").split(";")[0],
      "x-kizuki-csrf": body.csrf,
    };
    return person;
  }

  async call(method, path, content, expected = 200, headers = {}) {
    const answer = await fetch(this.address + path, {
      method,
      headers: { ...this.headers, ...headers },
      body: content === undefined ? undefined : JSON.stringify(content),
    });
    const text = await answer.text();
    if (answer.status !== expected)
      throw new Error(`${method} ${path}: ${answer.status} instead of ${expected}: ${text}`);
    const is_json = answer.headers.get("content-type")?.includes("json");
    return {
      status: answer.status,
      body: is_json && text ? JSON.parse(text) : text,
      etag: answer.headers.get("etag"),
      headers: answer.headers,
    };
  }

  get(path, expected) {
    return this.call("GET", path, undefined, expected);
  }

  /// Opens a thing and changes it by what it was.
  async change(open, method, path, content, expected = 200) {
    const { etag } = await this.get(open);
    return this.call(method, path, content, expected, { "if-match": etag });
  }
}

/// The path of a lesson that one wrote and the other approved; `title` stands in both languages.
export async function approvedLesson(analyst, approver, title) {
  const { body: proposal } = await analyst.get("/api/v1/lessons/proposal?method=PB1");
  const { body: lesson } = await analyst.call("POST", "/api/v1/lessons", { ...proposal, title: { ja: title, en: title } }, 201);
  const path = `/api/v1/lessons/${lesson.id}`;
  await analyst.change(path, "POST", `${path}/steps`, { kind: "submit" });
  await approver.change(path, "POST", `${path}/steps`, { kind: "approve" });
  return path;
}

/// Waits for what jobs will do, at most ten seconds.
export async function until(condition) {
  for (let look = 0; look < 200; ++look) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come about within ten seconds");
}

/// A report of a firm, read, previewed and released by its officer: {id, code, path}.
export async function submitAndRelease(officer, content) {
  const { body: receipt } = await officer.call("POST", "/api/v1/reports", content, 201);
  assert.equal(receipt.state, "held");
  const path = `/api/v1/reports/${receipt.report}`;
  // The machine reads what came in just now, which is a change of its own.
  await until(async () => (await officer.get(`${path}?purpose=own_report`)).body.assessment);
  const preview = await officer.get(`${path}/preview`);
  const released = await officer.change(`${path}?purpose=own_report`, "POST", `${path}/release`, {
    hash: preview.body.hash,
    legal_basis: "voluntary",
  });
  assert.equal(released.body.state, "released");
  return { id: receipt.report, code: receipt.code, path };
}

/// The id of an open dossier on one persona, reported, vetted and opened by people of the demonstration.
export async function openedDossier(hub, persona) {
  const names = ["officer-alpha", "officer-gate", "analyst-1", "analyst-2"];
  const [alpha, gate, analyst, second] = await Promise.all(names.map((name) => Person.signIn(hub, name)));
  const { path, id } = await submitAndRelease(alpha, {
    kizuki: "report/1",
    language: "ja",
    how_learned: "told_by_approached",
    narrative: "会社の近くで男に道を聞かれ、連絡先を尋ねられた。架空の話。",
    encounters: [
      { when: "2026-05-20", place: { kind: "street", area: "13109", text: "路上" }, personas: [0], behaviours: ["AP1", "AP2", "AP3"] },
    ],
    personas: [persona],
  });
  for (const [person, part] of [[gate, "behaviour"], [analyst, "context"]])
    await person.change(`${path}?purpose=vetting`, "POST", `${path}/vetting`, { part, decision: "pass" });
  const proposal = { label: "Car-1", personas: [{ report: id, index: 0 }] };
  // A persona is there once a job has made its comparable form.
  const { body } = await until(() => analyst.call("POST", "/api/v1/dossiers", proposal, 201).catch(() => undefined));
  const dossier = `/api/v1/dossiers/${body.id}`;
  await second.change(`${dossier}?purpose=linking`, "POST", `${dossier}/decision`, { decision: "open" });
  return body.id;
}
