// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { selectMasterFile } from '../commands/select';
import { isCardFault } from '../session/fault';
import type { CardCommand } from '../session/card-command';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';

/**
 * Sends a command about a code. Some cards look the code up in the DF where they stand, and find it from the MF alone: when one says that it knows no such code,
 * nothing was compared and no try spent, so the MF is selected and the command sent once more. No other answer ever has it repeated.
 */
export async function runOnCode<Outcome extends { readonly kind: string }>(session: CardSession, command: () => CardCommand<Outcome>): Promise<Outcome | CardFault> {
  const first = await session.run(command());
  if (!isUnknownHere(first)) return first;
  const selected = await session.run(selectMasterFile());
  if (isCardFault(selected)) return selected;
  return selected.kind === 'selected' ? session.run(command()) : first;
}

/** Whether the card knows no such code, or key, from where it stands. */
export function isUnknownHere({ kind, sw }: { readonly kind: string; readonly sw?: number }): boolean {
  return kind === 'refused' && (sw === statusWord.referencedDataNotFound || sw === statusWord.fileNotFound);
}
