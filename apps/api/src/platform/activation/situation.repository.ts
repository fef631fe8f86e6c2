// SPDX-License-Identifier: AGPL-3.0-or-later
import { thumbprint } from '@sportello/seal';
import type { EntityManager } from 'typeorm';
import { stopSql } from '../custody/stop';
import { isOnlineSql } from '../stations/online';
import type { Counter } from '../stations/station-choice';
import type { Situation, StationAtDesk } from './situation';

type FoundSituation = Omit<Situation, 'stations' | 'at'> & { readonly stations: readonly Omit<StationAtDesk, 'sealingKeyId'>[] };

export class SituationRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Stations, sheets, transport codes and the issuer's key as a case of this desk and card finds them now, from where somebody acts. */
  async of({ deskId, at }: Counter, idCarta: string, now: Date): Promise<Situation> {
    const [found] = await this.rows.query<[FoundSituation]>(
      `select
         coalesce((
           select json_agg(json_build_object(
             'id', s.id, 'name', s.name, 'isOnline', ${isOnlineSql('s', '$3')}, 'isTest', s.is_test, 'envelopes', s.envelopes, 'forms', s.forms, 'stationery', s.stationery,
             'sealingKey', s.sealing_key, 'insertionId', r.insertion_id, 'idCarta', r.id_carta,
             'hasSheet', exists (select from sheet f where f.station_id = s.id and f.state = 'loaded' and f.case_id is null),
             'stop', ${stopSql('s')}) order by s.created_at, s.id)
           from station s left join card_in_reader r on r.station_id = s.id and r.reader = 'citizen' and r.state = 'recognised'
           where s.desk_id = $1 and s.enrolled_at is not null and s.revoked_at is null), '[]') as stations,
         (select kind = 'rehearsal' from installation) as "isRehearsal",
         exists (select from transport_codes where id_carta = $2) as "hasTransportCodes",
         (select json_build_object('version', k.version, 'isStopped', k.stopped_at is not null) from issuer_key_version k where k.taken_out_at is null
            and k.version = coalesce(
              (select c.issuer_key_version from card c where c.id_carta = $2),
              (select max(h.version) from issuer_key_version h where h.taken_out_at is null))) as "issuerKey"`,
      [deskId, idCarta, now],
    );
    return { ...found, at, stations: found.stations.map((station) => ({ ...station, sealingKeyId: thumbprint(station.sealingKey) })) };
  }
}
