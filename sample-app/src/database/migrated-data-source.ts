import { DataSource, type DataSourceOptions } from 'typeorm';
import { applyMigrations } from './apply-migrations.js';

/** A `dataSourceFactory` that brings the database up to date with a folder of sql/. */
export function migratedDataSource(folder: string) {
  return async (options?: DataSourceOptions): Promise<DataSource> => {
    const dataSource = await new DataSource(options!).initialize();
    await applyMigrations(dataSource, folder);
    return dataSource;
  };
}
