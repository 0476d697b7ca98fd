import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { ImportKind, ImportStatus } from './enums.js';

@ObjectType({ description: 'Which column of the file means what.' })
export class ImportMapping {
  @Field(() => String)
  field!: string;

  @Field(() => String)
  column!: string;
}

@ObjectType({ description: 'How a file is to be read.' })
export class ImportOptions {
  @Field(() => String, { description: 'The source that its order numbers and customer ids belong to.' })
  source!: string;

  @Field(() => String, { description: 'ISO 4217 code of its prices.' })
  currency!: string;

  @Field(() => String, { description: 'The IANA time zone of its times that have no offset.' })
  timeZone!: string;
}

/** The import of one file: what is to be done, how far it is, and what came of it. */
@Entity({ tableName: 'import_job' })
@ObjectType({ description: 'The import of one file.' })
export class ImportJob {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Enum({ items: () => ImportKind, type: 'text' })
  @Field(() => ImportKind)
  kind!: ImportKind;

  @Property({ type: 'text' })
  @Field(() => String)
  fileName!: string;

  /** SHA-256 of the file and the way it is read, by which a command that is given again finds its import. */
  @Property({ type: 'blob', nullable: true })
  fileHash: Buffer | null = null;

  /** `upload:<id>`, or `file:<path>` for the command line. */
  @Property({ type: 'text' })
  storedPath!: string;

  @Enum({ items: () => ImportStatus, type: 'text' })
  @Field(() => ImportStatus)
  status!: ImportStatus;

  @Property({ type: 'json' })
  @Field(() => [ImportMapping])
  mapping!: ImportMapping[];

  @Property({ type: 'json' })
  @Field(() => ImportOptions)
  options!: ImportOptions;

  @Property({ type: 'bigint' })
  @Field(() => Float, { description: 'Size of the file as it was sent.' })
  bytesTotal!: number;

  @Property({ type: 'bigint' })
  @Field(() => Float, {
    description: 'How much of the work is done, as a part of `bytesTotal`; reading the file is the smaller part.',
  })
  bytesDone: Opt<number> = 0;

  @Property({ type: 'bigint' })
  @Field(() => Int, { description: 'How many of its lines were read.' })
  linesDone: Opt<number> = 0;

  /** How far it is, for whoever goes on with it (server/imports/checkpoint.ts). */
  @Property({ type: 'json', nullable: true })
  checkpoint: object | null = null;

  @Property({ type: 'json' })
  counts!: object;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  error: string | null = null;

  @Property({ type: 'uuid', fieldName: 'created_by', nullable: true })
  createdById: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  startedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  finishedAt: Date | null = null;
}

@ObjectType({ description: 'A page of imports.' })
export class ImportJobConnection extends connectionOf('ImportJob', () => ImportJob) {}
