import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { identify } from '../access/identify.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import { createApollo } from '../graphql/apollo.js';
import type { Context } from '../graphql/context.js';
import { AppError } from '../graphql/errors.js';
import { EXPRESS_HEADERS, ExpressLane } from '../graphql/express.js';
import { Loaders } from '../graphql/loaders.js';
import { buildSchema } from '../graphql/schema.js';
import { root } from '../root.js';

/** No GraphQL document of ours comes near this; ingest batches of 1,000 rows do. */
const BODY_LIMIT = 2 * 1024 * 1024;

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** The HTTP side of an app: API, panel and health on one port. */
export async function createHttp(app: App): Promise<FastifyInstance> {
  const http = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop <= app.config.trustProxy - 1,
    genReqId: newId,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  await http.register(cookie);
  const schema = buildSchema(app);
  const apollo = await createApollo(app, schema);
  const express = new ExpressLane(schema);
  http.addHook('onClose', () => apollo.stop());

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
        : reply.headers(EXPRESS_HEADERS).send(answer);
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

  await servePanel(http);
  return http;
}

async function contextOf(app: App, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const origin = { ip: request.ip, userAgent: request.headers['user-agent'], requestId: request.id };
  const identified = await whoAsks(app, request.headers.authorization);
  const caller: Caller = { principal: identified.principal, origin };
  return { ...caller, ...identified, loaders: new Loaders(app, caller), http: { request, reply } };
}

/** Nobody, and why, when the credential does not hold: the operation is not known yet, and some need none. */
async function whoAsks(app: App, authorization: string | undefined): Promise<Pick<Context, 'principal' | 'refusal'>> {
  try {
    return { principal: await identify(app, authorization) };
  } catch (error) {
    if (error instanceof AppError) {
      return { principal: { kind: 'anonymous' }, refusal: error };
    }
    throw error;
  }
}

async function servePanel(http: FastifyInstance): Promise<void> {
  const panel = join(root, 'dist', 'panel');
  if (!existsSync(join(panel, 'index.html'))) {
    http.get('/', async (_request, reply) => reply.code(404).send('The panel has not been built.'));
    return;
  }
  await http.register(fastifyStatic, {
    root: panel,
    setHeaders: (reply, path) => {
      reply.headers(SECURITY_HEADERS);
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // The panel's own pages are drawn in the browser; whatever looks like one gets the same document.
  http.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && request.headers.accept?.includes('text/html')
      ? reply.sendFile('index.html')
      : reply.code(404).send({ message: 'There is nothing here.' }),
  );
}
