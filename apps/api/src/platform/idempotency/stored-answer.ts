// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../problems/refusal';

/** How an act ended well: which case it is about, and whether the act made it. The view is read again when the answer is. */
export interface Done {
  readonly caseId: string;
  readonly isNew?: boolean;
}

/** How an act about something else than a case ended well. */
export interface SubjectDone {
  readonly subjectId: string;
}

export type AnyDone = Done | SubjectDone;

/** How an act ended, kept under its key. */
export type StoredAnswer = { readonly kind: 'done'; readonly done: AnyDone } | { readonly kind: 'refused'; readonly refusal: Refusal };
