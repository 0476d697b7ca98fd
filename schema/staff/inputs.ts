import { Field, ID, InputType, Int } from 'type-graphql';
import { Locale } from '../common/enums.js';
import { ApiScope, StaffRole, StaffStatus } from './enums.js';

@InputType({ description: 'A sign-in with e-mail and password.' })
export class StaffSignInInput {
  @Field(() => String, { description: 'Without regard to case.' })
  email!: string;

  @Field(() => String)
  password!: string;
}

@InputType({ description: 'Whose sessions to end.' })
export class StaffSignOutEverywhereInput {
  @Field(() => ID, { nullable: true, description: "The caller's own by default; others need STAFF_MANAGE." })
  staffId?: string;
}

@InputType({ description: "A change of the caller's own password." })
export class StaffChangePasswordInput {
  @Field(() => String)
  currentPassword!: string;

  @Field(() => String, { description: 'Ten characters at least.' })
  newPassword!: string;
}

@InputType({ description: 'A new password for somebody who cannot sign in.' })
export class StaffResetPasswordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Ten characters at least.' })
  newPassword!: string;
}

@InputType({ description: 'A new member of staff.' })
export class StaffCreateInput {
  @Field(() => String, { description: 'What they sign in with; unique without regard to case.' })
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => StaffRole)
  role!: StaffRole;

  @Field(() => Locale, { defaultValue: Locale.zh, description: 'The language of the panel for them.' })
  locale!: Locale;

  @Field(() => String, { description: 'Their first password; ten characters at least.' })
  password!: string;
}

@InputType({ description: 'Changes to a member of staff; what is absent or null stays as it is.' })
export class StaffUpdateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that was read; an older one is refused with VERSION_CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => StaffRole, { nullable: true, description: 'Nobody changes their own; one active admin always remains.' })
  role?: StaffRole | null;

  @Field(() => Locale, { nullable: true })
  locale?: Locale | null;

  @Field(() => StaffStatus, { nullable: true, description: 'DISABLED ends their sessions at once.' })
  status?: StaffStatus | null;
}

@InputType({ description: 'A new API key for another system.' })
export class ApiKeyCreateInput {
  @Field(() => String, { description: 'Which system will use it.' })
  name!: string;

  @Field(() => [ApiScope], { description: 'What it may do; at least one.' })
  scopes!: ApiScope[];

  @Field(() => Date, { nullable: true, description: 'When it stops working by itself; absent: never.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'The end of an API key.' })
export class ApiKeyRevokeInput {
  @Field(() => ID)
  id!: string;
}
