import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { App } from '../app.js';
import { callerOf } from '../http/context.js';

/** The way out of an export's file: wants the token of the member of staff who asked for it. */
export function registerExportRoutes(http: FastifyInstance, app: App): void {
  http.get<{ Params: { file: string } }>('/segment-exports/:file', async (request, reply) => {
    const id = request.params.file.replace(/\.csv$/, '');
    const file = await app.savedSegments.exports.download(await callerOf(app, request), id);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="segment-${id}.csv"`)
      .send(Readable.from(file, { objectMode: false }));
  });
}
