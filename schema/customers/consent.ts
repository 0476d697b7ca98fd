import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** One answer of a customer to one purpose of processing (A4); never changed, the newest per purpose counts. */
@Entity({ tableName: 'customer_consent' })
@ObjectType({ description: "A customer's newest answer to one purpose of processing (A4)." })
export class Consent {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Like `marketing`, `profiling`, `sms`; the company names its purposes.' })
  purpose!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Which text they agreed to or refused.' })
  documentVersion!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean)
  granted!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where they were asked.' })
  source!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  at!: Date;
}
