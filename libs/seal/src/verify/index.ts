// SPDX-License-Identifier: AGPL-3.0-or-later
export { EXIT, verifyByCommand, verifyFile } from './command-line';
export { LogVerifier, type VerifierOptions } from './log-verifier';
export type { StampJudge } from './side-lines';
export type { Figures, Lie, LieKind, Verdict } from './verdict';
