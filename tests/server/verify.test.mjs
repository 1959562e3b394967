// `kizuki verify` finds any single flipped byte in audited data.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { get, run, scratch, serve } from "../shared/hub.mjs";

const flips = Number(process.env.KIZUKI_FLIPS ?? 200);
const tamper = new URL("flip_bytes.py", import.meta.url).pathname;

test(`each of ${flips} flipped bytes is found`, async (t) => {
  const folder = scratch(t);
  const hub = await serve(t, join(folder, "store"), "--demonstration");
  // The sealer passes once a second; what it has not sealed yet nobody can prove.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await hub.stop();
  const whole = join(folder, "whole.db");
  get("backup", "--data", hub.data, "--out", whole);
  const copy = join(folder, "copy");
  mkdirSync(copy);
  cpSync(join(hub.data, "master.key"), join(copy, "master.key"));
  const missed = [];
  const places = new Set();
  for (let seed = 1; seed <= flips; ++seed) {
    copyFileSync(whole, join(copy, "kizuki.db"));
    const place = execFileSync("python3", [tamper, join(copy, "kizuki.db"), String(seed)], { encoding: "utf8" }).trim();
    places.add(place.split(" ")[0]);
    const { status, stdout } = run("verify", "--data", copy);
    if (status !== 1 || !stdout.startsWith("BROKEN: ")) missed.push(`${seed}: ${place} (exit ${status}) ${stdout}`);
  }
  assert.deepEqual(missed, []);
  assert.ok(places.size >= 20, [...places].join(" "));
});
