import { jest } from '@jest/globals';
import { Logger, type LogLevel } from '@nestjs/common';
import { isLevelEnabled } from '../../lib/nest/is-level-enabled.js';

/** The statics of Nest's Logger that its types hide. */
const state = Logger as unknown as {
  staticInstanceRef: object | undefined;
  logLevels: readonly LogLevel[] | undefined;
};

/** Answers as Nest 10 and 11 do: no level is enabled while none are set. */
function asOlderNest(levels: readonly LogLevel[] | undefined): void {
  state.logLevels = levels;
  jest
    .spyOn(Logger, 'isLevelEnabled')
    .mockImplementation(
      (level) => levels !== undefined && (level === 'fatal' || levels.includes(level)),
    );
}

describe("a level of Nest's Logger", () => {
  const { staticInstanceRef, logLevels } = state;

  beforeEach(() => {
    state.staticInstanceRef = {};
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Object.assign(state, { staticInstanceRef, logLevels });
  });

  it('is enabled when Nest says so', () => {
    asOlderNest(['error']);
    expect(isLevelEnabled('error')).toBe(true);
  });

  it('is disabled when levels are set without it', () => {
    asOlderNest(['error']);
    expect(isLevelEnabled('debug')).toBe(false);
  });

  it('is enabled while no levels are set, although Nest 10 and 11 say the opposite', () => {
    asOlderNest(undefined);
    expect(isLevelEnabled('error')).toBe(true);
    expect(isLevelEnabled('debug')).toBe(true);
  });

  it('is disabled without a logger', () => {
    asOlderNest(undefined);
    state.staticInstanceRef = undefined;
    expect(isLevelEnabled('error')).toBe(false);
  });

  it('is disabled by a logger that has levels of its own', () => {
    state.logLevels = undefined;
    jest.spyOn(Logger, 'isLevelEnabled').mockImplementation((level) => level === 'fatal');
    expect(isLevelEnabled('debug')).toBe(false);
  });
});
