// SPDX-License-Identifier: AGPL-3.0-or-later
import { TELEPHONE_LINES } from '@sportello/domain';
import { StartRefused } from '../config/environment';
import type { SelfCheckSettings } from '../config/self-check';
import { SelfCheckListener } from '../features/self-check/self-check-listener';
import { codeOf } from '../platform/database/start-check';
import type { Outside } from '../platform/platform.module';

/** @throws StartRefused when it cannot listen. */
export async function startSelfCheck(settings: SelfCheckSettings, { trustAnchors, certificateStatus, clock, log, settings: { publicOrigin, helpDesk } }: Outside): Promise<SelfCheckListener> {
  try {
    const phone = (helpDesk ?? TELEPHONE_LINES['help-desk']).phone;
    const listener = await SelfCheckListener.start(settings, { trustAnchors, certificateStatus, clock, log, publicOrigin, phone });
    log.info('self-check ready', { url: settings.url, host: settings.host, port: listener.port });
    return listener;
  } catch (error) {
    throw new StartRefused(`The self-check page cannot listen on ${settings.host}:${settings.port} (${codeOf(error)}): stop the program that does, or set SELF_CHECK_PORT.`);
  }
}
