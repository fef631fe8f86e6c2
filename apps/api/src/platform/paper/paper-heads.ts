// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PaperHead, PaperLanguage } from '@sportello/contracts';
import { Settings } from '../../config/settings';
import type { Transaction } from '../database/transaction';
import { TrustAnchors } from '../keys/trust-anchors';
import { PaperFactsRepository } from './paper-facts.repository';

/** Whose paper it is: the body, its mark, the controller, the version of the notice, and whom a citizen asks. */
@Injectable()
export class PaperHeads {
  constructor(
    private readonly settings: Settings,
    private readonly trustAnchors: TrustAnchors,
  ) {}

  /** Of the desk's papers, in a language; `isTest`: the station that prints has simulated devices. */
  async ofDesk(transaction: Transaction, deskId: string, language: PaperLanguage, isTest: boolean): Promise<PaperHead> {
    const { body, name, place } = await transaction.repository(PaperFactsRepository).desk(deskId);
    return this.head(body, { name, place }, language, isTest);
  }

  /** Of what is loaded down at home; nothing while the installation has no body. */
  async ofNoDesk(transaction: Transaction, language: PaperLanguage): Promise<PaperHead | undefined> {
    const body = await transaction.repository(PaperFactsRepository).firstBody();
    return body === undefined ? undefined : this.head(body, null, language, false);
  }

  private head(body: string, desk: PaperHead['desk'], language: PaperLanguage, isTest: boolean): PaperHead {
    const { dataController, noticeVersion, helpDesk, logo } = this.settings;
    return {
      body,
      desk,
      controller: dataController ?? body,
      noticeVersion,
      ...(helpDesk && { helpDesk: { phone: helpDesk.phone, hours: helpDesk.hours[language] } }),
      ...(logo !== null && { logo }),
      isTest: isTest || this.trustAnchors.isTest,
    };
  }
}
