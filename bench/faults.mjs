// What was acknowledged stays, whatever fails: calls of the operating system (libfiu), a database that
// is killed, started again and taken over by its standby under two servers. usage: node
// bench/faults.mjs [ROUNDS]: starts of the program with ten faults each (100), crashes of the database
// (a tenth), commands that write a file (as many).
import { failAtRandom, failCommands, loseDatabase } from "../tests/shared/faults.mjs";

const rounds = Number(process.argv[2] ?? 100);

async function measure(name, act) {
  const endings = [];
  const start = Date.now();
  const told = (done) => done % 10 === 0 && process.stderr.write(`${name}: ${done}\n`);
  const { faults, losses, acknowledged, sent, turnedAway, mails, copies, verified } = await act({ after: (ending) => endings.push(ending) }, told);
  for (const ending of endings.reverse()) await ending();
  console.log(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
  console.log(`  acknowledged ${acknowledged} reports, ${sent} alerts; turned away ${turnedAway}; lost ${JSON.stringify(losses)} (to reach: 0)`);
  console.log(`  ${mails} mails, ${copies} of them repeats under the same Message-ID; record holds: ${verified}`);
  for (const fault of new Set(faults)) console.log(`  fault: ${fault}`);
}

await measure("file", (t, told) => failAtRandom(t, { rounds, told }));
if (process.env.KIZUKI_TEST_DB)
  await measure("PostgreSQL", (t, told) => failAtRandom(t, { rounds, told, database: process.env.KIZUKI_TEST_DB }));
await measure("a database that goes", (t, told) => loseDatabase(t, { crashes: Math.ceil(rounds / 10), told }));

const endings = [];
const { done, refused, wrong } = failCommands({ after: (ending) => endings.push(ending) }, { times: rounds });
for (const ending of endings.reverse()) await ending();
console.log(`copies of a store: ${done} made and whole, ${refused} refused; wrong ${JSON.stringify(wrong)} (to reach: none)`);
