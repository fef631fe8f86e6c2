// SPDX-License-Identifier: AGPL-3.0-or-later
export { newLogKey, sampleLog, type SampleLog, sampleRow, type SampleShape } from './sample-log';
