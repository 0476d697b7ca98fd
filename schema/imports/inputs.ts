import { Field, ID, InputType } from 'type-graphql';
import { ImportKind } from './enums.js';

@InputType({ description: 'Which column of the file means what.' })
export class ImportMappingInput {
  @Field(() => String, {
    description:
      'Of orders: number, placedAt, quantity, unitPrice (required), customerExternalId, sku, name or category. Of events: id, kind, customerExternalId, at (required), sku, category or detail.',
  })
  field!: string;

  @Field(() => String, { description: 'The name of the column, as in the header.' })
  column!: string;
}

@InputType({ description: 'An uploaded file to look into.' })
export class ImportPreviewInput {
  @Field(() => ID, { description: 'From `POST /uploads`.' })
  uploadId!: string;

  @Field(() => ImportKind, { defaultValue: ImportKind.ORDERS, description: 'What it is looked at as.' })
  kind!: ImportKind;

  @Field(() => [ImportMappingInput], { nullable: true, description: 'The suggested mapping when missing.' })
  mapping?: ImportMappingInput[] | null;
}

@InputType({ description: 'An uploaded file to import.' })
export class ImportStartInput {
  @Field(() => ID, { description: 'From `POST /uploads`.' })
  uploadId!: string;

  @Field(() => ImportKind)
  kind!: ImportKind;

  @Field(() => [ImportMappingInput])
  mapping!: ImportMappingInput[];

  @Field(() => String, { description: 'The source that its order numbers and customer ids belong to.' })
  source!: string;

  @Field(() => String, { nullable: true, description: "ISO 4217 code of its prices; the company's when missing." })
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The IANA time zone of its times that have no offset; the company's when missing.",
  })
  timeZone?: string | null;
}

@InputType({ description: 'An import to stop.' })
export class ImportCancelInput {
  @Field(() => ID)
  id!: string;
}

@InputType({ description: 'An import to go on with.' })
export class ImportResumeInput {
  @Field(() => ID)
  id!: string;
}
