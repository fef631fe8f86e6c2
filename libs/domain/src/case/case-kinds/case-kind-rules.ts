// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind, CaseKindRule } from './case-kind';
import { HOLDER } from './holder';

/** One row per kind. */
export const CASE_KIND_RULES: Readonly<Record<CaseKind, CaseKindRule>> = { holder: HOLDER };
