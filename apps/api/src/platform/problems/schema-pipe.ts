// SPDX-License-Identifier: AGPL-3.0-or-later
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refused } from './refusal';

/** Parses every input by the contract's schema at the door. The refusal says where the input is wrong, never with what. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fields = issues.map(({ path = [] }) => path.map((step) => (typeof step === 'object' ? step.key : step)).join('.'));
      return new Refused({ kind: 'invalid-request', details: { fields: [...new Set(fields)] } });
    },
  });
}
