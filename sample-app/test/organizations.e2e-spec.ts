import { randomUUID } from 'node:crypto';
import { authOsError } from 'nestjs-authos-errors/testing';
import request from 'supertest';
import { type FreshOrganization, signUp, signUpRequest } from './support/fresh-organization.js';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME } from './support/seeds.js';
import './support/to-be-authos-error.js';

const SERVICE = { name: 'Shop', redirectUris: ['https://shop.example/callback'] };

describe.each(['express', 'fastify'])('Organizations, on %s', (PLATFORM) => {
  let app: SampleApp;
  let organization: FreshOrganization;
  let owner: ReturnType<typeof request.agent>;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  beforeEach(async () => {
    organization = await signUp(app);
    owner = request.agent(app.url).auth(await organization.token(), { type: 'bearer' });
  });

  afterAll(() => app.stop());

  it('lets an owner sign up, sign in and see the organization', async () => {
    const signedIn = await request(app.url).post('/auth/token').send({
      organization: organization.slug,
      email: 'owner@fresh.example',
      password: organization.password,
    });
    const { access_token } = signedIn.body as { access_token: string };

    const { body } = await request(app.url)
      .get('/organization')
      .auth(access_token, { type: 'bearer' })
      .expect(200);

    expect(body).toEqual({
      id: organization.id,
      slug: organization.slug,
      name: `Organization ${organization.slug}`,
      status: 'active',
      tier: 'free',
      billingAddress: signUpRequest().billingAddress,
      contacts: signUpRequest().contacts,
      ssoMetadataUrl: null,
      createdAt: expect.any(String),
    });
  });

  it('shows members page by page, and no password hash', async () => {
    await owner.post('/members').send(newMember('a@fresh.example')).expect(201);

    const { body } = await owner.get('/members').query({ page: 2, limit: 1 }).expect(200);

    expect(body).toEqual({
      items: [
        {
          id: expect.any(String),
          organizationId: organization.id,
          email: 'owner@fresh.example',
          name: 'Owner',
          role: 'owner',
          createdAt: expect.any(String),
        },
      ],
      total: 2,
    });
  });

  it('records what happened to an organization, the last first', async () => {
    const acme = request.agent(app.url).auth(await app.token(), { type: 'bearer' });
    await acme.patch('/organization').send({ name: 'Acme Inc.' }).expect(200);

    const { body } = await acme.get('/audit-log').query({ limit: 1 }).expect(200);

    expect(body).toMatchObject({
      items: [{ actorId: ACME.owner, action: 'organization.renamed', detail: 'Acme Inc.' }],
    });
  });

  describe('BAD_REQUEST', () => {
    const post = (body: string | object) =>
      request(app.url).post('/organizations').type('json').send(body);

    it('names the nested fields that are wrong', async () => {
      const { billingAddress, ...rest } = signUpRequest();
      const response = await post({
        ...rest,
        billingAddress: { ...billingAddress, country: 'Atlantis' },
        contacts: [...rest.contacts, { purpose: 'security', email: 'nobody' }],
      });
      expect(response).toBeAuthOsError('BAD_REQUEST', {
        error:
          'billingAddress.country must be a valid ISO31661 Alpha2 code; contacts.1.email must be an email',
      });
    });

    it('refuses a field that does not exist', async () => {
      const response = await post({ ...signUpRequest(), status: 'active' });
      expect(response).toBeAuthOsError('BAD_REQUEST', {
        error: 'property status should not exist',
      });
    });

    it('refuses a body that is no JSON, and does not repeat it', async () => {
      const response = await post('{"password": hunter2}');
      expect(response).toBeAuthOsError('BAD_REQUEST', { error: /^(?!.*hunter2)/ });
    });

    it('refuses a path that cannot be decoded', async () => {
      expect(await request(app.url).get('/organizations/%ZZ')).toBeAuthOsError('BAD_REQUEST');
    });

    it('refuses an id and a page that are none', async () => {
      expect(await owner.get('/services/42')).toBeAuthOsError('BAD_REQUEST', {
        error: 'Validation failed (uuid is expected)',
      });
      expect(await owner.get('/services').query({ page: 0 })).toBeAuthOsError('BAD_REQUEST', {
        error: 'page must not be less than 1',
      });
    });
  });

  describe('NOT_FOUND', () => {
    it('answers what TypeORM does not find', async () => {
      const response = await request(app.url).get('/organizations/atlantis');
      expect(response).toBeAuthOsError('NOT_FOUND', {
        error: 'The requested resource does not exist.',
      });
    });

    it('answers what Prisma does not find', async () => {
      const path = `/services/${randomUUID()}`;
      const error = 'The requested resource does not exist.';
      expect(await owner.get(path)).toBeAuthOsError('NOT_FOUND', { error });
      expect(await owner.delete(path)).toBeAuthOsError('NOT_FOUND', { error });
    });

    it('answers what belongs to another organization', async () => {
      const response = await owner.get(`/members/${ACME.owner}`);
      expect(response).toBeAuthOsError('NOT_FOUND', {
        error: 'The requested resource does not exist.',
      });
    });

    it('answers a path that leads nowhere', async () => {
      const response = await request(app.url).get('/nowhere');
      expect(response).toBeAuthOsError('NOT_FOUND', { error: 'Cannot GET /nowhere' });
    });
  });

  describe('DUPLICATE_CONSTRAINT', () => {
    it('answers a slug that is taken, in words of its own', async () => {
      const response = await request(app.url).post('/organizations').send(signUpRequest('acme'));
      expect(response).toBeAuthOsError('DUPLICATE_CONSTRAINT', {
        error: 'Another organization has this slug.',
      });
    });

    it('answers a service name that is taken, in words of its own', async () => {
      await owner.post('/services').send(SERVICE).expect(201);
      expect(await owner.post('/services').send(SERVICE)).toBeAuthOsError('DUPLICATE_CONSTRAINT', {
        error: 'Your organization has a service of this name.',
      });
    });

    it('answers a member and an invitation that exist', async () => {
      const error = 'A resource with the same unique identifier already exists.';
      const invitation = { email: 'guest@fresh.example' };
      await owner.post('/invitations').send(invitation).expect(201);

      expect(await owner.post('/invitations').send(invitation)).toBeAuthOsError(
        'DUPLICATE_CONSTRAINT',
        {
          error,
        },
      );
      expect(await owner.post('/members').send(newMember('owner@fresh.example'))).toBeAuthOsError(
        'DUPLICATE_CONSTRAINT',
        { error },
      );
    });
  });

  it('AUDIT_ERROR answers an action that cannot be recorded, and nothing has changed', async () => {
    await owner.post('/audit-log/seal').expect(204);

    const response = await owner.patch('/organization').send({ name: 'Under Cover' });

    expect(response).toBeAuthOsError('AUDIT_ERROR', {
      error: 'The audit log entry was not recorded.',
    });
    const { body } = await owner.get('/organization').expect(200);
    expect(body).toMatchObject({ name: `Organization ${organization.slug}` });
  });

  it('DATABASE_ERROR answers what the database refuses, and nothing has changed', async () => {
    await owner.post('/services').send(SERVICE).expect(201);

    const response = await owner.delete('/organization');

    expect(response).toBeAuthOsError('DATABASE_ERROR', { error: 'A database operation failed.' });
    await owner.get('/organization').expect(200);
  });

  it('lets an organization without services go', async () => {
    await owner.delete('/organization').expect(204);
    await owner.get('/organization').expect(authOsError('NOT_FOUND'));
  });
});

function newMember(email: string): object {
  return { email, name: 'Somebody', role: 'member', password: 'a long enough password' };
}
