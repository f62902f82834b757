import type { ArgumentsHost } from '@nestjs/common';
import { AUTHOS_ERRORS } from '../../contract/authos-errors.js';
import { isGraphQLError } from '../../translation/graphql-error.js';
import { payloadOf } from '../payload.js';
import type { ErrorAnswer, Reply } from '../reply.js';
import { clientCodeOf, GraphQLAnswer } from './graphql-answer.js';
import { GraphQLHost } from './graphql-host.js';

/** The part of graphql-js's GraphQLResolveInfo that is used here. */
interface ResolveInfo {
  readonly fieldName?: string;
  readonly parentType?: { readonly name?: string };
}

/** What other servers and older drivers add of the inside, and what the answer says itself. */
const WITHHELD: ReadonlySet<string> = new Set([
  'stacktrace',
  'exception',
  'originalError',
  'error_code',
  'timestamp',
]);

/** Answers a resolver. What a filter returns becomes the error of the field, an Error that it throws as well. */
export class GraphQLReply implements Reply {
  constructor(private readonly host: ArgumentsHost) {}

  get place(): string {
    const place = this.host instanceof GraphQLHost ? this.host.place : undefined;
    return ['GraphQL', place ?? fieldOf(this.host)].filter(Boolean).join(' ');
  }

  give(answer: ErrorAnswer): GraphQLAnswer {
    return answerWith(answer, ownExtensions(answer));
  }

  giveUp(answer: ErrorAnswer): GraphQLAnswer {
    return answerWith(answer, {});
  }
}

function answerWith(answer: ErrorAnswer, own: Readonly<Record<string, unknown>>): GraphQLAnswer {
  const { error, ...members } = payloadOf(answer);
  const code = own.code ?? clientCodeOf(members.error_code);
  const { status } = answer.translation;
  return new GraphQLAnswer(error, members.error_code, status, { code, ...members, ...own });
}

/** The extensions of a GraphQLError, its code included, are the application's own words. */
function ownExtensions({ error, envelope }: ErrorAnswer): Record<string, unknown> {
  if (AUTHOS_ERRORS[envelope.error_code].status >= 500 || !isGraphQLError(error)) return {};
  const own = Object.entries(error.extensions).filter(
    ([name, value]) => !WITHHELD.has(name) && value !== undefined,
  );
  return Object.fromEntries(own);
}

/** The info is the last argument of every resolver, and the arguments of a reference resolver are three. */
function fieldOf(host: ArgumentsHost): string {
  const { parentType, fieldName } = Object(host.getArgs<unknown[]>().at(-1)) as ResolveInfo;
  return parentType && fieldName ? `${parentType.name}.${fieldName}` : '';
}
