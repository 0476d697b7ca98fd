import { Field, ID, ObjectType } from 'type-graphql';
import { ApiScope } from './enums.js';

@ObjectType({ description: 'A key with which another system calls this API.' })
export class ApiKey {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'How the key begins after "lk_", to tell keys apart.' })
  prefix!: string;

  @Field(() => [ApiScope])
  scopes!: ApiScope[];

  /** For the field `createdBy`. */
  createdById!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it stops working by itself; null: never.' })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Exact to the minute; null: never used.' })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}
