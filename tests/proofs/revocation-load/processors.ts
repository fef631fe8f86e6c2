// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
/* eslint-disable-next-line @nx/enforce-module-boundaries -- the database of the API’s tests: no package */
import type { TestDatabase } from '../../../apps/api/src/testing/fresh-database';

/** Who uses the processors. */
export interface Processors {
  /** All copies. */
  readonly api: number;
  readonly database: number;
  readonly authority: number;
  /** The citizens and their desks. */
  readonly load: number;
}

/** In `/proc/PID/stat` (proc(5)), counted from the state, which follows the program's name: that may hold anything. */
const [PARENT, USER, SYSTEM, CHILDRENS_USER, CHILDRENS_SYSTEM] = [1, 11, 12, 13, 14];
/** USER_HZ: 100 on every Linux that Node runs on. */
const MS_A_TICK = 10;

interface Times {
  readonly pid: number;
  readonly parent: number;
  readonly ms: number;
}

/** What each has used so far, in milliseconds; null where the system does not tell. */
export class ProcessorUse {
  private constructor(private readonly roots: Readonly<Record<'api' | 'authority' | 'database', readonly number[]>>) {}

  static async of(database: Pick<TestDatabase, 'query'>, { api, authority }: { readonly api: readonly number[]; readonly authority: readonly number[] }): Promise<ProcessorUse> {
    const [found] = await database.query<{ readonly pid: number }>('select pg_backend_pid() as pid');
    // All that serve connections are children of the server's first process.
    return new ProcessorUse({ api, authority, database: timesOf(found?.pid ?? 0).map(({ parent }) => parent) });
  }

  now(): Processors | null {
    const all = processes().flatMap(timesOf);
    if (all.length === 0) return null;
    const { user, system } = process.cpuUsage();
    const under = (roots: readonly number[]): number => all.filter(({ pid, parent }) => roots.includes(pid) || roots.includes(parent)).reduce((sum, { ms }) => sum + ms, 0);
    return { api: under(this.roots.api), database: under(this.roots.database), authority: under(this.roots.authority), load: (user + system) / 1000 };
  }
}

/** Of one request, to a tenth of a millisecond. */
export function spentOn(requests: number, before: Processors | null, after: Processors | null): Processors | null {
  if (!before || !after || requests === 0) return null;
  const each = (part: keyof Processors): number => Math.round(((after[part] - before[part]) * 10) / requests) / 10;
  return { api: each('api'), database: each('database'), authority: each('authority'), load: each('load') };
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    // No Linux.
    return [];
  }
}

/** With what its children used that have ended. Nothing of a program that has itself ended meanwhile. */
function timesOf(pid: number): readonly Times[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    const at = (index: number): number => fields[index] ?? 0;
    return [{ pid, parent: at(PARENT), ms: MS_A_TICK * (at(USER) + at(SYSTEM) + at(CHILDRENS_USER) + at(CHILDRENS_SYSTEM)) }];
  } catch {
    return [];
  }
}
