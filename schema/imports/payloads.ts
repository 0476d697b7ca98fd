import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../common/payload.js';
import { UserError } from '../common/user-error.js';
import { ImportJob, ImportMapping } from './import-job.js';

@ObjectType({ description: 'The first look into an uploaded file.' })
export class ImportPreview {
  @Field(() => [String], { description: 'The header.' })
  columns!: string[];

  @Field(() => [[String]], { description: 'The first lines, cell by cell.' })
  sample!: string[][];

  @Field(() => [ImportMapping], { description: 'What the columns seem to mean, by their names.' })
  suggestedMapping!: ImportMapping[];

  @Field(() => [UserError], { description: 'What stands in the way, or looks odd, with the given mapping.' })
  issues!: UserError[];
}

@ObjectType({ description: 'The import, or why it was refused.' })
export class ImportPayload extends Payload {
  @Field(() => ImportJob, { nullable: true })
  import!: ImportJob | null;
}
