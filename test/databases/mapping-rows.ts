import { readFileSync } from 'node:fs';
import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { CLIENTS } from './clients/clients.js';
import type { ServerName } from './database-client.js';
import { faultsOf, knownNames } from './faults.js';

/** One line of the documentation: what becomes of one fault, with one library on one database. */
export interface MappingRow {
  library: string;
  version: string;
  driver?: string;
  driverVersion?: string;
  server: ServerName;
  fault: string;
  code: AuthOsErrorCode;
  because?: string;
  /** Under which names `duplicateMessages` finds it. */
  names: readonly string[];
}

export function mappingRows(): MappingRow[] {
  return CLIENTS.flatMap((client) => {
    const { library, driver, server } = client;
    const version = installedVersion(library);
    const driverVersion = driver && installedVersion(driver);
    return faultsOf(client).map((fault) => ({
      library,
      version,
      driver,
      driverVersion,
      server,
      fault: fault.title,
      code: fault.code,
      because: fault.because,
      names: knownNames(client, fault),
    }));
  });
}

/** By the manifest, as a package need not export it. */
function installedVersion(name: string): string {
  for (const folder of ['../node_modules/', '../../node_modules/']) {
    try {
      const manifest = new URL(`${folder}${name}/package.json`, import.meta.url);
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
      return version;
    } catch {
      // It may be in the folder above.
    }
  }
  throw new Error(`${name} is not installed`);
}
