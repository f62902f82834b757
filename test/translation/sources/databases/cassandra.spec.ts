import cassandra from 'cassandra-driver';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort, startTcpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { errors, types } = cassandra;

/** What a query throws at a port of loopback. */
async function thrownAtPort(port: number): Promise<unknown> {
  const client = new cassandra.Client({
    contactPoints: [`127.0.0.1:${port}`],
    localDataCenter: 'datacenter1',
    credentials: { username: 'ada', password: SECRET },
    socketOptions: { connectTimeout: 50, readTimeout: 50 },
    // Its timer outlives the client.
    pooling: { heartBeatInterval: 0 },
  });
  const query = 'SELECT * FROM users WHERE email = ?';
  const error = await thrownBy(() => client.execute(query, [SECRET]));
  await client.shutdown();
  return error;
}

describe('Cassandra', () => {
  // It has no unique keys: `IF NOT EXISTS` that finds a row answers with a row.
  it.each(Object.keys(types.responseErrorCodes))(
    'that answers with %s is DATABASE_ERROR (constructed)',
    (name) => {
      const code = types.responseErrorCodes[name as keyof typeof types.responseErrorCodes];
      const message = `Cannot add already existing column family "${SECRET}"`;
      expectFailureWithSecret(new errors.ResponseError(code, message), 'DATABASE_ERROR');
    },
  );

  it.each([
    ['ArgumentError', new errors.ArgumentError(SECRET)],
    ['AuthenticationError', new errors.AuthenticationError(SECRET)],
    ['BusyConnectionError', new errors.BusyConnectionError(SECRET, 2048, 1)],
    ['DriverInternalError', new errors.DriverInternalError(SECRET)],
    ['NotSupportedError', new errors.NotSupportedError(SECRET)],
    ['OperationTimedOutError', new errors.OperationTimedOutError(SECRET)],
  ])('whose driver throws %s is DATABASE_ERROR (constructed)', (_name, error) => {
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('that refuses the connection is DATABASE_ERROR', async () => {
    const error = await thrownAtPort(await refusingPort());
    expect(error).toBeInstanceOf(errors.NoHostAvailableError);
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('that cuts the connection is DATABASE_ERROR', async () => {
    const server = await startTcpServer((socket) => socket.once('data', () => socket.destroy()));
    const error = await thrownAtPort(server.port);
    await server.stop();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('that does not answer in time is DATABASE_ERROR', async () => {
    const server = await startTcpServer(() => {});
    const error = await thrownAtPort(server.port);
    await server.stop();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose client is set up without a data center is DATABASE_ERROR', async () => {
    const client = new cassandra.Client({ contactPoints: ['127.0.0.1:1'] });
    const error = await thrownBy(() => client.execute('SELECT ?', [SECRET]));
    await client.shutdown();
    expectFailure(error, 'DATABASE_ERROR');
  });
});
