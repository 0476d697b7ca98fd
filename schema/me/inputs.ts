import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { ProfileInput } from '../customers/inputs.js';
import { Me } from './me.js';

@InputType({ description: 'A field left out stays as it is; null clears it.' })
export class MeUpdateInput extends ProfileInput {
  @Field(() => Int, { description: 'The version of the profile that was read; an older one is refused.' })
  version!: number;
}

@InputType()
export class MeConsentSetInput {
  @Field(() => String, { description: 'One of the purposes that the company asks for, like `marketing`.' })
  purpose!: string;

  @Field(() => String, { description: 'Which text was shown.' })
  documentVersion!: string;

  @Field(() => Boolean)
  granted!: boolean;
}

@InputType()
export class MeEraseInput {
  @Field(() => String, { description: 'The word ERASE, so that nobody does it by a slip.' })
  confirm!: string;
}

@InputType()
export class MeNotificationsReadInput {
  @Field(() => [ID], { description: '100 at most.' })
  ids!: string[];
}

@ObjectType()
export class MePayload extends Payload {
  @Field(() => Me, { nullable: true })
  me?: Me | null;
}

@ObjectType()
export class MeErasePayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the data is gone, and the token no longer means anybody here.',
  })
  erased?: boolean;
}
