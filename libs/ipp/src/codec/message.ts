// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GroupTag } from './tags';
import type { IppValue } from './value';

/** An attribute with its value or values (1setOf); never without any: "none" has a value of its own (`no-value`). */
export type IppAttribute = { readonly name: string; readonly values: readonly IppValue[] };

export type IppGroup = { readonly tag: GroupTag; readonly attributes: readonly IppAttribute[] };

/** A request or a response (RFC 8010 §3.1.1) without the document that may follow it. */
export type IppMessage = {
  readonly version: { readonly major: number; readonly minor: number };
  /** A request's operation id, a response's status code. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
};
