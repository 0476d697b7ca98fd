import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { GrantOrigin, GrantStatus, RedemptionStatus } from './enums.js';
import { BenefitGrant } from './grant.js';
import { Perk } from './perk.js';
import { Redemption } from './redemption.js';

const KEY = 'One key, one effect, however often it is sent; per customer, at most 100 characters.';

@InputType()
export class BenefitRedeemInput {
  @Field(() => ID)
  benefitId!: string;

  @Field(() => Int, { defaultValue: 1, description: 'Between 1 and 100; all of it comes from one source.' })
  quantity!: number;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Redeem this grant. Left out: the tier or grant whose time runs out first.',
  })
  grantId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For staff and systems only; customers redeem for themselves.' })
  customerId?: string | null;
}

@InputType()
export class RedemptionCommitInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class RedemptionReleaseInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  reason?: string | null;
}

@InputType()
export class RedemptionReverseInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  reason!: string;
}

@InputType()
export class BenefitGrantInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => ID)
  benefitId!: string;

  @Field(() => Int, { defaultValue: 1, description: 'How many times it can be redeemed, between 1 and 1,000.' })
  quantity!: number;

  @Field(() => String, { description: 'At most 200 characters.' })
  reason!: string;

  @Field(() => Date, { nullable: true, description: 'Now when left out.' })
  startsAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'No end when left out.' })
  endsAt?: Date | null;

  @Field(() => GrantOrigin, { defaultValue: GrantOrigin.MANUAL })
  origin!: GrantOrigin;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType()
export class BenefitGrantRevokeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  reason!: string;
}

@InputType()
export class BenefitGrantFilter {
  @Field(() => ID, { nullable: true })
  customerId?: string | null;

  @Field(() => ID, { nullable: true })
  benefitId?: string | null;

  @Field(() => GrantOrigin, { nullable: true })
  origin?: GrantOrigin | null;

  @Field(() => GrantStatus, { nullable: true })
  status?: GrantStatus | null;
}

@InputType()
export class RedemptionFilter {
  @Field(() => ID, { nullable: true })
  customerId?: string | null;

  @Field(() => ID, { nullable: true })
  benefitId?: string | null;

  @Field(() => RedemptionStatus, { nullable: true })
  status?: RedemptionStatus | null;

  @Field(() => Date, { nullable: true, description: 'Made at or after.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Made before.' })
  until?: Date | null;
}

export enum BenefitGrantOrderBy {
  GRANTED_AT_DESC = 'GRANTED_AT_DESC',
  GRANTED_AT_ASC = 'GRANTED_AT_ASC',
}
registerEnumType(BenefitGrantOrderBy, { name: 'BenefitGrantOrderBy' });

export enum RedemptionOrderBy {
  CREATED_AT_DESC = 'CREATED_AT_DESC',
  CREATED_AT_ASC = 'CREATED_AT_ASC',
}
registerEnumType(RedemptionOrderBy, { name: 'RedemptionOrderBy' });

@ObjectType()
export class RedemptionPayload extends Payload {
  @Field(() => Redemption, { nullable: true })
  redemption?: Redemption | null;

  @Field(() => Perk, { nullable: true, description: 'What is left of the perk; null when it is no longer held.' })
  perk?: Perk | null;
}

@ObjectType()
export class BenefitGrantPayload extends Payload {
  @Field(() => BenefitGrant, { nullable: true })
  grant?: BenefitGrant | null;
}
