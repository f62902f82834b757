import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PLATFORMS } from '../support/start-app.js';

const native = (name: string): string =>
  fileURLToPath(new URL(`../native/${name}`, import.meta.url));

describe.each(PLATFORMS)('the ESM and the CJS copy in one process, on %s', (platform) => {
  it('answer and log as one', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      native('both-copies.js'),
      platform,
    ]);
    expect(JSON.parse(stdout)).toEqual({
      copies: 2,
      answers: {
        pending: [400, '{"error":"Approve the sign-in.","error_code":"DEVICE_CODE_PENDING",…}'],
        sso: [200, 'granted'],
        audit: [
          403,
          '{"error":"This feature is not included in the organization\'s current tier.","error_code":"FEATURE_NOT_AVAILABLE_IN_TIER",…}',
        ],
        health: [503, '{"database":"down"}'],
        nowhere: [404, '{"error":"Cannot GET /nowhere","error_code":"NOT_FOUND",…}'],
        'plans/%E0%A4%A': [400, expect.stringMatching(/"error_code":"BAD_REQUEST",…}$/)],
      },
      log: [
        'log Every error response is an AuthOS envelope',
        'warn 400 DEVICE_CODE_PENDING GET /pending: AuthOsException: Approve the sign-in.',
        expect.stringMatching(/^warn 403 FEATURE_NOT_AVAILABLE_IN_TIER GET \/audit: /),
        'warn 404 NOT_FOUND GET /nowhere: NotFoundException: Cannot GET /nowhere',
        expect.stringMatching(/^warn 400 BAD_REQUEST GET \/plans\/%E0%A4%A: /),
      ],
    });
  }, 30_000);
});

describe('the ESM and the CJS copy in one hybrid process', () => {
  it('answer and log as one on every transport', async () => {
    const script = native('both-copies-on-transports.js');
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    const answer = ['DEVICE_CODE_PENDING', 'Approve the sign-in.', 5];
    const line = (place: string): string =>
      `warn 400 DEVICE_CODE_PENDING ${place}: AuthOsException: Approve the sign-in.`;
    expect(JSON.parse(stdout)).toEqual({
      copies: 2,
      // The hint of HTTP is a header.
      answers: {
        http: ['DEVICE_CODE_PENDING', 'Approve the sign-in.', null],
        graphql: answer,
        socket: answer,
        tcp: answer,
        grpc: answer,
      },
      log: [
        'log Every error response is an AuthOS envelope',
        line('GET /http'),
        line('GraphQL Query.graphql'),
        line('WS socket'),
        line('RPC tcp'),
        line('gRPC /plans.Plans/Pending'),
      ],
    });
  }, 30_000);
});
