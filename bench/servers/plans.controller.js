import { Body, Controller, Get, HttpException, NotFoundException, Post } from '@nestjs/common';
import { IsEmail, IsInt, IsString } from 'class-validator';
import { AuthOsException } from 'nestjs-authos-errors';
import { PENDING, PLAN } from './texts.js';

class Signup {}
IsEmail()(Signup.prototype, 'email');
IsInt()(Signup.prototype, 'seats');
for (const name of ['name', 'plan', 'domain']) IsString()(Signup.prototype, name);

class PlansController {
  plan() {
    return PLAN;
  }
  missing() {
    throw new NotFoundException('There is no plan gold.');
  }
  signup() {}
  broken() {
    throw new Error('connection to 10.0.0.7 refused');
  }
}

/**
 * The application that fails. Where AuthOsException is not known, its equivalent is thrown.
 *
 * @param {boolean} knowsAuthOs
 */
export function plansController(knowsAuthOs) {
  class Plans extends PlansController {
    pending() {
      if (knowsAuthOs) throw new AuthOsException(PENDING.error_code, PENDING.error);
      throw new HttpException({ ...PENDING }, 400);
    }
  }
  const { prototype } = Plans;
  for (const name of ['plan', 'missing', 'broken', 'pending']) {
    Get(name)(prototype, name, descriptorOf(prototype, name));
  }
  Post('signup')(prototype, 'signup', descriptorOf(prototype, 'signup'));
  Body()(prototype, 'signup', 0);
  Reflect.defineMetadata('design:paramtypes', [Signup], prototype, 'signup');
  Controller()(Plans);
  return Plans;
}

/**
 * @param {object} prototype
 * @param {string} name
 */
function descriptorOf(prototype, name) {
  return { value: Reflect.get(prototype, name) };
}
