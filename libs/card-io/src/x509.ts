// SPDX-License-Identifier: AGPL-3.0-or-later
import 'reflect-metadata'; // the library's dependency injection looks for it when it is loaded
import * as x509 from '@peculiar/x509';

export { x509 };
