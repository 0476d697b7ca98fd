import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';

@ObjectType({ description: 'A line of a file that was not imported.' })
export class ImportReject {
  @Field(() => Int, { description: 'Its row in the file; the header is row 1.' })
  line!: number;

  @Field(() => String, { description: 'The reason, stable, like `BAD_DATE`.' })
  code!: string;

  @Field(() => String, { description: 'The reason in English.' })
  message!: string;

  @Field(() => Boolean, { description: 'True: no sale, left out on purpose; false: it could not be taken.' })
  skipped!: boolean;

  @Field(() => String, { description: 'The line as it stands in the file.' })
  raw!: string;
}

@ObjectType({ description: 'A page of lines that were not imported.' })
export class ImportRejectConnection extends connectionOf('ImportReject', () => ImportReject) {}
