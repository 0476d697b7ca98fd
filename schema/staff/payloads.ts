import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { ApiKey } from './api-key.js';
import { Staff } from './staff.js';

@ObjectType()
export class StaffPayload extends Payload {
  @Field(() => Staff, { nullable: true })
  staff?: Staff;
}

@ObjectType()
export class ApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true })
  apiKey?: ApiKey;
}

@ObjectType()
export class ApiKeyCreatePayload extends Payload {
  @Field(() => ApiKey, { nullable: true })
  apiKey?: ApiKey;

  @Field(() => String, { nullable: true, description: 'The whole key, shown this once: only its hash is kept.' })
  secret?: string;
}
