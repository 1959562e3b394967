import { describe, expect, it } from "vitest";
import { emptyForm, reportOf } from "./reportForm";

describe("a report from the form", () => {
  it("holds nothing that was not said", () => {
    const report = reportOf({ ...emptyForm, narrative: " He asked the way. " }, "en");
    expect(report).toEqual({
      kizuki: "report/1",
      language: "en",
      from: { capacity: "public", may_contact: false },
      narrative: "He asked the way.",
    });
  });

  it("ties the persona to the encounter", () => {
    const report = reportOf({ ...emptyForm, narrative: "x", name: "セルゲイ", when: "2026-11~" }, "ja");
    expect(report["personas"]).toEqual([{ names: [{ text: "セルゲイ", certainty: "heard" }] }]);
    expect(report["encounters"]).toEqual([{ when: "2026-11~", personas: [0] }]);
  });

  it("keeps who reports apart from what is reported", () => {
    const report = reportOf({ ...emptyForm, narrative: "x", reporterName: "山田（架空）" }, "ja", "org-a");
    expect(report["reporter"]).toEqual({ name: "山田（架空）" });
    expect(report["from"]).toMatchObject({ organisation: "org-a", capacity: "employee" });
  });

  it("tells a mail address from a phone number", () => {
    const mail = reportOf({ ...emptyForm, narrative: "x", contact: "a@example.org" }, "en");
    expect(mail["personas"]).toEqual([{ emails: ["a@example.org"] }]);
    const phone = reportOf({ ...emptyForm, narrative: "x", contact: "090-0000-0000" }, "en");
    expect(phone["personas"]).toEqual([{ phones: ["090-0000-0000"] }]);
  });
});
