import { type Browser, chromium, type Page } from 'playwright-core';
import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';

const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
};

interface DeviceCode {
  device_code: string;
  user_code: string;
  verification_uri: string;
}

describe.each(['express', 'fastify'])('The page of the device login, on %s', (PLATFORM) => {
  let app: SampleApp;
  let browser: Browser;
  let page: Page;
  let device: DeviceCode;
  let complaints: string[];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startSampleApp({ PLATFORM }), chromium.launch(LAUNCH)]);
  }, START_TIMEOUT);

  afterAll(() => Promise.all([app.stop(), browser.close()]));

  beforeEach(async () => {
    device = (await request(app.url).post('/device/code').expect(200)).body as DeviceCode;
    page = await browser.newPage();
    complaints = [];
    page.on('console', (line) => complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(device.verification_uri);
  });

  afterEach(() => page.close());

  const poll = () =>
    request(app.url).post('/device/token').send({ device_code: device.device_code });
  const message = (text: string) => page.getByRole('status').getByText(text).waitFor();
  /** Goes from field to field, and sends the form, by the keyboard alone. */
  const type = async (...texts: string[]) => {
    for (const [index, text] of texts.entries()) {
      if (index > 0) await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
  };
  const signIn = async () => {
    await page.getByLabel('Organization').focus();
    await type('globex', 'owner@globex.example', 'correct horse battery staple');
    await page.getByLabel('Code').waitFor();
  };

  it('signs the device in, with no hand on the mouse and nothing to complain about', async () => {
    await signIn();
    await type(device.user_code.replace('-', ' ').toLowerCase());
    await message('The device is signed in. You can close this page.');
    await poll().expect(200);
    expect(complaints).toEqual([]);
  });

  it('says what the API answers, and lets the user try again', async () => {
    await signIn();
    await type('BCDF-GHJK');
    await message('The requested resource does not exist.');
    await page.getByLabel('Code').fill(device.user_code);
    await page.getByRole('button', { name: 'Approve' }).click();
    await message('The device is signed in. You can close this page.');
  });

  it('shows no code field to somebody whom it does not know', async () => {
    await page.getByLabel('Organization').focus();
    await type('globex', 'owner@globex.example', 'a guess');
    await message('The organization, the email or the password is wrong.');
    expect(await page.getByLabel('Code').isVisible()).toBe(false);
  });

  it('asks whoever waited too long to sign in again', async () => {
    await signIn();
    const expired = await app.token({ exp: '-1s' });
    await page.route('**/device/approve', async (route) => {
      const headers = { ...route.request().headers(), authorization: `Bearer ${expired}` };
      await route.continue({ headers });
    });
    await type(device.user_code);
    await message('The access token has expired.');
    await page.getByLabel('Organization').waitFor();
  });
});
