import { randomBytes } from 'node:crypto';

/** Ids of requests for log and audit: this process's own prefix and a number, without asking for randomness each time. */
export function requestIds(): () => string {
  const prefix = randomBytes(8).toString('hex');
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}-${last}`;
  };
}
