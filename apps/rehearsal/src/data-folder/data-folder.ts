// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';

/** Where the simulated world keeps what outlives a restart. */
export type DataFolder = {
  readonly root: string;
  /** Certificates that the API of a rehearsal trusts, and the demo authority's key beside the folder, not in it. */
  readonly trustAnchors: string;
  readonly authorityCertificate: string;
  readonly authorityKey: string;
  /** What the authority has revoked, and with what the desk signs its requests to it. */
  readonly revoked: string;
  readonly deskKey: string;
  readonly deskCertificate: string;
  /** What the self-check page shows for itself. */
  readonly selfCheckKey: string;
  readonly selfCheckCertificate: string;
  /** What the API of a rehearsal takes for the issuer's keys. */
  readonly issuerKeys: string;
  readonly issuerMasterKey: string;
  readonly deck: string;
  readonly chips: string;
  readonly handedOut: string;
  readonly provision: string;
  readonly signIns: string;
};

export const dataFolderAt = (root: string): DataFolder => ({
  root,
  trustAnchors: join(root, 'trust-anchors'),
  // The API tells a test anchor by the end of its name.
  authorityCertificate: join(root, 'trust-anchors', 'demo-ca.test.pem'),
  authorityKey: join(root, 'authority', 'demo-ca.key.pem'),
  revoked: join(root, 'authority', 'revoked.json'),
  deskKey: join(root, 'authority', 'desk.key.pem'),
  deskCertificate: join(root, 'authority', 'desk.pem'),
  selfCheckKey: join(root, 'authority', 'self-check.key.pem'),
  selfCheckCertificate: join(root, 'authority', 'self-check.pem'),
  issuerKeys: join(root, 'issuer-keys'),
  issuerMasterKey: join(root, 'issuer-keys', 'issuer-master-1.hex'),
  deck: join(root, 'deck.json'),
  chips: join(root, 'chips'),
  handedOut: join(root, 'handed-out.json'),
  provision: join(root, 'provision.json'),
  signIns: join(root, 'sign-ins.json'),
});
