// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateAct, CertificateRevocationReason } from '@sportello/domain';
import type { Language } from '../../text/language';

export interface RevocationReceiptTexts {
  readonly titles: Readonly<Record<CertificateAct, string>>;
  readonly subtitle: (requestNumber: string) => string;
  readonly request: string;
  readonly number: string;
  readonly when: string;
  readonly whenValue: (day: string, time: string) => string;
  readonly reason: string;
  readonly reasons: Readonly<Record<CertificateRevocationReason, string>>;
  readonly card: string;
  readonly cardValue: (last8: string) => string;
  readonly noCard: string;
  readonly operator: string;
  readonly goesOut: string;
  readonly waits: string;
  readonly effects: Readonly<Record<CertificateAct, string>>;
}

export const REVOCATION_RECEIPT_TEXTS: Readonly<Record<Language, RevocationReceiptTexts>> = {
  it: {
    titles: { revocation: 'Ricevuta della richiesta di revoca', suspension: 'Ricevuta della richiesta di sospensione', reactivation: 'Ricevuta della richiesta di riattivazione' },
    subtitle: (number) => `Certificato CNS della tessera · richiesta ${number}`,
    request: 'Che cosa è stato chiesto',
    number: 'Numero della richiesta',
    when: 'Registrata',
    whenValue: (day, time) => `${day}, ore ${time}`,
    reason: 'Motivo',
    reasons: {
      theft: 'Furto',
      loss: 'Smarrimento',
      'code-compromise': 'Codici conosciuti da altri',
      malfunction: 'La tessera non funziona',
      'card-blocked': 'Tessera bloccata',
      'wrong-data': 'Dati errati',
      'changed-data': 'Dati cambiati',
      'holder-death': 'Decesso del titolare',
      'wrong-delivery': 'Consegna errata',
      'lost-case': 'Attivazione non conclusa',
      'bad-lot': 'Lotto di tessere difettoso',
      'ex-officio': 'D’ufficio',
    },
    card: 'Tessera',
    cardValue: (last8) => `numero che finisce con ${last8}`,
    noCard: 'la sceglie il supervisore',
    operator: 'Operatore',
    goesOut: 'La richiesta parte subito per il certificatore.',
    waits: 'Prima decide un supervisore.',
    effects: {
      revocation: 'La revoca è definitiva e riguarda solo il certificato: la tessera resta valida come tessera sanitaria e il fascicolo non cambia. Per sapere a che punto è, comunica il numero all’help desk.',
      suspension: 'Finché è sospesa, con la tessera non si entra nei servizi. La riattivazione si chiede di persona, a uno sportello, con un documento.',
      reactivation: 'Quando il certificatore l’ha registrata, con la tessera si entra di nuovo nei servizi.',
    },
  },
  en: {
    titles: { revocation: 'Receipt of a request for revocation', suspension: 'Receipt of a request for suspension', reactivation: 'Receipt of a request for reactivation' },
    subtitle: (number) => `CNS certificate of the card · request ${number}`,
    request: 'What was asked for',
    number: 'Number of the request',
    when: 'Recorded',
    whenValue: (day, time) => `${day} at ${time}`,
    reason: 'Reason',
    reasons: {
      theft: 'Theft',
      loss: 'Loss',
      'code-compromise': 'Codes known to others',
      malfunction: 'The card does not work',
      'card-blocked': 'Card blocked',
      'wrong-data': 'Wrong data',
      'changed-data': 'Data have changed',
      'holder-death': 'Death of the holder',
      'wrong-delivery': 'Wrong delivery',
      'lost-case': 'Activation not finished',
      'bad-lot': 'Faulty batch of cards',
      'ex-officio': 'Ex officio',
    },
    card: 'Card',
    cardValue: (last8) => `number ending in ${last8}`,
    noCard: 'the supervisor chooses it',
    operator: 'Recorded by',
    goesOut: 'The request goes to the certification authority at once.',
    waits: 'A supervisor decides first.',
    effects: {
      revocation: 'The revocation is final and concerns the certificate only: the card stays valid as a health card and your health record does not change. To hear where it stands, tell the help desk the number.',
      suspension: 'While it is suspended the card opens no service. Reactivation is asked for in person, at a desk, with an identity document.',
      reactivation: 'Once the certification authority has recorded it, the card opens the services again.',
    },
  },
  de: {
    titles: { revocation: 'Beleg über den Antrag auf Widerruf', suspension: 'Beleg über den Antrag auf Sperrung', reactivation: 'Beleg über den Antrag auf Entsperrung' },
    subtitle: (number) => `CNS-Zertifikat der Karte · Antrag ${number}`,
    request: 'Was beantragt wurde',
    number: 'Nummer des Antrags',
    when: 'Aufgenommen',
    whenValue: (day, time) => `${day} um ${time} Uhr`,
    reason: 'Grund',
    reasons: {
      theft: 'Diebstahl',
      loss: 'Verlust',
      'code-compromise': 'Codes sind anderen bekannt',
      malfunction: 'Die Karte funktioniert nicht',
      'card-blocked': 'Karte blockiert',
      'wrong-data': 'Falsche Daten',
      'changed-data': 'Geänderte Daten',
      'holder-death': 'Tod des Inhabers',
      'wrong-delivery': 'Falsche Übergabe',
      'lost-case': 'Aktivierung nicht abgeschlossen',
      'bad-lot': 'Fehlerhafte Kartenserie',
      'ex-officio': 'Von Amts wegen',
    },
    card: 'Karte',
    cardValue: (last8) => `Nummer endet auf ${last8}`,
    noCard: 'wählt die Aufsicht',
    operator: 'Aufgenommen von',
    goesOut: 'Der Antrag geht sofort an die Zertifizierungsstelle.',
    waits: 'Zuerst entscheidet eine Aufsicht.',
    effects: {
      revocation: 'Der Widerruf ist endgültig und betrifft nur das Zertifikat: die Karte bleibt als Gesundheitskarte gültig, und die Gesundheitsakte ändert sich nicht. Den Stand erfahren Sie beim Help Desk mit der Nummer.',
      suspension: 'Solange sie gesperrt ist, öffnet die Karte keinen Dienst. Die Entsperrung beantragt man persönlich am Schalter, mit Ausweis.',
      reactivation: 'Sobald die Zertifizierungsstelle sie eingetragen hat, öffnet die Karte die Dienste wieder.',
    },
  },
};
