import { describe, expect, test } from '@jest/globals';
import { fieldErrors, RefusedError, readableError } from '../../admin/api/errors.js';

const error = (field: string | null, code: 'REQUIRED' | 'INVALID' | 'STALE') => ({ field, code, message: 'x' });

describe('errors', () => {
  test('dotted paths become the tree of the form; the first error of a field wins', () => {
    const errors = [
      error('tiers.0.spendThreshold', 'INVALID'),
      error('tiers.0.spendThreshold', 'REQUIRED'),
      error('note', 'STALE'),
    ];
    expect(fieldErrors(errors)).toEqual({ tiers: { 0: { spendThreshold: 'errors.INVALID' } }, note: 'errors.STALE' });
  });

  test('an error of no field stands above the form', () => {
    expect(fieldErrors([error(null, 'STALE')])).toEqual({ root: { serverError: 'errors.STALE' } });
  });

  test('input names that the form calls otherwise are renamed', () => {
    expect(fieldErrors([error('id', 'STALE')], { id: 'customer' })).toEqual({ customer: 'errors.STALE' });
  });

  test('a thrown error is read by its code, not by its words', () => {
    const thrown = { graphQLErrors: [{ extensions: { code: 'FORBIDDEN' } }] };
    expect(readableError(thrown)).toMatchObject({ message: 'errors.FORBIDDEN', status: 403 });
    expect(readableError({ body: thrown })).toMatchObject({ message: 'errors.FORBIDDEN', status: 403 });
    expect(readableError({ graphQLErrors: [{ extensions: { code: 'SECRET' } }] })).toMatchObject({
      message: 'errors.INTERNAL',
    });
  });

  test('no server is no connection, 401 is no session, 429 is too much', () => {
    expect(readableError({ networkError: {} })).toMatchObject({ message: 'errors.OFFLINE' });
    expect(readableError({ networkError: { statusCode: 401 } })).toMatchObject({
      message: 'errors.UNAUTHENTICATED',
      status: 401,
    });
    expect(readableError({ networkError: { statusCode: 429 } })).toMatchObject({ message: 'errors.RATE_LIMITED' });
  });

  test('a refusal keeps its fields however it was wrapped', () => {
    const refused = new RefusedError([error('name', 'REQUIRED')]);
    expect(readableError({ body: refused })).toBe(refused);
    expect(refused.body).toEqual({ errors: { name: 'errors.REQUIRED' } });
  });
});
