// SPDX-License-Identifier: AGPL-3.0-or-later
import { DefaultNamingStrategy } from 'typeorm';

/** Columns are called as their properties, in snake_case. Tables are named by their entities. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
