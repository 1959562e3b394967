import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "../api/client";
import { useMe } from "../api/session";
import { useSpeech } from "../words/locale";

type Organisation = Schemas["Organisation"];

/** The name of an organisation of the register; its key where the reader may not look there. */
export function useOrganisationName(key: string | undefined): string {
  const { pick } = useSpeech();
  const me = useMe().data;
  const isOwn = me?.organisation.key === key;
  const query = useQuery({
    queryKey: ["organisation name", key],
    queryFn: async () => {
      const page = await get<{ organisations: Organisation[] }>(`/organisations?limit=200&q=${encodeURIComponent(key ?? "")}`);
      return page.organisations.find((one) => one.key === key)?.name ?? null;
    },
    enabled: Boolean(key) && !isOwn,
    staleTime: Infinity,
    retry: false,
  });
  if (isOwn) return pick(me?.organisation.name);
  return pick(query.data ?? undefined) || (key ?? "");
}
