/** The lines of a bundle as docs/BUNDLES.md has them: its head, then one thing a line. */
export interface BundleView {
  /** How many things of each kind, in the order in which the kinds first appear. */
  counts: { kind: string; count: number }[];
  lines: string;
}

function kindOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string") return value.kind;
  } catch {
    // Not a thing of its own: shown among the lines and not counted.
  }
  return undefined;
}

export function viewBundle(text: string): BundleView {
  const counts = new Map<string, number>();
  for (const line of text.split("\n")) {
    const kind = kindOf(line);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { counts: [...counts].map(([kind, count]) => ({ kind, count })), lines: text };
}
