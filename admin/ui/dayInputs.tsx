import { DateInput, type DateInputProps } from 'react-admin';
import { dayStart, nextDayStart, toDay } from './days.js';
import { useCompany } from './useFormat.js';

/** A day of the company's time zone, sent as the instant at which it begins. */
export function SinceInput(props: DateInputProps) {
  const { timeZone } = useCompany();
  return (
    <DateInput
      {...props}
      parse={(day: string) => (day ? dayStart(day, timeZone) : null)}
      format={(instant?: string) => (instant ? toDay(instant, timeZone) : '')}
    />
  );
}

/** A day of the company's time zone that is still included, sent as the instant at which the next one begins. */
export function UntilInput(props: DateInputProps) {
  const { timeZone } = useCompany();
  return (
    <DateInput
      {...props}
      parse={(day: string) => (day ? nextDayStart(day, timeZone) : null)}
      format={(instant?: string) => (instant ? toDay(new Date(Date.parse(instant) - 1).toISOString(), timeZone) : '')}
    />
  );
}
