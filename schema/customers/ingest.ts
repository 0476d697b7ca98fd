import { Field, InputType } from 'type-graphql';
import { ProfileInput } from './inputs.js';

@InputType({ description: 'What else a source knows the same person by.' })
export class IdentityInput {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  externalId!: string;
}

@InputType({ description: "A customer's answer to one purpose, as the source recorded it." })
export class ConsentInput {
  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  documentVersion!: string;

  @Field(() => Boolean)
  granted!: boolean;

  @Field(() => Date, { nullable: true, description: "Left out: the row's `updatedAt`, or now." })
  at?: Date | null;
}

@InputType({ description: 'A customer as a source knows them; a field left out stays as it is, null clears it.' })
export class CustomerIngestInput extends ProfileInput {
  @Field(() => String)
  externalId!: string;

  @Field(() => [String], { nullable: true, description: 'Added to those there are; a push removes none.' })
  tags?: string[] | null;

  @Field(() => Date, { nullable: true, description: 'The earliest one told counts.' })
  registeredAt?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the source last changed this; a push older than the newest one accepted is STALE.',
  })
  updatedAt?: Date | null;

  @Field(() => [ConsentInput], { nullable: true })
  consents?: ConsentInput[] | null;

  @Field(() => [IdentityInput], {
    nullable: true,
    description: 'Refused when they belong to different profiles already: a merge is explicit (A1).',
  })
  identities?: IdentityInput[] | null;
}

@InputType()
export class CustomersIngestInput {
  @Field(() => String, { description: 'The source whose external ids these are.' })
  source!: string;

  @Field(() => [CustomerIngestInput], { description: '1,000 at most.' })
  customers!: CustomerIngestInput[];
}
