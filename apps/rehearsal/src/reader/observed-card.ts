// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardTiming, VirtualCard, VirtualCardState } from '@sportello/card-io/simulator';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageMs } from './chip-timing';

export type ObservedCardOptions = {
  /** Asked for every command: a chip may get slow in the middle of its work. */
  readonly timing: () => CardTiming;
  /** A command reached the chip. */
  readonly onCommand: (instruction: number) => void;
  /** The chip executed a command; its answer leaves when this returns. */
  readonly onExecuted: (instruction: number) => void;
};

const unheard = Uint8Array.of(0x6f, 0x00);

/** A chip in the reader, from insertion to removal: takes the time that a chip takes, and lets the world watch which commands pass, never what is in them. */
export class ObservedCard implements VirtualCard {
  private isGone = false;

  constructor(
    private readonly chip: VirtualCard,
    private readonly options: ObservedCardOptions,
  ) {}

  get atr(): Uint8Array {
    return this.chip.atr;
  }

  get state(): VirtualCardState {
    return this.chip.state;
  }

  async process(command: Uint8Array): Promise<Uint8Array> {
    const instruction = command[1] ?? 0;
    this.options.onCommand(instruction);
    await this.take(messageMs(command.length, this.options.timing()));
    // Pulled before the whole command arrived: the chip had no power to execute it.
    if (this.isGone) return unheard;
    const answer = await this.chip.process(command);
    this.options.onExecuted(instruction);
    await this.take(messageMs(answer.length, this.options.timing()));
    return answer;
  }

  reset(): void {
    this.chip.reset();
  }

  /** The contacts are off: nothing more reaches the chip. */
  pulled(): void {
    this.isGone = true;
    this.chip.reset();
  }

  private async take(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await sleep(milliseconds);
  }
}
