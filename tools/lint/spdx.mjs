// SPDX-License-Identifier: AGPL-3.0-or-later
/** An ESLint rule: every source file says its licence in its first line (a `#!` line may stand above it). */
export const spdxHeader = {
  meta: { type: 'problem', schema: [], messages: { missing: 'The first line must be: // SPDX-License-Identifier: AGPL-3.0-or-later' } },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    return {
      Program(/** @type {import('estree').Program} */ node) {
        const [first = '', second = ''] = context.sourceCode.lines;
        const line = first.startsWith('#!') ? second : first;
        if (!/^(\/\/|\/\*|<!--) SPDX-License-Identifier: AGPL-3\.0-or-later/.test(line)) context.report({ node, messageId: 'missing' });
      },
    };
  },
};
