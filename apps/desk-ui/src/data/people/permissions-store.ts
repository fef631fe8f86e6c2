// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { PermissionsView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** Who may do what, as the server decides it. */
@Service({ autoProvided: false })
export class PermissionsStore extends CustodyStore<PermissionsView> {
  protected readonly path = '/api/permissions';
}
