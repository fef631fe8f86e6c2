// SPDX-License-Identifier: AGPL-3.0-or-later
import { FULL_AGE } from '../../time/age';
import { DESK_KINDS } from '../desk-kinds';
import type { DeskKind } from '../desk-kinds';
import type { CaseKind, CaseKindRule, PaperAsked } from './case-kind';

const ADULT = { atLeast: FULL_AGE } as const;
const MINOR = { atLeast: 0, below: FULL_AGE } as const;
/** Marriage with leave of the court, which emancipates, is open from sixteen (art. 84 and 390 c.c.). */
const MINOR_WHO_MAY_BE_EMANCIPATED = { atLeast: 16, below: FULL_AGE } as const;

/** Courts' papers are read by those who do so by trade: not at a pharmacy. */
const PUBLIC_DESKS: readonly DeskKind[] = ['asl', 'hospital-trust', 'municipality'];

const IDENTITY_DOCUMENT: PaperAsked = { paper: 'applicant-identity-document', handling: 'by-desk-kind' };
const ON_BEHALF = { asksApplicantCard: true, papers: [IDENTITY_DOCUMENT], asksDecree: false, needsApproval: false, deskKinds: DESK_KINDS, printouts: ['envelope', 'form', 'self-declaration', 'leaflet'] } as const;

/** One row per kind: the rule book of who may come. */
export const CASE_KIND_RULES: Readonly<Record<CaseKind, CaseKindRule>> = {
  holder: {
    kind: 'holder',
    applicant: 'holder',
    holderAge: ADULT,
    asksApplicantCard: false,
    papers: [IDENTITY_DOCUMENT],
    declarations: [],
    asksDecree: false,
    needsApproval: false,
    deskKinds: DESK_KINDS,
    printouts: ['envelope', 'form'],
    mode: 'direct',
    source: 'Regione Toscana, guide to TS-CNS, CIE and SPID',
  },
  // Either parent may act alone (art. 320 c.c.), and the minor need not come.
  'parent-of-minor': {
    ...ON_BEHALF,
    kind: 'parent-of-minor',
    applicant: 'parent',
    holderAge: MINOR,
    declarations: ['parental-responsibility'],
    mode: 'parental',
    source: 'Regione Toscana, guide to TS-CNS, CIE and SPID; art. 320 c.c.; DPR 445/2000 art. 46',
  },
  'guardian-of-minor': {
    ...ON_BEHALF,
    kind: 'guardian-of-minor',
    applicant: 'guardian',
    holderAge: MINOR,
    declarations: ['guardianship'],
    mode: 'guardian',
    source: 'Regione Toscana, guide to TS-CNS, CIE and SPID; art. 357 c.c.; DPR 445/2000 art. 46',
  },
  'guardian-of-ward': {
    ...ON_BEHALF,
    kind: 'guardian-of-ward',
    applicant: 'guardian',
    holderAge: ADULT,
    declarations: ['guardianship'],
    mode: 'guardian',
    source: 'Regione Toscana, guide to TS-CNS, CIE and SPID; art. 424 c.c.; DPR 445/2000 art. 46',
  },
  'curator-of-ward': {
    ...ON_BEHALF,
    kind: 'curator-of-ward',
    applicant: 'curator',
    holderAge: ADULT,
    declarations: ['curatorship'],
    mode: 'curator',
    source: 'Regione Toscana, guide to TS-CNS, CIE and SPID; art. 424 c.c.; DPR 445/2000 art. 46',
  },
  'support-administrator': {
    ...ON_BEHALF,
    kind: 'support-administrator',
    applicant: 'support-administrator',
    holderAge: ADULT,
    papers: [IDENTITY_DOCUMENT, { paper: 'appointment-decree', handling: 'seen' }],
    declarations: ['support-administration'],
    asksDecree: true,
    needsApproval: true,
    deskKinds: PUBLIC_DESKS,
    mode: 'support-administrator',
    source: 'art. 404 and 405 c.c. [I]',
  },
  'emancipated-minor': {
    kind: 'emancipated-minor',
    applicant: 'holder',
    holderAge: MINOR_WHO_MAY_BE_EMANCIPATED,
    asksApplicantCard: false,
    papers: [IDENTITY_DOCUMENT, { paper: 'emancipation-title', handling: 'seen' }],
    declarations: ['emancipation'],
    asksDecree: false,
    needsApproval: false,
    deskKinds: PUBLIC_DESKS,
    printouts: ['envelope', 'form', 'self-declaration', 'leaflet'],
    mode: 'direct',
    source: 'art. 390 c.c. [I]',
  },
  'health-delegate': {
    kind: 'health-delegate',
    applicant: 'delegate',
    holderAge: ADULT,
    asksApplicantCard: false,
    papers: [IDENTITY_DOCUMENT, { paper: 'delegation', handling: 'kept' }, { paper: 'holder-document-copy', handling: 'kept' }],
    declarations: [],
    asksDecree: false,
    needsApproval: false,
    deskKinds: DESK_KINDS,
    printouts: ['envelope', 'form', 'leaflet'],
    mode: 'health-delegate',
    source: 'Regione Toscana, guide to TS-CNS, CIE and SPID',
  },
};
