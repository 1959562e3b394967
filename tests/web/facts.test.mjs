// Small facts in a real browser on a phone: noted, met by a dossier, kept longer and removed; once
// in Japanese and once in English. Everybody is fictional.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { openedDossier, scratch, serve } from "../shared/hub.mjs";
import { button, fine, launch, openAs } from "./browser.mjs";

const words = {
  ja: {
    text: /^見たこと/,
    place: "場所",
    plate: /^ナンバー/,
    why: "目的をひとことで",
    note: "書き留める",
    hit: "該当あり",
    noHit: "該当なし",
    ask: /問い合わせ先：/,
    ends: /に消えます$/,
    other: /書き留めた人とは別の人/,
    extendWhy: "まだ必要な理由",
    extend: "あと90日残す（一度だけ）",
    extended: /一度延長しました：/,
    remove: "いま消す",
    removeDo: "消す",
    empty: "断片情報はまだありません。",
    badPlate: /照合できる形ではありません/,
  },
  en: {
    text: /^What was seen/,
    place: "Where",
    plate: /^Number plate/,
    why: "The purpose in a few words",
    note: "Note it",
    hit: "Hit",
    noHit: "No hit",
    ask: /^Ask: /,
    ends: /^Gone on /,
    other: /Another person than the one/,
    extendWhy: "Why it is still needed",
    extend: "Keep it 90 days longer (once)",
    extended: /^Extended once by /,
    remove: "Remove it now",
    removeDo: "Remove",
    empty: "There is no small fact yet.",
    badPlate: /cannot be compared/,
  },
};

for (const language of ["ja", "en"]) {
  const say = words[language];

  describe(`small facts in ${language}`, () => {
    const ends = [];
    let hub;
    let browser;
    before(async () => {
      const end = { after: (last) => ends.unshift(last) };
      browser = await launch();
      hub = await serve(end, join(scratch(end), "store"), "--demonstration");
    });
    after(async () => {
      await browser?.close();
      for (const last of ends) await last();
    });

    async function asRole(name) {
      const opened = await openAs(browser, hub, name, { language, width: 320 });
      await opened.page.goto(`${hub.address}/facts`);
      return opened;
    }

    it("is noted with four lines on a phone and says no hit calmly", async () => {
      const opened = await asRole("officer-gate");
      const { page } = opened;
      await page.getByText(say.empty).waitFor();
      await fine(opened, "the empty list with its form");
      assert.ok(await button(page, say.note).isDisabled(), "nothing is noted without its purpose");
      await page.getByLabel(say.text).fill("a white car (fictional)");
      await page.getByLabel(say.place, { exact: true }).fill("north gate");
      await page.getByLabel(say.plate).fill("white car");
      await page.getByLabel(say.why).fill("the same car?");
      await button(page, say.note).click();
      await page.getByText(say.badPlate).waitFor();
      await page.getByLabel(say.plate).fill("品川 300 あ 98-76");
      await button(page, say.note).click();
      const answer = page.getByRole("status").getByTestId("fact-answer");
      await answer.getByText(say.noHit, { exact: true }).waitFor();
      await answer.getByText(say.ask).waitFor();
      await page.getByTestId("fact-ending").getByText(say.ends).waitFor();
      await page.getByText(say.other).waitFor();
      await fine(opened, "the fact of one's own");
      await opened.close();
    });

    it("tells a station of a hit and whom to ask, and an analyst which dossier", async () => {
      await openedDossier(hub, { vehicle: "品川 300 あ 98-76" });
      const opened = await asRole("officer-gate");
      const line = opened.page.getByTestId("fact-line");
      await line.getByText(say.hit, { exact: true }).waitFor();
      await line.getByText(say.ask).waitFor();
      assert.equal(await line.getByRole("link", { name: "Car-1" }).count(), 0);
      await fine(opened, "the list with a hit");
      await opened.close();

      const analyst = await asRole("analyst-1");
      const { page } = analyst;
      await page.getByTestId("fact-line").getByRole("link").first().click();
      await page.getByTestId("fact-answer").getByRole("link", { name: "Car-1" }).waitFor();
      await page.getByLabel(say.extendWhy).fill("it came again");
      await button(page, say.extend).click();
      await page.getByText(say.extended).waitFor();
      await fine(analyst, "the fact as an analyst reads it");
      await button(page, say.remove).click();
      await fine(analyst, "the question before it is removed");
      await button(page, say.removeDo).click();
      await page.getByText(say.empty).waitFor();
      assert.deepEqual(analyst.faults, []);
      await analyst.close();
    });
  });
}
