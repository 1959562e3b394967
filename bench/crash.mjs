// Nothing that was acknowledged is lost, however often the program is killed: `kills` (1,000) times at
// random moments under load, on a file, and on the empty PostgreSQL database that KIZUKI_TEST_DB names.
// usage: node bench/crash.mjs [KILLS]
import { killAtRandom } from "../tests/shared/crash.mjs";

const kills = Number(process.argv[2] ?? 1000);

async function measure(name, database) {
  const endings = [];
  const t = { after: (ending) => endings.push(ending) };
  const start = Date.now();
  const told = (done) => done % 50 === 0 && process.stderr.write(`${name}: ${done} of ${kills} kills\n`);
  const found = await killAtRandom(t, { kills, seed: 1, database, told });
  for (const ending of endings.reverse()) await ending();
  const { faults, losses, acknowledged, sent, mails, copies, verified } = found;
  console.log(`${name}: ${kills} kills in ${Math.round((Date.now() - start) / 1000)} s`);
  console.log(`  acknowledged ${acknowledged} reports, ${sent} alerts; lost ${JSON.stringify(losses)} (to reach: 0)`);
  console.log(`  ${mails} mails, ${copies} of them repeats under the same Message-ID; record holds: ${verified}`);
  for (const fault of faults) console.log(`  fault: ${fault}`);
}

await measure("file", "");
if (process.env.KIZUKI_TEST_DB) await measure("PostgreSQL", process.env.KIZUKI_TEST_DB);
