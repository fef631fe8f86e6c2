// SPDX-License-Identifier: AGPL-3.0-or-later

/** What to do without PC/SC, for whoever administers the computer. */
export const noService = 'PC/SC is not running: start it (Debian: systemctl start pcscd.socket; Windows: the service "Smart Card", SCardSvr).';
