// SPDX-License-Identifier: AGPL-3.0-or-later
import { mono, strong } from '../drawing/rich-text';
import type { Catalogue } from './catalogue';

export const ITALIAN: Catalogue = {
  test: 'Ambiente di prova: questo foglio non ha valore.',
  desk: 'Sportello di attivazione della TS-CNS',
  helpDeskLine: ({ phone, hours }) => ['Help desk TS-CNS ', strong(phone), ` · ${hours}`],
  envelope: {
    file: 'Busta cieca della TS-CNS',
    controlNumber: 'Numero di controllo',
    expected: (controlNumber) => `atteso ${controlNumber}`,
    recipientLabel: 'Per',
    delivery: (place, desk, date) => `Da consegnare a mano: ${place}, ${desk}, ${date}`,
    outerCodeNote: 'Codice esterno: lo legge lo sportello, prima di scrivere la tessera e alla consegna.',
    outerCodeAlt: (outerCode) => `Codice esterno ${outerCode}`,
    seal: {
      title: 'Chiusa. Aprila solo tu.',
      secret: 'I codici sono sotto questa etichetta. Nemmeno chi te la consegna li conosce.',
      broken: 'Se l’etichetta è sollevata o strappata, non accettarla: te ne stampiamo un’altra con codici nuovi.',
      lift: 'Solleva qui',
    },
    steps: [
      { title: '1. Prima di firmare', text: 'Controlla il nome e che l’etichetta sia intatta.' },
      { title: '2. A casa', text: 'Solleva l’etichetta e leggi PIN, PUK e CIP.' },
      { title: '3. Poi', text: 'Conserva il foglio lontano dalla tessera. Nessuno può ristamparlo.' },
    ],
    insideTitle: (recipient) => `I tuoi codici, ${recipient}`,
    pin: {
      name: 'PIN',
      use: 'Per entrare nei servizi in rete',
      more: 'Lo scrivi ogni volta che usi la tessera. Dopo tre PIN sbagliati di seguito la tessera si blocca: serve il PUK.',
    },
    puk: { name: 'PUK', use: 'Per sbloccare la tessera e cambiare il PIN', more: 'Troppi PUK sbagliati bloccano la tessera per sempre.' },
    cip: (phone) => ({
      name: 'CIP',
      use: 'Per farti riconoscere al telefono',
      more: `Lo chiede l’${phone}. Serve per revocare il certificato se perdi la tessera.`,
    }),
    warning: {
      title: 'Conserva questo foglio: nessuno può ristamparlo.',
      text: 'Se lo perdi, torna a uno sportello con la tessera e il documento: avrai codici nuovi. Tienilo lontano dalla tessera e non fotografarlo.',
    },
    needed: (cardType) => ({
      title: 'Cosa ti serve',
      text: cardType
        ? ['Un lettore di smart card e il software per la tua tessera, tipo ', strong(cardType), '.']
        : 'Un lettore di smart card e il software per la tua tessera: il tipo è scritto in alto a sinistra sulla tessera.',
    }),
    notDone: { title: 'La tessera non fa', text: 'La firma digitale. Nel chip ci sono solo nome, cognome e codice fiscale.' },
  },
  form: {
    title: 'Richiesta, informativa e ricevuta',
    subtitle: (receiptNumber, copy) => `Attivazione della TS-CNS · Titolare · ricevuta ${receiptNumber} · ${copy}`,
    copies: ['copia per il cittadino', 'copia per lo sportello'],
    formNumberAlt: (formNumber) => `Codice a barre del modulo ${formNumber}`,
    who: 'Chi e quale tessera',
    holder: 'Titolare',
    born: (sex, date, place) => `${sex === 'F' ? 'nata' : 'nato'} il ${date}${place ? ` a ${place}` : ''}`,
    codiceFiscale: 'Codice fiscale',
    card: 'Tessera',
    cardValue: (type, idCartaLast4, expiry) => [type ? `${type}, ` : '', 'ID_Carta che finisce per ', mono(idCartaLast4), `, scade il ${expiry}`],
    document: 'Documento',
    documentNames: {
      cie: 'Carta d’identità CIE',
      'paper-identity-card': 'Carta d’identità cartacea',
      passport: 'Passaporto',
      'driving-licence': 'Patente di guida',
      'nautical-licence': 'Patente nautica',
      'pension-booklet': 'Libretto di pensione',
      'heating-plant-licence': 'Patentino di abilitazione alla conduzione di impianti termici',
      'firearms-licence': 'Porto d’armi',
      'state-recognition-card': 'Tessera di riconoscimento di un’amministrazione dello Stato',
      'foreign-passport': 'Passaporto estero',
    },
    documentValue: (name, last4) => [`${name}, che finisce per `, mono(last4)],
    what: 'Che cosa si fa',
    activation: 'Attivazione',
    modes: {
      direct: 'diretta',
      parental: 'responsabilità genitoriale',
      guardian: 'tutore',
      curator: 'curatore',
      'support-administrator': 'amministratore di sostegno',
      'health-delegate': 'delegato (motivi di salute)',
    },
    activationValue: (day, time, mode) => `Richiesta il ${day}, ore ${time}. Modalità: ${mode}`,
    envelope: 'Busta cieca',
    envelopeValue: (controlNumber) => `Numero ${controlNumber}, da consegnare chiusa`,
    operator: 'Operatore',
    request: (noticeVersion) => ({
      title: 'Richiesta e informativa',
      text: `Chiedo l’attivazione della mia TS-CNS. Ho preso visione dell’informativa sul trattamento dei dati (versione ${noticeVersion}). Firmando dichiaro di aver ricevuto la busta chiusa e intatta con PIN, PUK e CIP.`,
    }),
    placeAndDate: 'Luogo e data',
    signature: 'Firma di chi richiede',
    loss: (phone) => ({
      title: 'Se perdi la tessera',
      text: [
        'Chiama l’',
        strong(phone),
        ' con il CIP: il certificato viene revocato. La nuova tessera si chiede alla propria ASL o all’Agenzia delle Entrate. La revoca è definitiva e riguarda solo il certificato: il fascicolo sanitario non cambia.',
      ],
    }),
    controller: (name) => `Titolare del trattamento: ${name} · Nessun codice è scritto su questo foglio`,
  },
};
