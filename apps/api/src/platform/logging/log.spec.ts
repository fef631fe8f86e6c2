// SPDX-License-Identifier: AGPL-3.0-or-later
import { QueryFailedError } from 'typeorm';
import { Log, faultOf, stackOf } from './log';

describe('the log', () => {
  it('writes one JSON object a line, from its level up', () => {
    const lines: string[] = [];
    const log = new Log('warn', (line) => void lines.push(line));
    log.info('troppo poco');
    log.warn('basta', { caseId: 'x', missing: undefined });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', msg: 'basta', caseId: 'x' });
    expect(Object.keys(JSON.parse(lines[0] ?? '') as object)).toEqual(['time', 'level', 'msg', 'caseId']);
  });

  it('tells of an error its class and code, never its message, which may quote what it choked on', () => {
    const driverError = Object.assign(new Error('duplicate key (id_carta)=(6090000000000018)'), { code: '23505' });
    const error = new QueryFailedError('insert', ['6090000000000018'], driverError);
    expect(faultOf(error)).toBe('QueryFailedError 23505');
    expect(stackOf(error)).not.toContain('6090000000000018');
    expect(stackOf(error)).toContain('log.spec.ts');
    expect(faultOf('testo')).toBe('string');
  });
});
