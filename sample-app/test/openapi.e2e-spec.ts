import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { AuthOsErrorCode } from 'nestjs-authos-errors';
import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, ErrorResponse> }>>;
}

interface ErrorResponse {
  content?: { 'application/json': { examples?: Record<string, { value: object }> } };
}

describe.each(['express', 'fastify'])('The documentation, on %s', (PLATFORM) => {
  let app: SampleApp;
  let document: Document;
  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
    document = (await request(app.url).get('/docs-json').expect(200)).body as Document;
  }, START_TIMEOUT);
  afterAll(() => app.stop());

  it('is a page of Swagger UI, with all that it loads', async () => {
    const page = await request(app.url).get('/docs').expect(200).expect('content-type', /html/);
    const loaded = [...page.text.matchAll(/(?:src|href)="\.\/(docs\/[^"]+)"/g)];
    expect(loaded).toContainEqual(expect.arrayContaining(['docs/swagger-ui-bundle.js']));
    for (const [, path] of loaded) await request(app.url).get(`/${path}`).expect(200);
  });

  it('is valid OpenAPI', async () => {
    expect(document.openapi).toBe('3.0.0');
    expect(await new Validator().validate({ ...document })).toEqual({ valid: true });
  });

  it('tells of each operation which codes it answers with', () => {
    expect(codesOf('post', '/invitations/accept')).toMatchObject({
      400: ['BAD_REQUEST', 'DUPLICATE_CONSTRAINT', 'TEAM_LIMIT_EXCEEDED', 'INVITATION_EXPIRED'],
      404: ['NOT_FOUND'],
    });
    expect(codesOf('put', '/organization/sso')).toEqual({
      200: [],
      400: ['BAD_REQUEST'],
      401: ['UNAUTHORIZED', 'TOKEN_EXPIRED', 'JWT_ERROR'],
      403: ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE', 'FEATURE_NOT_AVAILABLE_IN_TIER'],
      429: ['TOO_MANY_REQUESTS'],
      500: ['INTERNAL_SERVER_ERROR', 'DATABASE_ERROR', 'AUDIT_ERROR'],
    });
  });

  it('has each of the 23 codes', () => {
    const all = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).flatMap((method) => Object.values(codesOf(method, path)).flat()),
    );
    expect([...new Set(all)].toSorted()).toEqual(Object.keys(AuthOsErrorCode).toSorted());
  });

  it('agrees with README.md, which has a route for each code', async () => {
    const rows = [...(await read('README.md')).matchAll(/^\| `([A-Z_]+)` +\| `([A-Z]+) (\S+)`/gm)];
    expect(rows.map(([, code]) => code!).toSorted()).toEqual(
      Object.keys(AuthOsErrorCode).toSorted(),
    );
    const wrong = rows.filter(
      ([, code, method, path]) =>
        !Object.values(codesOf(method!.toLowerCase(), path!)).flat().includes(code!),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps what is secret out of the examples and the models', () => {
    expect(JSON.stringify(document)).not.toMatch(/passwordHash|tokenHash/);
  });

  function codesOf(method: string, path: string): Record<string, string[]> {
    const responses = document.paths[path]?.[method]?.responses ?? {};
    return Object.fromEntries(
      Object.entries(responses).map(([status, { content }]) => [
        status,
        Object.keys(content?.['application/json'].examples ?? {}),
      ]),
    );
  }
});

describe('README.md', () => {
  it('names every variable of the environment', async () => {
    const [, table] = (await read('README.md')).split('## Environment');
    const named = [...table!.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
    const config = await read('src/config/app-config.ts');
    const known = [...config.matchAll(/^ {2}readonly (\w+)/gm)].map(([, name]) => name!);
    expect(named.toSorted()).toEqual(known.toSorted());
  });
});

function read(path: string): Promise<string> {
  return readFile(new URL(`../${path}`, import.meta.url), 'utf8');
}
