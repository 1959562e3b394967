// What reports taught, in a real browser: a lesson that a second person approves, a strategy
// meeting that gives a station something to do, a briefing on paper and the digest of a month;
// once in Japanese and once in English.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { Person, approvedLesson, get, scratch, serve } from "../shared/hub.mjs";
import { button, fine, launch, openAs } from "./browser.mjs";

const words = {
  ja: {
    method: "路上の偶然型",
    start: "下書きを作る",
    submit: "承認を求める",
    approve: "承認する",
    what: "何の会議か",
    call: "会議を招集する",
    decisions: "決まったこと（一行に一つ）",
    decided: "月内に十社を訪ねる",
    save: "保存",
    desk: "どの部署に",
    task: "何をするか",
    give: "作業を渡す",
    answer: "どうなったか",
    done: "十社を訪ねました。",
    sendAnswer: "返答する",
    advice: "どうすればよいか",
    month: "月のまとめ",
    madeAt: "架空警察署で作成・承認",
    withdraw: "取り下げる",
    retry: "もう一度試す",
  },
  en: {
    method: "Street chance encounter",
    start: "Start a draft",
    submit: "Ask for approval",
    approve: "Approve",
    what: "What it is about",
    call: "Call a meeting",
    decisions: "Decisions (one a line)",
    decided: "Visit ten firms this month",
    save: "Save",
    desk: "To which desk",
    task: "What is to be done",
    give: "Give a task",
    answer: "What came of it",
    done: "Ten firms were visited.",
    sendAnswer: "Answer",
    advice: "What to do",
    month: "Digest of a month",
    madeAt: "Made and approved at Fictional Station",
    withdraw: "Withdraw",
    retry: "Try again",
  },
};

for (const language of ["ja", "en"]) {
  const say = words[language];

  describe(`lessons and meetings in ${language}`, () => {
    const ends = [];
    let hub;
    let browser;
    let station;
    before(async () => {
      const end = { after: (last) => ends.unshift(last) };
      browser = await launch();
      hub = await serve(end, join(scratch(end), "store"), "--demonstration");
      station = (await (await Person.signIn(hub, "officer-gate")).get("/api/v1/session")).body.organisation;
    });
    after(async () => {
      await browser?.close();
      for (const last of ends) await last();
    });

    function asRole(name, width = 1200) {
      return openAs(browser, hub, name, { language, width });
    }
    /// A fictional station teaches something and hands it over by file; gives the page of it here.
    async function broughtLesson() {
      const end = { after: (last) => ends.unshift(last) };
      const folder = scratch(end);
      const data = join(folder, "station");
      const names = ["--name-ja", "架空警察署", "--name-en", "Fictional Station"];
      get("init", "--data", data, "--recovery-out", join(folder, "key"), "--organisation", "koban", "--kind", "station", "--territory", "13109", ...names);
      const invited = (role) =>
        JSON.parse(get("user", "add", role, "--data", data, "--organisation", "koban", "--role", role, "--json")).invitation;
      const [analyst, approver] = [invited("analyst"), invited("approver")];
      const administrator = await Person.signIn(hub, "administrator-1");
      const card = JSON.parse(get("partner", "card", "--data", data));
      await administrator.call("POST", "/api/v1/partners", { card, verified_how: "called (fictional)" }, 201);
      const { body: own } = await administrator.get("/api/v1/hub-card");
      writeFileSync(join(folder, "card"), JSON.stringify(own.card));
      get("partner", "add", join(folder, "card"), "--data", data, "--verified", "called (fictional)");
      const other = await serve(end, data);
      const path = await approvedLesson(await Person.accept(other, analyst), await Person.accept(other, approver), "Brought (fictional)");
      await other.stop();
      const file = join(folder, "today.bundle");
      get("bundle", "--data", data, "--for", own.card.organisation.key, "--out", file);
      const reader = await Person.signIn(hub, "analyst-1");
      const answer = await fetch(`${hub.address}/api/v1/bundles`, {
        method: "POST",
        headers: { ...reader.headers, "content-type": "application/vnd.kizuki.bundle" },
        body: readFileSync(file),
      });
      assert.equal((await answer.json()).applied, 1);
      return path.replace("/api/v1", "");
    }
    async function choose(page, label, option) {
      await page.getByRole("combobox", { name: label }).or(page.getByRole("textbox", { name: label })).first().click();
      await page.getByRole("option", { name: option }).click();
    }

    it("takes a lesson from the tables and lets a second person approve it", async () => {
      const opened = await asRole("analyst-1");
      const { page } = opened;
      await page.goto(`${hub.address}/lessons`);
      await page.getByTestId("method").click();
      await page.getByRole("option", { name: say.method }).click();
      await button(page, say.start).click();
      await page.getByTestId("lesson-form").waitFor();
      await fine(opened, "the draft of a lesson");
      await button(page, say.submit).click();
      await page.getByTestId("lesson-form").waitFor({ state: "detached" });
      await opened.close();

      const approver = await asRole("approver-1");
      await approver.page.goto(`${hub.address}/queue`);
      await approver.page.getByTestId("task-approve_lesson").getByRole("link").click();
      await button(approver.page, say.approve).click();
      await button(approver.page, say.approve).waitFor({ state: "detached" });
      await fine(approver, "the approved lesson");
      await approver.close();
    });

    it("says why no desk can be called, and asks again", async () => {
      const { page, close } = await asRole("analyst-1");
      const desks = /\/api\/v1\/organisations\?kind=prefecture/;
      await page.route(desks, (route) => route.abort());
      await page.goto(`${hub.address}/meetings`);
      const calling = page.getByTestId("call-meeting");
      await calling.getByRole("alert").waitFor();
      assert.equal(await calling.getByRole("checkbox").count(), 0, "no desk is offered");
      await page.unroute(desks);
      await button(calling, say.retry).click();
      await calling.getByRole("checkbox", { name: station.name[language] }).waitFor();
      assert.equal(await calling.getByRole("alert").count(), 0, "the note is gone");
      await close();
    });

    it("calls a meeting whose agenda the figures make, and gives a station a task", async () => {
      const opened = await asRole("analyst-1");
      const { page } = opened;
      await page.goto(`${hub.address}/meetings`);
      await page.getByLabel(say.what).fill("#4");
      await page.getByTestId("call-meeting").getByRole("checkbox", { name: station.name[language] }).click();
      await fine(opened, "the meetings");
      await button(page, say.call).click();
      await page.getByTestId("agenda").getByRole("listitem").first().waitFor();
      const minutes = page.getByTestId("minutes");
      await minutes.getByRole("spinbutton").first().fill("3");
      await minutes.getByRole("checkbox").first().click();
      await minutes.getByLabel(say.decisions).fill(say.decided);
      await button(minutes, say.save).click();
      const giving = page.getByTestId("give-task");
      await choose(page, say.desk, station.name[language]);
      await giving.getByLabel(say.task).fill(say.decided);
      await button(giving, say.give).click();
      await page.getByTestId("meeting-task").waitFor();
      await fine(opened, "the meeting");
      await opened.close();
    });

    it("lets the station answer from its queue, on a phone", async () => {
      const opened = await asRole("officer-gate", 320);
      const { page } = opened;
      await page.goto(`${hub.address}/queue`);
      await page.getByTestId("task-meeting_task").getByRole("link").click();
      await page.getByLabel(say.answer).fill(say.done);
      await fine(opened, "the task of a meeting");
      await button(page, say.sendAnswer).click();
      await page.getByRole("status").waitFor();
      await page.getByTestId("answer-task").getByRole("link").last().click();
      await page.getByTestId("agenda").waitFor();
      await page.getByText(say.decided).first().waitFor();
      await page.getByText(say.done).waitFor();
      await fine(opened, "the meeting as a station reads it");
      await opened.close();
    });

    it("shows a briefing for a firm and puts it on A4", async () => {
      const client = await Person.signIn(hub, "officer-gate");
      const firm = (await client.get("/api/v1/visits/plan?limit=1")).body.items[0].firm;
      const opened = await asRole("officer-gate", 320);
      const { page } = opened;
      await page.goto(`${hub.address}/briefings/firm/${firm}`);
      await page.getByRole("heading", { name: say.advice }).first().waitFor();
      await page.getByRole("heading", { name: say.method }).waitFor();
      await fine(opened, "the briefing");
      const paper = await page.pdf({ preferCSSPageSize: true });
      assert.match(paper.toString("latin1"), /\/MediaBox \[0 0 59[45]\.?\d* 84[12]/, "A4");
      await opened.close();
    });

    it("shows a desk that sees few cases the digest of a month", async () => {
      const opened = await asRole("liaison-1", 320);
      const { page } = opened;
      await page.goto(`${hub.address}/digest`);
      await page.getByRole("heading", { level: 1, name: say.month }).waitFor();
      await page.getByRole("table").first().waitFor();
      await fine(opened, "the digest");
      await page.goto(`${hub.address}/lessons`);
      await page.getByTestId("lesson-line").waitFor();
      await fine(opened, "the lessons");
      await opened.close();
    });

    it("says where a lesson of another hub was made and offers no step", async () => {
      const lesson = await broughtLesson();
      const opened = await asRole("approver-1", 320);
      const { page } = opened;
      await page.goto(`${hub.address}/lessons`);
      await page.getByText(say.madeAt).waitFor();
      await fine(opened, "the lessons of two hubs");
      await page.goto(`${hub.address}${lesson}`);
      await page.getByTestId("lesson-from").getByText(say.madeAt).waitFor();
      assert.equal(await button(page, say.withdraw).count(), 0);
      await fine(opened, "a lesson of another hub");
      await opened.close();
    });
  });
}
