// Two hubs in a real browser: each takes the other on by its card after comparing fingerprints, a
// report goes over as a file, its confirmation comes back, the exchange is ended; in both languages.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { Person, get, scratch, serve, submitAndRelease } from "../shared/hub.mjs";
import { button, launch, openPage, signIn, wrongs } from "./browser.mjs";

const words = {
  ja: {
    saveCard: "名刺を保存",
    card: "相手の名刺のファイル",
    fingerprint: "指紋",
    noCard: "このファイルは名刺ではありません",
    how: "どう確かめたか",
    add: "指紋が一致したので加える",
    active: "連携中",
    preview: "渡すものを見る",
    report: "報告: 1",
    confirmation: "受け取りの確認: 1",
    nothing: "渡すものはありません。",
    lines: "束に入る行そのもの",
    make: "封をした束を作る",
    made: "束を保存しました。",
    file: "束のファイル",
    takeIn: "取り込む",
    taken: "1件を取り込み、0件は取り込み済み、0件を拒否",
    end: "連携を終える",
    endDo: "終える",
    resume: "連携を再開する",
  },
  en: {
    saveCard: "Save the card",
    card: "The card of the other hub, as a file",
    fingerprint: "Fingerprint",
    noCard: "This file is no card",
    how: "How it was verified",
    add: "The fingerprints agree: add it",
    active: "Active",
    preview: "Show what would leave",
    report: "Reports: 1",
    confirmation: "Confirmations: 1",
    nothing: "Nothing waits.",
    lines: "The very lines of the bundle",
    make: "Make the sealed bundle",
    made: "The bundle was saved.",
    file: "The bundle, as a file",
    takeIn: "Take it in",
    taken: "1 taken in, 0 were there already, 0 refused",
    end: "End the exchange",
    endDo: "End it",
    resume: "Resume the exchange",
  },
};

const narrative = "A stranger asked me the way (fictional).";
/// A store of one organisation with an administrator and somebody who hands over, serving.
async function hubOf(end, folder, key, { init, role }) {
  const data = join(folder, key);
  get("init", "--data", data, "--recovery-out", join(folder, `${key}.key`), "--organisation", key, ...init);
  const codes = {};
  for (const [name, what] of [["keeper", "administrator"], ["carrier", role]])
    codes[name] = JSON.parse(get("user", "add", name, "--data", data, "--organisation", key, "--role", what, "--json")).invitation;
  const hub = await serve(end, data);
  await Person.accept(hub, codes.keeper);
  hub.carrier = await Person.accept(hub, codes.carrier);
  return hub;
}

for (const language of ["ja", "en"]) {
  const say = words[language];

  describe(`partners in ${language}`, () => {
    const ends = [];
    let browser;
    let folder;
    const hubs = {};
    const open = {};
    before(async () => {
      const end = { after: (last) => ends.unshift(last) };
      browser = await launch();
      folder = scratch(end);
      hubs.firm = await hubOf(end, folder, "alpha", { init: ["--kind", "company"], role: "company_officer" });
      hubs.police = await hubOf(end, folder, "bureau", { init: ["--territory", "13"], role: "analyst" });
      for (const [side, hub] of Object.entries(hubs))
        for (const name of ["keeper", "carrier"]) open[`${side} ${name}`] = await at(hub, name);
    });
    after(async () => {
      await browser?.close();
      for (const last of ends) await last();
    });

    async function at(hub, name) {
      const opened = await openPage(browser, hub.address, { language });
      await signIn(opened.page, hub.address, { name, password: "a fictional pass phrase" });
      await opened.page.goto(`${hub.address}/partners`);
      return opened;
    }
    const pageOf = (who) => open[who].page;

    async function saved(page, press, name) {
      const [download] = await Promise.all([page.waitForEvent("download"), press()]);
      const file = join(folder, name);
      await download.saveAs(file);
      return file;
    }
    async function choose(page, label, file) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByLabel(label, { exact: true }).click()]);
      await chooser.setFiles(file);
    }
    const fingerprints = (page) => page.getByRole("group", { name: say.fingerprint }).allInnerTexts();

    it("takes a hub on by its card, after its fingerprint was shown for comparing", async () => {
      for (const [here, there] of [["police", "firm"], ["firm", "police"]]) {
        const other = pageOf(`${there} keeper`);
        const card = await saved(other, () => button(other, say.saveCard).click(), `${there}.card`);
        const page = pageOf(`${here} keeper`);
        const broken = join(folder, "broken.card");
        writeFileSync(broken, "no card");
        await choose(page, say.card, broken);
        await page.getByText(say.noCard).waitFor();
        await page.reload();
        await choose(page, say.card, card);
        await page.getByLabel(say.how).waitFor();
        const [own] = await fingerprints(other);
        assert.ok((await fingerprints(page)).includes(own), "both sides read the same digits");
        assert.ok(await button(page, say.add).isDisabled(), "nobody is taken on without saying how");
        await page.getByLabel(say.how).fill("called the number in the directory (fictional)");
        assert.deepEqual(await wrongs(page), []);
        await button(page, say.add).click();
        await page.getByText(say.active, { exact: true }).waitFor();
      }
    });

    async function handOver(from, to, what, name) {
      const page = pageOf(from);
      await page.reload();
      await button(page, say.preview).click();
      await page.getByText(what, { exact: true }).waitFor();
      await page.getByText(say.lines, { exact: true }).first().click();
      assert.deepEqual(await wrongs(page), []);
      const file = await saved(page, () => button(page, say.make).click(), name);
      await page.getByText(say.made).waitFor();
      const other = pageOf(to);
      await choose(other, say.file, file);
      await button(other, say.takeIn).click();
      await other.getByText(say.taken).waitFor();
      assert.deepEqual(await wrongs(other), []);
    }

    it("shows what would leave, hands a report over as a file and its confirmation back", async () => {
      await submitAndRelease(hubs.firm.carrier, { kizuki: "report/1", how_learned: "own_experience", narrative });
      await handOver("firm carrier", "police carrier", say.report, "to-police.bundle");
      await handOver("police carrier", "firm carrier", say.confirmation, "to-firm.bundle");
      const page = pageOf("firm carrier");
      await button(page, say.preview).click();
      await page.getByText(say.nothing).waitFor();
    });

    it("ends an exchange after a second question, and resumes it", async () => {
      const page = pageOf("police keeper");
      await page.reload();
      await button(page, say.end).click();
      assert.deepEqual(await wrongs(page), []);
      await button(page, say.endDo).click();
      await button(page, say.resume).click();
      await button(page, say.end).waitFor();
    });

    it("asked nothing of other hosts and met no error", () => {
      for (const { faults } of Object.values(open)) assert.deepEqual(faults, []);
    });
  });
}
