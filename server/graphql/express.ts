import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type CompiledOperation, compileOperation } from './compiled.js';
import type { Context } from './context.js';
import { type KnownOperation, knownOperations } from './known.js';

/** What browsers, apps and servers send when they want plain JSON. Others are negotiated by Apollo. */
const PLAIN_JSON = new Set([undefined, '*/*', 'application/json']);

/** The answer's headers, as Apollo gives them. */
export const EXPRESS_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

interface Entry {
  known: KnownOperation;
  /** Made at the first call; null when the operation cannot be compiled. */
  run: CompiledOperation | null | undefined;
}

/**
 * The short way for our own published queries: no parsing, no validation, compiled execution. Whatever is not plainly
 * such a query, and whatever does not end in a clean answer, goes Apollo's way, which gives all errors.
 */
export class ExpressLane {
  readonly #schema: GraphQLSchema;
  readonly #entries = new Map<string, Entry>();

  constructor(schema: GraphQLSchema, operations = knownOperations()) {
    this.#schema = schema;
    for (const known of operations) {
      const entry: Entry = { known, run: undefined };
      for (const text of known.texts) {
        this.#entries.set(text, entry);
      }
    }
  }

  /** The answer as JSON; undefined: ask Apollo. */
  async answer(request: FastifyRequest, context: () => Promise<Context>): Promise<string | undefined> {
    const run = this.#operationOf(request);
    if (!run) {
      return undefined;
    }
    const caller = await context();
    const { variables } = request.body as { variables?: Record<string, unknown> | null };
    return caller.refusal ? undefined : run(caller, variables ?? undefined);
  }

  #operationOf({ method, headers, body }: FastifyRequest): CompiledOperation | undefined {
    if (method !== 'POST' || !PLAIN_JSON.has(headers.accept) || !isPlainOperation(body)) {
      return undefined;
    }
    const entry = this.#entries.get(body.query);
    if (!entry || (body.operationName ?? entry.known.name) !== entry.known.name) {
      return undefined;
    }
    if (entry.run === undefined) {
      entry.run = compileOperation(this.#schema, entry.known.document, entry.known.operation) ?? null;
    }
    return entry.run ?? undefined;
  }
}

interface PlainOperation {
  query: string;
  operationName?: string | null;
  variables?: object | null;
}

const PLAIN_KEYS = new Set(['query', 'operationName', 'variables']);

function isPlainOperation(body: unknown): body is PlainOperation {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return false;
  }
  const { query, operationName, variables } = body as Record<string, unknown>;
  return (
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || (typeof variables === 'object' && !Array.isArray(variables))) &&
    Object.keys(body).every((key) => PLAIN_KEYS.has(key))
  );
}
