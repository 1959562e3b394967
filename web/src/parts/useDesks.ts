import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "../api/client";
import { useMe } from "../api/session";
import { useSpeech } from "../words/locale";

type Organisation = Schemas["Organisation"];
const kinds = ["station", "bureau", "prefecture", "national_desk", "industry_body"] as const;

async function readDesks(): Promise<Organisation[]> {
  const pages = await Promise.all(
    kinds.map((kind) => get<{ organisations: Organisation[] }>(`/organisations?kind=${kind}&limit=200`)),
  );
  return pages.flatMap((page) => page.organisations);
}

/** The desks that the reader may see, and their names by id; a page that shows either shows DesksProblem, too. */
export function useDesks() {
  const { pick } = useSpeech();
  const me = useMe().data;
  const query = useQuery({ queryKey: ["desks"], queryFn: readDesks, staleTime: Infinity, retry: false });
  const desks = query.data ?? [];
  const nameOf = (id: string): string => {
    if (me?.organisation.id === id) return pick(me.organisation.name);
    return pick(desks.find((desk) => desk.id === id)?.name) || "—";
  };
  return { desks, nameOf, error: query.error, retry: () => query.refetch() };
}
