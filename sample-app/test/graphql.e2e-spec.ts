import request from 'supertest';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type FreshOrganization, signUp } from './support/fresh-organization.js';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { INITECH } from './support/seeds.js';
import './support/to-be-authos-error.js';

const SERVICE = { name: 'Portal', redirectUris: ['https://portal.example/callback'] };
const REGISTER =
  'mutation ($input: RegisterServiceDto!) { registerService(input: $input) { name redirectUris } }';
const ADD_MEMBER = 'mutation ($input: AddMemberDto!) { addMember(input: $input) { email role } }';
const REGISTERED = 'subscription { serviceRegistered { name } }';

describe.each(['express', 'fastify'])('GraphQL, on %s', (PLATFORM) => {
  let app: SampleApp;
  let organization: FreshOrganization;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  beforeEach(async () => {
    organization = await signUp(app);
  });

  afterAll(() => app.stop());

  const ask = async (query: string, variables: object = {}, token?: string): Promise<unknown> => {
    const test = request(app.url).post('/graphql').send({ query, variables });
    const { status, body } = await (token ? test.auth(token, { type: 'bearer' }) : test);
    expect(status).toBe(200);
    return body;
  };
  const asOwner = async (query: string, variables?: object): Promise<unknown> =>
    ask(query, variables, await organization.token());

  /** A subscription, with what it sends and how it ends. */
  const subscribe = (query: string, token?: string) => {
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: token ? { authorization: `Bearer ${token}` } : {},
      retryAttempts: 0,
    });
    return { results: client.iterate({ query }), end: () => client.dispose() };
  };

  it('tells an organization with its members and services', async () => {
    const query =
      '{ organization { slug tier members { email role } services(limit: 1) { name } } }';
    expect(await ask(query, {}, await app.token())).toEqual({
      data: {
        organization: {
          slug: 'acme',
          tier: 'pro',
          members: [{ email: 'owner@acme.example', role: 'owner' }],
          services: [{ name: 'Dashboard' }],
        },
      },
    });
  });

  it('NOT_FOUND answers an unknown organization, to anybody', async () => {
    const query = '{ organizationProfile(slug: "atlantis") { name } }';
    expect(refusal(await ask(query))).toBeAuthOsError('NOT_FOUND', {
      error: 'The requested resource does not exist.',
    });
  });

  it('UNAUTHORIZED answers who has no token, and JWT_ERROR who made one up', async () => {
    expect(refusal(await ask('{ organization { name } }'))).toBeAuthOsError('UNAUTHORIZED', {
      error: 'A bearer token is required.',
    });
    expect(refusal(await ask('{ organization { name } }', {}, 'made-up'))).toBeAuthOsError(
      'JWT_ERROR',
      {
        error: 'The access token is invalid.',
      },
    );
  });

  it('TOKEN_EXPIRED answers who comes back too late', async () => {
    const token = await app.token({ exp: 1 });
    expect(refusal(await ask('{ organization { name } }', {}, token))).toBeAuthOsError(
      'TOKEN_EXPIRED',
    );
  });

  it('ORGANIZATION_NOT_ACTIVE takes the place of a field, and the others are told', async () => {
    const token = await app.token({ organizationId: INITECH.id });
    const body = await ask('{ organization { slug services { name } } }', {}, token);
    expect(body).toEqual({
      data: { organization: { slug: 'initech', services: null } },
      errors: [
        expect.objectContaining({
          path: ['organization', 'services'],
          extensions: {
            code: 'FORBIDDEN',
            error_code: 'ORGANIZATION_NOT_ACTIVE',
            timestamp: expect.stringMatching(/Z$/),
          },
        }),
      ],
    });
  });

  it('FORBIDDEN answers a caller whose role does not suffice', async () => {
    const body = await ask(REGISTER, { input: SERVICE }, await organization.token('member'));
    expect(refusal(body)).toBeAuthOsError('FORBIDDEN', {
      error: 'This takes one of the roles: owner, admin.',
    });
  });

  it('BAD_REQUEST answers wrong input, and a query that is none', async () => {
    const input = { ...SERVICE, name: '' };
    expect(refusal(await asOwner(REGISTER, { input }))).toBeAuthOsError('BAD_REQUEST', {
      error: 'name must be longer than or equal to 1 characters',
    });
    const { body } = await request(app.url).post('/graphql').send({ query: '{' }).expect(400);
    expect(refusal(body)).toBeAuthOsError('BAD_REQUEST');
  });

  it('SERVICE_LIMIT_EXCEEDED answers the third service of the tier free', async () => {
    for (const name of ['First', 'Second']) {
      expect(await asOwner(REGISTER, { input: { ...SERVICE, name } })).toEqual({
        data: { registerService: { ...SERVICE, name } },
      });
    }
    expect(refusal(await asOwner(REGISTER, { input: SERVICE }))).toBeAuthOsError(
      'SERVICE_LIMIT_EXCEEDED',
      {
        error: 'The tier free has room for 2 services.',
      },
    );
  });

  it('DUPLICATE_CONSTRAINT answers a name that is taken, with the text of the application', async () => {
    await asOwner(REGISTER, { input: SERVICE });
    expect(refusal(await asOwner(REGISTER, { input: SERVICE }))).toBeAuthOsError(
      'DUPLICATE_CONSTRAINT',
      {
        error: 'Your organization has a service of this name.',
      },
    );
  });

  it('TEAM_LIMIT_EXCEEDED answers the fourth member of the tier free', async () => {
    const member = (number: number) => ({
      email: `member-${number}@fresh.example`,
      name: 'Member',
      role: 'member',
      password: 'a long enough password',
    });
    for (const number of [1, 2]) {
      const { email } = member(number);
      expect(await asOwner(ADD_MEMBER, { input: member(number) })).toEqual({
        data: { addMember: { email, role: 'member' } },
      });
    }
    expect(refusal(await asOwner(ADD_MEMBER, { input: member(3) }))).toBeAuthOsError(
      'TEAM_LIMIT_EXCEEDED',
    );
  });

  it('AUDIT_ERROR answers an action that cannot be recorded, and nothing has changed', async () => {
    await request(app.url)
      .post('/audit-log/seal')
      .auth(await organization.token(), { type: 'bearer' })
      .expect(204);
    const rename = 'mutation { renameOrganization(input: { name: "Under Cover" }) { name } }';
    expect(refusal(await asOwner(rename))).toBeAuthOsError('AUDIT_ERROR', {
      error: 'The audit log entry was not recorded.',
    });
    expect(await asOwner('{ organization { name } }')).toEqual({
      data: { organization: { name: `Organization ${organization.slug}` } },
    });
  });

  describe('a subscription', () => {
    it('tells the services that the own organization registers, and none of another', async () => {
      const { results, end } = subscribe(REGISTERED, await app.token());
      const told = results.next();
      const register = async (name: string, token: string) =>
        ask(REGISTER, { input: { ...SERVICE, name } }, token);
      // A subscription is not acknowledged: services are registered until one is told.
      for (
        let number = 1;
        (await Promise.race([told, Promise.resolve()])) === undefined;
        number++
      ) {
        await register(`Another's ${number}`, await organization.token());
        await register(`Own ${number}`, await app.token());
      }
      expect(await told).toEqual({
        done: false,
        value: { data: { serviceRegistered: { name: expect.stringMatching(/^Own \d+$/) } } },
      });
      await end();
    });

    it('UNAUTHORIZED answers who has no token, and ORGANIZATION_NOT_ACTIVE who waits for approval', async () => {
      for (const [token, code] of [
        [undefined, 'UNAUTHORIZED'],
        [await app.token({ organizationId: INITECH.id }), 'ORGANIZATION_NOT_ACTIVE'],
      ] as const) {
        const { results, end } = subscribe(REGISTERED, token);
        const errors = await results.next().catch((refused: unknown) => refused);
        expect(refusal({ errors })).toBeAuthOsError(code);
        await end();
      }
    });
  });
});

/** The one error of a result without data. */
function refusal(result: unknown): unknown {
  const { data, errors } = result as { data?: unknown; errors: unknown[] };
  expect([data ?? null, errors.length]).toEqual([null, 1]);
  return errors[0];
}
