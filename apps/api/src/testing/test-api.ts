// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout } from 'node:timers/promises';
import type { VaultIdentity } from '@sportello/contracts';
import type { P256KeyPair } from '@sportello/seal';
import type { DemoCa } from '@sportello/card-io/simulator';
import { type BodyOptions, type TraineeDelivery, DEFAULT_CIP_PATTERN, USUAL_APPROVAL_TERMS, USUAL_BODY_OPTIONS, DEFAULT_READER_PRICES } from '@sportello/domain';
import type { ProvisionFile } from '../features/provisioning/provision-file';
import { ProvisionFile as ProvisionFileSchema } from '../features/provisioning/provision-file';
import { StationWatch } from '../features/station-jobs/station-watch';
import { Provision } from '../features/provisioning/provision';
import type { TimeStampAuthority } from '../platform/audit/ask-authority';
import { NO_AUTHORITY, type RevocationAuthority } from '../platform/authority/revocation-authority';
import { type CertificateStatus, NO_STATUS } from '../platform/authority/status/certificate-status';
import { applicationDataSource } from '../platform/database/data-source';
import { OUTBOX_CONNECTIONS } from '../platform/database/outbox-work';
import { connectTo } from '../platform/database/start-check';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Keys } from '../platform/keys/keys';
import { Log } from '../platform/logging/log';
import { openBreachedPasswords } from '../platform/passwords/breached-passwords';
import { SlowHash } from '../platform/passwords/slow-hash';
import { SystemRandomness } from '../platform/ports/randomness';
import { HttpVault } from '../platform/vault/http-vault';
import { type IdentityProvider, NO_PROVIDER } from '../platform/single-sign-on/identity-provider';
import { NO_VAULT, type Vault } from '../platform/vault/vault';
import { createServer } from '../server/create-server';
import { type TestDatabase, freshDatabase } from './fresh-database';
import { OperatorClient } from './operator-client';
import { StationClient } from './station-client';
import type { TestCard } from './test-cards';
import { type CardWish, demoCa, issueCard } from './test-cards';
import { TestClock } from './test-clock';
import { issuerKeysOfTests, testKeys } from './test-keys';
import { VaultProcess } from './vault-process';

export const PASSWORD = 'una parola lunga';
export const ENROLMENT_CODES = { massa: 'ABCD-EFGH-2345', carrara: 'ABCD-EFGH-6789' } as const;

/** Two desks of one ASL, with their people: as the set-up file of an installation says it. */
const SET_UP = {
  bodies: [{ name: 'Azienda sanitaria di esempio', kind: 'asl' }],
  desks: [
    { code: 'MS-2', name: 'Sportello 2', place: 'Massa', body: 'Azienda sanitaria di esempio', kind: 'asl' },
    { code: 'CA-1', name: 'Sportello 1', place: 'Carrara', body: 'Azienda sanitaria di esempio', kind: 'asl' },
  ],
  stations: [
    { desk: 'MS-2', name: 'Postazione 1', enrolmentCode: ENROLMENT_CODES.massa },
    { desk: 'CA-1', name: 'Postazione 1', enrolmentCode: ENROLMENT_CODES.carrara },
  ],
  operators: [
    { username: 'bini', password: PASSWORD, displayName: 'L. Bini', roles: ['operator'], desk: 'MS-2' },
    { username: 'carli', password: PASSWORD, displayName: 'G. Carli', roles: ['operator'], desk: 'CA-1' },
    { username: 'sarti', password: PASSWORD, displayName: 'P. Sarti', roles: ['supervisor'], desk: 'MS-2' },
    { username: 'admin', password: PASSWORD, displayName: 'Amministrazione', roles: ['administrator'], desk: 'MS-2' },
  ],
  sheets: [
    { desk: 'MS-2', from: '000419', to: '000600' },
    { desk: 'CA-1', from: '000419', to: '000600' },
  ],
};

export interface TestApiOptions {
  readonly uiDir?: string;
  /** Low unless a spec is about it: hashing for hundreds of cases would be most of the time. */
  readonly bcryptCost?: number;
  /** Whether the vault's program runs beside it; it takes a while to start. */
  readonly hasVault?: boolean;
  /** Who vouches for operators; nobody when not said. */
  readonly identityProvider?: IdentityProvider;
  /** What the body asks for beyond the rule book. */
  readonly bodyOptions?: Partial<BodyOptions>;
  readonly secondFactor?: 'required' | 'enrolled';
  /** Longer than a session, unless a spec is about it: clocks are moved far. */
  readonly idleLockMinutes?: number;
  readonly traineesDeliver?: TraineeDelivery;
  /** Who revokes, and who says what is revoked; nobody when not said. */
  readonly revocationAuthority?: RevocationAuthority;
  readonly certificateStatus?: CertificateStatus;
  /** Off, as usual. */
  readonly isSuspensionOn?: boolean;
  readonly areCallFiguresOn?: boolean;
  /** Who stamps the log; nobody when not said. */
  readonly timeStamps?: TimeStampAuthority;
  /** One of its own, when it is not to stand still. */
  readonly clock?: TestClock;
  /** Another copy of the API over the database of this one, with its clock and keys. */
  readonly copyOf?: TestApi;
  /** A copy's own keys, when they are not those of the other. */
  readonly keys?: Keys;
}

const NEVER_IDLE_MINUTES = 1_000_000;

const QUICK_COST = 4;

/** Small, so that a spec comes up against them soon. */
export const EVIDENCE_OF_TESTS = { bytes: 1_000_000, pixels: 4_000_000, pages: 3, files: 4 } as const;

/** The real application on a real database, listening on a loopback port, with a clock that a test moves. */
export class TestApi {
  private readonly copies: NestFastifyApplication[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly database: TestDatabase,
    readonly clock: TestClock,
    readonly keys: Keys,
    readonly vault: P256KeyPair,
    readonly ca: DemoCa,
    /** All that the application logged. */
    readonly logLines: readonly string[],
    readonly vaultProcess: VaultProcess | undefined,
    private readonly open: () => Promise<NestFastifyApplication>,
    private readonly isCopy: boolean,
  ) {}

  static async start(options: TestApiOptions = {}): Promise<TestApi> {
    let vaultProcess: VaultProcess | undefined;
    const startVault = async (apiPublicKey: string): Promise<VaultIdentity> => {
      vaultProcess = await VaultProcess.start(apiPublicKey);
      return vaultProcess.identity;
    };
    const { copyOf } = options;
    const [database, { keys, vault }, ca] = copyOf ? [copyOf.database, { keys: options.keys ?? copyOf.keys, vault: copyOf.vault }, copyOf.ca] : await Promise.all([freshDatabase(), options.hasVault ? testKeys(startVault) : testKeys(), demoCa()]);
    const clock = copyOf?.clock ?? options.clock ?? new TestClock();
    const lines: string[] = [];
    const log = new Log('debug', (line) => void lines.push(line));
    const breachedPasswords = await openBreachedPasswords(undefined);
    const open = async (): Promise<NestFastifyApplication> => {
      const connections = (most: number) => applicationDataSource({ url: database.url, connections: most, onError: () => undefined });
      const [dataSource, outboxDataSource] = [connections(10), connections(OUTBOX_CONNECTIONS)];
      for (const each of [dataSource, outboxDataSource]) await connectTo(each, 'rehearsal');
      const app = await createServer(
        {
          dataSource,
          outboxDataSource,
          noticeUrl: database.url,
          keys,
          issuerKeys: issuerKeysOfTests,
          revocationAuthority: options.revocationAuthority ?? NO_AUTHORITY,
          certificateStatus: options.certificateStatus ?? NO_STATUS,
          vault: vaultProcess ? vaultOf(vaultProcess, keys) : NO_VAULT,
          identityProvider: options.identityProvider ?? NO_PROVIDER,
          trustAnchors: { certificates: [ca.certificateDer], isTest: false },
          slowHash: new SlowHash(options.bcryptCost ?? QUICK_COST),
          breachedPasswords,
          settings: {
            publicOrigin: 'http://localhost:8480',
            secondFactor: options.secondFactor ?? 'enrolled',
            idleLockMinutes: options.idleLockMinutes ?? NEVER_IDLE_MINUTES,
            cipPattern: DEFAULT_CIP_PATTERN,
            codesMaxAgeDays: 90,
            approvalTerms: USUAL_APPROVAL_TERMS,
            bodyOptions: { ...USUAL_BODY_OPTIONS, ...options.bodyOptions },
            activationMethods: new Map(),
            identityDocuments: {},
            noticeVersion: '3',
            dataController: null,
            helpDesk: null,
            logo: null,
            evidence: EVIDENCE_OF_TESTS,
            retention: new Map(),
            readerPrices: DEFAULT_READER_PRICES,
            cardRules: { isSuspensionOn: options.isSuspensionOn ?? false },
            areCallFiguresOn: options.areCallFiguresOn ?? false,
            traineesDeliver: options.traineesDeliver ?? 'with-tutor',
            trainingKeys: [keys.signing.publicKey],
            timeStamps: options.timeStamps ?? null,
            revocationGiveUpHours: 24,
          },
          clock,
          randomness: new SystemRandomness(),
          log,
        },
        { uiDir: options.uiDir },
      );
      await app.listen(0, '127.0.0.1');
      // Clocks of tests jump: its timer would find a station silent that had no time to speak. Specs about it look by themselves.
      app.get(StationWatch).onApplicationShutdown();
      return app;
    };
    const app = await open();
    const api = new TestApi(app, urlOf(app), database, clock, keys, vault, ca, lines, vaultProcess, open, copyOf !== undefined);
    if (!copyOf) await api.provision(SET_UP);
    return api;
  }

  /** The address of another copy of the application, beside the first on the same database. */
  async copy(): Promise<string> {
    const app = await this.open();
    this.copies.push(app);
    return urlOf(app);
  }

  async provision(file: object): Promise<void> {
    const parsed: ProvisionFile = ProvisionFileSchema.parse(file);
    await new Provision(this.app.get(UnitOfWork), this.keys, this.app.get(SlowHash), new SystemRandomness()).run(parsed);
  }

  signIn(username = 'bini'): Promise<OperatorClient> {
    return OperatorClient.signIn(this.url, username, PASSWORD);
  }

  /** The enrolled station of a desk, connected and ready. */
  async station(desk: keyof typeof ENROLMENT_CODES = 'massa'): Promise<StationClient> {
    return this.stationWith(ENROLMENT_CODES[desk]);
  }

  /** The operator's browser stands at this station, as after its code was shown. */
  async bind({ session }: OperatorClient, { id }: StationClient): Promise<void> {
    await this.database.query('update session set station_id = $1 where operator_id = $2', [id, session.operator.id]);
  }

  async stationWith(code: string): Promise<StationClient> {
    const station = await StationClient.enrol({ url: this.url, clock: this.clock, untilOnline: (id, isOnline) => this.untilOnline(id, isOnline) }, code);
    await station.connect();
    return station;
  }

  async untilOnline(stationId: string, isOnline: boolean, patienceMs?: number): Promise<void> {
    await this.until(async () => {
      const [row] = await this.database.query<{ is_open: boolean }>('select stream_id is not null as is_open from station where id = $1', [stationId]);
      return row?.is_open === isOnline;
    }, patienceMs);
  }

  /** Waits for what happens in its own time; throws when it does not. */
  async until(check: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
    for (let waited = 0; waited < patienceMs; waited += 20) {
      if (await check()) return;
      await setTimeout(20);
    }
    throw new Error('what was waited for did not happen');
  }

  /** A card that came from the manufacturer with transport codes, and was not activated yet. */
  async card(wish: CardWish = {}): Promise<TestCard> {
    const card = await issueCard(this.ca, wish);
    await this.provision({ transportCodes: [{ idCarta: card.idCarta, ...card.transportCodes }] });
    return card;
  }

  /** A card that its issuer listed as inactive, of a type that the issuer authenticates itself to. */
  async issuersCard(issuerKeyVersion?: number): Promise<TestCard> {
    const card = await issueCard(this.ca, { cardType: 'ID2019' });
    await this.provision({ cards: [{ idCarta: card.idCarta, state: 'inactive', ...(issuerKeyVersion !== undefined && { issuerKeyVersion }) }] });
    return card;
  }

  /** A card that is active, of a type whose codes its issuer may set anew. */
  async activeCard(wish: CardWish = {}): Promise<TestCard> {
    const card = await issueCard(this.ca, { cardType: 'ID2019', ...wish });
    await this.provision({ cards: [{ idCarta: card.idCarta, state: 'active' }] });
    return card;
  }

  /** A card of which nobody knows anything. */
  unknownCard(wish: CardWish = {}): Promise<TestCard> {
    return issueCard(this.ca, wish);
  }

  async close(): Promise<void> {
    for (const copy of this.copies) await copy.close();
    await this.app.close();
    if (this.isCopy) return;
    await this.database.drop();
    await this.vaultProcess?.close();
  }
}

function urlOf(app: NestFastifyApplication): string {
  const { port } = app.getHttpServer().address() as { readonly port: number };
  return `http://127.0.0.1:${port}`;
}

/** The vault's program lives by the computer's clock, whatever the desk's is in a spec. */
function vaultOf({ url, identity }: VaultProcess, { signing }: Keys): Vault {
  return new HttpVault({ url, key: signing, vaultSigningKey: identity.signingKey, now: () => new Date() });
}
