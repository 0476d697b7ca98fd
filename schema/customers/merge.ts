import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Customer } from './customer.js';
import { MergeMatch } from './enums.js';

/** One merge of two profiles of one person (A1). */
@Entity({ tableName: 'customer_merge' })
@ObjectType({ description: 'One merge of two profiles of one person (A1).' })
export class CustomerMerge {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  survivorId!: string;

  @Property({ type: 'uuid' })
  mergedId!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  reason!: string;

  /** All that is needed to undo it; holds no contact data. */
  @Property({ type: 'json', hidden: true })
  snapshot!: object;

  /** Null: another system or a job. */
  @Property({ type: 'uuid', nullable: true })
  mergedBy: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  mergedAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  revertedBy: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Null: still merged.' })
  revertedAt: Date | null = null;
}

@ObjectType({ description: 'Another profile that may be the same person (A1); merging is up to staff.' })
export class MergeCandidate {
  @Field(() => Customer)
  customer!: Customer;

  @Field(() => [MergeMatch], { description: 'What both profiles have.' })
  matchedOn!: MergeMatch[];
}
