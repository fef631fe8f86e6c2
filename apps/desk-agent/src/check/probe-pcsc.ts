// SPDX-License-Identifier: AGPL-3.0-or-later
import { noService } from '../reader/no-service';
import type { ReadersSeen } from '../reader/scout/send-scout';
import { type Finding, notTried, notWell, well } from './finding';

/** Whether PC/SC answers, and what it lists. */
export function probePcsc(seen: ReadersSeen): Finding {
  switch (seen.type) {
    case 'not-built':
    case 'silent':
      return notTried('pcsc', 'cannot be asked without the binding');
    case 'no-service':
      return notWell('pcsc', 'does not answer', noService);
    case 'readers':
      return well('pcsc', seen.names.length === 0 ? 'answers, and lists no reader' : `lists ${seen.names.join(', ')}`);
  }
}
