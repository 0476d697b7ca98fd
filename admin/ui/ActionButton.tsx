import { Button, type ButtonProps } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { useCan } from '../access/useCan.js';
import type { Permission } from '../api/generated/operations.js';

interface ActionButtonProps {
  /** Translation key. */
  label: string;
  icon?: ReactNode;
  /** Without it the button is not shown. */
  permission?: Permission;
  color?: ButtonProps['color'];
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  disabled?: boolean;
  /** What the button opens; it is mounted only while open. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens one workflow, for those who may start it. */
export function ActionButton({ label, icon, permission, children, size = 'small', ...look }: ActionButtonProps) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const allowed = useCan(permission ?? 'CUSTOMER_READ');
  if (permission && !allowed) return null;
  return (
    <>
      <Button size={size} startIcon={icon} onClick={() => setOpen(true)} {...look}>
        {translate(label)}
      </Button>
      {open ? children(() => setOpen(false)) : null}
    </>
  );
}
