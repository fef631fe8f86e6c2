// SPDX-License-Identifier: AGPL-3.0-or-later
declare const brand: unique symbol;

/** A `Base` that only its own parser makes: a plain string or number does not pass for it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
