import { ValidationPipe } from '@nestjs/common';

export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true });
