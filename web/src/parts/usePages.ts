import { useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../api/client";

/** A list that pages by the server's opaque cursor: `items` is what was read so far. */
export function usePages<Page extends { next?: string }, Item>(
  key: unknown[],
  path: string,
  itemsOf: (page: Page) => Item[],
) {
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const join = path.includes("?") ? "&" : "?";
      return get<Page>(pageParam ? `${path}${join}cursor=${encodeURIComponent(pageParam)}` : path);
    },
    getNextPageParam: (page: Page) => page.next || undefined,
  });
  return { ...query, items: query.data?.pages.flatMap(itemsOf) ?? [] };
}
