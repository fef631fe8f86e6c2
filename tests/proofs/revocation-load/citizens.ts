// SPDX-License-Identifier: AGPL-3.0-or-later
import { belfioreCodeOf, composeCodiceFiscale, existingDate, luhnDigitOf } from '@sportello/domain';
/* eslint-disable-next-line @nx/enforce-module-boundaries -- the database of the API’s tests: no package */
import type { TestDatabase } from '../../../apps/api/src/testing/fresh-database';

/** Somebody whose card was activated here one day. */
export interface Citizen {
  readonly idCarta: string;
  readonly surname: string;
  readonly name: string;
  readonly birthDate: string;
  readonly codiceFiscale: string;
}

const [FIRST_YEAR, MONTHS, DAYS] = [1930, 12, 28];
const MASSA = belfioreCodeOf('F023');

/** Each was born on a day of their own. */
export function citizens(count: number): readonly Citizen[] {
  if (!MASSA) throw new Error('Massa has a code');
  const birthPlace = MASSA;
  return Array.from({ length: count }, (_, index) => {
    const birthDate = existingDate(FIRST_YEAR + Math.floor(index / (MONTHS * DAYS)), 1 + (Math.floor(index / DAYS) % MONTHS), 1 + (index % DAYS));
    const [surname, name] = ['ROSSI', 'MARIA'];
    const fifteen = `6090${String(index).padStart(11, '0')}`;
    return { idCarta: fifteen + luhnDigitOf(fifteen), surname, name, birthDate, codiceFiscale: composeCodiceFiscale({ surname, name, sex: 'F', birthDate, birthPlace }).value };
  });
}

/** Their cards were delivered before: thousands of activations would take hours, and what is looked at here comes after them. */
export async function rememberDelivered(database: Pick<TestDatabase, 'query'>, all: readonly Citizen[], certificates: readonly Uint8Array[], operatorId: string): Promise<void> {
  const holders = all.map(({ surname, name, birthDate, codiceFiscale }) => JSON.stringify({ surname, name, birthDate, birthPlace: 'MASSA', sex: 'F', codiceFiscale, cardExpiresOn: '2030-05-20' }));
  await database.query(
    `with delivered as (select * from unnest($1::text[], $2::jsonb[], $3::bytea[]) with ordinality as one (id_carta, holder, certificate, position)),
     known as (insert into card (id_carta, state, mode_of_activation, activated_at, changed_at) select id_carta, 'active', 'direct', now(), now() from delivered)
     insert into activation_case (id, desk_id, year, number, kind, purpose, mode, method, state, revision, id_carta, card_type, initials, holder, certificate,
       envelope_language, envelope_layout, fence, fence_limit, opened_by, opened_at, changed_at)
     select gen_random_uuid(), o.desk_id, 2025, position, 'holder', 'activation', 'direct', 'transport-codes', 'delivered', 1, id_carta, 'ST2021', 'M.R.', holder, certificate,
       'it', 'normal', 1, 5, o.id, now(), now() from delivered, operator o where o.id = $4`,
    [all.map(({ idCarta }) => idCarta), holders, certificates, operatorId],
  );
}
