import ManageAccounts from '@mui/icons-material/ManageAccounts';
import { Box, Divider, ListItemIcon, ListItemText, MenuItem, Typography } from '@mui/material';
import { Logout, UserMenu, useGetIdentity, useTranslate, useUserMenu } from 'react-admin';
import { Link } from 'react-router-dom';

function AccountItem() {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/account" onClick={menu?.onClose}>
      <ListItemIcon>
        <ManageAccounts fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('account.title')}</ListItemText>
    </MenuItem>
  );
}

/** Who is signed in, their account, the way out. */
export function PersonMenu() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  return (
    <UserMenu>
      <Box component="li" role="none" sx={{ px: 2, py: 1, minWidth: 200 }}>
        <Typography variant="subtitle1">{identity?.fullName}</Typography>
        <Typography variant="body2" color="text.secondary">
          {identity?.role ? translate(`enums.StaffRole.${identity.role}`) : null}
        </Typography>
      </Box>
      <Divider component="li" />
      <AccountItem />
      <Logout />
    </UserMenu>
  );
}
