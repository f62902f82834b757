import { isAuthOsErrorEnvelope } from '../../../contract/authos-error-envelope.js';
import { GRPC_STATUS_OF } from '../../../transports/rpc/grpc-status-of.js';
import type { Answer } from '../../answer.js';
import { answerDifferences } from '../../answer-differences.js';
import { readAnswer } from '../../read-answer.js';
import { inWords } from '../answer-problems.js';
import { SECRET } from '../secret.js';
import type { Received, TransportName } from './transport.js';

/** What is wrong with the error that a transport gives, in words. */
export function payloadProblems(name: TransportName, received: Received): string[] {
  const answer = answerIn(received);
  const { body } = answer;
  const differences = isAuthOsErrorEnvelope(body)
    ? [...answerDifferences(answer).map(inWords), ...codeProblems(name, received, body.error_code)]
    : ['the error is no AuthOS envelope'];
  const telling = received.text.includes(SECRET) ? ['the error tells the secret of the fault'] : [];
  return [...differences, ...telling];
}

function answerIn({ error, text }: Received): Answer {
  const isObject = typeof error === 'object' && error !== null;
  return { text, body: isObject ? readAnswer(error, 'runErrorConformance').body : error };
}

/** The code that clients of the transport switch on. */
function codeProblems(
  name: TransportName,
  { error }: Received,
  code: keyof typeof GRPC_STATUS_OF,
): string[] {
  const { code: status, extensions } = error as { code?: unknown; extensions?: { code?: unknown } };
  if (name === 'grpc' && status !== GRPC_STATUS_OF[code]) {
    return [`the status is ${String(status)}, expected ${GRPC_STATUS_OF[code]}`];
  }
  return name === 'graphql' && typeof extensions?.code !== 'string'
    ? ['extensions.code is none, expected a text']
    : [];
}
