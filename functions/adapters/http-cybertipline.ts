import type { CyberTipAnswer, CyberTipline } from '../ports/outside.ts';

/** How long one request may take, in milliseconds. */
const CALL_TIMEOUT_MILLISECONDS = 10_000;

const UNAUTHORISED_CODES: ReadonlySet<string> = new Set(['2000', '3100']);
const NO_SUCH_REPORT = '5001';
const FINISHED_BEFORE = '5102';

/** Who we are at NCMEC. */
export interface CyberTipAccount {
  readonly username: string;
  readonly password: string;
}

/**
 * NCMEC's CyberTipline behind its HTTP interface: `/submit` opens a report, `/finish` makes it one. No file is ever
 * uploaded: none is kept. Only a response code of 0, or that a report was finished before, proves anything.
 */
export class HttpCyberTipline implements CyberTipline {
  readonly #baseUrl: string;
  readonly #authorization: string;
  readonly #timeout: number;

  /** Takes the address with the path of the interface, the account, and a timeout in milliseconds. */
  constructor(baseUrl: string, { username, password }: CyberTipAccount, timeout = CALL_TIMEOUT_MILLISECONDS) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    this.#timeout = timeout;
  }

  async open(xml: string): Promise<CyberTipAnswer> {
    return await this.#post('submit', xml, { 'content-type': 'text/xml; charset=utf-8' });
  }

  async finish(reportId: string): Promise<CyberTipAnswer> {
    const form = new FormData();
    form.set('id', reportId);
    return await this.#post('finish', form);
  }

  async #post(path: 'submit' | 'finish', body: string | FormData, headers: object = {}): Promise<CyberTipAnswer> {
    try {
      const response = await fetch(`${this.#baseUrl}/${path}`, {
        method: 'POST',
        headers: { authorization: this.#authorization, ...headers },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeout),
      });
      return answerOf(path, response.status, await response.text());
    } catch {
      return { kind: 'unheard' };
    }
  }
}

function answerOf(path: 'submit' | 'finish', status: number, body: string): CyberTipAnswer {
  const code = elementOf(body, 'responseCode') ?? '';
  if (status === 401 || status === 403 || UNAUTHORISED_CODES.has(code)) return { kind: 'unauthorised' };
  if (code === '0') return successOf(path, elementOf(body, 'reportId'));
  if (path === 'finish' && code === NO_SUCH_REPORT) return { kind: 'gone' };
  if (path === 'finish' && code === FINISHED_BEFORE) return { kind: 'finished' };
  return /^4\d{3}$/.test(code) ? { kind: 'refused', code } : { kind: 'unheard' };
}

/** An opened report without a number cannot be finished. */
function successOf(path: 'submit' | 'finish', reportId: string | null): CyberTipAnswer {
  if (path === 'finish') return { kind: 'finished' };
  return reportId === null ? { kind: 'unheard' } : { kind: 'opened', reportId };
}

function elementOf(xml: string, element: string): string | null {
  const [, value = ''] = new RegExp(`<${element}>\\s*([\\w-]+)\\s*</${element}>`).exec(xml) ?? [];
  return value === '' ? null : value;
}
