import { GraphQLError } from 'graphql';
import { UserErrorCode } from '../../schema/common/user-error.js';

/** The stable `extensions.code` of thrown errors. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'TOO_SLOW'
  | 'CANCELLED';

/** An error that callers may see, with its stable code. */
export class AppError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}

export const unauthenticated = (message = 'Sign in first.') => new AppError('UNAUTHENTICATED', message);
export const forbidden = (action: string) => new AppError('FORBIDDEN', `You may not do this (${action}).`);
/** The same answer for what is missing and for what belongs to somebody else. */
export const notFound = (what: string) => new AppError('NOT_FOUND', `There is no such ${what}.`);
/** Somebody saved in between: `extensions.currentVersion` is what to read again. */
export const versionConflict = (currentVersion: number) =>
  new AppError('VERSION_CONFLICT', 'Somebody else has changed this. Load it again.', { currentVersion });
/** Arguments outside mutation inputs: cursors, page sizes, filters. */
export const badInput = (field: string, message: string) => new AppError('BAD_USER_INPUT', message, { field });

/** What a caller can mend at one field of a mutation's input. */
export interface UserErrorShape {
  /** Dotted path inside `input`, like `tiers.0.spendThreshold`; null when no single field is to blame. */
  field: string | null;
  code: UserErrorCode;
  message: string;
}

/** Thrown by use cases to undo the transaction and answer with `userErrors`. */
export class UserInputFailure extends Error {
  constructor(readonly userErrors: UserErrorShape[]) {
    super(userErrors.map(({ message }) => message).join(' '));
  }
}

/** One user error, thrown. */
export function fail(field: string | null, code: UserErrorCode, message: string): never {
  throw new UserInputFailure([{ field, code, message }]);
}

/** Runs a use case and turns its user errors into the payload's. */
export async function payload<T extends object>(work: () => Promise<T>): Promise<T & { userErrors: UserErrorShape[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (error instanceof UserInputFailure) {
      return { userErrors: error.userErrors } as unknown as T & { userErrors: UserErrorShape[] };
    }
    throw error;
  }
}
