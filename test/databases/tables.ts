import { ANN, BOB, POST } from './faults.js';
import type { Session } from './database-client.js';

/** The same on every database. Each one names the constraints that have no name after its own custom. */
export const TABLES: readonly string[] = [
  `create table users (
    id int primary key,
    email varchar(200) not null unique,
    name varchar(200) not null,
    age int check (age >= 0),
    phone varchar(50),
    constraint one_phone_each unique (phone)
  )`,
  `create table posts (
    id int primary key,
    author_id int not null,
    slug varchar(100) not null,
    unique (author_id, slug),
    foreign key (author_id) references users (id)
  )`,
];

/** Leaves exactly Ann with her post, and Bob. */
export async function seed(session: Session): Promise<void> {
  await session.query('begin');
  await session.query('delete from posts');
  await session.query('delete from users');
  await session.insertUser(ANN);
  await session.insertUser(BOB);
  await session.insertPost(POST);
  await session.query('commit');
}
