// SPDX-License-Identifier: AGPL-3.0-or-later
import { CRLReasons } from '@peculiar/asn1-x509';
import * as z from 'zod';
import { readJsonIfThere, writeJson } from '../data-folder/files';

const Entry = z.strictObject({ at: z.iso.datetime(), reason: z.enum(CRLReasons) });
const Register = z.record(z.string().regex(/^[0-9a-f]+$/), Entry);

export interface Revoked {
  readonly at: Date;
  readonly reason: CRLReasons;
}

/** What the demo authority has revoked, through its restarts. */
export class RevokedRegister {
  private readonly revoked = new Map<string, Revoked>();
  private writing: Promise<void> = Promise.resolve();

  private constructor(private readonly path: string | null) {}

  /** @param path null: nothing outlives the program */
  static async open(path: string | null): Promise<RevokedRegister> {
    const register = new RevokedRegister(path);
    const known = path === null ? undefined : await readJsonIfThere(path, Register);
    for (const [serial, { at, reason }] of Object.entries(known ?? {})) register.revoked.set(serial, { at: new Date(at), reason });
    return register;
  }

  of(serial: string): Revoked | undefined {
    return this.revoked.get(serial);
  }

  get size(): number {
    return this.revoked.size;
  }

  /** Answers false when it was revoked before, for good. */
  async revoke(serial: string, reason: CRLReasons, at: Date): Promise<boolean> {
    const before = this.revoked.get(serial);
    if (before && before.reason !== CRLReasons.certificateHold) return false;
    // Back from being on hold.
    if (reason === CRLReasons.removeFromCRL) this.revoked.delete(serial);
    else this.revoked.set(serial, { at, reason });
    await this.write();
    return true;
  }

  private async write(): Promise<void> {
    const { path } = this;
    if (path === null) return;
    this.writing = this.writing.then(() => writeJson(path, Object.fromEntries([...this.revoked].map(([serial, { at, reason }]) => [serial, { at: at.toISOString(), reason }]))));
    await this.writing;
  }
}
