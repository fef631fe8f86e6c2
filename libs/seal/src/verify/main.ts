// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyByCommand } from './command-line';

// Whoever reads only the first line (`| head -1`) has what they wanted; the exit code says the rest.
process.stdout.on('error', () => undefined);
process.exitCode = verifyByCommand(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
