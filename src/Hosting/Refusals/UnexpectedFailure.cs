using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Requests;

namespace Revitalization.Hosting.Refusals;

/// <summary>
/// What no endpoint caught: a request that could not be read is the caller's and gets a 400 that names the field;
/// all else is ours (or the world's), is logged, and says nothing of the inside.
/// </summary>
internal sealed partial class UnexpectedFailure(ILogger<UnexpectedFailure> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (exception is BadHttpRequestException unreadable)
        {
            var reading = UnreadableRequest.Explain(unreadable);
            await StatusProblems.Write(context, reading.Refusal, reading.Detail, reading.Errors);
            return true;
        }

        var refusal = exception is TimeoutException ? RequestRefusal.TimedOut : RequestRefusal.Unexpected;
        LogFailure(log, exception, RequestLog.RouteOf(context));
        await StatusProblems.Write(context, refusal);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request to {Route} failed.")]
    private static partial void LogFailure(ILogger log, Exception exception, string route);
}
