// A client of the REST face for tests: signs in, carries cookie, CSRF token and ETags.
export class Desk {
  constructor(url) {
    this.url = url;
    this.cookie = "";
    this.csrf = "";
  }

  async call(method, path, body, { etag, key, headers = {} } = {}) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...(this.csrf && method !== "GET" ? { "X-Kizuki-CSRF": this.csrf } : {}),
        ...(etag ? { "If-Match": etag } : {}),
        ...(key ? { "Idempotency-Key": key } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const type = response.headers.get("Content-Type") ?? "";
    return {
      status: response.status,
      body: type.includes("json") && text ? JSON.parse(text) : text,
      etag: response.headers.get("ETag") ?? undefined,
      headers: response.headers,
    };
  }

  get(path) {
    return this.call("GET", path);
  }

  post(path, body, options) {
    return this.call("POST", path, body, options);
  }

  put(path, body, options) {
    return this.call("PUT", path, body, options);
  }

  async signIn(name, password) {
    const answer = await this.post("/session", { name, password });
    if (answer.status !== 201) throw new Error(`sign-in of ${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.cookie = answer.headers.get("Set-Cookie").split(";")[0];
    this.csrf = answer.body.csrf;
    return answer.body;
  }
}

/** The accounts of a demonstration by role: { analyst: [{name, password}, ...], ... }. */
export async function demonstrationAccounts(url) {
  const { sign_in_hints: hints } = await (await fetch(`${url}/api/v1/door/settings`)).json();
  const byRole = {};
  for (const hint of hints) for (const role of hint.roles) (byRole[role] ??= []).push(hint);
  return byRole;
}
