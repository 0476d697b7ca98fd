import Add from '@mui/icons-material/Add';
import LibraryAdd from '@mui/icons-material/LibraryAddOutlined';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Fragment } from 'react';
import type { SegmentJoin } from '../../api/generated/operations.js';
import { useBuilder } from './context.js';
import { NodeMenu } from './NodeMenu.js';
import { RuleEditor } from './RuleEditor.js';
import { appended, type GroupNode, isGroup, newGroup, newRule, withJoin } from './tree.js';

const JOINS: SegmentJoin[] = ['ALL', 'ANY', 'NONE'];
const TONE = { ALL: 'primary.main', ANY: 'warning.main', NONE: 'error.main' } as const;

/** Conditions and groups that are joined with all, any or none. `place` is empty for the outermost group. */
export function GroupEditor({ node, place = '' }: { node: GroupNode; place?: string }) {
  const translate = useTranslate();
  const { change, errors, setFresh } = useBuilder();
  const root = place === '';
  const name = root ? translate('segments.rules') : translate('segments.group', { place });
  const add = (added: ReturnType<typeof newRule> | GroupNode) => {
    const first = isGroup(added) ? added.rules[0] : added;
    setFresh(first?.key ?? null);
    change((tree) => appended(tree, node.key, added));
  };
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        borderLeft: 3,
        borderColor: TONE[node.join],
        pl: { xs: 1, sm: 1.5 },
        ...(root ? {} : { py: 1, pr: { xs: 0.5, sm: 1 }, borderRadius: 1, bgcolor: 'action.hover' }),
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Box sx={{ flex: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2">{translate(root ? 'segments.whoMatch' : 'segments.match')}</Typography>
          <TextField
            select
            value={node.join}
            onChange={({ target }) => change((tree) => withJoin(tree, node.key, target.value as SegmentJoin))}
            sx={{ m: 0, minWidth: 150 }}
            slotProps={{
              select: { SelectDisplayProps: { 'aria-label': translate('segments.joinOf', { name }) } },
            }}
          >
            {JOINS.map((join) => (
              <MenuItem key={join} value={join}>
                {translate(`enums.SegmentJoin.${join}`)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        {root ? null : <NodeMenu nodeKey={node.key} name={name} group />}
      </Box>
      {Object.entries(errors.get(node.key) ?? {}).map(([part, message]) => (
        <Typography key={part} variant="caption" color="error" component="p" role="alert">
          {translate(message)}
        </Typography>
      ))}
      <Box sx={{ display: 'grid', gap: 0.75, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {node.rules.map((child, at) => {
          const where = root ? `${at + 1}` : `${place}.${at + 1}`;
          return (
            <Fragment key={child.key}>
              {at > 0 ? (
                <Typography variant="caption" color="text.secondary" sx={{ pl: 1, fontWeight: 600 }}>
                  {translate(`segments.joiner.${node.join}`)}
                </Typography>
              ) : null}
              {isGroup(child) ? <GroupEditor node={child} place={where} /> : <RuleEditor node={child} place={where} />}
            </Fragment>
          );
        })}
      </Box>
      {node.rules.length === 0 ? (
        <Typography variant="body2" color="text.secondary" sx={{ py: 1 }}>
          {translate('segments.emptyGroup')}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
        <Button size="small" startIcon={<Add />} onClick={() => add(newRule())}>
          {translate('segments.addCondition')}
        </Button>
        <Button
          size="small"
          color="inherit"
          startIcon={<LibraryAdd />}
          onClick={() => add(newGroup(node.join === 'ANY' ? 'ALL' : 'ANY'))}
        >
          {translate('segments.addGroup')}
        </Button>
      </Box>
    </Box>
  );
}
