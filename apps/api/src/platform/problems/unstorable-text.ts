// SPDX-License-Identifier: AGPL-3.0-or-later
const NUL = '\u0000';

/** Where in a parsed body there is text that PostgreSQL stores in no column (the character NUL); undefined: nowhere. Without recursion, for a body may be nested as deep as it is long. */
export function unstorableTextIn(body: unknown): string | undefined {
  const left: { readonly value: unknown; readonly path: string }[] = [{ value: body, path: '' }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && value.includes(NUL)) return path;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    for (const [key, inner] of Object.entries(value)) left.push({ value: inner, path: path === '' ? key : `${path}.${key}` });
  }
  return undefined;
}
