import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Channel, Locale } from '../common/enums.js';
import { LocalDate, LocalTime } from '../common/scalars.js';
import { CustomerStatus, Gender } from './enums.js';

@ObjectType({ description: 'When not to disturb a customer (A3), in company time; may run over midnight.' })
export class QuietHours {
  @Field(() => LocalTime)
  from!: string;

  @Field(() => LocalTime)
  until!: string;
}

/** One person, merged over all sources (A1). */
@Entity({ tableName: 'customer' })
@ObjectType({ description: 'One person, merged over all sources (A1).' })
export class Customer {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Empty when no source has told it, and after deletion.' })
  name: Opt<string> = '';

  @Enum({ items: () => Gender, type: 'text', nullable: true })
  @Field(() => Gender, { nullable: true })
  gender: Gender | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => LocalDate, { nullable: true })
  birthday: string | null = null;

  /** Clear; the API gives it out through a resolver that masks it for everybody but the customer (A4). */
  @Property({ type: 'text', nullable: true, hidden: true })
  phone: string | null = null;

  /** Clear; see `phone`. */
  @Property({ type: 'text', nullable: true, hidden: true })
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  city: string | null = null;

  @Enum({ items: () => Locale, type: 'text' })
  @Field(() => Locale, { description: 'The language of their messages.' })
  locale: Opt<Locale> = Locale.zh;

  @Enum({ items: () => Channel, type: 'text', nullable: true })
  @Field(() => Channel, { nullable: true, description: 'Obeyed by everything that sends (A3).' })
  preferredChannel: Channel | null = null;

  /** 'HH:mm' in company time; both or neither. */
  @Property({ type: 'time', nullable: true })
  quietFrom: string | null = null;

  @Property({ type: 'time', nullable: true })
  quietUntil: string | null = null;

  @Property({ type: 'string[]' })
  @Field(() => [String], { description: 'What they say they like.' })
  interests: Opt<string[]> = [];

  @Property({ type: 'string[]' })
  @Field(() => [String], { description: "The company's own marks on them." })
  tags: Opt<string[]> = [];

  @Enum({ items: () => CustomerStatus, type: 'text' })
  @Field(() => CustomerStatus)
  status: Opt<CustomerStatus> = CustomerStatus.ACTIVE;

  /** The profile that this one has gone into, when merged. */
  @Property({ type: 'uuid', nullable: true })
  mergedIntoId: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When they first became known to any source.' })
  registeredAt!: Date;

  /** The newest push accepted, so that late pushes do not undo newer ones. */
  @Property({ type: 'timestamptz', nullable: true })
  sourceUpdatedAt: Date | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  updatedAt!: Date;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Send it back when saving; a save on an older one is refused.' })
  version!: Opt<number>;
}
