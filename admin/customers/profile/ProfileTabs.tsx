import { Box, Card, Tab, Tabs } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ComponentType, useState } from 'react';
import type { CustomerRecord } from '../types.js';
import { EventsTab } from './EventsTab.js';
import { GrantsTab, OrdersTab, PointsTab, RedemptionsTab, TierMovesTab } from './HistoryTabs.js';
import { LevelChangesTab } from './LevelChangesTab.js';
import { PerksTab } from './PerksTab.js';
import { Timeline } from './Timeline.js';

const TABS: [label: string, panel: ComponentType<{ customer: CustomerRecord }>][] = [
  ['customers.tabs.timeline', Timeline],
  ['customers.tabs.perks', PerksTab],
  ['customers.tabs.orders', OrdersTab],
  ['customers.tabs.events', EventsTab],
  ['customers.tabs.points', PointsTab],
  ['customers.tabs.grants', GrantsTab],
  ['customers.tabs.redemptions', RedemptionsTab],
  ['customers.tabs.tierMoves', TierMovesTab],
  ['customers.tabs.levels', LevelChangesTab],
];

/** Everything that happened, as one timeline and as one list per kind (A2). */
export function ProfileTabs({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const [at, setAt] = useState(0);
  const Panel = TABS[at]?.[1] ?? Timeline;
  return (
    <Card sx={{ minWidth: 0 }}>
      <Tabs
        value={at}
        onChange={(_event, next: number) => setAt(next)}
        variant="scrollable"
        scrollButtons="auto"
        allowScrollButtonsMobile
        aria-label={translate('customers.history')}
        sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}
      >
        {TABS.map(([label], index) => (
          <Tab key={label} id={`profile-tab-${index}`} aria-controls="profile-panel" label={translate(label)} />
        ))}
      </Tabs>
      <Box id="profile-panel" role="tabpanel" aria-labelledby={`profile-tab-${at}`}>
        <Panel customer={customer} />
      </Box>
    </Card>
  );
}
