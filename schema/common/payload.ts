import { Field, ObjectType } from 'type-graphql';
import { UserError } from './user-error.js';

/** What every mutation answers: its thing (null when refused) beside what the caller can mend. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: 'Empty when the mutation was carried out.' })
  userErrors!: UserError[];
}
