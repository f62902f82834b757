import { createReadStream } from 'node:fs';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/public.decorator.js';

const FILES = new URL('../../public/device/', import.meta.url);

/** Nothing but the files below, and no form that is sent without the script: a password would be in its URL. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page that `verification_uri` leads to. */
@Public()
@ApiExcludeController()
@Controller('device')
export class DevicePageController {
  @Get()
  @Header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  @Header('Referrer-Policy', 'no-referrer')
  page(): StreamableFile {
    return file('index.html', 'text/html');
  }

  @Get('page.js')
  @Header('X-Content-Type-Options', 'nosniff')
  script(): StreamableFile {
    return file('page.js', 'text/javascript');
  }

  @Get('page.css')
  @Header('X-Content-Type-Options', 'nosniff')
  style(): StreamableFile {
    return file('page.css', 'text/css');
  }
}

function file(name: string, type: string): StreamableFile {
  const stream = createReadStream(new URL(name, FILES));
  return new StreamableFile(stream, { type: `${type}; charset=utf-8` });
}
