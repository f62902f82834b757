import { readFile } from 'node:fs/promises';
import { status } from '@grpc/grpc-js';
import { GRPC_STATUS_OF } from '../../../../lib/transports/rpc/grpc-status-of.js';

const ROW = /^\| `([A-Z_]+)` +\| (\d+) ([A-Z_]+) /gm;

it('docs/grpc.md has the status of every code', async () => {
  const text = await readFile(new URL('../../../../docs/grpc.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(ROW)].map(([, code, number, name]) => [code, number, name]);
  expect(rows).toEqual(
    Object.entries(GRPC_STATUS_OF).map(([code, number]) => [code, `${number}`, status[number]]),
  );
});
