import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { call, Problem, type Answer } from "../api/client";

interface Change {
  path: string;
  method?: "POST" | "PUT" | "DELETE";
  body?: unknown;
  etag?: string;
  idempotencyKey?: string;
}

/** What no change on a page alters. */
const lasting: unknown[] = ["me", "door", "vocabulary", "organisation name"];

/** Reads everything shown anew; what a person has typed stays where it is. */
function readAgain(client: QueryClient) {
  return client.invalidateQueries({ predicate: (query) => !lasting.includes(query.queryKey[0]) });
}

/**
 * A change on the server; everything shown is read again when it worked, and also when the thing had
 * changed meanwhile (412): the page then shows how it stands now, and the next try is made on that.
 */
export function useChange<T = unknown>(done?: (answer: Answer<T>) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = "POST", body, etag, idempotencyKey }: Change) =>
      call<T>(path, { method, body, ifMatch: etag, idempotencyKey }),
    onSuccess: async (answer) => {
      await readAgain(client);
      done?.(answer);
    },
    onError: async (error) => {
      if (error instanceof Problem && error.status === 412) await readAgain(client);
    },
  });
}
