import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { LevelRules } from './rules.js';
import { LevelPreview, LevelVersion } from './version.js';

@InputType()
export class LevelDraftCreateInput {
  @Field(() => ID, { nullable: true, description: 'The version to begin with; left out: the one in force.' })
  from?: string | null;
}

@InputType({ description: 'Parts that are left out stay as they are.' })
export class LevelDraftUpdateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => LevelRules, { nullable: true })
  rules?: LevelRules | null;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  note?: string | null;
}

@InputType()
export class LevelDraftDiscardInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class LevelPreviewInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class LevelPublishInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version whose preview was looked at.' })
  version!: number;

  @Field(() => String, { nullable: true, description: "Up to 500 characters; left out: the draft's." })
  note?: string | null;
}

@InputType()
export class LevelsRefreshInput {
  @Field(() => Boolean, { nullable: true, description: 'Also compute the cut-offs of spend anew (S3).' })
  cutoffs?: boolean | null;
}

@ObjectType()
export class LevelVersionPayload extends Payload {
  @Field(() => LevelVersion, { nullable: true })
  levelVersion?: LevelVersion | null;
}

@ObjectType()
export class LevelPreviewPayload extends Payload {
  @Field(() => LevelPreview, { nullable: true })
  preview?: LevelPreview | null;
}

@ObjectType()
export class LevelsRefreshPayload extends Payload {
  @Field(() => Int, { description: 'How many customers were written; 0 when everything was right already.' })
  touched!: number;
}
