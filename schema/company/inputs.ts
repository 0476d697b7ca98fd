import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { Company } from './company.js';

@InputType({ description: "What a unit of another currency is worth in the company's." })
export class ExchangeRateInput {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Float, { description: "Units of the company's currency per unit; more than 0, at most 1,000,000." })
  rate!: number;
}

@InputType({ description: "Changes to the company's settings; what is absent or null stays as it is." })
export class CompanyUpdateInput {
  @Field(() => Int, { description: 'The version that was read; an older one is refused with VERSION_CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name; cannot change once there are orders.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code; cannot change once there are orders.' })
  currency?: string | null;

  @Field(() => [ExchangeRateInput], {
    nullable: true,
    description: 'Replaces all rates; later orders use the new ones.',
  })
  exchangeRates?: ExchangeRateInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many whole months events are kept beside the current one (A4), from 1 to 120; older ones are dropped for good.',
  })
  eventMonths?: number | null;
}

@ObjectType()
export class CompanyPayload extends Payload {
  @Field(() => Company, { nullable: true })
  company?: Company;
}
