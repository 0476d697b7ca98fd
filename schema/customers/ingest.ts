import { Field, InputType } from 'type-graphql';
import { PersonInput } from './inputs.js';

// Days and instants are texts here: a value that cannot be read is an error of its row, not of the whole request.

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

  @Field(() => String, { nullable: true, description: "ISO 8601 instant; left out: the row's `updatedAt`, or now." })
  at?: string | null;
}

@InputType({ description: 'When not to disturb a pushed customer (A3), in company time.' })
export class QuietHoursIngestInput {
  @Field(() => String, { description: 'Like "22:30".' })
  from!: string;

  @Field(() => String, { description: 'Like "08:00".' })
  until!: string;
}

@InputType({ description: 'A customer as a source knows them; a field left out stays as it is, null clears it.' })
export class CustomerIngestInput extends PersonInput {
  @Field(() => String)
  externalId!: string;

  @Field(() => [String], { nullable: true, description: 'Added to those there are; a push removes none.' })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A day like "1990-02-28".' })
  birthday?: string | null;

  @Field(() => QuietHoursIngestInput, { nullable: true })
  quietHours?: QuietHoursIngestInput | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601 instant; the earliest one told counts.' })
  registeredAt?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When the source last changed this (ISO 8601); a push older than the newest one accepted is STALE.',
  })
  updatedAt?: string | null;

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
