import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { Payload } from '../common/payload.js';
import { PointsEntryKind } from './enums.js';

@ObjectType({ description: 'Points that run out together.' })
export class ExpiringPoints {
  @Field(() => Int)
  points!: number;

  @Field(() => Date, { description: 'The end of a company day.' })
  expiresAt!: Date;
}

@ObjectType({ description: "A customer's points (V2)." })
export class PointsAccount {
  @Field(() => Int, { description: 'The sum of the ledger; never negative.' })
  balance!: number;

  @Field(() => [ExpiringPoints], {
    description: "What runs out within the programme's reminder days, soonest first, a company day each.",
  })
  expiringSoon!: ExpiringPoints[];

  @Field(() => Int, {
    description: 'Points of refunded orders that were already spent: the next points earned pay it first.',
  })
  debt!: number;
}

/** One line of the points ledger (V2); only ever added, by server/points. */
@Entity({ tableName: 'points_entry' })
@ObjectType({ description: 'One line of the append-only points ledger (V2).' })
export class PointsEntry {
  @PrimaryKey({ type: 'uuid' })
  customerId!: string;

  @PrimaryKey({ type: 'integer' })
  @Field(() => Int, { description: '1, 2, 3 … per customer.' })
  seq!: number;

  @Enum({ items: () => PointsEntryKind, type: 'text' })
  @Field(() => PointsEntryKind)
  kind!: PointsEntryKind;

  @Property({ type: 'bigint' })
  @Field(() => Int, { description: 'Negative for what takes points.' })
  points!: number;

  @Property({ type: 'bigint' })
  @Field(() => Int)
  balanceAfter!: number;

  /** The order that earned it or was refunded. */
  @Property({ type: 'uuid', nullable: true })
  orderId: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  reason: string | null = null;

  /** The member of staff who posted it. */
  @Property({ type: 'uuid', nullable: true })
  actorId: string | null = null;

  /** One key, one entry per customer. */
  @Property({ type: 'text', nullable: true })
  idempotencyKey: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Of what adds points: when they run out. Null: never.' })
  expiresAt: Date | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was posted; an order that arrives late earns when it arrives.' })
  at!: Date;

  /** Of what takes points: the lots drawn from as [seq, points], in the order of drawing. */
  @Property({ type: 'jsonb', nullable: true })
  taken: [number, number][] | null = null;

  /** The entry that this one undoes. */
  @Property({ type: 'integer', nullable: true })
  reversesSeq: number | null = null;
}

export const PointsEntryConnection = connectionOf('PointsEntry', () => PointsEntry);

@InputType()
export class PointsAdjustInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => Int, { description: 'Positive or negative; a negative one may not exceed the balance.' })
  points!: number;

  @Field(() => String, { description: 'Shown to the customer and kept in the audit log; at most 200 characters.' })
  reason!: string;

  @Field(() => String, { description: 'One key, one effect, however often it is sent; at most 100 characters.' })
  idempotencyKey!: string;
}

@InputType()
export class PointsSpendInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => Int, { description: 'How many to take; those of the oldest expiry go first.' })
  points!: number;

  @Field(() => String, { description: 'What for; at most 200 characters.' })
  reason!: string;

  @Field(() => String, { description: 'One key, one effect, however often it is sent; at most 100 characters.' })
  idempotencyKey!: string;
}

@InputType()
export class PointsReverseInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => Int, { description: 'The entry to undo: a SPEND or an ADJUST that was not undone before.' })
  seq!: number;

  @Field(() => String, { description: 'At most 200 characters.' })
  reason!: string;

  @Field(() => String, { description: 'One key, one effect, however often it is sent; at most 100 characters.' })
  idempotencyKey!: string;
}

@ObjectType()
export class PointsPayload extends Payload {
  @Field(() => PointsEntry, { nullable: true, description: 'The entry made, now or by an earlier try with this key.' })
  entry?: PointsEntry | null;
}
