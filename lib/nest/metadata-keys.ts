// Where decorators of Nest keep what they are given. Not every supported version exports the constants.

/** `@Catch()`: the types that a filter class catches. */
export const CATCH_METADATA = '__filterCatchExceptions__';
/** `@UseFilters()`: the filters of a class or a method. */
export const FILTERS_METADATA = '__exceptionFilters__';
/** `@UseGuards()`: the guards of a class or a method. */
export const GUARDS_METADATA = '__guards__';
/** `@UsePipes()`: the pipes of a class or a method. */
export const PIPES_METADATA = '__pipes__';
/** `@Body()`, `@Param()` and their like: the parameters of a method. */
export const ROUTE_ARGS_METADATA = '__routeArguments__';
/** `@Resolver()`, `@WebSocketGateway()`: whether a provider is asked from outside, as a controller is. */
export const ENTRY_PROVIDER_METADATA = '__entryProvider__';
/** `@HttpCode()`: the status of a success. */
export const HTTP_CODE_METADATA = '__httpCode__';
/** `@Get()`, `@Post()` and their like: the method of a route. */
export const METHOD_METADATA = 'method';
/** `@Sse()`: whether a method answers with an event stream. */
export const SSE_METADATA = '__sse__';
/** `@WebSocketGateway()`: whether a class is a gateway. */
export const GATEWAY_METADATA = 'websockets:is_gateway';
/** `@SubscribeMessage()`: whether a method of a gateway handles messages. */
export const MESSAGE_MAPPING_METADATA = 'websockets:message_mapping';
/** `@MessagePattern()`, `@EventPattern()`, `@GrpcMethod()`: what a method of a controller listens to. */
export const PATTERN_METADATA = 'microservices:pattern';
/** The same: whether it listens to requests or to events. */
export const HANDLER_TYPE_METADATA = 'microservices:handler_type';

/** `@ApiResponse()` of @nestjs/swagger: the responses of a class or a method by status. */
export const API_RESPONSE_METADATA = 'swagger/apiResponse';
/** `@ApiExtension()` of @nestjs/swagger: the extensions of a method. */
export const API_EXTENSION_METADATA = 'swagger/apiExtension';
