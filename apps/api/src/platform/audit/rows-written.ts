// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

/** This copy of the API has committed rows of the log, which now wait to be sealed. */
@Injectable()
export class RowsWritten {
  readonly committed = new Subject<void>();
}
