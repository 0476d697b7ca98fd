import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from './user-error.js';

export enum IngestStatus {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  UNCHANGED = 'UNCHANGED',
  STALE = 'STALE',
  WAITING = 'WAITING',
  REJECTED = 'REJECTED',
}
registerEnumType(IngestStatus, {
  name: 'IngestStatus',
  description: 'What became of one row that another system pushed.',
  valuesConfig: {
    CREATED: { description: 'It was new.' },
    UPDATED: { description: 'It replaced an older version.' },
    UNCHANGED: { description: 'The same was known already: a retry or a duplicate.' },
    STALE: { description: 'A newer version is known; this one was left aside.' },
    WAITING: { description: 'Kept until what it refers to arrives.' },
    REJECTED: { description: 'Not taken; `errors` say why.' },
  },
});

@ObjectType({ description: 'What became of one row of a batch.' })
export class IngestResult {
  @Field(() => Int, { description: 'Its place in the input, from 0.' })
  index!: number;

  @Field(() => String, { description: "The row's own number or id, as sent." })
  number!: string;

  @Field(() => IngestStatus)
  status!: IngestStatus;

  @Field(() => [UserError], { description: 'Empty unless the row was rejected.' })
  errors!: UserError[];
}

@ObjectType({ description: 'How many rows of a batch met which fate.' })
export class IngestCounts {
  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int, { description: 'Rows known already, and rows older than what is known.' })
  unchanged!: number;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int)
  rejected!: number;
}

@ObjectType({ description: 'The answer to a batch: rows that were refused do not keep the others out.' })
export class IngestPayload {
  @Field(() => IngestCounts)
  counts!: IngestCounts;

  @Field(() => [IngestResult], { description: 'One for each row, in the order of the input.' })
  results!: IngestResult[];
}
