// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActivationMethod, CardProfile } from './card-profile';

/** A contact ATR, in hex, and how it is known: `seen` was read in a published trace or from a card, `second-hand` was told. */
export interface KnownAtr {
  readonly atr: string;
  readonly from: 'seen' | 'second-hand';
}

/** One kind of card: how it is told, where things lie on it, how it is taken into use. */
export interface CardType {
  /** As CardReading says it. Where an ATR does not tell the years apart, neither does the name. */
  readonly name: string;
  /** The codes at the top left of the plastic, without the blank. */
  readonly codes: readonly string[];
  /** None: told by no ATR, see the type's own file. */
  readonly atrs: readonly KnownAtr[];
  readonly profile: CardProfile;
  /** How issuers take these cards into use is not published: a default, which an installation overrides once it knows. Unproven on a real card. */
  readonly activation: ActivationMethod;
  /** What the citizen needs at home; second-hand. */
  readonly software: string | null;
}
