import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { Payload } from '../common/payload.js';
import { LocalDate } from '../common/scalars.js';
import { SegmentExportColumn, SegmentExportContacts, SegmentExportStatus } from './segment-enums.js';

/** A file made of a segment's members; `segment`, `requestedBy` and `url` come from its resolver. */
@ObjectType({
  description: "A CSV file of a segment's members, made in the background; only its requester may fetch it.",
})
export class SegmentExport {
  @Field(() => ID)
  id!: string;

  @Field(() => SegmentExportStatus)
  status!: SegmentExportStatus;

  @Field(() => LocalDate, { nullable: true, description: 'The day as of which members were chosen; null: now.' })
  asOf!: string | null;

  @Field(() => SegmentExportContacts)
  contacts!: SegmentExportContacts;

  @Field(() => [SegmentExportColumn])
  columns!: SegmentExportColumn[];

  @Field(() => Int, { nullable: true, description: 'How many members are to be written; null: not counted yet.' })
  total!: number | null;

  @Field(() => Int, { description: 'Lines written so far, without the header.' })
  rows!: number;

  @Field(() => Float, { description: 'From 0 to 1.' })
  progress!: number;

  @Field(() => Float, { description: 'Size of what is written so far.' })
  bytes!: number;

  @Field(() => Date)
  requestedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the file is deleted; null while there is none.' })
  expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  error!: string | null;
}

export const SegmentExportConnection = connectionOf('SegmentExport', () => SegmentExport);

@InputType({ description: 'A file to make of the members of a segment.' })
export class SegmentExportStartInput {
  @Field(() => ID)
  segmentId!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Members as of the end of this day; their columns are always as of now. Not for lists.',
  })
  asOf?: string | null;

  @Field(() => SegmentExportContacts, {
    defaultValue: SegmentExportContacts.MASKED,
    description: 'CLEAR only for roles that may reveal contact data (A4).',
  })
  contacts!: SegmentExportContacts;

  @Field(() => [SegmentExportColumn], { nullable: true, description: 'In this order; left out: the usual ones.' })
  columns?: SegmentExportColumn[] | null;

  @Field(() => String, { description: 'The same key begins the same export, however often it is sent.' })
  idempotencyKey!: string;
}

@InputType({ description: 'An export to stop.' })
export class SegmentExportCancelInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: 'The export, or why it was refused.' })
export class SegmentExportPayload extends Payload {
  @Field(() => SegmentExport, { nullable: true })
  export?: SegmentExport | null;
}
