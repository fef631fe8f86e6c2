// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView, DeskView } from '@sportello/contracts';
import type { CutCard } from './cut-card';
import type { KillDesk } from './kill-desk';
import { identificationOf, type Operator, Outage } from './operator';

/** How an activation ended, and what the page said on the way. */
export interface Ending {
  /** `stopped`: the page names a reason and a supervisor decides. `stuck`: the desk did not come to an end, whatever it did. */
  readonly kind: 'delivered' | 'stopped' | 'stuck';
  /** Control number of the envelope that the citizen took home. */
  readonly delivered: string | null;
  /** What the register says of the card at the end, while it is in the reader. */
  readonly cardState: string | null;
  /** States and obstacles of the case in the words of the contract, one after the other. */
  readonly said: readonly string[];
  /** What was done at the counter beyond an ordinary activation. */
  readonly hands: readonly string[];
}

const PATIENCE_MS = 90_000;
const LOOK_MS = 20;
/** A station that was put there a moment ago has not told its code yet. */
const CODE_PAUSE_MS = 1_000;
/** After so long without a change one takes the card out and puts it in again, as the page says. */
const STALLED_MS = 2_500;
/** So long a sheet is waited for before it is called missing. */
const MISSING_MS = 6_000;
const REINSERTION_MS = 120;
const RETRY_MS = 1_000;
export const SHEET_MISSING = 'sheet called missing';

export interface Happenings {
  /** What the page said, or what was done at the counter: once for each. */
  readonly onTold: (words: string) => void;
  readonly onScanned: () => Promise<void>;
  readonly onDelivered: () => Promise<void>;
}

/** An operator and a citizen who know nothing of any cut: they do what the page says until the envelope is handed over, or the page says that somebody else decides. */
export class Counter {
  readonly #said: string[] = [];
  readonly #hands: string[] = [];
  #caseId: string | undefined;
  #changedAt = performance.now();
  #scanned: string | null = null;
  #removedAt = performance.now() - REINSERTION_MS;
  /** A refusal says why on the page, and nobody presses again at once: a new station may still be waiting to be certified. */
  #notBefore = 0;
  #patientUntil = performance.now() + PATIENCE_MS;

  constructor(
    private readonly desk: Pick<KillDesk, 'slot' | 'envelopes' | 'signIn' | 'supervisor' | 'approvalCodeOf' | 'stationCode' | 'isBeingRepaired'>,
    private readonly operator: Operator,
    private readonly supervisor: Operator,
    private readonly card: CutCard,
    private readonly idCarta: string,
    private readonly happenings: Happenings,
  ) {}

  async carryThrough(): Promise<Ending> {
    while (this.#isPatient()) {
      const ending = await this.#step().catch((error: unknown) => {
        if (!(error instanceof Outage)) throw error;
        return undefined;
      });
      if (ending) return { ...ending, said: this.#said, hands: this.#hands };
      await sleep(LOOK_MS);
    }
    return { kind: 'stuck', delivered: null, cardState: null, said: this.#said, hands: this.#hands };
  }

  /** Patience counts from when the desk is whole. */
  #isPatient(): boolean {
    if (this.desk.isBeingRepaired) this.#patientUntil = performance.now() + PATIENCE_MS;
    return performance.now() < this.#patientUntil;
  }

  async #step(): Promise<Pick<Ending, 'kind' | 'delivered' | 'cardState'> | undefined> {
    this.#keepCardIn();
    if (this.#caseId === undefined) return this.#open();
    const view = await this.operator.case(this.#caseId);
    this.#note(view.obstacle ? `${view.state} (${view.obstacle.code})` : view.state);
    if (view.obstacle?.code === 'station-not-bound') return this.#standHere();
    switch (view.state) {
      case 'delivered':
        return { kind: 'delivered', delivered: view.sheet?.controlNumber ?? null, cardState: await this.#cardState() };
      case 'faulty':
      case 'lost':
      case 'refused':
      case 'abandoned':
        return { kind: 'stopped', delivered: null, cardState: await this.#cardState() };
      case 'interrupted':
        if (this.#isElsewhere(view)) return this.#changeStation(view);
        if (view.obstacle?.code === 'supervisor-needed') return { kind: 'stopped', delivered: null, cardState: await this.#cardState() };
        return this.#putInAgainWhenStalled();
      case 'recognised':
        return view.card ? this.#act(view, 'identification', identificationOf(view)) : this.#putInAgainWhenStalled();
      case 'authorised':
        if (!view.isCardInReader) return this.#putInAgainWhenStalled();
        await this.#act(view, 'envelope', { revision: view.revision });
        return this.#putInAgainWhenStalled();
      case 'printing':
        return this.#scanOrVoid(view);
      case 'printed':
        if (this.#isElsewhere(view)) return this.#changeStation(view);
        if (this.#isStalled()) await this.#scan(view);
        return this.#putInAgainWhenStalled();
      case 'writing':
        return this.#putInAgainWhenStalled(2 * STALLED_MS);
      case 'written':
      case 'undelivered':
        await this.#act(view, 'scans', { text: view.formNumber });
        await this.happenings.onDelivered();
        return undefined;
      default:
        return undefined;
    }
  }

  /** The codes are a station's that is gone, or may come back: the page offers the change once it is not connected. */
  #isElsewhere({ obstacle, acts }: CaseView): boolean {
    return acts.includes('ask-station-change') || obstacle?.details?.['because'] === 'codes-at-another-station';
  }

  /** The operator asks, the supervisor is called and confirms, each with a code of their own. */
  async #changeStation(view: CaseView): Promise<undefined> {
    if (!view.acts.includes('ask-station-change')) return undefined;
    await this.#lookAtDesk();
    const { desk, operator, supervisor } = this;
    if (performance.now() < this.#notBefore) return undefined;
    if (!(await operator.askStationChange(view, desk.approvalCodeOf(desk.signIn)))) {
      this.#notBefore = performance.now() + RETRY_MS;
      return undefined;
    }
    const asked = await supervisor.case(view.id);
    if (await supervisor.confirmStationChange(asked, desk.approvalCodeOf(desk.supervisor))) this.#hand('two people had it finished at another station');
    return undefined;
  }

  /** The citizen holds a card that is out: it goes in again. */
  #keepCardIn(): void {
    if (this.desk.slot.card) {
      this.#removedAt = Number.POSITIVE_INFINITY;
      return;
    }
    if (this.#removedAt === Number.POSITIVE_INFINITY) this.#removedAt = performance.now();
    if (performance.now() - this.#removedAt < REINSERTION_MS) return;
    if (this.card.commands > 0) this.#hand('card put in again');
    this.desk.slot.insert(this.card);
  }

  /** Another station was put in the place of the one that is gone, and the page asks for its code. */
  async #standHere(): Promise<undefined> {
    if (performance.now() < this.#notBefore) return undefined;
    this.#notBefore = performance.now() + CODE_PAUSE_MS;
    const code = await this.desk.stationCode();
    if (code !== undefined) await this.operator.standAt(code);
    return undefined;
  }

  /** What the page shows of the desk; where it names no station, or one that is gone, the operator types the code of the one that is there. */
  async #lookAtDesk(): Promise<DeskView> {
    const view = await this.operator.desk();
    if (view.stationChoice === 'asked' || (view.stationChoice === 'made' && view.station?.isOnline !== true)) await this.#standHere();
    return view;
  }

  async #open(): Promise<undefined> {
    const { cardInReader } = await this.#lookAtDesk();
    if (cardInReader?.state === 'recognised' && cardInReader.card.idCarta === this.idCarta) {
      this.#caseId = (await this.operator.open(cardInReader.insertionId))?.id;
      return undefined;
    }
    if (cardInReader?.state === 'not-usable') {
      this.#note(`not usable (${cardInReader.reason})`);
      this.#takeOut();
      return undefined;
    }
    return this.#putInAgainWhenStalled();
  }

  async #scanOrVoid(view: CaseView): Promise<undefined> {
    const sheet = this.desk.envelopes.findLast(({ controlNumber }) => controlNumber === view.sheet?.controlNumber);
    if (sheet) return this.#scan(view);
    const isMissing = performance.now() - this.#changedAt > MISSING_MS;
    if (!isMissing) return undefined;
    this.#hand(SHEET_MISSING);
    return this.#act(view, 'envelope/void', { revision: view.revision, reason: 'sheet-missing' });
  }

  async #scan(view: CaseView): Promise<undefined> {
    const sheet = this.desk.envelopes.findLast(({ controlNumber }) => controlNumber === view.sheet?.controlNumber);
    if (!sheet) return undefined;
    if (this.#scanned === sheet.outerCode) this.#hand('envelope scanned again');
    if (!(await this.operator.act(view, 'scans', { text: sheet.outerCode }))) return undefined;
    const isFirst = this.#scanned !== sheet.outerCode;
    this.#scanned = sheet.outerCode;
    this.#changedAt = performance.now();
    if (isFirst) await this.happenings.onScanned();
    return undefined;
  }

  /** A refusal changes nothing, and the next look says what does. */
  async #act(view: CaseView, path: string, body: object): Promise<undefined> {
    await this.operator.act(view, path, body);
    return undefined;
  }

  async #putInAgainWhenStalled(afterMs = STALLED_MS): Promise<undefined> {
    if (!this.#isStalled(afterMs)) return undefined;
    this.#takeOut();
    await this.#lookAtDesk();
    return undefined;
  }

  #isStalled(afterMs = STALLED_MS): boolean {
    return performance.now() - this.#changedAt > afterMs;
  }

  #takeOut(): void {
    this.#hand('card taken out');
    this.desk.slot.pull();
    this.#changedAt = performance.now();
  }

  /** The card is shown once more, and the page says how it stands. */
  async #cardState(): Promise<string | null> {
    this.#patientUntil = performance.now() + PATIENCE_MS;
    while (this.#isPatient()) {
      this.#keepCardIn();
      const { cardInReader } = await this.#lookAtDesk();
      if (cardInReader?.state === 'recognised') return cardInReader.card.state;
      await sleep(LOOK_MS);
    }
    return null;
  }

  #note(words: string): void {
    if (this.#said.at(-1) === words) return;
    this.#said.push(words);
    this.happenings.onTold(words);
    this.#changedAt = performance.now();
  }

  #hand(words: string): void {
    if (this.#hands.at(-1) === words) return;
    this.#hands.push(words);
    this.happenings.onTold(words);
  }
}
