import { EntitySchema, LockMode } from '@mikro-orm/core';
import { type EntityManager, MikroORM as MariaDbOrm } from '@mikro-orm/mariadb';
import { MikroORM as PostgreSqlOrm } from '@mikro-orm/postgresql';
import type { DatabaseClient, Post, ServerName, Session, User } from '../database-client.js';
import { COLUMNS_BEHIND_KEYS } from './mysql2.client.js';

const users = new EntitySchema<User>({
  name: 'User',
  tableName: 'users',
  properties: {
    id: { type: 'number', primary: true },
    email: { type: 'string', unique: true },
    name: { type: 'string', nullable: true },
    age: { type: 'number' },
    phone: { type: 'string' },
  },
});

const posts = new EntitySchema<Post>({
  name: 'Post',
  tableName: 'posts',
  properties: {
    id: { type: 'number', primary: true },
    authorId: { type: 'number' },
    slug: { type: 'string' },
  },
});

const OPTIONS = { entities: [users, posts], connect: false };

function session(em: EntityManager): Session {
  return {
    insertUser: (user) => em.insert(users, user),
    insertPost: (post) => em.insert(posts, post),
    updateEmail: (id, email) => em.nativeUpdate(users, { id }, { email }),
    query: (sql) => em.execute(sql),
  };
}

async function open(url: string, server: ServerName): ReturnType<DatabaseClient['open']> {
  const orm =
    server === 'MariaDB'
      ? await MariaDbOrm.init({ ...OPTIONS, clientUrl: url })
      : // Both drivers have the same entity manager.
        ((await PostgreSqlOrm.init({ ...OPTIONS, clientUrl: url })) as unknown as MariaDbOrm);
  const fork = orm.em.fork();
  return {
    ...session(fork),
    findMissing: (email) => fork.findOneOrFail(users, { email }),
    transaction: (work) => fork.transactional((em) => work(session(em))),
    own: {
      'not exactly one row': () => fork.findOneOrFail(users, { age: { $gt: 0 } }, { strict: true }),
      'missing property': () => fork.persist(fork.create(users, { id: 3 } as User)).flush(),
      'lock without a version': () =>
        fork.lock(fork.getReference(users, 1), LockMode.OPTIMISTIC, 1),
      'unknown entity': async () => fork.find('Nobody', {}),
      'query after the end': async () => {
        await orm.close(true);
        return fork.find(users, {});
      },
    },
    close: () => orm.close(true),
  };
}

const ownFaults = {
  'not exactly one row': 'NOT_FOUND',
  'missing property': 'DATABASE_ERROR',
  'lock without a version': 'DATABASE_ERROR',
  'unknown entity': 'DATABASE_ERROR',
  'query after the end': 'DATABASE_ERROR',
} as const;

export const MIKRO_ORM_CLIENTS: readonly DatabaseClient[] = [
  ...(['PostgreSQL', 'PGlite'] as const).map((server): DatabaseClient => ({
    library: '@mikro-orm/core',
    driver: '@mikro-orm/postgresql',
    server,
    open: (url) => open(url, server),
    ownFaults,
  })),
  {
    library: '@mikro-orm/core',
    driver: '@mikro-orm/mariadb',
    server: 'MariaDB',
    open: (url) => open(url, 'MariaDB'),
    ownFaults,
    unknownNames: COLUMNS_BEHIND_KEYS,
  },
];
