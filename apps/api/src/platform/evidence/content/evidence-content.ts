// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, refuse } from '@sportello/domain';
import { Settings } from '../../../config/settings';
import { Bounded } from '../../passwords/bounded';
import type { ContentRefusal, TakenContent } from './content';
import { drawPage, takePdf } from './pdf/pdf-reader';
import { isPolyglot } from './polyglot';
import { sniffType } from './sniff';
import { takePicture } from './take-picture';

/** Pictures share libuv's four threads with passwords and files, and a PDF has a thread and memory of its own: one at a time, while a few wait. */
const AT_ONCE = 1;
const MOST_WAITING = 12;

export type Overloaded = { readonly kind: 'overloaded' };

/** The content of files: judged, written anew, and drawn to be looked at; off the event loop, and a few at a time. */
@Injectable()
export class EvidenceContent {
  private readonly bounded = new Bounded(AT_ONCE, MOST_WAITING);

  constructor(private readonly settings: Settings) {}

  /** What is kept of these bytes, or why nothing is. */
  async take(bytes: Uint8Array): Promise<Outcome<TakenContent, ContentRefusal | Overloaded>> {
    const { evidence: limits } = this.settings;
    const type = sniffType(bytes);
    if (bytes.length > limits.bytes) return refuse({ kind: 'evidence-too-large', exceeded: 'bytes' });
    if (type === undefined || isPolyglot(type, bytes)) return refuse({ kind: 'evidence-type-refused' });
    const taken = await this.bounded.run(() => (type === 'pdf' ? takePdf(bytes, limits) : takePicture(type, bytes, limits)));
    return taken ?? refuse({ kind: 'overloaded' });
  }

  /** One page of a PDF as a picture. @param page from 0 */
  async draw(pdf: Uint8Array, page: number): Promise<Uint8Array | Overloaded | undefined> {
    const drawn = await this.bounded.run(async () => ({ picture: await drawPage(pdf, page) }));
    return drawn ? drawn.picture : { kind: 'overloaded' };
  }
}
