import type { FastifyInstance } from 'fastify';
import type { App } from '../app.js';

const NO_DEMO = { message: 'There is nothing here.' };

interface TokenRequest {
  /** The customer's id in the app's identity source. */
  subject: string;
}

const tokenRequest = {
  type: 'object',
  required: ['subject'],
  additionalProperties: false,
  properties: { subject: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' } },
};

/** The demo's identity provider: tokens for any customer, for whoever asks. Absent outside demos. */
export function serveDemoIssuer(http: FastifyInstance, app: App): void {
  if (!app.config.demo || app.config.production) {
    return;
  }
  http.post<{ Body: TokenRequest }>(
    '/demo/customer-token',
    { schema: { body: tokenRequest } },
    async ({ body }, reply) => {
      const issued = await app.demoIssuer.issue(body.subject);
      return issued ?? reply.code(404).send(NO_DEMO);
    },
  );
  http.get(
    '/demo/jwks.json',
    async (_request, reply) => (await app.demoIssuer.publicKeys()) ?? reply.code(404).send(NO_DEMO),
  );
}
