// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { HelpDeskView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** Whether somebody answers now, and what waits for whoever is signed in. */
@Service({ autoProvided: false })
export class HelpDeskStore extends CustodyStore<HelpDeskView> {
  protected readonly path = '/api/help-desk';
}
