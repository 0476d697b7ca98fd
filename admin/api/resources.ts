import type { DocumentNode } from '@apollo/client/core';
import * as api from './generated/operations.js';

/** What the panel can ask about one resource. */
export interface ResourceOperations {
  list: DocumentNode;
  one?: DocumentNode;
  create?: DocumentNode;
  update?: DocumentNode;
  /** The API's name of each order, by the field that react-admin sorts by; `_ASC` and `_DESC` are appended. */
  orders?: Record<string, string>;
  /** Shapes the panel's filter form into the API's filter. */
  filter?: (filter: Record<string, unknown>) => Record<string, unknown>;
  /** Where the connection lies in the answer when it belongs to another thing; else under the alias `list`. */
  connection?: (answer: never) => unknown;
  /** Entries of the filter that are variables of the document themselves. */
  lifted?: string[];
  /** Picks the input of the update from the whole form. */
  updateInput?: (data: Record<string, unknown>) => Record<string, unknown>;
}

const pick =
  (...names: string[]) =>
  (data: Record<string, unknown>) =>
    Object.fromEntries(names.filter((name) => name in data).map((name) => [name, data[name]]));

/** Every resource of the panel and the documents that serve it. */
export const RESOURCES: Record<string, ResourceOperations> = {
  customers: {
    list: api.CustomerListDocument,
    one: api.CustomerOneDocument,
    update: api.CustomerUpdateDocument,
    orders: { 'stats.spend': 'SPEND', 'stats.lastOrderAt': 'LAST_ORDER', registeredAt: 'REGISTERED' },
  },
  orders: {
    list: api.OrderListDocument,
    one: api.OrderOneDocument,
    orders: { placedAt: 'PLACED_AT' },
  },
  segments: {
    list: api.SegmentListDocument,
    one: api.SegmentOneDocument,
    orders: { name: 'NAME', updatedAt: 'UPDATED', 'lastPoint.members': 'MEMBERS' },
  },
  segmentMembers: {
    list: api.SegmentMembersDocument,
    connection: ({ segment }: api.SegmentMembersQuery) => segment?.members,
    lifted: ['id', 'asOf'],
    orders: { 'stats.spend': 'SPEND', 'stats.lastOrderAt': 'LAST_ORDER', registeredAt: 'REGISTERED' },
  },
  tierMoves: { list: api.TierMoveListDocument },
  benefitGrants: { list: api.GrantListDocument, orders: { grantedAt: 'GRANTED_AT' } },
  redemptions: { list: api.RedemptionListDocument, orders: { createdAt: 'CREATED_AT' } },
  imports: { list: api.ImportListDocument, one: api.ImportOneDocument },
  staff: {
    list: api.StaffListDocument,
    one: api.StaffOneDocument,
    create: api.StaffCreateDocument,
    update: api.StaffUpdateDocument,
    orders: { name: 'NAME', email: 'EMAIL', createdAt: 'CREATED_AT' },
    updateInput: pick('id', 'version', 'name', 'role', 'locale', 'status'),
  },
  apiKeys: { list: api.ApiKeyListDocument },
  auditEntries: { list: api.AuditListDocument, one: api.AuditOneDocument },
};
