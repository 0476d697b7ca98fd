import Publish from '@mui/icons-material/PublishOutlined';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { Permission } from '../api/generated/operations.js';
import { ActionButton } from './ActionButton.js';

interface PublishActionProps {
  permission: Permission;
  disabled: boolean;
  /** The dialog that publishes. */
  children: (close: () => void) => ReactNode;
}

/** The button below a preview that opens the dialog of publishing. */
export function PublishAction({ permission, disabled, children }: PublishActionProps) {
  return (
    <Box sx={{ mt: 2.5, display: 'flex', justifyContent: 'flex-end' }}>
      <ActionButton
        label="program.publish"
        icon={<Publish />}
        permission={permission}
        variant="contained"
        size="large"
        disabled={disabled}
      >
        {children}
      </ActionButton>
    </Box>
  );
}
