// Makes calls to the operating system fail at random (libfiu) and looks whether anything is lost.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { get, newStore, program, run, scratch, until } from "./hub.mjs";
import { Load, numbers, settle } from "./load.mjs";

/// What a full or dying disk and a bad cable fail in; short counts too.
const points = [
  "posix/io/rw/pwrite",
  "posix/io/rw/pwrite/reduce",
  "posix/io/rw/pread",
  "posix/io/sync/fdatasync",
  "posix/io/sync/fsync",
  "posix/io/rw/ftruncate",
  "posix/io/dir/unlink",
  "posix/io/net/send",
  "posix/io/net/recv",
  "posix/io/net/connect",
];
/// libpq takes a send that fails for the end of the connection and waits for the server to close it
/// (pqsecure_raw_write): a connection on which sends alone fail while it lives is none it is made for.
const pointsWithDatabase = points.filter((point) => point !== "posix/io/net/send");
const shares = [0.001, 0.01, 0.1, 1];

/// Under load, one kind of call after another fails for a while; `turns` in each of `rounds` starts.
/// `database` = "" for a file, else an empty PostgreSQL database. Returns what Load.outcome does, and
/// what failed before each fault.
export async function failAtRandom(t, { rounds, turns = 10, seed = 1, database = "", longest_ms = 400, told = () => {} }) {
  const load = await Load.begin(t, database);
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const control = join(load.folder, "fiu");
  const trouble = async (hub, command) => {
    // A program that ended in between leaves its pipe behind, on which fiu-ctrl waits for ever.
    const { status } = spawnSync("fiu-ctrl", ["-f", control, "-c", command, `${hub.child.pid}`], { stdio: "ignore", timeout: 10_000 });
    await settle(1);
    if (status !== 0 && !hub.hasEnded()) throw new Error(`fiu-ctrl ${command} ended with ${status}`);
  };
  for (let round = 0; round < rounds; ++round) {
    const hub = await load.serve(["fiu-run", "-x", "-f", control]);
    await load.work([hub], async () => {
      for (let turn = 0; turn < turns && !hub.hasEnded(); ++turn) {
        const point = pick(database ? pointsWithDatabase : points), share = pick(shares), known = load.faults.length;
        await trouble(hub, `enable_random name=${point},probability=${share}`);
        await settle(50 + random() * longest_ms);
        if (hub.hasEnded()) load.faults.push(`ended by itself: ${hub.output.slice(-300)}`);
        else await trouble(hub, `disable name=${point}`);
        await settle(50);
        for (let at = known; at < load.faults.length; ++at) load.faults[at] += ` (${point} fails, ${share})`;
      }
    });
    // Nobody lends a hand: it works again by itself.
    await until(() => load.takes(hub)).catch(() => load.faults.push("does not come back"));
    await hub.stop();
    told(round + 1);
  }
  return { rounds, ...(await load.outcome()) };
}

const postgres = (...words) => execFileSync(new URL("../../tools/postgres", import.meta.url).pathname, words, { encoding: "utf8" }).trim();

/// Two servers work on one PostgreSQL database, which is killed and started again `crashes` times and
/// at last killed for good while a synchronous standby takes over.
export async function loseDatabase(t, { crashes, seed = 1, told = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), "kz-"));
  const primary = join(folder, "p"), standby = join(folder, "s");
  chmodSync(folder, 0o755);
  t.after(() => {
    for (const server of [primary, standby]) if (existsSync(server)) postgres("stop", server);
    rmSync(folder, { recursive: true, force: true });
  });
  postgres("start", primary);
  const url = postgres("standby", standby, primary);
  const load = await Load.begin(t, url);
  const random = numbers(seed);
  const hubs = [await load.serve(), await load.serve()];
  const working = async () => {
    for (const hub of hubs) await until(() => load.takes(hub)).catch(() => load.faults.push("does not come back"));
    await settle(200 + random() * 1500);
  };
  await load.work(hubs, async () => {
    for (let crash = 0; crash < crashes; ++crash) {
      await working();
      postgres("crash", primary);
      await settle(random() * 1000);
      postgres("again", primary);
      told(crash + 1);
    }
    await working();
    postgres("crash", primary);
    postgres("promote", standby);
    await working();
  });
  for (const hub of hubs) await hub.stop();
  return { crashes, ...(await load.outcome()) };
}

/// A command that writes a file, `times` times with calls that fail: it either tells that it did and
/// the file is whole, or tells why not and nothing lies there that is not whole.
export function failCommands(t, { times, seed = 1 }) {
  const folder = scratch(t), data = newStore(t), random = numbers(seed);
  const found = { done: 0, refused: 0, wrong: [] };
  for (let time = 0; time < times; ++time) {
    const share = shares[Math.floor(random() * 3)];
    const out = join(folder, `backup-${time}`), again = join(folder, `restored-${time}`);
    const failing = ["fiu-run", "-x", "-c", `enable_random name=posix/io/rw/*,probability=${share}`, "-c", `enable_random name=posix/io/sync/*,probability=${share}`, "-c", `enable_random name=posix/io/dir/*,probability=${share}`];
    const [command, ...words] = [...failing, program, "backup", "--data", data, "--out", out];
    const made = spawnSync(command, words, { encoding: "utf8" });
    const ending = `${made.status} ${made.stderr.slice(-300)}`;
    found[made.status === 0 ? "done" : "refused"] += 1;
    if (made.status === 0 || existsSync(out)) {
      const restored = run("restore", "--from", out, "--key", join(data, "master.key"), "--data", again);
      if (restored.status !== 0) found.wrong.push(`not whole: ${ending}: ${restored.stderr}`);
    }
    if (made.status === null || (made.status !== 0 && !made.stderr.trim())) found.wrong.push(`no word: ${ending}`);
    rmSync(out, { recursive: true, force: true });
    rmSync(again, { recursive: true, force: true });
  }
  get("verify", "--data", data);
  return found;
}
