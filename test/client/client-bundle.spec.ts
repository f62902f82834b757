import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'esbuild';

const ENTRY = 'lib/client/index.ts';

/** What an application that decodes errors ships to its users. */
async function bundle(): Promise<{ bytes: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export { decodeAuthOsError, decodeAuthOsPayload } from './${ENTRY}';`,
      resolveDir: join(import.meta.dirname, '../..'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  return { bytes: gzipSync(outputFiles[0]!.contents).length, inputs: Object.keys(metafile.inputs) };
}

describe('the client', () => {
  it('has less than 2 kB, minified and gzipped', async () => {
    const { bytes } = await bundle();
    expect(bytes).toBeLessThan(2000);
    expect(bytes).toBeGreaterThan(200);
  });

  it('imports nothing but its own files and the contract', async () => {
    const { inputs } = await bundle();
    const own = /^(<stdin>|lib\/client\/.+|lib\/contract\/.+)$/;
    expect(inputs.filter((input) => !own.test(input))).toEqual([]);
  });
});
