// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyByCommand } from './command-line';

process.exitCode = verifyByCommand(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
