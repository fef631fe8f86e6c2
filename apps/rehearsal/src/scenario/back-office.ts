// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';

/** What only whoever runs the installation can do, asked of the program that started this one. */
export type BackOffice = {
  /** The register learns that the card's issuer calls it inactive. */
  listInactive(idCarta: string): Promise<void>;
  /** The station lets go of the reader: it stops. */
  stopStation(): Promise<void>;
};

export type Errand = { readonly errand: 'list-inactive'; readonly idCarta: string } | { readonly errand: 'stop-station' };

/** Over the IPC channel of this process: each errand is answered by one message once it is done. */
export const backOfficeOverIpc = (): BackOffice | undefined => {
  if (process.send === undefined) return undefined;
  const ask = async (errand: Errand): Promise<void> => {
    const done = once(process, 'message');
    process.send?.(errand);
    await done;
  };
  return { listInactive: (idCarta) => ask({ errand: 'list-inactive', idCarta }), stopStation: () => ask({ errand: 'stop-station' }) };
};
