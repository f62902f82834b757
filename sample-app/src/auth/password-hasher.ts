import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const KEY_BYTES = 32;

@Injectable()
export class PasswordHasher {
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await derive(password, salt, KEY_BYTES);
    return `${salt.toString('base64url')}.${key.toString('base64url')}`;
  }

  async verify(password: string, hash: string): Promise<boolean> {
    const [salt = '', key = ''] = hash.split('.');
    const expected = Buffer.from(key, 'base64url');
    const actual = await derive(password, Buffer.from(salt, 'base64url'), KEY_BYTES);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
}
