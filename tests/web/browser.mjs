// A real browser on real pages: opens, signs in, looks for errors, checks accessibility.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A page that remembers what went wrong in it and what it asked of other hosts. */
export async function openPage(browser, url, { language = "ja", width = 1200, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: language === "ja" ? "ja-JP" : "en-GB" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    // A refused request (401 before sign-in, 403 in a test of rights) is told in words on the page.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const host = new URL(request.url());
    if (!request.url().startsWith(url) && host.protocol !== "data:" && host.protocol !== "blob:") faults.push(`other origin: ${host.origin}`);
  });
  await page.addInitScript((lang) => localStorage.setItem("kizuki.locale", lang), language);
  return { page, faults, close: () => context.close() };
}

/** Violations of WCAG 2.2 A and AA on the page as it stands, one line each. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() =>
    // eslint-disable-next-line no-undef
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
  );
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

export async function signIn(page, url, account) {
  await page.goto(`${url}/`);
  await page.locator('input[autocomplete="username"]').fill(account.name);
  await page.locator('input[autocomplete="current-password"]').fill(account.password);
  await page.locator('form button[type="submit"]').first().click();
  await page.getByTestId("who").waitFor({ state: "attached" });
}
