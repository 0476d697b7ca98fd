import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** What one source calls a customer (A1). */
@Entity({ tableName: 'customer_identity' })
@ObjectType({ description: 'What one source (shop, marketplace, app) calls a customer (A1).' })
export class CustomerIdentity {
  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Like `app`, `website`, `tmall`, `jd`, `mini_program`, `store`.' })
  source!: string;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: "The source's own id; unique within it." })
  externalId!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;
}
