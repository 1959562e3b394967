// Whether the work closes its loop, in a real browser: what a desk that begins sees, what pictures
// a desk with a full year sees, and who may not see them; once in Japanese and once in English.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { Person, scratch, serve } from "../shared/hub.mjs";
import { fine, launch, openAs } from "./browser.mjs";

const words = {
  ja: {
    title: "活動の成果",
    room: "活動の成果",
    simulated: "デモの作り物の数字",
    few: "五社に満たないため示しません",
    quarter: "約25%",
    unmeasured: "まだ測っていません。",
    map: "地域・分野ごとの訪問の範囲を見る",
    span: "2025-09 から 2026-08 までの十二か月",
    within: "九割がこの日数まで",
    ceased: "やんだ",
    reports: "報告：20件以上",
  },
  en: {
    title: "Does the work close its loop?",
    room: "Loop",
    simulated: "Simulated: figures of a demonstration",
    few: "not shown: fewer than five firms",
    quarter: "about 25 %",
    unmeasured: "Not measured yet.",
    map: "See coverage by area and field",
    span: "Twelve months, 2025-09 to 2026-08",
    within: "Nine in ten within",
    ceased: "Ceased",
    reports: "reports: 20 or more",
  },
};

/// A year as a force may have it; invented.
const fullYear = {
  since: "2025-09",
  month: "2026-08",
  made_at: "2026-09-01T00:00:00Z",
  tlp: "AMBER",
  firms: 12550,
  visited_percent: 23,
  alert_days: [
    { product: "caution", alerts: 10, days: { median: 2.5 } },
    { product: "warning", alerts: 50, days: { median: 8, nine_in_ten: 21.5 } },
  ],
  warned: 500,
  answered_percent: 75,
  late_percent: 15,
  answer_days: { median: 1.5, nine_in_ten: 6 },
  ceased: [{ day: 30, asked: 200, answers: [{ id: "unanswered", percent: 20 }, { id: "yes", percent: 65 }, { id: "", percent: 15 }] }],
  around_visits: { firms: 500, reports_before: 20, reports_after: 50, percent_before: 5, percent_after: 9 },
};

for (const language of ["ja", "en"]) {
  const say = words[language];

  describe(`the loop in ${language}`, () => {
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

    function asRole(name, width = 1200) {
      return openAs(browser, hub, name, { language, width });
    }
    /// Visits to ten firms of the demonstration, long enough ago to lie in a month that is over.
    async function visitTen() {
      const analyst = await Person.signIn(hub, "analyst-1");
      const { body } = await analyst.get("/api/v1/organisations?kind=company&limit=10");
      for (const firm of body.organisations)
        await analyst.call("POST", "/api/v1/visits", {
          firm: firm.id,
          visited_at: new Date(Date.now() - 40 * 86_400_000).toISOString(),
          attendees: ["security"],
          shown: [],
          promises: [],
        }, 201);
    }

    it("tells a desk that begins what it may, labelled simulated, and nothing of few firms", async () => {
      await visitTen();
      const opened = await asRole("analyst-1", 320);
      const { page } = opened;
      await page.goto(`${hub.address}/loop`);
      await page.getByRole("heading", { level: 1, name: say.title }).waitFor();
      await page.getByTestId("simulated").getByText(say.simulated).waitFor();
      await page.getByTestId("loop-visited").getByText(say.quarter).waitFor();
      await page.getByTestId("loop-ceased").getByText(say.few).first().waitFor();
      await page.getByTestId("loop-awareness").getByText(say.unmeasured).waitFor();
      await fine(opened, "the first loop of a demonstration");
      await page.getByRole("link", { name: say.map }).click();
      await page.getByTestId("coverage").waitFor();
      await opened.close();
    });

    it("draws a full year as bars with their words, to the liaison without what is not hers", async () => {
      const opened = await asRole("liaison-1");
      const { page } = opened;
      await page.route("**/api/v1/loops*", (route) => route.fulfill({ json: fullYear }));
      await page.getByRole("link", { name: say.room, exact: true }).click();
      await page.getByText(say.span).waitFor();
      await page.getByRole("columnheader", { name: say.within }).first().waitFor();
      await page.getByTestId("loop-ceased").getByText(say.ceased, { exact: true }).waitFor();
      await page.getByTestId("loop-around-visits").getByText(say.reports).waitFor();
      assert.equal(await page.getByTestId("share-bar").count(), 8);
      assert.equal(await page.getByTestId("loop-alert-days").getByRole("cell", { name: "21.5" }).count(), 1);
      assert.equal(await page.getByRole("link", { name: say.map }).count(), 0);
      await fine(opened, "a full year");
      const paper = await page.pdf({ preferCSSPageSize: true });
      assert.match(paper.toString("latin1"), /\/MediaBox \[0 0 59[45]\.?\d* 84[12]/, "A4");
      await opened.close();
    });

    it("takes another month from the keyboard and says when a month is not over", async () => {
      const opened = await asRole("approver-1");
      const { page } = opened;
      await page.goto(`${hub.address}/loop`);
      await page.getByTestId("loop-visited").waitFor();
      const month = page.locator('input[type="month"]');
      for (let presses = 0; presses < 40 && !(await month.evaluate((one) => one === document.activeElement)); ++presses)
        await page.keyboard.press("Tab");
      assert.ok(await month.evaluate((one) => one === document.activeElement), "reached by Tab");
      await month.fill("2026-01");
      await page.getByText("2025-02").waitFor();
      await month.fill("2199-01");
      await page.getByRole("alert").waitFor();
      await fine(opened, "a month that is not over");
      await opened.close();
    });

    it("is no room of a firm", async () => {
      const opened = await asRole("officer-alpha", 320);
      const { page } = opened;
      assert.equal(await page.getByRole("link", { name: say.room, exact: true }).count(), 0);
      await page.goto(`${hub.address}/loop`);
      await page.getByRole("alert").waitFor();
      assert.equal(await page.getByTestId("loop-visited").count(), 0);
      await opened.close();
    });
  });
}
