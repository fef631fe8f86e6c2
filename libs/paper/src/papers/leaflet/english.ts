// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { LeafletTexts } from './texts';

export const LEAFLET_ENGLISH: LeafletTexts = {
  title: 'Your TS-CNS: how to use it',
  backTitle: 'What the card opens',
  subtitle: (cardType) => (cardType === null ? 'Information sheet' : `Information sheet for ${cardType} cards`),
  backSubtitle: 'Online services, SPID and the electronic identity card (CIE)',
  codes: 'Your codes',
  pin: 'Opens online services: you type it each time that you use the card. After three wrong PINs in a row the card is blocked.',
  puk: 'Unblocks the card and changes the PIN. Too many wrong PUKs block the card for good.',
  cip: (phone) => `Lets the help desk know you by phone (${phone}). You need it to ask for the revocation of the certificate.`,
  needed: 'What you need at home',
  reader: 'A smart card reader: also sold at ASLs and other activation points.',
  software: (cardType, software) => {
    if (cardType === null) return 'The software for your card: it depends on the type, printed at the card’s top left (AC2018, for example).';
    if (software === null) return ['The software for ', strong(cardType), ' cards: ask the help desk which.'];
    return ['The software for ', strong(cardType), ' cards (the type is printed at the top left): ', strong(software), '.'];
  },
  works: 'What works already, without activation',
  worksAlready: [
    'The magnetic stripe: at the pharmacy it gives the codice fiscale, also for the receipt.',
    'Care by the national health service.',
    'The European health insurance card (TEAM), on the back: care in the countries of the European Union and in Norway, Iceland, Liechtenstein and Switzerland.',
  ],
  notDone: { title: 'What it does not do', text: 'It does not sign documents: it is no digital signature. As data of the person the chip holds only name, surname and codice fiscale.' },
  lost: (phone) => ({
    title: 'If you lose it or it is stolen',
    text: ['Call ', strong(phone), ' with the CIP: the certificate is revoked, for good; the health record does not change. The new card is asked for at your own ASL or the Agenzia delle Entrate. If it never reached you: Agenzia delle Entrate.'],
  }),
  services: 'The services',
  serviceNames: [
    'Electronic health record; ticket and income certification',
    'Vaccination booklet and certificate for school',
    'The apps ToscanaID and Smart SST; SISPC',
    'Files of civil proceedings; PDA; Iris payments; Apaci',
    'INPS and the Agenzia delle Entrate',
  ],
  spid: 'SPID with the card',
  spidFacts: [
    'With the active TS-CNS (or with the CIE) you obtain SPID without meeting an operator.',
    'Regional services want SPID of level 2 or higher, of a natural person: not a legal person’s profile.',
    'Always start from the service’s own page: an address saved with an old request for access does not work.',
    'After an access with the card, clear the browser’s cache before you use SPID.',
  ],
  cie: 'The electronic identity card (CIE)',
  cieFacts: [
    'It is an identity document with a contactless chip; its PIN is in two halves, one given at the request and one with the card.',
    ['To block it: ', strong('800 263388'), ', Monday–Friday 8–18, Saturday 8–14, with name, surname, codice fiscale, number of the CIE if you know it and details of the police report.'],
    'For paper cards: the municipality that issued them. Problems with the CIE: cie.cittadini@interno.it',
  ],
  helpDesk: 'Who helps you',
  phone: 'Phone',
  hours: 'Hours',
};
