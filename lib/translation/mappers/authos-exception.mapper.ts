import { isAuthOsException } from '../../contract/authos.exception.js';
import { soundMapping } from '../sound-mapping.js';
import type { SourceMapping, Thrown } from '../source-mapper.js';

/** The application's own words. */
export function mapAuthOsException(error: Thrown): SourceMapping | undefined {
  // The brand is open to anybody: what carries it has to be sound as well.
  return isAuthOsException(error) ? soundMapping(error) : undefined;
}
