// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

export const CARD_STATES = ['inactive', 'active', 'suspended', 'revoked', 'expired', 'replaced', 'unknown'] as const;

/** The state of the card's CNS functions. `unknown` when no source tells it: shown as unknown, and never guessed. */
export type CardState = (typeof CARD_STATES)[number];

export interface CardTransition {
  readonly from: CardState;
  readonly to: CardState;
  /** Suspension existed in older Tuscan rules: such a move needs it switched on. */
  readonly needsSuspension?: true;
}

export const CARD_TRANSITIONS: readonly CardTransition[] = [
  { from: 'inactive', to: 'active' },
  // The certificate of a card whose case was lost half-way is revoked before it ever was active.
  { from: 'inactive', to: 'revoked' },
  { from: 'inactive', to: 'expired' },
  { from: 'inactive', to: 'replaced' },

  { from: 'active', to: 'suspended', needsSuspension: true },
  { from: 'active', to: 'revoked' },
  { from: 'active', to: 'expired' },
  { from: 'active', to: 'replaced' },

  { from: 'suspended', to: 'active', needsSuspension: true },
  { from: 'suspended', to: 'revoked' },
  { from: 'suspended', to: 'expired' },
  { from: 'suspended', to: 'replaced' },

  // Unknown ends when a source tells.
  { from: 'unknown', to: 'inactive' },
  { from: 'unknown', to: 'active' },
  { from: 'unknown', to: 'suspended', needsSuspension: true },
  { from: 'unknown', to: 'revoked' },
  { from: 'unknown', to: 'expired' },
  { from: 'unknown', to: 'replaced' },
];

export interface ForbiddenCardTransition {
  readonly kind: 'forbidden-card-transition';
  readonly from: CardState;
  readonly to: CardState;
  /** Where the card could go instead. */
  readonly allowed: readonly CardState[];
}

export interface CardRules {
  readonly isSuspensionOn: boolean;
}

/** Off by default: no source in force promises it. */
export const CARD_RULES: CardRules = { isSuspensionOn: false };

export function moveCard(from: CardState, to: CardState, rules: CardRules = CARD_RULES): Outcome<CardTransition, ForbiddenCardTransition> {
  const open = CARD_TRANSITIONS.filter((row) => row.from === from && (rules.isSuspensionOn || !row.needsSuspension));
  const found = open.find((row) => row.to === to);
  return found ? accept(found) : refuse({ kind: 'forbidden-card-transition', from, to, allowed: open.map((row) => row.to) });
}
