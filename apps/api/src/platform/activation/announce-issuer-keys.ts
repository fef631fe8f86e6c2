// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import { IssuerKeys } from '../keys/issuer-keys';
import { IssuerKeyRepository } from './issuer-key.repository';

/** Writes down which versions of the issuer's key there are, before anybody asks: all copies of the API then use, and stop, the same one. */
@Injectable()
export class AnnounceIssuerKeys implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issuerKeys: IssuerKeys,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { versions } = this.issuerKeys;
    await this.unitOfWork.run((transaction) => transaction.repository(IssuerKeyRepository).know(versions, transaction.now));
  }
}
