import { registerEnumType } from 'type-graphql';

export enum StaffRole {
  ADMIN = 'ADMIN',
  SERVICE_MANAGER = 'SERVICE_MANAGER',
  SERVICE_AGENT = 'SERVICE_AGENT',
  MARKETING = 'MARKETING',
  ANALYST = 'ANALYST',
}
registerEnumType(StaffRole, {
  name: 'StaffRole',
  description: 'What somebody of the company does here (domain.md, the people).',
});

export enum StaffStatus {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}
registerEnumType(StaffStatus, { name: 'StaffStatus', description: 'Whether somebody may sign in.' });

export enum ApiScope {
  CUSTOMERS_READ = 'CUSTOMERS_READ',
  CUSTOMERS_WRITE = 'CUSTOMERS_WRITE',
  ORDERS_WRITE = 'ORDERS_WRITE',
  EVENTS_WRITE = 'EVENTS_WRITE',
  SEGMENTS_READ = 'SEGMENTS_READ',
  PERKS_READ = 'PERKS_READ',
  PERKS_WRITE = 'PERKS_WRITE',
}
registerEnumType(ApiScope, { name: 'ApiScope', description: 'What an API key of another system may do.' });
