import { mappingRows } from './mapping-rows.js';

describe('the rows of the mapping documentation', () => {
  it('name the installed versions', () => {
    const versions = mappingRows().flatMap(({ driver, version, driverVersion }) =>
      driver ? [version, driverVersion] : [version],
    );
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('tell each fault of a library on a database once', () => {
    const keys = mappingRows().map(({ library, driver, server, fault }) =>
      [library, driver, server, fault].join(),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
