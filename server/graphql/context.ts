import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Principal } from '../access/principal.js';
import type { AppError } from './errors.js';
import type { Loaders } from './loaders.js';

/** What resolvers get besides their arguments: who asks, from where, and this request's loaders. */
export interface Context extends Caller {
  loaders: Loaders;
  /** Why the request's credential does not hold; only open fields are answered then, as to nobody. */
  refusal?: AppError;
  /** Aborted when the asker has gone and nobody waits for the answer; undefined outside HTTP. */
  readonly signal?: AbortSignal | undefined;
  http: { request: FastifyRequest; reply: FastifyReply } | undefined;
}

export type { Principal };
