import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { Money } from '../common/scalars.js';
import { LevelKind, LevelVersionStatus } from './enums.js';

@ObjectType({ description: 'How many go from one level to another, or stay.' })
export class LevelMatrixCell {
  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  to!: string | null;

  @Field(() => Int)
  customers!: number;
}

@ObjectType({ description: 'Who goes from where to where, of one kind of level.' })
export class LevelMatrix {
  @Field(() => LevelKind)
  kind!: LevelKind;

  @Field(() => [LevelMatrixCell], { description: 'Only pairs that occur, those who stay too.' })
  cells!: LevelMatrixCell[];
}

@ObjectType({ description: 'What publishing a version does to everybody, as of when it was computed.' })
export class LevelPreview {
  @Field(() => Date)
  computedAt!: Date;

  @Field(() => Int, { description: 'Active customers.' })
  total!: number;

  @Field(() => Int, { description: 'Those of whom nothing changes.' })
  stay!: number;

  @Field(() => Int, { description: 'Those of whom any level changes.' })
  changed!: number;

  @Field(() => [Money], { description: 'The cut-offs of spend that its shares give; empty when nobody has bought.' })
  cutoffs!: number[];

  @Field(() => [LevelMatrix])
  matrices!: LevelMatrix[];
}

/** A version of the thresholds: a draft, the one in force, or history; `rules`, `preview`, `cutoffs` and people come from its resolver. */
@Entity({ tableName: 'level_version' })
@ObjectType({ description: 'A version of the thresholds of S1–S5: a draft, the one in force, or history.' })
export class LevelVersion {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Given when published; null before.' })
  number: number | null = null;

  @Enum({ items: () => LevelVersionStatus, type: 'text' })
  @Field(() => LevelVersionStatus)
  status!: LevelVersionStatus;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Send it back when saving; a save on an older one is refused.' })
  version!: Opt<number>;

  /** The thresholds; see schema/levels/rules.ts. */
  @Property({ type: 'json' })
  content!: object;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  note: string | null = null;

  @Property({ type: 'json', nullable: true })
  preview: object | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many customers conform already.' })
  progressDone: Opt<number> = 0;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many there were at the start; null before.' })
  progressTotal: number | null = null;

  /** Customers up to this id conform already. */
  @Property({ type: 'uuid', nullable: true })
  sweptTo: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  createdBy: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  updatedAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  publishedBy: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  publishedAt: Date | null = null;
}

export const LevelVersionConnection = connectionOf('LevelVersion', () => LevelVersion);
