// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind } from '../desk-kinds';

/** What a body may ask for beyond the leaflets' rules, which ask none of it. */
export interface BodyOptions {
  /** The minor's own consent, from fourteen on. */
  readonly asksMinorConsent: boolean;
  /** The other parent's agreement: by law either may act alone (art. 320 c.c.). */
  readonly asksOtherParentAgreement: boolean;
  /** The court's paper behind a guardian's or curator's declaration. */
  readonly asksCourtPaper: boolean;
  /** Desk kinds that keep a copy of the identity document. A public official keeps its details only; a pharmacist's status is for the body to say. */
  readonly copyKeptAt: readonly DeskKind[];
}

export const USUAL_BODY_OPTIONS: BodyOptions = { asksMinorConsent: false, asksOtherParentAgreement: false, asksCourtPaper: false, copyKeptAt: [] };
