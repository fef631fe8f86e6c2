// SPDX-License-Identifier: AGPL-3.0-or-later
import { mono, strong } from '../drawing/rich-text';
import type { Catalogue } from './catalogue';

export const ENGLISH: Catalogue = {
  test: 'Test environment: this sheet is not valid.',
  desk: 'TS-CNS activation desk',
  helpDeskLine: ({ phone, hours }) => ['TS-CNS help desk ', strong(phone), ` · ${hours}`],
  envelope: {
    file: 'Sealed envelope of the TS-CNS',
    controlNumber: 'Control number',
    expected: (controlNumber) => `expected ${controlNumber}`,
    recipientLabel: 'For',
    delivery: (place, desk, date) => `To be handed over in person: ${place}, ${desk}, ${date}`,
    outerCodeNote: 'Outer code: the desk reads it before it writes the card, and at delivery.',
    outerCodeAlt: (outerCode) => `Outer code ${outerCode}`,
    seal: {
      title: 'Sealed. Only you open it.',
      secret: 'The codes are under this label. Not even the person who hands it to you knows them.',
      broken: 'If the label is lifted or torn, do not accept it: we print another one with new codes.',
      lift: 'Lift here',
    },
    steps: [
      { title: '1. Before you sign', text: 'Check the name, and that the label is intact.' },
      { title: '2. At home', text: 'Lift the label and read PIN, PUK and CIP.' },
      { title: '3. Then', text: 'Keep the sheet away from the card. Nobody can print it again.' },
    ],
    insideTitle: (recipient) => `Your codes, ${recipient}`,
    pin: {
      name: 'PIN',
      use: 'To enter online services',
      more: 'You type it whenever you use the card. After three wrong PINs in a row the card is blocked: you need the PUK.',
    },
    puk: { name: 'PUK', use: 'To unblock the card and to change the PIN', more: 'Too many wrong PUKs block the card for good.' },
    cip: (phone) => ({
      name: 'CIP',
      use: 'To be recognised on the phone',
      more: `${phone} asks for it. You need it to revoke the certificate if you lose the card.`,
    }),
    warning: {
      title: 'Keep this sheet: nobody can print it again.',
      text: 'If you lose it, go back to a desk with the card and your identity document: you will get new codes. Keep it away from the card and do not photograph it.',
    },
    needed: (cardType) => ({
      title: 'What you need',
      text: cardType
        ? ['A smart card reader and the software for your card, type ', strong(cardType), '.']
        : 'A smart card reader and the software for your card: its type is printed at the card’s top left.',
    }),
    notDone: { title: 'What the card does not do', text: 'Digital signature. The chip holds only name, surname and codice fiscale.' },
  },
  form: {
    title: 'Request, privacy notice and receipt',
    subtitle: (receiptNumber, copy) => `Activation of the TS-CNS · Holder · receipt ${receiptNumber} · ${copy}`,
    copies: ['copy for the citizen', 'copy for the desk'],
    formNumberAlt: (formNumber) => `Bar code of form ${formNumber}`,
    who: 'Who, and which card',
    holder: 'Holder',
    born: (_sex, date, place) => `born on ${date}${place ? ` in ${place}` : ''}`,
    codiceFiscale: 'Codice fiscale',
    card: 'Card',
    cardValue: (type, idCartaLast4, expiry) => [type ? `${type}, ` : '', 'ID_Carta ending in ', mono(idCartaLast4), `, expires on ${expiry}`],
    document: 'Document',
    documentNames: {
      cie: 'Identity card CIE',
      'paper-identity-card': 'Paper identity card',
      passport: 'Passport',
      'driving-licence': 'Driving licence',
      'nautical-licence': 'Nautical licence',
      'pension-booklet': 'Pension booklet',
      'heating-plant-licence': 'Heating-plant licence',
      'firearms-licence': 'Firearms licence',
      'state-recognition-card': 'Recognition card of a State administration',
      'foreign-passport': 'Foreign passport',
    },
    documentValue: (name, last4) => [`${name}, ending in `, mono(last4)],
    what: 'What is done',
    activation: 'Activation',
    modes: {
      direct: 'direct',
      parental: 'parental responsibility',
      guardian: 'guardian',
      curator: 'curator',
      'support-administrator': 'support administrator',
      'health-delegate': 'delegate (health reasons)',
    },
    activationValue: (day, time, mode) => `Requested on ${day} at ${time}. Mode: ${mode}`,
    envelope: 'Sealed envelope',
    envelopeValue: (controlNumber) => `Number ${controlNumber}, to be handed over sealed`,
    operator: 'Operator',
    request: (noticeVersion) => ({
      title: 'Request and privacy notice',
      text: `I ask for the activation of my TS-CNS. I have read the notice on the processing of my data (version ${noticeVersion}). By signing I declare that I received the envelope with PIN, PUK and CIP sealed and intact.`,
    }),
    placeAndDate: 'Place and date',
    signature: 'Signature of the applicant',
    loss: (phone) => ({
      title: 'If you lose the card',
      text: [
        'Call ',
        strong(phone),
        ' with your CIP: the certificate is revoked. You ask for the new card at your own ASL or at the Agenzia delle Entrate. The revocation is final and concerns the certificate only: your health record does not change.',
      ],
    }),
    controller: (name) => `Data controller: ${name} · No code is written on this sheet`,
  },
};
