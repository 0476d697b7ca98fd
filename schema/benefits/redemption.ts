import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { Money } from '../common/scalars.js';
import { RedemptionStatus } from './enums.js';

/** One use of a benefit by a customer, counted once (V4). */
@Entity({ tableName: 'redemption' })
@ObjectType({ description: 'One use of a benefit by a customer, counted once however often it is asked for (V4).' })
export class Redemption {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'uuid' })
  benefitId!: string;

  /** Null: drawn from the tier's quota. */
  @Property({ type: 'uuid', nullable: true })
  grantId: string | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int)
  quantity!: number;

  @Enum({ items: () => RedemptionStatus, type: 'text' })
  @Field(() => RedemptionStatus)
  status!: RedemptionStatus;

  /** The quota period that it was counted in; null for grants and where there is no quota. */
  @Property({ type: 'date', nullable: true })
  periodStart: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the till scans or types, like "7KQ2-M9XD-4TRA".' })
  code!: string;

  @Property({ type: 'bigint' })
  @Field(() => Money, { description: "The benefit's unit cost at that moment, times the quantity." })
  cost: Opt<number> = 0;

  /** The tier held at that moment. */
  @Property({ type: 'uuid', nullable: true })
  tierId: string | null = null;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** What was asked under the key: the same again is a retry, anything else a mistake. */
  @Property({ type: 'blob' })
  requestHash!: Uint8Array;

  /** Whether stock was taken, and is to be given back. */
  @Property({ type: 'boolean' })
  fromStock: Opt<boolean> = false;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'A reservation not committed by then is released.' })
  reservedUntil: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  committedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was released or reversed.' })
  endedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; `reservation ran out` when nobody released it.' })
  endReason: string | null = null;

  /** The member of staff who redeemed it for the customer. */
  @Property({ type: 'uuid', nullable: true })
  actorId: string | null = null;
}

export const RedemptionConnection = connectionOf('Redemption', () => Redemption);
