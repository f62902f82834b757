declare module 'sql.js' {
  interface Database {
    run(sql: string): void;
    close(): void;
  }
  export default function initSqlJs(): Promise<{ Database: new () => Database }>;
}
