import {
  type CanActivate,
  Controller,
  Get,
  Injectable,
  Scope,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { RequireActiveOrganization, RequireFeature } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { documentOf, responsesIn } from './document-of.js';

const ALWAYS = { 200: '', 500: ['INTERNAL_SERVER_ERROR'] };
const REFUSED = { 401: ['UNAUTHORIZED'], 403: ['FORBIDDEN'] };

class OpenGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

class JwtGuard extends AuthGuard('jwt') {}

@Injectable({ scope: Scope.REQUEST })
class RequestGuard extends OpenGuard {}

@ApiAuthOsErrors('TOKEN_EXPIRED', 'JWT_ERROR')
class TokenGuard extends OpenGuard {}

class OwnTokenGuard extends TokenGuard {}

/** A controller with one route for each decorator. */
function controllerOf(routes: Record<string, MethodDecorator[]>, ...decorators: ClassDecorator[]) {
  class Routes {}
  for (const [name, onMethod] of Object.entries(routes)) {
    const descriptor = { value: { [name]: () => {} }[name], writable: true, configurable: true };
    Object.defineProperty(Routes.prototype, name, descriptor);
    for (const decorate of [Get(name), ...onMethod]) decorate(Routes.prototype, name, descriptor);
  }
  for (const decorate of [Controller(), ...decorators]) decorate(Routes);
  return Routes as Type;
}

describe('addAuthOsErrors(), of guards', () => {
  it('knows the codes of the guards of the package', async () => {
    const controller = controllerOf({
      open: [],
      active: [RequireActiveOrganization()],
      feature: [RequireFeature('sso')],
    });
    expect(responsesIn(await documentOf({ controllers: [controller] }))).toEqual({
      'GET /open': ALWAYS,
      'GET /active': { ...ALWAYS, 403: ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE'] },
      'GET /feature': {
        ...ALWAYS,
        403: ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE', 'FEATURE_NOT_AVAILABLE_IN_TIER'],
      },
    });
  });

  it("knows what passport's guard and any other answers with", async () => {
    const controller = controllerOf({
      passport: [UseGuards(AuthGuard('jwt'))],
      extended: [UseGuards(new JwtGuard())],
      other: [UseGuards(OpenGuard)],
      literal: [UseGuards({ canActivate: () => true })],
      both: [UseGuards(JwtGuard, OpenGuard)],
    });
    const tokens = { ...ALWAYS, 401: ['UNAUTHORIZED', 'TOKEN_EXPIRED', 'JWT_ERROR'] };
    expect(responsesIn(await documentOf({ controllers: [controller] }))).toEqual({
      'GET /passport': tokens,
      'GET /extended': tokens,
      'GET /other': { ...ALWAYS, ...REFUSED },
      'GET /literal': { ...ALWAYS, ...REFUSED },
      'GET /both': { ...tokens, 403: ['FORBIDDEN'] },
    });
  });

  it('lets a guard say its codes itself', async () => {
    const controller = controllerOf({
      own: [UseGuards(TokenGuard)],
      inherited: [UseGuards(OwnTokenGuard)],
    });
    const tokens = { ...ALWAYS, 401: ['TOKEN_EXPIRED', 'JWT_ERROR'] };
    expect(responsesIn(await documentOf({ controllers: [controller] }))).toEqual({
      'GET /own': tokens,
      'GET /inherited': tokens,
    });
  });

  it.each([
    ['of the class', { controllers: [controllerOf({ list: [] }, UseGuards(OpenGuard))] }, false],
    ['of app.useGlobalGuards', { controllers: [controllerOf({ list: [] })] }, true],
    [
      'of APP_GUARD',
      {
        controllers: [controllerOf({ list: [] })],
        providers: [{ provide: APP_GUARD, useClass: OpenGuard }],
      },
      false,
    ],
    [
      'of APP_GUARD in the scope of a request',
      {
        controllers: [controllerOf({ list: [] })],
        providers: [{ provide: APP_GUARD, useClass: RequestGuard }],
      },
      false,
    ],
    [
      'of APP_GUARD, made by a factory',
      {
        controllers: [controllerOf({ list: [] })],
        providers: [{ provide: APP_GUARD, useFactory: () => new OpenGuard() }],
      },
      false,
    ],
  ])('asks the guards %s', async (_where, metadata, global) => {
    const document = await documentOf(metadata, {
      configure: (app) => global && app.useGlobalGuards(new OpenGuard()),
    });
    expect(responsesIn(document)).toEqual({ 'GET /list': { ...ALWAYS, ...REFUSED } });
  });
});
