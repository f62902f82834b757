import { isAuthOsException } from '../../../contract/authos.exception.js';
import { soundMapping } from '../../sound-mapping.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

/** The application's own words. */
export function mapAuthOsException(error: UnknownObject): SourceMapping | undefined {
  // The brand is open to anybody: what carries it has to be sound as well.
  return isAuthOsException(error) ? soundMapping(error) : undefined;
}
