// SPDX-License-Identifier: AGPL-3.0-or-later
interface Cookie {
  readonly origin: string;
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly isStrict: boolean;
}

/** What a browser does between two sites, over plain HTTP: cookies by origin and path, strict ones not across sites, redirects one by one. */
export class TwoSiteBrowser {
  private cookies: Cookie[] = [];

  /** @param places where an origin is really reached */
  constructor(private readonly places: Readonly<Record<string, string>>) {}

  /** Goes where it is sent, until `until` says stop, or nobody sends it on. Answers the last address, and what stood there. */
  async go(address: string, until: (url: URL) => boolean = () => false): Promise<{ readonly url: URL; readonly response: Response | undefined }> {
    let [url, from] = [new URL(address), new URL(address).origin];
    for (let hops = 0; hops < 12; hops += 1) {
      if (until(url)) return { url, response: undefined };
      const response = await this.request('GET', url, from);
      const next = response.headers.get('location');
      if (next === null) return { url, response };
      // Whoever began the way decides: a redirect does not make it a same-site one.
      if (new URL(next, url).origin !== url.origin && url.origin !== from) from = url.origin;
      url = new URL(next, url);
    }
    throw new Error('sent round in circles');
  }

  async post(address: string): Promise<Response> {
    const url = new URL(address);
    return this.request('POST', url, url.origin);
  }

  /** The value of a cookie, as the browser keeps it. */
  cookie(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name)?.value;
  }

  forget(name: string): void {
    this.cookies = this.cookies.filter((cookie) => cookie.name !== name);
  }

  /** As if the browser had kept it. */
  take(origin: string, name: string, value: string): void {
    this.cookies.push({ origin, name, value, path: '/', isStrict: false });
  }

  private async request(method: 'GET' | 'POST', url: URL, from: string): Promise<Response> {
    const isCrossSite = url.origin !== from;
    const sent = this.cookies.filter(({ origin, path, isStrict }) => origin === url.origin && url.pathname.startsWith(path) && !(isStrict && isCrossSite));
    const site = { 'sec-fetch-site': isCrossSite ? 'cross-site' : 'same-origin', ...(method === 'POST' && { origin: url.origin }) };
    const headers = { ...site, cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const response = await fetch(`${this.places[url.origin] ?? url.origin}${url.pathname}${url.search}`, { method, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(url.origin, line);
    return response;
  }

  private keep(origin: string, line: string): void {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    const path = /^path=(.*)$/i.exec(rest.find((part) => /^path=/i.test(part)) ?? '')?.[1] ?? '/';
    const isOver = rest.some((part) => /^max-age=0$/i.test(part)) || value === '';
    this.cookies = this.cookies.filter((cookie) => !(cookie.origin === origin && cookie.name === name && cookie.path === path));
    if (!isOver) this.cookies.push({ origin, name, value, path, isStrict: rest.some((part) => /^samesite=strict$/i.test(part)) });
  }
}
