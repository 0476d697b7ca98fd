import { HttpError } from 'ra-core';
import type { UserErrorCode } from './generated/operations.js';

/** What a payload says about one field of the mutation's input. */
export interface UserErrorLike {
  field: string | null;
  code: UserErrorCode;
  message: string;
}

/** A tree of messages in the shape of the form: `{ tiers: { 0: { spendThreshold: 'errors.REQUIRED' } } }`. */
export interface FieldErrors {
  [name: string]: string | FieldErrors;
}

/** The key under which react-hook-form shows an error that belongs to no single field. */
export const FORM_ERROR = 'root.serverError';

/** The translation key of a code; both catalogues hold every code. */
export const errorKey = (code: string): string => `errors.${code}`;

/**
 * Turns the user errors of a payload into the tree a form understands. `rename` maps a path of the input to the name
 * of the form's field where they differ; errors without a field go to `root`.
 */
export function fieldErrors(errors: readonly UserErrorLike[], rename: Record<string, string> = {}): FieldErrors {
  const tree: FieldErrors = {};
  for (const { field, code } of errors) {
    const path = (field === null ? FORM_ERROR : (rename[field] ?? field)).split('.');
    const last = path.pop() as string;
    let node = tree;
    for (const step of path) {
      const next = node[step];
      const child: FieldErrors = typeof next === 'object' ? next : {};
      node[step] = child;
      node = child;
    }
    node[last] ??= errorKey(code);
  }
  return tree;
}

/** The first message of a tree of field errors, with the place it belongs to. */
export function firstError(errors: FieldErrors | undefined, path = ''): { path: string; message: string } | null {
  for (const [name, value] of Object.entries(errors ?? {})) {
    const at = path ? `${path}.${name}` : name;
    const found = typeof value === 'string' ? { path: at, message: value } : firstError(value, at);
    if (found) return found;
  }
  return null;
}

/** A refused mutation: `body.errors` goes to the form's fields, the message (a translation key) to the notification. */
export class RefusedError extends HttpError {
  constructor(readonly userErrors: readonly UserErrorLike[]) {
    const first = userErrors[0];
    const whole = userErrors.find(({ field }) => field === null) ?? (userErrors.length === 1 ? first : undefined);
    super(whole ? errorKey(whole.code) : 'ra.message.invalid_form', 422, { errors: fieldErrors(userErrors) });
    // HttpError sets its own prototype, which would make this class unrecognisable.
    Object.setPrototypeOf(this, RefusedError.prototype);
    this.name = 'RefusedError';
  }
}

/** Throws when a payload refuses, and hands it on otherwise. */
export function accepted<T extends { userErrors: readonly UserErrorLike[] }>(payload: T): T {
  if (payload.userErrors.length > 0) throw new RefusedError(payload.userErrors);
  return payload;
}

interface ThrownError {
  extensions?: { code?: unknown; userErrors?: unknown };
}
interface ApolloFailure {
  graphQLErrors?: readonly ThrownError[];
  networkError?: { statusCode?: number; result?: { errors?: ThrownError[] } } | null;
  body?: unknown;
}

const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, VERSION_CONFLICT: 409 };
const KNOWN = new Set([...Object.keys(STATUS), 'BAD_USER_INPUT', 'RATE_LIMITED', 'TOO_SLOW', 'INTERNAL']);

/** Whatever the client threw, as one error whose message is a translation key and whose status says what it means. */
export function readableError(error: unknown): HttpError {
  const failure = error as ApolloFailure;
  if (error instanceof RefusedError) return error;
  if (failure.body instanceof RefusedError) return failure.body;
  const source = (failure.body ?? failure) as ApolloFailure;
  const listed = source.graphQLErrors?.[0] ?? source.networkError?.result?.errors?.[0];
  const code = listed?.extensions?.code;
  const refusals = listed?.extensions?.userErrors;
  if (Array.isArray(refusals) && refusals.length > 0) return new RefusedError(refusals as UserErrorLike[]);
  if (typeof code === 'string')
    return new HttpError(errorKey(KNOWN.has(code) ? code : 'INTERNAL'), STATUS[code] ?? 400);
  const status = source.networkError?.statusCode ?? (error instanceof HttpError ? error.status : undefined);
  if (status === 401) return new HttpError(errorKey('UNAUTHENTICATED'), 401);
  if (status === 429) return new HttpError(errorKey('RATE_LIMITED'), 429);
  return new HttpError(errorKey(source.networkError ? 'OFFLINE' : 'INTERNAL'), status ?? 500);
}
