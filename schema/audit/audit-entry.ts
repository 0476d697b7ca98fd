import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../common/connection.js';
import { JSONValue } from '../common/scalars.js';

export enum ActorKind {
  STAFF = 'STAFF',
  CUSTOMER = 'CUSTOMER',
  SYSTEM = 'SYSTEM',
  JOB = 'JOB',
}
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'Who did something: a member of staff, a customer, another system, or Liuke itself.',
});

/** One thing that was done (A4); never changed, never deleted. */
@ObjectType({ description: 'One thing that was done; never changed, never deleted.' })
export class AuditEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => ActorKind)
  actorKind!: ActorKind;

  @Field(() => String, { nullable: true, description: "The staff's or API key's id, or the customer's subject." })
  actorId!: string | null;

  @Field(() => String, { description: 'As it was at the time.' })
  actorName!: string;

  @Field(() => String, { description: 'Object first, like the mutation: "staffUpdate".' })
  action!: string;

  @Field(() => String, { description: 'What it was done to: "Staff", "Customer", "ProgramVersion".' })
  subjectType!: string;

  @Field(() => String, { nullable: true })
  subjectId!: string | null;

  @Field(() => JSONValue, { nullable: true })
  before!: unknown;

  @Field(() => JSONValue, { nullable: true })
  after!: unknown;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  ip!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'Entries of one request share it.' })
  requestId!: string | null;
}

@InputType({ description: 'Which entries; all conditions together.' })
export class AuditFilter {
  @Field(() => String, { nullable: true })
  actorId?: string | null;

  @Field(() => String, { nullable: true })
  action?: string | null;

  @Field(() => String, { nullable: true })
  subjectType?: string | null;

  @Field(() => String, { nullable: true })
  subjectId?: string | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  until?: Date | null;
}

@ArgsType()
export class AuditListArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true })
  filter?: AuditFilter | null;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry);
