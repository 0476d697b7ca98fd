import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { Customer } from '../customers/customer.js';

/** A tier given by hand (V1); `customer`, `tier` and `grantedBy` come from its resolver. */
@Entity({ tableName: 'tier_grant' })
@ObjectType({ description: 'A tier given by hand, until an end or for life (V1).' })
export class TierGrant {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'uuid' })
  tierId!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  reason!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  startsAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'No longer held from this instant on; null: for life.' })
  endsAt: Date | null = null;

  /** The member of staff; null for other systems and jobs. */
  @Property({ type: 'uuid', nullable: true })
  grantedBy: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  revokedAt: Date | null = null;

  @Property({ type: 'uuid', nullable: true })
  revokedBy: string | null = null;

  /** When its end took effect on the customer's tier. */
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  idempotencyKey: string | null = null;
}

@InputType()
export class TierGrantInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => ID)
  tierId!: string;

  @Field(() => String, { description: 'Kept in the history and the audit log; 1–500 characters.' })
  reason!: string;

  @Field(() => Date, { nullable: true, description: 'Left out: for life.' })
  endsAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Sent again with the same input, it has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType()
export class TierGrantRevokeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Kept in the history and the audit log; 1–500 characters.' })
  reason!: string;
}

@InputType()
export class MembershipRefreshInput {
  @Field(() => ID)
  customerId!: string;
}

@ObjectType()
export class TierGrantPayload extends Payload {
  @Field(() => TierGrant, { nullable: true })
  tierGrant?: TierGrant;
}

@ObjectType()
export class MembershipRefreshPayload extends Payload {
  @Field(() => Customer, { nullable: true })
  customer?: Customer;
}
