import { HttpService } from '@nestjs/axios';
import Anthropic from '@anthropic-ai/sdk';
import axios from 'axios';
import * as gaxios7 from 'gaxios';
import * as gaxios6 from 'gaxios-6';
import got14 from 'got';
import { default as gotOf11 } from 'got-11';
import ky from 'ky';
import nodeFetch3 from 'node-fetch';
import OpenAI from 'openai';
import { firstValueFrom } from 'rxjs';
import superagent from 'superagent';
import { SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';

/** Asks for a JSON document, with a key in the query and a token in the headers, for a tenth of a second and once. */
export type HttpClient = (url: string) => Promise<unknown>;

export const got11 = gotOf11.default;
export const nodeFetch2 =
  nativeRequire<(url: string, init?: object) => Promise<Response>>('node-fetch-2');

const headers = { authorization: `Bearer ${SECRET}` };
const timeout = 100;
const withKey = (url: string): string => `${url}?api_key=${SECRET}`;

/** They reject an answer that is no success. */
export const HTTP_CLIENTS: Readonly<Record<string, HttpClient>> = {
  axios: (url) => axios.get(withKey(url), { headers, timeout }),
  '@nestjs/axios': (url) =>
    firstValueFrom(new HttpService(axios).get(withKey(url), { headers, timeout })),
  'got 14': (url) =>
    got14(withKey(url), { headers, timeout: { request: timeout }, retry: { limit: 0 } }).json(),
  'got 11': (url) => got11(withKey(url), { headers, timeout, retry: 0 }).json(),
  ky: (url) => ky(withKey(url), { headers, timeout, retry: 0 }).json(),
  superagent: async (url) => superagent.get(withKey(url)).set(headers).timeout(timeout),
  'gaxios 7': (url) => gaxios7.request({ url: withKey(url), headers, timeout, retry: false }),
  'gaxios 6': (url) => gaxios6.request({ url: withKey(url), headers, timeout, retry: false }),
};

/** They take any answer. */
export const FETCHES: Readonly<Record<string, HttpClient>> = {
  'node-fetch 3': async (url) => {
    const signal = AbortSignal.timeout(timeout) as never;
    return (await nodeFetch3(withKey(url), { headers, signal })).json();
  },
  'node-fetch 2': async (url) => (await nodeFetch2(withKey(url), { headers, timeout })).json(),
};

/** SDKs of an API, which put paths of their own below the address. */
export const API_CLIENTS: Readonly<Record<string, HttpClient>> = {
  openai: (baseURL) =>
    new OpenAI({ baseURL, apiKey: SECRET, timeout, maxRetries: 0 }).models.retrieve('x'),
  '@anthropic-ai/sdk': (baseURL) =>
    new Anthropic({ baseURL, apiKey: SECRET, timeout, maxRetries: 0 }).models.retrieve('x'),
};
