// How the server bears what is too much, and whether it grows. usage: node bench/overload.mjs
// [SECONDS] of overload (60), of the soak by KIZUKI_SOAK (1,800). Clients and server share the machine.
//   bad clients: 200 that drip a byte at a time, floods of headers, bodies over the limit; health is
//                answered within twice its quiet p95
//   overload:    ten times the clients that the server is meant for; those it accepts wait at most five
//                times as long (p99), its memory grows by less than 50 MB
//   soak:        all kinds of work; neither memory nor descriptors go on growing
import { readFileSync, readdirSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { Worker, isMainThread, workerData } from "node:worker_threads";

import { Load, report, settle } from "../tests/shared/load.mjs";

const seconds = Number(process.argv[2] ?? 60);
const soak = Number(process.env.KIZUKI_SOAK ?? 1800);

const share = (values, part) => values.sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
const anonymous = (hub) => Number(readFileSync(`/proc/${hub.child.pid}/status`, "utf8").match(/RssAnon:\s+(\d+)/)[1]) / 1024;
const descriptors = (hub) => readdirSync(`/proc/${hub.child.pid}/fd`).length;

/// The status of the answer; 0 where there was none.
function ask(agent, hub, method, path, headers = {}, content = "") {
  const { hostname, port } = new URL(hub.address);
  return new Promise((resolve) => {
    const asked = request({ agent, hostname, port, method, path, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
    });
    asked.on("error", () => resolve(0));
    asked.end(content);
  });
}

/// p95 of health in milliseconds, asked for `asks` times.
async function health(hub, asks = 300) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waits = [];
  let refused = 0;
  for (let number = 0; number < asks; ++number) {
    const start = performance.now();
    if ((await ask(agent, hub, "GET", "/healthz")) !== 200) refused += 1;
    waits.push(performance.now() - start);
    await settle(5);
  }
  agent.destroy();
  return { p95: share(waits, 0.95), refused };
}

/// Keeps `count` sockets busy with `act(socket)`; a closed one is opened again.
function badClients(address, count, act) {
  const { hostname, port } = new URL(address);
  return Promise.all(
    Array.from({ length: count }, async () => {
      for (;;) {
        const socket = connect(port, hostname);
        const closed = new Promise((resolve) => socket.on("close", resolve));
        socket.on("error", () => {});
        socket.resume();
        await act(socket, closed);
        socket.destroy();
      }
    }),
  );
}

async function drip(socket, closed) {
  const words = `POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nX-Long: ${"x".repeat(4000)}`;
  let isOpen = true;
  closed.then(() => (isOpen = false));
  for (let at = 0; isOpen; ++at) {
    socket.write(words[at % words.length]);
    await settle(100);
  }
}

async function flood(socket, closed) {
  socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n");
  for (let line = 0; line < 50; ++line) socket.write(`X-${line}: ${"y".repeat(2000)}\r\n`);
  await Promise.race([closed, settle(500)]);
}

async function overLimit(socket, closed) {
  socket.write("POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n");
  const piece = "z".repeat(65536);
  for (let number = 0; number < 20; ++number) socket.write(piece);
  await Promise.race([closed, settle(500)]);
}

/// On a thread of their own, so that whoever asks for health does not wait for their writing.
function allBadClients(address) {
  return Promise.all([badClients(address, 200, drip), badClients(address, 10, flood), badClients(address, 10, overLimit)]);
}

async function measureBadClients(hub) {
  const quiet = await health(hub);
  const clients = new Worker(new URL(import.meta.url), { workerData: hub.address });
  await settle(1000);
  const busy = await health(hub);
  await clients.terminate();
  console.log(`bad clients: health p95 ${busy.p95.toFixed(1)} ms, quiet ${quiet.p95.toFixed(1)} ms: ${(busy.p95 / quiet.p95).toFixed(1)}x (to reach: 2x); ${busy.refused} of 300 not answered`);
}

/// Reports submitted by `clients` at once for so long: how long the accepted ones took.
async function submissions(hub, headers, clients, lasting) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const accepted = [], end = Date.now() + lasting * 1000;
  let shed = 0, other = 0, number = 0;
  const body = { "content-type": "application/json", ...headers };
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (Date.now() < end) {
        const content = JSON.stringify(report(++number));
        const start = performance.now();
        const status = await ask(agent, hub, "POST", "/api/v1/reports", body, content);
        if (status === 201) accepted.push(performance.now() - start);
        else if (status === 503) {
          shed += 1;
          await settle(50);
        } else other += 1;
      }
    }),
  );
  agent.destroy();
  return { accepted, shed, other, p99: share(accepted, 0.99) };
}

async function measureOverload(load, hub) {
  const { headers } = load.people.gate;
  const before = await submissions(hub, headers, 32, 10);
  const memory = anonymous(hub);
  const over = await submissions(hub, headers, 320, seconds);
  const grown = anonymous(hub) - memory;
  console.log(`overload: p99 of accepted ${over.p99.toFixed(0)} ms, with 32 clients ${before.p99.toFixed(0)} ms: ${(over.p99 / before.p99).toFixed(1)}x (to reach: 5x)`);
  console.log(`  ${over.accepted.length} accepted, ${over.shed} told to come back, ${over.other} otherwise; memory ${grown.toFixed(0)} MB more (to reach: 50)`);
}

async function measureSoak(load, hub) {
  const looks = [];
  await load.work([hub], async () => {
    for (let minute = 0; minute < soak / 60; ++minute) {
      await settle(60_000);
      looks.push([anonymous(hub), descriptors(hub)]);
      process.stderr.write(`soak: minute ${minute + 1}: ${looks.at(-1)[0].toFixed(1)} MB, ${looks.at(-1)[1]} descriptors\n`);
    }
  });
  const middle = (from, until, column) => share(looks.slice(looks.length * from, looks.length * until).map((look) => look[column]), 0.5);
  console.log(`soak of ${soak / 60} minutes, ${load.ledger.told.size} reports: memory ${middle(0.33, 0.66, 0).toFixed(1)} MB in the middle third, ${middle(0.66, 1, 0).toFixed(1)} MB in the last; descriptors ${middle(0.33, 0.66, 1)}, ${middle(0.66, 1, 1)}`);
  for (const fault of new Set(load.faults)) console.log(`  fault: ${fault}`);
}

async function measureAll() {
  const endings = [];
  const load = await Load.begin({ after: (ending) => endings.push(ending) }, process.env.KIZUKI_TEST_DB ?? "");
  const hub = await load.serve();
  await measureBadClients(hub);
  await measureOverload(load, hub);
  await hub.stop();
  if (soak > 0) await measureSoak(load, await load.serve());
  for (const ending of endings.reverse()) await ending();
}

await (isMainThread ? measureAll() : allBadClients(workerData));
