// SPDX-License-Identifier: AGPL-3.0-or-later
import { IDENTITY_CLAIMS } from '@sportello/domain';
import type { PersonThere } from '../../support/openid/test-provider';
import { changeOneRow } from './in-database';
import type { Stack } from './stack';

/** What stands on the provider's page. */
export const PROVIDER_PAGE = 'Fornitore di identità di prova';
export const CODICE_FISCALE = 'BNILIA80A41H501C';

const claims = { given_name: 'Lia', family_name: 'Bini', [IDENTITY_CLAIMS.codiceFiscale[0]]: `TINIT-${CODICE_FISCALE}` };

/** Whom the provider of the browser's stories knows. */
export const PERSON_THERE: Readonly<Record<string, PersonThere>> = {
  bini: { acr: 'https://www.spid.gov.it/SpidL2', claims },
  weak: { acr: 'https://www.spid.gov.it/SpidL1', claims },
};

/** The operator's codice fiscale is recorded, as an administrator would. */
export async function recordCodiceFiscale(stack: Pick<Stack, 'databaseUrl' | 'operator'>, codiceFiscale: string | null): Promise<void> {
  await changeOneRow(stack, 'update operator set codice_fiscale = $1 where username = $2', [codiceFiscale, stack.operator.username]);
}
