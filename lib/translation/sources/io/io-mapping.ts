import type { SourceMapping } from '../../source-mapper.js';

export const IO_ERROR: SourceMapping = Object.freeze({ code: 'IO_ERROR' });
