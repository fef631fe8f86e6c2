// SPDX-License-Identifier: AGPL-3.0-or-later

/** A command APDU as a card sees it. */
export interface ReceivedCommand {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Bytes expected; undefined = no Le field, `all` = as many as there are (Le 00). */
  readonly ne: number | 'all' | undefined;
}

/** Takes a command APDU in short form apart (ISO 7816-3 §12.1.3); undefined when its lengths contradict each other. */
export function receiveCommand([cla, ins, p1, p2, ...body]: Uint8Array): ReceivedCommand | undefined {
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const [first, ...rest] = body;
  const header = { cla, ins, p1, p2 };
  if (first === undefined) return { ...header, data: new Uint8Array(), ne: undefined };
  if (rest.length === 0) return { ...header, data: new Uint8Array(), ne: first || 'all' };
  if (first === 0 || rest.length < first || rest.length > first + 1) return undefined;
  const le = rest[first];
  return { ...header, data: Uint8Array.from(rest.slice(0, first)), ne: le === undefined ? undefined : le || 'all' };
}
