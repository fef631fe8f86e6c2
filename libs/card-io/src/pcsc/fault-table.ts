// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardFault, Interruption } from '../session/fault';

type Refusal = 'removed' | 'sharing-violation' | 'no-service' | 'no-reader' | 'mute';

/**
 * The binding tells errors by their text only. `connecting`: nothing was sent yet, so the reason can be named. `sending`: whatever happened, the
 * command may have been executed. The numbers are PC/SC's own.
 */
const table: ReadonlyMap<string, { readonly connecting?: Refusal; readonly sending?: Interruption }> = new Map([
  ['Card was removed', { connecting: 'removed', sending: 'removed' }], // 0x80100069
  ['No smart card present', { connecting: 'removed', sending: 'removed' }], // 0x8010000C
  ['Reader not ready', { connecting: 'removed' }], // 0x80100010
  ['Card was reset', { sending: 'reset' }], // 0x80100068
  ['Card is unpowered', { connecting: 'mute', sending: 'reset' }], // 0x80100067
  ['Card is unresponsive', { connecting: 'mute', sending: 'communication-error' }], // 0x80100066
  ['Transaction failed', { connecting: 'removed', sending: 'not-transacted' }], // 0x80100016
  ['Communication error', { connecting: 'mute', sending: 'communication-error' }], // 0x8010002F
  ['Sharing violation', { connecting: 'sharing-violation' }], // 0x8010000B
  ['PC/SC service not running', { connecting: 'no-service', sending: 'service-stopped' }], // 0x8010001D
  ['PC/SC service stopped', { connecting: 'no-service', sending: 'service-stopped' }], // 0x8010001E
  ['No readers available', { connecting: 'no-reader' }], // 0x8010002E
  ['Unknown reader', { connecting: 'no-reader' }], // 0x80100009
  ['Reader unavailable', { connecting: 'no-reader', sending: 'reader-unplugged' }], // 0x80100017
  ['Invalid value', { connecting: 'no-reader', sending: 'reader-unplugged' }], // 0x80100011
]);

/** What went wrong while connecting; nothing was sent to the card. */
export function connectFault(error: unknown): CardFault {
  const kind = table.get(textOf(error))?.connecting;
  return kind ? { kind } : { kind: 'outcome-unknown', because: 'unexpected' };
}

/** What went wrong while a command was under way. */
export function transmitFault(error: unknown): CardFault {
  return { kind: 'outcome-unknown', because: table.get(textOf(error))?.sending ?? 'unexpected' };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
