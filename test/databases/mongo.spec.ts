import { MongoClient, MongoServerError, ObjectId } from 'mongodb';
import mongoose from 'mongoose';
import { expectFailure, expectFailureWithSecret, SECRET } from '../support/expect-failure.js';
import { type LoopbackServer, refusingPort } from '../support/servers/loopback.server.js';
import { namesAskedFor } from '../support/names-asked-for.js';
import { thrownBy } from '../support/thrown-by.js';
import { translate } from '../support/translate.js';
import { startMongoDbStandIn } from './servers/mongodb.server.js';

const OPTIONS = {
  serverApi: '1',
  directConnection: true,
  serverSelectionTimeoutMS: 200,
  retryWrites: false,
} as const;

function textFor(name: string, error: unknown): string | undefined {
  return translate(error, { duplicateMessages: { [name]: 'Taken.' } }).message;
}

describe('MongoDB, for which a stand-in answers', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startMongoDbStandIn();
  });

  afterAll(() => server.stop());

  describe('mongodb', () => {
    let client: MongoClient;

    beforeEach(() => {
      client = new MongoClient(`mongodb://127.0.0.1:${server.port}`, OPTIONS);
    });

    afterEach(() => client.close());

    const users = () => client.db('app').collection<{ email: string }>('users');
    const posts = () => client.db('app').collection('posts');
    const email = SECRET;

    it.each<[string, () => Promise<unknown>, string[]]>([
      ['an insert', () => users().insertOne({ email }), ['users.email', 'email_1']],
      ['an update', () => users().updateOne({}, { $set: { email } }), ['users.email']],
      [
        'a find and update',
        () => users().findOneAndUpdate({}, { $set: { email } }),
        ['users.email'],
      ],
      ['a bulk write', () => users().insertMany([{ email }]), ['users.email', 'email_1']],
      ['a compound index', () => posts().insertOne({}), ['posts.author,slug', 'author_1_slug_1']],
      ['a compound index in a bulk write', () => posts().insertMany([{}]), ['posts.author,slug']],
    ])(
      'a duplicate by %s is DUPLICATE_CONSTRAINT, and known by its names',
      async (_name, write, names) => {
        const error = await thrownBy(write);
        expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
        for (const name of names) expect(textFor(name, error)).toBe('Taken.');
      },
    );

    it.each<[string, () => Promise<unknown>]>([
      ['an error of the server', () => users().estimatedDocumentCount()],
      ['a lost connection', () => users().deleteOne({})],
      ['a wrong argument', () => users().updateOne({}, { email } as never)],
    ])('%s is DATABASE_ERROR', async (_name, work) => {
      expectFailure(await thrownBy(work), 'DATABASE_ERROR');
    });
  });

  describe('mongoose', () => {
    let connection: mongoose.Connection;

    beforeEach(async () => {
      const url = `mongodb://127.0.0.1:${server.port}/app`;
      connection = await mongoose.createConnection(url, OPTIONS).asPromise();
    });

    afterEach(() => connection.close());

    const users = () =>
      connection.model(
        'User',
        new mongoose.Schema({ email: String, age: { type: Number, min: 0 } }, { autoIndex: false }),
      );

    it('a duplicate is DUPLICATE_CONSTRAINT, and known by its names', async () => {
      const error = await thrownBy(() => users().create({ email: SECRET }));
      expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
      expect(textFor('users.email', error)).toBe('Taken.');
    });

    it('a document that has to be there is NOT_FOUND', async () => {
      const error = await thrownBy(() => users().findOne({ email: SECRET }).orFail());
      expectFailureWithSecret(error, 'NOT_FOUND');
    });

    it.each<[string, () => Promise<unknown>]>([
      ['a value that fails the schema', () => users().create({ age: -1, email: SECRET })],
      ['a value of another type', () => users().find({ age: SECRET as never })],
      ['an id of another form', () => users().findById(SECRET)],
    ])('%s is DATABASE_ERROR', async (_name, work) => {
      expectFailure(await thrownBy(work), 'DATABASE_ERROR');
    });
  });
});

describe('MongoDB without a server', () => {
  it('a refused connection of mongodb is DATABASE_ERROR', async () => {
    const client = new MongoClient(
      `mongodb://${SECRET}:x@127.0.0.1:${await refusingPort()}`,
      OPTIONS,
    );
    const error = await thrownBy(() => client.db('app').collection('users').findOne());
    await client.close();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('a refused connection of mongoose is DATABASE_ERROR', async () => {
    const url = `mongodb://${SECRET}:x@127.0.0.1:${await refusingPort()}/app`;
    const connection = mongoose.createConnection(url, OPTIONS);
    const error = await thrownBy(() => connection.asPromise());
    await connection.close();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('an id of another form is DATABASE_ERROR', async () => {
    expectFailure(await thrownBy(() => new ObjectId(SECRET)), 'DATABASE_ERROR');
  });

  it.each([
    ['without a text', undefined, []],
    ['of a text that ends with its collection', 'E11000 collection: app.users', []],
    ['of a text that ends with its index', 'E11000 collection: app.users index: email_1', []],
    ['of a text without its collection', 'E11000 index: email_1 dup key: { : "x" }', ['email_1']],
    [
      'of an index with a name of its own',
      'E11000 collection: app.users index: one_each dup key: { email: "x" }',
      ['users.one_each', 'one_each'],
    ],
  ])('a constructed duplicate %s is known by its names', (_of, message, names) => {
    const error = new MongoServerError({ code: 11_001, message });
    expectFailure(error, 'DUPLICATE_CONSTRAINT');
    expect(namesAskedFor(error)).toEqual(new Set(names));
  });
});
