import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call, type Answer } from "../api/client";

interface Change {
  path: string;
  method?: "POST" | "PUT" | "DELETE";
  body?: unknown;
  etag?: string;
}

/** A change on the server; everything shown is read again when it worked. */
export function useChange<T = unknown>(done?: (answer: Answer<T>) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = "POST", body, etag }: Change) =>
      call<T>(path, { method, body, ifMatch: etag }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "me" });
      done?.(answer);
    },
  });
}
