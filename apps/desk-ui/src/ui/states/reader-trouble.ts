// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { StationView } from '@sportello/contracts';
import { wording } from '../words/wording';
import type { Wording } from '../words/wording';

export interface ReaderTrouble {
  readonly title: Wording;
  /** What is safe, and what to do. */
  readonly text: Wording;
}

/** Why no card can be read or written now, or nothing when the reader is well or has not spoken yet. */
export function readerTrouble(station: StationView | null): ReaderTrouble | null {
  const trouble = troubleOf(station);
  return trouble && { title: wording(`readerTrouble.${trouble}.title`), text: wording(`readerTrouble.${trouble}.text`) };
}

function troubleOf(station: StationView | null): 'no-station' | 'offline' | 'no-reader' | 'no-service' | 'no-binding' | 'restarting' | null {
  if (station === null) return 'no-station';
  if (!station.isOnline) return 'offline';
  switch (station.reader) {
    case 'no-reader':
    case 'no-service':
    case 'no-binding':
    case 'restarting':
      return station.reader;
    case 'ready':
    case 'busy':
    case 'unknown':
      return null;
    default:
      return assertNever(station.reader);
  }
}
