// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, PrintEnvelopeJob, WriteCardJob } from '@sportello/contracts';
import type { OperatorClient } from './operator-client';
import type { DrawnCodes, StationClient } from './station-client';
import type { TestApi } from './test-api';
import type { TestCard } from './test-cards';

/** A case brought, by the public routes alone, to the state that a spec begins with. */
export class DeskStory {
  private constructor(
    readonly api: TestApi,
    readonly operator: OperatorClient,
    readonly station: StationClient,
    readonly card: TestCard,
    readonly insertionId: string,
    private view: CaseView,
  ) {}

  static async recognised(api: TestApi, operator: OperatorClient, station: StationClient, card?: TestCard): Promise<DeskStory> {
    card ??= await api.card();
    await api.bind(operator, station);
    const insertionId = await station.insert(card);
    return new DeskStory(api, operator, station, card, insertionId, await operator.open(insertionId));
  }

  /** The envelope job was sent to the station, and nothing drawn yet. */
  static async printing(api: TestApi, operator: OperatorClient, station: StationClient, card?: TestCard): Promise<DeskStory & { readonly printJob: PrintEnvelopeJob }> {
    const story = await DeskStory.recognised(api, operator, station, card);
    story.view = await operator.identify(story.view);
    const printJob = await station.job('print-envelope', { caseId: story.id });
    await station.job('print-paper', { caseId: story.id });
    return Object.assign(story, { printJob });
  }

  /** The sheet came out of the printer. */
  static async sheetOut(api: TestApi, operator: OperatorClient, station: StationClient, card?: TestCard): Promise<DeskStory & { readonly envelope: Envelope }> {
    const story = await DeskStory.printing(api, operator, station, card);
    return Object.assign(story, { envelope: await station.print(story.printJob) });
  }

  static async writing(api: TestApi, operator: OperatorClient, station: StationClient, card?: TestCard): Promise<DeskStory & { readonly envelope: Envelope; readonly writeJob: WriteCardJob }> {
    const story = await DeskStory.sheetOut(api, operator, station, card);
    await story.scan(story.envelope.outerCode);
    return Object.assign(story, { writeJob: await station.job('write-card', { caseId: story.id }) });
  }

  static async written(api: TestApi, operator: OperatorClient, station: StationClient, card?: TestCard): Promise<DeskStory & { readonly envelope: Envelope; readonly writeJob: WriteCardJob }> {
    const story = await DeskStory.writing(api, operator, station, card);
    const reported = await station.written(story.writeJob, story.card);
    if (reported.status !== 204) throw new Error(`the write was refused: ${reported.text}`);
    // The operator looks at the page before the next scan.
    api.clock.pass({ seconds: 3 });
    return story;
  }

  get id(): string {
    return this.view.id;
  }

  now(): Promise<CaseView> {
    return this.operator.case(this.id);
  }

  async scan(text: string): Promise<CaseView> {
    return this.operator.scan(this.view, text);
  }

  scanRefused(text: string) {
    return this.operator.post(`/api/cases/${this.id}/scans`, { text });
  }

  async act(path: string, body: object = {}): Promise<CaseView> {
    return this.operator.act(await this.now(), path, body);
  }

  async actRefused(path: string, body: object = {}) {
    const { revision } = await this.now();
    return this.operator.post(`/api/cases/${this.id}/${path}`, { revision, ...body });
  }

  /** The card goes out of the reader. */
  leave(): Promise<void> {
    return this.station.remove(this.insertionId);
  }

  /** The same card comes in again, at the station where the operator stands now: another stay. */
  async comeBack(station: StationClient = this.station): Promise<string> {
    await this.api.bind(this.operator, station);
    return station.insert(this.card);
  }
}

export type Envelope = DrawnCodes & { readonly nonce: string };
