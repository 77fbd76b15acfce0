import { type LocalAnswer, LocalClient } from '../../scripts/local-client.ts';
import { responseChecker } from './response-checker.ts';

/** A client that holds every answer of the API against the OpenAPI document the product itself serves. */
export class CheckedClient extends LocalClient {
  #check: ((path: string, method: string, answer: LocalAnswer) => void) | undefined;

  override async call(method: string, path: string, body?: unknown, token?: string): Promise<LocalAnswer> {
    const answer = await super.call(method, path, body, token);
    if (!path.startsWith('/v1/')) return answer;
    this.#check ??= await this.#checker();
    this.#check(path, method, answer);
    return answer;
  }

  async #checker(): Promise<(path: string, method: string, answer: LocalAnswer) => void> {
    const document = (await super.call('GET', '/openapi.json')).json as { paths: Record<string, unknown> };
    const check = responseChecker(document);
    const templates = Object.keys(document.paths).map((template) => ({
      template,
      pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
    return (path, method, { status, headers, json }) => {
      const plain = path.split('?')[0] ?? path;
      const template = templates.find(({ pattern }) => pattern.test(plain))?.template ?? plain;
      const wrong = check(method, template, status, headers.get('content-type') ?? '', json);
      if (wrong !== null) throw new Error(`${method} ${path} ${status}: ${wrong}`);
    };
  }
}
