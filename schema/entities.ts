import type { EntityClass } from '@mikro-orm/core';
import { Customer } from './customers/customer.js';
import { Staff } from './staff/staff.js';

/** Every table that has an entity; MikroORM discovers no others. */
export const entities: EntityClass[] = [Customer, Staff];
