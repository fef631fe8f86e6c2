// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HelpDesk } from '../text/help-desk';

/** What all papers of a desk have in common. */
export interface PaperHead {
  /** The body that runs the desk, e.g. `Azienda sanitaria di esempio`. */
  readonly body: string;
  /** E.g. `Sportello 2`, `Massa`. Null: no desk's. */
  readonly desk: { readonly name: string; readonly place: string } | null;
  /** The data controller (GDPR art. 4(7)). */
  readonly controller: string;
  /** The version of the notice (GDPR art. 13) that the citizen was shown, e.g. `3 del 1° settembre 2026`. */
  readonly noticeVersion: string;
  /** Absent: the Tuscan help desk for TS-CNS. */
  readonly helpDesk?: HelpDesk | undefined;
  /** The body's mark: PNG without transparency, or JPEG; base64. */
  readonly logo?: string | undefined;
  /** Puts the plain test line on top of every page. */
  readonly isTest: boolean;
}
