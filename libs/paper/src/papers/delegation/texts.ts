// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Paragraph } from '../../text/catalogue';
import type { Language } from '../../text/language';

export interface DelegationTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly formNumberAlt: (formNumber: string) => string;
  readonly holder: string;
  readonly delegate: string;
  readonly fullName: string;
  readonly born: string;
  readonly object: Paragraph;
  readonly impediment: Paragraph;
  readonly attached: string;
  readonly attachments: readonly string[];
  readonly notice: (version: string) => string;
  readonly placeAndDate: string;
  readonly signature: string;
}

export const DELEGATION_TEXTS: Readonly<Record<Language, DelegationTexts>> = {
  it: {
    title: 'Delega per la TS-CNS',
    subtitle: 'Per chi non può venire allo sportello per motivi di salute. L’originale resta allo sportello.',
    formNumberAlt: (formNumber) => `Codice a barre della delega ${formNumber}`,
    holder: 'Chi delega (titolare della tessera)',
    delegate: 'Chi è delegato',
    fullName: 'Cognome e nome',
    born: 'Nascita',
    object: {
      title: 'Che cosa si delega',
      text: 'Delego la persona indicata a chiedere per me l’attivazione della mia TS-CNS e a ritirare la busta chiusa con PIN, PUK e CIP. La delega vale solo per questo: non è una procura generale.',
    },
    impediment: { title: 'Impedimento', text: 'Dichiaro che motivi di salute mi impediscono di venire allo sportello. Non serve dire quali: non scriverli.' },
    attached: 'Da consegnare allo sportello',
    attachments: ['questa delega, compilata e firmata da chi delega', 'la copia di un documento d’identità di chi delega', 'la TS-CNS di chi delega', 'chi è delegato mostra il proprio documento d’identità valido'],
    notice: (version) => `Ho preso visione dell’informativa sul trattamento dei dati (versione ${version}).`,
    placeAndDate: 'Luogo e data',
    signature: 'Firma di chi delega',
  },
  en: {
    title: 'Delegation for the TS-CNS',
    subtitle: 'For whoever cannot come to the desk for reasons of health. The original stays at the desk.',
    formNumberAlt: (formNumber) => `Bar code of delegation ${formNumber}`,
    holder: 'Who delegates (holder of the card)',
    delegate: 'Who is delegated',
    fullName: 'Surname and name',
    born: 'Birth',
    object: {
      title: 'What is delegated',
      text: 'I delegate the person named above to ask for the activation of my TS-CNS and to collect the sealed envelope with PIN, PUK and CIP. The delegation is good for this alone: it is no general power of attorney.',
    },
    impediment: { title: 'Impediment', text: 'I declare that reasons of health keep me from coming to the desk. They need not be told: do not write them down.' },
    attached: 'To hand over at the desk',
    attachments: ['this delegation, filled in and signed by who delegates', 'a copy of an identity document of who delegates', 'the TS-CNS of who delegates', 'who is delegated shows their own valid identity document'],
    notice: (version) => `I have read the notice on the processing of personal data (version ${version}).`,
    placeAndDate: 'Place and date',
    signature: 'Signature of who delegates',
  },
  de: {
    title: 'Vollmacht für die TS-CNS',
    subtitle: 'Für alle, die aus gesundheitlichen Gründen nicht zum Schalter kommen können. Das Original bleibt am Schalter.',
    formNumberAlt: (formNumber) => `Strichcode der Vollmacht ${formNumber}`,
    holder: 'Wer bevollmächtigt (Inhaber/in der Karte)',
    delegate: 'Wer bevollmächtigt wird',
    fullName: 'Nachname und Vorname',
    born: 'Geburt',
    object: {
      title: 'Wofür die Vollmacht gilt',
      text: 'Ich bevollmächtige die genannte Person, für mich die Aktivierung meiner TS-CNS zu beantragen und den verschlossenen Umschlag mit PIN, PUK und CIP abzuholen. Die Vollmacht gilt nur dafür: Sie ist keine Generalvollmacht.',
    },
    impediment: { title: 'Verhinderung', text: 'Ich erkläre, dass gesundheitliche Gründe mich hindern, zum Schalter zu kommen. Welche, muss nicht gesagt werden: bitte nicht aufschreiben.' },
    attached: 'Am Schalter abzugeben',
    attachments: ['diese Vollmacht, ausgefüllt und unterschrieben', 'die Kopie eines Ausweises der Person, die bevollmächtigt', 'die TS-CNS der Person, die bevollmächtigt', 'die bevollmächtigte Person zeigt ihren eigenen gültigen Ausweis'],
    notice: (version) => `Ich habe den Hinweis zur Verarbeitung meiner Daten gelesen (Version ${version}).`,
    placeAndDate: 'Ort und Datum',
    signature: 'Unterschrift der Person, die bevollmächtigt',
  },
};
