import type { INestApplication } from '@nestjs/common';
import { decodeAuthOsError } from 'nestjs-authos-errors/client';

/** What the application has to answer. */
export const ANSWERS: Record<string, string> = {
  'GET plans/fine': '200 fine',
  'GET plans/gold': '404 NOT_FOUND There is no plan gold.',
  'GET plans/pending': '400 DEVICE_CODE_PENDING Approve the sign-in.',
  'GET plans/broken': '500 INTERNAL_SERVER_ERROR An unexpected error occurred.',
  'GET plans/sso':
    "403 FEATURE_NOT_AVAILABLE_IN_TIER This feature is not included in the organization's current tier.",
  'GET nowhere': '404 NOT_FOUND Cannot GET /nowhere',
};

/** What it answers where class-validator is installed. */
export const VALIDATED_ANSWERS: Record<string, string> = {
  'POST invitations': '400 BAD_REQUEST email must be an email; team must be a string',
};

/** What the application answers to the requests. */
export async function answersOf(
  app: INestApplication,
  requests: readonly string[],
): Promise<Record<string, string>> {
  const url = await app.getUrl();
  const answers: Record<string, string> = {};
  for (const request of requests) {
    const [method, path] = request.split(' ');
    answers[request] = await answerOf(await fetch(`${url}/${path}`, { method }));
  }
  return answers;
}

async function answerOf(response: Response): Promise<string> {
  if (response.ok) return `${response.status} ${await response.text()}`;
  const error = await decodeAuthOsError(response);
  return error.kind === 'not-an-envelope'
    ? `${error.status} ${error.body}`
    : `${error.status} ${error.code} ${error.error}`;
}
