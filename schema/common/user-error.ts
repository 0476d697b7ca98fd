import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum UserErrorCode {
  REQUIRED = 'REQUIRED',
  INVALID = 'INVALID',
  TOO_LONG = 'TOO_LONG',
  TOO_SHORT = 'TOO_SHORT',
  OUT_OF_RANGE = 'OUT_OF_RANGE',
  TAKEN = 'TAKEN',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  STALE = 'STALE',
  OUT_OF_QUOTA = 'OUT_OF_QUOTA',
  OUT_OF_STOCK = 'OUT_OF_STOCK',
  EXPIRED = 'EXPIRED',
  NOT_YET_VALID = 'NOT_YET_VALID',
  NOT_IN_TIER = 'NOT_IN_TIER',
  NOT_REDEEMABLE = 'NOT_REDEEMABLE',
  IDEMPOTENCY_KEY_REUSED = 'IDEMPOTENCY_KEY_REUSED',
  INSUFFICIENT_POINTS = 'INSUFFICIENT_POINTS',
  ALREADY_DONE = 'ALREADY_DONE',
  UNKNOWN_CURRENCY = 'UNKNOWN_CURRENCY',
  WRONG_CREDENTIALS = 'WRONG_CREDENTIALS',
  LOCKED_OUT = 'LOCKED_OUT',
  RETIRED = 'RETIRED',
  IN_USE = 'IN_USE',
  DEMO_ACCOUNT = 'DEMO_ACCOUNT',
}
registerEnumType(UserErrorCode, { name: 'UserErrorCode', description: 'Why an input was not accepted.' });

/** What a caller can mend in a mutation's input. */
@ObjectType({ description: "What the caller can mend in a mutation's input." })
export class UserError {
  @Field(() => String, {
    nullable: true,
    description: 'Dotted path inside `input`, like `tiers.0.spendThreshold`; null when no single field is to blame.',
  })
  field!: string | null;

  @Field(() => UserErrorCode)
  code!: UserErrorCode;

  @Field(() => String, { description: 'The reason in English, for developers and logs; clients translate `code`.' })
  message!: string;
}
