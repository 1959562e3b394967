// Two hubs tell each other what they have to: by files that a person carries, and over the network
// with the cable pulled in between. Each is a process with a data folder of its own.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { Person, approvedLesson, get, program, run, scratch, serve, until } from "../shared/hub.mjs";

const how = ["--verified", "called the number in the directory (fictional)"];

/// A store of the firm "alpha", and the card of each side in a file.
function firmStore(folder) {
  const data = join(folder, "firm");
  get("init", "--data", data, "--recovery-out", join(folder, "firm.key"), "--organisation", "alpha", "--kind", "company");
  return data;
}

function writeCard(data, file) {
  writeFileSync(file, get("partner", "card", "--data", data));
  return file;
}

/// Does not block: an import may have to tell the other side over a cable that lies in this process.
async function importReport(data, folder, narrative) {
  const file = join(folder, "report.jsonl");
  const report = { kizuki: "report/1", language: "en", how_learned: "own_experience", narrative };
  writeFileSync(file, JSON.stringify({ ...report, encounters: [{ when: "2026-11-02", place: { area: "13109" } }] }) + "\n");
  await promisify(execFile)(program, ["import", "--data", data, file]);
}

test("files carry reports one way and confirmations the other, once each", async (t) => {
  const folder = scratch(t);
  const firm = firmStore(folder);
  const police = join(folder, "police");
  get("init", "--data", police, "--recovery-out", join(folder, "police.key"), "--territory", "13");
  get("partner", "add", writeCard(police, join(folder, "police.card")), "--data", firm, ...how);
  get("partner", "add", writeCard(firm, join(folder, "firm.card")), "--data", police, ...how);
  await importReport(firm, folder, "A stranger asked me the way (fictional).");

  const preview = get("bundle", "--data", firm, "--for", "bureau", "--preview");
  assert.match(preview, /A stranger asked me the way/);
  const file = join(folder, "to-police.bundle");
  get("bundle", "--data", firm, "--for", "bureau", "--out", file);
  assert.doesNotMatch(readFileSync(file, "utf8"), /stranger/);
  assert.match(get("import", "--data", police, file), /from alpha, 1 taken in, 0 were there already, 0 refused/);
  assert.match(get("import", "--data", police, file), /from alpha, 0 taken in, 1 were there already, 0 refused/);

  const back = join(folder, "to-firm.bundle");
  get("bundle", "--data", police, "--for", "alpha", "--out", back);
  assert.match(get("import", "--data", firm, back), /from bureau, 1 taken in/);
  assert.equal(run("bundle", "--data", firm, "--for", "bureau", "--preview").status, 1, "everything was confirmed");

  for (const data of [firm, police]) get("verify", "--data", data);
});

test("an altered bundle is refused whole, and so is one for somebody else", async (t) => {
  const folder = scratch(t);
  const firm = firmStore(folder);
  const police = join(folder, "police");
  get("init", "--data", police, "--recovery-out", join(folder, "police.key"), "--territory", "13");
  get("partner", "add", writeCard(police, join(folder, "police.card")), "--data", firm, ...how);
  get("partner", "add", writeCard(firm, join(folder, "firm.card")), "--data", police, ...how);
  await importReport(firm, folder, "A stranger asked me the way (fictional).");
  const file = join(folder, "open.bundle");
  get("bundle", "--data", firm, "--for", "bureau", "--open", "--out", file);
  const bytes = readFileSync(file);
  const altered = join(folder, "altered.bundle");
  for (let at = 0; at < bytes.length; at += 97) {
    const copy = Buffer.from(bytes);
    copy[at] ^= 1;
    writeFileSync(altered, copy);
    const { status, stderr } = run("import", "--data", police, altered);
    assert.equal(status, 2, `byte ${at}: ${stderr}`);
  }
  assert.equal(run("import", "--data", firm, file).status, 2, "it is for the bureau");
  assert.match(get("import", "--data", police, file), /1 taken in/);
});

/// A cable between two hubs that can be pulled.
async function cable(t, address) {
  const { hostname, port } = new URL(address);
  const ends = new Set();
  const line = { isPulled: false };
  const server = createServer((near) => {
    if (line.isPulled) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on("error", () => {});
      end.on("close", () => [near, far].forEach((one) => one.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  line.address = `http://127.0.0.1:${server.address().port}`;
  line.pull = () => {
    line.isPulled = true;
    ends.forEach((end) => end.destroy());
  };
  line.plugIn = () => (line.isPulled = false);
  t.after(() => {
    line.pull();
    server.close();
  });
  return line;
}

test("over the network every round brings what waits, also after the cable was pulled", async (t) => {
  const folder = scratch(t);
  const firm = firmStore(folder);
  const policeData = join(folder, "police");
  const police = await serve(t, policeData, "--demonstration");
  const line = await cable(t, police.address);
  const administrator = await Person.signIn(police, "administrator-1");
  const { body: own } = await administrator.get("/api/v1/hub-card");
  const card = JSON.parse(get("partner", "card", "--data", firm));
  await administrator.call("POST", "/api/v1/partners", { card, verified_how: "called (fictional)" }, 201);
  const cardOfPolice = join(folder, "police.card");
  writeFileSync(cardOfPolice, JSON.stringify(own.card));
  get("partner", "add", cardOfPolice, "--data", firm, ...how, "--url", line.address);

  const partner = () => JSON.parse(get("partner", "list", "--data", firm, "--json"));
  await importReport(firm, folder, "The first stranger (fictional).");
  let served = await serve(t, firm, "--exchange-every", "1");
  await until(() => partner().exchanged_at);
  await served.stop();

  line.pull();
  await importReport(firm, folder, "The second stranger, while the cable was out (fictional).");
  served = await serve(t, firm, "--exchange-every", "1");
  await until(() => partner().exchange_error);
  line.plugIn();
  await until(() => !partner().exchange_error);
  await served.stop();
  await police.stop();
  const waiting = run("bundle", "--data", firm, "--for", own.card.organisation.key, "--preview");
  assert.equal(waiting.status, 1, `all was confirmed: ${waiting.stdout}${waiting.stderr}`);
  for (const data of [firm, policeData]) get("verify", "--data", data);
});

test("a lesson reaches a station by file and over the network as it is told, and so does its withdrawal", async (t) => {
  const folder = scratch(t);
  const police = await serve(t, join(folder, "police"), "--demonstration");
  const data = join(folder, "station");
  get("init", "--data", data, "--recovery-out", join(folder, "station.key"), "--organisation", "koban", "--kind", "station", "--territory", "13109");
  const administrator = await Person.signIn(police, "administrator-1");
  const card = JSON.parse(get("partner", "card", "--data", data));
  const { body: partner } = await administrator.call("POST", "/api/v1/partners", { card, verified_how: "called (fictional)" }, 201);
  const { body: own } = await administrator.get("/api/v1/hub-card");
  const cardOfPolice = join(folder, "police.card");
  writeFileSync(cardOfPolice, JSON.stringify(own.card));
  get("partner", "add", cardOfPolice, "--data", data, ...how, "--url", police.address);
  const user = JSON.parse(get("user", "add", "teller", "--data", data, "--organisation", "koban", "--role", "station_officer", "--json"));

  const analyst = await Person.signIn(police, "analyst-1");
  const approver = await Person.signIn(police, "approver-1");
  const byFile = await approvedLesson(analyst, approver, "By file (fictional)");
  const waiting = `/api/v1/partners/${partner.organisation}/bundle`;
  assert.match((await analyst.get(waiting)).body, /"kind":"lesson".*By file \(fictional\)/);
  const file = join(folder, "station.bundle");
  writeFileSync(file, (await analyst.call("POST", waiting, undefined, 201)).body);
  assert.match(get("import", "--data", data, file), /1 taken in/);
  assert.match(get("import", "--data", data, file), /0 taken in, 1 were there already/);

  const overNetwork = await approvedLesson(analyst, approver, "Over the network (fictional)");
  const station = await serve(t, data, "--exchange-every", "1");
  const teller = await Person.accept(station, user.invitation);
  const told = async () => (await teller.get("/api/v1/lessons")).body.lessons;
  await until(async () => (await told()).length === 2);
  const officer = await Person.signIn(police, "officer-gate");
  for (const path of [byFile, overNetwork]) {
    const { body: there } = await officer.get(path);
    const { body: here } = await teller.get(path);
    assert.deepEqual(here.origin, own.card.organisation.name);
    for (const part of ["id", "state", "made_at", "approved_at", "content"]) assert.deepEqual(here[part], there[part], part);
  }

  await approver.change(byFile, "POST", `${byFile}/steps`, { kind: "withdraw", note: "superseded" });
  await until(async () => (await told()).length === 1);
  assert.equal((await told())[0].content.title.en, "Over the network (fictional)");
  await station.stop();
  assert.match(get("import", "--data", data, file), /0 taken in, 1 were there already/);
  await police.stop();
  for (const store of [data, police.data]) get("verify", "--data", store);
});
