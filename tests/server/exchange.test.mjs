// Two hubs tell each other what they have to: by files that a person carries, and over the network
// with the cable pulled in between. Each is a process with a data folder of its own.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { Person, get, program, run, scratch, serve, until } from "../shared/hub.mjs";

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
