// Whatever call of the operating system fails, and whatever becomes of the database, nothing that was
// acknowledged is lost. The long form is bench/faults.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";

import { failAtRandom, failCommands, loseDatabase } from "../shared/faults.mjs";

function holds(t, found) {
  t.diagnostic(JSON.stringify({ ...found, record: undefined }));
  assert.deepEqual(found.faults, []);
  assert.deepEqual(found.losses, { lost: 0, doubled: 0, unvetted: 0, unsent: 0 });
  assert.ok(found.verified, found.record);
  assert.ok(found.acknowledged > 50, "there was load");
  assert.ok(found.turnedAway > 0, "there was trouble");
}

test("calls that fail at random lose nothing in a file", async (t) => holds(t, await failAtRandom(t, { rounds: 3, seed: 5 })));

test("two servers lose nothing when their database is killed and a standby takes over", { skip: !process.env.KIZUKI_TEST_DB }, async (t) =>
  holds(t, await loseDatabase(t, { crashes: 2 })));

test("a copy of a store is whole or told to be none", (t) => {
  const { done, refused, wrong } = failCommands(t, { times: 12 });
  assert.deepEqual(wrong, []);
  assert.ok(done > 0 && refused > 0, `${done} done, ${refused} refused`);
});
