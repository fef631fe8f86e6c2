// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import type { RandomIndex } from '../deck/random';
import type { DataFolder } from './data-folder';
import { readJsonIfThere, writeJson } from './files';

export const SignIn = z.strictObject({
  username: z.string(),
  password: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(['operator', 'supervisor', 'help-desk', 'administrator'])).readonly(),
  /** *In formazione*: their drills are ticked as they are done. */
  isInTraining: z.boolean().exactOptional(),
});
export type SignIn = z.infer<typeof SignIn>;

const people = [
  { username: 'bini', displayName: 'L. Bini', roles: ['operator'] },
  { username: 'landi', displayName: 'C. Landi', roles: ['supervisor'] },
  { username: 'masi', displayName: 'P. Masi', roles: ['administrator'] },
  // Somebody who learns the desk here.
  { username: 'nuti', displayName: 'S. Nuti', roles: ['operator'], isInTraining: true },
  // Answers the telephone.
  { username: 'galli', displayName: 'F. Galli', roles: ['help-desk'] },
  // A faulty lot is let go by two supervisors.
  { username: 'conti', displayName: 'A. Conti', roles: ['supervisor'] },
  // Somebody to hand a case over to, and to sign beside.
  { username: 'verdi', displayName: 'M. Verdi', roles: ['operator'] },
  // Roles are given by two administrators.
  { username: 'neri', displayName: 'B. Neri', roles: ['administrator'] },
] as const;

const words = [
  'olivo', 'ponte', 'vento', 'lampada', 'sentiero', 'castagna', 'marea', 'finestra', 'timone', 'ginestra', 'cantiere', 'lanterna', 'mulino', 'riviera',
  'pergola', 'tramonto', 'bussola', 'fontana', 'granito', 'scoglio', 'veliero', 'mattone', 'pineta', 'collina', 'sorgente', 'alloro', 'campana', 'ruscello',
  'terrazza', 'ciliegio', 'faro', 'orologio',
];

/** The demo staff, with passwords drawn once for this folder. They open a rehearsal on this computer and nothing else. */
export const openSignIns = async (folder: DataFolder, random: RandomIndex): Promise<readonly SignIn[]> => {
  const known = (await readJsonIfThere(folder.signIns, z.array(SignIn))) ?? [];
  // A folder of an earlier version has fewer people: they keep their passwords, and whoever came since is added.
  const missing = people.filter(({ username }) => known.every((signIn) => signIn.username !== username));
  if (missing.length === 0) return known;
  const word = () => words[random(words.length)] ?? 'olivo';
  const all = [...known, ...missing.map((person) => ({ ...person, password: `${word()}-${word()}-${word()}-${10 + random(90)}` }))];
  await writeJson(folder.signIns, all);
  return all;
};
