// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { s } from './element.mjs';

/** @typedef {'done' | 'running' | 'look' | 'stopped' | 'none'} Shape */

const whole = { class: 'shape', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' };
const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

/**
 * Disc with check, half disc, triangle, square with cross, ring: always beside their word.
 * @param {Shape} shape
 */
export const shapeOf = (shape) => s('svg', whole, ...drawings[shape]());

/** @type {Readonly<Record<Shape, () => SVGElement[]>>} */
const drawings = {
  done: () => [s('circle', { cx: 8, cy: 8, r: 8, fill: 'currentColor' }), s('path', { d: 'M4.5 8.2l2.4 2.4 4.6-4.8', ...line, stroke: '#fff' })],
  running: () => [s('circle', { cx: 8, cy: 8, r: 6.5, ...line }), s('path', { d: 'M8 1.5a6.5 6.5 0 0 0 0 13z', fill: 'currentColor' })],
  look: () => [s('path', { d: 'M8 1.5L15 14H1z', fill: 'currentColor' }), s('path', { d: 'M8 6v3.5M8 12v.1', ...line, stroke: '#fff' })],
  stopped: () => [s('rect', { x: 1, y: 1, width: 14, height: 14, rx: 2, fill: 'currentColor' }), s('path', { d: 'M5 5l6 6M11 5l-6 6', ...line, stroke: '#fff' })],
  none: () => [s('circle', { cx: 8, cy: 8, r: 6.5, ...line })],
};

/** A health card in miniature; dashed when it is somewhere else.
 * @param {boolean} isAway
 */
export const cardPicture = (isAway) =>
  s(
    'svg',
    { class: 'card-picture', viewBox: '0 0 44 28', width: 44, height: 28, 'aria-hidden': 'true', focusable: 'false' },
    s('rect', { x: 0.5, y: 0.5, width: 43, height: 27, rx: 3, fill: isAway ? 'none' : '#fff', stroke: '#5c5c5c', 'stroke-dasharray': isAway ? '3 2' : false }),
    isAway ? null : s('rect', { x: 7.5, y: 9.5, width: 11, height: 9, rx: 1, fill: '#f3dfa8', stroke: '#8a6d1f' }),
  );

export const outwardArrow = () =>
  s('svg', { ...whole, class: 'shape outward' }, s('path', { d: 'M9.5 2H14v4.5M13.5 2.5L7 9M12 9.5V14H2V4h4.5', ...line, 'stroke-width': 1.4 }));

export const padlock = () =>
  s(
    'svg',
    whole,
    s('rect', { x: 3, y: 7, width: 10, height: 7.5, rx: 1, ...line, 'stroke-width': 1.4 }),
    s('path', { d: 'M5 7V4.5a3 3 0 0 1 6 0V7', ...line, 'stroke-width': 1.4 }),
  );
