import mysql2 from 'mysql2';
import pg from 'pg';
import { DataTypes, Sequelize, type Transaction } from 'sequelize';
import type { DatabaseClient, Session } from '../database-client.js';
import { ANN } from '../faults.js';

function openWith(dialectModule: object) {
  return async (url: string): ReturnType<DatabaseClient['open']> => {
    const sequelize = new Sequelize(url, {
      dialectModule,
      logging: false,
      define: { timestamps: false },
    });
    const users = sequelize.define('users', {
      id: { type: DataTypes.INTEGER, primaryKey: true },
      email: { type: DataTypes.STRING, unique: true },
      name: { type: DataTypes.STRING, validate: { notIn: [['']] } },
      age: { type: DataTypes.INTEGER },
      phone: { type: DataTypes.STRING, unique: 'one_phone_each' },
    });
    const posts = sequelize.define('posts', {
      id: { type: DataTypes.INTEGER, primaryKey: true },
      authorId: { type: DataTypes.INTEGER, field: 'author_id', unique: 'author_id' },
      slug: { type: DataTypes.STRING, unique: 'author_id' },
    });
    const session = (transaction?: Transaction): Session => ({
      insertUser: (user) => users.create({ ...user }, { transaction }),
      insertPost: (post) => posts.create({ ...post }, { transaction }),
      updateEmail: (id, email) => users.update({ email }, { where: { id }, transaction }),
      query: (sql) => sequelize.query(sql, { transaction }),
    });
    return {
      ...session(),
      findMissing: (email) => users.findOne({ where: { email }, rejectOnEmpty: true }),
      transaction: (work) => sequelize.transaction((transaction) => work(session(transaction))),
      own: {
        'model validation': () => users.create({ ...ANN, id: 3, name: '' }),
        'validated bulk insert': () =>
          users.bulkCreate([{ ...ANN, id: 3, name: '' }], { validate: true }),
        'duplicate by a bulk insert': () => users.bulkCreate([{ ...ANN }]),
      },
      close: () => sequelize.close(),
    };
  };
}

const ownFaults = {
  'model validation': 'DATABASE_ERROR',
  'validated bulk insert': 'DATABASE_ERROR',
  'duplicate by a bulk insert': 'DUPLICATE_CONSTRAINT',
} as const;

export const SEQUELIZE_CLIENTS: readonly DatabaseClient[] = [
  { library: 'sequelize', driver: 'pg', server: 'PostgreSQL', open: openWith(pg), ownFaults },
  { library: 'sequelize', driver: 'pg', server: 'PGlite', open: openWith(pg), ownFaults },
  {
    library: 'sequelize',
    driver: 'mysql2',
    server: 'MariaDB',
    open: openWith(mysql2),
    ownFaults,
    unknownNames: ['users.id'],
  },
];
