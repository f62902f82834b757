// Exits with 0 when every answer is as it has to be: main.js <platform> [file of a validated controller]
import { deepStrictEqual } from 'node:assert';
import { ANSWERS, answersOf, VALIDATED_ANSWERS } from './answers.js';
import { start } from './app.js';
import { DOCUMENTED, documentedStatuses } from './documented.js';

type Controllers = Record<string, new () => object>;

async function main(platform = 'express', file = ''): Promise<void> {
  const controllers = file ? Object.values((await import(file)) as Controllers) : [];
  const expected = file ? { ...ANSWERS, ...VALIDATED_ANSWERS } : ANSWERS;
  const app = await start(platform, controllers);
  try {
    deepStrictEqual(await answersOf(app, Object.keys(expected)), expected);
    deepStrictEqual(documentedStatuses(app), DOCUMENTED);
  } finally {
    await app.close();
  }
}

void main(...process.argv.slice(2));
