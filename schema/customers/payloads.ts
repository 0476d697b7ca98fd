import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { Payload } from '../common/payload.js';
import { Customer } from './customer.js';
import { CustomerMerge } from './merge.js';
import { CustomerNote } from './note.js';

export const CustomerConnection = connectionOf('Customer', () => Customer);

/** The customer as they are after the mutation. */
@ObjectType()
export class CustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true })
  customer?: Customer | null;
}

@ObjectType()
export class CustomerNotePayload extends Payload {
  @Field(() => Customer, { nullable: true })
  customer?: Customer | null;

  @Field(() => CustomerNote, { nullable: true })
  note?: CustomerNote | null;
}

/** Clear contact data; that it was given is in the audit log (A4). */
@ObjectType()
export class CustomerRevealPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Only when asked for.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Only when asked for.' })
  email?: string | null;
}

@ObjectType()
export class CustomerMergePayload extends Payload {
  @Field(() => CustomerMerge, { nullable: true })
  merge?: CustomerMerge | null;
}
