// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAfter } from '../../time/date-arithmetic';
import type { CasePaper } from '../case-kinds/case-kind';
import type { Application, ApplicationRefusal } from './application';
import type { CaseNeeds, PaperNeeded } from './needs';

/** What is still to be told or put on the counter. */
export function missingPapers(needs: CaseNeeds, application: Application): ApplicationRefusal | undefined {
  return missingDelegation(needs, application) ?? missingDecree(needs, application) ?? missingPaper(needs, application) ?? missingDeclaration(needs, application);
}

function missingDelegation({ papers }: CaseNeeds, { today, delegation }: Application): ApplicationRefusal | undefined {
  if (!asks(papers, 'delegation')) return undefined;
  if (!delegation) return { kind: 'delegation-missing', fields: ['delegate', 'signedOn', 'holderDocument'] };
  const { signedOn, holderDocumentExpiresOn } = delegation;
  const fields = [...(signedOn === undefined || isAfter(signedOn, today) ? ['signedOn'] : []), ...(holderDocumentExpiresOn === undefined ? ['holderDocument'] : [])];
  return fields.length > 0 ? { kind: 'delegation-missing', fields } : undefined;
}

function missingDecree({ asksDecree }: CaseNeeds, { today, decree }: Application): ApplicationRefusal | undefined {
  if (!asksDecree) return undefined;
  if (!decree) return { kind: 'decree-missing', fields: ['number', 'issuedOn', 'court'] };
  return decree.issuedOn === undefined || isAfter(decree.issuedOn, today) ? { kind: 'decree-missing', fields: ['issuedOn'] } : undefined;
}

function missingPaper({ papers: needed }: CaseNeeds, { papers, emancipationTitle }: Application): ApplicationRefusal | undefined {
  const missing = needed.filter((paper) => !isThere(paper, papers) || (paper.paper === 'emancipation-title' && emancipationTitle === undefined)).map(({ paper }) => paper);
  return missing.length > 0 ? { kind: 'paper-missing', papers: missing } : undefined;
}

/** The identity document's details are recorded by themselves; whatever is to be kept was kept, and not only seen. */
function isThere({ paper, handling }: PaperNeeded, given: readonly PaperNeeded[]): boolean {
  if (paper === 'applicant-identity-document' && handling === 'seen') return true;
  return given.some((one) => one.paper === paper && (handling === 'seen' || one.handling === 'kept'));
}

function missingDeclaration({ declarations: needed }: CaseNeeds, { declarations }: Application): ApplicationRefusal | undefined {
  const missing = needed.filter((declaration) => !declarations.includes(declaration));
  return missing.length > 0 ? { kind: 'declaration-missing', declarations: missing } : undefined;
}

function asks(papers: readonly PaperNeeded[], paper: CasePaper): boolean {
  return papers.some((needed) => needed.paper === paper);
}
