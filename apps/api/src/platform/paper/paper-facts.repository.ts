// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';

export interface DeskOnPaper {
  readonly body: string;
  readonly name: string;
  readonly place: string;
}

export class PaperFactsRepository {
  constructor(private readonly rows: EntityManager) {}

  /** As the desk's papers name it. */
  async desk(deskId: string): Promise<DeskOnPaper> {
    const [found] = await this.rows.query<DeskOnPaper[]>('select b.name as body, d.name, d.place from desk d join body b on b.id = d.body_id where d.id = $1', [deskId]);
    if (!found) throw new Error('a paper of a desk that does not exist');
    return found;
  }

  /** Whose papers people load down who are at no desk: the body that the installation was made for. */
  async firstBody(): Promise<string | undefined> {
    const [found] = await this.rows.query<{ readonly name: string }[]>('select name from body order by created_at, id limit 1');
    return found?.name;
  }

  /** As the citizen is told who served them. */
  async nameOf(operatorId: string): Promise<string> {
    const [found] = await this.rows.query<{ readonly name: string }[]>('select display_name as name from operator where id = $1', [operatorId]);
    if (!found) throw new Error('a paper of an operator who does not exist');
    return found.name;
  }
}
