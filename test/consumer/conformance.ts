// Throws the whole corpus of faults at the application, in every phase: conformance.js <platform>
import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import { runErrorConformance } from 'nestjs-authos-errors/testing';
import { create } from './app.js';

async function main(platform = 'express'): Promise<void> {
  const app = await create(platform, [], false);
  try {
    deepStrictEqual(await runErrorConformance(app), []);
  } finally {
    await app.close();
  }
}

void main(...process.argv.slice(2));
