import Autorenew from '@mui/icons-material/AutorenewOutlined';
import Business from '@mui/icons-material/BusinessOutlined';
import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import Diamond from '@mui/icons-material/DiamondOutlined';
import DonutSmall from '@mui/icons-material/DonutSmallOutlined';
import FactCheck from '@mui/icons-material/FactCheckOutlined';
import GridOn from '@mui/icons-material/GridOnOutlined';
import Groups from '@mui/icons-material/GroupsOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import Key from '@mui/icons-material/KeyOutlined';
import LocalActivity from '@mui/icons-material/LocalActivityOutlined';
import People from '@mui/icons-material/PeopleAltOutlined';
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined';
import SwapVert from '@mui/icons-material/SwapVertOutlined';
import Tune from '@mui/icons-material/TuneOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Menu as RaMenu, usePermissions, useSidebarState, useTranslate } from 'react-admin';
import { mayOpen } from '../access/abilities.js';
import type { Permission } from '../api/generated/operations.js';

interface Entry {
  resource: string;
  to: string;
  label: string;
  icon: ReactNode;
}

/** The rooms of the panel, in the order of a day's work. */
const GROUPS: { title: string; entries: Entry[] }[] = [
  {
    title: 'menu.people',
    entries: [
      { resource: 'customers', to: '/customers', label: 'resources.customers.menu', icon: <People /> },
      { resource: 'orders', to: '/orders', label: 'resources.orders.menu', icon: <ReceiptLong /> },
    ],
  },
  {
    title: 'menu.insight',
    entries: [
      { resource: 'segments', to: '/segments', label: 'resources.segments.menu', icon: <DonutSmall /> },
      { resource: 'levels', to: '/levels/rfm', label: 'levels.rfm', icon: <GridOn /> },
      { resource: 'levels', to: '/levels/lifecycle', label: 'levels.lifecycle', icon: <Autorenew /> },
      { resource: 'levels', to: '/levels/rules', label: 'levels.rules', icon: <Tune /> },
    ],
  },
  {
    title: 'menu.program',
    entries: [
      { resource: 'program', to: '/program', label: 'program.title', icon: <Diamond /> },
      {
        resource: 'benefitGrants',
        to: '/benefitGrants',
        label: 'resources.benefitGrants.menu',
        icon: <CardGiftcard />,
      },
      { resource: 'redemptions', to: '/redemptions', label: 'resources.redemptions.menu', icon: <LocalActivity /> },
      { resource: 'tierMoves', to: '/tierMoves', label: 'resources.tierMoves.menu', icon: <SwapVert /> },
    ],
  },
  {
    title: 'menu.company',
    entries: [
      { resource: 'imports', to: '/imports', label: 'resources.imports.menu', icon: <UploadFile /> },
      { resource: 'staff', to: '/staff', label: 'resources.staff.menu', icon: <Groups /> },
      { resource: 'apiKeys', to: '/apiKeys', label: 'resources.apiKeys.menu', icon: <Key /> },
      { resource: 'auditEntries', to: '/auditEntries', label: 'resources.auditEntries.menu', icon: <FactCheck /> },
      { resource: 'company', to: '/company', label: 'company.title', icon: <Business /> },
    ],
  },
];

/** The menu holds what the person signed in may open. */
export function Menu() {
  const translate = useTranslate();
  const [open] = useSidebarState();
  const { permissions = [] } = usePermissions<Permission[]>();
  return (
    <RaMenu>
      <RaMenu.Item to="/" primaryText={translate('home.title')} leftIcon={<Home />} />
      {GROUPS.map(({ title, entries }) => {
        const shown = entries.filter(({ resource }) => mayOpen(permissions, resource, 'list'));
        if (shown.length === 0) return null;
        return [
          <Box
            key={title}
            component="li"
            role="none"
            sx={{ px: 2.5, pt: 1.75, pb: 0.25, visibility: open ? 'visible' : 'hidden' }}
          >
            <Typography variant="caption" color="text.secondary">
              {translate(title)}
            </Typography>
          </Box>,
          ...shown.map(({ to, label, icon }) => (
            <RaMenu.Item key={to} to={to} primaryText={translate(label)} leftIcon={icon} />
          )),
        ];
      })}
    </RaMenu>
  );
}
