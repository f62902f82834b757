import { createRequire } from 'node:module';
import { type FieldShape, revive } from '../support/field-shape.js';
import { translate } from '../support/translate.js';

const require = createRequire(import.meta.url);
const SHAPES = require('../fixtures/field-shapes.json') as readonly FieldShape[];

describe.each(SHAPES.map((shape) => [`${shape.id} of ${shape.library}`, shape] as const))(
  'the observed %s',
  (_name, { expect: codes, fixture }) => {
    it(`becomes ${codes}, thrown as it is`, () => {
      expect(codes.split('|')).toContain(translate(revive(fixture)).code);
    });

    it(`becomes ${codes}, as the cause of an Error of the application`, () => {
      const error = new Error('saving failed', { cause: revive(fixture) });
      expect(codes.split('|')).toContain(translate(error).code);
    });
  },
);
