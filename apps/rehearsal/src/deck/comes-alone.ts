// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeckCard } from './deck';

/** Whoever comes for themselves, and by themselves. */
export const comesAlone = ({ story, visit }: Pick<DeckCard, 'story' | 'visit'>): boolean => visit === null && story !== 'accompanies';
