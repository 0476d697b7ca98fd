import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** What somebody of the company wrote down about a customer; deleted with the customer's data (A4). */
@Entity({ tableName: 'customer_note' })
@ObjectType({ description: 'What somebody of the company wrote down about a customer.' })
export class CustomerNote {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  body!: string;

  @Property({ type: 'uuid' })
  authorId!: string;

  @Property({ type: 'timestamptz', fieldName: 'at' })
  @Field(() => Date)
  createdAt!: Date;
}
