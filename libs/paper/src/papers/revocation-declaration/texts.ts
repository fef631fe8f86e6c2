// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeclarableReason } from '@sportello/domain';
import type { Language } from '../../text/language';

export interface RevocationDeclarationTexts {
  readonly subtitle: (article: string) => string;
  readonly declared: Readonly<Record<DeclarableReason, string>>;
  readonly what: string;
  readonly card: string;
  /** Before the end of its number. */
  readonly cardValue: string;
  readonly whose: string;
  readonly own: string;
  readonly spokenFor: string;
  readonly noticed: string;
  readonly noticedValue: (day: string, time: string) => string;
  readonly asks: string;
}

export const REVOCATION_DECLARATION_TEXTS: Readonly<Record<Language, RevocationDeclarationTexts>> = {
  it: {
    subtitle: (article) => `Furto o smarrimento della TS-CNS, resa allo sportello (${article} del DPR 445/2000)`,
    declared: { theft: 'che la tessera indicata qui sotto mi è stata rubata, o è stata rubata a chi rappresento.', loss: 'che la tessera indicata qui sotto è stata smarrita da me, o da chi rappresento.' },
    what: 'La tessera',
    card: 'TS-CNS',
    cardValue: 'ID_Carta che finisce per ',
    whose: 'Di chi è',
    own: 'di chi dichiara',
    spokenFor: 'della persona che chi dichiara rappresenta',
    noticed: 'Me ne sono accorto',
    noticedValue: (day, time) => `${day}, ore ${time}`,
    asks: 'Chiedo la revoca del suo certificato. So che è definitiva e che riguarda solo il certificato.',
  },
  en: {
    subtitle: (article) => `Theft or loss of the TS-CNS, made at the desk (${article} of Presidential Decree 445/2000)`,
    declared: { theft: 'that the card named below was stolen from me, or from the person for whom I speak.', loss: 'that the card named below was lost by me, or by the person for whom I speak.' },
    what: 'The card',
    card: 'TS-CNS',
    cardValue: 'ID_Carta ending in ',
    whose: 'Whose it is',
    own: 'of who declares',
    spokenFor: 'of the person for whom the declarant speaks',
    noticed: 'I noticed it',
    noticedValue: (day, time) => `${day} at ${time}`,
    asks: 'I ask for its certificate to be revoked. I know that this is final and concerns the certificate only.',
  },
  de: {
    subtitle: (article) => `Diebstahl oder Verlust der TS-CNS, am Schalter abgegeben (DPR 445/2000, ${article})`,
    declared: { theft: 'dass die unten genannte Karte mir oder der Person, für die ich spreche, gestohlen wurde.', loss: 'dass die unten genannte Karte von mir oder der Person, für die ich spreche, verloren wurde.' },
    what: 'Die Karte',
    card: 'TS-CNS',
    cardValue: 'ID_Carta mit den Endziffern ',
    whose: 'Wem sie gehört',
    own: 'der erklärenden Person',
    spokenFor: 'der Person, für die die erklärende Person spricht',
    noticed: 'Bemerkt',
    noticedValue: (day, time) => `${day} um ${time} Uhr`,
    asks: 'Ich beantrage den Widerruf ihres Zertifikats. Ich weiß, dass er endgültig ist und nur das Zertifikat betrifft.',
  },
};
