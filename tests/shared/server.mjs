// Starts the real program on a free port with a folder of its own, and ends it.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.env.KIZUKI ?? new URL("../../build/release/kizuki", import.meta.url).pathname;

/** Runs a command of the program to its end: { code, out, err }. */
export function run(args, { input, env } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { env: { ...process.env, LANG: "C.UTF-8", ...env } });
    let out = "";
    let err = "";
    child.stdout.on("data", (piece) => (out += piece));
    child.stderr.on("data", (piece) => (err += piece));
    child.on("error", failed);
    child.on("close", (code) => done({ code, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
  });
}

export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), "kizuki-test-"));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The address that the program prints once it listens. */
function addressIn(text) {
  return /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
}

/**
 * Serves a store until stop(). `demonstration` fills an empty folder with the shipped story.
 * Waits for /healthz, at most a minute.
 */
export async function serve({ demonstration = false, data, args = [] } = {}) {
  const folder = data ? undefined : await temporaryFolder();
  const child = spawn(
    program,
    ["serve", "--data", data ?? join(folder.path, "data"), "--listen", "127.0.0.1:0", ...(demonstration ? ["--demonstration"] : []), ...args],
    { env: { ...process.env, LANG: "C.UTF-8" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stdout.on("data", (piece) => (said += piece));
  child.stderr.on("data", (piece) => (said += piece));
  const ended = new Promise((done) => child.on("close", (code) => done(code)));
  const url = await waitForAddress(() => said, child);
  return {
    url,
    data: data ?? join(folder.path, "data"),
    pid: child.pid,
    said: () => said,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      const code = await ended;
      await folder?.remove();
      return code;
    },
  };
}

async function waitForAddress(said, child) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${said()}`);
    const url = addressIn(said());
    if (url) {
      const answer = await fetch(`${url}/healthz`).catch(() => undefined);
      if (answer?.ok) return url;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`no page within a minute:\n${said()}`);
}
