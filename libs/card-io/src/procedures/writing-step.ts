// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where in the writing of its codes a card stopped. */
export type WritingStep = 'challenge' | 'authenticate' | 'pin' | 'puk' | 'puk-probe';
