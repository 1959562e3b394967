// The whole way of a report in a real browser: from an employee's words to an acknowledged
// warning, its follow-up and its correction, once in Japanese and once in English.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { Person, get, scratch, serve, until } from "../shared/hub.mjs";
import { button, fine, launch, openAs, openPage } from "./browser.mjs";

let hub;
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const words = {
  ja: {
    narrative:
      "夕方、会社の近くで男に駅への道を聞かれた。案内すると連絡先を尋ねられ、お礼に今度飲みに行こうと誘われた。勤め先は言わなかった。電話は070-0000-0123だと言った。",
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
    correction: "訂正・取消し",
    notRead: /承認者がこの根拠の報告を開いていません/,
    changed: /いまの内容を読み込み直しました/,
    yes: "はい",
    same: "同じ",
    handOver: "手渡しを記録",
    promise: "資料を送る",
    logVisit: "記録する",
    kept: "果たした",
    what: "何がありましたか。相手は何をしましたか。",
    took: "食事、お金、贈り物をもう受け取りましたか。責めるためではありません。",
    takeDown: "書き留める",
    makeReport: "報告にする",
    comeForward: /名乗り出る手順/,
    happened: "会社の前で道を尋ねてきた男に二度ごちそうになり、次は国籍の話になった。",
    notToAsk: /国籍や出身は尋ねず/,
    ownKey: "自分の公開鍵を登録",
    register: "登録する",
    report: "報告番号",
    why: "なぜ身元を知る必要があるか",
    ask: "求める",
    waits: "同意を待っています",
    consent: "二人目として同意する",
    consented: "同意済み",
    take: "封印された箱を受け取る",
    disable: "止める",
    disableDo: "アカウントを止める",
    keep: "やめる",
    hold: "保全する",
    decideHold: "決める: 保全する",
    reason: "理由",
    onHold: /保全中です/,
  },
  en: {
    narrative:
      "In the evening a man near our office asked me the way to the station. I walked with him, he asked for my phone number and invited me for a drink to say thank you. He would not say where he works. He gave 070-0000-0123 as his own number.",
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
    correction: "Correction or cancellation",
    notRead: /not opened by the approver/,
    changed: /It now shows as it stands/,
    yes: "Yes",
    same: "Same",
    handOver: "Record the hand-over",
    promise: "Send material",
    logVisit: "Log it",
    kept: "It was kept",
    what: "What happened? What did the other side do?",
    took: "Were meals, money or gifts taken already? Nobody will be blamed.",
    takeDown: "Take it down",
    makeReport: "Make it a report",
    comeForward: /steps of coming forward/,
    happened: "A man who asked the way near our gate bought two dinners and then talked about nationality.",
    notToAsk: /nationality and origin are neither asked/,
    ownKey: "Register your public key",
    register: "Register",
    report: "Report number",
    why: "Why the identity has to be known",
    ask: "Ask",
    waits: "Waits for consent",
    consent: "Consent as the second person",
    consented: "Consented",
    take: "Take the sealed box",
    disable: "Disable",
    disableDo: "Disable the account",
    keep: "Cancel",
    hold: "Put on hold",
    decideHold: "Decide: Put on hold",
    reason: "Reason",
    onHold: /On hold/,
  },
};

const desk = (name) => Person.signIn(hub, name);

function asRole(name, language, width = 1200) {
  return openAs(browser, hub, name, { language, width });
}

async function tasksOf(person, kind) {
  const { body } = await person.get(`/api/v1/queue?kind=${kind}&limit=200`);
  assert.ok(body.tasks.length > 0, `no ${kind} waits`);
  return body.tasks;
}

for (const language of ["ja", "en"]) {
  const say = words[language];

  describe(`the desk in ${language}`, () => {
    const ends = [];
    before(async () => {
      const end = { after: (last) => ends.unshift(last) };
      hub = await serve(end, join(scratch(end), "store"), "--demonstration");
    });
    after(async () => {
      for (const last of ends) await last();
    });

    it("takes a report at the door after asking whether it is odd", async () => {
      const opened = await openPage(browser, hub.address, { language, width: 320, height: 700 });
      const { page } = opened;
      await page.goto(`${hub.address}/report.html`);
      await page.locator("textarea").first().fill(say.narrative);
      await button(page, say.check).click();
      await page.getByTestId("reading").waitFor();
      assert.match(await page.getByTestId("entities").textContent(), /070-0000-0123/);
      await fine(opened, "the report page");
      await button(page, say.send).click();
      const code = await page.getByTestId("receipt-code").textContent();
      assert.match(code, /[0-9A-Z]{4}/);
      await fine(opened, "the receipt");
      await opened.close();
    });

    it("lets two people vet it, one after the other", async () => {
      const first = await desk("analyst-1");
      const task = (await tasksOf(first, "vet_behaviour")).at(-1);
      const record = async () => (await first.get(`/api/v1/reports/${task.object}?purpose=vetting`)).body;
      // The machine reads what came in just now; its marks are what a person ticks.
      await until(async () => (await record()).assessment);
      const opened = await asRole("analyst-1", language);
      const { page } = opened;
      await page.getByTestId("task-vet_behaviour").first().waitFor();
      await fine(opened, "the queue");
      await page.goto(`${hub.address}/reports/${task.object}`);
      await page.getByTestId("narrative").waitFor();
      await button(page, say.tick).first().click();
      await page.locator('mark[data-tick="ticked"]').first().waitFor();
      await fine(opened, "the report");
      await button(page, say.pass).click();
      await page.getByTestId("report-state").waitFor();
      await opened.close();
      await until(async () => (await record()).state === "vetted_behaviour");

      const second = await asRole("analyst-2", language);
      await second.page.goto(`${hub.address}/reports/${task.object}`);
      await second.page.locator("textarea").first().fill("own_experience");
      await button(second.page, say.pass).click();
      await until(async () => (await record()).state === "vetted_context");
      await fine(second, "the vetted report");
      await second.close();
    });

    it("shows a suggested link with what speaks for and against, and takes a judgement", async () => {
      const analyst = await desk("analyst-1");
      const [task] = await tasksOf(analyst, "judge_link");
      const opened = await asRole("analyst-1", language);
      await opened.page.goto(`${hub.address}/links/${task.object}`);
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
      const client = await desk("approver-1");
      const task = (await tasksOf(client, "approve_alert")).find((one) => one.not_by !== "approver-1");
      const view = async () => (await client.get(`/api/v1/alerts/${task.object}?purpose=alert`)).body;
      const opened = await asRole("approver-1", language);
      const { page } = opened;
      await page.goto(`${hub.address}/alerts/${task.object}`);
      await page.getByTestId("contrary").waitFor();
      await fine(opened, "the alert");
      const [contrary, source] = await Promise.all(
        ["contrary", "source-0"].map((id) => page.getByTestId(id).boundingBox()),
      );
      assert.ok(contrary.y < source.y, "what speaks against it stands before what it rests on");
      await button(page, say.approve).click();
      await page.getByRole("alert").first().waitFor();
      const { alert } = await view();
      assert.equal(alert.state, "submitted", "no approval before the sources were opened");
      assert.match(await page.getByRole("alert").first().textContent(), say.notRead);
      for (let at = 0; at < alert.sources.length; ++at) {
        await page.getByTestId(`source-${at}`).click();
        await page.getByTestId("source-text").first().waitFor();
      }
      await page.reload();
      await page.getByTestId("contrary").waitFor();
      await button(page, say.approve).click();
      await until(async () => (await view()).alert.state === "approved");
      await page.reload();
      await button(page, say.sendAlert).click();
      await until(async () => (await view()).alert.state === "sent");
      await fine(opened, "the sent alert");
      await opened.close();
    });

    it("lets a firm acknowledge and answer what became of it", async () => {
      const client = await desk("officer-tango");
      const read = async (id) => (await client.get(`/api/v1/inbox/${id}`)).body.delivery;
      const { body: inbox } = await client.get("/api/v1/inbox");
      const item = inbox.items.find((one) => one.product === "caution" && !one.delivery.acknowledged);
      assert.ok(item, "the caution that was sent has arrived");
      const opened = await asRole("officer-tango", language, 320);
      const { page } = opened;
      await page.goto(`${hub.address}/inbox/${item.delivery.id}`);
      await button(page, say.acknowledge).waitFor();
      await fine(opened, "the inbox item");
      await page.getByText(say.yes, { exact: true }).first().click();
      await button(page, say.acknowledge).click();
      await page.getByTestId("follow-ups").waitFor();
      await page.getByTestId("follow-ups").getByRole("button").first().click();
      await until(async () => (await read(item.delivery.id)).follow_ups[0].at);
      const delivery = await read(item.delivery.id);
      assert.equal(delivery.acknowledged.seen_here_too, "yes");
      assert.equal(delivery.follow_ups[0].contact_ceased, "yes");
      await fine(opened, "the acknowledged alert");
      await opened.close();
    });

    it("lets a station hand an alert over", async () => {
      const client = await desk("officer-gate");
      const [task] = await tasksOf(client, "hand_over");
      const opened = await asRole("officer-gate", language);
      const { page } = opened;
      await page.goto(`${hub.address}/hand-overs/${task.object}`);
      const fields = page.locator("main input, #main input");
      await fields.nth(0).fill("Fictional Recipient");
      await fields.nth(1).fill("head of security");
      await fine(opened, "the hand-over");
      await button(page, say.handOver).click();
      await until(async () => (await client.get(`/api/v1/inbox/${task.object}`)).body.delivery.handed_over);
      await page.getByTestId("follow-ups").waitFor();
      await fine(opened, "the alert that was handed over");
      await opened.close();
    });

    it("logs a visit on a phone in a few taps, from the plan to the promise", async () => {
      const client = await desk("officer-gate");
      const opened = await asRole("officer-gate", language, 320);
      const { page } = opened;
      await page.goto(`${hub.address}/visits`);
      await page.getByTestId("planned").first().waitFor();
      await page.getByTestId("coverage").waitFor();
      await fine(opened, "the plan of visits");
      const begun = Date.now();
      let taps = 0;
      const tap = (where) => {
        taps += 1;
        return where.click();
      };
      await tap(page.getByTestId("planned").first().getByRole("link"));
      const form = page.getByTestId("visit-form");
      await form.waitFor();
      await page.getByTestId("not-to-say").waitFor();
      const boxes = form.getByRole("checkbox");
      await tap(boxes.nth(1));
      await tap(boxes.nth(9));
      await tap(boxes.nth(10));
      await tap(button(form, say.promise));
      await tap(button(form, say.logVisit));
      await page.getByTestId("promises").waitFor();
      assert.ok(taps <= 8, `${taps} taps`);
      assert.ok(Date.now() - begun < 60_000, "within a minute");
      await fine(opened, "the visit");
      const waiting = await tasksOf(client, "keep_promise");
      assert.equal(waiting.length, 1);
      await page.getByText(say.kept, { exact: true }).click();
      await until(async () => (await client.get("/api/v1/queue?kind=keep_promise")).body.tasks.length === 0);
      const firm = (await client.get(`/api/v1/visits/${waiting[0].object}`)).body.firm;
      await page.goto(`${hub.address}/visits/firms/${firm}`);
      await page.getByTestId("visit-form").waitFor();
      await fine(opened, "what to read on the way");
      await opened.close();
    });

    it("takes a consultation down and makes it a report with one press", async () => {
      const client = await desk("officer-gate");
      const opened = await asRole("officer-gate", language, 320);
      const { page } = opened;
      await page.goto(`${hub.address}/consultations/new`);
      await page.getByTestId("next-question").waitFor();
      await fine(opened, "a new consultation");
      await page.getByLabel(say.what, { exact: true }).fill(say.happened);
      await page.getByRole("radiogroup", { name: say.took }).getByLabel(say.yes, { exact: true }).click();
      await button(page, say.takeDown).click();
      await page.getByTestId("counsel").getByText(say.comeForward).waitFor();
      await page.getByTestId("not-to-ask").getByText(say.notToAsk).waitFor();
      await fine(opened, "the consultation");
      await button(page, say.makeReport).click();
      await until(async () => (await client.get("/api/v1/consultations?state=closed")).body.consultations.length === 1);
      const [closed] = (await client.get("/api/v1/consultations?state=closed")).body.consultations;
      assert.equal(closed.outcome, "report_made");
      const report = (await client.get(`/api/v1/reports/${closed.report}?purpose=vetting`)).body;
      assert.equal(report.content.narrative, say.happened);
      await page.goto(`${hub.address}/consultations`);
      await page.locator("h1").waitFor();
      await fine(opened, "the consultations");
      await opened.close();
    });

    it("sends a correction to everybody who received the alert", async () => {
      const analyst = await desk("analyst-1");
      const alerts = (await analyst.get("/api/v1/alerts?state=sent")).body.alerts.filter((one) => one.product === "warning");
      assert.ok(alerts.length > 0, "a warning was sent");
      const opened = await asRole("analyst-1", language);
      const { page } = opened;
      await page.goto(`${hub.address}/alerts/${alerts.at(-1).id}`);
      await page.getByTestId("deliveries").waitFor();
      const areas = page.locator("textarea");
      await areas.nth(0).fill("one report was about somebody else");
      await areas.nth(1).fill("報告の一つは別の人のことでした。手口の説明はそのままです。");
      await areas.nth(2).fill("One report turned out to be about somebody else. The method still stands.");
      await button(page, say.correct).click();
      const id = alerts.at(-1).id;
      const corrected = async () => (await analyst.get(`/api/v1/alerts/${id}/deliveries`)).body.deliveries.filter((one) => one.correction > 0);
      await until(async () => (await corrected()).length > 0);
      await fine(opened, "the corrected alert");
      await opened.close();
      const firms = (await corrected()).map((one) => one.organisation_key);
      assert.ok(firms.includes("delta"), "a firm that received the warning receives its correction");
      const firm = await asRole("officer-delta", language, 320);
      await firm.page.goto(`${hub.address}/inbox`);
      await firm.page.getByText(say.correction).first().waitFor();
      await fine(firm, "the inbox with a correction");
      await firm.close();
    });

    it("says so in words when a thing changed meanwhile, and keeps what was written", async () => {
      const analyst = await desk("analyst-2");
      const task = (await tasksOf(analyst, "judge_link")).at(-1);
      const opened = await asRole("analyst-1", language);
      const { page } = opened;
      await page.goto(`${hub.address}/links/${task.object}`);
      await page.locator("textarea").first().fill("the same words");
      const link = `/api/v1/links/${task.object}`;
      await analyst.change(`${link}?purpose=linking`, "POST", `${link}/judgements`, { judgement: "unsure", kind: "same_person" });
      await button(page, say.same).click();
      await page.getByText(say.changed).waitFor();
      assert.equal(await page.locator("textarea").first().inputValue(), "the same words");
      await fine(opened, "the link that changed");
      await button(page, say.same).click();
      await page.waitForFunction(
        (word) => document.querySelector('[data-testid="judgement"]')?.textContent === word,
        say.same,
      );
      await opened.close();
    });

    it("opens the sealed name of a reporter only together, on the custodians' own machine", async () => {
      const folder = scratch({ after: (last) => ends.unshift(last) });
      const keyFile = join(folder, "my.key");
      const asking = await asRole("custodian-1", language);
      await asking.page.goto(`${hub.address}/sealed`);
      await asking.page.getByLabel(say.ownKey).fill(get("custodian", "make-key", keyFile).trim());
      await button(asking.page, say.register).click();
      await asking.page.getByRole("listitem").filter({ hasText: "custodian-1" }).waitFor();
      const officer = await desk("officer-gate");
      const { body } = await officer.call("POST", "/api/v1/reports", {
        kizuki: "report/1",
        from: { organisation: "alpha", capacity: "station_officer" },
        narrative: say.narrative,
        reporter: { name: "架空 花子", contact: "extension 0000 (fictional)" },
      }, 201);

      await asking.page.getByLabel(say.report).fill(body.report);
      await asking.page.getByLabel(say.why).fill("A warning has to reach this person (fictional).");
      await button(asking.page, say.ask).click();
      await asking.page.getByText(say.waits).first().waitFor();
      await fine(asking, "asking for a sealed name");

      const consenting = await asRole("approver-1", language);
      await consenting.page.goto(`${hub.address}/sealed`);
      await button(consenting.page, say.consent).click();
      await consenting.page.getByText(say.consented, { exact: true }).waitFor();
      await fine(consenting, "consenting to open it");
      await consenting.close();

      await asking.page.reload();
      await button(asking.page, say.take).click();
      const box = await asking.page.locator("pre").textContent();
      await fine(asking, "the sealed box");
      await asking.close();
      assert.ok(!box.includes("架空"));
      writeFileSync(join(folder, "box"), box);
      assert.match(get("custodian", "open", join(folder, "box"), "--key", keyFile, "--report", body.report), /架空 花子/);
    });

    it("says until when a report is kept, and puts it on hold with a reason", async () => {
      const analyst = await desk("analyst-1");
      const { body } = await analyst.get("/api/v1/reports?limit=1");
      const opened = await asRole("analyst-1", language, 320);
      const { page } = opened;
      await page.goto(`${hub.address}/reports/${body.reports[0].id}`);
      const kept = page.getByTestId("keeping");
      await kept.getByText(/20\d\d/).first().waitFor();
      await button(kept, say.hold).click();
      await kept.getByLabel(say.reason).fill("A court asked for it (fictional).");
      await fine(opened, "deciding about a hold");
      await button(kept, say.decideHold).click();
      await kept.getByText(say.onHold).waitFor();
      await opened.close();
    });

    it("asks before it disables an account", async () => {
      const opened = await asRole("administrator-1", language, 320);
      await opened.page.goto(`${hub.address}/accounts`);
      const disable = opened.page.getByRole("button", { name: `${say.disable} liaison-1`, exact: true });
      await disable.click();
      await button(opened.page, say.keep).click();
      await disable.click();
      await fine(opened, "asking before an account is disabled");
      await button(opened.page, say.disableDo).click();
      await disable.waitFor({ state: "detached" });
      await opened.close();
    });

    it("keeps every other page free of faults", async () => {
      const pages = [
        ["analyst-1", ["/reports", "/dossiers", "/alerts", "/organisations"]],
        ["officer-alpha", ["/inbox", "/reports", "/report"]],
        ["administrator-1", ["/accounts", "/organisations"]],
        ["auditor-1", ["/audit"]],
        ["custodian-1", ["/sealed"]],
      ];
      for (const [account, paths] of pages) {
        const opened = await asRole(account, language, 320);
        for (const path of paths) {
          await opened.page.goto(`${hub.address}${path}`);
          await opened.page.locator("h1").first().waitFor();
          await opened.page.waitForLoadState("networkidle");
          await fine(opened, path);
        }
        await opened.close();
      }
    });
  });
}
