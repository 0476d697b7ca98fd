import { registerEnumType } from 'type-graphql';

export enum EventKind {
  LOGIN = 'LOGIN',
  VIEW = 'VIEW',
  FAVORITE = 'FAVORITE',
  ADD_TO_CART = 'ADD_TO_CART',
  SEARCH = 'SEARCH',
  SHARE = 'SHARE',
  CLICK = 'CLICK',
  REVIEW = 'REVIEW',
  SUBSCRIBE = 'SUBSCRIBE',
  OTHER = 'OTHER',
}
registerEnumType(EventKind, {
  name: 'EventKind',
  description: 'What a customer did, short of buying (A2).',
  valuesConfig: {
    LOGIN: { description: 'Opened the app or signed in; days with one count for "interacts often" (S4).' },
    VIEW: { description: 'Looked at an article or a category.' },
    CLICK: { description: 'Followed a link in a message or an advertisement.' },
    SUBSCRIBE: { description: 'Asked to be told: of an arrival, a price, a newsletter.' },
  },
});
