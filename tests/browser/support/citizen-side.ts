// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';

/** As far as the stories look at them: the simulated world says more. */
export interface Citizen {
  readonly id: string;
  readonly story: Story | Companion | 'ordinary';
  readonly surname: string;
  readonly name: string;
  readonly idCarta: string;
  readonly codiceFiscale: string;
  readonly hasOwnCodes: boolean;
  /** Who comes with the card, and which papers they hold out; null: its holder, alone. */
  readonly visit: {
    readonly kind: string;
    readonly applicant: string | null;
    readonly decree: { readonly number: string; readonly issuedOn: string; readonly court: string } | null;
    readonly delegation: { readonly signedOn: string; readonly holderDocument: { readonly number: string; readonly expiresOn: string } } | null;
    readonly emancipationTitle: string | null;
  } | null;
  readonly document: {
    readonly type: string;
    readonly number: string;
    readonly issuer: string;
    readonly issuedOn: string;
    readonly expiresOn: string;
    readonly name: string;
    readonly mrz: readonly string[];
  };
}

type Outside =
  | { readonly kind: 'envelope'; readonly controlNumber: string; readonly outerCode: string }
  | { readonly kind: 'form'; readonly formNumber: string }
  | { readonly kind: 'other' | 'unreadable' };

interface Sheet {
  readonly id: string;
  readonly outside: Outside;
}

type Queue = 'buste' | 'moduli';

interface World {
  readonly citizens: readonly Citizen[];
  /** Citizens who have not been called yet. */
  readonly reserveLeft: number;
  readonly reader: { readonly cardId: string; readonly apdus: number } | null;
  readonly printers: Readonly<Record<Queue, { readonly state: 'idle' | 'processing' | 'stopped'; readonly sheets: readonly Sheet[] }>>;
}

export interface Envelope {
  readonly id: string;
  readonly controlNumber: string;
  readonly outerCode: string;
}

type Story = 'omocode' | 'already-active' | 'card-expired' | 'minor' | 'second-name' | 'document-expired' | 'paper-document' | 'not-cns';
/** Who comes with somebody, or with a court’s title, for whom a story of a card says nothing. */
type Companion = 'accompanied' | 'accompanies' | 'emancipated' | 'of-age-today' | 'other-region';
type Fault = 'slow-chip' | 'envelopes-jam' | 'envelopes-nothing-comes-out' | 'forms-out-of-paper';
type TearPoint = 'reading' | 'new-pin' | 'new-puk' | 'proof';

const FAULTS: readonly Fault[] = ['slow-chip', 'envelopes-jam', 'envelopes-nothing-comes-out', 'forms-out-of-paper'];

/** Between two looks at the simulated world. */
const OFTEN_MS = [50];

/** Citizens who have come in this run. */
const called = new Set<string>();

/** The citizen's side of the counter, by hand: cards, trays, and what may go wrong with them. */
export class CitizenSide {
  constructor(private readonly address: string) {}

  /** Somebody ordinary, of age, with a card that nobody has activated: somebody new for as long as anybody new waits. */
  async comes({ document }: { readonly document?: 'cie' } = {}): Promise<Citizen> {
    const isWanted = (citizen: Citizen) => citizen.story === 'ordinary' && !citizen.hasOwnCodes && (document === undefined || citizen.document.type === document);
    for (;;) {
      const { citizens, reserveLeft } = await this.world();
      const found = citizens.find((citizen) => isWanted(citizen) && !called.has(citizen.id)) ?? (reserveLeft === 0 ? citizens.find(isWanted) : undefined);
      if (found) {
        called.add(found.id);
        return found;
      }
      if (reserveLeft === 0) throw new Error('no citizen of the deck has a card that nobody has activated');
      await this.act('/api/citizens/next');
    }
  }

  /** The one citizen of the deck with this story. */
  async comesWith(story: Story): Promise<Citizen> {
    const found = (await this.world()).citizens.find((citizen) => citizen.story === story);
    if (!found) throw new Error(`the deck has nobody whose story is ${story}`);
    return found;
  }

  /** Somebody new of those who come for others, or with a court's title, and the card that they come for. */
  async comesAs(kind: string, card: 'never activated' | 'in use' = 'never activated'): Promise<{ readonly holder: Citizen; readonly applicant: Citizen }> {
    const { citizens } = await this.world();
    const isWanted = ({ id, story, visit, hasOwnCodes }: Citizen) => visit?.kind === kind && story !== 'minor' && hasOwnCodes === (card === 'in use') && !called.has(id);
    const holder = citizens.find(isWanted);
    if (!holder) throw new Error(`the deck has nobody more for whom a ${kind} comes with a card ${card}`);
    called.add(holder.id);
    return { holder, applicant: citizens.find(({ id }) => id === holder.visit?.applicant) ?? holder };
  }

  async insert({ id }: Pick<Citizen, 'id'>, reader: 'citizen' | 'operator' = 'citizen'): Promise<void> {
    await this.act('/api/reader/insert', { card: id, reader });
  }

  async pull(): Promise<void> {
    await this.act('/api/reader/pull');
  }

  /** From now on, until it is switched off or the story ends. */
  async fault(fault: Fault, isOn = true): Promise<void> {
    await this.act(`/api/faults/${fault}`, { on: isOn });
  }

  /** The card will leave the reader right after the chip has done this. */
  async tearAt(point: TearPoint): Promise<void> {
    await this.act('/api/faults/tear', { at: point });
  }

  /** Nothing in the reader, nothing broken. */
  async tidyUp(): Promise<void> {
    await this.pull();
    await this.act('/api/reader/pull', { reader: 'operator' });
    await this.act('/api/faults/tear', { at: null });
    for (const fault of FAULTS) await this.fault(fault, false);
  }

  async isCardIn(): Promise<boolean> {
    return (await this.world()).reader !== null;
  }

  /** Whether the chip bears other codes than the factory's. */
  async hasOwnCodes({ id }: Citizen): Promise<boolean> {
    return (await this.world()).citizens.some((citizen) => citizen.id === id && citizen.hasOwnCodes);
  }

  /** Resolves when the printer is at work on a sheet. */
  async printing(queue: Queue): Promise<void> {
    await expect.poll(async () => (await this.world()).printers[queue].state, { intervals: OFTEN_MS }).toBe('processing');
  }

  /** The envelope with this number, once it lies in the tray. */
  async envelope(controlNumber: string): Promise<Envelope> {
    return this.sheet('buste', ({ id, outside }) => (outside.kind === 'envelope' && outside.controlNumber === controlNumber ? { id, ...outside } : undefined));
  }

  /** The form with this number, once it lies in the tray. */
  async form(formNumber: string): Promise<string> {
    return this.sheet('moduli', ({ outside }) => (outside.kind === 'form' && outside.formNumber === formNumber ? outside.formNumber : undefined));
  }

  /** Opens the envelope as its citizen does at home, and tries its PIN on the card; resolves to what the card made of it. */
  async tryAtHome({ id }: Citizen, envelope: Envelope): Promise<unknown> {
    const { pin } = (await this.act(`/api/printers/buste/${envelope.id}/open`)) as { pin: string };
    return this.act(`/api/cards/${id}/use`, { pin });
  }

  /** Opens the envelope as its citizen does at home, and reads the code that identifies them on the telephone. */
  async cipOf(envelope: Envelope): Promise<string> {
    const { cip } = (await this.act(`/api/printers/buste/${envelope.id}/open`)) as { cip: string };
    return cip;
  }

  private async sheet<Found>(queue: Queue, find: (sheet: Sheet) => Found | undefined): Promise<Found> {
    let found: Found | undefined;
    const isThere = async () => {
      const { printers } = await this.world();
      for (const sheet of printers[queue].sheets) found ??= find(sheet);
      return found !== undefined;
    };
    await expect.poll(isThere, { message: `the sheet in the tray of ${queue}`, intervals: OFTEN_MS }).toBe(true);
    return found as Found;
  }

  private async world(): Promise<World> {
    const response = await fetch(new URL('/api/world', this.address));
    return (await response.json()) as World;
  }

  private async act(path: string, body: object = {}): Promise<unknown> {
    const response = await fetch(new URL(path, this.address), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the citizen's side refused ${path} (${String(response.status)})`);
    return response.json();
  }
}
