// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { AccessGuard } from './access/access-guard';
import { SessionCheck } from './access/session-check';
import { StationCheck } from './access/station-check';
import { AnnounceIssuerKeys } from './activation/announce-issuer-keys';
import { BeginWriting } from './activation/begin-writing';
import { EndRevokedJobs } from './activation/end-revoked-jobs';
import { ContinueWriting } from './activation/continue-writing';
import { OrderPrinting } from './activation/order-printing';
import { OuterCodes } from './activation/outer-codes';
import { ApprovalWatch } from './approval/approval-watch';
import { AskApproval } from './approval/ask-approval';
import { Checkpoints } from './audit/checkpoints';
import { LogHeads } from './audit/log-heads';
import { RowsWritten } from './audit/rows-written';
import { Sealer } from './audit/sealer';
import { RevocationAuthority } from './authority/revocation-authority';
import { CertificateStatus } from './authority/status/certificate-status';
import { CheckCip } from './cip/check-cip';
import { CipMacs } from './cip/cip-macs';
import { OutboxWork } from './database/outbox-work';
import { UnitOfWork } from './database/unit-of-work';
import { Closing } from './events/closing';
import { NoticeListener, NoticeSource } from './events/notice-listener';
import { SessionEvents } from './events/session-events';
import { Housekeeping } from './housekeeping/housekeeping';
import { Acts } from './idempotency/acts';
import { IssuerKeys } from './keys/issuer-keys';
import { Keys } from './keys/keys';
import { TrustAnchors } from './keys/trust-anchors';
import { Log } from './logging/log';
import { LookInterceptor } from './looks/look-interceptor';
import { OrderPaper } from './paper/order-paper';
import { PaperHeads } from './paper/paper-heads';
import { PaperJobs } from './paper/paper-jobs';
import { BreachedPasswords } from './passwords/breached-passwords';
import { CheckCredentials } from './passwords/check-credentials';
import { NewPasswords } from './passwords/new-passwords';
import { SlowHash } from './passwords/slow-hash';
import { Tries } from './passwords/tries';
import { Clock } from './ports/clock';
import { Randomness } from './ports/randomness';
import { AuthenticatorApps } from './second-factors/authenticator-apps';
import { Passkeys } from './second-factors/passkeys';
import { OpenSession } from './sessions/open-session';
import { ProblemFilter } from './problems/problem-filter';
import { LateRevocations } from './revocation/late-revocations';
import { OutboxRound } from './revocation/outbox-round';
import { RequestNumbers } from './revocation/request-numbers';
import { RevocationOutbox } from './revocation/revocation-outbox';
import { Transmit } from './revocation/transmit';
import { WatchCertificate } from './revocation/watch-certificate';
import { schemaPipe } from './problems/schema-pipe';
import { Erasure } from './retention/erasure';
import { BindSession } from './stations/bind-session';
import { IdentityProvider } from './single-sign-on/identity-provider';
import { EnrolmentCodes } from './stations/enrolment-codes';
import { Vault } from './vault/vault';

/** What the application is given from outside: made by `serve`, or by a test. */
export interface Outside {
  readonly dataSource: DataSource;
  /** The same database, for what goes to the authority. */
  readonly outboxDataSource: DataSource;
  /** Where notices are heard: the same database, over a connection of its own. */
  readonly noticeUrl: string;
  readonly keys: Keys;
  readonly issuerKeys: IssuerKeys;
  readonly revocationAuthority: RevocationAuthority;
  readonly certificateStatus: CertificateStatus;
  readonly vault: Vault;
  readonly identityProvider: IdentityProvider;
  readonly trustAnchors: TrustAnchors;
  readonly slowHash: SlowHash;
  readonly breachedPasswords: BreachedPasswords;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

const services = [Acts, AnnounceIssuerKeys, ApprovalWatch, AskApproval, AuthenticatorApps, BeginWriting, BindSession, CheckCip, CheckCredentials, Checkpoints, CipMacs, Closing, ContinueWriting, EndRevokedJobs, EnrolmentCodes, Erasure, Housekeeping, LateRevocations, LogHeads, NewPasswords, NoticeListener, OpenSession, OrderPaper, OrderPrinting, OuterCodes, OutboxRound, PaperHeads, PaperJobs, Passkeys, RequestNumbers, RevocationOutbox, RowsWritten, Sealer, SessionEvents, Transmit, Tries, UnitOfWork, WatchCertificate];

/** What all features stand on. They read and write through the unit of work: lint keeps them from the data source, which Nest would hand to anybody. */
@Global()
@Module({})
export class PlatformModule {
  static with(outside: Outside): DynamicModule {
    const given: Provider[] = [
      { provide: Keys, useValue: outside.keys },
      { provide: IssuerKeys, useValue: outside.issuerKeys },
      { provide: RevocationAuthority, useValue: outside.revocationAuthority },
      { provide: CertificateStatus, useValue: outside.certificateStatus },
      { provide: Vault, useValue: outside.vault },
      { provide: IdentityProvider, useValue: outside.identityProvider },
      { provide: TrustAnchors, useValue: outside.trustAnchors },
      { provide: SlowHash, useValue: outside.slowHash },
      { provide: BreachedPasswords, useValue: outside.breachedPasswords },
      { provide: Settings, useValue: outside.settings },
      { provide: Clock, useValue: outside.clock },
      { provide: Randomness, useValue: outside.randomness },
      { provide: Log, useValue: outside.log },
    ];
    const outboxWork: Provider = {
      provide: OutboxWork,
      useFactory: (clock: Clock, randomness: Randomness, rowsWritten: RowsWritten) => new OutboxWork(outside.outboxDataSource, clock, randomness, rowsWritten),
      inject: [Clock, Randomness, RowsWritten],
    };
    return {
      module: PlatformModule,
      // The connections are given, checked and open; Nest closes them with the application.
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => outside.dataSource.options, dataSourceFactory: () => Promise.resolve(outside.dataSource) })],
      providers: [
        ...given,
        ...services,
        outboxWork,
        { provide: NoticeSource, useValue: { url: outside.noticeUrl } },
        SessionCheck,
        StationCheck,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: LookInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: schemaPipe },
      ],
      exports: [...given, ...services],
    };
  }
}
