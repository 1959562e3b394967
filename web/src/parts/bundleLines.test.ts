import { expect, test } from "vitest";
import { viewBundle } from "./bundleLines";

test("things are counted by their kind, the head is not", () => {
  const text = [
    '{"kizuki":"bundle/1","id":"1","items":3}',
    '{"kind":"report","object":"a","version":1,"content":{"kind":"alert"}}',
    '{"kind":"confirmation","content":{}}',
    '{"kind":"report","object":"b","version":1,"content":{}}',
    "",
  ].join("\n");
  expect(viewBundle(text).counts).toEqual([
    { kind: "report", count: 2 },
    { kind: "confirmation", count: 1 },
  ]);
});

test("what is no line of a bundle is shown and counted nowhere", () => {
  expect(viewBundle("kizuki sealed bundle/1\nnull\n[1]")).toEqual({ counts: [], lines: "kizuki sealed bundle/1\nnull\n[1]" });
});
