// SPDX-License-Identifier: AGPL-3.0-or-later
export { serveCardEndpoint } from './card-endpoint';
export type { CardEndpoint, CardEndpointOptions } from './card-endpoint';
export { durationOf, realCardTiming } from './card-timing';
export type { CardTiming } from './card-timing';
export { cardModelNames, isCardModelName } from './card-model';
export type { CardModelName } from './card-model';
export type { CardQuirks, PublicFileName } from './card-quirks';
export type { CardLayout, VirtualCardContents } from './cns-files';
export { freshCodes } from './code-store';
export type { VirtualCardState } from './code-store';
export { drawChipKeys, issueCardCertificate, issueDemoCa } from './demo-ca';
export type { CardCertificateRequest, DemoCa, DemoCaRequest, IssuedCard } from './demo-ca';
export { connectDirectly } from './direct-connection';
export type { Tear } from './direct-connection';
export { createVirtualCard } from './virtual-card';
export type { VirtualCard, VirtualCardOptions } from './virtual-card';
export { plugIntoVpcd } from './vpcd-plug';
export type { VpcdPlug } from './vpcd-plug';
