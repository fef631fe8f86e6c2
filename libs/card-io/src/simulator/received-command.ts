// SPDX-License-Identifier: AGPL-3.0-or-later

/** A command APDU as a card sees it. */
export interface ReceivedCommand {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Bytes expected; undefined = no Le field, `all` = as many as there are (Le 00 or 0000). */
  readonly ne: number | 'all' | undefined;
}

/** Takes a command APDU apart, short or extended (ISO 7816-3 §12.1.3); undefined when its lengths contradict each other. */
export function receiveCommand(bytes: Uint8Array): ReceivedCommand | undefined {
  const [cla, ins, p1, p2, ...body] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const lengths = body[0] === 0 && body.length > 1 ? extendedBody(body) : shortBody(body);
  return lengths && { cla, ins, p1, p2, ...lengths };
}

type Body = Pick<ReceivedCommand, 'data' | 'ne'>;

function shortBody(body: readonly number[]): Body | undefined {
  const [first, ...rest] = body;
  if (first === undefined) return { data: new Uint8Array(), ne: undefined };
  if (rest.length === 0) return { data: new Uint8Array(), ne: first || 'all' };
  const le = rest[first];
  if (rest.length > first + 1) return undefined;
  return rest.length < first ? undefined : { data: Uint8Array.from(rest.slice(0, first)), ne: le === undefined ? undefined : le || 'all' };
}

function extendedBody([, ...fields]: readonly number[]): Body | undefined {
  const number = (at: number): number => ((fields[at] ?? 0) << 8) | (fields[at + 1] ?? 0);
  if (fields.length === 2) return { data: new Uint8Array(), ne: number(0) || 'all' };
  const end = 2 + number(0);
  const data = Uint8Array.from(fields.slice(2, end));
  if (fields.length === end) return { data, ne: undefined };
  return fields.length === end + 2 ? { data, ne: number(end) || 'all' } : undefined;
}
