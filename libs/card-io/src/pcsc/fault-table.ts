// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardFault, Interruption } from '../session/fault';

type Refusal = 'removed' | 'sharing-violation' | 'no-service' | 'no-reader' | 'mute';

interface Row {
  /** PC/SC's own number, which `pcsclite` puts at the end of its texts. */
  readonly code: number;
  /** All that `smartcard` says. */
  readonly text: string;
  /** Nothing was sent yet, so the reason can be named. */
  readonly connecting?: Refusal;
  /** Whatever happened, the command may have been executed. */
  readonly sending?: Interruption;
}

/** What the bindings say of an error, and what it means here. */
const table: readonly Row[] = [
  { code: 0x80100069, text: 'Card was removed', connecting: 'removed', sending: 'removed' },
  { code: 0x8010000c, text: 'No smart card present', connecting: 'removed', sending: 'removed' },
  { code: 0x80100010, text: 'Reader not ready', connecting: 'removed' },
  { code: 0x80100068, text: 'Card was reset', sending: 'reset' },
  { code: 0x80100067, text: 'Card is unpowered', connecting: 'mute', sending: 'reset' },
  { code: 0x80100066, text: 'Card is unresponsive', connecting: 'mute', sending: 'communication-error' },
  { code: 0x80100016, text: 'Transaction failed', connecting: 'removed', sending: 'not-transacted' },
  { code: 0x8010002f, text: 'Communication error', connecting: 'mute', sending: 'communication-error' },
  { code: 0x8010000b, text: 'Sharing violation', connecting: 'sharing-violation' },
  { code: 0x8010001d, text: 'PC/SC service not running', connecting: 'no-service', sending: 'service-stopped' },
  { code: 0x8010001e, text: 'PC/SC service stopped', connecting: 'no-service', sending: 'service-stopped' },
  // A handle of a service that was started anew in the meantime.
  { code: 0x80100003, text: 'Invalid handle', connecting: 'no-service', sending: 'service-stopped' },
  { code: 0x8010002e, text: 'No readers available', connecting: 'no-reader' },
  { code: 0x80100009, text: 'Unknown reader', connecting: 'no-reader' },
  { code: 0x80100017, text: 'Reader unavailable', connecting: 'no-reader', sending: 'reader-unplugged' },
  { code: 0x80100011, text: 'Invalid value', connecting: 'no-reader', sending: 'reader-unplugged' },
];

/** What went wrong while connecting; nothing was sent to the card. */
export function connectFault(error: unknown): CardFault {
  const kind = rowOf(error)?.connecting;
  return kind ? { kind } : { kind: 'outcome-unknown', because: 'unexpected' };
}

/** What went wrong while a command was under way. */
export function transmitFault(error: unknown): CardFault {
  return { kind: 'outcome-unknown', because: rowOf(error)?.sending ?? 'unexpected' };
}

function rowOf(error: unknown): Row | undefined {
  const said = error instanceof Error ? error.message : '';
  const [, digits] = /\(0x(?:f{8})?([0-9a-f]{8})\)$/i.exec(said) ?? [];
  return table.find(({ code, text }) => (digits === undefined ? text === said : code === Number.parseInt(digits, 16)));
}
