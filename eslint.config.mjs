// SPDX-License-Identifier: AGPL-3.0-or-later
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { spdxHeader } from './tools/lint/spdx.mjs';

/** What a project may import: other projects by tag, packages by name (DESIGN: the table of projects). Folders and entry points are dependency-cruiser's. */
const project = (name, projects, packages) => ({
  sourceTag: `project:${name}`,
  onlyDependOnLibsWithTags: [`project:${name}`, ...projects.map((other) => `project:${other}`)],
  ...(packages ? { allowedExternalImports: packages } : {}),
});
const testPackages = ['fast-check', 'supertest', '@nestjs/testing'];

const depConstraints = [
  project('domain', [], ['mrz', 'fast-check']),
  project('contracts', ['domain'], ['zod', 'fast-check']),
  project('seal', [], ['@hpke/core', '@peculiar/asn1-cms', '@peculiar/asn1-schema', '@peculiar/asn1-tsp', '@peculiar/asn1-x509', 'fast-check']),
  project('card-io', [], ['@peculiar/x509', 'reflect-metadata', 'smartcard', 'fast-check']),
  project('paper', ['domain'], ['pdfkit', 'fontkit', 'bwip-js', 'bwip-js/*', 'fast-check']),
  project('ipp', [], ['fast-check']),
  project('migrations', [], ['typeorm']),
  project('api', ['domain', 'contracts', 'seal', 'paper', 'card-io', 'migrations'], ['@nestjs/*', '@fastify/*', 'fastify', 'typeorm', 'typeorm/*', 'pg', 'bcrypt', 'openid-client', '@marketto/*', '@peculiar/asn1-cms', '@peculiar/asn1-rsa', '@peculiar/asn1-schema', '@peculiar/asn1-x509', 'asn1js', 'pkcs11js', 'sharp', 'mupdf', 'bwip-js/*', '@simplewebauthn/server', '@simplewebauthn/server/*', 'zod', 'rxjs', 'rxjs/*', 'reflect-metadata', ...testPackages]),
  project('desk-agent', ['domain', 'contracts', 'seal', 'card-io', 'paper', 'ipp'], ['zod', 'fast-check']),
  project('desk-ui', ['domain', 'contracts'], ['@angular/*', '@jsverse/transloco', 'rxjs', 'rxjs/*', 'zod', '@simplewebauthn/browser', 'jest-preset-angular', 'jest-preset-angular/*']),
  project('rehearsal', ['card-io', 'contracts', 'domain', 'ipp'], ['zod', 'fast-check', '@peculiar/x509', 'reflect-metadata']),
  project('vault', ['contracts', 'seal'], ['zod', 'fast-check']),
  project('tests', ['api', 'card-io', 'contracts', 'desk-agent', 'domain', 'ipp', 'migrations', 'paper', 'rehearsal', 'seal', 'vault']),
];

const restricted = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a name travels with what it names.' },
  { selector: 'ExportAllDeclaration', message: 'An index lists what it offers by name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a const array and a union of its literals.' },
  { selector: "ImportDeclaration[source.value='zod'] ImportSpecifier", message: "import * as z from 'zod': the named import carries the whole library into the browser." },
  { selector: "ImportDeclaration[source.value='zod'] ImportDefaultSpecifier", message: "import * as z from 'zod': the named import carries the whole library into the browser." },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.angular/**', '.sportello/**', 'coverage/**', 'test-results/**'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { '@nx': nx, sportello: { rules: { 'spdx-header': spdxHeader } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'sportello/spdx-header': 'error',
      '@nx/enforce-module-boundaries': ['error', { allow: ['^(\\.\\./)+tools/'], allowCircularSelfDependency: true, enforceBuildableLibDependency: false, banTransitiveDependencies: false, depConstraints }],
      'no-restricted-syntax': ['error', ...restricted],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Rows and settings are classes for the sake of decorators and injection, and plain data all the same.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'file', name: ['CaseRow', 'SheetRow'] }] }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['process', 'console', 'crypto', 'setTimeout', 'setInterval', 'fetch', 'performance', 'Buffer'].map((name) => ({ name, message: 'The domain is pure: time, randomness and I/O are parameters.' }))],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Randomness is a parameter.' }, { object: 'Date', property: 'now', message: 'The instant is a parameter.' }],
      'no-restricted-syntax': ['error', ...restricted, { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The instant is a parameter.' }],
    },
  },
  {
    files: ['apps/api/src/features/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: ['@nestjs/typeorm', 'typeorm'].map((name) => ({ name, importNames: ['DataSource', 'EntityManager', 'InjectDataSource', 'InjectEntityManager', 'InjectRepository', 'Repository', 'TypeOrmModule'], allowTypeImports: true, message: 'Repositories come only from the unit of work.' })) }],
    },
  },
  {
    files: ['**/*.spec.ts', 'tests/**/*.ts', '**/testing/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/require-await': 'off', '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: ['apps/desk-ui/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/prefer-on-push-component-change-detection': 'off', '@typescript-eslint/no-extraneous-class': 'off' },
  },
  { files: ['apps/desk-ui/src/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
);
