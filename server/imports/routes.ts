import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { authorize } from '../access/authorize.js';
import type { App } from '../app.js';
import { badInput } from '../graphql/errors.js';
import { callerOf } from '../http/context.js';
import { dropUpload, MAX_UPLOAD } from './uploads.js';

/** What GraphQL is no good for: files on their way in and reports on their way out. Both want a staff token. */
export async function registerImportRoutes(http: FastifyInstance, app: App): Promise<void> {
  await http.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: MAX_UPLOAD, files: 1, fields: 0, parts: 1 },
      throwFileSizeLimit: false,
    });

    scope.post('/uploads', { config: { largeBody: true } }, async (request, reply) => {
      const caller = await callerOf(app, request);
      authorize(caller.principal, 'IMPORT_RUN');
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) {
        throw badInput('file', 'Send one file as multipart/form-data.');
      }
      const upload = await app.imports.receive(caller, part.filename, part.file);
      if (part.file.truncated) {
        await dropUpload(app, upload.uploadId);
        const message = `At most ${MAX_UPLOAD} bytes.`;
        return reply.code(413).send({ errors: [{ message, extensions: { code: 'BODY_TOO_LARGE' } }] });
      }
      return reply.code(201).send(upload);
    });

    scope.get<{ Params: { id: string } }>('/imports/:id/rejects.csv', async (request, reply) => {
      const report = await app.imports.report(await callerOf(app, request), request.params.id);
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="rejects-${request.params.id}.csv"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(Readable.from(report));
    });
  });
}
