import { DEFAULT_THEME, mergeMantineTheme } from "@mantine/core";
import { expect, test } from "vitest";
import { contrast, readableVariables, theme } from "./theme";

const whole = mergeMantineTheme(DEFAULT_THEME, theme);
const { variables, light, dark } = readableVariables(whole);
/** "dark" is the ground of the dark scheme; no part is coloured by it. */
const names = Object.keys(whole.colors).filter((name) => name !== "dark");

/** Follows var(--name) to the colour. */
function lookUp(scheme: object, name: string): string {
  const value = String({ ...variables, ...scheme }[name as `--${string}`] ?? "");
  const next = /^var\((.+)\)$/.exec(value)?.[1];
  return next ? lookUp(scheme, next) : value;
}

/** Pairs of text and ground that the components draw for a named colour. */
const pairs = (name: string) => {
  const of = (part: string) => `--mantine-color-${name}-${part}`;
  return [
    ["--mantine-color-white", of("filled")],
    ["--mantine-color-white", of("filled-hover")],
    [of("light-color"), of("light")],
    [of("light-color"), of("light-hover")],
    [of("light-color"), "--mantine-color-body"],
    [of("outline"), "--mantine-color-body"],
    [of("text"), "--mantine-color-body"],
    [of("text"), of("light")],
    ["--mantine-color-text", of("light")],
    ["--mantine-color-dimmed", of("light")],
  ] as const;
};

const neutral = ["text", "dimmed", "placeholder", "error", "success", "anchor"].flatMap((text) =>
  ["body", "default", "default-hover"].map((ground) => [`--mantine-color-${text}`, `--mantine-color-${ground}`] as const),
);
const disabled = [["--mantine-color-disabled-color", "--mantine-color-disabled"]] as const;

test.each([
  ["light", light],
  ["dark", dark],
])("every text reads in the %s scheme", (_, scheme) => {
  const faint = [...names.flatMap(pairs), ...neutral, ...disabled]
    .map(([text, ground]) => ({ text, ground, is: contrast(lookUp(scheme, text), lookUp(scheme, ground)) }))
    .filter(({ is }) => !(is >= 4.5));
  expect(faint).toEqual([]);
});

test("contrast is that of WCAG: 21 for black on white, 1 for the same", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#1971c2", "#1971c2")).toBeCloseTo(1);
});
