// SPDX-License-Identifier: AGPL-3.0-or-later
import { attribute, attributesOf, boolean, integers, numberOf, operationGroup, stringOf, strings, stringsOf } from '../codec/attributes';
import type { IppAttribute, IppMessage } from '../codec/message';
import { type Operation, operations } from '../codec/operations';
import { statusText } from '../codec/statuses';
import { answer } from './answer';
import { PrinterQueue } from './queue/printer-queue';

const printerUri = 'ipp://127.0.0.1:8631/ipp/print/buste';
const pdf = Buffer.from('%PDF-1.7');
const at = new Date('2026-03-02T09:30:00Z');

const setUp = () => {
  const around = { onDocument: () => undefined, onChange: () => undefined, sheetsOf: () => 1, sheetMs: 60_000, now: () => at };
  const queue = new PrinterQueue({ path: '/ipp/print/buste', name: 'Buste' }, around);
  const send = (message: IppMessage, document: Uint8Array = pdf): IppMessage => answer(message, { queue, printerUri, isSecure: false, document });
  const ask = (operation: Operation, attributes: readonly IppAttribute[] = [], template: readonly IppAttribute[] = [], document: Uint8Array = pdf) => {
    const reply = send(requestOf(operation, [strings('uri', 'printer-uri', printerUri), ...attributes], template), document);
    return { status: statusText(reply.code), reply, job: attributesOf(reply, 'job'), printer: attributesOf(reply, 'printer'), unsupported: attributesOf(reply, 'unsupported') };
  };
  return { queue, send, ask };
};

const requestOf = (operation: Operation, attributes: readonly IppAttribute[], template: readonly IppAttribute[] = []): IppMessage => ({
  version: { major: 2, minor: 0 },
  code: operations[operation],
  requestId: 7,
  groups: [operationGroup(...attributes), ...(template.length === 0 ? [] : [{ tag: 'job' as const, attributes: template }])],
});

let printer: ReturnType<typeof setUp>;
beforeEach(() => {
  printer = setUp();
});
afterEach(() => printer.queue.dispose());

describe('any request', () => {
  const good = requestOf('Get-Printer-Attributes', [strings('uri', 'printer-uri', printerUri)]);
  const withOperation = (...attributes: readonly IppAttribute[]): IppMessage => ({ ...good, groups: [{ tag: 'operation', attributes }] });
  const charset = strings('charset', 'attributes-charset', 'utf-8');
  const language = strings('naturalLanguage', 'attributes-natural-language', 'en');
  const uri = strings('uri', 'printer-uri', printerUri);

  it('is answered with its own number and version, charset and language first', () => {
    const reply = printer.send(good);
    expect([reply.requestId, reply.version, statusText(reply.code)]).toEqual([7, { major: 2, minor: 0 }, 'successful-ok']);
    expect(reply.groups[0]?.attributes.slice(0, 2)).toEqual([charset, language]);
  });

  it.each<[string, IppMessage, string]>([
    ['number 0', { ...good, requestId: 0 }, 'client-error-bad-request'],
    ['version 0.0', { ...good, version: { major: 0, minor: 0 } }, 'server-error-version-not-supported'],
    ['version 3.0', { ...good, version: { major: 3, minor: 0 } }, 'server-error-version-not-supported'],
    ['no group', { ...good, groups: [] }, 'client-error-bad-request'],
    ['another group first', { ...good, groups: [{ tag: 'job', attributes: [] }, ...good.groups] }, 'client-error-bad-request'],
    ['no charset', withOperation(language, uri), 'client-error-bad-request'],
    ['language before charset', withOperation(language, charset, uri), 'client-error-bad-request'],
    ['a charset that is a keyword', withOperation(strings('keyword', 'attributes-charset', 'utf-8'), language, uri), 'client-error-bad-request'],
    ['Latin-1', withOperation(strings('charset', 'attributes-charset', 'iso-8859-1'), language, uri), 'client-error-charset-not-supported'],
    ['no target', withOperation(charset, language), 'client-error-bad-request'],
    ['an unknown operation', { ...good, code: 0x4001 }, 'server-error-operation-not-supported'],
  ])('with %s is refused', (_, request, status) => {
    expect(statusText(printer.send(request).code)).toBe(status);
  });
});

describe('Print-Job', () => {
  it('gives a job its number and address', () => {
    const { status, job } = printer.ask('Print-Job', [strings('name', 'job-name', 'lavoro 12')]);
    expect([status, numberOf(job, 'job-id'), stringOf(job, 'job-uri')]).toEqual(['successful-ok', 1, `${printerUri}/1`]);
    expect(printer.queue.snapshot().jobs).toEqual([{ jobId: 1, jobName: 'lavoro 12', state: 'processing' }]);
  });

  it('prints what it can, and names what it ignored, unless the client wants all or nothing', () => {
    const template = [integers('copies', 2), integers('number-up', 2), strings('keyword', 'media', 'na_letter_8.5x11in')];
    const lenient = printer.ask('Print-Job', [], template);
    expect(lenient.status).toBe('successful-ok-ignored-or-substituted-attributes');
    expect(lenient.unsupported).toEqual([attribute('number-up', { tag: 'unsupported' }), strings('keyword', 'media', 'na_letter_8.5x11in')]);
    expect(printer.queue.jobs[0]?.copies).toBe(2);
    const strict = printer.ask('Print-Job', [boolean('ipp-attribute-fidelity', true)], template);
    expect(strict.status).toBe('client-error-attributes-or-values-not-supported');
    expect(strict.unsupported).toEqual(lenient.unsupported);
    expect(printer.queue.jobs).toHaveLength(1);
  });

  it.each<[string, readonly IppAttribute[], Buffer, string]>([
    ['PostScript', [strings('mimeMediaType', 'document-format', 'application/postscript')], pdf, 'client-error-document-format-not-supported'],
    ['a compressed document', [strings('keyword', 'compression', 'gzip')], pdf, 'client-error-compression-not-supported'],
    ['what only says that it is a PDF', [strings('mimeMediaType', 'document-format', 'application/pdf')], Buffer.from('hello'), 'client-error-document-format-error'],
    ['no document', [], Buffer.of(), 'client-error-document-format-error'],
  ])('refuses %s', (_, attributes, document, status) => {
    expect(printer.ask('Print-Job', attributes, [], document).status).toBe(status);
    expect(printer.queue.jobs).toEqual([]);
  });

  it('refuses when the printer is busy', () => {
    printer.queue.inject('busy');
    for (const operation of ['Print-Job', 'Validate-Job', 'Create-Job'] as const) expect(printer.ask(operation).status).toBe('server-error-busy');
  });
});

describe('Create-Job and Send-Document', () => {
  it('make a job in two steps', () => {
    expect(printer.ask('Create-Job').status).toBe('successful-ok');
    expect(printer.queue.snapshot().jobs[0]?.state).toBe('pending-held');
    expect(printer.ask('Send-Document', [integers('job-id', 1), boolean('last-document', true)]).status).toBe('successful-ok');
    expect(printer.queue.snapshot().jobs[0]?.state).toBe('processing');
    expect(printer.ask('Send-Document', [integers('job-id', 1), boolean('last-document', true)]).status).toBe('client-error-not-possible');
  });

  it.each<[string, readonly IppAttribute[], Buffer, string]>([
    ['without saying which job', [boolean('last-document', true)], pdf, 'client-error-bad-request'],
    ['without saying whether it is the last', [integers('job-id', 1)], pdf, 'client-error-bad-request'],
    ['to a job that is not there', [integers('job-id', 9), boolean('last-document', true)], pdf, 'client-error-not-found'],
    ['as one of several', [integers('job-id', 1), boolean('last-document', false)], pdf, 'server-error-multiple-document-jobs-not-supported'],
    ['that is no PDF', [integers('job-id', 1), boolean('last-document', true)], Buffer.from('hello'), 'client-error-document-format-error'],
  ])('a document %s is refused', (_, attributes, document, status) => {
    printer.ask('Create-Job');
    expect(printer.ask('Send-Document', attributes, [], document).status).toBe(status);
    expect(printer.queue.snapshot().jobs[0]?.state).toBe('pending-held');
  });
});

describe('a job', () => {
  it('is found by printer and number, or by its own address', () => {
    printer.ask('Print-Job');
    const byUri = printer.send(requestOf('Get-Job-Attributes', [strings('uri', 'job-uri', 'ipp://localhost:8631/ipp/print/buste/1')]));
    expect(numberOf(attributesOf(byUri, 'job'), 'job-id')).toBe(1);
    expect(printer.ask('Get-Job-Attributes', [integers('job-id', 1)]).job.length).toBeGreaterThan(10);
  });

  it.each(['Get-Job-Attributes', 'Cancel-Job'] as const)('that is not there or not named is no business of %s', (operation) => {
    expect(printer.ask(operation, [integers('job-id', 9)]).status).toBe('client-error-not-found');
    expect(printer.ask(operation).status).toBe('client-error-bad-request');
    printer.ask('Print-Job');
    for (const jobUri of ['ipp://127.0.0.1:8631/ipp/print/moduli/1', 'ipp://host:8631/1', '']) {
      expect(statusText(printer.send(requestOf(operation, [strings('uri', 'job-uri', jobUri)])).code)).toBe('client-error-not-found');
    }
  });

  it('tells what is asked, by name or by group', () => {
    printer.ask('Print-Job');
    const names = (requested: string) =>
      printer.ask('Get-Job-Attributes', [integers('job-id', 1), strings('keyword', 'requested-attributes', requested)]).job.map(({ name }) => name);
    expect(names('job-state')).toEqual(['job-state']);
    expect(names('job-template')).toEqual(['copies']);
    expect(names('all')).toEqual(expect.arrayContaining(['job-state', 'copies', 'time-at-completed']));
  });
});

describe('Get-Jobs', () => {
  const jobs = (...attributes: readonly IppAttribute[]) =>
    printer.ask('Get-Jobs', attributes).reply.groups.filter(({ tag }) => tag === 'job').map((group) => numberOf(group.attributes, 'job-id'));

  it('lists those that wait in order, and those that ended newest first', () => {
    for (const name of ['a', 'b', 'c', 'd']) printer.ask('Print-Job', [strings('name', 'requesting-user-name', name)]);
    for (const id of [1, 2]) printer.ask('Cancel-Job', [integers('job-id', id)]);
    expect(jobs()).toEqual([3, 4]);
    expect(jobs(strings('keyword', 'which-jobs', 'completed'))).toEqual([2, 1]);
    expect(jobs(integers('limit', 1))).toEqual([3]);
    expect(jobs(strings('name', 'requesting-user-name', 'd'), boolean('my-jobs', true))).toEqual([4]);
    expect(printer.ask('Get-Jobs', [strings('keyword', 'which-jobs', 'lost')]).status).toBe('client-error-attributes-or-values-not-supported');
  });
});

describe('Get-Printer-Attributes', () => {
  it('tells what is asked, and the media database only by its name', () => {
    const names = (...requested: readonly string[]) =>
      printer.ask('Get-Printer-Attributes', requested.length === 0 ? [] : [strings('keyword', 'requested-attributes', ...requested)]).printer.map(({ name }) => name);
    expect(names('printer-state')).toEqual(['printer-state']);
    expect(names('job-template')).not.toContain('printer-state');
    expect(names()).toEqual(names('all'));
    expect(names('all')).not.toContain('media-col-database');
    expect(names('all', 'media-col-database')).toContain('media-col-database');
  });

  it('tells a jam in the reasons of the state', () => {
    printer.queue.inject('media-jam');
    const { printer: attributes } = printer.ask('Get-Printer-Attributes');
    expect([numberOf(attributes, 'printer-state'), stringsOf(attributes, 'printer-state-reasons')]).toEqual([5, ['media-jam-error']]);
  });
});
