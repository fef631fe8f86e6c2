// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/** What happens when a citizen uses the card at home. The signature is judged with node:crypto alone: no code of the desk has a part in it. */
export const CardUse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed'), isSignatureValid: z.boolean(), isFromAuthority: z.boolean() }),
  z.object({ kind: z.literal('wrong-pin'), triesLeft: z.int() }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('refused'), sw: z.string() }),
]);
export type CardUse = z.infer<typeof CardUse>;
