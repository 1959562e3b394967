/** Several lines of a text box as a list, and back. Empty lines say nothing. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function textOf(lines: string[] | undefined): string {
  return (lines ?? []).join("\n");
}
