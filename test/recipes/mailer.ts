import { Injectable } from '@nestjs/common';

@Injectable()
export class Mailer {
  async send(_to: string): Promise<void> {}
}
