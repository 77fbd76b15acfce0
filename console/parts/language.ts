import { useTranslation } from 'react-i18next';
import { Language } from '#domain/party';

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return Language.catch('en').parse(i18n.resolvedLanguage);
}
