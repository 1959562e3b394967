// The program as an operator uses it: exit codes, messages, files.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { get, newStore, program, run, scratch, serve } from "../shared/hub.mjs";

const corpus = new URL("../corpus/report/", import.meta.url).pathname;
const expected = readFileSync(join(corpus, "expected.tsv"), "utf8")
  .trimEnd().split("\n").slice(1).map((line) => line.split("\t"));
const good = (number) =>
  JSON.stringify({ kizuki: "report/1", narrative: `A fictional stranger asked the way, ${number}.` });
const oneLine = (name) => readFileSync(join(corpus, "invalid", `${name}.json`)).toString("latin1");

test("help shows examples, and a wrong word is wrong use", () => {
  for (const command of ["init", "serve", "import", "read", "match", "story", "verify", "backup", "restore", "migrate"])
    assert.match(get(command, "--help"), /Examples:/, command);
  assert.equal(run("no-such-command").status, 2);
  assert.equal(run("init").status, 2);
});

test("init makes a store once, with a recovery key for its owner alone", (t) => {
  const folder = scratch(t);
  const [data, key] = [join(folder, "store"), join(folder, "recovery.key")];
  assert.match(get("init", "--data", data, "--recovery-out", key), /invitation: \S+/);
  assert.equal(statSync(key).mode & 0o777, 0o600);
  assert.equal(statSync(data).mode & 0o077, 0);
  assert.equal(run("init", "--data", data, "--recovery-out", join(folder, "other.key")).status, 2);
  assert.ok(!existsSync(join(folder, "other.key")));
});

test("every malformed report is refused with its line and field, and nothing is stored", (t) => {
  const folder = scratch(t);
  const data = newStore(t);
  let tried = 0;
  for (const [name, pointer] of expected) {
    const bytes = Buffer.from(oneLine(name), "latin1");
    // What is spread over lines in the corpus would be several lines here.
    const flat = Buffer.from(bytes.filter((byte) => byte !== 0x0a && byte !== 0x0d));
    if (flat.toString("latin1").trim() === "") continue;
    const file = join(folder, `${name}.jsonl`);
    writeFileSync(file, Buffer.concat([Buffer.from(good(name) + "\n"), flat, Buffer.from("\n")]));
    const { status, stderr } = run("import", "--data", data, file);
    assert.equal(status, 2, `${name}: ${stderr}`);
    assert.ok(stderr.includes("line 2"), `${name}: ${stderr}`);
    if (pointer) assert.ok(stderr.includes(pointer), `${name}: ${stderr}`);
    ++tried;
  }
  assert.ok(tried >= 30);
  // The good first lines of all those files were not stored: this one is the first.
  const file = join(folder, "good.jsonl");
  writeFileSync(file, good(0) + "\n");
  const line = JSON.parse(get("import", "--data", data, "--json", file).trim());
  assert.deepEqual([line.stored, line.were_there, line.bad], [1, 0, 0]);
});

test("--skip-bad keeps the good lines and writes the bad ones apart", (t) => {
  const folder = scratch(t);
  const data = newStore(t);
  const file = join(folder, "mixed.jsonl");
  const rejects = join(folder, "bad.jsonl");
  const bad = '{"kizuki":"report/1","narrative":""}';
  const id = "8f14e45f-ceea-467f-a0e6-0123456789ab";
  const named = JSON.stringify({ kizuki: "report/1", id, narrative: "A fictional case." });
  writeFileSync(file, [good(1), bad, named, named, good(2)].join("\n") + "\n");
  const { status, stdout, stderr } = run("import", "--data", data, "--skip-bad", "--rejects", rejects, file);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /3 stored, 0 were there already, 2 refused/);
  assert.deepEqual(readFileSync(rejects, "utf8").trimEnd().split("\n"), [bad, named]);
  assert.match(get("import", "--data", data, "--skip-bad", "--rejects", rejects, file), /1 were there/);
});

test("a mail and a table become reports", (t) => {
  const folder = scratch(t);
  const data = newStore(t);
  const mail = join(folder, "memo.eml");
  writeFileSync(mail, [
    "From: =?UTF-8?B?5p625pmC5aSq6YOO?= <taro@firm.example>",
    "Subject: =?ISO-2022-JP?B?GyRCRjskcko5JCskbCQ/GyhC?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="x"',
    "",
    "--x",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "A man asked me the way, then where I work=2E",
    "--x",
    "Content-Type: text/html",
    "",
    "<b>no</b>",
    "--x--",
    "",
  ].join("\r\n"));
  const table = join(folder, "table.csv");
  writeFileSync(table, 'narrative,when,area,technologies\n"asked the way, twice",2026-05,13109,semiconductor.etching;optics.lens\n');
  assert.match(get("import", "--data", data, mail, table), /memo.eml: 1 stored[\s\S]*table.csv: 1 stored/);
  writeFileSync(table, "narrative,when\nasked the way,not a date\n");
  const { status, stderr } = run("import", "--data", data, table);
  assert.equal(status, 2);
  assert.match(stderr, /table.csv: line 2 column when/);
});

test("read gives a reading, line by line with ids", () => {
  const text = "A stranger asked me for directions to a hotel, then asked for my number.";
  const one = spawnSync(program, ["read", "-"], { input: text, encoding: "utf8" });
  const reading = JSON.parse(one.stdout);
  assert.equal(reading.kizuki, "reading/1");
  const quote = reading.indicators.find(({ id }) => id === "AP1");
  assert.equal([...text].slice(quote.start, quote.end).join(""), quote.quote);
  const many = spawnSync(program, ["read", "--jsonl"], {
    input: '{"id":"a","text":"asked the way"}\n\n{"id":7,"text":"道を聞かれた"}\n', encoding: "utf8",
  });
  assert.deepEqual(many.stdout.trimEnd().split("\n").map((line) => JSON.parse(line).id), ["a", 7]);
  const empty = spawnSync(program, ["read", "--jsonl"], { input: '{"id":"","text":"asked the way"}\n', encoding: "utf8" });
  assert.equal(JSON.parse(empty.stdout).id, "");
  const broken = spawnSync(program, ["read", "--jsonl"], { input: '{"id":"a"}\n', encoding: "utf8" });
  assert.equal(broken.status, 2);
  assert.match(broken.stderr, /line 1 \/text/);
});

test("match writes each report with the earlier ones", (t) => {
  const folder = scratch(t);
  const line = (id, at, phone) => JSON.stringify({
    kizuki: "report/1", id, reported_at: at, narrative: "A recruiter called.",
    encounters: [{ channel: "phone", personas: [0], behaviours: ["AP5"] }], personas: [{ phones: [phone] }],
  });
  const ids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
  const file = join(folder, "reports.jsonl");
  writeFileSync(file, [line(ids[1], "2026-02-01T00:00:00Z", "+81 3-1234-5678"),
    line(ids[0], "2026-01-01T00:00:00Z", "03-1234-5678")].join("\n"));
  const out = join(folder, "links.csv");
  get("match", file, "--out", out);
  const rows = readFileSync(out, "utf8").trimEnd().split("\n");
  assert.equal(rows[0], "report,rank,other,kind,bits,why");
  assert.ok(rows[1].startsWith(`${ids[1]},1,${ids[0]},`), rows[1]);
});

test("one process owns the folder; reading goes on beside it", async (t) => {
  const data = newStore(t);
  const hub = await serve(t, data);
  const file = join(scratch(t), "one.jsonl");
  writeFileSync(file, good(1) + "\n");
  const second = run("import", "--data", data, file);
  assert.equal(second.status, 3);
  assert.match(second.stderr, /in use by process \d+/);
  assert.equal(run("serve", "--data", data, "--listen", "127.0.0.1:0").status, 3);
  assert.equal(run("verify", "--data", data).status, 0);
  assert.equal(await hub.stop(), 0);
  assert.equal(run("import", "--data", data, file).status, 0);
});

test("a copy made while it serves comes back whole", async (t) => {
  const folder = scratch(t);
  const data = newStore(t);
  const hub = await serve(t, data);
  const copy = join(folder, "copy.db");
  get("backup", "--data", data, "--out", copy);
  await hub.stop();
  const key = join(data, "master.key");
  assert.match(get("restore", "--from", copy, "--key", key, "--data", join(folder, "back")), /record holds/);
  writeFileSync(copy, readFileSync(copy).subarray(0, 5000));
  assert.notEqual(run("restore", "--from", copy, "--key", key, "--data", join(folder, "cut")).status, 0);
  assert.ok(!readdirSync(join(folder, "cut")).includes("kizuki.db"));
});

test("accounts are made and ended at the machine", (t) => {
  const data = newStore(t);
  const made = JSON.parse(get("user", "add", "hanako", "--data", data, "--organisation", "bureau", "--role", "analyst", "--json"));
  assert.ok(made.invitation.length > 20);
  assert.match(get("user", "list", "--data", data), /hanako +invited +analyst/);
  assert.match(get("user", "disable", "hanako", "--data", data), /disabled/);
  assert.equal(run("user", "disable", "nobody", "--data", data).status, 1);
  assert.equal(run("user", "add", "x1", "--data", data, "--organisation", "bureau", "--role", "king").status, 2);
});

test("a closed pipe is no error", (t) => {
  const file = join(scratch(t), "many.jsonl");
  writeFileSync(file, '{"id":"a","text":"asked the way"}\n'.repeat(3000));
  const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; ${program} read --jsonl ${file} | head -1 > /dev/null`], { encoding: "utf8" });
  assert.equal(status, 0);
  assert.equal(stderr, "");
});

test("--out into a pipe, a device or a link leaves it what it is", (t) => {
  const folder = scratch(t);
  const table = join(folder, "people.csv");
  writeFileSync(table, "id,full_name,phone\n1,Anna Alm,090-0000-0001\n2,Boris Berg,090-0000-0002\n");
  const [pipe, link] = [join(folder, "pipe"), join(folder, "link")];
  const piped = spawnSync("bash", ["-c", `mkfifo ${pipe} && { timeout 30 cat ${pipe} & ${program} link ${table} --out ${pipe} 2> ${folder}/err; wait; }`], { encoding: "utf8" });
  assert.match(piped.stdout, /^id,cluster\n1,1\n2,2\n$/);
  assert.ok(statSync(pipe).isFIFO());
  symlinkSync(join(folder, "target.csv"), link);
  get("link", table, "--out", link);
  assert.equal(readFileSync(join(folder, "target.csv"), "utf8"), piped.stdout);
  // Through a link, so that a failure of this test does not cost the machine its device.
  const device = join(folder, "device");
  symlinkSync("/dev/null", device);
  get("link", table, "--out", device);
  assert.ok(statSync(device).isCharacterDevice());
});

test("what cannot be read or is not there is bad input, and what was looked for in vain is the answer no", (t) => {
  const folder = scratch(t);
  const data = newStore(t);
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const code = (...words) => run(...words).status;
  const missing = join(folder, "missing");
  assert.equal(code("story", missing), 2);
  assert.equal(code("story", file("broken.scenario", 'Story: x\nreport "r1\n')), 2);
  assert.equal(code("story", file("unknown.scenario", "Story: x\ndance with r1\n")), 2);
  assert.equal(code("story", file("false.scenario", "Story: x\nexpect persons 7\n")), 1);
  for (const name of ["a.csv", "a.jsonl", "a.eml", "a.bundle"])
    assert.equal(code("import", "--data", data, join(folder, name)), 2, name);
  const reports = file("reports.jsonl", good(1) + "\n");
  assert.equal(code("risk", reports, "--firms", missing, "--out", "-"), 2);
  assert.equal(code("risk", reports, "--firms", file("firms.csv", "id\na\n"), "--top", "0", "--out", "-"), 2);
  assert.equal(code("bundle", "--data", data, "--for", "bureau", "--preview"), 2);
  assert.equal(code("bundle", "--data", data, "--for", "nobody", "--preview"), 2);
  assert.equal(code("import", "--data", data, join(folder, "a.csv"), reports), 2);

  const names = (query) => spawnSync(program, ["names", "find", "--index", file("names.txt", "Sergei Ivanov\n")], { input: query, encoding: "utf8" });
  assert.match(names("Sergei\tIvanov\n").stdout, /^Sergei\\tIvanov\t1\t1\t/);
  assert.equal(names("Sergei Ivanov\n").status, 0);
  const rows = file("rows.csv", "name,phone\nFumio Fisch,090-0000-1111\n");
  const watch = (phone) => file("watch.csv", `id,name,phone\nw1,Gordon Gold,${phone}\n`);
  assert.equal(code("screen", "--watch", watch("090-0000-9999"), rows, "--out", "-"), 1);
  assert.equal(code("screen", "--watch", watch("090-0000-1111"), rows, "--out", "-"), 0);
  assert.equal(code("link", file("people.csv", "id,full_name\n1,Anna Alm\n2,Boris Berg\n"), "--explain", "1", "3"), 1);

  rmSync(join(data, "master.key"));
  assert.equal(code("verify", "--data", data), 2);
});

test("import prints valid JSON whatever a file is called", (t) => {
  const folder = scratch(t);
  const file = join(folder, 'a "fictional" list.jsonl');
  writeFileSync(file, good(1) + "\n");
  assert.equal(JSON.parse(get("import", "--data", newStore(t), "--json", file)).file, 'a "fictional" list.jsonl');
});

test("a program without its knowledge says once that names across scripts compare badly", (t) => {
  const folder = scratch(t);
  const alone = join(folder, "kizuki");
  copyFileSync(program, alone);
  const compare = (lang) => spawnSync(alone, ["names", "compare"], { input: "1\ta\tb\n", encoding: "utf8", env: { ...process.env, LC_ALL: lang } });
  assert.match(compare("C").stderr, /^kizuki: names in different scripts compare badly[^\n]*knowledge\/[^\n]*\n$/);
  assert.match(compare("ja_JP.UTF-8").stderr, /知識ファイルがない/);
  assert.match(compare("C").stdout, /^1\t/);
});

test("verify prints the last checkpoint, to be kept elsewhere", (t) => {
  const data = newStore(t);
  const file = join(scratch(t), "one.jsonl");
  writeFileSync(file, good(1) + "\n");
  get("import", "--data", data, file);
  const { entries, last_checkpoint: checkpoint } = JSON.parse(get("verify", "--data", data, "--json"));
  assert.equal(checkpoint.tree_size, entries);
  assert.match(checkpoint.tree_root, /^[0-9a-f]{64}$/);
  assert.match(checkpoint.signature, /^[0-9a-f]{128}$/);
  const text = get("verify", "--data", data);
  for (const value of [`1 to ${entries},`, checkpoint.at, checkpoint.tree_root, checkpoint.chain_head, checkpoint.signature])
    assert.ok(text.includes(value), text);
});

test("serve names the contact that it was told", async (t) => {
  const hub = await serve(t, newStore(t), "--security-contact", "mailto:security@kizuki.example");
  const text = await (await fetch(`${hub.address}/.well-known/security.txt`)).text();
  assert.match(text, /^Contact: mailto:security@kizuki\.example$/m);
  for (const wrong of ["security@kizuki.example", "http://kizuki.example", "mailto:a@b\nExpires: never", "mailto:"])
    assert.equal(run("serve", "--data", hub.data, "--security-contact", wrong).status, 2, wrong);
});

test("a report goes by its id as the file spells it", (t) => {
  const folder = scratch(t);
  const ids = ["8F14E45F-CEEA-467F-A0E6-0123456789AB", "8f14e45f-ceea-467f-a0e6-0123456789ac"];
  const line = (id, at) => JSON.stringify({
    kizuki: "report/1", id, reported_at: at, narrative: "A fictional recruiter called.", from: { organisation: "alpha" },
    encounters: [{ channel: "phone", personas: [0], behaviours: ["AP5"] }], personas: [{ phones: ["03-1234-5678"] }],
  });
  const [reports, firms] = [join(folder, "reports.jsonl"), join(folder, "firms.csv")];
  writeFileSync(reports, [line(ids[0], "2026-01-01T00:00:00Z"), line(ids[1], "2026-02-01T00:00:00Z")].join("\n"));
  writeFileSync(firms, "id,name,sector\nalpha,A,optics\nbeta,B,optics\n");
  assert.match(get("match", reports, "--out", "-"), new RegExp(`^${ids[1]},1,${ids[0]},`, "m"));
  for (const after of [ids[0], ids[0].toLowerCase()])
    assert.match(get("risk", reports, "--firms", firms, "--after", after, "--out", "-"), new RegExp(`^${ids[0]},1,beta,`, "m"));
});

test("refused rows of a table stand below its header, in a table", (t) => {
  const folder = scratch(t);
  const data = newStore(t);
  const table = join(folder, "table.csv");
  writeFileSync(table, "narrative,when\nasked the way,not a date\nasked again,2026-05\n");
  get("import", "--data", data, "--skip-bad", table);
  const rejects = join(folder, "table.rejects.csv");
  assert.equal(readFileSync(rejects, "utf8"), "narrative,when\nasked the way,not a date\n");
  writeFileSync(rejects, readFileSync(rejects, "utf8").replace("not a date", "2026-04"));
  assert.match(get("import", "--data", data, rejects), /1 stored/);
});

test("a RECORD_ID that two sources use is told apart by the source; an id that stands twice is named", (t) => {
  const folder = scratch(t);
  const [table, out] = [join(folder, "people.csv"), join(folder, "out.csv")];
  const rows = (second) => `DATA_SOURCE,RECORD_ID,NAME_FULL,PHONE_NUMBER\nA,1,Anna Alm,090-0000-0001\n${second},1,Boris Berg,090-0000-0002\n`;
  writeFileSync(table, rows("B"));
  get("link", table, "--out", out);
  assert.equal(readFileSync(out, "utf8"), "id,cluster\nA:1,A:1\nB:1,B:1\n");
  writeFileSync(table, rows("A"));
  const twice = run("link", table, "--out", out);
  assert.equal(twice.status, 2);
  assert.match(twice.stderr, /people\.csv: line 3: the id A:1 stands twice/);
});

test("screen tells two files of one name apart", (t) => {
  const folder = scratch(t);
  const files = ["east", "west"].map((name) => join(folder, name, "visitors.csv"));
  for (const file of files) {
    mkdirSync(join(file, ".."));
    writeFileSync(file, "name,phone\nFumio Fisch,090-0000-1111\n");
  }
  const watch = join(folder, "watch.csv");
  writeFileSync(watch, "id,name,phone\nw1,Fumio Fisch,090-0000-1111\n");
  const found = get("screen", "--watch", watch, ...files, "--out", "-").trimEnd().split("\n").slice(1);
  assert.deepEqual(found.map((row) => row.split(",")[1]), files);
});

test("simulated reports can be imported, whatever the seed", (t) => {
  const folder = scratch(t);
  const truth = join(folder, "truth.csv");
  for (const seed of ["1", "2", "3", "18446744073709551615"])
    for (const count of ["1", "3", "10"]) {
      const file = join(folder, "reports.jsonl");
      get("simulate", "--seed", seed, "--reports", count, "--truth", truth, "--out", file);
      assert.equal(run("match", file, "--out", "-").status, 0, `${seed} ${count}`);
    }
});

test("init that reaches no database leaves no recovery key", (t) => {
  const folder = scratch(t);
  const key = join(folder, "recovery.key");
  assert.equal(run("init", "--data", join(folder, "store"), "--db", "postgresql://nobody@127.0.0.1:1/none", "--recovery-out", key).status, 3);
  assert.ok(!existsSync(key));
});
