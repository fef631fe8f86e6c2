// SPDX-License-Identifier: AGPL-3.0-or-later
/** The operations that the station uses and the rehearsal's printer serves (RFC 8011 §5.4.15; PWG 5100.13 for Identify-Printer). */
export const operations = {
  'Print-Job': 0x0002,
  'Validate-Job': 0x0004,
  'Create-Job': 0x0005,
  'Send-Document': 0x0006,
  'Cancel-Job': 0x0008,
  'Get-Job-Attributes': 0x0009,
  'Get-Jobs': 0x000a,
  'Get-Printer-Attributes': 0x000b,
} as const;
export type Operation = keyof typeof operations;
