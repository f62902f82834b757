// Tries the compiled application with runErrorConformance and writes what it finds to standard output. It runs in a process
// of its own, because Jest does not load every package of the application on Node 20.
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { runErrorConformance } from 'nestjs-authos-errors/testing';
import { AppConfig } from '../../dist/config/app-config.js';
import { createApp } from '../../dist/create-app.js';

Logger.overrideLogger(false);
const { TOKEN, ...environment } = process.env;
const app = await createApp(AppConfig.fromEnvironment(environment));
const problems = await runErrorConformance(app, {
  headers: { authorization: `Bearer ${TOKEN}` },
});
await app.close();
process.stdout.write(JSON.stringify(problems));
