import { Box, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../ui/useFormat.js';
import { Scopes } from '../values/Scopes.js';
import { ValueEditor } from '../values/ValueEditor.js';
import { useBuilder } from './context.js';
import { FieldPicker } from './FieldPicker.js';
import { NodeMenu } from './NodeMenu.js';
import { OperatorPicker } from './OperatorPicker.js';
import { PART, slotOf, withField, withOperator } from './slots.js';
import { type Draft, type RuleNode, withCondition } from './tree.js';

const ROW = { minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' };

/** One condition: field, operator, value, and what narrows it. */
export function RuleEditor({ node, place }: { node: RuleNode; place: string }) {
  const translate = useTranslate();
  const { text } = useFormat();
  const { change, byName, errors, strict, fresh, setFresh } = useBuilder();
  // A phone has no room for the comparison beside the field and its buttons.
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { condition } = node;
  const info = condition.field ? byName.get(condition.field) : undefined;
  const put = (next: Draft, topic?: string) => change((tree) => withCondition(tree, node.key, next), topic);
  const name = translate('segments.condition', { place });
  const found = errors.get(node.key) ?? {};
  const slot = info && condition.operator ? slotOf(info, condition.operator) : null;
  const part = slot ? PART[slot] : null;
  const { field: wrongField, operator: wrongOperator, ...wrong } = found;
  const wrongValue = part ? wrong[part] : undefined;
  const others = Object.entries(wrong).filter(([name]) => name !== part);
  const values = info && {
    info,
    draft: condition,
    strict,
    error: wrongValue ? translate(wrongValue) : undefined,
    set: (patch: Draft) => put({ ...condition, ...patch }, `${node.key}.${Object.keys(patch).join()}`),
  };
  const comparison = info && values && (
    <>
      <OperatorPicker
        info={info}
        value={condition.operator}
        error={wrongOperator && translate(wrongOperator)}
        onChange={(operator) => put(withOperator(condition, info, operator))}
      />
      <ValueEditor {...values} />
    </>
  );
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        border: 1,
        borderColor: Object.keys(found).length > 0 ? 'error.main' : 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        p: 1.25,
      }}
    >
      <Box sx={{ display: 'grid', gap: 1, alignItems: 'flex-start', gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
        <Box sx={ROW}>
          <FieldPicker
            value={info}
            focus={fresh === node.key}
            error={wrongField && translate(wrongField)}
            onChange={(next) => {
              setFresh(null);
              put(withField(condition, next));
            }}
          />
          {phone ? null : comparison}
        </Box>
        <Box sx={{ display: 'flex' }}>
          <NodeMenu nodeKey={node.key} name={name} />
        </Box>
        {phone && comparison ? <Box sx={{ ...ROW, gridColumn: '1 / -1' }}>{comparison}</Box> : null}
      </Box>
      {values ? <Scopes {...values} /> : null}
      {condition.operator === 'IS_NOT_SET' && info ? (
        <Typography variant="caption" color="text.secondary">
          {text(info.nullMeaning)}
        </Typography>
      ) : null}
      {others.map(([name, message]) => (
        <Typography key={name} variant="caption" color="error" component="p" role="alert">
          {translate(message)}
        </Typography>
      ))}
    </Box>
  );
}
