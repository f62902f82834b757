import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { isGraphQLError, layersOf, thrownBelow } from '../../translation/graphql-error.js';
import type { UnknownObject } from '../../translation/unknown-object.js';
import { type GraphQLAnswer, isGraphQLAnswer } from './graphql-answer.js';
import { GraphQLHost } from './graphql-host.js';
import { isLeftAlone } from './left-alone.js';

/** An error as it goes over the wire. */
export interface FormattedError {
  readonly message: string;
  readonly locations?: readonly unknown[];
  readonly path?: readonly unknown[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Asks the filter about errors that Nest does not show it. */
export class Answering {
  constructor(private readonly filter: ExceptionFilter) {}

  /** An error on its way to the client, as the client may see it; undefined for one that is left alone. */
  format(error: unknown): FormattedError | undefined {
    const answer = this.answerBelow(error);
    return answer && formatted(error, answer);
  }

  /**
   * The same as an error of its class, for whoever goes on with the error itself. It inherits from it: its class is not
   * known here, and the error may be the application's.
   */
  safe(error: unknown): unknown {
    const answer = this.answerBelow(error);
    if (!answer || !isGraphQLError(error)) return answer ?? error;
    const { message, extensions } = formatted(error, answer);
    return Object.create(error, {
      message: { value: message, enumerable: true },
      extensions: { value: extensions, enumerable: true },
      originalError: { value: answer },
      stack: { value: answer.stack },
    });
  }

  /** What a resolver or a hook may throw on: an answer as it is, and one for everything else. */
  answer(error: unknown, host: ArgumentsHost): unknown {
    return isGraphQLAnswer(error) || isLeftAlone(error) ? error : this.filter.catch(error, host);
  }

  private answerBelow(error: unknown): GraphQLAnswer | undefined {
    const layers = layersOf(error);
    if (layers.some(isLeftAlone)) return undefined;
    const answer = layers.find(isGraphQLAnswer);
    if (answer) return answer;
    const host = new GraphQLHost(placeOf(error));
    return this.filter.catch(thrownBelow(error), host) as GraphQLAnswer;
  }
}

function formatted(error: unknown, answer: GraphQLAnswer): FormattedError {
  const { locations, path }: UnknownObject = isGraphQLError(error) ? error : {};
  // Apollo has read the status by now, and Mercurius would send it.
  const { http: _http, ...extensions } = answer.extensions;
  return {
    message: answer.message,
    ...(Array.isArray(locations) && { locations }),
    ...(Array.isArray(path) && { path }),
    extensions,
  };
}

/** The fields on the way to the error, without the places in lists. */
function placeOf(error: unknown): string {
  const path: unknown = isGraphQLError(error) && error.path;
  return Array.isArray(path) ? path.filter((key) => typeof key === 'string').join('.') : '';
}
