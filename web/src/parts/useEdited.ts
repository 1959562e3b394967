import { useState } from "react";

/**
 * Keeps a form as it is while somebody types in it, whatever others change meanwhile: `version` is that at
 * which typing began, else the newest. It keys the form, and what is saved names it, so that a change by
 * somebody else is told (412) before it is written over.
 */
export function useEdited(newest: string | undefined) {
  const [since, setSince] = useState<string | undefined>();
  return {
    version: since ?? newest,
    isEdited: since !== undefined,
    touch: () => setSince((now) => now ?? newest),
    saved: () => setSince(undefined),
  };
}

export type Edited = ReturnType<typeof useEdited>;
