import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { LocalDate } from '../common/scalars.js';
import { SegmentKind, SegmentUseKind } from './segment-enums.js';

@ObjectType({ description: 'What a segment is for, and what is done for its members (S8).' })
export class Playbook {
  @Field(() => String, { description: 'May be empty.' })
  goal!: string;

  @Field(() => [String], { description: 'In the order in which they are to be taken.' })
  actions!: string[];
}

@InputType({ description: 'What a segment is for, and what is done for its members (S8).' })
export class PlaybookInput {
  @Field(() => String, { description: 'Up to 500 characters.' })
  goal!: string;

  @Field(() => [String], { description: '20 at most, each of 1–500 characters.' })
  actions!: string[];
}

@ObjectType({ description: 'What refers to a segment, so that it cannot be archived.' })
export class SegmentUse {
  @Field(() => SegmentUseKind)
  kind!: SegmentUseKind;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({
  description: 'How many members a segment had on a day of the company, and how many came and went on it.',
})
export class SegmentPoint {
  @Field(() => LocalDate)
  day!: string;

  @Field(() => Int, { description: 'At the last refresh of that day.' })
  members!: number;

  @Field(() => Int, { description: 'Not counting those who were members when counting began.' })
  entered!: number;

  @Field(() => Int)
  left!: number;
}

/** The rules of a segment at one time; `rules` and `createdBy` come from its resolver. */
@ObjectType({ description: 'The rules of a segment at one time; every change of them makes a new version.' })
export class SegmentVersion {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, { description: 'Why it changed; may be empty.' })
  note!: string;
}

/** A saved segment (S7); all that has to be computed or looked up comes from its resolvers. */
@ObjectType({ description: 'A saved segment (S7).' })
export class Segment {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'May be empty.' })
  description!: string;

  @Field(() => SegmentKind)
  kind!: SegmentKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of a segment that every company begins with (S4, S5), like "high_value"; its text can be edited.',
  })
  builtIn!: string | null;

  @Field(() => Playbook)
  playbook!: Playbook;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Date, { nullable: true })
  archivedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When members and movements were last brought up to date.' })
  refreshedAt!: Date | null;

  @Field(() => Int, { description: 'Send it back when saving; a save on an older one is refused.' })
  version!: number;
}

export const SegmentConnection = connectionOf('Segment', () => Segment);
