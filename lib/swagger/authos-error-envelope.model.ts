import { ApiProperty } from '@nestjs/swagger';
import { ENVELOPE_NAME, envelopeSchema } from './envelope-schema.js';

/** The envelope as Swagger takes it from a decorator: a class, of which it makes a schema with the class's name. */
export class AuthOsErrorEnvelopeModel {}

Object.defineProperty(AuthOsErrorEnvelopeModel, 'name', { value: ENVELOPE_NAME });
for (const [name, schema] of Object.entries(envelopeSchema().properties ?? {})) {
  ApiProperty({ ...schema, type: String } as object)(AuthOsErrorEnvelopeModel.prototype, name);
}
