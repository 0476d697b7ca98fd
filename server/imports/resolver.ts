import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { ImportCounts } from '../../schema/imports/counts.js';
import { ImportJob, ImportJobConnection } from '../../schema/imports/import-job.js';
import { ImportRejectConnection } from '../../schema/imports/import-reject.js';
import {
  ImportCancelInput,
  ImportPreviewInput,
  ImportResumeInput,
  ImportStartInput,
} from '../../schema/imports/inputs.js';
import { ImportPayload, ImportPreview } from '../../schema/imports/payloads.js';
import { Staff } from '../../schema/staff/staff.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { staffLoader } from '../staff/loaders.js';
import type { ImportJobRow } from './rows.js';

@Resolver(() => ImportJob)
export class ImportResolver {
  constructor(private readonly app: App) {}

  @Query(() => ImportJob, { nullable: true, description: 'One import; null when there is none with this id.' })
  import(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.imports.get(context, id);
  }

  @Query(() => ImportJobConnection, { description: 'All imports, newest first.' })
  imports(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return this.app.imports.list(context, page);
  }

  @Query(() => ImportPreview, { description: 'A first look into an uploaded file.' })
  importPreview(@Ctx() context: Context, @Arg('input', () => ImportPreviewInput) input: ImportPreviewInput) {
    return this.app.imports.preview(context, input);
  }

  @Mutation(() => ImportPayload, { description: 'Begins the import of an uploaded file in the background.' })
  importStart(@Ctx() context: Context, @Arg('input', () => ImportStartInput) input: ImportStartInput) {
    return payload(() => this.app.imports.start(context, input));
  }

  @Mutation(() => ImportPayload, { description: 'Stops an import; what was taken in stays.' })
  importCancel(@Ctx() context: Context, @Arg('input', () => ImportCancelInput) input: ImportCancelInput) {
    return payload(() => this.app.imports.cancel(context, input.id));
  }

  @Mutation(() => ImportPayload, { description: 'Goes on with an import from its last batch.' })
  importResume(@Ctx() context: Context, @Arg('input', () => ImportResumeInput) input: ImportResumeInput) {
    return payload(() => this.app.imports.resume(context, input.id));
  }

  @FieldResolver(() => ImportCounts)
  counts(@Root() job: ImportJobRow) {
    return job.counts;
  }

  @FieldResolver(() => Staff, { nullable: true, description: 'Null: from the command line.' })
  createdBy(@Root() job: ImportJobRow, @Ctx() context: Context) {
    return job.createdById === null ? null : context.loaders.get(staffLoader).load(job.createdById);
  }

  @FieldResolver(() => ImportRejectConnection, {
    description: 'The lines that were left out, in the order of the file.',
  })
  rejects(@Root() job: ImportJobRow, @Args(() => PageArgs) page: PageArgs) {
    return this.app.imports.rejects(job.id, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Path of the report of left-out lines as CSV, for staff; null while there are none.',
  })
  rejectReportUrl(@Root() job: ImportJobRow) {
    const { rejectedLines, skippedLines } = job.counts;
    return rejectedLines + skippedLines > 0 ? `/imports/${job.id}/rejects.csv` : null;
  }
}
