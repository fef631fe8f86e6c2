// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import type { IdentificationRequest } from '@sportello/contracts';
import type { CitizenSide } from './citizen-side';
import type { DeskApi } from './desk-api';
import type { DeskPage } from './desk-page';
import { changeOneRow } from './in-database';
import type { Stack } from './stack';

/** Whoever comes for the holder, with all that such a case asks for; their own card is at home. */
const SUPPORT_ADMINISTRATOR: Omit<IdentificationRequest, 'revision' | 'papers' | 'declarations'> = {
  document: { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Massa', issuedOn: '2024-03-05', expiresOn: '2034-09-09', source: 'typed' },
  person: { surname: 'CIONI', name: 'LIA', birthDate: '1980-09-09', codiceFiscale: null },
  accepted: [],
  isFaceConfirmed: true,
  applicantCard: { state: 'absent', reason: 'forgotten', note: null },
  decree: { number: '412/2024', issuedOn: '2024-03-01', court: 'Tribunale di Massa', coversAct: true },
};

/** The holder's support administrator is identified, by the operator's session and without their page, which shows what comes of it. Answers the case's number. */
export async function caseForApproval(desk: DeskPage, citizens: CitizenSide, api: DeskApi): Promise<string> {
  const citizen = await citizens.comes();
  await citizens.insert(citizen);
  await expect(desk.title).toHaveText(`${citizen.surname} ${citizen.name}`);
  const number = await desk.caseNumber();
  const [line] = (await api.desk()).openCases;
  if (!line) throw new Error('no case is open');
  const { revision, needs } = await api.act(line.id, 'kind', { revision: (await api.case(line.id)).revision, kind: 'support-administrator' });
  await api.act(line.id, 'identification', { revision, ...SUPPORT_ADMINISTRATOR, papers: needs?.papers, declarations: needs?.declarations });
  await expect(desk.title).toHaveText('In attesa del supervisore');
  return number;
}

/** Puts the question back by so many minutes: nobody waits for them in a story. */
export async function askedBefore(stack: Pick<Stack, 'databaseUrl'>, minutes: number): Promise<void> {
  await changeOneRow(stack, `update case_approval set asked_at = asked_at - make_interval(mins => $1) where state = 'waiting'`, [minutes]);
}
