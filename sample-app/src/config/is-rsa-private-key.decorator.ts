import { createPrivateKey } from 'node:crypto';
import { ValidateBy } from 'class-validator';

export function IsRsaPrivateKey(): PropertyDecorator {
  return ValidateBy({
    name: 'isRsaPrivateKey',
    validator: {
      validate: isRsaPrivateKey,
      defaultMessage: () => '$property must be an RSA private key (PKCS #8, PEM)',
    },
  });
}

function isRsaPrivateKey(value: unknown): boolean {
  try {
    return typeof value === 'string' && createPrivateKey(value).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
