import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { StaffRole } from './enums.js';
import { Permission } from './permission.js';
import { Staff } from './staff.js';

@ObjectType({ description: 'A browser in which somebody is signed in.' })
export class StaffSession {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { description: 'When the password will be asked for again.' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'The address it was opened from.' })
  ip!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'Whether this request belongs to it.' })
  current!: boolean;
}

@ObjectType({ description: 'A session. The refresh token is not here but in an http-only cookie.' })
export class SignInPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'For the Authorization header: "Bearer" and this.' })
  accessToken?: string;

  @Field(() => Date, { nullable: true, description: 'When the access token ends; renew it with `sessionRefresh`.' })
  expiresAt?: Date;

  @Field(() => Staff, { nullable: true })
  staff?: Staff;
}

@ObjectType()
export class SignOutPayload extends Payload {}

@ObjectType({ description: 'Who is asking, when it is a member of staff.' })
export class Viewer {
  @Field(() => Staff, { nullable: true })
  staff!: Staff | null;

  @Field(() => [Permission], { description: 'All that they may do.' })
  permissions!: Permission[];
}

@ObjectType({ description: 'A sign-in that a demo offers to everybody.' })
export class DemoSignIn {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => StaffRole)
  role!: StaffRole;

  @Field(() => String)
  name!: string;
}
