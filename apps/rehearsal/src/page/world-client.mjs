// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check

/** @typedef {import('../world/world-view').WorldView} WorldView */
/** @typedef {{ readonly ok: true, readonly body: unknown } | { readonly ok: false, readonly kind: string }} Reply */

/**
 * Tells the world what a hand does.
 * @param {string} path
 * @param {Readonly<Record<string, unknown>>} [body]
 * @returns {Promise<Reply>}
 */
export const act = async (path, body = {}) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** @param {string} path @returns {Promise<Reply>} */
export const read = (path) => ask(path, {});

/** @param {string} path @param {RequestInit} init @returns {Promise<Reply>} */
const ask = async (path, init) => {
  try {
    const response = await fetch(path, init);
    const body = /** @type {unknown} */ (await response.json());
    if (response.ok) return { ok: true, body };
    return { ok: false, kind: typeof body === 'object' && body !== null && 'kind' in body ? String(body.kind) : 'other' };
  } catch {
    // The program was closed, or is being started again: the event stream notices too, and says so on the page.
    return { ok: false, kind: 'unreachable' };
  }
};

/**
 * Follows the world; the browser connects again by itself.
 * @param {{ onWorld: (world: WorldView) => void, onLost: () => void }} listener
 */
export const follow = ({ onWorld, onLost }) => {
  const events = new EventSource('/api/events');
  events.addEventListener('world', (event) => onWorld(JSON.parse(/** @type {MessageEvent<string>} */ (event).data)));
  events.addEventListener('error', onLost);
};
