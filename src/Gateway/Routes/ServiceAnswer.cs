using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Headers;
using Revitalization.Hosting.Refusals;
using Yarp.ReverseProxy.Forwarder;

namespace Revitalization.Gateway.Routes;

/// <summary>Waits for the service's answer; when there is none, says so as a problem.</summary>
internal static class ServiceAnswer
{
    private const string RetryAfterSeconds = "5";

    public static async Task Await(HttpContext context, RequestDelegate next)
    {
        // The service's own headers are to stand; what it left out is filled in as its answer passes.
        AnswerHeaders.Clear(context);
        await next(context);
        if (context.Features.Get<IForwarderErrorFeature>() is not { } failure || context.Response.HasStarted) return;
        if (context.RequestAborted.IsCancellationRequested) return;
        context.Response.Clear();
        var refusal = RefusalFor(failure);
        if (refusal == RequestRefusal.ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        await StatusProblems.Write(context, refusal);
    }

    private static RequestRefusal RefusalFor(IForwarderErrorFeature failure) => failure.Error switch
    {
        // Cancelled, and not by the caller, who would have been noticed above: the service fell silent.
        ForwarderError.RequestTimedOut or ForwarderError.RequestCanceled or ForwarderError.ResponseBodyCanceled => RequestRefusal.TimedOut,
        ForwarderError.NoAvailableDestinations => RequestRefusal.ServiceUnavailable,
        ForwarderError.Request or ForwarderError.RequestCreation when IsUnreachable(failure.Exception) => RequestRefusal.ServiceUnavailable,
        ForwarderError.RequestBodyClient when TooLarge(failure.Exception) => RequestRefusal.TooLarge,
        ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled => RequestRefusal.BodyMalformed,
        _ => RequestRefusal.ServiceFailed,
    };

    private static bool IsUnreachable(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
            or OperationCanceledException;

    private static bool TooLarge(Exception? exception) =>
        exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || exception is AggregateException many && many.InnerExceptions.Any(TooLarge)
        || exception?.InnerException is { } inner && TooLarge(inner);
}
