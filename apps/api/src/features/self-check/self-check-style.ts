// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

/** Within the page: a file beside it would be a second handshake, for which some browsers ask for the certificate again. */
export const SELF_CHECK_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f2f6fa; color: #17334f; font: 400 1rem/1.5 'Titillium Web', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
.test { margin: 0; padding: 0.125rem 1.5rem; background: #e3ebf3; font-size: 0.875rem; text-align: center; }
header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; justify-content: space-between; min-height: 3.25rem; padding: 0 1.5rem; background: #004080; color: #fff; font-weight: 600; }
header a { color: #fff; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.5rem 3rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 2.125rem; }
h2 { margin: 0 0 0.5rem; font-size: 1.375rem; line-height: 1.75rem; }
h3 { margin: 1rem 0 0.25rem; font-size: 1.125rem; line-height: 1.5rem; }
section { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid #c5c7c9; border-left: 0.25rem solid #8f5600; border-radius: 4px; background: #fff; }
section.works { border-left-color: #007a52; }
section.revoked, section.expired { border-left-color: #c0283f; }
p { margin: 0.25rem 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 0.5rem 1rem; margin: 0.75rem 0; }
dt { font-size: 0.875rem; color: #52667a; }
dd { margin: 0; font-weight: 600; }
ol { margin: 0; padding-left: 1.5rem; }
li { margin: 0.25rem 0; }
a { color: #06c; }
.button { display: inline-block; min-height: 3rem; padding: 0.6875rem 1.25rem; border-radius: 4px; background: #06c; color: #fff; font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
.links { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; margin-top: 1rem; }
.help { color: #52667a; font-size: 0.875rem; }
`;

const STYLE_HASH = createHash('sha256').update(SELF_CHECK_STYLE).digest('base64');

/** Nothing runs, nothing is fetched, and no other style than this very one. */
export const SELF_CHECK_POLICY = `default-src 'none';style-src 'sha256-${STYLE_HASH}';img-src data:;base-uri 'none';form-action 'none';frame-ancestors 'none'`;
