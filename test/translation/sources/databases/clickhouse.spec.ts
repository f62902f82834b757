import { createClient } from '@clickhouse/client';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { cut, cutMidway, json, never, thrownAt } from './store-stub.js';

const clientOf = (url: string, request_timeout = 5_000) =>
  createClient({ url, request_timeout, password: SECRET, log: { level: 127 } });
const query = (url: string) =>
  clientOf(url).query({ query: `SELECT * FROM users WHERE email = '${SECRET}'` });
const insert = (url: string) =>
  clientOf(url).insert({ table: 'users', values: [{ email: SECRET }], format: 'JSONEachRow' });

const fault = (status: number, code: number, type: string) =>
  json(status, `Code: ${code}. DB::Exception: ${SECRET} is wrong. (${type}) (version 25.3.1.1)\n`, {
    'content-type': 'text/plain; charset=UTF-8',
    'x-clickhouse-exception-code': String(code),
  });

describe('ClickHouse', () => {
  // It has no unique keys.
  it.each([
    [404, 60, 'UNKNOWN_TABLE'],
    [400, 62, 'SYNTAX_ERROR'],
    [403, 516, 'AUTHENTICATION_FAILED'],
    [500, 57, 'TABLE_ALREADY_EXISTS'],
    [500, 159, 'TIMEOUT_EXCEEDED'],
    [500, 241, 'MEMORY_LIMIT_EXCEEDED'],
    [500, 469, 'VIOLATED_CONSTRAINT'],
  ])('that answers %d with code %d, %s, is DATABASE_ERROR', async (status, code, type) => {
    expectFailureWithSecret(await thrownAt(fault(status, code, type), query), 'DATABASE_ERROR');
    expectFailureWithSecret(await thrownAt(fault(status, code, type), insert), 'DATABASE_ERROR');
  });

  it('that does not answer in time is DATABASE_ERROR', async () => {
    const call = (url: string) => clientOf(url, 50).query({ query: 'SELECT 1' });
    expectFailure(await thrownAt(never, call), 'DATABASE_ERROR');
  });

  // What Node says of a connection comes as it is, without a word of ClickHouse.
  it('that cuts the connection is IO_ERROR', async () => {
    expectFailure(await thrownAt(cut, query), 'IO_ERROR');
  });

  it('that cuts the connection midway is IO_ERROR', async () => {
    const call = async (url: string) => (await query(url)).json();
    expectFailure(await thrownAt(cutMidway, call), 'IO_ERROR');
  });

  it('that refuses the connection is IO_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(() => query(url)), 'IO_ERROR');
  });
});
