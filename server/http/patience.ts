import type { FastifyInstance } from 'fastify';

/** How long requests may take to arrive, in milliseconds; who sends a byte now and then must not hold connections for ever. */
export interface Patience {
  /** For the head of a request. */
  head: number;
  /** For head and body of an ordinary request. */
  body: number;
  /** For a file that is uploaded: it may be large and the line slow. */
  upload: number;
  /** How often late heads and uploads are looked for. */
  look: number;
}

export const PATIENCE: Patience = { head: 15_000, body: 30_000, upload: 600_000, look: 5_000 };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether files are sent here, which may take their time. */
    largeBody?: boolean;
  }
}

const LATE = { errors: [{ message: 'The body did not arrive in time.', extensions: { code: 'REQUEST_TIMEOUT' } }] };

/** Gives up on ordinary requests whose body does not arrive in time; Node itself knows one limit for all of them only. */
export function hurryBodies(http: FastifyInstance, { body }: Patience): void {
  http.addHook('onRequest', async ({ raw, routeOptions }, reply) => {
    if (routeOptions.config.largeBody || !(raw.headers['content-length'] || raw.headers['transfer-encoding'])) {
      return;
    }
    const late = setTimeout(() => {
      // Nothing more of it is read: the connection is of no use to anybody.
      if (reply.sent) {
        raw.destroy();
        return;
      }
      reply.raw.once('finish', () => raw.destroy());
      reply.code(408).header('connection', 'close').send(LATE);
    }, body).unref();
    const settled = () => clearTimeout(late);
    raw.once('end', settled).once('close', settled);
  });
}
