import mysql2 from 'mysql2';
import pg from 'pg';
import * as typeorm from 'typeorm';
import * as typeorm03 from 'typeorm-0.3';
import type { DataSourceOptions, EntityManager } from 'typeorm';
import type { DatabaseClient, Post, ServerName, Session, User } from '../database-client.js';
import { SECRET } from '../../support/expect-failure.js';
import { COLUMNS_BEHIND_KEYS } from './mysql2.client.js';
import { REFUSED_LIKE_ANY_SOCKET } from './pg.client.js';

const DRIVERS: Record<ServerName, (url: string) => DataSourceOptions> = {
  PostgreSQL: (url) => ({ type: 'postgres', driver: pg, url }),
  PGlite: (url) => ({ type: 'postgres', driver: pg, url }),
  MariaDB: (url) => ({ type: 'mysql', driver: mysql2, connectorPackage: 'mysql2', url }),
  'sql.js': () => ({ type: 'sqljs' }),
};

function openWith({ DataSource, EntitySchema }: typeof typeorm, server: ServerName) {
  const users = new EntitySchema<User>({
    name: 'User',
    tableName: 'users',
    columns: {
      id: { type: Number, primary: true },
      email: { type: String },
      name: { type: String },
      age: { type: Number },
      phone: { type: String },
    },
  });
  const posts = new EntitySchema<Post>({
    name: 'Post',
    tableName: 'posts',
    columns: {
      id: { type: Number, primary: true },
      authorId: { type: Number, name: 'author_id' },
      slug: { type: String },
    },
  });
  const session = (manager: EntityManager): Session => ({
    insertUser: (user) => manager.insert(users, user),
    insertPost: (post) => manager.insert(posts, post),
    updateEmail: (id, email) => manager.update(users, { id }, { email }),
    query: (sql) => manager.query(sql),
  });
  return async (url: string): ReturnType<DatabaseClient['open']> => {
    const source = new DataSource({ ...DRIVERS[server](url), entities: [users, posts] });
    await source.initialize();
    return {
      ...session(source.manager),
      findMissing: (email) => source.manager.findOneByOrFail(users, { email }),
      transaction: (work) => source.transaction((manager) => work(session(manager))),
      own: {
        'missing row of a query builder': () =>
          source.manager.createQueryBuilder(users, 'user').where('id = 99').getOneOrFail(),
        'unknown entity': () => source.getRepository('Nobody').find(),
        'unknown property': () => source.manager.findBy(users, { [SECRET]: 1 } as object),
        'lock without a version': () =>
          source.manager.findOne(users, {
            where: { id: 1 },
            lock: { mode: 'optimistic', version: 1 },
          }),
      },
      close: () => source.destroy(),
    };
  };
}

const ownFaults = {
  'missing row of a query builder': 'NOT_FOUND',
  'unknown entity': 'DATABASE_ERROR',
  'unknown property': 'DATABASE_ERROR',
  'lock without a version': 'DATABASE_ERROR',
} as const;

const LIBRARIES = {
  typeorm,
  // The two versions differ in types that are not used here.
  'typeorm-0.3': typeorm03 as unknown as typeof typeorm,
};

export const TYPEORM_CLIENTS: readonly DatabaseClient[] = Object.entries(LIBRARIES).flatMap(
  ([library, module]): DatabaseClient[] => [
    {
      library,
      driver: 'pg',
      server: 'PostgreSQL',
      open: openWith(module, 'PostgreSQL'),
      ownFaults,
      exceptions: [REFUSED_LIKE_ANY_SOCKET],
    },
    {
      library,
      driver: 'pg',
      server: 'PGlite',
      open: openWith(module, 'PGlite'),
      ownFaults,
      exceptions: [REFUSED_LIKE_ANY_SOCKET],
    },
    {
      library,
      driver: 'mysql2',
      server: 'MariaDB',
      open: openWith(module, 'MariaDB'),
      ownFaults,
      unknownNames: COLUMNS_BEHIND_KEYS,
    },
    {
      library,
      driver: 'sql.js',
      server: 'sql.js',
      open: openWith(module, 'sql.js'),
      ownFaults,
    },
  ],
);
