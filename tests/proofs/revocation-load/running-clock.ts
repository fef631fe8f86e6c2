// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API’s own clock of the tests: no package */
import { TestClock } from '../../../apps/api/src/testing/test-clock';

/** The computer's own. */
export class RunningClock extends TestClock {
  override now(): Date {
    return new Date();
  }
}
