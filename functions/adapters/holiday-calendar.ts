import Holidays from 'date-holidays';
import { type Calendar, calendarFrom } from '#domain/calendar';

/** The calendar of public holidays that clocks are computed with: `date-holidays` with our corrections. */
export function holidayCalendar(): Calendar {
  return calendarFrom((country, region) => (region === null ? new Holidays(country) : new Holidays(country, region)));
}
