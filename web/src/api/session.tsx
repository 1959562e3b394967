/** Who is signed in; one query that every page shares. */
import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { call, get, Problem, rememberCsrf, type Schemas } from "./client";

export type Me = Schemas["Me"];
export type Role = Schemas["Role"];

async function whoAmI(): Promise<Me | null> {
  try {
    const me = await get<Me>("/session");
    rememberCsrf(me.csrf);
    return me;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

export function useMe() {
  return useQuery({ queryKey: ["me"], queryFn: whoAmI, staleTime: Infinity });
}

export function hasRole(me: Me, ...roles: Role[]): boolean {
  return roles.some((role) => me.roles.includes(role));
}

/** Forgets what the last person saw; the query of who is signed in stays, for pages watch it. */
function changePerson(client: QueryClient, me: Me | null): void {
  rememberCsrf(me?.csrf);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" && query.queryKey[0] !== "door" });
  client.setQueryData(["me"], me);
}

function useEntry<Body>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => call<Me>(path, { method: "POST", body }),
    onSuccess: ({ value }) => changePerson(client, value),
  });
}

export function useSignIn() {
  return useEntry<{ name: string; password: string }>("/session");
}

export function useAcceptInvitation() {
  return useEntry<{ code: string; password: string }>("/invitations/acceptance");
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call("/session", { method: "DELETE" }),
    onSettled: () => changePerson(client, null),
  });
}
