// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

/** Where a desk is, as one writes it on a letter. */
export interface Address {
  readonly street: string;
  /** Postal code: five digits. */
  readonly cap: string;
  readonly municipality: string;
  /** The province's two letters. */
  readonly province: string;
  /** ISTAT's code of the municipality: six digits; null where nobody looked it up. */
  readonly istatCode: string | null;
}

export type AddressField = keyof Address;

/** A part of the address that is missing, or none. */
export interface BadAddress {
  readonly kind: 'address-invalid';
  readonly field: AddressField;
}

const CAP = /^\d{5}$/;
const PROVINCE = /^[A-Z]{2}$/;
const ISTAT_CODE = /^\d{6}$/;

/** An address as it was written: blanks around it do not matter, nor does the case of the province. */
export function parseAddress(written: { readonly [Field in AddressField]: string | null }): Outcome<Address, BadAddress> {
  const told = (field: AddressField): string => (written[field] ?? '').trim().replace(/\s+/g, ' ');
  const [province, istatCode] = [told('province').toUpperCase(), told('istatCode')];
  if (told('street') === '') return refuse({ kind: 'address-invalid', field: 'street' });
  if (!CAP.test(told('cap'))) return refuse({ kind: 'address-invalid', field: 'cap' });
  if (told('municipality') === '') return refuse({ kind: 'address-invalid', field: 'municipality' });
  if (!PROVINCE.test(province)) return refuse({ kind: 'address-invalid', field: 'province' });
  if (istatCode !== '' && !ISTAT_CODE.test(istatCode)) return refuse({ kind: 'address-invalid', field: 'istatCode' });
  return accept({ street: told('street'), cap: told('cap'), municipality: told('municipality'), province, istatCode: istatCode === '' ? null : istatCode });
}
