// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { LOG_LEVELS } from './log';
import { StartRefusal } from './start-refusal';

const port = (otherwise: number) => z.coerce.number().int().min(0).max(65535).default(otherwise);
/** Where the citizens' cards go. */
export type CardSlotChoice = { readonly kind: 'network' } | { readonly kind: 'vpcd'; readonly host: string; readonly port: number };

const CardSlotText = z.string().transform((text, context): CardSlotChoice => {
  if (text === 'network') return { kind: 'network' };
  const [, host, port] = /^vpcd:([^:]+):(\d{1,5})$/.exec(text) ?? [];
  if (host !== undefined && Number(port) > 0 && Number(port) < 65_536) return { kind: 'vpcd', host, port: Number(port) };
  context.addIssue({ code: 'custom', message: 'it is neither network nor vpcd:HOST:PORT' });
  return z.NEVER;
});

const DataDir = z.string({ error: 'it names the folder of the simulated world' }).min(1);

export const PrepareEnvironment = z.object({ DATA_DIR: DataDir });

export const DemoEnvironment = z.object({
  DEMO_USERNAME: z.string({ error: 'the operator who acts in the demo' }).min(1),
  DEMO_PASSWORD: z.string({ error: 'the password of the operator who acts in the demo' }).min(1),
  /** Who approves, where the kind of case asks for it. */
  DEMO_SUPERVISOR_USERNAME: z.string().min(1).optional(),
  DEMO_SUPERVISOR_PASSWORD: z.string().min(1).optional(),
  /** Who answers the telephone, in the scenario of a revocation. */
  DEMO_HELP_DESK_USERNAME: z.string().min(1).optional(),
  DEMO_HELP_DESK_PASSWORD: z.string().min(1).optional(),
});
export type DemoEnvironment = z.infer<typeof DemoEnvironment>;

export const ServeEnvironment = z.object({
  DATA_DIR: DataDir,
  /** Of the page; 0 takes a free one, and the ready line says which. */
  PORT: port(8481),
  /** The reader that cards go into: one that a station reaches over the network at CARD_PORT, or a vpcd's, which a station reaches through PC/SC. */
  CARD_SLOT: CardSlotText.default({ kind: 'network' }),
  CARD_PORT: port(0),
  /** The same for the second reader, the operator's. */
  SECOND_CARD_PORT: port(0),
  /** Of the Buste printer; Moduli has the next one. */
  PRINTER_PORT: port(0),
  /** Of the demo authority, where the desk has certificates revoked (CMP) and asks whether they are (OCSP). */
  AUTHORITY_PORT: port(0),
  DESK_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:8480/'),
  /** Where a citizen at home looks whether the card works; without it nobody does. */
  SELF_CHECK_URL: z.url({ protocol: /^https$/ }).optional(),
  /** Whether chips and printers take the time that real ones take. */
  PACE: z.enum(['real', 'instant']).default('real'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});
export type ServeEnvironment = z.infer<typeof ServeEnvironment>;

/** @throws StartRefusal that names the variables, never what they hold. */
export const readEnvironment = <Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.output<Schema> => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
  throw new StartRefusal(`Not started: check ${names.join(', ')} (${parsed.error.issues[0]?.message ?? 'invalid'}).`);
};
