import type { SourceMapping } from '../../source-mapper.js';
import { codeOfStatus } from '../../status-code.js';

/** A refusal of this request by its status. Without a text, the client reads that of the code. */
export function refusal(status: number, text?: unknown): SourceMapping {
  return {
    code: codeOfStatus(status),
    status,
    message: typeof text === 'string' ? text : undefined,
  };
}
