import request, { type Response } from 'supertest';
import { signUp } from './support/fresh-organization.js';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import './support/to-be-authos-error.js';

const ROOM_FOR_SERVICES = 2;
const ROOM_FOR_MEMBERS = 3;
const AT_ONCE = Array.from({ length: 8 }, (_, index) => index);

describe.each(['express', 'fastify'])('Limits, on %s', (PLATFORM) => {
  let app: SampleApp;
  let owner: ReturnType<typeof request.agent>;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  beforeEach(async () => {
    const organization = await signUp(app);
    owner = request.agent(app.url).auth(await organization.token(), { type: 'bearer' });
  });

  afterAll(() => app.stop());

  const registerService = (name: string) =>
    owner.post('/services').send({ name, redirectUris: ['https://shop.example/callback'] });
  const addMember = (name: string) =>
    owner
      .post('/members')
      .send({ email: `${name}@fresh.example`, name, role: 'member', password: 'long enough one' });
  const invite = async (email: string) => {
    const { body } = await owner.post('/invitations').send({ email }).expect(201);
    return (body as { token: string }).token;
  };
  const accept = (token: string) =>
    request(app.url)
      .post('/invitations/accept')
      .send({ token, name: 'Guest', password: 'long enough one' });

  /** Exactly one may pass; returns the others. */
  function expectOneToPass(responses: Response[]): Response[] {
    const refused = responses.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(responses.length - 1);
    return refused;
  }

  describe('SERVICE_LIMIT_EXCEEDED', () => {
    it('answers the first service too many', async () => {
      await registerService('One').expect(201);
      await registerService('Two').expect(201);

      expect(await registerService('Three')).toBeAuthOsError('SERVICE_LIMIT_EXCEEDED', {
        error: 'The tier free has room for 2 services.',
      });
    });

    it('lets exactly one of many have the last place', async () => {
      await registerService('One').expect(201);

      const responses = await Promise.all(AT_ONCE.map((index) => registerService(`S${index}`)));

      for (const response of expectOneToPass(responses)) {
        expect(response).toBeAuthOsError('SERVICE_LIMIT_EXCEEDED');
      }
      const { body } = await owner.get('/services').expect(200);
      expect(body).toMatchObject({ total: ROOM_FOR_SERVICES });
    });
  });

  describe('TEAM_LIMIT_EXCEEDED', () => {
    it('answers the first member too many', async () => {
      await addMember('two').expect(201);
      await addMember('three').expect(201);

      expect(await addMember('four')).toBeAuthOsError('TEAM_LIMIT_EXCEEDED', {
        error: 'The tier free has room for 3 members.',
      });
    });

    it('lets exactly one of many have the last place', async () => {
      await addMember('two').expect(201);

      const responses = await Promise.all(AT_ONCE.map((index) => addMember(`member-${index}`)));

      for (const response of expectOneToPass(responses)) {
        expect(response).toBeAuthOsError('TEAM_LIMIT_EXCEEDED');
      }
      const { body } = await owner.get('/members').expect(200);
      expect(body).toMatchObject({ total: ROOM_FOR_MEMBERS });
    });

    it('answers an invitation into a full team, which stays good for later', async () => {
      const token = await invite('guest@fresh.example');
      await addMember('two').expect(201);
      await addMember('three').expect(201);

      expect(await accept(token)).toBeAuthOsError('TEAM_LIMIT_EXCEEDED');
      const { body } = await owner.get('/invitations').expect(200);
      expect(body).toMatchObject({ items: [{ acceptedAt: null }] });
    });
  });

  describe('INVITATION_EXPIRED', () => {
    it('answers an invitation that has expired', async () => {
      expect(await accept('expired-invitation')).toBeAuthOsError('INVITATION_EXPIRED');
    });

    it('answers an invitation that has been used', async () => {
      const token = await invite('guest@fresh.example');
      const accepted = await accept(token).expect(201);
      expect(accepted.body).toMatchObject({ email: 'guest@fresh.example', role: 'member' });

      expect(await accept(token)).toBeAuthOsError('INVITATION_EXPIRED');
    });

    it('lets exactly one of many use an invitation', async () => {
      const token = await invite('guest@fresh.example');

      const responses = await Promise.all(AT_ONCE.map(() => accept(token)));

      for (const response of expectOneToPass(responses)) {
        expect(response).toBeAuthOsError('INVITATION_EXPIRED');
      }
    });
  });

  it('lets TypeORM and Prisma take turns where the database is a single session', async () => {
    const statuses = await Promise.all(
      AT_ONCE.flatMap((index) => [
        addMember(`member-${index}`).then(({ status }) => status),
        registerService(`S${index}`).then(({ status }) => status),
      ]),
    );

    const passed = statuses.filter((status) => status === 201);
    expect(passed).toHaveLength(ROOM_FOR_SERVICES + ROOM_FOR_MEMBERS - 1);
    expect(new Set(statuses)).toEqual(new Set([201, 400]));
  });
});
