import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { JSONValue } from '../common/scalars.js';

export enum NotificationKind {
  TIER_UP = 'TIER_UP',
  TIER_DOWN = 'TIER_DOWN',
  POINTS_EXPIRING = 'POINTS_EXPIRING',
  PERK_GRANTED = 'PERK_GRANTED',
}
registerEnumType(NotificationKind, { name: 'NotificationKind', description: 'What an in-app message is about (V5).' });

/** An in-app message to a customer (V5). */
@Entity({ tableName: 'notification' })
@ObjectType({ description: 'An in-app message (V5); it waits until the app asks, so it disturbs nobody.' })
export class Notification {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  customerId!: string;

  @Enum({ items: () => NotificationKind, type: 'text' })
  @Field(() => NotificationKind)
  kind!: NotificationKind;

  @Property({ type: 'jsonb' })
  @Field(() => JSONValue, {
    description: 'Facts for the app to put into its own words: ids, amounts, names in both languages.',
  })
  data!: object;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  at!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  readAt: Date | null = null;
}

export const NotificationConnection = connectionOf('Notification', () => Notification);
