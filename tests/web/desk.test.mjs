// The whole way of a report in a real browser: from an employee's words to an acknowledged
// warning, its follow-up and its correction, once in Japanese and once in English.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Desk, demonstrationAccounts } from "../shared/desk.mjs";
import { serve } from "../shared/server.mjs";
import { launch, openPage, signIn, violations } from "./browser.mjs";

let server;
let browser;
let accounts;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const words = {
  ja: {
    narrative:
      "夕方、会社の近くで男に駅への道を聞かれた。案内すると連絡先を尋ねられ、お礼に今度飲みに行こうと誘われた。勤め先は言わなかった。",
    check: "変かどうか見てみる",
    send: "送る",
    tick: "確かにある",
    pass: "通す",
    acknowledge: "受け取ったことを知らせる",
    save: "保存",
    submit: "承認を求める",
    approve: "承認する",
    sendAlert: "送る",
    caution: "この会社への注意を起案",
    correct: "訂正を送る",
    yes: "はい",
    same: "同じ",
    handOver: "手渡しを記録",
  },
  en: {
    narrative:
      "In the evening a man near our office asked me the way to the station. I walked with him, he asked for my phone number and invited me for a drink to say thank you. He would not say where he works.",
    check: "See whether it is odd",
    send: "Send",
    tick: "It is there",
    pass: "Pass",
    acknowledge: "Acknowledge",
    save: "Save",
    submit: "Submit for approval",
    approve: "Approve",
    sendAlert: "Send",
    caution: "Draft a caution to this firm",
    correct: "Send a correction",
    yes: "Yes",
    same: "Same",
    handOver: "Record the hand-over",
  },
};

async function desk(account) {
  const client = new Desk(server.url);
  await client.signIn(account.name, account.password);
  return client;
}

async function asRole(account, language, width = 1200) {
  const opened = await openPage(browser, server.url, { language, width });
  await signIn(opened.page, server.url, account);
  return opened;
}

/** Nothing wrong on the page as it stands, and nothing asked of anybody else. */
async function fine(opened, where) {
  assert.deepEqual(await violations(opened.page), [], `accessibility of ${where}`);
  assert.deepEqual(opened.faults, [], `faults of ${where}`);
}

/** Waits for the server to say so, at most ten seconds. */
async function until(holds) {
  for (let tries = 0; tries < 100; ++tries) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail("it did not come true within ten seconds");
}

async function waitingInbox() {
  for (const officer of accounts.company_officer) {
    const client = await desk(officer);
    const item = (await client.get("/inbox")).body.items.find((one) => !one.delivery.acknowledged);
    if (item) return { officer, item };
  }
  return assert.fail("no alert waits to be acknowledged");
}

async function waitingHandOver() {
  for (const officer of accounts.station_officer) {
    const client = await desk(officer);
    const task = (await client.get("/queue?kind=hand_over")).body.tasks[0];
    if (task) return { officer, task };
  }
  return assert.fail("no alert waits to be handed over");
}

const button = (page, name) => page.getByRole("button", { name, exact: true });

for (const language of ["ja", "en"]) {
  const say = words[language];

  describe(`the desk in ${language}`, () => {
    before(async () => {
      server = await serve({ demonstration: true });
      accounts = await demonstrationAccounts(server.url);
    });
    after(() => server?.stop());

    it("takes a report at the door after asking whether it is odd", async () => {
      const opened = await openPage(browser, server.url, { language, width: 320, height: 700 });
      const { page } = opened;
      await page.goto(`${server.url}/report.html`);
      await page.locator("textarea").first().fill(say.narrative);
      await button(page, say.check).click();
      await page.getByTestId("reading").waitFor();
      await fine(opened, "the report page");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `the page is ${width} px wide on a phone`);
      await button(page, say.send).click();
      const code = await page.getByTestId("receipt-code").textContent();
      assert.match(code, /[0-9A-Z]{4}/);
      await fine(opened, "the receipt");
      await opened.close();
    });

    it("lets two people vet it, one after the other", async () => {
      const first = await desk(accounts.analyst[0]);
      const queue = await first.get("/queue?kind=vet_behaviour&limit=200");
      const task = queue.body.tasks.at(-1);
      assert.ok(task, "the report waits to be vetted");
      const opened = await asRole(accounts.analyst[0], language);
      const { page } = opened;
      await page.getByTestId("task-vet_behaviour").first().waitFor();
      await fine(opened, "the queue");
      await page.goto(`${server.url}/reports/${task.object}`);
      await page.getByTestId("narrative").waitFor();
      await button(page, say.tick).first().click();
      await page.locator('mark[data-tick="ticked"]').first().waitFor();
      await fine(opened, "the report");
      await button(page, say.pass).click();
      await page.getByTestId("report-state").waitFor();
      await opened.close();
      const record = await first.get(`/reports/${task.object}?purpose=vetting`);
      assert.equal(record.body.state, "vetted_behaviour");

      const second = await asRole(accounts.analyst[1], language);
      await second.page.goto(`${server.url}/reports/${task.object}`);
      await second.page.locator("textarea").first().fill("own_experience");
      await button(second.page, say.pass).click();
      await second.page.waitForFunction(() => !document.querySelector("form"));
      await second.close();
      const after_ = await first.get(`/reports/${task.object}?purpose=vetting`);
      assert.equal(after_.body.state, "vetted_context");
    });

    it("shows a suggested link with what speaks for and against, and takes a judgement", async () => {
      const analyst = await desk(accounts.analyst[0]);
      const queue = await analyst.get("/queue?kind=judge_link&limit=200");
      const task = queue.body.tasks[0];
      assert.ok(task, "a link waits to be judged");
      const opened = await asRole(accounts.analyst[0], language);
      await opened.page.goto(`${server.url}/links/${task.object}`);
      await opened.page.getByTestId("judgement").waitFor();
      await fine(opened, "the link");
      await button(opened.page, say.same).click();
      await opened.page.waitForFunction(
        (word) => document.querySelector('[data-testid="judgement"]')?.textContent === word,
        say.same,
      );
      await opened.close();
    });

    it("lets an approver approve only after every source was opened, then sends", async () => {
      const approver = accounts.approver.find((one) => one.name === "approver-1") ?? accounts.approver[0];
      const client = await desk(approver);
      const queue = await client.get("/queue?kind=approve_alert&limit=200");
      const task = queue.body.tasks.find((one) => one.not_by !== approver.name);
      assert.ok(task, "an alert waits for approval");
      const opened = await asRole(approver, language);
      const { page } = opened;
      await page.goto(`${server.url}/alerts/${task.object}`);
      await page.getByTestId("contrary").waitFor();
      await fine(opened, "the alert");
      await button(page, say.approve).click();
      await page.getByRole("alert").first().waitFor();
      const view = (await client.get(`/alerts/${task.object}?purpose=alert`)).body;
      assert.equal(view.alert.state, "submitted", "no approval before the sources were opened");
      for (let at = 0; at < view.alert.sources.length; ++at) {
        await page.getByTestId(`source-${at}`).click();
        await page.getByTestId("source-text").first().waitFor();
      }
      await page.reload();
      await page.getByTestId("contrary").waitFor();
      await button(page, say.approve).click();
      await until(async () => (await client.get(`/alerts/${task.object}?purpose=alert`)).body.alert.state === "approved");
      await page.reload();
      await button(page, say.sendAlert).click();
      await until(async () => (await client.get(`/alerts/${task.object}?purpose=alert`)).body.alert.state === "sent");
      await fine(opened, "the sent alert");
      await opened.close();
    });

    it("lets a firm acknowledge and answer what became of it", async () => {
      const { officer, item } = await waitingInbox();
      const opened = await asRole(officer, language, 320);
      const { page } = opened;
      await page.goto(`${server.url}/inbox/${item.delivery.id}`);
      await button(page, say.acknowledge).waitFor();
      await fine(opened, "the inbox item");
      await page.getByText(say.yes, { exact: true }).first().click();
      await button(page, say.acknowledge).click();
      await page.getByTestId("follow-ups").waitFor();
      await page.getByTestId("follow-ups").getByRole("button").first().click();
      const client = await desk(officer);
      await until(async () => (await client.get(`/inbox/${item.delivery.id}`)).body.delivery.follow_ups[0].at);
      const delivery = (await client.get(`/inbox/${item.delivery.id}`)).body.delivery;
      assert.equal(delivery.acknowledged.seen_here_too, "yes");
      await opened.close();
    });

    it("lets a station hand an alert over", async () => {
      const { officer, task } = await waitingHandOver();
      const opened = await asRole(officer, language);
      const { page } = opened;
      await page.goto(`${server.url}/hand-overs/${task.object}`);
      const fields = page.locator("main input, #main input");
      await fields.nth(0).fill("Fictional Recipient");
      await fields.nth(1).fill("head of security");
      await fine(opened, "the hand-over");
      await button(page, say.handOver).click();
      const client = await desk(officer);
      await until(async () => (await client.get(`/inbox/${task.object}`)).body.delivery.handed_over);
      await opened.close();
    });

    it("sends a correction to everybody who received the alert", async () => {
      const analyst = await desk(accounts.analyst[0]);
      const alerts = (await analyst.get("/alerts?state=sent")).body.alerts.filter((one) => one.product === "warning");
      assert.ok(alerts.length > 0, "a warning was sent");
      const opened = await asRole(accounts.analyst[0], language);
      const { page } = opened;
      await page.goto(`${server.url}/alerts/${alerts.at(-1).id}`);
      await page.getByTestId("deliveries").waitFor();
      const areas = page.locator("textarea");
      await areas.nth(0).fill("one report was about somebody else");
      await areas.nth(1).fill("報告の一つは別の人のことでした。手口の説明はそのままです。");
      await areas.nth(2).fill("One report turned out to be about somebody else. The method still stands.");
      await button(page, say.correct).click();
      const id = alerts.at(-1).id;
      await until(async () => (await analyst.get(`/alerts/${id}/deliveries`)).body.deliveries.some((one) => one.correction > 0));
      await opened.close();
    });

    it("keeps every other page free of faults", async () => {
      const pages = [
        [accounts.analyst[0], ["/reports", "/dossiers", "/alerts", "/organisations"]],
        [accounts.company_officer[0], ["/inbox", "/reports", "/report"]],
        [accounts.administrator[0], ["/accounts", "/organisations"]],
        [accounts.auditor[0], ["/audit"]],
      ];
      for (const [account, paths] of pages) {
        const opened = await asRole(account, language, 320);
        for (const path of paths) {
          await opened.page.goto(`${server.url}${path}`);
          await opened.page.locator("h1").first().waitFor();
          await fine(opened, path);
          const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= 320, `${path} is ${width} px wide on a phone`);
        }
        await opened.close();
      }
    });
  });
}
