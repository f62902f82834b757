import { celebrate, Joi, Segments } from 'celebrate';
import express, { type RequestHandler } from 'express';
import { middleware as openApi } from 'express-openapi-validator';
import { body, checkSchema, oneOf, query, validationResult } from 'express-validator';
import {
  expectRefusalAsCause,
  expectUnknown,
  UpstreamError,
} from '../../../support/expect-refusal.js';
import { SECRET } from '../../../support/expect-failure.js';
import { bodyError, middlewareError } from '../../../support/servers/middleware-error.js';

const JSON_TYPE = 'application/json';
const refused = (message?: string, status = 400) =>
  ({ code: 'BAD_REQUEST', status, message }) as const;

describe('celebrate', () => {
  it('tells what Joi found, with its paths and without the values', async () => {
    const validate = celebrate(
      {
        [Segments.BODY]: Joi.object({
          email: Joi.string().email(),
          age: Joi.number().messages({ 'number.base': 'Digits only.' }),
          address: Joi.object({ zip: Joi.string().length(5) }),
        }),
      },
      { abortEarly: false },
    );
    const input = { email: SECRET, age: SECRET, address: { zip: SECRET } };
    const error = await bodyError([express.json(), validate], JSON_TYPE, input);
    expectRefusalAsCause(
      error,
      refused(
        '"email" must be a valid email; age: Digits only.; "address.zip" length must be 5 characters long',
      ),
    );
  });

  it('tells of every segment in turn', async () => {
    const validate = celebrate(
      {
        [Segments.QUERY]: Joi.object({ page: Joi.number() }),
        [Segments.HEADERS]: Joi.object({ 'x-team': Joi.required() }).unknown(),
      },
      undefined,
      { mode: 'full' as never },
    );
    const error = await middlewareError(validate, `/?page=${SECRET}`);
    expectRefusalAsCause(error, refused('"x-team" is required; "page" must be a number'));
  });

  it('is not an Error with details', () => {
    expectUnknown(new UpstreamError({ details: new Map() }));
  });
});

describe('express-validator', () => {
  const failed: RequestHandler = (request, _response, next) => {
    validationResult(request).throw();
    next();
  };
  const rules = [
    body('email').isEmail(),
    body('address.zip').notEmpty().withMessage('zip is needed'),
    query('page').isInt(),
  ];

  it('tells what its throw() throws, with the paths and without the values', async () => {
    const error = await bodyError([express.json(), ...rules, failed], JSON_TYPE, { email: SECRET });
    expect(error).toBeInstanceOf(Error);
    expectRefusalAsCause(
      error,
      refused('email: Invalid value; address.zip is needed; page: Invalid value'),
    );
  });

  it('tells what a result says that is thrown itself', async () => {
    const give: RequestHandler = (request, _response, next) => next(validationResult(request));
    const error = await bodyError([express.json(), ...rules.slice(0, 1), give], JSON_TYPE, {
      email: SECRET,
    });
    expect(error).not.toBeInstanceOf(Error);
    expectRefusalAsCause(error, refused('email: Invalid value'));
  });

  it.each([
    [
      'groups of alternatives',
      oneOf([[body('email').isEmail()], body('phone').isMobilePhone('any')]),
    ],
    [
      'alternatives',
      oneOf([body('email').isEmail(), body('phone').isMobilePhone('any')], { errorType: 'flat' }),
    ],
    [
      'the alternatives of a schema',
      checkSchema({ email: { isEmail: true }, phone: { isMobilePhone: true } }),
    ],
  ])('tells of %s', async (_what, rule) => {
    const chain = [rule].flat() as unknown as RequestHandler[];
    const error = await bodyError([express.json(), ...chain, failed], JSON_TYPE, { email: SECRET });
    expectRefusalAsCause(error, refused('email: Invalid value; phone: Invalid value'));
  });

  it('is not an object with one of its methods', () => {
    expectUnknown({ formatWith: () => SECRET, errors: [] });
    expectUnknown({ mapped: () => SECRET, errors: [] });
    expectUnknown({ formatWith: () => SECRET, mapped: () => SECRET });
  });
});

describe('express-openapi-validator', () => {
  const apiSpec = {
    openapi: '3.0.3',
    info: { title: 'plans', version: '1' },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-key' } } },
    paths: {
      '/': {
        post: {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['name'],
                  properties: {
                    name: { type: 'string' },
                    address: { type: 'object', properties: { zip: { type: 'integer' } } },
                  },
                },
              },
            },
          },
          responses: { 200: { description: 'well' } },
        },
      },
      '/plans': {
        get: {
          parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
          responses: { 200: { description: 'well' } },
        },
      },
      '/secured': { get: { security: [{ key: [] }], responses: { 200: { description: 'well' } } } },
    },
  };
  const validate = openApi({
    apiSpec: apiSpec as never,
    validateRequests: { allErrors: true },
    validateSecurity: {
      handlers: {
        key: () => {
          throw Object.assign(new Error(SECRET), { status: 403 });
        },
      },
    },
  }) as unknown as RequestHandler[];

  it('tells what is wrong with a body, with the paths and without the values', async () => {
    const input = { address: { zip: SECRET } };
    const error = await bodyError([express.json(), ...validate], JSON_TYPE, input);
    expectRefusalAsCause(
      error,
      refused("body.name: must have required property 'name'; body.address.zip: must be integer"),
    );
  });

  it.each([
    ['is wrong', `page=${SECRET}`, 'query.page: must be integer'],
    ['is not in the document', 'name=a', "query.name: Unknown query parameter 'name'"],
  ])('tells of a parameter that %s', async (_how, search, message) => {
    expectRefusalAsCause(await middlewareError(validate, `/plans?${search}`), refused(message));
  });

  it('has the default text for what a security handler throws', async () => {
    const error = await middlewareError(validate, '/secured', { 'x-key': 'key' });
    expect(error).toMatchObject({ message: SECRET });
    expectRefusalAsCause(error, { code: 'FORBIDDEN', status: 403 });
  });

  it.each([
    ['a path', '/nowhere', 404, 'NOT_FOUND'],
    ['a method', '/', 405, 'BAD_REQUEST'],
  ] as const)('refuses %s that is not in the document', async (_what, path, status, code) => {
    const error = await middlewareError(validate, path);
    expectRefusalAsCause(error, { code, status });
  });

  it('refuses a media type that is not in the document', async () => {
    const error = await bodyError(validate, 'text/plain', SECRET);
    expectRefusalAsCause(error, refused(undefined, 415));
  });

  it.each([
    { status: 404, path: '/x' },
    { status: 404, path: '/x', errors: [] },
    { status: 404, path: '/x', errors: [{ message: SECRET }] },
    { status: 404, path: '/x', errors: [SECRET] },
    { status: 503, path: '/x', errors: [{ path: '/x', message: SECRET }] },
    { status: '404', path: '/x', errors: [{ path: '/x', message: SECRET }] },
  ])('is not an Error with %j', (properties) => {
    expectUnknown(new UpstreamError(properties));
  });
});
