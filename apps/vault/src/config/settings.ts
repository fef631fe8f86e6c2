// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { LOG_LEVELS } from '../process/logger';
import { StartRefused } from './start-refused';

const VARIABLES = {
  /** A folder of the vault's own user's alone. */
  VAULT_DIR: z.string().min(1),
  /** What the API writes with `npm run --silent api -- public-key`: whose requests are listened to. */
  VAULT_API_KEY_FILE: z.string().min(1),
  /** On this computer only: from another one a tunnel or a proxy brings requests here. */
  VAULT_HOST: z.enum(['127.0.0.1', '::1'], 'must be 127.0.0.1 or ::1').default('127.0.0.1'),
  VAULT_PORT: z.coerce.number().int().min(0).max(65_535).default(8482),
  /** Stations are lost seldom: more in a day is somebody at work. */
  VAULT_REWRAPS_PER_DAY: z.coerce.number().int().min(1).max(10_000).default(20),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
} as const;

type Variables = typeof VARIABLES;
export type Environment<Name extends keyof Variables> = { readonly [Key in Name]: z.output<Variables[Key]> };

export const SERVE_VARIABLES = ['VAULT_DIR', 'VAULT_API_KEY_FILE', 'VAULT_HOST', 'VAULT_PORT', 'VAULT_REWRAPS_PER_DAY', 'LOG_LEVEL'] as const;
export type ServeEnvironment = Environment<(typeof SERVE_VARIABLES)[number]>;

/** @throws StartRefused naming every variable that is missing or wrong, without its value. */
export function readEnvironment<const Name extends keyof Variables>(names: readonly Name[], environment: Readonly<Record<string, string | undefined>>): Environment<Name> {
  const complaints: string[] = [];
  const entries = names.map((name) => {
    const text = environment[name];
    const isThere = text !== undefined && text !== '';
    const parsed = VARIABLES[name].safeParse(isThere ? text : undefined);
    if (!parsed.success) complaints.push(`${name} ${isThere ? ruleOf(parsed.error) : 'is missing'}`);
    return [name, parsed.data] as const;
  });
  if (complaints.length > 0) throw new StartRefused(`The configuration is not right: ${complaints.join('; ')}.`);
  return Object.fromEntries(entries) as Environment<Name>;
}

/** Zod's own messages may quote the value, so only ours are shown. */
function ruleOf(error: z.ZodError): string {
  const message = error.issues[0]?.message ?? '';
  return message.startsWith('must ') ? message : 'is not valid';
}
