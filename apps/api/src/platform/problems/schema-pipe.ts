// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { Refused } from './refusal';
import { unstorableTextIn } from './unstorable-text';

/** Parses every input by the contract's schema at the door, after a look for text that could not be kept. The refusal says where the input is wrong, never with what. */
class SchemaPipe extends StandardSchemaValidationPipe {
  override transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    // What a decorator of ours brings is no input.
    const field = metadata.type === 'custom' ? undefined : unstorableTextIn(value);
    if (field !== undefined) throw new Refused({ kind: 'invalid-request', details: { fields: [field] } });
    return super.transform(value, metadata);
  }
}

export function schemaPipe(): StandardSchemaValidationPipe {
  return new SchemaPipe({
    exceptionFactory: (issues) => {
      const fields = issues.map(({ path = [] }) => path.map((step) => (typeof step === 'object' ? step.key : step)).join('.'));
      return new Refused({ kind: 'invalid-request', details: { fields: [...new Set(fields)] } });
    },
  });
}
