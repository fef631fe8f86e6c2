// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../../testing/dates';
import { ACTIVATABLE_REGIONS, regionsActivatableAt } from './activatable-regions';

describe('the regions whose cards a desk activates', () => {
  it('are fourteen, and only Tuscany in a pharmacy', () => {
    expect(regionsActivatableAt('asl', day('2026-11-23'))).toHaveLength(14);
    expect(regionsActivatableAt('asl', day('2026-11-23'))).toContain('090');
    expect(regionsActivatableAt('pharmacy', day('2026-11-23'))).toEqual(['090']);
  });

  it('change on the day on which a later list begins', () => {
    const later = { since: day('2027-01-01'), deskKinds: ['pharmacy'], regions: ['090', '100'], source: 'a later list' } as const;
    const rows = [later, ...ACTIVATABLE_REGIONS];
    expect(regionsActivatableAt('pharmacy', day('2026-12-31'), rows)).toEqual(['090']);
    expect(regionsActivatableAt('pharmacy', day('2027-01-01'), rows)).toEqual(['090', '100']);
    expect(regionsActivatableAt('asl', day('2027-01-01'), rows)).toHaveLength(14);
  });

  it('are none before any list began', () => {
    expect(regionsActivatableAt('asl', day('2001-01-01'))).toEqual([]);
  });
});
