// SPDX-License-Identifier: AGPL-3.0-or-later

/** The holder of the virtual card: nobody. */
export const sampleHolder = {
  idCarta: '6090000000000017',
  codiceFiscale: 'RSSMRA80A01D612Y',
  /** EF.Dati_personali without padding. */
  personalData: Uint8Array.from(Buffer.from('000065' + '0460900808012026080801203205ROSSI05MARIO080101198001M0010RSSMRA80A01D612Y0004D612000004D6120000', 'latin1')),
} as const;

/** As the manufacturer delivers the card, and what takes their place. */
export const sampleCodes = { transportPin: '00000', transportPuk: '12345678', newPin: '83150', newPuk: '60418273' } as const;
