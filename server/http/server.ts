import { join } from 'node:path';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app.js';
import { createApollo } from '../graphql/apollo.js';
import type { Context } from '../graphql/context.js';
import { ExpressLane } from '../graphql/express.js';
import { buildSchema } from '../graphql/schema.js';
import { registerImportRoutes } from '../imports/routes.js';
import { root } from '../root.js';
import { registerExportRoutes } from '../segments/export-routes.js';
import { contextOf } from './context.js';
import { serveDemoIssuer } from './demo.js';
import { answerFailures } from './failures.js';
import { servePanel } from './panel.js';
import { hurryBodies, PATIENCE, type Patience } from './patience.js';
import { requestIds } from './request-id.js';

/** No GraphQL document of ours comes near this; ingest batches of 1,000 rows do. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** Answers are for who asked, not for caches; the panel's files say otherwise of themselves. */
const EVERY_ANSWER = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

/** The HTTP side of an app: API, panel and health on one port. `patience` is for tests, which cannot wait. */
export async function createHttp(app: App, patience: Patience = PATIENCE): Promise<FastifyInstance> {
  const http = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop <= app.config.trustProxy - 1,
    genReqId: requestIds(),
    forceCloseConnections: 'idle',
    requestTimeout: patience.upload,
    http: { headersTimeout: patience.head, connectionsCheckingInterval: patience.look },
    routerOptions: { maxParamLength: 200 },
  });
  answerFailures(http, app);
  hurryBodies(http, patience);
  // JSON is what we take: a form or plain text is what another site's page could send without asking.
  http.removeContentTypeParser('text/plain');
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(EVERY_ANSWER);
    if (!URL.canParse(`http://${request.headers.host}`)) {
      return reply.code(400).send({ errors: [{ message: 'Bad Host header.', extensions: { code: 'BAD_REQUEST' } }] });
    }
  });
  await http.register(cookie);
  const schema = buildSchema(app);
  const apollo = await createApollo(app, schema);
  const express = new ExpressLane(schema);
  http.addHook('onClose', () => apollo.stop());
  http.addHook('preClose', async () => {
    // A connection that gave its last answer after this would be kept open for more, and the server with it.
    const sweep = setInterval(() => http.server.closeIdleConnections(), 50);
    http.server.once('close', () => clearInterval(sweep));
  });

  const apolloHandler = fastifyApolloHandler<Context>(apollo, {
    context: (request, reply) => contextOf(app, request, reply),
  });
  http.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    async handler(request, reply) {
      const answer = await express.answer(request, () => contextOf(app, request, reply));
      return answer === undefined
        ? apolloHandler.call(this, request, reply)
        : reply.headers(express.headersFor(request)).send(answer);
    },
  });

  http.get('/health', async (_request, reply) => {
    try {
      await app.db.rows('select 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database unreachable' });
    }
  });

  await registerImportRoutes(http, app);
  registerExportRoutes(http, app);
  serveDemoIssuer(http, app);
  await servePanel(http, join(root, 'dist', 'panel'));
  return http;
}
