import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { GrantOrigin } from './enums.js';

/** A personal benefit: birthday, compensation, campaign, by hand (V4). */
@Entity({ tableName: 'benefit_grant' })
@ObjectType({ description: 'A personal benefit: birthday, compensation, campaign, by hand (V4).' })
export class BenefitGrant {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'uuid' })
  benefitId!: string;

  @Enum({ items: () => GrantOrigin, type: 'text' })
  @Field(() => GrantOrigin)
  origin!: GrantOrigin;

  @Property({ type: 'text' })
  @Field(() => String)
  reason: Opt<string> = '';

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many times it can be redeemed.' })
  quantity!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Redeemed or reserved so far.' })
  used: Opt<number> = 0;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  startsAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Not to be redeemed from then on; null: no end.' })
  endsAt: Date | null = null;

  /** The member of staff who gave it; null: a system or a job. */
  @Property({ type: 'uuid', fieldName: 'granted_by', nullable: true })
  grantedById: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  grantedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  revokedAt: Date | null = null;

  @Property({ type: 'uuid', fieldName: 'revoked_by', nullable: true })
  revokedById: string | null = null;

  /** One key, one grant per customer. */
  @Property({ type: 'text', nullable: true })
  idempotencyKey: string | null = null;

  /** What was asked under the key: the same again is a retry, anything else a mistake. */
  @Property({ type: 'blob', nullable: true })
  requestHash: Uint8Array | null = null;
}

export const BenefitGrantConnection = connectionOf('BenefitGrant', () => BenefitGrant);
