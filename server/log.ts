import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured log lines on standard error; secrets and contact data are never logged. */
export function createLog(level: string): Log {
  return pino(
    { level, redact: ['req.headers.authorization', 'req.headers.cookie', 'password', 'secret', 'phone', 'email'] },
    pino.destination(2),
  );
}
