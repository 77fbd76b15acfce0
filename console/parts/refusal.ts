import { useTranslation } from 'react-i18next';
import type { RefusedError } from '../api.ts';

/** Says why something was not taken, and what to do about it. */
export function useRefusalWords(): (error: RefusedError) => string {
  const { t } = useTranslation();
  return ({ status, problem, retryAfter }) => {
    if (status === 429) return t('errors.tooMany', { seconds: retryAfter ?? 60 });
    if (status === 401 || status === 404) return t('status.notFound');
    if (status === 409) return t('errors.moved');
    if (status === 413) return t('errors.tooLarge');
    if (problem === null || status >= 500) return t('errors.network');
    const faults = (problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
    return [t('errors.refused'), problem.detail, ...faults].join(' ');
  };
}
