// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ContentRefusal, type EvidenceLimits, type TakenContent, THUMBNAIL_SIDE } from '../content';

const WORKER = join(__dirname, 'pdf-worker.mjs');
/** What one document may take: MuPDF itself needs a tenth of it. */
const MEMORY_BYTES = 384 * 1024 * 1024;
const PATIENCE_MS = 20_000;
/** A4 at 200 dots per inch, as desks scan: every word can be read. */
const PAGE_SIDE = 2_339;

type Answer = { readonly kind: 'taken'; readonly pages: number; readonly whole: Uint8Array; readonly thumbnail: Uint8Array } | { readonly kind: 'drawn'; readonly picture: Uint8Array } | ContentRefusal;

/** Takes a PDF in, written anew. */
export async function takePdf(bytes: Uint8Array, limits: EvidenceLimits): Promise<Outcome<TakenContent, ContentRefusal>> {
  const answer = await ask({ task: 'take', bytes, pixels: limits.pixels, pages: limits.pages, thumbnailSide: THUMBNAIL_SIDE });
  if (answer.kind === 'drawn') throw new Error('a PDF that was to be taken was drawn');
  if (answer.kind !== 'taken') return refuse(answer);
  const { pages, whole, thumbnail } = answer;
  return whole.length > limits.bytes ? refuse({ kind: 'evidence-too-large', exceeded: 'bytes' }) : accept({ type: 'pdf', pages, whole, thumbnail });
}

/** One page of a PDF that was taken, as a JPEG; undefined when it has no such page. @param page from 0 */
export async function drawPage(bytes: Uint8Array, page: number): Promise<Uint8Array | undefined> {
  const answer = await ask({ task: 'page', bytes, page, side: PAGE_SIDE });
  return answer.kind === 'drawn' ? answer.picture : undefined;
}

/** It asks for more time or memory than a document may have. */
const TOO_MUCH = { kind: 'evidence-too-large', exceeded: 'bytes' } as const;

/** A thread for one document, ended with it: by its answer, its fault, or when its time is over. */
function ask(task: Readonly<Record<string, unknown>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: { ...task, memoryBytes: MEMORY_BYTES }, env: {}, execArgv: [], stdout: true, stderr: true });
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(TOO_MUCH), PATIENCE_MS);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(TOO_MUCH);
      clearTimeout(timer);
      reject(error);
    });
    worker.once('exit', () => reject(new Error('the thread of a PDF ended without an answer')));
  });
}
