// SPDX-License-Identifier: AGPL-3.0-or-later
export { serveCardEndpoint } from './card-endpoint';
export type { CardEndpoint, CardEndpointOptions, CardTiming } from './card-endpoint';
export { issueCardCertificate, issueDemoCa } from './demo-ca';
export type { CardCertificateRequest, DemoCa, DemoCaRequest, IssuedCard } from './demo-ca';
export { createVirtualCard } from './virtual-card';
export type { VirtualCard, VirtualCardContents, VirtualCardOptions, VirtualCardState } from './virtual-card';
export { plugIntoVpcd } from './vpcd-plug';
export type { VpcdPlug } from './vpcd-plug';
