import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

/** Every resource and its screens; each screen is loaded when it is first opened. */
export const resources: ResourceProps[] = [
  {
    name: 'customers',
    list: lazy(() => import('./customers/List.js')),
    show: lazy(() => import('./customers/Show.js')),
    edit: lazy(() => import('./customers/Edit.js')),
    recordRepresentation: (record: { name?: string; id: string }) => record.name ?? record.id,
  },
  {
    name: 'orders',
    list: lazy(() => import('./orders/List.js')),
    show: lazy(() => import('./orders/Show.js')),
    recordRepresentation: 'number',
  },
  {
    name: 'segments',
    list: lazy(() => import('./segments/List.js')),
    show: lazy(() => import('./segments/Show.js')),
    edit: lazy(() => import('./segments/Edit.js')),
    create: lazy(() => import('./segments/Create.js')),
    recordRepresentation: 'name',
  },
  { name: 'benefitGrants', list: lazy(() => import('./grants/List.js')) },
  { name: 'redemptions', list: lazy(() => import('./redemptions/List.js')), recordRepresentation: 'code' },
  { name: 'tierMoves', list: lazy(() => import('./tier-moves/List.js')) },
  {
    name: 'imports',
    list: lazy(() => import('./imports/List.js')),
    show: lazy(() => import('./imports/Show.js')),
    create: lazy(() => import('./imports/Create.js')),
    recordRepresentation: 'fileName',
  },
  {
    name: 'staff',
    list: lazy(() => import('./staff/List.js')),
    edit: lazy(() => import('./staff/Edit.js')),
    create: lazy(() => import('./staff/Create.js')),
    recordRepresentation: 'name',
  },
  { name: 'apiKeys', list: lazy(() => import('./api-keys/List.js')), recordRepresentation: 'name' },
  {
    name: 'auditEntries',
    list: lazy(() => import('./audit/List.js')),
    show: lazy(() => import('./audit/Show.js')),
    recordRepresentation: 'action',
  },
];
