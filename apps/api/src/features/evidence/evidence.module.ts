// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { EvidenceContent } from '../../platform/evidence/content/evidence-content';
import { AddEvidence } from './add-evidence';
import { EvidenceController } from './evidence.controller';
import { LookAtEvidence } from './look-at-evidence';
import { WithdrawEvidence } from './withdraw-evidence';

@Module({ controllers: [EvidenceController], providers: [AddEvidence, EvidenceContent, LookAtEvidence, WithdrawEvidence] })
export class EvidenceModule {}
