import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import DataArray from '@mui/icons-material/DataArrayOutlined';
import Delete from '@mui/icons-material/DeleteOutlined';
import MoreVert from '@mui/icons-material/MoreVert';
import { IconButton, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { useBuilder } from './context.js';
import { canMove, duplicated, moved, removed, wrapped } from './tree.js';

interface NodeMenuProps {
  nodeKey: string;
  /** What it is, for screen readers: "condition 1.2". */
  name: string;
  group?: boolean;
}

/** What can be done with one condition or group: move, copy, put in a group of its own, delete. */
export function NodeMenu({ nodeKey, name, group }: NodeMenuProps) {
  const translate = useTranslate();
  const { tree, change } = useBuilder();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const item = (label: string, icon: ReactNode, act: () => void, disabled = false) => (
    <MenuItem
      key={label}
      disabled={disabled}
      onClick={() => {
        setAnchor(null);
        act();
      }}
    >
      <ListItemIcon>{icon}</ListItemIcon>
      <ListItemText>{translate(label)}</ListItemText>
    </MenuItem>
  );
  return (
    <>
      <IconButton
        size="small"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-label={translate('segments.moreOf', { name })}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        onClick={() => change((now) => removed(now, nodeKey))}
        aria-label={translate('segments.deleteOf', { name })}
      >
        <Delete fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {[
          item(
            'segments.moveUp',
            <ArrowUpward fontSize="small" />,
            () => change((now) => moved(now, nodeKey, -1)),
            !canMove(tree, nodeKey, -1),
          ),
          item(
            'segments.moveDown',
            <ArrowDownward fontSize="small" />,
            () => change((now) => moved(now, nodeKey, 1)),
            !canMove(tree, nodeKey, 1),
          ),
          item('segments.duplicate', <ContentCopy fontSize="small" />, () => change((now) => duplicated(now, nodeKey))),
          group
            ? null
            : item('segments.wrap', <DataArray fontSize="small" />, () =>
                change((now) => wrapped(now, nodeKey, 'ANY')),
              ),
        ]}
      </Menu>
    </>
  );
}
