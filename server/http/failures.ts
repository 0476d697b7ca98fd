import type { FastifyError, FastifyInstance } from 'fastify';
import type { App } from '../app.js';
import { AppError } from '../graphql/errors.js';

/** What a request must not be, by Fastify's code: the words and the stable code of the answer. */
const REFUSALS: Record<string, { code: string; message: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'BODY_TOO_LARGE', message: 'The body is larger than 2 MB. Send less at a time.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send JSON, as application/json.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BAD_REQUEST', message: 'The body is not JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BAD_REQUEST', message: 'The body is empty.' },
};

/** The status of errors that say nothing about HTTP themselves. */
const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400 };

/**
 * Answers every failed request in the shape of a GraphQL answer, so that clients need one way of reading errors.
 * What is not the caller's fault is logged and told without its inner workings.
 */
export function answerFailures(http: FastifyInstance, app: App): void {
  http.setErrorHandler((error: FastifyError | AppError, request, reply) => {
    const { status, code, message } = failureOf(error);
    if (status >= 500) {
      app.log.error({ err: error, url: request.url, requestId: request.id }, 'request failed');
    }
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message, extensions: { code } }] });
  });
}

function failureOf(error: FastifyError | AppError): { status: number; code: string; message: string } {
  if (error instanceof AppError) {
    const code = String(error.extensions.code);
    return { status: STATUS[code] ?? 400, code, message: error.message };
  }
  const status = error.statusCode ?? 500;
  const known = REFUSALS[error.code];
  if (known) {
    return { status, ...known };
  }
  return status < 500
    ? { status, code: 'BAD_REQUEST', message: error.validation ? error.message : 'This request cannot be read.' }
    : { status: 500, code: 'INTERNAL', message: 'Something went wrong here. It has been logged.' };
}
