// SPDX-License-Identifier: AGPL-3.0-or-later
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, SSE_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../platform/access/access';
import { SHOWING, type Showing } from '../platform/looks/shows';
import type { TestApi } from './test-api';

export interface Route {
  readonly name: string;
  readonly method: string;
  /** With a made-up id for each parameter. */
  readonly path: string;
  readonly isStream: boolean;
  readonly access: Access | undefined;
  readonly showing: Showing | undefined;
}

const SOME_ID = '0191f2a0-0000-7000-8000-00000000f00d';

/** Every handler that the application registered, from Nest's own metadata. */
export function routesOf({ app }: TestApi): readonly Route[] {
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    const base = String(metadata(PATH_METADATA, metatype ?? {}));
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .map((name) => ({ name, handler: prototype[name] ?? {} }))
      .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler))
      .map(({ name, handler }) => ({
        name: `${metatype?.name ?? ''}.${name}`,
        method: RequestMethod[metadata(METHOD_METADATA, handler) as RequestMethod],
        path: `/api/${base}/${String(metadata(PATH_METADATA, handler))}`.replaceAll(/:\w+/g, SOME_ID).replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        isStream: Reflect.hasMetadata(SSE_METADATA, handler),
        showing: (metadata(SHOWING, handler) ?? metadata(SHOWING, metatype ?? {})) as Showing | undefined,
        access: (metadata(ACCESS, handler) ?? metadata(ACCESS, metatype ?? {})) as Access | undefined,
      }));
  });
}

function metadata(key: string | symbol, target: object): unknown {
  return Reflect.getMetadata(key, target);
}
