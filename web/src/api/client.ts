/** The one way to the server: JSON in, JSON out, problems as a thrown Problem. */
import type { components } from "./schema";

export type Schemas = components["schemas"];
export type ProblemBody = Schemas["Problem"];

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody | undefined,
  ) {
    super(body?.errors[0]?.problem ?? `HTTP ${status}`);
  }
}

let csrfToken = "";
/** Set after sign-in; every change carries it. */
export function rememberCsrf(token: string | undefined): void {
  csrfToken = token ?? "";
}

export interface Answer<T> {
  value: T;
  etag: string | undefined;
}

interface CallOptions {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** A Blob goes as it is, everything else as JSON. */
  body?: unknown;
  /** The ETag last seen, for a change. */
  ifMatch?: string;
  /** Same key, same effect: for creates. */
  idempotencyKey?: string;
}

function headersOf(options: CallOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    // The language of the page (words/locale.tsx), not of the browser: problems come in it.
    "Accept-Language": document.documentElement.lang || "ja",
  };
  if (options.body !== undefined && !(options.body instanceof Blob)) headers["Content-Type"] = "application/json";
  if (options.ifMatch) headers["If-Match"] = options.ifMatch;
  if (options.idempotencyKey) headers["Idempotency-Key"] = options.idempotencyKey;
  if (csrfToken && options.method && options.method !== "GET") {
    headers["X-Kizuki-CSRF"] = csrfToken;
  }
  return headers;
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined || body instanceof Blob) return body;
  return JSON.stringify(body);
}

/** The answer as it came. Throws Problem for every status from 400 up. */
async function ask(path: string, options: CallOptions): Promise<Response> {
  const response = await fetch(`/api/v1${path}`, {
    method: options.method ?? "GET",
    headers: headersOf(options),
    body: bodyOf(options.body),
    credentials: "same-origin",
  });
  if (!response.ok) throw new Problem(response.status, (await parsed(response)) as ProblemBody | undefined);
  return response;
}

/** Calls `/api/v1` + path for an answer in JSON. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
  const response = await ask(path, options);
  return { value: (await parsed(response)) as T, etag: response.headers.get("ETag") ?? undefined };
}

/** Calls `/api/v1` + path for an answer that is a file or a text. */
export async function callFile(path: string, options: CallOptions = {}): Promise<Blob> {
  return (await ask(path, options)).blob();
}

export async function get<T>(path: string): Promise<T> {
  return (await call<T>(path)).value;
}
