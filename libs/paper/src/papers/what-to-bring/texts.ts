// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind, CasePurpose, Declaration, DeskKind } from '@sportello/domain';
import type { Language } from '../../text/language';

export interface WhatToBringTexts {
  readonly title: string;
  readonly subtitle: (purpose: string, kind: string) => string;
  /** Who has to come. */
  readonly who: string;
  readonly comers: Readonly<Record<CaseKind, string>>;
  readonly things: Readonly<Record<CasePurpose, string>>;
  readonly signed: string;
  readonly form: string;
  readonly declarations: Readonly<Record<Declaration, string>>;
  readonly know: string;
  readonly free: string;
  readonly approval: string;
  readonly where: (desks: string) => string;
  readonly desks: Readonly<Record<DeskKind, string>>;
}

export const WHAT_TO_BRING_TEXTS: Readonly<Record<Language, WhatToBringTexts>> = {
  it: {
    title: 'Cosa portare',
    subtitle: (purpose, kind) => `${purpose} · ${kind}`,
    who: 'Chi viene',
    comers: {
      holder: 'Viene il titolare, maggiorenne, di persona.',
      'parent-of-minor': 'Viene un solo genitore. Il minore non deve venire.',
      'guardian-of-minor': 'Viene il tutore. Il minore non deve venire.',
      'guardian-of-ward': 'Viene il tutore. La persona tutelata non deve venire.',
      'curator-of-ward': 'Viene il curatore. La persona assistita non deve venire.',
      'support-administrator': 'Viene l’amministratore di sostegno. La persona assistita non deve venire.',
      'emancipated-minor': 'Viene il minore emancipato, di persona.',
      'health-delegate': 'Viene la persona delegata, perché il titolare non può per motivi di salute.',
    },
    things: { activation: 'Che cosa si porta', duplicate: 'Che cosa si porta per i codici nuovi' },
    signed: 'Che cosa si firma qui',
    form: 'La richiesta, con l’informativa e la ricevuta',
    declarations: {
      'parental-responsibility': 'L’autocertificazione della responsabilità genitoriale',
      guardianship: 'L’autocertificazione di essere il tutore',
      curatorship: 'L’autocertificazione di essere il curatore',
      'support-administration': 'L’autocertificazione di essere l’amministratore di sostegno, con poteri per questo atto',
      emancipation: 'L’autocertificazione dell’emancipazione',
      'loss-of-codes': 'La dichiarazione di non avere più i codici',
    },
    know: 'Da sapere',
    free: 'È gratuito. I codici si ricevono in una busta chiusa: nessuno li conosce.',
    approval: 'Un supervisore guarda la richiesta prima di dare i codici: può servire qualche minuto.',
    where: (desks) => `Si fa solo presso: ${desks}.`,
    desks: { asl: 'ASL', 'hospital-trust': 'aziende ospedaliere', municipality: 'Comuni e URP', pharmacy: 'farmacie' },
  },
  en: {
    title: 'What to bring',
    subtitle: (purpose, kind) => `${purpose} · ${kind}`,
    who: 'Who comes',
    comers: {
      holder: 'The holder comes in person, of full age.',
      'parent-of-minor': 'One parent comes. The minor need not come.',
      'guardian-of-minor': 'The guardian comes. The minor need not come.',
      'guardian-of-ward': 'The guardian comes. The ward need not come.',
      'curator-of-ward': 'The curator comes. The person assisted need not come.',
      'support-administrator': 'The support administrator comes. The person assisted need not come.',
      'emancipated-minor': 'The emancipated minor comes in person.',
      'health-delegate': 'The delegate comes, since the holder cannot for reasons of health.',
    },
    things: { activation: 'What to have in hand', duplicate: 'What to have in hand for new codes' },
    signed: 'What is signed here',
    form: 'The request, with notice and receipt',
    declarations: {
      'parental-responsibility': 'The self-declaration of parental responsibility',
      guardianship: 'The self-declaration of being the guardian',
      curatorship: 'The self-declaration of being the curator',
      'support-administration': 'The self-declaration of being the support administrator, with powers for this act',
      emancipation: 'The self-declaration of the emancipation',
      'loss-of-codes': 'The declaration of no longer having the codes',
    },
    know: 'Good to know',
    free: 'It is free. The codes come in a sealed envelope: nobody knows them.',
    approval: 'A supervisor looks at the request before the codes are given: it may take a few minutes.',
    where: (desks) => `Done only at: ${desks}.`,
    desks: { asl: 'ASL desks', 'hospital-trust': 'hospital trusts', municipality: 'municipalities and URPs', pharmacy: 'pharmacies' },
  },
  de: {
    title: 'Was mitzubringen ist',
    subtitle: (purpose, kind) => `${purpose} · ${kind}`,
    who: 'Wer kommt',
    comers: {
      holder: 'Die volljährige Inhaberin oder der volljährige Inhaber kommt selbst.',
      'parent-of-minor': 'Ein Elternteil kommt. Die minderjährige Person muss nicht mitkommen.',
      'guardian-of-minor': 'Der Vormund kommt. Die minderjährige Person muss nicht mitkommen.',
      'guardian-of-ward': 'Der Vormund kommt. Die betreute Person muss nicht mitkommen.',
      'curator-of-ward': 'Die Kuratorin oder der Kurator kommt. Die betreute Person muss nicht mitkommen.',
      'support-administrator': 'Die Sachwalterin oder der Sachwalter kommt. Die betreute Person muss nicht mitkommen.',
      'emancipated-minor': 'Die vorzeitig mündige Person kommt selbst.',
      'health-delegate': 'Die bevollmächtigte Person kommt, weil die Inhaberin oder der Inhaber aus gesundheitlichen Gründen nicht kann.',
    },
    things: { activation: 'Was dabei sein muss', duplicate: 'Was für neue Codes dabei sein muss' },
    signed: 'Was hier unterschrieben wird',
    form: 'Der Antrag mit Datenschutzhinweis und Empfangsbestätigung',
    declarations: {
      'parental-responsibility': 'Die Eigenerklärung der elterlichen Verantwortung',
      guardianship: 'Die Eigenerklärung über die Vormundschaft',
      curatorship: 'Die Eigenerklärung über die Kuratel',
      'support-administration': 'Die Eigenerklärung über die Sachwalterschaft mit Befugnissen für diese Handlung',
      emancipation: 'Die Eigenerklärung der vorzeitigen Mündigkeit',
      'loss-of-codes': 'Die Erklärung, die Codes nicht mehr zu haben',
    },
    know: 'Gut zu wissen',
    free: 'Es ist kostenlos. Die Codes kommen in einem verschlossenen Umschlag: Niemand kennt sie.',
    approval: 'Ein Supervisor sieht den Antrag an, bevor es Codes gibt: Das kann einige Minuten dauern.',
    where: (desks) => `Nur möglich bei: ${desks}.`,
    desks: { asl: 'Sanitätsbetrieben', 'hospital-trust': 'Krankenhausbetrieben', municipality: 'Gemeinden und Bürgerämtern', pharmacy: 'Apotheken' },
  },
};
