import { registerEnumType } from 'type-graphql';

export enum Locale {
  zh = 'zh',
  en = 'en',
}
registerEnumType(Locale, { name: 'Locale', description: 'A language of the panel and the messages.' });

export enum Channel {
  SMS = 'SMS',
  EMAIL = 'EMAIL',
  PUSH = 'PUSH',
  WECHAT = 'WECHAT',
  IN_APP = 'IN_APP',
  PHONE = 'PHONE',
}
registerEnumType(Channel, { name: 'Channel', description: 'A way to reach a customer (M2, A3).' });
