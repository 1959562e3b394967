// A real browser on real pages: opens, signs in, looks for errors, checks accessibility.
import assert from "node:assert/strict";
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
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === "ja" ? "ja-JP" : "en-GB",
    reducedMotion: "reduce",
  });
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
async function violations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() =>
    // eslint-disable-next-line no-undef
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
  );
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Things to press that stand beyond the right edge, where nobody reaches them. */
function cutOff(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("a, button, input, textarea")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth && !one.closest('[tabindex="0"]'))
      .map((one) => one.textContent || one.outerHTML.slice(0, 100)),
  );
}

/** What is wrong with the page on a phone and on a desk, by day and by night: axe, and scrolling sideways. */
export async function wrongs(page) {
  const before = page.viewportSize();
  const found = [];
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: before.height });
    const drawn = await page.evaluate(async () => {
      // Parts that measure themselves do so in the frame after a change of size.
      for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame);
      return document.documentElement.scrollWidth;
    });
    if (drawn > width) found.push(`${drawn} px wide on a screen of ${width} px`);
    for (const one of await cutOff(page)) found.push(`${width} px: cut off: ${one}`);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      for (const one of await violations(page)) found.push(`${width} px, ${colorScheme}: ${one}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
  return found;
}

export async function signIn(page, url, account) {
  await page.goto(`${url}/`);
  await page.locator('input[autocomplete="username"]').fill(account.name);
  await page.locator('input[autocomplete="current-password"]').fill(account.password);
  await page.locator('form button[type="submit"]').first().click();
  await page.getByTestId("who").waitFor({ state: "attached" });
}

/** A page on which somebody of the demonstration has signed in. */
export async function openAs(browser, hub, name, look) {
  const opened = await openPage(browser, hub.address, look);
  await signIn(opened.page, hub.address, { name, password: hub.passwordOf(name) });
  return opened;
}

/** Nothing wrong on the page as it stands, and nothing asked of anybody else. */
export async function fine(opened, where) {
  assert.deepEqual(await wrongs(opened.page), [], `${where} as drawn`);
  assert.deepEqual(opened.faults, [], `faults of ${where}`);
}

export const button = (page, name) => page.getByRole("button", { name, exact: true });
