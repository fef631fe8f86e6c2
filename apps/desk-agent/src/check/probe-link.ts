// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ServerAnswer } from './ask-server';
import { type Finding, notWell, well } from './finding';

export function probeLink(serverUrl: string, answer: ServerAnswer): Finding {
  if (answer.kind === 'unreachable') return notWell('link', `${serverUrl} cannot be reached (${answer.because})`, 'Check this computer\'s network and SERVER_URL. If other desks cannot reach it either, the server is down.');
  if (answer.isReady) return well('link', `${serverUrl} is ready`);
  return notWell('link', `${serverUrl} answers with ${answer.status}`, answer.status === 503 ? 'The server has trouble of its own: call its administrators.' : 'Correct SERVER_URL: this is not the desk\'s server, or a proxy stands in between.');
}
