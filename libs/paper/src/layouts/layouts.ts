// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeLayout } from '@sportello/domain';
import { LARGE_PRINT } from './large-print';
import type { Layout } from './layout';
import { NORMAL } from './normal';

export const LAYOUTS: Readonly<Record<EnvelopeLayout, Layout>> = { normal: NORMAL, 'large-print': LARGE_PRINT };
