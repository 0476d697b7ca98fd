import { ArgsType, Field, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../common/connection.js';
import { SegmentDirection } from './segment-enums.js';

/** One customer's way into a segment or out of it; `customer` comes from its resolver. */
@ObjectType({ description: "One customer's way into a segment or out of it, as a refresh found it (S7)." })
export class SegmentMovement {
  @Field(() => SegmentDirection)
  direction!: SegmentDirection;

  @Field(() => Date, { description: 'When it was found: the refresh after it happened.' })
  at!: Date;
}

export const SegmentMovementConnection = connectionOf('SegmentMovement', () => SegmentMovement);

@ArgsType()
export class SegmentMovementArgs extends PageArgs {
  @Field(() => Date, { description: 'From this instant on.' })
  since!: Date;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  until?: Date | null;

  @Field(() => SegmentDirection, { nullable: true, description: 'Left out: both.' })
  direction?: SegmentDirection | null;
}

@ArgsType()
export class SegmentMovementTotalsArgs {
  @Field(() => Date, { description: 'From the company day of this instant on.' })
  since!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Up to and with the company day of this instant; left out: today.',
  })
  until?: Date | null;
}
