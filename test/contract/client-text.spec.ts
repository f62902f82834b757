import { toClientText } from '../../lib/contract/client-text.js';

describe('a text for the client', () => {
  it('has spaces where control characters were', () => {
    expect(toClientText('a\r\nb\u001b[31mc\u0000d\u007fe\u0085f')).toBe('a  b [31mc d e f');
  });

  it('is well-formed where a surrogate stood alone', () => {
    expect(toClientText('a\ud800b\udc00c😀')).toBe('a\ufffdb\ufffdc😀');
  });

  it('is as long as the limit, with the ellipsis as its last character', () => {
    expect(toClientText('abcdef', 5)).toBe('abcd…');
    expect(toClientText('abcde', 5)).toBe('abcde');
    expect(toClientText('x'.repeat(5_000_000))).toBe(`${'x'.repeat(1999)}…`);
  });

  it('is not cut within a character', () => {
    expect(toClientText('abc😀def', 5)).toBe('abc…');
  });

  it('is empty when nothing readable is left', () => {
    expect(toClientText(' \r\n\t ')).toBe('');
  });
});
