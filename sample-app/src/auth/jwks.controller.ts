import { Controller, Get } from '@nestjs/common';
import type { JSONWebKeySet } from 'jose';
import { Public } from './public.decorator.js';
import { SigningKey } from './signing-key.js';

@Controller('.well-known/jwks.json')
export class JwksController {
  constructor(private readonly signingKey: SigningKey) {}

  @Public()
  @Get()
  publicKeys(): JSONWebKeySet {
    return this.signingKey.publicKeys;
  }
}
