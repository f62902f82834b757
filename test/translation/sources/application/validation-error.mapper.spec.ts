import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsEmail, IsString, ValidateNested, validateOrReject } from 'class-validator';
import { translate } from '../../../support/translate.js';

class Address {
  @IsString()
  zip: unknown = 'secret'.length;
}

class Signup {
  @IsEmail()
  email = 'secret';

  @ValidateNested({ each: true })
  @Type(() => Address)
  addresses = [new Address()];
}

describe('errors of class-validator', () => {
  it('thrown raw are BAD_REQUEST with every message and its path, and no value', async () => {
    const errors: unknown = await validateOrReject(new Signup()).catch((reason: unknown) => reason);
    expect(Array.isArray(errors)).toBe(true);
    expect(JSON.stringify(errors)).toContain('secret');
    const expected = {
      code: 'BAD_REQUEST',
      status: 400,
      message: 'email must be an email; addresses.0.zip must be a string',
    };
    expect(translate(errors)).toMatchObject(expected);
    expect(translate((errors as unknown[])[0])).toMatchObject({
      ...expected,
      message: 'email must be an email',
    });
  });

  it.each([
    [[]],
    [['x']],
    [[{ property: 'a' }, 'x']],
    [[{ property: 'a', constraints: { b: 'c' } }, 'x']],
    [{ property: 'a' }],
    [{ property: 1, constraints: {} }],
  ])('are not %j', (value) => {
    expect(translate(value).code).toBe('GENERIC_ERROR');
  });
});
