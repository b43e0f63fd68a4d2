using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Requests;

namespace Revitalization.Hosting.Refusals;

/// <summary>
/// What no endpoint caught: a request that could not be read is the caller's and gets a 400 that names the field;
/// all else is ours (or the world's), is logged, and says nothing of the inside.
/// </summary>
internal sealed partial class FailureProblems(ServiceOptions options, ILogger<FailureProblems> log)
{
    private const string RetryAfterSeconds = "5";

    public async Task Guard(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException unreadable) when (!context.Response.HasStarted)
        {
            var reading = UnreadableRequest.Explain(unreadable);
            await Answer(context, reading);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            LogFailure(log, failure, RequestLog.RouteOf(context));
            await Answer(context, new UnreadableRequest(Behind(failure), null, []));
        }
    }

    private RequestRefusal Behind(Exception failure)
    {
        if (failure is TimeoutException) return RequestRefusal.TimedOut;
        return options.IsTemporary?.Invoke(failure) == true ? RequestRefusal.ServiceUnavailable : RequestRefusal.Unexpected;
    }

    private static Task Answer(HttpContext context, UnreadableRequest reading)
    {
        // What the endpoint had begun to say (a cookie, an ETag) must not go out with a refusal.
        context.Response.Clear();
        if (reading.Refusal == RequestRefusal.ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return StatusProblems.Write(context, reading.Refusal, reading.Detail, reading.Errors);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request to {Route} failed.")]
    private static partial void LogFailure(ILogger log, Exception exception, string route);
}
