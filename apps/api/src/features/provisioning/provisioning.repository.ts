// SPDX-License-Identifier: AGPL-3.0-or-later
import { IsNull, type EntityManager } from 'typeorm';
import { BodyRow, DeskRow } from '../../platform/database/rows/desk-row';
import { OperatorRow } from '../../platform/database/rows/operator-row';
import { StationRow } from '../../platform/database/rows/station-row';
import type { FileCard, FileDesk, FileLot } from './provision-file';

/** Setting up: each method adds what is new, mends what is told anew, and leaves alone what the desk itself has gone on with. */
export class ProvisioningRepository {
  constructor(private readonly rows: EntityManager) {}

  async body(body: Pick<BodyRow, 'id' | 'name' | 'kind' | 'createdAt'>): Promise<void> {
    await this.rows.query(
      `insert into body (id, name, kind, created_at) values ($1, $2, $3, $4) on conflict (name) do update set kind = excluded.kind`,
      [body.id, body.name, body.kind, body.createdAt],
    );
  }

  async bodyNamed(name: string): Promise<BodyRow | undefined> {
    return (await this.rows.findOneBy(BodyRow, { name })) ?? undefined;
  }

  async desk({ id, bodyId, createdAt }: Pick<DeskRow, 'id' | 'bodyId' | 'createdAt'>, { code, name, place, kind, custody, ...told }: Omit<FileDesk, 'body'>): Promise<void> {
    await this.rows.query(
      `insert into desk (id, body_id, code, name, place, kind, created_at, minimum_sheets, is_one_person, spoiled_per_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (code) do update set body_id = excluded.body_id, name = excluded.name, place = excluded.place, kind = excluded.kind,
         minimum_sheets = coalesce(excluded.minimum_sheets, desk.minimum_sheets), is_one_person = coalesce(excluded.is_one_person, desk.is_one_person),
         spoiled_per_day = coalesce(excluded.spoiled_per_day, desk.spoiled_per_day)`,
      [id, bodyId, code, name, place, kind, createdAt, custody?.minimumSheets, custody?.isOnePerson, custody?.spoiledPerDay],
    );
    await this.deskTold(code, told);
  }

  /** What the public list tells of it, as far as the file says so. */
  private async deskTold(code: string, { address, phone, hours, hoursNotes, isListed }: Pick<FileDesk, 'address' | 'phone' | 'hours' | 'hoursNotes' | 'isListed'>): Promise<void> {
    const changes = {
      ...address,
      ...(phone !== undefined && { phone }),
      ...(hours && { openingHours: hours }),
      ...(hoursNotes && { hoursNotes }),
      ...(isListed !== undefined && { isListed }),
    };
    if (Object.keys(changes).length > 0) await this.rows.update(DeskRow, { code }, changes);
  }

  async deskCoded(code: string): Promise<DeskRow | undefined> {
    return (await this.rows.findOneBy(DeskRow, { code })) ?? undefined;
  }

  async stationAt(deskId: string, name: string): Promise<StationRow | undefined> {
    return (await this.rows.findOneBy(StationRow, { deskId, name, revokedAt: IsNull() })) ?? undefined;
  }

  async addStation(station: Pick<StationRow, 'id' | 'deskId' | 'name' | 'createdAt'>): Promise<void> {
    await this.rows.insert(StationRow, station);
  }

  async operatorNamed(username: string): Promise<OperatorRow | undefined> {
    return (await this.rows.findOneBy(OperatorRow, { username })) ?? undefined;
  }

  /** Whether a training has ended is no file's to say. */
  async operator(operator: Omit<OperatorRow, 'enabledAt'>): Promise<void> {
    await this.rows.upsert(OperatorRow, operator, ['username']);
  }

  /** The station of that name, or the first that the desk has. */
  async stationForSheets(deskId: string, name: string | null): Promise<{ readonly id: string } | undefined> {
    const [found] = await this.rows.query<{ readonly id: string }[]>(
      'select id from station where desk_id = $1 and revoked_at is null and ($2::text is null or name = $2) order by created_at, id limit 1',
      [deskId, name],
    );
    return found;
  }

  /** Only of cards that the register does not know as activated, and whose codes were not given before. */
  async transportCodes(idCarta: string, encrypted: Buffer, now: Date): Promise<boolean> {
    const added = await this.rows.query<unknown[]>(
      `insert into transport_codes (id_carta, encrypted, created_at)
       select $1, $2, $3 where not exists (select from card where id_carta = $1 and state <> 'inactive')
       on conflict do nothing returning 1`,
      [idCarta, encrypted, now],
    );
    return added.length === 1;
  }

  /** What another register says of cards that this one never heard of. */
  async card({ idCarta, state, issuerKeyVersion }: FileCard, now: Date): Promise<void> {
    const mode = state === 'active' || state === 'suspended' ? 'direct' : null;
    await this.rows.query('insert into card (id_carta, state, mode_of_activation, issuer_key_version, changed_at) values ($1, $2, $3, $4, $5) on conflict do nothing', [
      idCarta,
      state,
      mode,
      issuerKeyVersion ?? null,
      now,
    ]);
  }

  /** By its name: the newest word counts. */
  async reportedLot(id: string, { name, cardType, firstIdCarta, lastIdCarta, isWithdrawn }: FileLot, now: Date): Promise<void> {
    await this.rows.query(
      `insert into reported_lot as l (id, name, card_type, first_id_carta, last_id_carta, is_withdrawn, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (name) do update set card_type = excluded.card_type, first_id_carta = excluded.first_id_carta, last_id_carta = excluded.last_id_carta,
         is_withdrawn = excluded.is_withdrawn, changed_at = excluded.changed_at
       where (l.card_type, l.first_id_carta, l.last_id_carta, l.is_withdrawn) is distinct from (excluded.card_type, excluded.first_id_carta, excluded.last_id_carta, excluded.is_withdrawn)`,
      [id, name, cardType ?? null, firstIdCarta, lastIdCarta, isWithdrawn, now],
    );
  }

  /** `desk code/station name`, or the id. */
  async stationCalled(text: string): Promise<StationRow | undefined> {
    const [found] = await this.rows.query<{ readonly id: string }[]>(
      `select s.id from station s join desk d on d.id = s.desk_id where s.id::text = $1 or d.code || '/' || s.name = $1`,
      [text],
    );
    return found && this.rows.findOneByOrFail(StationRow, { id: found.id });
  }
}
