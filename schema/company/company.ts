import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: "What a unit of another currency is worth in the company's." })
export class ExchangeRate {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Float, { description: "Units of the company's currency per unit." })
  rate!: number;
}

/** The company that this server works for; exactly one. */
@ObjectType({ description: 'The company that this server works for.' })
export class Company {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'IANA name; days, months and years of the API are those of this zone.' })
  timeZone!: string;

  @Field(() => String, { description: 'ISO 4217 code; Money is in it unless a currency field stands beside.' })
  currency!: string;

  @Field(() => [ExchangeRate])
  exchangeRates!: ExchangeRate[];

  @Field(() => Int, {
    description: 'For how many whole months events are kept beside the current one (A4); 13 unless changed.',
  })
  eventMonths!: number;

  @Field(() => Boolean, { description: 'Whether this is a demo with invented people.' })
  demo!: boolean;

  @Field(() => Int)
  version!: number;
}
