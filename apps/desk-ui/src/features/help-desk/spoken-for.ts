// SPDX-License-Identifier: AGPL-3.0-or-later
/** '01:52', and with hours '1:01:52'; never less than nothing, whatever the clocks say. */
export function spokenFor(openedAt: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(openedAt)) / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const rest = `${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
