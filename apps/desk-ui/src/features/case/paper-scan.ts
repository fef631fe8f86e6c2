// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import { recogniseScan } from '@sportello/domain';
import { CaseStore } from '../../data/case/case-store';
import type { ActAnswer } from '../../data/case/case-store';
import type { Scan } from '../../ui/scanner/scanner';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

/** The envelope or the form of a step, scanned or typed: both go the same way. Provided by each step for itself. */
@Service({ autoProvided: false })
export class PaperScan {
  readonly #cases = inject(CaseStore);
  readonly #typed = signal('');
  readonly #fieldTrouble = signal<Wording | null>(null);
  readonly #isNotUnderstood = signal(false);

  /** What was read while no tutor stood beside: it goes again when one does. */
  #awaitsTutor: string | null = null;

  readonly typed = this.#typed.asReadonly();
  readonly fieldTrouble = this.#fieldTrouble.asReadonly();
  /** Something was scanned that is neither an envelope nor a form. */
  readonly isNotUnderstood = this.#isNotUnderstood.asReadonly();

  type(text: string): void {
    this.#typed.set(text);
    this.#fieldTrouble.set(null);
  }

  /** True when what is typed has the shape of a code. */
  isComplete(): boolean {
    return isPaperCode(this.#typed());
  }

  async take({ text }: Pick<Scan, 'text'>): Promise<void> {
    this.dismiss();
    if (isPaperCode(text)) await this.#send(text);
    else this.#isNotUnderstood.set(true);
  }

  /** Sends what was typed; says under the field when it cannot be a code. Resolves to whether it was sent. */
  async submit(): Promise<boolean> {
    this.dismiss();
    if (!this.isComplete()) {
      if (this.#typed().trim() !== '') this.#fieldTrouble.set(wording('code.malformed'));
      return false;
    }
    const answer = await this.#send(this.#typed().trim());
    if (answer?.kind === 'done') this.#typed.set('');
    return true;
  }

  /** The paper that waited for a tutor, once more; whether there was one. */
  async again(): Promise<boolean> {
    const text = this.#awaitsTutor;
    if (text === null) return false;
    this.dismiss();
    await this.#send(text);
    return true;
  }

  async #send(text: string): Promise<ActAnswer> {
    const answer = await this.#cases.scan(text);
    const isTutorMissing = answer?.kind === 'refused' && (answer.problem.code === 'tutor-needed' || answer.problem.code === 'tutors-own-card');
    this.#awaitsTutor = isTutorMissing ? text : null;
    return answer;
  }

  dismiss(): void {
    this.#isNotUnderstood.set(false);
    this.#cases.dismissTrouble();
  }
}

function isPaperCode(text: string): boolean {
  const { kind } = recogniseScan(text);
  return kind === 'outer-code' || kind === 'form';
}
