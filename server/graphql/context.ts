import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Principal } from '../access/principal.js';
import type { Loaders } from './loaders.js';

/** What resolvers get besides their arguments: who asks, from where, and this request's loaders. */
export interface Context extends Caller {
  loaders: Loaders;
  http: { request: FastifyRequest; reply: FastifyReply } | undefined;
}

export type { Principal };
