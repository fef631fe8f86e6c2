// SPDX-License-Identifier: AGPL-3.0-or-later
/** Boundaries inside projects: folders, entry points and Node's own modules. Projects and packages are Nx's (eslint.config.mjs). */
const sources = { pathNot: '\\.spec\\.ts$|/testing/' };

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'browser-safe', comment: 'domain, contracts and the page run in a browser', severity: 'error', from: { path: '^(libs/(domain|contracts)|apps/desk-ui)/src', ...sources }, to: { dependencyTypes: ['core'] } },
    { name: 'simulator-stays-outside', comment: 'the product never imports the simulator', severity: 'error', from: { path: '^(apps/(api|desk-agent|desk-ui|vault)|libs/(?!card-io))', ...sources }, to: { path: '^libs/card-io/src/simulator' } },
    { name: 'card-io-knows-no-simulator', severity: 'error', from: { path: '^libs/card-io/src/(?!simulator)', ...sources }, to: { path: '^libs/card-io/src/simulator' } },
    { name: 'rehearsal-stays-outside', severity: 'error', from: { path: '^(apps/(?!rehearsal)|libs)', ...sources }, to: { path: '^apps/rehearsal' } },
    { name: 'one-native-import', comment: 'only card-io/pcsc touches the PC/SC binding', severity: 'error', from: { pathNot: '^libs/card-io/src/pcsc|\\.spec\\.ts$' }, to: { path: '(^|node_modules/)(smartcard|pcsclite)(/|$)' } },
    { name: 'one-hsm-import', comment: 'only the issuer key’s adapter speaks PKCS #11', severity: 'error', from: { pathNot: '^apps/api/src/platform/keys/hsm-token\\.ts$|/testing/' }, to: { path: '(^|node_modules/)pkcs11js(/|$)' } },
    { name: 'one-mrz-import', comment: 'the zone reader has an entry point of its own, off the page that everybody loads first', severity: 'error', from: { pathNot: '^libs/domain/src/mrz/' }, to: { path: '(^|node_modules/)mrz(/|$)' } },
    { name: 'mrz-stays-apart', comment: 'what is on the domain’s main entry reads no zones: its shapes are enough to tell a scan', severity: 'error', from: { path: '^libs/domain/src/(?!mrz/)', ...sources }, to: { path: '^libs/domain/src/mrz/(?!mrz-(lines|shapes)\\.ts)' } },
    { name: 'files-are-opened-in-one-place', comment: 'what strangers bring is decoded and parsed behind one door', severity: 'error', from: { pathNot: '^apps/api/src/platform/evidence/content/|\\.spec\\.ts$' }, to: { path: '(^|node_modules/)(sharp|mupdf)(/|$)' } },
    { name: 'api-sees-no-envelope', comment: 'the API never renders what carries codes', severity: 'error', from: { path: '^apps/api/src', ...sources }, to: { path: '^libs/paper/src/envelope' } },
    { name: 'api-sees-certificates-only', severity: 'error', from: { path: '^apps/api/src', ...sources }, to: { path: '^libs/card-io/src/(?!certificate|issuer)' } },
    { name: 'ipp-server-is-rehearsal', severity: 'error', from: { path: '^(apps/(api|desk-agent|desk-ui)|libs/ipp/src/(?!server))', ...sources }, to: { path: '^libs/ipp/src/server' } },
    { name: 'features-apart', comment: 'what two features need moves down to platform or domain', severity: 'error', from: { path: '^apps/(api|desk-ui)/src/(?:app/)?features/([^/]+)/', ...sources }, to: { path: '^apps/$1/src/(?:app/)?features/', pathNot: '^apps/$1/src/(?:app/)?features/$2/' } },
    { name: 'platform-below-features', severity: 'error', from: { path: '^apps/api/src/platform', ...sources }, to: { path: '^apps/api/src/features' } },
    { name: 'vault-stays-small', comment: 'the vault imports what crosses the wire and what seals, and nobody imports the vault', severity: 'error', from: { path: '^apps/vault/src' }, to: { path: '^(libs|apps|migrations)/', pathNot: '^(apps/vault|libs/(contracts|seal))/' } },
    { name: 'nobody-imports-the-vault', severity: 'error', from: { path: '^(apps/(?!vault)|libs)', ...sources }, to: { path: '^apps/vault' } },
    { name: 'parent-holds-no-codes', comment: 'drawing, opening and printing codes is the child process’s', severity: 'error', from: { path: '^apps/desk-agent/src/(?!card-process|jobs)', ...sources }, to: { path: '^libs/paper/src/envelope' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|dist' },
    exclude: { path: '(^|/)(dist|\\.nx|\\.angular)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json'] },
  },
};
