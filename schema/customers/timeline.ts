import { Field, ID, ObjectType } from 'type-graphql';
import { BenefitGrant } from '../benefits/grant.js';
import { Redemption } from '../benefits/redemption.js';
import { connectionOf } from '../common/connection.js';
import { TimelineEvents } from '../events/event.js';
import { LevelChange } from '../levels/change.js';
import { Order } from '../orders/order.js';
import { PointsEntry } from '../points/points.js';
import { TierMove } from '../tiers/tier-move.js';
import { Consent } from './consent.js';
import { TimelineKind } from './enums.js';
import { CustomerMerge } from './merge.js';
import { CustomerNote } from './note.js';

/** One thing that happened with a customer (A2); the field that belongs to its kind is filled. */
@ObjectType({
  description: 'One thing that happened with a customer (A2); the field that belongs to its kind is filled.',
})
export class TimelineItem {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => TimelineKind)
  kind!: TimelineKind;

  @Field(() => Order, { nullable: true, description: 'Of ORDER, REFUND and CANCELLATION.' })
  order?: Order | null;

  @Field(() => PointsEntry, { nullable: true })
  pointsEntry?: PointsEntry | null;

  @Field(() => TierMove, { nullable: true })
  tierMove?: TierMove | null;

  @Field(() => Redemption, { nullable: true })
  redemption?: Redemption | null;

  @Field(() => BenefitGrant, { nullable: true })
  grant?: BenefitGrant | null;

  @Field(() => CustomerNote, { nullable: true })
  note?: CustomerNote | null;

  @Field(() => CustomerMerge, { nullable: true })
  merge?: CustomerMerge | null;

  @Field(() => Consent, { nullable: true })
  consent?: Consent | null;

  @Field(() => TimelineEvents, { nullable: true, description: 'Of EVENTS: one item for each day and kind.' })
  events?: TimelineEvents | null;

  @Field(() => LevelChange, { nullable: true, description: 'Of LEVEL.' })
  levelChange?: LevelChange | null;
}

export const TimelineConnection = connectionOf('Timeline', () => TimelineItem);
