// Whatever moment the program is killed at, nothing that it acknowledged is lost.
import assert from "node:assert/strict";
import { test } from "node:test";

import { killAtRandom } from "../shared/crash.mjs";

const kills = 25;

async function holds(t, database) {
  const found = await killAtRandom(t, { kills, seed: 20, database });
  t.diagnostic(JSON.stringify({ ...found, record: undefined }));
  assert.deepEqual(found.faults, []);
  assert.deepEqual(found.losses, { lost: 0, doubled: 0, unvetted: 0, unsent: 0 });
  assert.ok(found.verified, found.record);
  assert.ok(found.acknowledged > kills, "there was load");
  assert.ok(found.sent > 0 && found.mails > 0, "there were deliveries");
}

test("killed at random moments, a store in a file loses nothing", (t) => holds(t, ""));

test("killed at random moments, a store on PostgreSQL loses nothing", { skip: !process.env.KIZUKI_TEST_DB }, (t) =>
  holds(t, process.env.KIZUKI_TEST_DB));
