import type { EntityClass } from '@mikro-orm/core';
import { BenefitGrant } from './benefits/grant.js';
import { Redemption } from './benefits/redemption.js';
import { Consent } from './customers/consent.js';
import { Customer } from './customers/customer.js';
import { CustomerIdentity } from './customers/identity.js';
import { CustomerMerge } from './customers/merge.js';
import { CustomerNote } from './customers/note.js';
import { ImportJob } from './imports/import-job.js';
import { LevelVersion } from './levels/version.js';
import { Notification } from './me/notification.js';
import { Order } from './orders/order.js';
import { OrderLine } from './orders/order-line.js';
import { OrderReversal } from './orders/order-reversal.js';
import { PointsEntry } from './points/points.js';
import { Staff } from './staff/staff.js';
import { ProgramVersion } from './tiers/program.js';
import { TierGrant } from './tiers/tier-grant.js';
import { TierMove } from './tiers/tier-move.js';

/** Every table that has an entity; MikroORM discovers no others. */
export const entities: EntityClass[] = [
  BenefitGrant,
  Redemption,
  Customer,
  CustomerNote,
  CustomerMerge,
  CustomerIdentity,
  Consent,
  ImportJob,
  LevelVersion,
  Notification,
  Order,
  OrderLine,
  OrderReversal,
  PointsEntry,
  Staff,
  ProgramVersion,
  TierGrant,
  TierMove,
];
