// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CitizenPlan, VisitPlan } from './citizen-plan';
import { firenze, livorno, lucca, massa, pisa } from './places';

type Accompanied = Pick<CitizenPlan, 'surname' | 'name' | 'sex' | 'age' | 'birthday' | 'birthPlace' | 'cardType'> & { readonly isInUse?: true };

/** Somebody who comes for others, with a card of their own that is in use. */
const accompanies = (person: Accompanied): CitizenPlan => ({ ...person, cardMonthsLeft: 30, story: 'accompanies', isInUse: true, document: { type: 'cie', yearsOld: 3 } });

const accompanied = (person: Accompanied, visit: VisitPlan): CitizenPlan => ({ ...person, cardMonthsLeft: 40, story: visit.applicant === undefined ? 'emancipated' : 'accompanied', visit, document: { type: 'cie', yearsOld: 1 } });

/**
 * Everybody who comes for somebody else, with those for whom they come: of each kind one card that was never activated, and one in use whose issuer can set new codes.
 * The minor whose parent's card has expired is among the others.
 */
export const ACCOMPANIED: readonly CitizenPlan[] = [
  accompanies({ surname: 'BRUNI', name: 'SARA', sex: 'F', age: 41, birthday: { month: 6, day: 2 }, birthPlace: massa, cardType: 'AC2018' }),
  accompanied({ surname: 'LELLI', name: 'NINA', sex: 'F', age: 11, birthday: { month: 4, day: 9 }, birthPlace: massa, cardType: 'ST2022' }, { kind: 'parent-of-minor', applicant: 'bruni-sara' }),
  accompanied({ surname: 'LELLI', name: 'LUCE', sex: 'F', age: 8, birthday: { month: 9, day: 30 }, birthPlace: massa, cardType: 'ST2021' }, { kind: 'parent-of-minor', applicant: 'bruni-sara' }),
  accompanied({ surname: 'LELLI', name: 'ELIO', sex: 'M', age: 5, birthday: { month: 12, day: 4 }, birthPlace: massa, cardType: 'ST2022' }, { kind: 'parent-of-minor', applicant: 'bruni-sara' }),
  accompanied({ surname: 'LELLI', name: 'ARIA', sex: 'F', age: 15, birthday: { month: 2, day: 11 }, birthPlace: massa, cardType: 'ID2019', isInUse: true }, { kind: 'parent-of-minor', applicant: 'bruni-sara' }),

  accompanies({ surname: 'TESI', name: 'ALDO', sex: 'M', age: 55, birthday: { month: 2, day: 3 }, birthPlace: lucca, cardType: 'OT2016' }),
  accompanied({ surname: 'FIORE', name: 'IDA', sex: 'F', age: 14, birthday: { month: 8, day: 21 }, birthPlace: lucca, cardType: 'ST2021' }, { kind: 'guardian-of-minor', applicant: 'tesi-aldo' }),
  accompanied({ surname: 'FIORE', name: 'TEO', sex: 'M', age: 16, birthday: { month: 1, day: 16 }, birthPlace: lucca, cardType: 'OT2016', isInUse: true }, { kind: 'guardian-of-minor', applicant: 'tesi-aldo' }),
  accompanied({ surname: 'DOLCI', name: 'PIA', sex: 'F', age: 78, birthday: { month: 2, day: 17 }, birthPlace: pisa, cardType: 'ST2022' }, { kind: 'guardian-of-ward', applicant: 'tesi-aldo' }),
  accompanied({ surname: 'DOLCI', name: 'GINO', sex: 'M', age: 80, birthday: { month: 10, day: 8 }, birthPlace: pisa, cardType: 'ID2019', isInUse: true }, { kind: 'guardian-of-ward', applicant: 'tesi-aldo' }),

  accompanies({ surname: 'VANNI', name: 'REMO', sex: 'M', age: 57, birthday: { month: 5, day: 5 }, birthPlace: firenze, cardType: 'ST2021' }),
  accompanied({ surname: 'POLI', name: 'TEA', sex: 'F', age: 71, birthday: { month: 7, day: 14 }, birthPlace: firenze, cardType: 'AC2018' }, { kind: 'curator-of-ward', applicant: 'vanni-remo' }),
  accompanied({ surname: 'POLI', name: 'IVO', sex: 'M', age: 73, birthday: { month: 3, day: 27 }, birthPlace: firenze, cardType: 'OT2016', isInUse: true }, { kind: 'curator-of-ward', applicant: 'vanni-remo' }),

  accompanies({ surname: 'CIONI', name: 'LIA', sex: 'F', age: 46, birthday: { month: 9, day: 9 }, birthPlace: massa, cardType: 'ID2019' }),
  accompanied({ surname: 'MORI', name: 'ADA', sex: 'F', age: 75, birthday: { month: 11, day: 1 }, birthPlace: massa, cardType: 'ST2021' }, { kind: 'support-administrator', applicant: 'cioni-lia' }),
  accompanied({ surname: 'MORI', name: 'LEO', sex: 'M', age: 69, birthday: { month: 4, day: 22 }, birthPlace: massa, cardType: 'ID2019', isInUse: true }, { kind: 'support-administrator', applicant: 'cioni-lia' }),

  accompanied({ surname: 'RENZI', name: 'LEA', sex: 'F', age: 17, birthday: { month: 5, day: 20 }, birthPlace: livorno, cardType: 'ST2022' }, { kind: 'emancipated-minor' }),
  accompanied({ surname: 'RENZI', name: 'NOE', sex: 'M', age: 17, birthday: { month: 7, day: 6 }, birthPlace: livorno, cardType: 'OT2016', isInUse: true }, { kind: 'emancipated-minor' }),

  accompanies({ surname: 'GORI', name: 'ELSA', sex: 'F', age: 58, birthday: { month: 10, day: 28 }, birthPlace: pisa, cardType: 'AC2018' }),
  accompanied({ surname: 'GORI', name: 'UGO', sex: 'M', age: 87, birthday: { month: 3, day: 3 }, birthPlace: pisa, cardType: 'ST2021' }, { kind: 'health-delegate', applicant: 'gori-elsa', isCopyExpired: true }),
  accompanied({ surname: 'GORI', name: 'ADA', sex: 'F', age: 84, birthday: { month: 12, day: 19 }, birthPlace: pisa, cardType: 'ID2019', isInUse: true }, { kind: 'health-delegate', applicant: 'gori-elsa' }),
];
