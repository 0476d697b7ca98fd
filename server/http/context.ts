import type { FastifyReply, FastifyRequest } from 'fastify';
import { identify } from '../access/identify.js';
import type { Caller, Origin } from '../access/principal.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { AppError } from '../graphql/errors.js';
import { Loaders } from '../graphql/loaders.js';

/** What the resolvers of one GraphQL request get. */
export async function contextOf(app: App, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const identified = await whoAsks(app, request.headers.authorization);
  const caller: Caller = { principal: identified.principal, origin: originOf(request) };
  let signal: AbortSignal | undefined;
  return {
    ...caller,
    ...identified,
    loaders: new Loaders(app, caller),
    http: { request, reply },
    // Few ask for it, so it is made for those.
    get signal() {
      signal ??= goneSignal(reply);
      return signal;
    },
  };
}

/** Aborted when the connection ends before the answer was sent. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  if (raw.destroyed) {
    controller.abort();
  }
  raw.once('close', () => {
    if (!raw.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}

/** Who sends a request outside GraphQL; throws UNAUTHENTICATED when the credential does not hold. */
export async function callerOf(app: App, request: FastifyRequest): Promise<Caller> {
  return { principal: await identify(app, request.headers.authorization), origin: originOf(request) };
}

function originOf(request: FastifyRequest): Origin {
  return { ip: request.ip, userAgent: request.headers['user-agent'], requestId: request.id };
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
