// Kills the program at random moments under load. Used by a test (a few kills) and by a benchmark
// (many).
import { Load, numbers, settle } from "./load.mjs";

/// Kills the program `kills` times; `database` = "" for a file, else an empty PostgreSQL database.
export async function killAtRandom(t, { kills, seed = 1, database = "", longest_ms = 700, told = () => {} }) {
  const load = await Load.begin(t, database);
  const random = numbers(seed);
  for (let round = 0; round < kills; ++round) {
    const hub = await load.serve();
    await load.work([hub], async () => {
      await settle(20 + random() * longest_ms);
      await hub.kill();
    });
    told(round + 1);
  }
  return { kills, ...(await load.outcome()) };
}
