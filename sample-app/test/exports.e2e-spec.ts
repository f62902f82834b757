import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { signUp } from './support/fresh-organization.js';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME, GLOBEX, HOOLI } from './support/seeds.js';
import './support/to-be-authos-error.js';

describe.each(['express', 'fastify'])('Exports, on %s', (PLATFORM) => {
  let directory: string;
  let app: SampleApp;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'exports-'));
    app = await startSampleApp({ PLATFORM, EXPORT_DIR: directory });
  }, START_TIMEOUT);

  afterAll(async () => {
    await app.stop();
    await rm(directory, { recursive: true });
  });

  const signedInAs = async ({ id, owner }: typeof ACME) =>
    request.agent(app.url).auth(await app.token({ sub: owner, organizationId: id }), {
      type: 'bearer',
    });
  const created = ({ body }: { body: unknown }) => body as { id: string; name: string };

  it('writes the members as CSV, harmless to spreadsheets', async () => {
    const acme = await signedInAs(ACME);
    await acme
      .post('/members')
      .send({
        email: 'a@acme.example',
        name: '=1+1, "A"',
        role: 'member',
        password: 'a long password',
      })
      .expect(201);
    const response = await acme.post('/exports').send({ format: 'csv', fileName: 'team' });
    expect({ status: response.status, body: response.body as unknown }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        organizationId: ACME.id,
        name: 'team.csv',
        createdAt: expect.any(String),
      },
    });

    const download = await acme.get(`/exports/${created(response).id}`).expect(200);
    expect(download.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="team.csv"',
    });
    expect(download.text.split('\r\n').toSorted()).toEqual([
      '',
      'a@acme.example,"\'=1+1, ""A""",member',
      'email,name,role',
      'owner@acme.example,Owner of Acme,owner',
    ]);
  });

  it('writes the members as JSON, and tells the audit log', async () => {
    const hooli = await signedInAs(HOOLI);
    const response = await hooli.post('/exports').send({ format: 'json' }).expect(201);
    const { id, name } = created(response);

    const download = await hooli.get(`/exports/${id}`).expect(200);
    expect(download.body).toEqual([
      { email: 'owner@hooli.example', name: 'Owner of Hooli', role: 'owner' },
    ]);
    const { body } = await hooli.get('/audit-log').expect(200);
    expect(body).toMatchObject({
      items: [{ action: 'members.exported', actorId: HOOLI.owner, detail: name }],
    });
  });

  it('AUDIT_ERROR answers what cannot be recorded, and no file is left', async () => {
    const organization = await signUp(app);
    const owner = request.agent(app.url).auth(await organization.token(), { type: 'bearer' });
    await owner.post('/audit-log/seal').expect(204);
    expect(await owner.post('/exports').send({ format: 'csv' })).toBeAuthOsError('AUDIT_ERROR');
    expect(await readdir(join(directory, organization.id))).toEqual([]);
  });

  describe('IO_ERROR', () => {
    const error = 'A file system or network operation failed.';

    it('answers a name that the file system does not take, and nothing is on record', async () => {
      const acme = await signedInAs(ACME);
      const fileName = 'n'.repeat(255);
      const response = await acme.post('/exports').send({ format: 'csv', fileName });
      expect(response).toBeAuthOsError('IO_ERROR', { error });

      const { text } = await acme.get('/audit-log').expect(200);
      expect(text).not.toContain(fileName);
    });

    it('answers while there is a file where the directory belongs', async () => {
      const globex = await signedInAs(GLOBEX);
      const write = () => globex.post('/exports').send({ format: 'json', fileName: 'team' });
      const obstacle = join(directory, GLOBEX.id);
      await writeFile(obstacle, '');
      const response = await write();
      expect(response).toBeAuthOsError('IO_ERROR', { error });
      expect(JSON.stringify(response.headers)).not.toContain(GLOBEX.id);

      await rm(obstacle);
      expect((await write()).status).toBe(201);
    });

    it('answers instead of half a download when the file is gone', async () => {
      const acme = await signedInAs(ACME);
      const { id, name } = created(await acme.post('/exports').send({ format: 'csv' }).expect(201));
      await rm(join(directory, ACME.id, name));
      const response = await acme.get(`/exports/${id}`);
      expect(response).toBeAuthOsError('IO_ERROR', { error });
      expect(response.headers).not.toHaveProperty('content-disposition');
    });
  });

  it('DUPLICATE_CONSTRAINT answers a name that is taken', async () => {
    const acme = await signedInAs(ACME);
    await acme.post('/exports').send({ format: 'csv', fileName: 'taken' }).expect(201);
    const response = await acme.post('/exports').send({ format: 'csv', fileName: 'taken' });
    expect(response).toBeAuthOsError('DUPLICATE_CONSTRAINT');
  });

  it.each(['../team', 'team.csv', 'a/b', ''])(
    'BAD_REQUEST answers the name "%s"',
    async (fileName) => {
      const acme = await signedInAs(ACME);
      const response = await acme.post('/exports').send({ format: 'csv', fileName });
      expect(response).toBeAuthOsError('BAD_REQUEST', {
        error: 'fileName may hold letters, digits, - and _',
      });
    },
  );

  it('BAD_REQUEST answers a path where an id belongs', async () => {
    await writeFile(join(directory, 'outside.csv'), 'secret');
    const acme = await signedInAs(ACME);
    expect(await acme.get('/exports/..%2Foutside.csv')).toBeAuthOsError('BAD_REQUEST');
  });

  it('NOT_FOUND answers for the export of another organization', async () => {
    const acme = await signedInAs(ACME);
    const { id } = created(await acme.post('/exports').send({ format: 'csv' }).expect(201));
    const hooli = await signedInAs(HOOLI);
    expect(await hooli.get(`/exports/${id}`)).toBeAuthOsError('NOT_FOUND');
  });

  it('FORBIDDEN answers an ordinary member', async () => {
    const token = await app.token({ role: 'member' });
    const response = await request(app.url)
      .post('/exports')
      .auth(token, { type: 'bearer' })
      .send({ format: 'csv' });
    expect(response).toBeAuthOsError('FORBIDDEN');
  });
});
