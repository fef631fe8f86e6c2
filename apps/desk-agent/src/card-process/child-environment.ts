// SPDX-License-Identifier: AGPL-3.0-or-later

/** What no child of the station's inherits: options that open it to others, and a secret that it has no use for. */
const withheld: ReadonlySet<string> = new Set(['NODE_OPTIONS', 'ENROLMENT_CODE']);

export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !withheld.has(name)));
}
