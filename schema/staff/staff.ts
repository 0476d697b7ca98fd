import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale } from '../common/enums.js';
import { StaffRole, StaffStatus } from './enums.js';

/** Somebody of the company who signs in to the panel. */
@Entity({ tableName: 'staff' })
@ObjectType({ description: 'Somebody of the company who signs in to the panel.' })
export class Staff {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Unique without regard to case.' })
  email!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Enum({ items: () => StaffRole, type: 'text' })
  @Field(() => StaffRole)
  role!: StaffRole;

  /** Argon2id in PHC form; never in the API. */
  @Property({ type: 'text', hidden: true })
  passwordHash!: string;

  @Enum({ items: () => StaffStatus, type: 'text' })
  @Field(() => StaffStatus)
  status: Opt<StaffStatus> = StaffStatus.ACTIVE;

  @Enum({ items: () => Locale, type: 'text' })
  @Field(() => Locale, { description: 'The language of the panel for them.' })
  locale: Opt<Locale> = Locale.zh;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  lastSignInAt: Date | null = null;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Send it back when saving; a save on an older one is refused.' })
  version!: Opt<number>;
}
