// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PcscBindingName } from '@sportello/card-io/pcsc';
import type { ReadersSeen } from '../reader/scout/send-scout';
import { type Finding, notWell, well } from './finding';

/** Whether the native binding loads into this Node, and comes back from its first call. */
export function probeBinding(binding: PcscBindingName, seen: ReadersSeen): Finding {
  switch (seen.type) {
    case 'not-built':
      return notWell('binding', `${binding} does not load`, seen.remedy);
    case 'silent':
      return notWell('binding', `${binding} hangs, or takes its process with it`, `Unplug the readers and plug them in again, restart PC/SC, or try READER_BINDING=${binding === 'smartcard' ? 'pcsclite' : 'smartcard'}.`);
    case 'no-service':
    case 'readers':
      return well('binding', `${binding} loads`);
  }
}
