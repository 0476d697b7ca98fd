import { ConfigError } from '../config.js';

/**
 * A failure that the user can do something about. Its message is one line that says what; it is
 * printed without a stack.
 */
export class LaunchFailure extends Error {
  override name = 'LaunchFailure';
}

/** What to print for any error: one line where the user can act, the stack where it is a bug. */
export function explain(error: unknown): string {
  if (error instanceof LaunchFailure || error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
