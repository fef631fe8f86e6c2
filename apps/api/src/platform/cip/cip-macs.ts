// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type CipClaim, parseCodiceFiscale } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import { Keys } from '../keys/keys';

/** From where a CIP is told, as the tries are counted. */
export type CipCaller =
  | { readonly kind: 'number'; readonly number: string }
  /** Who hides their number is known by the call alone. */
  | { readonly kind: 'call'; readonly callId: string };

export type CipSource = { readonly kind: 'session'; readonly sessionId: string } | { readonly kind: 'address'; readonly address: string };

/** What tries and persons are counted and compared by: keyed MACs, which tell nobody anything. */
@Injectable()
export class CipMacs {
  constructor(private readonly keys: Keys) {}

  ofCaller(caller: CipCaller): Buffer {
    if (caller.kind === 'number') return this.mac('cip-caller-number', nationalNumber(caller.number));
    return this.mac('cip-caller-call', caller.callId);
  }

  /** Who tells it on the public page: a network, as far as one claim is tried from it. Nothing that a browser says of itself begins a count anew, and who shares the network waits for their own slips. */
  ofPageCallers(network: string, claim: CipClaim): readonly Buffer[] {
    return this.ofClaim(claim).map((mac) => this.mac('cip-caller-page', network, mac.toString('base64')));
  }

  ofSource(source: CipSource): Buffer {
    return source.kind === 'session' ? this.mac('cip-source-session', source.sessionId) : this.mac('cip-source-address', source.address);
  }

  /** One for each thing that was claimed: telling more does not start a count anew, and nor does another spelling of one codice fiscale. */
  ofClaim({ codiceFiscale, idCarta, person }: CipClaim): readonly Buffer[] {
    return [
      ...(codiceFiscale === null ? [] : [this.mac('cip-claim-code', baseOf(codiceFiscale))]),
      ...(idCarta === null ? [] : [this.mac('cip-claim-card', idCarta)]),
      ...(person === null ? [] : [this.mac('cip-claim-person', person.surname, person.name, person.birthDate)]),
    ];
  }

  ofPerson(codiceFiscale: string): Buffer {
    return this.mac('cip-person', baseOf(codiceFiscale));
  }

  private mac(label: string, ...parts: readonly string[]): Buffer {
    return Buffer.from(keyedMac({ key: this.keys.lookup, label, parts }));
  }
}

/** The code as it would be without omocodia. */
function baseOf(codiceFiscale: string): string {
  const parsed = parseCodiceFiscale(codiceFiscale);
  return parsed.ok && parsed.value.kind === 'regular' ? parsed.value.base : codiceFiscale;
}

/** The same telephone, with Italy's prefix or without. */
function nationalNumber(text: string): string {
  return text.replace(/[^+0-9]/g, '').replace(/^(?:\+|00)39/, '');
}
