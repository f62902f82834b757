import { escapeLine } from '../../lib/log/escape-line.js';

describe('a text in the log', () => {
  it('stays on one line and has no colours', () => {
    expect(escapeLine('a\r\nb\u001b[31mc\u2028d\u0085e')).toBe(
      String.raw`a\r\nb\u001b[31mc\u2028d\u0085e`,
    );
  });

  it('is cut after 2,000 characters', () => {
    expect(escapeLine('x'.repeat(5_000_000))).toBe(`${'x'.repeat(2000)}…`);
    expect(escapeLine('x'.repeat(2000))).toBe('x'.repeat(2000));
  });

  it.each([
    ['https://api.example/x?api_key=secret failed', 'https://api.example/x?… failed'],
    ['"postgres://root:secret@db:5432/app"', '"postgres://…@db:5432/app"'],
    ['redis://:secret@cache:6379', 'redis://…@cache:6379'],
    ['amqp://guest:se/cret@mq/vhost', 'amqp://…@mq/vhost'],
    ['(https://host/cb#access_token=secret)', '(https://host/cb#…'],
    ['https://a/?x=secret https://b/?y=secret', 'https://a/?… https://b/?…'],
    ['https://cdn.example:8443/pkg@1.2.3/x.js', 'https://cdn.example:8443/pkg@1.2.3/x.js'],
    ['what? no URL: a@b?c', 'what? no URL: a@b?c'],
  ])('shows of a URL neither its userinfo nor its query: %s', (text, shown) => {
    expect(escapeLine(text)).toBe(shown);
  });
});
