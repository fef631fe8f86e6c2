// SPDX-License-Identifier: AGPL-3.0-or-later
import { openCertificateStatus, openRevocationAuthority } from '../config/authority';
import { StartRefused, readEnvironment } from '../config/environment';
import { helpDeskOfBody, readLogo } from '../config/paper-settings';
import { SERVE_VARIABLES, type ServeEnvironment } from '../config/settings';
import { openIdentityProvider } from '../config/single-sign-on';
import { readSelfCheck } from '../config/self-check';
import { readTimeStamps } from '../config/time-stamps';
import { applicationDataSource } from '../platform/database/data-source';
import { OUTBOX_CONNECTIONS } from '../platform/database/outbox-work';
import { codeOf, connectTo } from '../platform/database/start-check';
import { readKeys } from '../platform/keys/key-folder';
import type { Keys } from '../platform/keys/keys';
import { openIssuerKeys } from '../platform/keys/open-issuer-keys';
import { readTrainingKeys } from '../platform/keys/training-keys';
import { readTrustAnchors } from '../platform/keys/trust-anchors';
import { Log, faultOf } from '../platform/logging/log';
import { openBreachedPasswords } from '../platform/passwords/breached-passwords';
import { SlowHash } from '../platform/passwords/slow-hash';
import { SystemClock } from '../platform/ports/clock';
import { SystemRandomness } from '../platform/ports/randomness';
import type { Outside } from '../platform/platform.module';
import { HttpVault } from '../platform/vault/http-vault';
import { NO_VAULT, type Vault } from '../platform/vault/vault';
import { createServer } from '../server/create-server';
import { startSelfCheck } from './start-self-check';

const MILLION = 1_000_000;

interface Served {
  close(): Promise<unknown>;
}

/** Serves until it is told to end. */
export async function serve(): Promise<void> {
  const environment = readEnvironment(SERVE_VARIABLES, process.env);
  const log = new Log(environment.LOG_LEVEL);
  const selfCheck = await readSelfCheck(environment);
  const outside = await openOutside(environment, log);
  const app = await createServer(outside, { uiDir: environment.UI_DIR, selfCheckUrl: selfCheck?.url, trustedProxies: environment.TRUSTED_PROXIES });
  const served: Served[] = [app];
  endWhenTold(served, log);
  try {
    await app.listen(environment.PORT, environment.HOST);
  } catch (error) {
    await app.close();
    throw new StartRefused(`The API cannot listen on ${environment.HOST}:${environment.PORT} (${codeOf(error)}): stop the program that does, or set PORT.`);
  }
  if (selfCheck) served.push(await startSelfCheck(selfCheck, outside));
  const { port } = app.getHttpServer().address() as { readonly port: number };
  log.info('ready', { url: environment.PUBLIC_ORIGIN, host: environment.HOST, port });
}

async function openOutside(environment: ServeEnvironment, log: Log): Promise<Outside> {
  const [keys, trustAnchors] = await Promise.all([readKeys(environment.KEYS_DIR, environment.VAULT_PUBLIC_KEY_FILE), readTrustAnchors(environment.TRUST_ANCHORS_DIR)]);
  const onError = (error: unknown): void => log.warn('a database connection was lost', { fault: faultOf(error) });
  const connections = (most: number) => applicationDataSource({ url: environment.DATABASE_URL, connections: most, onError });
  const [dataSource, outboxDataSource] = [connections(environment.DATABASE_CONNECTIONS), connections(OUTBOX_CONNECTIONS)];
  for (const each of [dataSource, outboxDataSource]) await connectTo(each, environment.INSTALLATION_KIND);
  const issuerKeys = await openIssuerKeys(environment);
  const settings = {
    publicOrigin: environment.PUBLIC_ORIGIN,
    secondFactor: environment.SECOND_FACTOR,
    idleLockMinutes: environment.IDLE_LOCK_MINUTES,
    cipPattern: environment.CIP_PATTERN,
    codesMaxAgeDays: environment.CODES_MAX_AGE_DAYS,
    approvalTerms: { waitMinutes: environment.APPROVAL_WAIT_MINUTES, validDays: environment.APPROVAL_VALID_DAYS },
    bodyOptions: {
      asksMinorConsent: environment.ASK_MINOR_CONSENT,
      asksOtherParentAgreement: environment.ASK_OTHER_PARENT,
      asksCourtPaper: environment.ASK_COURT_PAPER,
      copyKeptAt: environment.COPY_KEPT_AT,
    },
    activationMethods: environment.ACTIVATION_METHODS,
    identityDocuments: environment.IDENTITY_DOCUMENTS,
    noticeVersion: environment.NOTICE_VERSION,
    dataController: environment.DATA_CONTROLLER ?? null,
    evidence: {
      bytes: environment.EVIDENCE_MAX_MEGABYTES * MILLION,
      pixels: environment.EVIDENCE_MAX_MEGAPIXELS * MILLION,
      pages: environment.EVIDENCE_MAX_PAGES,
      files: environment.EVIDENCE_MAX_FILES,
    },
    retention: environment.RETENTION_DAYS,
    readerPrices: environment.READER_PRICES,
    cardRules: { isSuspensionOn: environment.SUSPENSION },
    areCallFiguresOn: environment.CALL_FIGURES,
    traineesDeliver: environment.TRAINEES_DELIVER,
    trainingKeys: await readTrainingKeys(environment.TRAINING_KEYS_DIR),
    timeStamps: await readTimeStamps(environment),
    revocationGiveUpHours: environment.REVOCATION_GIVE_UP_HOURS,
    helpDesk: helpDeskOfBody(environment),
    logo: environment.LOGO_FILE === undefined ? null : await readLogo(environment.LOGO_FILE),
  };
  return {
    dataSource,
    outboxDataSource,
    noticeUrl: environment.DATABASE_URL,
    keys,
    issuerKeys,
    revocationAuthority: await openRevocationAuthority(environment),
    certificateStatus: await openCertificateStatus(environment),
    vault: vaultAt(environment.VAULT_URL, keys),
    identityProvider: await openIdentityProvider(environment),
    trustAnchors,
    slowHash: new SlowHash(),
    breachedPasswords: await openBreachedPasswords(environment.BREACHED_PASSWORDS_FILE),
    settings,
    clock: new SystemClock(),
    randomness: new SystemRandomness(),
    log,
  };
}

/** @throws StartRefused when there is an address, and no name by which to know the vault. */
function vaultAt(url: string | undefined, { signing, vaultIdentity }: Keys): Vault {
  if (url === undefined) return NO_VAULT;
  if (!vaultIdentity) throw new StartRefused('VAULT_URL is set, but VAULT_PUBLIC_KEY_FILE holds a bare key: copy public.json from the vault, by which its answers are known.');
  return new HttpVault({ url, key: signing, vaultSigningKey: vaultIdentity.signingKey, now: () => new Date() });
}

/** Ends on the usual signals, and with the program that started it, whatever ended that one. */
function endWhenTold(served: readonly Served[], log: Log): void {
  let isEnding = false;
  const end = (reason: string): void => {
    if (isEnding) return;
    isEnding = true;
    log.info('ending', { reason });
    Promise.all(served.map((each) => each.close())).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('the end was not clean', { fault: faultOf(error) });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('disconnect', () => end('disconnect'));
}
