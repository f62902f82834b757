import axios, { AxiosError, type AxiosRequestConfig } from 'axios';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('axios', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startBrokenServer((request, response) => {
      response.writeHead(Number(request.url?.slice(1))).end(SECRET);
    });
  });

  afterAll(() => server.stop());

  function refused(path: string, config: AxiosRequestConfig = {}): Promise<unknown> {
    const headers = { authorization: `Bearer ${SECRET}` };
    return thrownBy(() => axios.get(server.url + path, { headers, timeout: 300, ...config }));
  }

  it.each([
    ['whose connection is cut', '/cut', {}],
    ['that gets no answer in time', '/never', {}],
    [
      'that gets no answer in time, and says so',
      '/never',
      { transitional: { clarifyTimeoutError: true } },
    ],
    ['that is aborted', '/never', { signal: AbortSignal.abort() }],
    ['that gets too long an answer', '/200', { maxContentLength: 1 }],
  ])('%s is IO_ERROR, and what it sent stays', async (_name, path, config) => {
    const error = await refused(path, config);
    expect(error).not.toHaveProperty('response');
    expectFailureWithSecret(error, 'IO_ERROR');
  });

  it.each(['http', 'fetch'])('refused the connection by %s is IO_ERROR', async (adapter) => {
    const baseURL = `http://127.0.0.1:${await refusingPort()}`;
    const error = await thrownBy(() =>
      axios.get(`/${SECRET}`, { baseURL, adapter: adapter as 'http' }),
    );
    expectFailureWithSecret(error, 'IO_ERROR');
  });

  it('whose answer is cut off is IO_ERROR', async () => {
    const error = await refused('/cut-midway');
    expect(error).toMatchObject({ response: { status: 200 } });
    expectFailureWithSecret(error, 'IO_ERROR');
  });

  it('answered with no JSON cannot use the answer', async () => {
    const config = { responseType: 'json', transitional: { silentJSONParsing: false } } as const;
    const error = await refused('/not-json', config);
    expect(error).toMatchObject({ name: 'SyntaxError' });
    expectFailureWithSecret(error, 'INTERNAL_SERVER_ERROR');
  });

  it('that does not know the protocol is IO_ERROR', async () => {
    expectFailureWithSecret(await thrownBy(() => axios.get(`ftp://${SECRET}`)), 'IO_ERROR');
  });

  it('with an address that is none is the server’s fault', async () => {
    const error = await thrownBy(() => axios.get(`no url of ${SECRET}`));
    expectFailureWithSecret(error, 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error without a request', () => {
    expectFailure(Object.assign(new Error('x'), { isAxiosError: true }), 'INTERNAL_SERVER_ERROR');
    expectFailure(new AxiosError('x', AxiosError.ERR_BAD_OPTION), 'INTERNAL_SERVER_ERROR');
  });
});
