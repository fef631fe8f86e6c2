// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DynamicModule, Module } from '@nestjs/common';
import { ApprovalsModule } from './features/approvals/approvals.module';
import { AuditModule } from './features/audit/audit.module';
import { CasesModule } from './features/cases/cases.module';
import { DeskModule } from './features/desk/desk.module';
import { DeskDayModule } from './features/desk-day/desk-day.module';
import { EvidenceModule } from './features/evidence/evidence.module';
import { FactorResetsModule } from './features/factor-resets/factor-resets.module';
import { FunctionalChecksModule } from './features/functional-checks/functional-checks.module';
import { HealthModule } from './features/health/health.module';
import { HelpDeskModule } from './features/help-desk/help-desk.module';
import { OwnAccessModule } from './features/own-access/own-access.module';
import { PapersModule } from './features/papers/papers.module';
import { PlacesModule } from './features/places/places.module';
import { PeopleModule } from './features/people/people.module';
import { ReaderSalesModule } from './features/reader-sales/reader-sales.module';
import { RetentionModule } from './features/retention/retention.module';
import { RevocationsModule } from './features/revocations/revocations.module';
import { SearchesModule } from './features/searches/searches.module';
import { SessionModule } from './features/session/session.module';
import { SheetsModule } from './features/sheets/sheets.module';
import { StationJobsModule } from './features/station-jobs/station-jobs.module';
import { StationsModule } from './features/stations/stations.module';
import { TrainingModule } from './features/training/training.module';
import { PlatformModule, type Outside } from './platform/platform.module';

@Module({})
export class AppModule {
  static with(outside: Outside): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(outside),
        ApprovalsModule,
        AuditModule,
        CasesModule,
        DeskDayModule,
        DeskModule,
        EvidenceModule,
        FactorResetsModule,
        FunctionalChecksModule,
        HealthModule,
        HelpDeskModule,
        OwnAccessModule,
        PapersModule,
        PlacesModule,
        PeopleModule,
        ReaderSalesModule,
        RetentionModule,
        RevocationsModule,
        SearchesModule,
        SessionModule,
        SheetsModule,
        StationJobsModule,
        StationsModule,
        TrainingModule,
      ],
    };
  }
}
