// SPDX-License-Identifier: AGPL-3.0-or-later
/** Header fields as Node, Fastify and fetch's entries hold them; names in any case. */
export type HeaderFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The field's one value, or nothing when it is absent or came more than once: a signed field that comes twice is not one value. */
export const fieldOf = (headers: HeaderFields, name: string): string | undefined => {
  const values = Object.entries(headers)
    .filter(([key, value]) => key.toLowerCase() === name && value !== undefined)
    .flatMap(([, value]) => value ?? []);
  return values.length === 1 ? values[0]?.trim() : undefined;
};
