import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../common/scalars.js';
import { ImportCategory } from './enums.js';

@ObjectType({ description: 'Lines of a file that met the same fate.' })
export class ImportReconciliation {
  @Field(() => ImportCategory)
  category!: ImportCategory;

  @Field(() => String, { nullable: true, description: 'The reason, for skipped and rejected lines.' })
  code!: string | null;

  @Field(() => Int)
  lines!: number;

  @Field(() => String, { description: "Quantity × price in the file's currency, exactly, with up to four places." })
  amount!: string;
}

@ObjectType({
  description: 'What became of the lines of a file; while the import runs, of those that were worked off so far.',
})
export class ImportCounts {
  @Field(() => Int, { description: 'Lines read, without the header.' })
  lines!: number;

  @Field(() => Int, { description: 'Orders that were new or changed.' })
  orders!: number;

  @Field(() => Int, { description: 'Orders that were known already, or known newer.' })
  ordersUnchanged!: number;

  @Field(() => Int, { description: 'Events that were new.' })
  events!: number;

  @Field(() => Int, { description: 'Events that were known already, or belong to a deleted person.' })
  eventsUnchanged!: number;

  @Field(() => Int, { description: 'Refunds that were new.' })
  reversals!: number;

  @Field(() => Int, { description: 'Customers named in a file of orders.' })
  customers!: number;

  @Field(() => Int, { description: 'Lines of orders without a customer.' })
  anonymousLines!: number;

  @Field(() => Int, { description: 'Lines that could not be taken; the report has their reasons.' })
  rejectedLines!: number;

  @Field(() => Int, {
    description: 'Lines that repeat an earlier line of their invoice; a till books them twice, so they count.',
  })
  duplicateLines!: number;

  @Field(() => Int, { description: 'Lines that are no sale; the report has their reasons.' })
  skippedLines!: number;

  @Field(() => Money, { description: "What was imported: orders less refunds, in the file's currency." })
  amount!: number;

  @Field(() => [ImportReconciliation], { description: 'Every line of the file once; empty until the import is done.' })
  reconciliation!: ImportReconciliation[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the reconciliation adds up to the file's own lines and total; null until the import is done.",
  })
  balanced!: boolean | null;
}
