/** What the timer is made for that sends reports to authorities, whatever their case waits for. */
export const SEND_REPORTS = 'send-reports';

/** The name of that timer; a timer of a name is made once. */
export function reportTimerName(caseId: string, at: string): string {
  return `${caseId}-reports-${at.replace(/\D/g, '')}`;
}
