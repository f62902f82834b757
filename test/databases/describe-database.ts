import { inspect } from 'node:util';
import { expectFailure } from '../support/expect-failure.js';
import { thrownBy } from '../support/thrown-by.js';
import { translate } from '../support/translate.js';
import { CLIENTS } from './clients/clients.js';
import type { Connection, DatabaseClient, ServerName } from './database-client.js';
import { type ExpectedFault, faultsOf, knownNames } from './faults.js';
import type { DatabaseServer } from './servers/database-server.js';

/** Generous, as a database starts and a pool fills on a busy machine. */
const TIMEOUT = 30_000;

/** Provokes every fault with every library on one database, and holds what comes of it against the contract. */
export function describeDatabase(name: ServerName, start: () => Promise<DatabaseServer>): void {
  describe(name, () => {
    let server: DatabaseServer;

    beforeAll(async () => {
      server = await start();
    }, TIMEOUT);

    afterAll(() => server?.stop(), TIMEOUT);

    for (const client of CLIENTS.filter((candidate) => candidate.server === name)) {
      describe(client.driver ? `${client.library} with ${client.driver}` : client.library, () => {
        let connection: Connection;

        beforeEach(async () => {
          connection = await client.open(server.url);
          await server.reset(connection);
        }, TIMEOUT);

        afterEach(() => connection?.close(), TIMEOUT);

        for (const fault of faultsOf(client)) {
          const provoke = (): Promise<unknown> =>
            thrownBy(() => fault.provoke({ connection, client, server }));
          describeTranslation(fault, provoke);
          if (fault.code === 'DUPLICATE_CONSTRAINT') describeNames(client, fault, provoke);
        }
      });
    }
  });
}

function describeTranslation(fault: ExpectedFault, provoke: () => Promise<unknown>): void {
  const { title, code, because, evidence = /(?:)/ } = fault;

  it(
    `answers "${title}" with ${code}${because ? `, as ${because}` : ''}`,
    async () => {
      const error = await provoke();
      expect(inspect(error, { depth: 8, showHidden: true })).toMatch(evidence);
      expectFailure(error, code);
    },
    TIMEOUT,
  );
}

function describeNames(
  client: DatabaseClient,
  fault: ExpectedFault,
  provoke: () => Promise<unknown>,
): void {
  const known = knownNames(client, fault);
  if (known.length === 0) return;

  it(
    `knows "${fault.title}" as ${known.join(' and ')}`,
    async () => {
      const error = await provoke();
      const found = fault.names?.[client.server]?.filter((name) => {
        const { message } = translate(error, { duplicateMessages: { [name]: 'Taken.' } });
        return message === 'Taken.';
      });
      expect(found).toEqual(known);
    },
    TIMEOUT,
  );
}
