// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestClock } from '../../../apps/api/src/testing/test-clock';

/** The computer's own. */
export class RunningClock extends TestClock {
  override now(): Date {
    return new Date();
  }
}
