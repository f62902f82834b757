import neo4j, { Neo4jError } from 'neo4j-driver';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort, startTcpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const VALIDATION_FAILED = 'Neo.ClientError.Schema.ConstraintValidationFailed';
const GENERAL = '50N42';

const constructed = (message: string, code: string, gqlStatus = GENERAL) =>
  new Neo4jError(message, code, gqlStatus, `error: data exception. ${message}`);

/** What a query throws at a port of loopback. */
async function thrownAtPort(port: number, scheme = 'bolt'): Promise<unknown> {
  const driver = neo4j.driver(`${scheme}://127.0.0.1:${port}`, neo4j.auth.basic('ada', SECRET), {
    maxTransactionRetryTime: 0,
    connectionTimeout: 50,
    connectionAcquisitionTimeout: 100,
  });
  const query = 'CREATE (u:User {email: $email})';
  const error = await thrownBy(() => driver.executeQuery(query, { email: SECRET }));
  await driver.close();
  return error;
}

describe('Neo4j', () => {
  it.each([
    [`Node(1) already exists with label \`User\` and property \`email\` = '${SECRET}'`, GENERAL],
    [
      `Relationship(1) already exists with type \`OWNS\` and property \`id\` = '${SECRET}'`,
      GENERAL,
    ],
    [`Property uniqueness constraint violated: ${SECRET}`, '22N79'],
    [`Index entry conflict in ${SECRET}`, '22N80'],
    [`The MERGE clause cannot create a new node. ${SECRET}`, '22N41'],
  ])('whose constraint says "%s" is DUPLICATE_CONSTRAINT (constructed)', (message, status) => {
    const error = constructed(message, VALIDATION_FAILED, status);
    expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  });

  it.each([
    [`Node(257) with label \`User\` must have the property \`${SECRET}\``, '22N77'],
    [`Node(0) with label \`User\` required the property \`${SECRET}\` to be of type`, '22N78'],
    [`Cannot delete node<${SECRET}>, because it still has relationships`, GENERAL],
  ])('whose constraint says "%s" is DATABASE_ERROR (constructed)', (message, status) => {
    const error = constructed(message, VALIDATION_FAILED, status);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it.each([
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.ClientError.Statement.ParameterMissing',
    'Neo.ClientError.Schema.ConstraintAlreadyExists',
    'Neo.ClientError.Security.Unauthorized',
    'Neo.TransientError.Transaction.DeadlockDetected',
    'Neo.DatabaseError.General.UnknownError',
  ])('that answers with %s is DATABASE_ERROR (constructed)', (code) => {
    const error = constructed(`${SECRET} already exists with label`, code);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it.each(['bolt', 'neo4j'])(
    'that refuses the connection of %s is DATABASE_ERROR',
    async (scheme) => {
      const error = await thrownAtPort(await refusingPort(), scheme);
      expect(error).toBeInstanceOf(Neo4jError);
      expectFailure(error, 'DATABASE_ERROR');
    },
  );

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

  it('that speaks another protocol is DATABASE_ERROR', async () => {
    const server = await startTcpServer((socket) => {
      socket.once('data', () => socket.end(`HTTP/1.1 400 Bad Request\r\n\r\n${SECRET}`));
    });
    const error = await thrownAtPort(server.port);
    await server.stop();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose session is closed is DATABASE_ERROR', async () => {
    const driver = neo4j.driver('bolt://127.0.0.1:1', neo4j.auth.basic('ada', SECRET));
    const session = driver.session();
    await session.close();
    const error = await thrownBy(() => session.run('RETURN $email', { email: SECRET }));
    await driver.close();
    expectFailure(error, 'DATABASE_ERROR');
  });
});
