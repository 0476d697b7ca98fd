import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { TierDirection, TierMoveCause } from './enums.js';

/** One change of a customer's tier, and why (V1); `customer`, `from`, `to`, `order` and `actor` come from its resolver. */
@Entity({ tableName: 'tier_move' })
@ObjectType({ description: "One change of a customer's tier, and why (V1)." })
export class TierMove {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'uuid', nullable: true })
  fromTierId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  toTierId: string | null = null;

  @Enum({ items: () => TierDirection, type: 'text' })
  @Field(() => TierDirection)
  direction!: TierDirection;

  @Enum({ items: () => TierMoveCause, type: 'text' })
  @Field(() => TierMoveCause)
  cause!: TierMoveCause;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'In words, with the figures it rests on.' })
  reason!: string;

  @Property({ type: 'uuid', nullable: true })
  orderId: string | null = null;

  /** The programme whose rules decided it. */
  @Property({ type: 'uuid', nullable: true })
  programVersionId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  actorId: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  at!: Date;
}

export const TierMoveConnection = connectionOf('TierMove', () => TierMove);

@InputType({ description: 'All conditions together.' })
export class TierMoveFilter {
  @Field(() => TierDirection, { nullable: true })
  direction?: TierDirection | null;

  @Field(() => TierMoveCause, { nullable: true })
  cause?: TierMoveCause | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  until?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Left or reached this tier.' })
  tierId?: string | null;
}
