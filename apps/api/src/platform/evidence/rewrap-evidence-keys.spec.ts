// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceView } from '@sportello/contracts';
import { DeskStory } from '../../testing/desk-story';
import { pdfWith } from '../../testing/pdf-files';
import { TestApi } from '../../testing/test-api';
import { UnitOfWork } from '../database/unit-of-work';
import type { EvidenceKeys } from '../keys/evidence-keys';
import { SystemRandomness } from '../ports/randomness';
import { rewrapEvidenceKeys } from './rewrap-evidence-keys';

describe('a new version of the evidence key', () => {
  it('takes over the files that are there, which then need the old one no more', async () => {
    const api = await TestApi.start();
    const randomness = new SystemRandomness();
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const story = await DeskStory.recognised(api, operator, station);
    const path = `/api/cases/${story.id}/evidence`;
    const { files } = (await operator.postBytes(`${path}/delegation`, pdfWith()).expect(201)).body as EvidenceView;
    const bytes = () => api.database.query('select md5(content) as content, key_version from evidence_file');
    const [before] = await bytes();

    // As every copy of the API has it once it has started anew with both files in its folder.
    const keys = api.keys.evidence as { -readonly [Name in keyof EvidenceKeys]: EvidenceKeys[Name] };
    Object.assign(keys, { current: 2, versions: new Map([...keys.versions, [2, randomness.bytes(32)]]) });
    const unitOfWork = api.app.get(UnitOfWork);
    expect(await rewrapEvidenceKeys(unitOfWork, keys, randomness)).toBe(1);
    expect(await rewrapEvidenceKeys(unitOfWork, keys, randomness)).toBe(0);
    expect(await bytes()).toEqual([{ ...before, key_version: 2 }]);
    Object.assign(keys, { versions: new Map([...keys.versions].filter(([version]) => version === 2)) });
    await operator.get(`${path}/${files[0]?.id}`).expect(200);
    expect(await api.database.query(`select details from audit_row where act = 'evidence.keys-rewrapped'`)).toEqual([{ details: { files: 1, keyVersion: 2 } }]);
    await api.close();
  });
});
