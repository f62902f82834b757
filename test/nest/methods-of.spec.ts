import { methodsOf } from '../../lib/nest/methods-of.js';

class Parent {
  inherited(): void {}
  overridden(): void {}
}

class Child extends Parent {
  own(): void {}
  override overridden(): void {}

  get field(): never {
    throw new Error('a getter was run');
  }
}

describe('the methods of a class', () => {
  it('are its own and those it inherits, each once and by name', () => {
    const expected = ['own', 'overridden', 'inherited'].map((name) => [
      name,
      Reflect.get(Child.prototype, name),
    ]);
    expect([...methodsOf(Child)]).toEqual(expected);
  });
});
