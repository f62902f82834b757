import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { AUTHOS_ERROR_ENVELOPE_SCHEMA, AuthOsErrorCode } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { documentOf, responseOf, responsesIn } from './document-of.js';

@Controller('plans')
class PlansController {
  @Get('whole')
  @ApiAuthOsErrors('DUPLICATE_CONSTRAINT', 'NOT_FOUND', 'BAD_REQUEST')
  whole(): void {}

  @Post('twice')
  @ApiAuthOsErrors('NOT_FOUND', 'DUPLICATE_CONSTRAINT')
  @ApiAuthOsErrors('BAD_REQUEST')
  twice(): void {}

  @ApiAuthOsErrors('DEVICE_CODE_PENDING')
  @Post('above')
  @HttpCode(202)
  above(): void {}

  @Get('unauthorized')
  @ApiAuthOsErrors('UNAUTHORIZED', 'TOO_MANY_REQUESTS')
  unauthorized(): void {}

  @Get('xml')
  @ApiProduces('application/xml')
  @ApiAuthOsErrors('NOT_FOUND')
  xml(): void {}

  @Get('below')
  @ApiAuthOsErrors('NOT_FOUND')
  @ApiNotFoundResponse({ description: 'Mine.' })
  @ApiOkResponse({ description: 'Found.' })
  below(): void {}

  @Get('over')
  @ApiNotFoundResponse({ description: 'Mine.', type: String })
  @ApiAuthOsErrors('NOT_FOUND')
  over(): void {}
}

@Controller('members')
@ApiAuthOsErrors('FORBIDDEN', 'NOT_FOUND')
class MembersController {
  @Get()
  list(): void {}

  @Post()
  @ApiAuthOsErrors('ORGANIZATION_NOT_ACTIVE')
  @ApiNotFoundResponse({ description: 'Mine.' })
  add(): void {}
}

@ApiAuthOsErrors('TEAM_LIMIT_EXCEEDED')
@Controller('owners')
@ApiAuthOsErrors('DUPLICATE_CONSTRAINT')
class OwnersController extends MembersController {}

describe('@ApiAuthOsErrors(), alone', () => {
  it('makes one response of the codes of a status, with an example of each', async () => {
    const { paths, components } = await documentOf(
      { controllers: [PlansController] },
      { add: false },
    );
    expect(paths['/plans/whole']?.get?.responses).toEqual({
      200: { description: '' },
      400: responseOf('BAD_REQUEST', 'DUPLICATE_CONSTRAINT'),
      404: responseOf('NOT_FOUND'),
    });
    expect(components?.schemas).toEqual({
      AuthOsErrorEnvelope: {
        type: 'object',
        required: AUTHOS_ERROR_ENVELOPE_SCHEMA.required,
        properties: AUTHOS_ERROR_ENVELOPE_SCHEMA.properties,
      },
    });
  });

  it('documents the headers of the contract', async () => {
    const { paths } = await documentOf({ controllers: [PlansController] }, { add: false });
    expect(paths['/plans/unauthorized']?.get?.responses).toEqual({
      200: { description: '' },
      401: {
        ...responseOf('UNAUTHORIZED'),
        headers: {
          'WWW-Authenticate': expect.objectContaining({
            required: true,
            schema: { type: 'string' },
          }),
        },
      },
      429: {
        ...responseOf('TOO_MANY_REQUESTS'),
        headers: {
          'Retry-After': expect.objectContaining({ schema: { type: 'integer', minimum: 0 } }),
        },
      },
    });
  });

  it('adds up, keeps the success, and answers with JSON whatever else the route produces', async () => {
    const document = await documentOf({ controllers: [PlansController] }, { add: false });
    expect(responsesIn(document)).toMatchObject({
      'POST /plans/twice': {
        201: '',
        400: ['BAD_REQUEST', 'DUPLICATE_CONSTRAINT'],
        404: ['NOT_FOUND'],
      },
      'POST /plans/above': { 202: '', 400: ['DEVICE_CODE_PENDING'] },
      'GET /plans/xml': { 200: '', 404: ['NOT_FOUND'] },
    });
  });

  it('leaves alone what the application documents for a status', async () => {
    const { paths } = await documentOf({ controllers: [PlansController] }, { add: false });
    expect(paths['/plans/below']?.get?.responses).toEqual({
      200: { description: 'Found.' },
      404: { description: 'Mine.' },
    });
    expect(paths['/plans/over']?.get?.responses['404']).toMatchObject({
      description: expect.stringContaining('Mine.'),
      content: { 'application/json': { schema: { type: 'string' } } },
    });
  });

  it('adds the codes of a method to those of its class', async () => {
    const document = await documentOf({ controllers: [MembersController] }, { add: false });
    expect(responsesIn(document)).toEqual({
      'GET /members': { 200: '', 403: ['FORBIDDEN'], 404: ['NOT_FOUND'] },
      'POST /members': { 403: ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE'], 404: 'Mine.' },
    });
  });

  it('adds the codes of a class to those of the class that it extends, and to no other', async () => {
    const document = await documentOf(
      { controllers: [OwnersController, MembersController] },
      { add: false },
    );
    expect(responsesIn(document)).toMatchObject({
      'GET /owners': {
        400: ['DUPLICATE_CONSTRAINT', 'TEAM_LIMIT_EXCEEDED'],
        403: ['FORBIDDEN'],
        404: ['NOT_FOUND'],
      },
      'GET /members': { 200: '', 403: ['FORBIDDEN'], 404: ['NOT_FOUND'] },
    });
  });

  it('throws a TypeError without a code, and with a code that does not exist', () => {
    const unchecked = ApiAuthOsErrors as (...codes: string[]) => unknown;
    const takes = `it takes one or more of ${Object.keys(AuthOsErrorCode).join(', ')}`;
    expect(() => unchecked()).toThrow(
      new TypeError(`ApiAuthOsErrors: the list of codes is []; ${takes}`),
    );
    expect(() => unchecked('NOT_FOUND', 'NO_SUCH_CODE', 'toString')).toThrow(
      new TypeError(
        `ApiAuthOsErrors: the list of codes is [ 'NOT_FOUND', 'NO_SUCH_CODE', 'toString' ]; ${takes}`,
      ),
    );
  });

  it('does not compile without a code, or with a code that does not exist', () => {
    // @ts-expect-error a code is missing
    const none: () => unknown = () => ApiAuthOsErrors();
    // @ts-expect-error the code is none of the 23
    const unknown: () => unknown = () => ApiAuthOsErrors('NO_SUCH_CODE');
    expect([none, unknown].map((call) => typeof call)).toEqual(['function', 'function']);
  });
});
