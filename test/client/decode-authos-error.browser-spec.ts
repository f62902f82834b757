import { join } from 'node:path';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { build } from 'esbuild';
import { AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PLATFORMS, type RunningApp, startApp } from '../support/start-app.js';

@Controller()
class PageController {
  @Get()
  @Header('content-type', 'text/html')
  page(): string {
    return '<!doctype html><title>The application</title><link rel="icon" href="data:," />';
  }
}

@Controller()
class DeviceController {
  @Get('token')
  token(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
  }

  @Get('proxy/:status')
  @Header('content-type', 'text/html')
  proxy(@Param('status') status: string): string {
    return `<h1>${status}</h1>`;
  }
}

/** The client as a page loads it: one script with a global. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../lib/client/index.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'authos',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]!.text;
}

describe.each(PLATFORMS)('decodeAuthOsError in a browser, of an API on %s', (platform) => {
  let browser: Browser;
  let page: Page;
  let site: RunningApp;
  const apis: RunningApp[] = [];

  beforeAll(async () => {
    const sandboxless = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM!, args: sandboxless });
    site = await startApp('express', { controllers: [PageController] });
    page = await browser.newPage();
    await page.goto(site.url);
    await page.addScriptTag({ content: await script() });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    for (const { app } of [site, ...apis]) await app.close();
  });

  /** What the page at one origin makes of an API at another. */
  async function decodeFrom(path: string, exposedHeaders?: string[]): Promise<unknown> {
    const api = await startApp(
      platform,
      { imports: [AuthOsErrorsModule], controllers: [DeviceController] },
      (app) => {
        app.enableCors({ origin: site.url, exposedHeaders });
      },
    );
    apis.push(api);
    return page.evaluate(
      `fetch(${JSON.stringify(`${api.url}/${path}`)}).then((response) => authos.decodeAuthOsError(response))`,
    );
  }

  it('reads the envelope, and Retry-After where the API exposes it', async () => {
    expect(await decodeFrom('token', ['Retry-After'])).toEqual({
      kind: 'known-code',
      code: 'DEVICE_CODE_PENDING',
      status: 400,
      error: 'Approve the sign-in.',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      retryAfter: 5,
      isRetryable: true,
    });
  });

  it('does without Retry-After where the API does not expose it', async () => {
    expect(await decodeFrom('token')).toMatchObject({
      code: 'DEVICE_CODE_PENDING',
      retryAfter: undefined,
    });
  });

  it('keeps a page that is no envelope', async () => {
    expect(await decodeFrom('proxy/502')).toMatchObject({
      kind: 'not-an-envelope',
      body: '<h1>502</h1>',
    });
  });
});
