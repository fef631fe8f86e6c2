// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard } from './virtual-card';

/** What a real card and its reader would take; milliseconds. */
export interface CardTiming {
  readonly perApduMs: number;
  readonly perByteMs: number;
  /** For each T=1 block beyond the first (254 bytes). */
  readonly perExtraBlockMs: number;
}

export interface CardEndpointOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default: as fast as it can. */
  readonly timing?: CardTiming;
}

/** A slot that a network reader connects to. */
export interface CardEndpoint {
  readonly host: string;
  readonly port: number;
  readonly card: VirtualCard | undefined;
  /** A slot that is not empty throws: pull first. */
  insert(card: VirtualCard): void;
  /** At any moment, in the middle of a command too: the command may have been executed, its answer is lost. */
  pull(): void;
  close(): Promise<void>;
}

export declare function serveCardEndpoint(options?: CardEndpointOptions): Promise<CardEndpoint>;
