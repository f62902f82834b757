import { UseFilters } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import {
  AuthOsErrorsModule,
  AuthOsExceptionFilter,
  type AuthOsErrorsOptions,
} from 'nestjs-authos-errors';
import { envelope } from '../envelope.js';
import { PROTOCOLS, startGateways } from './gateways.js';

class Sold extends Error {}

/** One class for every application of this file. */
@WebSocketGateway()
class SharedGateway {
  @SubscribeMessage('sold')
  sold(): never {
    throw new Sold();
  }
}

@WebSocketGateway()
class OwnFilterGateway {
  @UseFilters(AuthOsExceptionFilter)
  @SubscribeMessage('sold')
  sold(): never {
    throw new Sold();
  }

  @SubscribeMessage('left')
  left(): never {
    throw new Sold();
  }
}

function saying(text: string): AuthOsErrorsOptions {
  return {
    mappers: [
      (error) => (error instanceof Sold ? { code: 'NOT_FOUND', message: text } : undefined),
    ],
  };
}

describe.each(PROTOCOLS)('over $name', (protocol) => {
  const running: INestApplication[] = [];

  afterEach(async () => {
    for (const app of running.splice(0)) await app.close();
  });

  const start = async (
    imports: NonNullable<Parameters<typeof startGateways>[1]['imports']>,
    gateway: new () => object = SharedGateway,
  ) => {
    const { app, url } = await startGateways(protocol, { imports, providers: [gateway] });
    running.push(app);
    return protocol.connect(url);
  };

  it('each of two applications with one gateway answers by its own options', async () => {
    const first = await start([AuthOsErrorsModule.forRoot(saying('Sold to A.'))]);
    const second = await start([AuthOsErrorsModule.forRoot(saying('Sold to B.'))]);
    expect([await first.ask('sold'), await second.ask('sold')]).toEqual([
      protocol.answer(envelope('NOT_FOUND', 'Sold to A.')),
      protocol.answer(envelope('NOT_FOUND', 'Sold to B.')),
    ]);
    first.close();
    second.close();
  });

  it('answers with the options of forRootAsync', async () => {
    const client = await start([
      AuthOsErrorsModule.forRootAsync({ useFactory: async () => saying('Sold out.') }),
    ]);
    expect(await client.ask('sold')).toEqual(protocol.answer(envelope('NOT_FOUND', 'Sold out.')));
    client.close();
  });

  it('answers nothing of itself with bindGlobalFilter: false', async () => {
    const imports = [AuthOsErrorsModule.forRoot({ ...saying('Sold.'), bindGlobalFilter: false })];
    const client = await start(imports, OwnFilterGateway);
    expect(await client.ask('sold')).toEqual(protocol.answer(envelope('NOT_FOUND', 'Sold.')));
    expect(await client.exception('left')).toMatchObject({ message: 'Internal server error' });
    client.close();
  });
});
