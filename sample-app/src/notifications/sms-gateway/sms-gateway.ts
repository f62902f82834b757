import { randomUUID } from 'node:crypto';
import type { SmsReceipt } from './sms-receipt.interface.js';

type SmsCallback = (error: string | null, receipt?: SmsReceipt) => void;

const SANDBOX_NUMBERS = /^\+155501\d{2,}$/;

/**
 * The gateway vendor's client, as old SDKs are: a callback at the end, and a string for an error.
 * It runs in the vendor's sandbox, which delivers nothing and refuses real numbers.
 */
export class SmsGateway {
  send(to: string, text: string, callback: SmsCallback): void {
    setImmediate(() => {
      if (SANDBOX_NUMBERS.test(to)) {
        callback(null, { id: randomUUID(), parts: Math.ceil(text.length / 160) });
      } else {
        callback(`E-105 ${to} refused by smsc-2.sandbox.internal (account sms-4711)`);
      }
    });
  }
}
