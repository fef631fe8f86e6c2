// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardProfile } from './card-profile';

/** The Carta Nazionale dei Servizi as most card types hold it. Files, PIN and key are as published traces show them; how an inactive card is taken into use is unproven on a real card. */
export const cnsClassicProfile: CardProfile = {
  name: 'cns-classic',
  files: {
    idCarta: ['1000', '1003'],
    personalData: ['1100', '1102'],
    certificate: [{ path: ['1100', '1101'] }],
  },
  pinReference: 0x10,
  pukReference: 0x11,
  issuerKeyReference: 0x12,
  keys: [{ securityEnvironment: 0x03, keyReference: 0x01 }],
};
